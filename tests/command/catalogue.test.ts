import { describe, expect, it, test } from 'vitest';
import { commands, messageCommands } from '../../commands/index.ts';
import { english } from '../../src/command/catalogue/en.ts';
import {
  LANGUAGES,
  type Language,
  languageOf,
  tongueOf,
} from '../../src/command/catalogue/index.ts';
import { type MessageKey, type Text, isMessageKey, textOf } from '../../src/command/messages.ts';
import { countPart, datePart, daysPart, message } from '../../src/command/reply.ts';
import { plainMarkupIn } from '../../src/command/text-card.ts';
import { wordMessage, wordPart } from '../../src/command/wording.ts';
import { markdownIn } from '../../src/discord/markdown.ts';

const keys = Object.keys(english).filter(isMessageKey);
const others = LANGUAGES.filter((language) => language !== 'en');

const formsOf = (text: Text): readonly string[] =>
  typeof text === 'string' ? [text] : Object.values(text.forms);

const placeholders = (text: string): readonly string[] =>
  [...new Set(text.match(/\{\w+\}/gu))].toSorted();

const textIn = (language: Language, key: MessageKey): Text => tongueOf(language).texts[key];

// What is only placeholders and marks is the same in every language.
const hasWords = (text: string): boolean => /\p{L}/u.test(text.replaceAll(/\{\w+\}/gu, ''));

describe.each(others)('in %s', (language) => {
  test.each(keys)('%s is translated, with the same placeholders', (key) => {
    const original = formsOf(textIn('en', key)).at(-1) ?? '';
    for (const form of formsOf(textIn(language, key))) {
      // What says nothing in English, as where no reason was given, says nothing elsewhere either.
      expect(form.trim() === '').toBe(original.trim() === '');
      expect(placeholders(form)).toEqual(placeholders(original));
      if (hasWords(original)) expect(form).not.toBe(original);
    }
  });

  it('has nothing that English does not have', () => {
    expect(Object.keys(tongueOf(language).texts).toSorted()).toEqual(keys.toSorted());
  });
});

describe.each(LANGUAGES)('in %s', (language) => {
  const shown = (key: MessageKey): string => textOf(key, language);

  it('has a form for each plural category that the language tells apart', () => {
    const wanted = new Intl.PluralRules(language).resolvedOptions().pluralCategories.toSorted();
    for (const key of keys) {
      const text = textIn(language, key);
      if (typeof text !== 'string')
        expect([key, Object.keys(text.forms).toSorted()]).toEqual([key, wanted]);
    }
  });

  it('has descriptions, labels and titles as short as Discord takes them', () => {
    const descriptions = commands.flatMap(({ description, options }) => [
      description,
      ...Object.values(options).map((option) => option.description),
    ]);
    for (const key of [...descriptions, 'option.private'] as const)
      expect([key, shown(key).length <= 100]).toEqual([key, true]);
    for (const { name } of messageCommands) expect(shown(name).length).toBeLessThanOrEqual(32);
    const titles = ['ask.about.title', 'wrong.title', 'review.title'] as const;
    const labels = ['ask.about.field', 'wrong.kind', 'wrong.detail', 'review.reason'] as const;
    for (const key of [...titles, ...labels]) expect(shown(key).length).toBeLessThanOrEqual(45);
    const buttons = keys.filter((key) => /^(?:card|page|follow|review)\.\w+$/u.test(key));
    for (const key of buttons) expect(shown(key).length).toBeLessThanOrEqual(80);
  });
});

// As `page.ts` has it for a note, which is given the least; what is filled in needs some of it.
const NOTE_ROOM = 200;
const FILLED_IN = 40;

describe.each(LANGUAGES)('in %s', (language) => {
  test.each([
    ['wrong.thanks', 'card.wrong'],
    ['private.cooldown', 'card.share'],
    ['discuss.refused.bot', 'permission.threads'],
  ] as const)('%s calls what is to be pressed or given as it is labelled: %s', (key, label) => {
    expect(textOf(key, language)).toContain(textOf(label, language));
  });

  test.each(keys)('%s leaves room for what is filled in', (key) => {
    for (const form of formsOf(textIn(language, key))) {
      const own = form.replaceAll(/\{\w+\}/gu, '').length;
      expect(own + (placeholders(form).length > 0 ? FILLED_IN : 0)).toBeLessThanOrEqual(NOTE_ROOM);
    }
  });
});

const articles = (count: number, language: Language): string =>
  wordMessage(message('articles.many', { count: countPart(count) }), plainMarkupIn(language));

test.each([
  ['en', 1, '1 article'],
  ['en', 1412, '1,412 articles'],
  ['uk', 1, '1 статтю'],
  ['uk', 2, '2 статті'],
  ['uk', 5, '5 статей'],
  ['uk', 11, '11 статей'],
  ['uk', 21, '21 статтю'],
  ['es', 1, '1 artículo'],
  ['es', 2, '2 artículos'],
] as const)('in %s %d is counted as %s', (language, count, expected) => {
  expect(articles(count, language)).toBe(expected);
});

test.each([
  ['en', '18 Feb 2025'],
  ['uk', '18 лют. 2025 р.'],
  ['es', '18 feb 2025'],
] as const)('in %s a day is written %s', (language, expected) => {
  expect(wordPart(datePart('2025-02-18'), plainMarkupIn(language))).toBe(expected);
  expect(
    wordPart(daysPart({ first: '2025-02-18', last: '2025-02-18' }), plainMarkupIn(language)),
  ).toBe(expected);
});

describe('on Discord', () => {
  test.each([
    ['2025-02-18T09:30:00Z', '<t:1739871000:f>'],
    ['2025-02-18T11:30:00+02:00', '<t:1739871000:f>'],
    ['2025-02-18 09:30Z', '<t:1739871000:f>'],
  ])('the moment %s is a timestamp', (written, expected) => {
    expect(wordPart(datePart(written), markdownIn('en'))).toBe(expected);
  });

  test.each([
    ['2025-02-18', '18 Feb 2025'],
    // Without its zone a time of day is no moment.
    ['2025-02-18T09:30:00', '18 Feb 2025'],
    ['last Tuesday', 'last Tuesday'],
    ['2025-02-31T09:30:00Z', String.raw`2025-02-31T09\:30\:00Z`],
  ])('%s is no moment, and stays text', (written, expected) => {
    expect(wordPart(datePart(written), markdownIn('en'))).toBe(expected);
  });
});

test.each([
  ['uk', 'uk'],
  ['es-ES', 'es'],
  ['es-419', 'es'],
  ['en-GB', 'en'],
  ['de', 'en'],
  [undefined, 'en'],
] as const)('whoever reads %s is spoken to in %s', (locale, expected) => {
  expect(languageOf(locale)).toBe(expected);
});

test('every language but English is told to Discord', () => {
  expect(others.every((language) => tongueOf(language).discordLocales.length > 0)).toBe(true);
});
