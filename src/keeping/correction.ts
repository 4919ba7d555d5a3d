import { createHash } from 'node:crypto';
import * as z from 'zod';
import { type Article, articleKey } from '../article/article.ts';
import { type Ruling, anchorAt, applyRulings } from '../extraction/correction.ts';
import { placesOf } from '../extraction/correction/anchor.ts';
import type { Reading } from '../search/corpus.ts';
import type { Amendments } from '../search/layered-view.ts';
import type { Correction, Decided, ServerStore } from '../store/server-store.ts';
import type { Change } from './change.ts';
import { KeepingError } from './keeping-error.ts';
import type { Keeping } from './keeping.ts';

// What moderators decide about readings. It is laid over what is read out of the articles, for their
// server alone, and outlives edits and new readings for as long as its words are found.

const anchor = z.object({ words: z.string(), before: z.string(), after: z.string() });

const rulingSchema: z.ZodType<Ruling> = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('speaker'), of: anchor, name: anchor.exactOptional() }),
  z.object({
    kind: z.literal('attendee'),
    gathering: anchor,
    name: anchor,
    verdict: z.enum(['attended', 'absent', 'not-listed']),
    evidence: anchor,
  }),
  z.object({
    kind: z.literal('stance'),
    of: anchor,
    holder: anchor,
    target: anchor.exactOptional(),
    verdict: z.enum(['supports', 'opposes', 'mixed', 'none']),
  }),
]);

/** The ruling of a correction; undefined where it says that the reading is right as it is. */
export const rulingOf = ({ ruling }: Pick<Correction, 'ruling'>): Ruling | undefined =>
  rulingSchema.safeParse(ruling).data;

/** What each server's moderators have decided; the same object for as long as they decide nothing. */
export function amendmentsOf(
  servers: Pick<ServerStore, 'corrections'>,
): (guildId: string) => Amendments {
  const known = new Map<string, Known>();
  return (guildId) => {
    const corrections = servers.corrections.of(guildId);
    const last = known.get(guildId);
    if (last !== undefined && isSame(last.corrections, corrections)) return last.amendments;
    const amendments = amend(corrections, last);
    known.set(guildId, { corrections, amendments });
    return amendments;
  };
}

interface Known {
  readonly corrections: readonly Correction[];
  readonly amendments: Amendments;
}

const isSame = (a: readonly unknown[], b: readonly unknown[]): boolean =>
  a.length === b.length && a.every((each, at) => each === b[at]);

/** What is decided about an article stays the same object where only another article's changed. */
function amend(corrections: readonly Correction[], last: Known | undefined): Amendments {
  const byArticle = groupByArticle(corrections);
  const before = groupByArticle(last?.corrections ?? []);
  return new Map(
    Array.from(byArticle, ([key, own]) => {
      const kept = isSame(before.get(key) ?? [], own) ? last?.amendments.get(key) : undefined;
      return [key, kept ?? amendBy(own)];
    }),
  );
}

function groupByArticle(corrections: readonly Correction[]): ReadonlyMap<string, Correction[]> {
  const byArticle = new Map<string, Correction[]>();
  for (const correction of corrections) {
    if (rulingOf(correction) === undefined) continue;
    const key = `${correction.shelf}/${correction.article}`;
    byArticle.set(key, [...(byArticle.get(key) ?? []), correction]);
  }
  return byArticle;
}

function amendBy(corrections: readonly Correction[]): (reading: Reading) => Reading {
  const rulings = corrections.flatMap((correction) => rulingOf(correction) ?? []);
  const amended = digest(JSON.stringify(rulings));
  return ({ article, facts }) => {
    const { lost } = applyRulings(article, facts, rulings);
    const cautious = lost.flatMap((ruling) => hidingWherever(article, ruling));
    return {
      article,
      facts: applyRulings(article, facts, [...cautious, ...rulings]).facts,
      amended,
    };
  };
}

