import { afterAll, beforeAll, describe, expect, it, test } from 'vitest';
import type { SeenMessage } from '../../src/sandbox/driver/seen.ts';
import type { Corpus } from '../../src/search/corpus.ts';
import { type Conversation, corpusOf, readCard, startConversation } from './conversation.ts';

// What a member learns of who said what, and of who somebody is.

let corpus: Corpus;
let conversation: Conversation;

beforeAll(async () => {
  corpus = await corpusOf({
    lock: `---
title: The lock
date: 2025-03-01
---
The lock at Veere was closed for repairs on Monday, as every year.

Ann Petrova, the mayor of Veere, opened it again. “Nobody will wait at this lock for more than an hour,” Ann Petrova said.

Paul Reed, a skipper, was there. He said that the gates had been painted twice.

Somebody shouted from the quay. “Paint the mayor while you are at it.”`,
    'lock-again': `---
title: The lock again
date: 2025-03-09
---
“Nobody will wait at this lock for more than an hour,” Ann Petrova, the chair of the council, had said. Brian Smith and Clara Smith met in Veere. “It took two days,” said Brian Smith. “It took three,” said Clara Smith.`,
    coach: `---
date: 2025-02-01
---
Elena Rossi won. Tomas Berg, her coach, was glad. “She was great,” Berg said. “She was great,” Leo Marsh said.

“The rowing club will never sell this boat,” Tomas Berg said.`,
    'coach-again': `---
date: 2025-02-02
---
“The rowing club will never sell this boat,” Leo Marsh said. “The oars are new,” he said on Tuesday.`,
    undated: '“I never saw the lock,” Ann Petrova said.',
  });
  conversation = await startConversation(() => corpus);
});

afterAll(async () => {
  expect(conversation.reports).toEqual([]);
  await conversation.close();
});

const ask = (options: Record<string, string>, command = 'quote'): Promise<SeenMessage> =>
  conversation.member.command(command, options);

const HOUR = 'nobody will wait at this lock for more than an hour';

describe('did they say this?', () => {
  test.each<[Record<string, string>, string]>([
    [{ words: HOUR }, 'Said so by Ann Petrova:'],
    [{ words: `“Nobody … will wait at this lock” — Petrova` }, 'Said so by Ann Petrova:'],
    [{ words: HOUR, who: 'Reed' }, 'Said, but by Ann Petrova:'],
    [
      { words: 'nobody will wait at this lock for more than a minute' },
      'Said otherwise by Ann Petrova; what differs is marked:',
    ],
    [
      { words: 'the gates had been painted twice' },
      'Reported so of Paul Reed, not as verbatim speech:',
    ],
    [{ words: 'paint the mayor while you are at it' }, 'Said so; the article leaves open by whom:'],
    [
      { words: 'the lock at Veere was closed for repairs' },
      'In an article’s own words, not as a quotation:',
    ],
    [
      { words: 'the moon is made of cheese' },
      'Not in the corpus: no article quotes words like these.',
    ],
    [{ words: 'boat' }, 'This word stands in these quotations:'],
    [{ words: 'she was great' }, 'Said so by several:'],
    [{ words: 'never sell this boat' }, 'Said so; by whom, articles differ:'],
    [{ words: 'of the' }, 'These words stand everywhere. Please paste more of what was said.'],
  ])('%j', async (options, finding) => {
    expect(readCard(await ask(options))).toContain(`### ${finding}`);
  });

  it('marks what differs, and says what is not there', async () => {
    const card = await ask({ words: 'nobody will wait at this lock for more than a minute' });
    expect(card.text).toContain('more than **an** **hour**');
    expect(readCard(card)).toContain('- Not there: “a minute”');
  });

  it('shows what two articles quote once, with both sources', async () => {
    const card = readCard(await ask({ words: HOUR }));
    expect(card.match(/^> /gmu)).toHaveLength(1);
    expect(card).toContain(' · lock ¶2');
    expect(card).toContain(' · lock-again ¶1');
  });
});

describe('a quotation', () => {
  it('that articles give to several says so once, apart from the next entry', async () => {
    const card = readCard(await ask({ about: 'boat', order: 'best' }));
    expect(card.match(/different speakers/gu)).toHaveLength(1);
    expect(card).not.toMatch(/^- .*\n- .*\n>/mu);
  });

  it('shows the cue, and where the article names whom a “he” means', async () => {
    const card = await ask({ who: 'Reed' });
    expect(readCard(card)).toContain(
      '- Paul Reed (there “He”, named in ¶3) · reported, not verbatim speech',
    );
    expect(card.text).toContain('He _said_ that **the gates had been painted twice**');
  });
});

