import type { Country } from '../extraction/lexicon/places.ts';
import {
  type BareNames,
  type Replaced,
  changeBareNames,
  knownOf,
  noBareNames,
  ownerOf,
  surnamesOf,
} from './bare-names.ts';
import type { Reading } from './corpus.ts';
import { type Figure, inFigureOrder, toFigure } from './figure.ts';
import {
  type Changed,
  type FullNames,
  type Group,
  changeFullNames,
  endsOf,
  noFullNames,
} from './full-names.ts';
import {
  type Appearance,
  type Known,
  type Namesakes,
  changeNamesakes,
  inOrder,
  isBareName,
  isFullName,
  keyIn,
  knownIn,
} from './known.ts';
import { type Lists, changeLists, hasItem, replaceSorted } from './ordered.ts';
import { newestFirst } from './reading-order.ts';
import { type Shards, draftOf, emptyShards } from './shards.ts';

// Everybody in some articles, kept so that a few other articles change it cheaply:
//
//     articles → namesakes → groups of full names → placements of bare ones → figures → look-ups
//
// Each stage is told what changed in the stage before, does that anew, and tells the next.

/** Everybody in some articles. Never changed. */
export interface FigureIndex {
  /** By their key. */
  readonly namesakes: Shards<Namesakes>;
  readonly fullNames: FullNames;
  readonly bareNames: BareNames;
  /** By the key of their lead. */
  readonly byLead: Shards<Figure>;
  /** In order, as in the lists. */
  readonly figures: readonly Figure[];
  /** By each word of their names. */
  readonly byWord: Lists<Figure>;
  /** By the heads of their offices. */
  readonly byOffice: Lists<Figure>;
  /** By the names of their countries. */
  readonly byCountry: Lists<Figure>;
}

export const noFigures: FigureIndex = {
  namesakes: emptyShards(),
  fullNames: noFullNames,
  bareNames: noBareNames,
  byLead: emptyShards(),
  figures: [],
  byWord: emptyShards(),
  byOffice: emptyShards(),
  byCountry: emptyShards(),
};

/** Everybody after some readings went and others came: the same, in the same order, as made afresh. */
export function* changeFigures(
  before: FigureIndex,
  readings: Changed<Reading>,
): Generator<void, FigureIndex> {
  const { namesakes, changed: names } = yield* changeNames(before.namesakes, readings);
  const { fullNames, changed: groups } = yield* changeFullNames(before.fullNames, names, (word) =>
    fullNamesWith(before, word),
  );
  const bare = yield* changeBareNames(before.bareNames, namesakes, names, groups);
  const parts = { namesakes, fullNames, bareNames: bare.bareNames };
  const leads = findLeads(parts, { names, groups, placements: bare.changed });
  const { byLead, changed } = yield* changeLeads(before.byLead, leads);
  return {
    ...parts,
    byLead,
    figures: replaceSorted(before.figures, changed.went, changed.came, inFigureOrder),
    byWord: yield* changeLists(before.byWord, changed, wordsOf, inFigureOrder),
    byOffice: yield* changeLists(before.byOffice, changed, headsOf, inFigureOrder),
    byCountry: yield* changeLists(before.byCountry, changed, countriesOf, inFigureOrder),
  };
}

/** The full names that begin or end with a folded word. */
const fullNamesWith = ({ byWord, fullNames }: FigureIndex, word: string): readonly Namesakes[] =>
  (byWord.get(word) ?? [])
    .flatMap(({ lead }) => fullNames.groups.get(lead.key)?.names ?? [])
    .filter((one) => endsOf(one).has(word));

function* changeNames(
  before: Shards<Namesakes>,
  readings: Changed<Reading>,
): Generator<
  void,
  { readonly namesakes: Shards<Namesakes>; readonly changed: Changed<Namesakes> }
> {
  const known = new Map<string, { readonly went: Known[]; readonly came: Known[] }>();
  const note = function* (some: readonly Reading[], how: 'went' | 'came'): Generator<void> {
    // Sorted once, so that those who are called the same are in order already.
    for (const reading of some.toSorted(newestFirst)) {
      for (const one of knownIn(reading)) {
        const same = known.get(keyIn(one));
        if (same === undefined) known.set(keyIn(one), { went: [], came: [], [how]: [one] });
        else same[how].push(one);
      }
      yield;
    }
  };
  yield* note(readings.went, 'went');
  yield* note(readings.came, 'came');
  const draft = draftOf(before);
  const went: Namesakes[] = [];
  const came: Namesakes[] = [];
  for (const [key, change] of known) {
    const old = draft.get(key);
    const now = changeNamesakes(old, change.went, change.came);
    if (old !== undefined) went.push(old);
    if (now !== undefined) came.push(now);
    draft.set(key, now);
    yield;
  }
  return { namesakes: draft.done(), changed: { went, came } };
}