/**
 * The words of a ruling that cannot be placed any more, wherever they stand, without a speaker: the one
 * that was wrong is not to come back while the ruling waits in review.
 */
function hidingWherever({ body }: Article, ruling: Ruling): readonly Ruling[] {
  if (ruling.kind !== 'speaker') return [];
  return placesOf(body, ruling.of.words).map((place) => ({
    kind: 'speaker',
    of: anchorAt(body, place),
  }));
}

const DIGEST_LENGTH = 16;

const digest = (words: string): string =>
  createHash('sha256').update(words).digest('hex').slice(0, DIGEST_LENGTH);

/** A short name of a fact of an article, for what a button carries. */
export const factId = (article: Article, fact: string): string =>
  digest(`${articleKey(article)} ${fact}`);

/** The correction of a fact, if it was ever decided. */
export const correctionOf = (
  { servers }: Pick<Keeping, 'servers'>,
  guildId: string,
  { shelf, id }: Article,
  fact: string,
): Correction | undefined =>
  servers.corrections
    .of(guildId)
    .find((each) => each.shelf === shelf && each.article === id && each.fact === fact);

/** Made of what it is about: of two who decide first, at once, the later one meets the other's decision. */
const correctionId = (
  keeping: Pick<Keeping, 'servers'>,
  guildId: string,
  article: Article,
  fact: string,
): string =>
  correctionOf(keeping, guildId, article, fact)?.id ??
  digest(`${guildId} ${articleKey(article)} ${fact}`);

/** What somebody decides about a fact; without a ruling, that it is right as it is read. */
export interface Decision {
  readonly article: Article;
  readonly fact: string;
  readonly ruling: Ruling | undefined;
  /** Whether they manage the server, whose word is the last. */
  readonly isManager: boolean;
}

/** After so many reversals nobody is named until someone who manages the server decides. */
const MOST_REVERSALS = 2;

/**
 * Decides about a fact. Whoever reverses a colleague has to say why; at the second reversal what is in
 * dispute is hidden, until someone who manages the server decides.
 * @throws KeepingError where a reason is missing, or only a manager may decide
 */
export async function decideFact(
  { servers }: Pick<Keeping, 'servers'>,
  { guildId, by, reason = '' }: Change,
  decision: Decision,
): Promise<Correction> {
  const { article, fact } = decision;
  const id = correctionId({ servers }, guildId, article, fact);
  let fault: KeepingError | undefined;
  const decided = await servers.corrections.change(id, (before) => {
    const last = lastDecided(before);
    const isReversal = last !== undefined && last.by !== by && !isAgreed(last, decision);
    fault = faultOf(before, decision, isReversal, reason);
    if (fault !== undefined) return before;
    const reversals = decision.isManager ? 0 : (last?.reversals ?? 0) + Number(isReversal);
    const isContested = reversals >= MOST_REVERSALS;
    const ruling = isContested ? hiding(decision, last) : decision.ruling;
    return {
      ...noteOf(id, { guildId, by }, decision, ruling),
      reason,
      reversals,
      ...(isContested ? { isContested: true as const } : {}),
      earlier: [
        ...(before?.earlier ?? []),
        ...(last === undefined ? [] : [{ by: last.by, at: last.at, reason: last.reason }]),
      ],
    };
  });
  if (fault !== undefined) throw fault;
  if (decided === undefined) throw new KeepingError('keeping.busy');
  return decided;
}

/** What any correction says of itself: which fact it is about, who made it and when. */
const noteOf = (
  id: string,
  { guildId, by }: Pick<Change, 'guildId' | 'by'>,
  { article, fact }: Pick<Decision, 'article' | 'fact'>,
  ruling: Ruling | undefined,
) => ({
  id,
  guildId,
  shelf: article.shelf,
  article: article.id,
  fact,
  ruling: toJson(ruling),
  by,
  at: new Date().toISOString(),
});

