import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LEAST_CHARACTERS, layOut, pagesOf } from '../../src/command/layout.ts';
import type { Page } from '../../src/command/page.ts';
import { cited, field, message } from '../../src/command/reply.ts';
import { plainMarkup, plainMarkupIn, textCard } from '../../src/command/text-card.ts';
import { idOf } from '../article/article-id.ts';
import {
  anyLanguage,
  anyQuestion,
  articleOf,
  citeWords,
  foundReply,
  hostileReply,
  quoteOf,
  riyadh,
} from './samples.ts';

const question = { command: 'quote', options: { who: 'Rubio' } };
const LIMITS = { characters: LEAST_CHARACTERS, choices: 5 };

const laidOut = (...[reply, asked, markup, limits]: Parameters<typeof layOut>): readonly Page[] =>
  pagesOf(layOut(reply, asked, markup, limits));

/** In UTF-16 code units, with two line ends after each piece. */
const lengthOf = ({ header, entries, choices, sources, notes }: Page): number =>
  [header, ...entries, ...choices.map(({ line }) => line), ...sources, ...notes].reduce(
    (total, piece) => total + piece.length + 2,
    0,
  );

const sentence = citeWords(riyadh, '"It went well," Marco Rubio said.');
const words = citeWords(riyadh, 'It went well,');
const name = citeWords(riyadh, 'Marco Rubio');
const place = citeWords(riyadh, 'The talks were held in Riyadh.');

describe('a page', () => {
  it('shows the question, the heading, the entries and the sources that they cite', () => {
    const reply = foundReply([
      [{ kind: 'subheading', text: cited(name) }, quoteOf(words)],
      [{ kind: 'line', parts: [cited(name), field('(who?)')], sources: [sentence, place] }],
      [quoteOf(sentence)],
    ]);
    expect(textCard(reply, question)).toBe(
      `/quote who: Rubio
Nearest in the corpus, and not an answer:

*Marco Rubio*
  | It went well, [1]

- Marco Rubio (who?) [1] [2]

  | "It went well," Marco Rubio said. [1]

[1] Talks in Riyadh · The Daily · 18 Feb 2025 · riyadh-talks ¶2
[2] Talks in Riyadh · The Daily · 18 Feb 2025 · riyadh-talks ¶1
  | The talks were held in Riyadh.`,
    );
  });

  it('numbers a source that a line and the quote beneath it share once', () => {
    const line = { kind: 'line', parts: [cited(name)], sources: [words, place] } as const;
    const apart = { kind: 'line', parts: [cited(name)], sources: [place] } as const;
    const card = textCard(
      foundReply([
        [line, quoteOf(sentence)],
        [apart, quoteOf(sentence)],
      ]),
      question,
    );
    expect(card).toContain('- Marco Rubio\n  | "It went well," Marco Rubio said. [1] [2]\n');
    expect(card).toContain('- Marco Rubio [2]\n  | "It went well," Marco Rubio said. [1]\n');
  });

  it('does not repeat words that it shows as they stand in another article', () => {
    const other = { ...riyadh, id: idOf('other') };
    const line = {
      kind: 'line',
      parts: [],
      sources: [words, citeWords(other, words.text)],
    } as const;
    const card = textCard(foundReply([[line, quoteOf(sentence)]]), question);
    expect(card).toMatch(/ · other ¶2$/u);
  });

  it('sets entries that are lines of a list one below the other', () => {
    const line = { kind: 'line', parts: [cited(name)], sources: [] } as const;
    const subheading = { kind: 'subheading', text: field('There:') } as const;
    const card = textCard(foundReply([[subheading, line], [line], [subheading, line]]), question);
    expect(card).toContain('*There:*\n- Marco Rubio\n- Marco Rubio\n\n*There:*\n- Marco Rubio');
  });

  it('sets emphasised words of a quote in bold', () => {
    const quote = { kind: 'quote', citation: sentence, emphasis: [name] } as const;
    expect(textCard(foundReply([[quote]]), question)).toContain(
      '"It went well," *Marco Rubio* said.',
    );
  });

  it('numbers choices over all pages and shows what each asks', () => {
    const choices = ['Lavrov', 'Sergei Lavrov', 'Rubio', 'Waltz', 'Witkoff', 'Ushakov'].map(
      (who) => ({ label: [], question: { command: 'quote', options: { who } } }),
    );
    const pages = laidOut(foundReply([], { choices }), question, plainMarkup, LIMITS);
    expect(pages.map((page) => page.choices.map(({ line }) => line))).toEqual([
      [
        '1. /quote who: Lavrov',
        '2. /quote who: Sergei Lavrov',
        '3. /quote who: Rubio',
        '4. /quote who: Waltz',
        '5. /quote who: Witkoff',
      ],
      ['6. /quote who: Ushakov'],
    ]);
    expect(pages.map(({ notes }) => notes)).toEqual([['Page 1 of 2'], ['Page 2 of 2']]);
  });
});

describe('pages', () => {
  const long = articleOf(
    Array.from({ length: 60 }, (_, at) => `Speaker ${at} spoke at some length of peace.`).join(' '),
  );
  const all = citeWords(long, long.body);

  it('keep an entry whole where it fits a page', () => {
    const entry = [quoteOf(all)];
    const pages = laidOut(foundReply([entry, entry, entry]), question, plainMarkup, LIMITS);
    expect(pages.map(({ entries }) => entries.length)).toEqual([1, 1, 1]);
    expect(pages.every(({ entries }) => !entries[0]?.includes('[…]'))).toBe(true);
  });

  it('split an entry between its blocks, a subheading staying with what follows it', () => {
    const subheading = { kind: 'subheading', text: message('none.near') } as const;
    const entry = [quoteOf(all), subheading, quoteOf(all)];
    const pages = laidOut(foundReply([entry]), question, plainMarkup, LIMITS);
    expect(pages).toHaveLength(2);
    expect(pages[1]?.entries[0]).toMatch(/^\*Nearest/u);
  });

  it('cut a quote that is longer than a page at the end of a sentence, and say so', () => {
    const longer = articleOf(long.body.repeat(3));
    const pages = laidOut(
      foundReply([[quoteOf(citeWords(longer, longer.body))]]),
      question,
      plainMarkup,
      LIMITS,
    );
    expect(pages).toHaveLength(1);
    expect(pages[0]?.entries[0]).toMatch(/of peace\. \[…\] \[1\]$/u);
    expect(pages[0]?.entries[0]?.length).toBeGreaterThan(LEAST_CHARACTERS / 2);
  });

  it('keep every limit whatever an article holds', () => {
    fc.assert(
      fc.property(hostileReply, anyQuestion, anyLanguage, (reply, asked, language) => {
        for (const page of laidOut(reply, asked, plainMarkupIn(language), LIMITS)) {
          expect(lengthOf(page)).toBeLessThanOrEqual(LIMITS.characters);
          expect(page.choices.length).toBeLessThanOrEqual(LIMITS.choices);
        }
      }),
      { numRuns: 60 },
    );
  });
});
