import type { Ambiguous, Choice, None } from '../answer/answer.ts';
import type { Scope } from '../search/corpus.ts';
import {
  type DatePart,
  type Entry,
  type Message,
  type Part,
  type Question,
  type Reply,
  type ReplyChoice,
  cited,
  datePart,
  message,
  userMention,
  countPart,
} from './reply.ts';

// The replies that every command gives alike.

/** "The corpus does not say", with how much was read and what comes nearest. */
export const noneReply = (
  answer: None,
  heading = message('none.heading'),
  caveat = message('none.caveat'),
): Reply => ({
  outcome: 'none',
  isPrivate: true,
  heading,
  entries: nearEntries(answer),
  notes: [scopeMessage(answer.scope, caveat), ...undatedMessages(answer.scope)],
  choices: [],
});

/** "Which do you mean?", each choice being the same question with another value for the option. */
export const ambiguousReply = (answer: Ambiguous, question: Question): Reply => ({
  outcome: 'ambiguous',
  isPrivate: true,
  heading: message('ambiguous.heading'),
  entries: [],
  notes: [],
  choices: answer.choices.map((choice) => replyChoice(answer.option, choice, question)),
});

/** Up to three questions that the corpus answers. */
export const guideReply = (examples: readonly Question[]): Reply => ({
  outcome: 'guide',
  isPrivate: true,
  heading: message(examples.length > 0 ? 'guide.heading' : 'guide.empty'),
  entries: [],
  notes: [],
  choices: examples.slice(0, 3).map((question) => ({ label: [], question })),
});

/** Who showed a card to all, having seen it alone. */
export const sharedNote = (userId: string): Message =>
  message('share.by', { user: userMention('user', userId) });

/** Several things one after another: `View Channel, Send Messages`. */
export const listed = (parts: readonly Part[]): readonly Part[] =>
  parts.map((name, at) => (at === 0 ? name : message('list.next', { name })));

/** What is wrong with what was asked, told to the asker alone. */
export const refusedReply = (heading: Message): Reply => ({
  outcome: 'refused',
  isPrivate: true,
  heading,
  entries: [],
  notes: [],
  choices: [],
});

function nearEntries({ near }: None): readonly Entry[] {
  const [first, ...others] = near.map((citation): Entry => [
    { kind: 'quote', citation, emphasis: [] },
  ]);
  if (first === undefined) return [];
  return [[{ kind: 'subheading', text: message('none.near') }, ...first], ...others];
}

/** `412 articles, 3 Jan 2024 to 18 Feb 2025` */
export function countedScope({ articles, from, to }: Scope): Message {
  const count = countMessage(articles);
  if (from === undefined || to === undefined) return count;
  const [first, last] = [dayPart(from), dayPart(to)];
  return first.written === last.written
    ? message('articles.day', { articles: count, day: first })
    : message('articles.dated', { articles: count, from: first, to: last });
}

function scopeMessage({ articles, from, to, undated }: Scope, caveat: Message): Message {
  if (articles === 0)
    return undated === undefined
      ? message('none.scope.empty')
      : message('none.scope.no.time', { caveat });
  const count = countMessage(articles);
  if (from === undefined || to === undefined)
    return message('none.scope', { articles: count, caveat });
  const [first, last] = [dayPart(from), dayPart(to)];
  return first.written === last.written
    ? message('none.scope.day', { articles: count, caveat, day: first })
    : message('none.scope.dated', { articles: count, caveat, from: first, to: last });
}

const DAY_LENGTH = '2025-02-18'.length;

/** Articles are of days: the moment at which one of them appeared would say too much of all. */
const dayPart = (date: string): DatePart => datePart(date.slice(0, DAY_LENGTH));

const countMessage = (articles: number): Message =>
  message('articles.many', { count: countPart(articles) });

/** Articles without a date are of no time; so that they are not taken for searched, it says so. */
const undatedMessages = ({ undated = 0 }: Scope): readonly Message[] =>
  undated === 0 ? [] : [message('none.undated', { articles: countMessage(undated) })];

const replyChoice = (
  option: string,
  { value, label, article }: Choice,
  question: Question,
): ReplyChoice => ({
  label: label.map(cited),
  question: {
    ...question,
    options: { ...question.options, [option]: value, ...(article ? { article } : {}) },
  },
});