/** Hiding something until a report is decided decides nothing: what was decided before it counts. */
const lastDecided = (before: Correction | undefined): Decided | undefined =>
  before?.until === undefined ? before : before.held;

/** Something that is hidden until a report is decided. */
export interface Hiding {
  readonly article: Article;
  readonly fact: string;
  /** That there is no such reading. */
  readonly ruling: Ruling;
  readonly reportId: string;
}

/** Hides a fact until a report is decided; what was decided of it is kept. */
export async function hideFact(
  { servers }: Pick<Keeping, 'servers'>,
  { guildId, by }: Change,
  { article, fact, ruling, reportId }: Hiding,
): Promise<void> {
  const id = correctionId({ servers }, guildId, article, fact);
  await servers.corrections.change(id, (before) => {
    // Of what is in dispute nobody is named as it is.
    if (before?.isContested === true) return before;
    const held = lastDecided(before);
    return {
      ...noteOf(id, { guildId, by }, { article, fact }, ruling),
      reason: '',
      reversals: held?.reversals ?? 0,
      until: reportId,
      ...(held === undefined ? {} : { held: toHeld(held) }),
      earlier: before?.earlier ?? [],
    };
  });
}

const toHeld = ({ ruling, by, at, reason, reversals }: Decided): Decided => ({
  ruling,
  by,
  at,
  reason,
  reversals,
});

/** What was hidden is as it was before where the report was not upheld, and stays hidden where it was. */
export async function endHiding(
  { servers: { corrections } }: Pick<Keeping, 'servers'>,
  guildId: string,
  reportId: string,
  isUpheld: boolean,
): Promise<void> {
  for (const { id, until } of corrections.of(guildId))
    if (until === reportId)
      await corrections.change(id, (correction) => {
        if (correction?.until !== reportId) return correction;
        const { until: _, held, ...kept } = correction;
        return isUpheld ? kept : held && { ...kept, ...held };
      });
}

function faultOf(
  before: Correction | undefined,
  { isManager }: Decision,
  isReversal: boolean,
  reason: string,
): KeepingError | undefined {
  if (before?.isContested === true && !isManager) return new KeepingError('keeping.contested');
  return isReversal && reason === '' ? new KeepingError('keeping.reason') : undefined;
}

const isAgreed = ({ ruling }: Decided, decision: Decision): boolean =>
  JSON.stringify(ruling) === JSON.stringify(toJson(decision.ruling));

const toJson = (ruling: Ruling | undefined): Correction['ruling'] =>
  ruling === undefined ? null : z.json().parse(JSON.parse(JSON.stringify(ruling)));

/** The ruling by which nothing is said about the fact. */
function hiding({ ruling }: Decision, before: Decided | undefined): Ruling | undefined {
  const about = ruling ?? (before && rulingOf(before));
  return about && hidden(about);
}

/** What a ruling is about, hidden: no speaker, no attendee, no stance. */
function hidden(ruling: Ruling): Ruling {
  switch (ruling.kind) {
    case 'speaker':
      return { kind: 'speaker', of: ruling.of };
    case 'attendee':
      return { ...ruling, verdict: 'not-listed' };
    case 'stance':
      return { ...ruling, verdict: 'none' };
    default:
      return ruling satisfies never;
  }
}

/** Decisions whose words are not found any more, and those in dispute. */
export function openCorrections(
  { servers }: Pick<Keeping, 'servers'>,
  guildId: string,
  readingOf: (shelf: string, id: string) => Reading | undefined,
): readonly Correction[] {
  return servers.corrections.of(guildId).filter((correction) => {
    if (correction.isContested === true) return true;
    const ruling = rulingOf(correction);
    const reading = readingOf(correction.shelf, correction.article);
    if (ruling === undefined || reading === undefined) return false;
    return applyRulings(reading.article, reading.facts, [ruling]).lost.length > 0;
  });
}
