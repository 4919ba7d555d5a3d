import {
  type APIActionRowComponent,
  type APIButtonComponent,
  type APIComponentInContainer,
  type APIContainerComponent,
  type APIStringSelectComponent,
  type APITextDisplayComponent,
  ButtonStyle,
  ComponentType,
} from 'discord.js';
import { type Press, formatCustomId } from '../command/custom-id.ts';
import type { Limits } from '../command/filling.ts';
import { type Layout, layOut, pageOf, pagesOf } from '../command/layout.ts';
import { oneLine } from '../command/markup.ts';
import { type Language } from '../command/catalogue/index.ts';
import { type MessageKey, textOf } from '../command/messages.ts';
import type { Page, PageChoice } from '../command/page.ts';
import { refusedReply } from '../command/replies.ts';
import type { Message, Question, Reply, ReplyMenu } from '../command/reply.ts';
import { controlRows } from './controls.ts';
import { markdownIn } from './markdown.ts';
import type { Citation } from '../article/citation.ts';

/**
 * What a card may hold: Discord's 4,000 characters of text in all text displays together, and one
 * row of buttons for choices. Its components are at most 19 of Discord's 40.
 */
const CARD_LIMITS: Limits = { characters: 4000, choices: 5 };

const LONGEST_BUTTON = 80;

/** How a card is shown. */
export interface Showing {
  /** From 1; a number past the last page gives the last. */
  readonly page: number;
  /** To one member alone. */
  readonly isPrivate: boolean;
  /** Whether the answers to its choices are to be private, too. */
  readonly areChoicesPrivate: boolean;
  readonly language: Language;
}

/** A reply's page as a card of Components V2. */
export const cardOf = (
  reply: Reply,
  question: Question | undefined,
  { page, ...showing }: Partial<Showing> = {},
): APIContainerComponent =>
  cardWith(pageOf(layoutOf(reply, question, showing.language), page), reply, question, showing);

/** A card that tells one thing and answers no question. */
export const noticeOf = (told: Message, language: Language): APIContainerComponent =>
  cardOf(refusedReply(told), undefined, { language });

/** What a page of the reply cites, in the order of its sources. */
export const citedOn = (
  reply: Reply,
  question: Question,
  { page, language }: Partial<Showing>,
): readonly Citation[] => pageOf(layoutOf(reply, question, language), page).cited;

/** A card for each of a reply's pages. */
export const cardsOf = (
  reply: Reply,
  question: Question | undefined,
  showing: Partial<Showing> = {},
): readonly APIContainerComponent[] =>
  pagesOf(layoutOf(reply, question, showing.language)).map((page) =>
    cardWith(page, reply, question, showing),
  );

interface LaidOut {
  readonly question: Question | undefined;
  readonly language: Language;
  readonly layout: Layout;
}

/** As it was last asked for: what a card that was just sent cites is looked up at once. */
const laidOut = new WeakMap<Reply, LaidOut>();

function layoutOf(reply: Reply, question: Question | undefined, language: Language = 'en'): Layout {
  const known = laidOut.get(reply);
  if (known !== undefined && known.question === question && known.language === language)
    return known.layout;
  const layout = layOut(reply, question, markdownIn(language), CARD_LIMITS);
  laidOut.set(reply, { question, language, layout });
  return layout;
}

/**
 * A page as a card. From top to bottom, what it has of:
 *
 *     question and heading
 *     ────
 *     entries
 *     choices
 *     ────
 *     sources and notes
 *     [menu]
 *     [1] [2] [3]
 *     controls
 *     [‹ Back] [Next ›] [In context] [Share] [More…]
 */
const cardWith = (
  page: Page,
  reply: Reply,
  question: Question | undefined,
  {
    isPrivate = reply.isPrivate,
    areChoicesPrivate = false,
    language = 'en',
  }: Partial<Omit<Showing, 'page'>>,
): APIContainerComponent =>
  containerOf([
    ...pageParts(page),
    ...menuRow(reply.menu, language),
    ...buttonRow(page.choices.map((choice) => choiceButton(choice, areChoicesPrivate))),
    ...controlRows(reply.controls ?? [], language),
    ...buttonRow(
      [
        ...(question === undefined ? [] : pageButtons(page)),
        ...actButtons(reply, question, page, isPrivate),
      ].map((button) => buttonIn(button, language)),
    ),
  ]);

