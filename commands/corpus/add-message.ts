import type { MessageCommand } from '../../src/command/command.ts';
import { mayKeep, mustBeHere } from '../../src/command/keeping/access.ts';
import { shownDraft } from '../../src/command/keeping/draft-actions.ts';
import { refusedReply } from '../../src/command/replies.ts';
import { message } from '../../src/command/reply.ts';
import { takeText } from '../../src/intake/take-file.ts';
import { countWords } from '../../src/intake/english.ts';
import { beginDraft } from '../../src/keeping/draft.ts';
import { takeInAll } from './add.ts';

/** Fewer words than this are talk, not an article. */
const FEWEST_WORDS = 40;
const MOST_TAKEN = 5;

const LINK = /https?:\/\/[^\s<>|]+/gu;

/** Takes in what a message has: its files, else its links, else its words. */
export const addToCorpus: MessageCommand = {
  name: 'corpus.add.message',
  run: async ({ text, files }, context) => {
    const links = [...new Set(text.match(LINK))].slice(0, MOST_TAKEN);
    if (files.length > 0) return takeInAll([], files.slice(0, MOST_TAKEN), context);
    if (links.length > 0 && countWords(text.replaceAll(LINK, '')) < FEWEST_WORDS)
      return takeInAll(links, [], context);
    if (countWords(text) < FEWEST_WORDS)
      return refusedReply(message('corpus.add.message.nothing'));
    const keeper = mustBeHere(context);
    const { keeping, guildId, userId: by } = keeper;
    const from = { kind: 'paste' } as const;
    const taken = takeText(text);
    const isUnshown = !mayKeep(context);
    const given = { taken, from, guildId, by, kind: 'draft', isUnshown } as const;
    const draft = await beginDraft(keeping, given);
    return shownDraft(draft, keeper);
  },
};
