import { type Citation, cite } from '../../article/citation.ts';
import type { Polarity, Quotation, Stance } from '../../extraction/facts.ts';
import { countryOf, isDemonym } from '../../extraction/lexicon/places.ts';
import type { Corpus, Reading } from '../../search/corpus.ts';
import { figureOf } from '../../search/figures.ts';
import { fold } from '../../text/fold.ts';
import { contains, slice, type Span } from '../../text/span.ts';
import { isSurelyNamed } from '../../extraction/quotations/speaker.ts';
import { newestDate } from '../../search/reading-order.ts';
import { standsAlone } from '../../search/role.ts';
import { askedHolder, fitHolder } from './holder.ts';
import type { Stand, StanceLine } from '../answer.ts';
import { findChange } from './change.ts';
import { balance, type Weighed } from './verdict.ts';

// Positions found, put together to where holders stand.

const MOST_LINES = 60;

/** What positions of one holder on one thing come to; there must be one. */
export function standOf(lines: readonly [Weighed, ...Weighed[]]): Stand {
  const change = findChange(lines);
  const polarity = change?.now ?? balance(lines);
  const strongest = surestOfEach(lines, polarity);
  return {
    holder: nameOf(lines, strongest[0] ?? lines[0]),
    polarity,
    strongest: strongest.map(toLine),
    lines: onceEach(lines.toSorted(newestFirst)).slice(0, MOST_LINES).map(toLine),
    ...(change === undefined
      ? {}
      : {
          change: {
            before: change.before,
            until: evidenceOf(change.until),
            since: evidenceOf(change.since),
          },
        }),
  };
}

/** One stand for each holder: a country with all who speak for it, a person in all articles. */
export const standsByHolder = (lines: readonly Weighed[], corpus: Corpus): readonly Stand[] =>
  grouped(lines, (line) => holderKey(line, corpus));

/** One stand for each target, by its words. */
export const standsByTarget = (lines: readonly Weighed[]): readonly Stand[] =>
  grouped(lines, targetKey);

/** The group with the weightiest line first. */
function grouped(lines: readonly Weighed[], keyOf: (line: Weighed) => unknown): readonly Stand[] {
  const groups = new Map<unknown, [Weighed, ...Weighed[]]>();
  for (const line of lines.toSorted((a, b) => b.weight - a.weight || newestFirst(a, b))) {
    const key = keyOf(line);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [line]);
    else group.push(line);
  }
  return [...groups.values()].map(standOf);
}

/** What is left of `the Norwegian government` without it names the country. */
const GOVERNMENT =
  /^the (?=\p{Lu})| (?:government|administration|authorities|cabinet|delegation|side)$/giu;

function holderKey({ reading, stance }: Weighed, corpus: Corpus): unknown {
  const { entity, onBehalfOf, holder } = stance;
  const body = slice(reading.article.body, onBehalfOf ?? holder);
  const country = countryOf(body.replace(GOVERNMENT, ''));
  if (country !== undefined) return country;
  const figure = entity === undefined ? undefined : figureOf(corpus, { reading, entity });
  return figure ?? fold(body);
}

/** `the toll` and `The toll` are one thing. */
const targetKey = ({ reading, stance: { target } }: Weighed): string =>
  fold(slice(reading.article.body, target)).replace(/^(?:the|a|an|its|their|his|her|this) /u, '');

const POLARITIES: readonly Polarity[] = ['supports', 'opposes', 'mixed'];

/** The weightiest line of each polarity, that of `first` in front. */
const surestOfEach = (lines: readonly Weighed[], first: Polarity): readonly Weighed[] =>
  [first, ...POLARITIES.filter((polarity) => polarity !== first)].flatMap((polarity) =>
    lines
      .filter(({ side }) => side === polarity)
      .toSorted((a, b) => b.weight - a.weight || newestFirst(a, b))
      .slice(0, 1),
  );

export const newestFirst = (a: Weighed, b: Weighed): number =>
  newestDate(a.reading, b.reading) || b.weight - a.weight;

/** Of positions that one sentence shows the same way, the first. */
function onceEach(weighed: readonly Weighed[]): Weighed[] {
  const seen = new Set<string>();
  return weighed.filter(({ reading, stance: { evidence, polarity, holder } }) => {
    const key = `${reading.article.shelf}/${reading.article.id} ${evidence.start} ${polarity} ${holder.start}`;
    return !seen.has(key) && seen.add(key);
  });
}

function toLine({ reading, stance }: Weighed): StanceLine {
  const { article } = reading;
  const saidBy = teller(reading, stance);
  const isCorrected = stance.isCorrected ?? (saidBy && quotedWith(reading, stance)?.isCorrected);
  return {
    polarity: stance.polarity,
    strength: stance.strength,
    holder: holderOf(reading, stance),
    ...(stance.onBehalfOf === undefined ? {} : { onBehalfOf: cite(article, stance.onBehalfOf) }),
    ...(saidBy === undefined ? {} : { saidBy: cite(article, saidBy) }),
    target: cite(article, stance.target),
    cue: cite(article, stance.cue),
    evidence: cite(article, stance.evidence),
    ...(isCorrected ? { isCorrected } : {}),
  };
}

const quotedWith = ({ facts }: Reading, { cue }: Stance): Quotation | undefined =>
  facts.quotations.find(({ span: words }) => contains(words, cue));

/** Somebody else whose words tell of the position: `“Ann wants a deal,” | Bob | said`. */
function teller(reading: Reading, stance: Stance): Span | undefined {
  const { article, facts } = reading;
  const { holder, entity } = stance;
  const speaker = quotedWith(reading, stance)?.speaker;
  const known = facts.entities[speaker?.entity ?? -1];
  if (speaker === undefined || known?.isNamed !== true || !isSurelyNamed(speaker)) return undefined;
  const whose = askedHolder(slice(article.body, facts.entities[entity ?? -1]?.name ?? holder));
  const other = { span: speaker.mention, entity: speaker.entity };
  const isOwn = speaker.entity === entity || !standsAlone(article, holder);
  return isOwn || fitHolder(whose, other, reading).score > 0 ? undefined : known.name;
}

const evidenceOf = ({ reading, stance }: Weighed): Citation =>
  cite(reading.article, stance.evidence);

/** Who holds it; where several speak for a country, the country. */
function nameOf(lines: readonly Weighed[], strongest: Weighed): Citation {
  const holder = holderOf(strongest.reading, strongest.stance);
  const isAlone = lines.every(
    ({ reading, stance }) => fold(holderOf(reading, stance).text) === fold(holder.text),
  );
  return isAlone ? holder : (countryAmong(lines) ?? holder);
}

/** The country or its seat of government, where some words name it: `Norway`, not `Norwegian`. */
const countryAmong = (lines: readonly Weighed[]): Citation | undefined =>
  lines
    .map(({ reading, stance }) => cite(reading.article, stance.onBehalfOf ?? stance.holder))
    .find(({ text }) => countryOf(text) !== undefined && !isDemonym(text));

/** The holder by the fullest name that the article gives. */
export function holderOf({ article, facts }: Reading, { holder, entity }: Stance): Citation {
  const known = facts.entities[entity ?? -1];
  const words: Span = known?.isNamed === true ? known.name : holder;
  return cite(article, words);
}