type Parts = Pick<FigureIndex, 'namesakes' | 'fullNames' | 'bareNames'>;

interface Changes {
  readonly names: Changed<Namesakes>;
  readonly groups: Changed<Group>;
  readonly placements: readonly Replaced[];
}

/** What a figure is to be made of. */
interface Made {
  readonly lead: Namesakes;
  readonly known: () => readonly Known[];
}

/** By lead, of whom the figures are to be made anew; undefined where there is none any more. */
function findLeads(parts: Parts, changes: Changes): ReadonlyMap<string, Made | undefined> {
  const { names, groups, placements } = changes;
  const leads = new Map<string, Made | undefined>();
  const forget = ({ key }: Namesakes): void => void leads.set(key, undefined);
  const make = (lead: Namesakes, known: () => readonly Known[]): void =>
    void leads.set(lead.key, { lead, known });
  const changed = placements.filter(
    ({ went, came }) => went?.bare !== came?.bare || went?.alone !== came?.alone,
  );
  names.went.forEach(forget);
  for (const { lead } of groups.went) forget(lead);
  for (const { went } of changed) if (went !== undefined) forget(went.bare);
  for (const one of names.came)
    if (!isFullName(one) && !isBareName(one)) make(one, () => one.known);
  for (const group of [...groups.came, ...placements.flatMap((one) => groupsOf(one, parts))])
    make(group.lead, () => knownOf(group, parts.bareNames));
  for (const { came } of changed)
    if (came !== undefined && came.alone.length > 0) make(came.bare, () => came.alone);
  return leads;
}

/** The groups whose share of a bare name changed, or its place among their bare names. */
function groupsOf({ went, came }: Replaced, { fullNames, bareNames }: Parts): readonly Group[] {
  const old = went?.shares ?? new Map<Group, readonly Known[]>();
  const now = came?.shares ?? new Map<Group, readonly Known[]>();
  const isMoved = went?.bare.first !== came?.bare.first;
  const hasOther = (group: Group): boolean =>
    [...surnamesOf(group)].filter((word) => bareNames.placements.get(word)?.shares.has(group))
      .length > 1;
  return [...new Set([...old.keys(), ...now.keys()])].filter(
    (group) =>
      fullNames.groups.get(group.lead.key) === group &&
      (old.get(group) !== now.get(group) || (isMoved && hasOther(group))),
  );
}

function* changeLeads(
  before: Shards<Figure>,
  leads: ReadonlyMap<string, Made | undefined>,
): Generator<void, { readonly byLead: Shards<Figure>; readonly changed: Changed<Figure> }> {
  const draft = draftOf(before);
  const went: Figure[] = [];
  const came: Figure[] = [];
  for (const [key, made] of leads) {
    const old = draft.get(key);
    const figure = made && toFigure(made.lead, made.known());
    if (old !== undefined) went.push(old);
    if (figure !== undefined) came.push(figure);
    draft.set(key, figure);
    yield;
  }
  // Sorted once for all the lists that they go to.
  return { byLead: draft.done(), changed: { went, came: came.toSorted(inFigureOrder) } };
}

const wordsOf = ({ forms }: Figure): ReadonlySet<string> =>
  new Set(forms.flatMap((form) => form.map(({ folded }) => folded)));

const headsOf = ({ offices }: Figure): ReadonlySet<string> =>
  new Set(offices.map(({ head }) => head));

const countriesOf = ({ countries }: Figure): readonly string[] =>
  Array.from(countries, ({ name }: Country) => name);

/** Whose an entity of an article is; undefined where the article is not among them. */
export function findFigure(
  { namesakes, fullNames, bareNames, byLead }: FigureIndex,
  { reading, entity }: Appearance,
): Figure | undefined {
  const one = knownIn(reading)[entity];
  const names = one && namesakes.get(keyIn(one));
  if (one === undefined || names === undefined || !hasItem(names.known, one, inOrder))
    return undefined;
  if (isFullName(names)) return byLead.get(fullNames.groups.get(names.key)?.lead.key ?? '');
  const placement = isBareName(names) ? bareNames.placements.get(one.as.words) : undefined;
  const owner = placement && ownerOf(placement, one);
  return byLead.get(owner?.lead.key ?? names.key);
}
