import { readBytes, writeBytes } from '../text/packing/bytes.ts';
import {
  type Codec,
  type Fields,
  double,
  flag,
  listOf,
  number,
  oneOf,
  record,
  span,
  text,
} from '../text/packing/codec.ts';
import type {
  Attendee,
  DateWords,
  Entity,
  Facts,
  Gathering,
  Mention,
  Quotation,
  Speaker,
  Stance,
} from './facts.ts';

// The facts of one article in a few thousand bytes, about a tenth of what they take as objects. Many
// thousands of articles are kept so, in memory and on disk; only those that a question looks at are
// made into objects again.

/**
 * Says how facts are packed. Facts packed otherwise cannot be read, so whoever changes a codec below
 * raises it.
 */
export const PACKING = 2;

// Which fields of an entity are there, as `record` writes it: the first four always.
const ALWAYS = 0b1111;
const AFFILIATION = 0b1_0000;
const GENDER = 0b10_0000;

const only = <const Value>(value: Value): Codec<Value> => oneOf(value);

const entityKind = oneOf('person', 'organisation', 'place', 'group');
const spans = listOf(span);
const gender = oneOf('female', 'male');

const entityFields: Fields<Entity> = {
  kind: entityKind,
  isNamed: flag,
  name: span,
  roles: spans,
  affiliation: span,
  gender,
};

// Those of all articles are read when a corpus is opened, so they are read in one go.
const entity: Codec<Entity> = {
  write: record(entityFields).write,
  read(from) {
    const bits = from.number();
    if ((bits & ALWAYS) !== ALWAYS) throw new RangeError('a packed entity lacks a field');
    const one = {
      kind: entityKind.read(from),
      isNamed: flag.read(from),
      name: span.read(from),
      roles: spans.read(from),
    };
    const affiliation = (bits & AFFILIATION) === 0 ? undefined : span.read(from);
    const own = (bits & GENDER) === 0 ? undefined : gender.read(from);
    if (affiliation === undefined) return own === undefined ? one : { ...one, gender: own };
    return own === undefined ? { ...one, affiliation } : { ...one, affiliation, gender: own };
  },
};

const mentionKind = oneOf('name', 'pronoun', 'nominal');

// There are more mentions than all else together, so they do without what `record` can.
const mention: Codec<Mention> = {
  write(one, out) {
    span.write(one.span, out);
    mentionKind.write(one.kind, out);
    out.number(one.entity);
  },
  read: (from) => ({
    span: span.read(from),
    kind: mentionKind.read(from),
    entity: from.number(),
  }),
};

const speaker = record<Speaker>({
  mention: span,
  confidence: double,
  entity: number,
  sureness: double,
  isCorrected: only(true),
});

const quotation = record<Quotation>({
  kind: only('quotation'),
  manner: oneOf('direct', 'indirect'),
  isTopic: only(true),
  isMixed: only(true),
  span,
  sentence: span,
  cue: span,
  speaker,
  isCorrected: only(true),
});

const attendee = record<Attendee>({
  name: span,
  entity: number,
  role: span,
  side: span,
  note: span,
  evidence: span,
  isCorrected: only(true),
});

const gathering = record<Gathering>({
  kind: only('gathering'),
  name: span,
  sentence: span,
  told: listOf(span),
  place: span,
  time: span,
  isNotHeld: only(true),
  attended: listOf(attendee),
  absent: listOf(attendee),
  expected: listOf(attendee),
});

const stance = record<Stance>({
  kind: only('stance'),
  holder: span,
  entity: number,
  onBehalfOf: span,
  target: span,
  polarity: oneOf('supports', 'opposes', 'mixed'),
  strength: oneOf('firm', 'hedged', 'conditional'),
  cue: span,
  evidence: span,
  confidence: double,
  isCorrected: only(true),
});

const dateWords = record<DateWords>({ first: text, last: text, span, isCounted: flag });

const entities = listOf(entity);

// What is often wanted alone comes first.
const facts = record<Facts>({
  entities,
  sentences: listOf(span),
  mentions: listOf(mention),
  quotations: listOf(quotation),
  gatherings: listOf(gathering),
  stances: listOf(stance),
  dates: listOf(dateWords),
  denied: listOf(stance),
});

export function packFacts(some: Facts): Uint8Array {
  const out = writeBytes();
  facts.write(some, out);
  return out.done();
}

/** @throws RangeError if the bytes are cut short */
export const unpackFacts = (bytes: Uint8Array): Facts => facts.read(readBytes(bytes));

/**
 * The entities of packed facts alone, at a fraction of the time.
 * @throws RangeError if the bytes are cut short
 */
export function unpackEntities(bytes: Uint8Array): readonly Entity[] {
  const from = readBytes(bytes);
  // Which of the fields are there: all are.
  from.number();
  return entities.read(from);
}
