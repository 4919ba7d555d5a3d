import type { Citation } from '../article/citation.ts';
import type { Block, Entry, Part, Reply } from './reply.ts';

// A reply may have thousands, so they are put into one list as they are found.

/** Every citation of a reply, shown or only referred to. */
export function replyCitations({ heading, entries, choices, menu }: Reply): readonly Citation[] {
  const found: Citation[] = [];
  addPart(heading, found);
  for (const entry of entries)
    for (const block of entry) {
      addShown(block, found);
      found.push(...sourcesOf(block));
    }
  for (const { label } of choices) for (const part of label) addPart(part, found);
  found.push(...(menu?.values ?? []));
  return found;
}

/** The citations whose words an entry shows. */
export function shownCitations(entry: Entry): readonly Citation[] {
  const found: Citation[] = [];
  for (const block of entry) addShown(block, found);
  return found;
}

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

function addShown(block: Block, found: Citation[]): void {
  switch (block.kind) {
    case 'subheading':
      return addPart(block.text, found);
    case 'line':
      return block.parts.forEach((part) => addPart(part, found));
    case 'quote':
      return void found.push(block.citation);
    default:
      return block satisfies never;
  }
}

function addPart(part: Part, found: Citation[]): void {
  switch (part.kind) {
    case 'message':
      return Object.values(part.params).forEach((each) => addPart(each, found));
    case 'cited':
      return void found.push(part.citation);
    case 'field':
    case 'date':
    case 'days':
    case 'count':
    case 'userMention':
    case 'messageLink':
      return undefined;
    default:
      return part satisfies never;
  }
}
