import {
  type APIMessageTopLevelComponent,
  ComponentType,
  type TopLevelComponent,
} from 'discord.js';
import { joinNames } from '../answer/asked.ts';
import { type Press, parseCustomId } from '../command/custom-id.ts';
import { parseQuestion } from '../command/question.ts';
import type { Question } from '../command/reply.ts';

// Buttons carry only a number and menus an option's name; the question is read back from the bot's own card. Words of articles
// cannot pose as a question there: what is escaped has a backslash before each backtick.

/** A card as discord.js or Discord itself gives it. */
export interface Card {
  readonly components: readonly (TopLevelComponent | APIMessageTopLevelComponent)[];
}

/** The card's question, and the page to show of its answer. */
export interface Asked {
  readonly question: Question;
  readonly page: number;
}

/**
 * What a press on the card asks, or a choice of values in its menu; undefined where the card cannot
 * be read back.
 */
export function readPress(
  card: Card,
  press: Exclude<Press, { readonly kind: 'do' }>,
  values: readonly string[] = [],
): Asked | undefined {
  const texts = textsOf(card);
  switch (press.kind) {
    case 'page':
      return asked(firstLine(texts), press.number);
    case 'choice':
      return asked(choiceLine(texts, press.number), 1);
    case 'menu':
      return withValues(asked(firstLine(texts), 1), press.option, values);
    default:
      return press satisfies never;
  }
}

/** The question that the card answers, and the page that it shows; undefined where it answers none. */
export const readCard = (card: Card): Asked | undefined =>
  asked(firstLine(textsOf(card)), pageOn(card));

/** The page is what its own buttons are about. */
function pageOn(card: Card): number {
  const abouts = partsOf(card).flatMap((part) =>
    part.type === ComponentType.ActionRow ? part.components.flatMap(argumentOf) : [],
  );
  return abouts.map(Number).find((page) => page > 0) ?? 1;
}

function argumentOf(component: object): readonly string[] {
  const id = 'custom_id' in component ? component.custom_id : undefined;
  const idOf = id ?? ('customId' in component ? component.customId : undefined);
  const press = typeof idOf === 'string' ? parseCustomId(idOf) : undefined;
  return press?.kind === 'do' && press.action.startsWith('card.') ? [press.argument] : [];
}

function asked(code: string | undefined, page: number): Asked | undefined {
  const question = code === undefined ? undefined : parseQuestion(code);
  return question && { question, page };
}

/** The card's question about these values. */
const withValues = (
  card: Asked | undefined,
  option: string,
  values: readonly string[],
): Asked | undefined =>
  card && {
    ...card,
    question: {
      ...card.question,
      options: { ...card.question.options, [option]: joinNames(values) },
    },
  };

/** `` `/quote who: Rubio` `` on the first line of the first text. */
const firstLine = ([text = '']: readonly string[]): string | undefined =>
  /^`([^`\n]+)`(?=\n|$)/u.exec(text)?.[1];

/** The code span of `` 2. `/quote who: Lavrov` Sergei Lavrov ``. */
const choiceLine = (texts: readonly string[], number: number): string | undefined =>
  texts
    .map((text) => new RegExp(`^${number}\\. \`([^\`\\n]+)\``, 'mu').exec(text)?.[1])
    .find(Boolean);

/** The ids of the articles that the card lists as its sources: `-# [1] Title · riyadh-talks ¶2`. */
export const citedIn = (card: Card): readonly string[] => [
  ...new Set(
    textsOf(card)
      .flatMap((text) => [...text.matchAll(/^-# \[\d+\] .* · (\S+) ¶\d/gmu)])
      .map(([, id = '']) => id.replace(/\\(.)/gu, '$1')),
  ),
];

/** The card's text displays from top to bottom. */
const textsOf = (card: Card): readonly string[] =>
  partsOf(card).flatMap((component) =>
    component.type === ComponentType.TextDisplay ? [component.content] : [],
  );

const partsOf = ({ components }: Card) =>
  components.flatMap((component) =>
    component.type === ComponentType.Container ? component.components : [component],
  );
