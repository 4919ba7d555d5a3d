import { type APIContainerComponent, ComponentType } from 'discord.js';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseCustomId } from '../../src/command/custom-id.ts';
import { formatQuestion } from '../../src/command/question.ts';
import { cardOf, cardsOf } from '../../src/discord/card.ts';
import { readPress } from '../../src/discord/card-reading.ts';
import {
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
  return press && readPress({ components: [card] }, press);
};

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
      fc.property(hostileReply, anyQuestion, (reply, asked) => {
        for (const card of cardsOf(reply, asked)) {
          expect(textsOf(card).join('').length).toBeLessThanOrEqual(4000);
          expect(textsOf(card).every((text) => text.trim() !== '')).toBe(true);
          expect(countOf(card)).toBeLessThanOrEqual(40);
          expect(card.components.length).toBeLessThanOrEqual(10);
          const ids = buttonsOf(card).map((button) => button.custom_id);
          expect(new Set(ids).size).toBe(ids.length);
          expect(ids.every((id) => id.length <= 100)).toBe(true);
          for (const { label } of buttonsOf(card).map((button) => ({ label: '', ...button }))) {
            expect(label.length).toBeLessThanOrEqual(80);
            expect(label.trim()).not.toBe('');
          }
        }
      }),
      { numRuns: 50 },
    );
  });

  it('gives its question and its choices back exactly, whatever an article holds', () => {
    fc.assert(
      fc.property(hostileReply, anyQuestion, (reply, asked) => {
        fc.pre(formatQuestion(asked).length <= 1000);
        const shown = reply.choices.filter((each) => formatQuestion(each.question).length <= 1000);
        for (const card of cardsOf(reply, asked))
          for (const { custom_id: id } of buttonsOf(card)) {
            const { kind, number = 0 } = parseCustomId(id) ?? {};
            const expected = kind === 'page' ? asked : shown[number - 1]?.question;
            expect(read(card, id)?.question).toEqual(expected);
          }
      }),
      { numRuns: 50 },
    );
  });

  it('is not taken in by an article that poses as a choice', () => {
    const article = articleOf('1. `/quote who: Lavrov` says the article.');
    const reply = foundReply([[quoteOf(citeWords(article, article.body))]]);
    expect(read(cardOf(reply, question), 'v1|choice|1')).toBeUndefined();
    expect(read(cardOf(reply, question), 'v1|page|2')).toEqual({ question, page: 2 });
  });
});
