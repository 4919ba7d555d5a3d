import type { Citation } from '../article/citation.ts';
import type { Block, Part, Reply } from './reply.ts';

/** Every citation of a reply, shown or only referred to. */
export const replyCitations = ({ heading, entries, choices, menu }: Reply): readonly Citation[] => [
  ...partCitations(heading),
  ...entries.flat().flatMap((block) => [...shownCitations(block), ...sourcesOf(block)]),
  ...choices.flatMap(({ label }) => label.flatMap(partCitations)),
  ...(menu === undefined ? [] : menu.values),
];

/** What a block refers to by number. */
export function sourcesOf(block: Block): readonly Citation[] {
  switch (block.kind) {
    case 'subheading':
      return [];
    case 'line':
      return block.sources;
    case 'quote':
      return [block.citation];
    default:
      return block satisfies never;
  }
}

/** The citations whose words a block shows. */
export function shownCitations(block: Block): readonly Citation[] {
  switch (block.kind) {
    case 'subheading':
      return partCitations(block.text);
    case 'line':
      return block.parts.flatMap(partCitations);
    case 'quote':
      return [block.citation];
    default:
      return block satisfies never;
  }
}

function partCitations(part: Part): readonly Citation[] {
  switch (part.kind) {
    case 'message':
      return Object.values(part.params).flatMap(partCitations);
    case 'cited':
      return [part.citation];
    case 'field':
    case 'date':
    case 'days':
    case 'count':
    case 'userMention':
    case 'messageLink':
      return [];
    default:
      return part satisfies never;
  }
}
