import { type Form, type Known, type Namesakes, isFullName, longestFirst } from './known.ts';
import { mayBeOne } from './naming.ts';
import { type Lists, changeLists } from './ordered.ts';
import { type Draft, type Shards, draftOf, emptyShards } from './shards.ts';

// Which full names are one person's: `Bill Moran`, `William Moran`. Two names that may be one share
// their first or their last word, so a change touches those names alone that are tied to a changed
// one, from name to name:
//
//     Ann Petrova — A. Petrova — Anton Petrova        Bill Moran — William Moran
//
// Those are taken apart and put together again; no other group could come out otherwise.

/** Full names taken for one person's, the longest first. */
export interface Group {
  readonly lead: Namesakes;
  /** The lead among them. */
  readonly names: readonly Namesakes[];
}

export interface FullNames {
  /** By the first word and by the last. */
  readonly byEnd: Lists<Namesakes>;
  /** By the key of each of their names. */
  readonly groups: Shards<Group>;
}

export const noFullNames: FullNames = { byEnd: emptyShards(), groups: emptyShards() };

export interface Changed<Item> {
  readonly went: readonly Item[];
  readonly came: readonly Item[];
}

/** The names and groups after some namesakes went and others came, and which groups did. */
export function* changeFullNames(
  before: FullNames,
  changed: Changed<Namesakes>,
): Generator<void, { readonly fullNames: FullNames; readonly changed: Changed<Group> }> {
  const went = changed.went.filter(isFullName);
  const came = changed.came.filter(isFullName);
  const byEnd = yield* changeLists(before.byEnd, { went, came }, endsOf, longestFirst);
  const old = yield* tiedTo(went, before.byEnd);
  const tied = yield* tiedTo(came, byEnd);
  const gone = new Set(went);
  for (const names of old) if (!gone.has(names)) tied.add(names);
  const made = yield* putTogether([...tied].toSorted(longestFirst));
  const groups = draftOf(before.groups);
  const groupsChanged = replaceGroups(groups, [...old, ...tied], made);
  return { fullNames: { byEnd, groups: groups.done() }, changed: groupsChanged };
}

const endsOf = ({ form }: Namesakes): ReadonlySet<string> =>
  new Set([form[0]?.folded ?? '', form.at(-1)?.folded ?? '']);

/** The names with all that are tied to them, from name to name. */
function* tiedTo(
  names: readonly Namesakes[],
  byEnd: Lists<Namesakes>,
): Generator<void, Set<Namesakes>> {
  const tied = new Set(names);
  // A set goes on to what is added meanwhile.
  for (const one of tied) {
    for (const end of endsOf(one))
      for (const other of byEnd.get(end) ?? [])
        if (!tied.has(other) && areTied(one.form, other.form)) tied.add(other);
    yield;
  }
  return tied;
}

const areTied = (a: Form, b: Form): boolean => mayBeOne(a, b) || mayBeOne(b, a);

/** Groups that come out as they were stay the same objects. */
function replaceGroups(
  groups: Draft<Group>,
  names: readonly Namesakes[],
  made: readonly Group[],
): Changed<Group> {
  const went = new Set(names.flatMap(({ key }) => groups.get(key) ?? []));
  for (const { key } of names) groups.set(key, undefined);
  const before = new Map(Array.from(went, (group) => [group.lead, group]));
  const came: Group[] = [];
  for (const fresh of made) {
    const same = before.get(fresh.lead);
    const isSame = same !== undefined && areSame(same.names, fresh.names);
    const group = isSame ? same : fresh;
    if (isSame) went.delete(same);
    else came.push(fresh);
    for (const { key } of group.names) groups.set(key, group);
  }
  return { went: [...went], came };
}

export const areSame = <Item>(a: readonly Item[], b: readonly Item[]): boolean =>
  a.length === b.length && a.every((item, at) => item === b[at]);

interface Gathered extends Group {
  readonly names: Namesakes[];
}

/** Puts together whom one person may be, given names that are tied to no others, the longest first. */
function* putTogether(names: readonly Namesakes[]): Generator<void, readonly Group[]> {
  const made: Gathered[] = [];
  const byEnd = new Map<string, Set<Gathered>>();
  for (const one of names) {
    const [only, ...others] = likest(one, fitting(one, byEnd));
    const isOne = only !== undefined && others.length === 0;
    const group = isOne ? only : { lead: one, names: [] };
    if (!isOne) made.push(group);
    group.names.push(one);
    for (const end of endsOf(one)) byEnd.set(end, (byEnd.get(end) ?? new Set()).add(group));
    yield;
  }
  return made;
}

/** Two spellings of a name seldom differ both in front and at the end. */
function fitting(
  one: Namesakes,
  byEnd: ReadonlyMap<string, ReadonlySet<Gathered>>,
): readonly Gathered[] {
  const ends = [...endsOf(one)].flatMap((end) => [...(byEnd.get(end) ?? [])]);
  return [...new Set(ends)].filter(
    ({ names }) =>
      names.every(({ form }) => mayBeOne(form, one.form)) && !areFatherAndSon(names, one),
  );
}

function likest({ form }: Namesakes, groups: readonly Gathered[]): readonly Gathered[] {
  const alike = groups.filter(({ lead }) => hasEndsOf(lead.form, form));
  return alike.length > 0 ? alike : groups;
}

const hasEndsOf = (a: Form, b: Form): boolean =>
  a[0]?.folded === b[0]?.folded && a.at(-1)?.folded === b.at(-1)?.folded;

/** `Donald Trump` and `Donald Trump Jr.` are two people where one article names both. */
function areFatherAndSon(names: readonly Namesakes[], { first, known }: Namesakes): boolean {
  const { hasSuffix } = first.as;
  const differ = (one: Known): boolean => one.as.hasSuffix !== hasSuffix;
  const others = names.flatMap((own) => own.known.filter(differ));
  if (others.length === 0) return false;
  const beside = new Set(known.map(({ reading }) => reading));
  return others.some(({ reading }) => beside.has(reading));
}
