import { describe, expect, test } from 'vitest';
import { ask } from '../../commands/ask.ts';
import { findEvidenceCommand } from '../../commands/find-evidence.ts';
import { quote } from '../../commands/quote.ts';
import { stance } from '../../commands/stance.ts';
import { timeline } from '../../commands/timeline.ts';
import { whoAttended } from '../../commands/who-attended.ts';
import { whoIs } from '../../commands/who-is.ts';
import type { Command } from '../../src/command/command.ts';
import { contextOutside } from '../../src/command/context.ts';
import { textCard } from '../../src/command/text-card.ts';
import { applyRulings } from '../../src/extraction/correction.ts';
import { extractFacts } from '../../src/extraction/extract.ts';
import type { Corpus } from '../../src/search/corpus.ts';
import { indexReading } from '../../src/search/indexed-reading.ts';
import { packReading } from '../../src/search/packed-reading.ts';
import { createPostingIndex } from '../../src/search/posting-index.ts';
import { shardsFrom } from '../../src/search/shards.ts';
import { emptyStatistics, recount } from '../../src/search/statistics.ts';
import { createView } from '../../src/search/view.ts';
import { createVocabulary } from '../../src/search/vocabulary.ts';
import { type Worded, rulingOf } from '../extraction/correction/corrected.ts';
import { articleOf } from '../search/articles.ts';

const WEIR = articleOf(
  'weir',
  `---
title: The weir
date: 2025-03-01
---
Ilse Brandvold, the energy minister, wrote to Paul Reed, a fisherman, in March. He was angry.

“The weir must stay until the salmon come back,” he said. “It is ours.”

Ilse Brandvold opposed the ferry toll. “This ferry toll is a disaster,” said Hugo Lund.

Foreign ministers Nora Quist and Lily Cho attended the talks in Oslo on Monday. Ada Vogt was not invited. Vogt took a seat beside the king.`,
);

async function corpusWith(all: readonly Worded[]): Promise<Corpus> {
  const vocabulary = createVocabulary();
  const index = createPostingIndex();
  const rulings = all.map((worded) => rulingOf(WEIR, worded));
  const { facts, lost } = applyRulings(WEIR, extractFacts(WEIR), rulings);
  expect(lost).toEqual([]);
  const indexed = indexReading(WEIR, packReading(WEIR, facts), vocabulary);
  await index.add([indexed]);
  return createView({
    indexed: shardsFrom([[indexed.key, indexed]]),
    removed: new Map(),
    statistics: recount(emptyStatistics, [indexed], [], vocabulary.size),
    index,
    vocabulary,
  });
}

const fail = (line: string): never => {
  throw new Error(line);
};

async function card(
  command: Command,
  options: Readonly<Record<string, string>>,
  all: readonly Worded[],
): Promise<string> {
  const context = contextOutside(await corpusWith(all), [], fail);
  return textCard(await command.run(options, context));
}

const WORDS = 'The weir must stay until the salmon come back,';
const TO_ILSE: Worded = { of: WORDS, speaker: 'Ilse Brandvold' };
const TO_NOBODY: Worded = { of: WORDS, speaker: undefined };
const VOGT_THERE: Worded = {
  gathering: 'talks in Oslo',
  name: 'Ada Vogt',
  verdict: 'attended',
  evidence: 'Vogt took a seat beside the king.',
};
const ILSE_FOR: Worded = {
  of: 'Ilse Brandvold opposed the ferry toll.',
  holder: '…Ilse Brandvold',
  target: 'the ferry toll',
  verdict: 'supports',
};

const MARK = 'corrected by a moderator';

describe('a quotation given to who spoke', () => {
  test('is not found under the old name any more, and under the new one it is', async () => {
    expect(await card(quote, { who: 'Paul Reed' }, [])).toContain(WORDS);
    expect(await card(quote, { who: 'Paul Reed' }, [TO_ILSE])).not.toContain(WORDS);
    expect(await card(quote, { who: 'Ilse Brandvold' }, [])).not.toContain(WORDS);
    const found = await card(quote, { who: 'Ilse Brandvold' }, [TO_ILSE]);
    expect(found).toContain(WORDS);
    expect(found).toMatch(/- Ilse Brandvold, \S.* · corrected by a moderator/u);
  });

  test('is found under no name where nobody is to be named', async () => {
    for (const who of ['Paul Reed', 'Ilse Brandvold'])
      expect(await card(quote, { who }, [TO_NOBODY])).not.toContain(WORDS);
    const found = await card(quote, { words: WORDS }, [TO_NOBODY]);
    expect(found).toContain(`does not say surely enough who spoke · ${MARK}`);
    expect(found).not.toMatch(/Reed|Brandvold/u);
  });
});

describe('a position', () => {
  test('turned or taken out is so for whoever asks', async () => {
    const question = { who: 'Ilse Brandvold', on: 'the ferry toll' };
    expect(await card(stance, question, [])).toContain('on the ferry toll: opposes');
    expect(await card(stance, question, [ILSE_FOR])).toContain('on the ferry toll: supports');
    expect(await card(stance, question, [ILSE_FOR])).toContain(MARK);
    expect(await card(stance, question, [{ ...ILSE_FOR, verdict: 'none' }])).not.toContain(
      'opposes',
    );
  });

  test('taken out of quoted words is not read out of them again', async () => {
    const question = { who: 'Hugo Lund', on: 'the ferry toll' };
    expect(await card(stance, question, [])).toContain('opposes');
    const none: Worded = {
      of: '“This ferry toll is a disaster,” said Hugo Lund.',
      holder: 'Hugo Lund',
      verdict: 'none',
    };
    expect(await card(stance, question, [none])).not.toContain('opposes');
  });
});

test('an attendee moves to the list where they belong', async () => {
  const before = await card(whoAttended, { event: 'talks in Oslo' }, []);
  expect(before).toMatch(/Not at the table:\*\s+- Ada Vogt/u);
  const after = await card(whoAttended, { event: 'talks in Oslo' }, [VOGT_THERE]);
  expect(after).not.toContain('Not at the table:');
  expect(after).toMatch(/- Ada Vogt · corrected by a moderator/u);
});

const CARDS: readonly (readonly [Command, Readonly<Record<string, string>>, Worded])[] = [
  [quote, { about: 'the weir' }, TO_ILSE],
  [whoIs, { who: 'Ilse Brandvold' }, TO_ILSE],
  [whoIs, { who: 'Ada Vogt' }, VOGT_THERE],
  [ask, { question: 'Until when must the weir stay?' }, TO_ILSE],
  [ask, { question: 'What did Ilse Brandvold say about the weir?' }, TO_ILSE],
  [timeline, { about: 'the weir' }, TO_ILSE],
  [whoAttended, { event: 'talks in Oslo' }, VOGT_THERE],
  [stance, { on: 'the ferry toll' }, ILSE_FOR],
];

describe('what a moderator put right says so', () => {
  test.each(CARDS)('$name $1', async (command, options, worded) => {
    expect(await card(command, options, [worded])).toContain(MARK);
    expect(await card(command, options, [])).not.toContain(MARK);
  });

  test.each([
    `Somebody said “${WORDS}”`,
    'The weir must stay until the salmon come back, I think.',
  ])('where evidence is found on %j', async (text) => {
    const context = contextOutside(await corpusWith([TO_ILSE]), [], fail);
    const place = { channelId: '1', messageId: '2' };
    const reply = await findEvidenceCommand.run({ text, place, files: [] }, context);
    expect(textCard(reply)).toContain(MARK);
  });
});
