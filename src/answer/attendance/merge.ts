import { type Citation, cite } from '../../article/citation.ts';
import type { Hit } from '../../search/corpus.ts';
import { areKin } from '../../extraction/lexicon/gathering-nouns.ts';
import type { Attendee, Gathering } from '../../extraction/facts.ts';
import { countryOf } from '../../extraction/lexicon/places.ts';
import { foldName } from '../../text/fold.ts';
import { contains, type Span, slice } from '../../text/span.ts';
import type { Attendance, AttendeeLine, SettingLine } from '../answer.ts';
import { countedDays } from '../counted-days.ts';
import { areOtherDays, type Event, eventKinds, hasNoun, samePlaceWords } from './match.ts';
import { standsAlone } from '../../search/role.ts';

// Several articles about one gathering become one answer.

const A_DAY = 24 * 60 * 60 * 1000;
/** Reports of one gathering come out within so many days of each other. */
const DAYS_APART = 2;

/**
 * Whether two events are one: kin in kind, near in time, at one place or with the same people.
 * Where two reports differ on the place, the people must tell that they mean the same.
 */
export function isSameEvent(a: Event, b: Event): boolean {
  if (!eventKinds(a).some((kind) => eventKinds(b).some((other) => areKin(kind, other))))
    return false;
  if (!areNear(a, b) || isToCome(a) !== isToCome(b)) return false;
  const [here, there] = [placeOf(a), placeOf(b)];
  if (a.reading === b.reading) return sameTime(a, b) && (here === there || agree(here, there));
  const shared = countShared(a, b);
  if (here === undefined || there === undefined) return shared >= 2;
  const likeness = likenessOf(here, there);
  if (likeness === 'other') return shared >= 2 && sameTime(a, b);
  return likeness === 'same' || shared >= 1;
}

/** `Riyadh` and `the Saudi capital` are the same; a country holds many, a hotel may be anywhere. */
function likenessOf(here: string, there: string): 'same' | 'wide' | 'other' {
  if (isCountry(here) && isCountry(there)) return samePlaceWords(here, there) ? 'wide' : 'other';
  const isWide = [here, there].some((place) => isCountry(place) || VENUE.test(place));
  if (isWide && foldName(here) !== foldName(there)) return 'wide';
  return samePlaceWords(here, there) ? 'same' : 'other';
}

const VENUE =
  /\b(?:hotel|palace|hall|room|cent(?:re|er)|house|ministry|airport|embassy|headquarters|club|church|museum|parliament|building|residence|university|villa|castle|resort|base|compound|office|library|stadium|arena|park|theat(?:re|er))\b/iu;

const isCountry = (place: string): boolean => {
  const name = countryOf(place.replace(/^the /iu, ''));
  return name !== undefined && !name.seats.some((seat) => foldName(place).includes(foldName(seat)));
};

/** Days are told apart by their words: `Friday`, `last week`. */
const sameTime = (a: Event, b: Event): boolean => {
  const [one, other] = [a, b].map(
    ({ reading, gathering: { time } }) => time && slice(reading.article.body, time).toLowerCase(),
  );
  return one !== undefined && one === other;
};

const agree = (here: string | undefined, there: string | undefined): boolean =>
  here === undefined || there === undefined || samePlaceWords(here, there);

const isToCome = ({ gathering: { attended, expected } }: Event): boolean =>
  attended.length === 0 && expected.length > 0;

function areNear({ reading: a }: Event, { reading: b }: Event): boolean {
  if (a === b) return true;
  const [one, other] = [a.article.date, b.article.date].map((date) => Date.parse(date ?? ''));
  if (one === undefined || other === undefined || Number.isNaN(one) || Number.isNaN(other))
    return true;
  return Math.abs(one - other) <= DAYS_APART * A_DAY;
}

const placeOf = ({ reading, gathering }: Event): string | undefined =>
  gathering.place && slice(reading.article.body, gathering.place);

function countShared(a: Event, b: Event): number {
  const known = new Set(namesOf(a));
  return namesOf(b).filter((name) => known.has(name)).length;
}

/** Of those there and those away: a report may dispute what another says. */
const namesOf = ({ reading, gathering: { attended, absent } }: Event): string[] =>
  [...attended, ...absent]
    .filter(({ entity }) => entity !== undefined)
    .map(({ name }) => keyOf(slice(reading.article.body, name)));

/** What tells a person from others: the last word of the name, however it is spelled. */
const keyOf = (name: string): string =>
  countryOf(name)?.name ?? foldName(name).split(' ').at(-1) ?? '';

/** `Riyadh talks` says more than `talks`. */
const saysWhere = ({ reading, gathering: { name, place } }: Event): boolean =>
  place !== undefined &&
  slice(reading.article.body, name).includes(slice(reading.article.body, place));

