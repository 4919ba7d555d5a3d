import { z } from 'zod';
import type { Corpus, Reading } from '../search/corpus.ts';
import { completeFigures } from '../search/people.ts';
import { fold } from '../text/fold.ts';
import { remembered } from '../text/remembered.ts';
import type { Completion, OptionDefinition } from './command.ts';
import type { Days } from '../text/days.ts';
import { readDays } from './days.ts';
import { removedMessage } from './keeping/origin.ts';
import type { MessageKey } from './messages.ts';
import { field, message } from './reply.ts';

// The options that several commands share.

/** The longest value of an option, in UTF-16 code units. */
const LONGEST_VALUE = 300;

/** The most completions that Discord shows, and the longest of either part of one. */
const MOST_COMPLETIONS = 25;
const LONGEST_COMPLETION = 100;

const text = z
  .string()
  .trim()
  .max(LONGEST_VALUE, 'fault.option.long' satisfies MessageKey)
  .transform((value) => (value === '' ? undefined : value))
  .optional();

/** An option of free text; an empty value counts as none. */
export function textOption(
  description: MessageKey,
  complete?: OptionDefinition['complete'],
): OptionDefinition {
  return { description, schema: text, ...(complete === undefined ? {} : { complete }) };
}

const DATE_RULE: MessageKey = 'fault.option.day';

/** A day; of a month or a year typed `since` takes the first and `until` the last. */
export const dayOption = (description: MessageKey, end: keyof Days): OptionDefinition => ({
  description,
  schema: text.transform((typed, context) => {
    const days = typed === undefined ? undefined : readDays(typed);
    if (typed !== undefined && days === undefined) context.addIssue(DATE_RULE);
    return days?.[end];
  }),
});

/** The time from which and to which articles count, both days included. */
export const periodOptions = {
  since: dayOption('option.since', 'first'),
  until: dayOption('option.until', 'last'),
};

export const orderOption: OptionDefinition = {
  description: 'option.order',
  schema: text.pipe(
    z.enum(['best', 'newest'], 'fault.option.order' satisfies MessageKey).optional(),
  ),
  choices: [
    { value: 'best', label: 'order.best' },
    { value: 'newest', label: 'order.newest' },
  ],
};

/** Only in one article, by its id. */
export const articleOption: OptionDefinition = {
  ...textOption('option.article', completeAnyArticle),
  refuse: (id, corpus) => {
    if (corpus.reading(id) !== undefined) return undefined;
    const gone = corpus.removed(id);
    return gone === undefined
      ? message('refused.article', { article: field(id) })
      : removedMessage(gone);
  },
};

/** One of the articles that the server's own moderators may change. */
export const ownArticleOption: OptionDefinition = {
  ...textOption('option.article', (typed, corpus, context) => {
    const { keeping, actor } = context ?? {};
    const shelf = keeping?.shelfOf(actor?.guildId ?? '');
    return completeArticles(typed, corpus, ({ article }) => article.shelf === shelf);
  }),
};

/** The number of a paragraph. */
export const paragraphOption: OptionDefinition = {
  description: 'option.paragraph',
  schema: text.pipe(
    z
      .string()
      .regex(/^[¶§#]?\s*\d{1,6}$/u, 'fault.option.paragraph' satisfies MessageKey)
      .transform((typed) => typed.replace(/\D/gu, ''))
      .optional(),
  ),
};

/** Whether a zip takes old versions along. */
export const historyOption: OptionDefinition = {
  description: 'option.history',
  schema: text.pipe(z.enum(['yes', 'no'], 'fault.option.history' satisfies MessageKey).optional()),
  choices: [
    { value: 'no', label: 'history.no' },
    { value: 'yes', label: 'history.yes' },
  ],
};

/** By id, told apart by title. */
function completeArticles(
  typed: string,
  { readings }: Corpus,
  isOffered: (reading: Reading) => boolean,
): Completion[] {
  const wanted = fold(typed);
  function* found(): Generator<Reading> {
    for (const { reading, folded } of foldedNames(readings))
      if (isOffered(reading) && folded.includes(wanted)) yield reading;
  }
  return completions(found(), ({ article: { id, title } }) => [id, `${title} (${id})`]);
}

export function completeAnyArticle(typed: string, corpus: Corpus): Completion[] {
  return completeArticles(typed, corpus, () => true);
}

/** Made once a view: whoever types asks for all of them again with each letter. */
const foldedNames = remembered((readings: readonly Reading[]) =>
  readings.map((reading) => ({
    reading,
    folded: fold(`${reading.article.id} ${reading.article.title}`),
  })),
);

export const isAnybody = (): boolean => true;

/** Whom and what the articles name: people, bodies, countries. */
export function completeNames(typed: string, corpus: Corpus): Completion[] {
  return completions(completeFigures(typed, corpus, isAnybody), ({ name }) => [name, name]);
}

/** The first of the found that fit, each as value and label; none is offered twice. */
export function completions<Found>(
  found: Iterable<Found>,
  describe: (one: Found) => readonly [value: string, label: string],
): Completion[] {
  const offered = new Map<string, Completion>();
  for (const one of found) {
    if (offered.size >= MOST_COMPLETIONS) break;
    const [value, label] = describe(one).map((words) => words.slice(0, LONGEST_COMPLETION));
    if (value !== undefined && label !== undefined && value !== '' && !offered.has(value))
      offered.set(value, { value, label });
  }
  return [...offered.values()];
}
