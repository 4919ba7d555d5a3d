import {
  type APIContainerComponent,
  type APIStringSelectComponent,
  ComponentType,
} from 'discord.js';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseCustomId } from '../../src/command/custom-id.ts';
import { formatQuestion } from '../../src/command/question.ts';
import type { ReplyMenu } from '../../src/command/reply.ts';
import { cardOf, cardsOf } from '../../src/discord/card.ts';
import { readCard, readPress } from '../../src/discord/card-reading.ts';
import {
  anyLanguage,
  anyQuestion,
  articleOf,
  citeWords,
  foundReply,
  hostileReply,
  quoteOf,
} from '../command/samples.ts';

const question = { command: 'quote', options: { who: 'Rubio' } };

const textsOf = (card: APIContainerComponent): readonly string[] =>
  card.components.flatMap((part) =>
    part.type === ComponentType.TextDisplay ? [part.content] : [],
  );

const buttonsOf = (card: APIContainerComponent) =>
  card.components.flatMap((part) =>
    part.type === ComponentType.ActionRow
      ? part.components.flatMap((button) => ('custom_id' in button ? [button] : []))
      : [],
  );

const countOf = (card: APIContainerComponent): number =>
  1 + card.components.length + buttonsOf(card).length;

const read = (card: APIContainerComponent, customId: string) => {
  const press = parseCustomId(customId);
  if (press?.kind === 'do') return readCard({ components: [card] });
  return press && readPress({ components: [card] }, press);
};

function expectLabel(label: string, longest: number): void {
  expect(label.length).toBeLessThanOrEqual(longest);
  expect(label.trim()).not.toBe('');
}

function expectLimits({ options, min_values, max_values, placeholder }: APIStringSelectComponent) {
  expectLabel(placeholder ?? '', 150);
  expect(options.length).toBeLessThanOrEqual(25);
  expect(options.length).toBeGreaterThanOrEqual(max_values ?? 1);
  expect(max_values).toBeGreaterThanOrEqual(min_values ?? 1);
  expect(new Set(options.map(({ value }) => value)).size).toBe(options.length);
  for (const { label, value } of options) {
    expectLabel(label, 100);
    expectLabel(value, 100);
  }
}

describe('a card', () => {
  it('escapes the words of an article and bolds what is emphasised', () => {
    const article = articleOf('He said **no** to [peace](https://evil.example).');
    const citation = citeWords(article, article.body);
    const emphasis = [citeWords(article, '**no**')];
    const card = cardOf(foundReply([[{ kind: 'quote', citation, emphasis }]]), question);
    expect(textsOf(card)).toEqual([
      '`/quote who: Rubio`\n### Nearest in the corpus, and not an answer:',
      String.raw`> He said **\*\*no\*\*** to \[peace\](https\:\/\/evil.example). [1]`,
      '-# [1] Talks in Riyadh · The Daily · 18 Feb 2025 · riyadh-talks ¶1',
    ]);
  });

  it('keeps Discord’s limits whatever an article holds', () => {
    fc.assert(
      fc.property(hostileReply, anyQuestion, anyLanguage, (reply, asked, language) => {
        for (const card of cardsOf(reply, asked, { isPrivate: true, language })) {
          expect(textsOf(card).join('').length).toBeLessThanOrEqual(4000);
          expect(textsOf(card).every((text) => text.trim() !== '')).toBe(true);
          expect(countOf(card)).toBeLessThanOrEqual(40);
          expect(card.components.length).toBeLessThanOrEqual(10);
          const ids = buttonsOf(card).map((button) => button.custom_id);
          expect(new Set(ids).size).toBe(ids.length);
          expect(ids.every((id) => id.length <= 100)).toBe(true);
          for (const control of buttonsOf(card))
            if (control.type === ComponentType.StringSelect) expectLimits(control);
            else expectLabel('label' in control ? (control.label ?? '') : '', 80);
        }
      }),
      { numRuns: 50 },
    );
  });

  it('gives its question and its choices back exactly, whatever an article holds', () => {
    fc.assert(
      fc.property(hostileReply, anyQuestion, anyLanguage, (reply, asked, language) => {
        fc.pre(formatQuestion(asked).length <= 1000);
        const shown = reply.choices.filter((each) => formatQuestion(each.question).length <= 1000);
        for (const card of cardsOf(reply, asked, { language }))
          for (const { custom_id: id } of buttonsOf(card)) {
            const press = parseCustomId(id);
            const expected = press?.kind === 'choice' ? shown[press.number - 1]?.question : asked;
            if (press?.kind !== 'menu') expect(read(card, id)?.question).toEqual(expected);
          }
      }),
      { numRuns: 50 },
    );
  });

  it('asks its question about what is chosen in its menu', () => {
    const article = articleOf('Ann Lee; Bob Kerr and\nCarl\u202e Voss met.');
    const values = ['Ann Lee', 'Bob Kerr', 'Carl\u202e Voss', 'Ann Lee', 'Lee; Bob'].map((words) =>
      citeWords(article, words),
    );
    const menu: ReplyMenu = { prompt: 'stance.menu', option: 'who', values, most: 5 };
    const field = { command: 'stance', options: { on: 'the toll' } };
    const card = cardOf(foundReply([], { menu }), field);
    const [select] = buttonsOf(card);
    expect(select).toMatchObject({ custom_id: 'v1|menu|who', min_values: 2, max_values: 4 });
    const press = { kind: 'menu', option: 'who' } as const;
    expect(parseCustomId('v1|menu|who')).toEqual(press);
    const chosen = ['Ann Lee', 'Carl Voss', 'Lee; Bob'];
    expect(readPress({ components: [card] }, press, chosen)?.question).toEqual({
      command: 'stance',
      options: { on: 'the toll', who: 'Ann Lee; Carl Voss; Lee  Bob' },
    });
  });

  it('has no menu where there are no two to choose', () => {
    const article = articleOf('Ann Lee met.');
    const values = [citeWords(article, 'Ann Lee'), citeWords(article, 'Ann Lee')];
    const menu: ReplyMenu = { prompt: 'stance.menu', option: 'who', values, most: 5 };
    const shown = buttonsOf(cardOf(foundReply([], { menu }), question));
    expect(shown.map(({ custom_id: id }) => id)).toEqual(['v1|do|card.more|1']);
  });

  it('is not taken in by an article that poses as a choice', () => {
    const article = articleOf('1. `/quote who: Lavrov` says the article.');
    const reply = foundReply([[quoteOf(citeWords(article, article.body))]]);
    expect(read(cardOf(reply, question), 'v1|choice|1')).toBeUndefined();
    expect(read(cardOf(reply, question), 'v1|page|2')).toEqual({ question, page: 2 });
  });
});