/** What can be done with an answer as it stands: `[In context] [Share] [More…]`. */
function actButtons(
  { outcome }: Reply,
  question: Question | undefined,
  { number, cited }: Page,
  isPrivate: boolean,
): LabelledButton[] {
  if (question === undefined) return [];
  const argument = String(number);
  const isFound = outcome === 'found';
  const isElsewhere = cited.length > 0 && question.command !== 'source';
  return [
    ...(isFound && isElsewhere ? [actButton('card.context', argument)] : []),
    ...(isPrivate && (isFound || outcome === 'none') ? [actButton('card.share', argument)] : []),
    ...(isFound ? [actButton('card.more', argument)] : []),
  ];
}

const actButton = (
  action: 'card.context' | 'card.share' | 'card.more',
  argument: string,
): LabelledButton => ({ press: { kind: 'do', action, argument }, label: action });

/** A button under a card, before it is in one language. */
interface LabelledButton {
  readonly press: Press;
  readonly label: MessageKey;
  readonly isDisabled?: boolean;
}

const buttonIn = (
  { press, label, isDisabled }: LabelledButton,
  language: Language,
): APIButtonComponent => ({
  type: ComponentType.Button,
  style: ButtonStyle.Secondary,
  custom_id: formatCustomId(press),
  label: textOf(label, language),
  ...(isDisabled === undefined ? {} : { disabled: isDisabled }),
});

const containerOf = (components: APIComponentInContainer[]): APIContainerComponent => ({
  type: ComponentType.Container,
  components,
});

function pageParts(page: Page): APIComponentInContainer[] {
  const entries = page.entries.join('\n\n');
  const choices = page.choices.map(({ line }) => line).join('\n');
  const small = [...page.sources, ...page.notes].join('\n');
  return [
    textDisplay(page.header),
    ...(entries === '' ? [] : [SEPARATOR, textDisplay(entries)]),
    ...(choices === '' ? [] : [textDisplay(choices)]),
    ...(small === '' ? [] : [SEPARATOR, textDisplay(small)]),
  ];
}

const SEPARATOR = { type: ComponentType.Separator } as const;

const textDisplay = (content: string): APITextDisplayComponent => ({
  type: ComponentType.TextDisplay,
  content,
});

const buttonRow = (buttons: APIButtonComponent[]): APIActionRowComponent<APIButtonComponent>[] =>
  buttons.length === 0 ? [] : [{ type: ComponentType.ActionRow, components: buttons }];

/** Discord shows so many values in a menu, each of at most 100 characters. */
const MOST_VALUES = 25;
const LONGEST_OPTION = 100;

/** A menu to choose several from; none where there are no two to choose. */
function menuRow(
  menu: ReplyMenu | undefined,
  language: Language,
): APIActionRowComponent<APIStringSelectComponent>[] {
  const names = new Set(menu?.values.map(({ text }) => oneLine(text)));
  const values = [...names]
    .filter(({ length }) => length > 0 && length <= LONGEST_OPTION)
    .slice(0, MOST_VALUES);
  if (menu === undefined || values.length < 2) return [];
  const select: APIStringSelectComponent = {
    type: ComponentType.StringSelect,
    custom_id: formatCustomId({ kind: 'menu', option: menu.option }),
    placeholder: textOf(menu.prompt, language),
    min_values: 2,
    max_values: Math.min(menu.most, values.length),
    options: values.map((value) => ({ value, label: value })),
  };
  return [{ type: ComponentType.ActionRow, components: [select] }];
}

const choiceButton = ({ number, label }: PageChoice, isPrivate: boolean): APIButtonComponent => ({
  type: ComponentType.Button,
  style: ButtonStyle.Primary,
  custom_id: formatCustomId({ kind: 'choice', number, isPrivate }),
  label: shorten(oneLine(label)),
});

const shorten = (label: string): string =>
  label.length <= LONGEST_BUTTON
    ? label
    : `${label.slice(0, LONGEST_BUTTON - 1).replace(/[\ud800-\udbff]$/u, '')}…`;

/** Both stay in their places on the first page and on the last, where one of them does nothing. */
const pageButtons = ({ number, count }: Page): LabelledButton[] =>
  count === 1
    ? []
    : [pageButton('page.back', number - 1, count), pageButton('page.next', number + 1, count)];

const pageButton = (
  label: 'page.back' | 'page.next',
  number: number,
  count: number,
): LabelledButton => ({
  press: { kind: 'page', number },
  label,
  isDisabled: number < 1 || number > count,
});