/** A noun for it heads a card better than a clause. */
const headingWorth = (event: Event): number => (hasNoun(event) ? 1 + Number(saysWhere(event)) : 0);

/** One answer from the reports of one gathering, the best first. */
export function mergeEvents(events: readonly Event[], hits: readonly Hit[] = []): Attendance {
  const attended = mergeLines(events, 'attended');
  const absent = mergeLines(events, 'absent');
  return {
    kind: 'found',
    event: events
      .toSorted((a, b) => headingWorth(b) - headingWorth(a))
      .map(({ reading, gathering }) => cite(reading.article, gathering.name)),
    settings: mergeSettings(events),
    told: events.flatMap((event) => tellingOf(event, hits)),
    attended: dispute(attended, absent),
    absent: dispute(absent, attended),
    expected: mergeLines(events, 'expected'),
  };
}

/** Marks those of whom another list says otherwise. */
function dispute(lines: readonly AttendeeLine[], others: readonly AttendeeLine[]): AttendeeLine[] {
  const elsewhere = new Set(others.map(({ name }) => keyOf(name.text)));
  return lines.map((line) =>
    elsewhere.has(keyOf(line.name.text)) ? { ...line, isDisputed: true } : line,
  );
}

/** Where and when by the first report; of the others, what they say differently. */
function mergeSettings(events: readonly Event[]): SettingLine[] {
  const lines: SettingLine[] = [];
  for (const { reading, gathering } of events) {
    const { article } = reading;
    const place = gathering.place && cite(article, gathering.place);
    const time = gathering.time && cite(article, gathering.time);
    const isNewPlace =
      place && !lines.some((line) => line.place && samePlaceWords(line.place.text, place.text));
    const isNewTime =
      time && !lines.some((line) => line.time && !areOtherDays(line.time.text, time.text));
    if (!isNewPlace && !isNewTime) continue;
    const days = isNewTime && countedDays(reading, time);
    lines.push({
      ...(isNewPlace ? { place } : {}),
      ...(isNewTime ? { time } : {}),
      ...(days ? { days } : {}),
      evidence: cite(
        article,
        sentenceWith(gathering, (isNewPlace ? place : time) ?? gathering.name),
      ),
    });
  }
  return lines;
}

const sentenceWith = ({ told, sentence }: Gathering, part: Span): Span =>
  told.find((one) => contains(one, part)) ?? sentence;

/** So many sentences that speak of a gathering are shown for each report of it. */
const MOST_TOLD = 2;

/** The sentences that speak of a gathering, those first that answer the question's words best. */
function tellingOf({ reading, gathering }: Event, hits: readonly Hit[]): Citation[] {
  const scores = new Map(
    hits.filter((hit) => hit.reading === reading).map((hit) => [hit.sentence.start, hit.score]),
  );
  return [gathering.sentence, ...gathering.told.filter(({ start }) => scores.has(start))]
    .toSorted((a, b) => (scores.get(b.start) ?? 0) - (scores.get(a.start) ?? 0))
    .filter(({ start }, index, all) => all.findIndex((other) => other.start === start) === index)
    .slice(0, MOST_TOLD)
    .map((sentence) => cite(reading.article, sentence));
}

function mergeLines(
  events: readonly Event[],
  list: 'attended' | 'absent' | 'expected',
): AttendeeLine[] {
  const lines = new Map<string, AttendeeLine>();
  for (const { reading, gathering } of events)
    for (const attendee of gathering[list]) {
      const line = toLine(reading, attendee);
      const key = keyOf(line.name.text);
      const known = lines.get(key);
      lines.set(key, known === undefined ? line : fill(known, line));
    }
  const all = [...lines.values()];
  const persons = all.filter(({ name }) => countryOf(name.text) === undefined);
  // Beside those who spoke for it, a country is no guest of its own.
  return list === 'absent' || persons.length === 0 ? all : persons;
}

function toLine({ article }: Event['reading'], attendee: Attendee): AttendeeLine {
  const { name, role, side, note, evidence, isCorrected } = attendee;
  return {
    name: cite(article, name),
    roles: role && standsAlone(article, role) ? [cite(article, role)] : [],
    ...(side === undefined ? {} : { side: cite(article, side) }),
    ...(note === undefined ? {} : { note: cite(article, note) }),
    ...(isCorrected ? { isCorrected } : {}),
    evidence: [cite(article, evidence)],
  };
}

/** What one article leaves out, another may say; where they differ on the role, both count. */
function fill(known: AttendeeLine, other: AttendeeLine): AttendeeLine {
  const isNew = (role: Citation): boolean =>
    known.roles.every(({ text }) => lastWord(text) !== lastWord(role.text));
  return {
    ...other,
    ...known,
    roles: [...known.roles, ...other.roles.filter(isNew)],
    evidence: [...known.evidence, ...other.evidence],
  };
}

const lastWord = (words: string): string => foldName(words).split(' ').at(-1) ?? '';
