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

// `they` may be several, so only these are filled in; after other words they stand for a thing.
const PRONOUN = /\b(?:he|she|him|her|his)\b/giu;

// `her` before these is whom, not whose: `who met her in Riyadh`, `… her yesterday`.
const AFTER_OBJECT =
  /\bher(?:\s+(?:about|again|and|as|at|before|but|by|during|for|from|in|last|of|on|or|since|there|to|today|tomorrow|when|with|yesterday)\b|\s*[?.!,]|\s*$)/iu;

/** A beginning that only joins a question to the one before it: `And what …`, `ok, so who …`. */
const JOINT = /^\s*(?:(?:and|but|so|ok(?:ay)?|well|then|also)\b[\s,]*)+/iu;

/** With what a question begins that names nobody before its pronoun. */
const OPENING =
  /^(?:what|when|where|who|whom|whose|why|how|which|did|does|do|has|have|had|is|was|were|will|would|can|could|should|tell|show|about|else|more|the|me|us|say|said|other|others|things?|to|of|for|with|on|in|at|and|that|this|it|are|not|ever|met|meet|meets|asked|quoted|quote|spoke|answered|criticised|criticized|supports?|opposes?|agreed?|disagreed?|called|told)$/iu;

/**
 * A question that leans on a card as one that stands alone: `and what did he say about NATO?` after a
 * card on Marco Rubio → `what did Marco Rubio say about NATO?`. Only the first pronoun is filled in,
 * and only where no word before it may name somebody else; in doubt it stays as it is.
 */
export function standAlone(asked: string, { person }: Pick<Reply, 'person'>): string {
  const question = asked.replace(JOINT, '').trim();
  const [found] = question.matchAll(PRONOUN);
  if (person === undefined || found === undefined) return question;
  const before = question.slice(0, found.index);
  const words = before.match(/[\p{L}\p{N}’'-]+/gu) ?? [];
  if (!words.every((word) => OPENING.test(word))) return question;
  const [pronoun] = found;
  const isOwner =
    /^his$/iu.test(pronoun) || (/^her$/iu.test(pronoun) && !AFTER_OBJECT.test(question));
  const name = isOwner ? `${person}’s` : person;
  return `${before}${name}${question.slice(found.index + pronoun.length)}`;
}