describe('a time', () => {
  test.each<[Record<string, string>, readonly string[]]>([
    [{ who: 'Petrova' }, ['lock', 'lock-again', 'undated']],
    [{ who: 'Petrova', since: '2 Mar 2025' }, ['lock-again']],
    [{ who: 'Petrova', until: '2025-03-01' }, ['lock']],
    [{ who: 'Petrova', since: '2025', until: 'Mar 2025' }, ['lock', 'lock-again']],
    [{ since: '2025-03-09', until: '2025-03-09' }, ['lock-again']],
  ])('%j: %j', async (options, articles) => {
    const card = readCard(await ask(options));
    const cited = [...card.matchAll(/^-# \[\d+\] .* · (\S+) ¶/gmu)].map(([, id = '']) => id);
    expect([...new Set(cited)].toSorted()).toEqual(articles);
  });

  test.each<[Record<string, string>, readonly string[]]>([
    [
      { who: 'Petrova', since: '2026' },
      ['No article has a date in that time', 'is not stated: 1 article.'],
    ],
    [
      { who: 'Reed', since: '2025-03-02' },
      ['Nothing in 1 article of 9 Mar 2025 answers', 'is not stated: 1 article.'],
    ],
    [
      { since: 'next spring' },
      ['The option “since” cannot be read: Please type a date such as', 'today or yesterday.'],
    ],
    [{ until: '2025-02-30' }, ['The option “until” cannot be read: Please type a date such as']],
    [{ since: '2025-03', until: '2025-02' }, ['“since” is after “until”', 'Swap them']],
  ])('%j is answered plainly, to the asker alone', async (options, said) => {
    const card = await ask(options);
    for (const words of said) expect(readCard(card)).toContain(words);
    expect(card.isEphemeral).toBe(true);
  });

  it('is kept when a page is turned or somebody is chosen', async () => {
    const which = await ask({ who: 'Smith', since: '2025-03-02' });
    const button = which.buttons.find(({ label }) => label.includes('Clara'));
    const card = await conversation.member.press(which, button?.label ?? '');
    expect(readCard(card)).toContain('It took three');
    expect(readCard(card)).toContain('since: 2025-03-02');
  });
});

test.each([
  ['newest', ['lock-again', 'lock']],
  ['best', ['lock-again', 'lock']],
])('order: %s', async (order, articles) => {
  const card = readCard(await ask({ about: 'lock', until: '2025-12', order }));
  const cited = [...card.matchAll(/^-# \[\d+\] .* · (\S+) ¶/gmu)].map(([, id = '']) => id);
  expect([...new Set(cited)]).toEqual(articles);
});

describe('/who-is', () => {
  it('says what articles call somebody, their words, and how they write the name', async () => {
    const card = readCard(await ask({ who: 'the mayor of Veere' }, 'who-is'));
    expect(card).toContain('### Ann Petrova');
    expect(card).toMatch(/^Called:\n- (?:the )?chair of the council · 9 Mar 2025 \[1\]$/mu);
    expect(card).toMatch(/^- (?:the )?mayor of Veere · 1 Mar 2025 \[\d\]$/mu);
    expect(card).toContain('Latest words:\n- Ann Petrova');
    expect(card).toContain('Written:\n- Ann Petrova · ');
  });

  it('asks which of two is meant', async () => {
    const which = await ask({ who: 'Smith' }, 'who-is');
    expect(which.buttons).toHaveLength(2);
    const card = await conversation.member.press(which, which.buttons[0]?.label ?? '');
    expect(readCard(card)).toMatch(/^### (?:Brian|Clara) Smith$/mu);
  });

  it('leaves out a role that does not say whose', async () => {
    const card = readCard(await ask({ who: 'Berg' }, 'who-is'));
    expect(card).toContain('### Tomas Berg');
    expect(card).not.toMatch(/^(?:Called:|- .*her coach)/mu);
  });

  it('says that the corpus does not say', async () => {
    const card = readCard(await ask({ who: 'Nobody' }, 'who-is'));
    expect(card).toContain('### The corpus does not say.');
    expect(card).toMatch(/Nothing in 5 articles.* answers; articles that are not here may\./u);
  });
});
