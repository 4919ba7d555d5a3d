import { paragraphAt } from '../../article/article.ts';
import { findNameIn } from '../../extraction/correction/typed-name.ts';
import type { Ruling } from '../../extraction/correction.ts';
import { KeepingError } from '../../keeping/keeping-error.ts';
import { type Span, contains } from '../../text/span.ts';
import type { Pressed } from '../command.ts';
import type { FormField } from '../reply.ts';
import { type Fact, attendeeRuling, hidingRuling, speakerRuling, stanceRuling } from './fact.ts';

// What a moderator can say of a fact: by which button, with what to fill in, and what it makes of it.

export interface Verdict {
  readonly fields: readonly FormField[];
  /** Undefined where it is right as it is read. */
  readonly rule: (fact: Fact, fields: Pressed['fields']) => Ruling | undefined;
}

const LONGEST_REASON = 300;
const LONGEST_NAME = 100;

export const reasonField: FormField = {
  kind: 'text',
  name: 'reason',
  label: 'form.reason',
  isLong: false,
  isRequired: true,
  most: LONGEST_REASON,
};

const nameField: FormField = {
  kind: 'text',
  name: 'name',
  label: 'form.name',
  isLong: false,
  isRequired: true,
  most: LONGEST_NAME,
};

/** Where a speaker is named; it need not say that it was they who spoke. */
const namePlaceField: FormField = {
  kind: 'text',
  name: 'paragraph',
  label: 'form.name.place',
  isLong: false,
  isRequired: true,
  most: 8,
};

const paragraphField: FormField = {
  kind: 'text',
  name: 'paragraph',
  label: 'form.passage',
  isLong: false,
  isRequired: true,
  most: 8,
};

const withReason = (rule: Verdict['rule']): Verdict => ({ fields: [reasonField], rule });

const withPassage = (verdict: 'attended' | 'absent'): Verdict => ({
  fields: [paragraphField, reasonField],
  rule: (fact, fields) => attendeeRuling(fact, verdict, passageOf(fact, fields)),
});

/** By the name of the button, `review.name`. */
export const VERDICTS: Readonly<Record<string, Verdict>> = {
  'review.name': {
    fields: [nameField, namePlaceField, reasonField],
    rule: (fact, fields) => speakerRuling(fact, nameIn(fact, fields)),
  },
  'review.nobody': withReason(hidingRuling),
  'review.right': withReason(() => undefined),
  'review.there': withPassage('attended'),
  'review.absent': withPassage('absent'),
  'review.unlisted': withReason(hidingRuling),
  'review.supports': withReason((fact) => stanceRuling(fact, 'supports')),
  'review.opposes': withReason((fact) => stanceRuling(fact, 'opposes')),
  'review.mixed': withReason((fact) => stanceRuling(fact, 'mixed')),
  'review.none.stance': withReason(hidingRuling),
};

/** What is filled in to add somebody to a gathering. */
export const ADDING: readonly FormField[] = [
  nameField,
  {
    kind: 'choice',
    name: 'verdict',
    label: 'form.verdict',
    options: [
      { value: 'attended', label: 'review.there' },
      { value: 'absent', label: 'review.absent' },
    ],
  },
  paragraphField,
  reasonField,
];

const paragraphOf = ({ paragraph = '' }: Pressed['fields']): number =>
  Number(/\d+/u.exec(paragraph)?.[0] ?? 0);

/**
 * The name that a moderator typed, where it stands in the paragraph that they point at.
 * @throws KeepingError where it does not
 */
export function nameIn(
  { article, facts }: Pick<Fact, 'article' | 'facts'>,
  fields: Pressed['fields'],
): Span {
  const { name = '' } = fields;
  const number = paragraphOf(fields);
  const found = findNameIn(article, facts, name, number);
  if (found === undefined || paragraphAt(article, found.start) !== number)
    throw new KeepingError('keeping.name', { name, id: `${article.id} ¶${number}` });
  return found;
}

/** The sentence of that paragraph that names the attendee; else all of the paragraph. */
export function passageOf(fact: Fact, fields: Pressed['fields']): Span {
  const { article, facts, read } = fact;
  const number = paragraphOf(fields);
  const paragraph = article.paragraphs[number - 1];
  if (paragraph === undefined)
    throw new KeepingError('keeping.paragraph', {
      id: article.id,
      count: article.paragraphs.length,
    });
  const name = read.kind === 'attendee' ? read.name : paragraph;
  const sentences = facts.sentences.filter((sentence) => contains(paragraph, sentence));
  return sentences.find((sentence) => contains(sentence, name)) ?? paragraph;
}
