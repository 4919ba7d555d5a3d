import type { Citation } from '../article/citation.ts';
import { rememberedLately } from '../text/remembered.ts';
import type { Markup } from './markup.ts';
import type { Block } from './reply.ts';
import { wordArticleLine, wordSentence } from './sources.ts';
import { wordPart, wordParts, wordQuoted } from './wording.ts';

const SUBHEADING_ROOM = 200;

/**
 * What of a reply reads the same on whatever page it stands, each worded once: it is measured alone, on
 * the page that it is tried on, and then shown.
 */
export interface Wordings {
  readonly markup: Markup;
  /** A block without its sources' numbers, its words in a room of UTF-16 code units. */
  readonly block: (block: Block, room: number) => string;
  /** What tells of a citation's article and place. */
  readonly articleLine: (citation: Citation) => string;
  /** What is cited, as it stands beneath that. */
  readonly sentence: (citation: Citation) => string;
}

export function createWordings(markup: Markup): Wordings {
  const blocks = new Map<Block, Map<number, string>>();
  return {
    markup,
    block(block, room) {
      const byRoom = blocks.get(block) ?? new Map<number, string>();
      blocks.set(block, byRoom);
      const known = byRoom.get(room) ?? wordBlock(block, room, markup);
      byRoom.set(room, known);
      return known;
    },
    articleLine: rememberedLately((citation: Citation) => wordArticleLine(citation, markup)),
    sentence: rememberedLately((citation: Citation) => wordSentence(citation, markup)),
  };
}

function wordBlock(block: Block, room: number, markup: Markup): string {
  switch (block.kind) {
    case 'subheading':
      return markup.bold(wordPart(block.text, markup, Math.min(room, SUBHEADING_ROOM)));
    case 'line':
      return wordParts(block.parts, markup, room);
    case 'quote':
      return wordQuoted(block, markup, room);
    default:
      return block satisfies never;
  }
}
