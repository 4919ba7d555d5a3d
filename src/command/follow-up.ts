import type { Question, Reply, ReplyChoice } from './reply.ts';
import { cited, field, message } from './reply.ts';
import type { Citation } from '../article/citation.ts';
import { oneLine } from './markup.ts';
import type { MessageKey } from './messages.ts';
import { addDays } from '../text/days.ts';

// Questions that go on from a card, and questions that lean on one: "and what did he say?"

/** `More by this speaker · Marco Rubio` */
const followUp = (
  label: MessageKey,
  question: Question,
  ...about: readonly Citation[]
): ReplyChoice => ({ label: [message(label), ...about.map(cited)], question });

/** What a card on one person lets ask on; without a name nothing. */
export const personOf = (name: Citation | undefined): Pick<Reply, 'person'> =>
  name === undefined ? {} : { person: oneLine(name.text) };

/** What else somebody said. */
export const moreBy = (speaker: Citation): ReplyChoice =>
  followUp(
    'follow.speaker',
    { command: 'quote', options: { who: oneLine(speaker.text) } },
    speaker,
  );

export const whoIsThis = (name: Citation): ReplyChoice =>
  followUp('follow.who', { command: 'who-is', options: { who: oneLine(name.text) } }, name);

/** Who stands where on something. */
export const whoDisagrees = (on: string): ReplyChoice => ({
  label: [message('follow.disagree'), field(on)],
  question: { command: 'stance', options: { on } },
});

/** How many days on either side of a card's article still belong to its time. */
const AROUND = 7;

/** What happened on something in the days around an article, or ever where it has no date. */
export function beforeAndAfter(about: string, { article }: Citation): ReplyChoice {
  const day = /^\d{4}-\d{2}-\d{2}/u.exec(article.date ?? '')?.[0];
  const period =
    day === undefined ? {} : { since: addDays(day, -AROUND), until: addDays(day, AROUND) };
  return {
    label: [message('follow.around'), field(about)],
    question: { command: 'timeline', options: { about, ...period } },
  };
}

// `he` and `she` stand where a name may; after these words they stand for a thing.
const PRONOUN = /\b(he|she|him|her|they|them|his|hers|their|theirs)\b/giu;
const POSSESSIVE = new Set(['his', 'hers', 'their', 'theirs']);

/** A beginning that only joins a question to the one before it: `And what …`, `ok, so who …`. */
const JOINT = /^\s*(?:(?:and|but|so|ok(?:ay)?|well|then|also)\b[\s,]*)+/iu;

/**
 * A question that leans on a card as one that stands alone: `and what did he say about NATO?` after a
 * card on Marco Rubio → `what did Marco Rubio say about NATO?`. Only the first pronoun is filled in,
 * as the others may mean whom the question names itself.
 */
export function standAlone(asked: string, { person }: Pick<Reply, 'person'>): string {
  const question = asked.replace(JOINT, '').trim();
  if (person === undefined) return question;
  const pronoun = question.match(PRONOUN)?.[0];
  if (pronoun === undefined || namesSomebodyBefore(question, pronoun)) return question;
  const isOwner =
    POSSESSIVE.has(pronoun.toLowerCase()) ||
    (/^her$/iu.test(pronoun) &&
      /\bher\s+\p{Ll}/u.test(question) &&
      !/\bher\s+(?:about|on|in|at|to|for|and|or|with)\b/u.test(question));
  const name = isOwner ? `${person}’s` : person;
  return question.replace(new RegExp(`\\b${pronoun}\\b`, 'u'), () => name);
}

/** `Did Putin say what he wants?` names him itself. */
function namesSomebodyBefore(question: string, pronoun: string): boolean {
  const before = question.slice(0, question.search(new RegExp(`\\b${pronoun}\\b`, 'u')));
  return /(?<=\S\s+)\p{Lu}\p{L}+/u.test(before);
}
