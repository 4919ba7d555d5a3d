import { afterAll, beforeAll, describe, expect, it, test } from 'vitest';
import type { SeenMessage } from '../../src/sandbox/driver/seen.ts';
import type { Corpus } from '../../src/search/corpus.ts';
import { type Conversation, corpusOf, readCard, startConversation } from './conversation.ts';

// What a member learns of who stands where: over time, in a whole field, next to each other.

let corpus: Corpus;
let conversation: Conversation;

beforeAll(async () => {
  corpus = await corpusOf({
    spring: `---
title: Ferry toll
date: 2025-03-12
---
Norway supports the ferry toll. Spain opposes the ferry toll.`,
    summer: `---
title: Ferry toll again
date: 2025-06-03
---
In Oslo, Norway rejected the ferry toll. “The ferry toll is a disgrace,” said Bob Kerr, the mayor of Veere.

Iceland would accept the ferry toll only if the fares fell.`,
  });
  conversation = await startConversation(() => corpus);
});

afterAll(async () => {
  expect(conversation.reports).toEqual([]);
  await conversation.close();
});

const ask = (options: Record<string, string>): Promise<SeenMessage> =>
  conversation.member.command('stance', options);

const FIELD = { on: 'the ferry toll' };

describe('where one stands', () => {
  it('says since when, what was before, and shows both, newest first, with their days', async () => {
    const card = readCard(await ask({ who: 'Norway', ...FIELD }));
    expect(card).toContain(
      'Norway on the ferry toll: opposes, in articles since 3 Jun 2025; supported until 12 Mar 2025',
    );
    const lines = card.split('\n').filter((line) => line.startsWith('- '));
    expect(lines).toEqual([
      '- Norway — against: the ferry toll · 3 Jun 2025',
      '- Norway — for: the ferry toll · 12 Mar 2025',
    ]);
    expect(card).toContain('> In Oslo, Norway rejected the ferry toll. [1]');
  });

  it('calls a condition a condition', async () => {
    const card = readCard(await ask({ who: 'Iceland', ...FIELD }));
    expect(card).toContain('Iceland on the ferry toll: neither simply for nor against');
    expect(card).toContain('(on a condition)');
  });

  test.each([
    [{ who: 'Norway; Spain' }, 'Please say on what as well'],
    [{ who: '!!!', ...FIELD }, 'Please type a name or a role'],
    [{ who: 'a;b;c;d;e;f', ...FIELD }, 'Please name fewer'],
  ])('%j is answered with what to do, to the member alone', async (options, advice) => {
    const card = await ask(options);
    expect(readCard(card)).toContain(advice);
    expect(card.isEphemeral).toBe(true);
  });
});

describe('the whole field', () => {
  it('shows the sides and those between, each with the strongest evidence', async () => {
    const card = await ask(FIELD);
    const heads = readCard(card)
      .split('\n')
      .filter((line) => /^(?:For|Against|Neither)/u.test(line));
    expect(heads).toEqual(['Against:', 'Neither simply for nor against:']);
    expect(readCard(card)).toContain('> “The ferry toll is a disgrace,” said Bob Kerr');
  });

  it('offers a menu that puts several next to each other, and still does after a restart', async () => {
    const card = await ask(FIELD);
    await conversation.restart();
    const [menu] = card.selects;
    expect(menu?.options.map(({ value }) => value).toSorted()).toEqual([
      'Bob Kerr',
      'Iceland',
      'Norway',
      'Spain',
    ]);
    const chosen = ['Norway', 'Bob Kerr'];
    const compared = await conversation.member.select(card, menu?.customId ?? '', chosen);
    expect(compared.id).not.toBe(card.id);
    const text = readCard(compared);
    expect(text).toContain('/stance on: the ferry toll who: Norway; Bob Kerr');
    expect(text.indexOf('Norway: opposes')).toBeGreaterThan(0);
    expect(text.indexOf('Bob Kerr: opposes')).toBeGreaterThan(text.indexOf('Norway: opposes'));
    expect(text).toContain('> In Oslo, Norway rejected the ferry toll.');
    expect(text).not.toContain('Spain');
  });

  it('answers a stranger who chooses in private', async () => {
    const card = await ask(FIELD);
    const [menu] = card.selects;
    const seen = await conversation.stranger.select(card, menu?.customId ?? '', [
      'Spain',
      'Iceland',
    ]);
    expect(seen.isEphemeral).toBe(true);
  });

  it('says of whom the corpus does not say', async () => {
    const card = readCard(await ask({ who: 'Spain; Macron', ...FIELD }));
    expect(card).toContain('Spain: opposes');
    expect(card).toContain('- Macron: the corpus does not say');
  });

  it('completes the name that is being typed behind others', async () => {
    const typed = { who: 'Spain; Nor', ...FIELD };
    const offered = await conversation.member.complete('stance', typed, 'who');
    expect(offered.map(({ value }) => value)).toEqual(['Spain; Norway']);
  });
});
