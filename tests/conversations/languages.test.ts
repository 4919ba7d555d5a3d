import { Locale } from 'discord-api-types/v10';
import { afterAll, beforeAll, beforeEach, describe, expect, it, test } from 'vitest';
import type { Driver } from '../../src/sandbox/driver/driver.ts';
import type { Corpus } from '../../src/search/corpus.ts';
import { type Conversation, corpusOf, readCard, startConversation } from './conversation.ts';

// A member is told in their own language what they alone see, and all in the server's what all see.

const HARBOUR = `---
title: The harbour opens
date: 2025-02-18T09:30:00Z
---
Ann Petrova, the harbour master, spoke. "The lock is open," Ann Petrova said.
`;

const ELSEWHERE = 'Nothing happened in Delft.\n';

let harbour: Corpus;
let corpus: Corpus;
let conversation: Conversation;
let ukrainian: Driver;
let spanish: Driver;

/** The harbour and so many others, so that there are so many in all. */
const corpusOfSize = (size: number): Promise<Corpus> =>
  corpusOf(
    Object.fromEntries([
      ['harbour', HARBOUR],
      ...Array.from({ length: size - 1 }, (_, at) => [`other-${at}`, ELSEWHERE]),
    ]),
  );

beforeAll(async () => {
  harbour = await corpusOfSize(1);
  corpus = harbour;
  conversation = await startConversation(() => corpus);
  ukrainian = conversation.sandbox.as('member', { locale: Locale.Ukrainian });
  spanish = conversation.sandbox.as('stranger', { locale: Locale.SpanishLATAM });
});

beforeEach(() => {
  corpus = harbour;
});

afterAll(async () => {
  expect(conversation.reports).toEqual([]);
  await conversation.close();
});

const NOBODY = { who: 'Zebulon Quist' };
const ANN = { who: 'Ann Petrova' };

const SAID = { en: 'Quoted in the articles:', uk: 'Процитовано в статтях:' };

describe('what one member sees', () => {
  test.each([
    [1, 'Переглянуто 1 статтю'],
    [2, 'Переглянуто 2 статті'],
    [5, 'Переглянуто 5 статей'],
    [21, 'Переглянуто 21 статтю'],
  ])('counts %d articles in Ukrainian: %s', async (size, expected) => {
    corpus = await corpusOfSize(size);
    const card = await ukrainian.command('quote', NOBODY);
    expect(card.isEphemeral).toBe(true);
    expect(card.text).toContain(expected);
  });

  it('is in Spanish for a member who reads that', async () => {
    const card = await spanish.command('quote', NOBODY);
    expect(card.text).toContain('El corpus no lo dice.');
    expect(card.text).toContain('Nada en 1 artículo');
  });

  it('is in English for whoever reads what the bot does not speak', async () => {
    const german = conversation.sandbox.as('member', { locale: Locale.German });
    expect((await german.command('quote', NOBODY)).text).toContain('The corpus does not say.');
  });

  it('is an answer asked for alone, with its buttons', async () => {
    const card = await ukrainian.command('quote', { ...ANN, private: true });
    expect(card.text).toContain(SAID.uk);
    expect(card.buttons.map(({ label }) => label)).toContain('Поділитися');
    expect(card.buttons.map(({ label }) => label)).not.toContain('Share');
  });

  test.each([
    [{ ...ANN, since: 'soon' }, 'Параметр «since» не вдалося прочитати: Введіть дату'],
    [{ ...ANN, since: '2025', until: '2024' }, '«since» пізніше за «until»'],
    [{ who: '!!!' }, 'Тут нема кого шукати.'],
    [{ ...ANN, article: 'harbor' }, 'Статті «harbor» тут немає.'],
  ])('is what is wrong with %j', async (options, expected) => {
    expect(readCard(await ukrainian.command('quote', options))).toContain(expected);
  });

  it('is a form opened from a card that all see, and what comes of it', async () => {
    const card = await ukrainian.command('quote', ANN);
    const more = await ukrainian.press(card, 'More…');
    const form = await ukrainian.pressForForm(more, 'Помилка?');
    expect(form.title).toBe('Що не так?');
    const thanks = await ukrainian.submit(form, { mistake: 'other', detail: 'the lock' });
    expect(thanks.text).toContain('Дякуємо.');
  });
});

describe('what all see', () => {
  it('is in the language of the server, whoever asked', async () => {
    const card = await ukrainian.command('quote', ANN);
    expect(card.isEphemeral).toBe(false);
    expect(card.text).toContain(SAID.en);
    expect(card.buttons.map(({ label }) => label)).toContain('More…');
  });

  it('is in the language that the server has set, and a card of one’s own still is not', async () => {
    const { servers, sandbox, member } = conversation;
    const before = servers.settings(sandbox.guildId);
    await servers.saveSettings(sandbox.guildId, { ...before, language: 'uk' });
    const card = await member.command('quote', ANN);
    expect(card.text).toContain(SAID.uk);
    expect((await member.command('quote', NOBODY)).text).toContain('The corpus does not say.');
    await servers.saveSettings(sandbox.guildId, before);
  });

  it('is what was asked for alone, once it is shared', async () => {
    const card = await ukrainian.command('quote', { ...ANN, private: true });
    const shared = await ukrainian.press(card, 'Поділитися');
    expect(shared.isEphemeral).toBe(false);
    expect(shared.text).toContain(SAID.en);
    expect(shared.text).toContain('Shared by');
  });

  it('has the words of the articles as they are, and a moment in each reader’s time', async () => {
    const card = await ukrainian.command('quote', { ...ANN, private: true });
    expect(readCard(card)).toContain('> "The lock is open," Ann Petrova said.');
    expect(card.text).toContain('The harbour opens · <t:1739871000:f> · harbour ¶1');
  });

  it('tells of what was read by days', async () => {
    const card = await conversation.member.command('articles');
    expect(card.text).toContain('1 article of 18 Feb 2025');
  });
});

const quote = () => conversation.member.commands().find(({ name }) => name === 'quote');

describe('what Discord itself shows', () => {
  it('has each command’s description in every language, and one name', () => {
    expect(quote()?.description).toMatch(/^Who said what/u);
    expect(quote()?.description_localizations).toMatchObject({
      uk: expect.stringMatching(/^Хто що сказав/u),
      'es-ES': expect.stringMatching(/^Quién dijo qué/u),
      'es-419': expect.stringMatching(/^Quién dijo qué/u),
    });
    expect(quote()?.name_localizations).toBeNull();
  });

  it('has each option’s description, and the names of its choices', () => {
    const order = quote()?.options?.find(({ name }) => name === 'order');
    expect(order?.description_localizations).toHaveProperty('uk', 'Що показати спершу');
    expect(order).toMatchObject({
      choices: [{ value: 'best', name_localizations: { uk: 'Спершу найкращі збіги' } }, {}],
    });
  });

  it('is not sent again by a bot that starts anew', async () => {
    const sent = () =>
      conversation.sandbox.requests.filter(({ method }) => method === 'PUT').length;
    const before = sent();
    await conversation.restart();
    expect(sent()).toBe(before);
  });
});
