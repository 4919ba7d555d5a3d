import { type Form, type Namesakes, isFullName, longestFirst } from './known.ts';
import { alikeGiven, meetGiven } from './given-names.ts';
import { spellingsOf } from './lexicon/name-spellings.ts';
import { mayBeMisspelled, mayBeOne } from './naming.ts';
import { addTo } from '../text/multimap.ts';
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
  /** By the key of each of their names. */
  readonly groups: Shards<Group>;
}

export const noFullNames: FullNames = { groups: emptyShards() };

export interface Changed<Item> {
  readonly went: readonly Item[];
  readonly came: readonly Item[];
}

/**
 * The names and groups after some namesakes went and others came, and which groups did.
 * @param namesWith full names before the change that begin or end with a folded word
 */
export function* changeFullNames(
  before: FullNames,
  changed: Changed<Namesakes>,
  namesWith: NamesWith,
): Generator<void, { readonly fullNames: FullNames; readonly changed: Changed<Group> }> {
  const went = changed.went.filter(isFullName);
  const came = changed.came.filter(isFullName).toSorted(longestFirst);
  if (went.length + came.length === 0)
    return { fullNames: before, changed: { went: [], came: [] } };
  // Of a corpus that is new, there are no others to be tied to.
  if (before === noFullNames) {
    const all = draftOf(before.groups);
    const groupsChanged = replaceGroups(all, [], yield* putTogether(came));
    return { fullNames: { groups: all.done() }, changed: groupsChanged };
  }
  const gone = new Set(went);
  const old = yield* tiedTo(went, createKin(namesWith));
  const now = namesAfter(namesWith, gone, came);
  const tied = yield* tiedTo(came, createKin(now));
  for (const names of old) if (!gone.has(names)) tied.add(names);
  const made = yield* putTogether([...tied].toSorted(longestFirst));
  const groups = draftOf(before.groups);
  const groupsChanged = replaceGroups(groups, [...old, ...tied], made);
  return { fullNames: { groups: groups.done() }, changed: groupsChanged };
}

type NamesWith = (word: string) => readonly Namesakes[];

function namesAfter(
  namesWith: NamesWith,
  gone: ReadonlySet<Namesakes>,
  came: readonly Namesakes[],
): NamesWith {
  const coming = new Map<string, Namesakes[]>();
  for (const one of came) for (const word of endsOf(one)) addTo(coming, word, one);
  return (word) => [
    ...namesWith(word).filter((one) => !gone.has(one)),
    ...(coming.get(word) ?? []),
  ];
}

/** The first word of a name and the last, folded; once where they are the same. */
export const endsOf = ({ form }: Namesakes): ReadonlySet<string> =>
  new Set([form[0], form.at(-1)].flatMap((word) => word?.folded ?? []));

/** Names by what those who may be one have alike. */
interface Kin {
  readonly get: (key: string) => readonly Namesakes[];
}

/** Each key begins with a word that names begin or end with: only of those asked for, names are looked at. */
function createKin(namesWith: NamesWith): Kin {
  const byKey = new Map<string, Namesakes[]>();
  const read = new Set<string>();
  function readWord(word: string): void {
    read.add(word);
    for (const one of namesWith(word))
      for (const key of kinKeysOf(one)) if (key.startsWith(`${word} `)) addTo(byKey, key, one);
  }
  return {
    get(key) {
      const word = key.slice(0, key.indexOf(' '));
      if (!read.has(word)) readWord(word);
      return byKey.get(key) ?? [];
    },
  };
}

// Of two names that may be one and that share their first or last word, the longer has one of the
// keys that the shorter looks under, or the shorter one of those that the longer looks under. So few
// names are compared, though thousands begin with `John`, or end with `Smith`:
//
//     William B. Moran   is kept under   moran 1 william · moran * william · moran * b · …
//     Bill Moran         looks under     moran 1 bill · moran * william · moran * will · …

/** Under what a name is kept. */
function kinKeysOf({ form }: Namesakes): readonly string[] {
  const [first = '', second = ''] = form.map(({ folded }) => folded);
  const last = form.at(-1)?.folded ?? '';
  const given = form.slice(0, -1);
  given.forEach(meetGiven);
  return [
    `${last} 1 ${first}`,
    ...new Set(given.map(({ folded }) => `${last} * ${folded}`)),
    ...surnameKeys(first, last),
    `${first} ${second} …`,
  ];
}

/**
 * Where those are kept whom a name may be another form of.
 * @param isLast whether any name that is kept has the last word of this one
 */
function kinSoughtBy({ form }: Namesakes, isLast = true): ReadonlySet<string> {
  const [first, second] = form;
  const last = form.at(-1)?.folded ?? '';
  const keys = new Set<string>();
  // The shorter name's first given name is alike to any of the longer one's.
  if (isLast)
    for (const given of form.slice(0, -1))
      for (const alike of alikeGiven(given)) keys.add(`${last} 1 ${alike}`);
  if (first === undefined || second === undefined) return keys;
  if (isLast) for (const alike of alikeGiven(first)) keys.add(`${last} * ${alike}`);
  for (const key of surnameKeys(first.folded, last)) keys.add(key);
  return keys.add(`${first.folded} ${second.folded} …`);
}

/** The first name with what the surname begins with where it may be misspelled, or a spelling of it. */
const surnameKeys = (first: string, last: string): readonly string[] => [
  ...(mayBeMisspelled(last) ? [`${first} ${last.charAt(0)}…`] : []),
  ...spellingsOf(last)
    .slice(0, 1)
    .map((spelling) => `${first} = ${spelling}`),
];

/** The names with all that are tied to them, from name to name. */
function* tiedTo(names: readonly Namesakes[], kin: Kin): Generator<void, Set<Namesakes>> {
  const tied = new Set(names);
  // A set goes on to what is added meanwhile.
  for (const one of tied) {
    for (const key of kinSoughtBy(one))
      for (const other of kin.get(key))
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
  const byKin = new Map<string, Set<Gathered>>();
  const lasts = new Set<string>();
  for (const one of names) {
    const last = one.form.at(-1)?.folded ?? '';
    const kin = kinIn(byKin, kinSoughtBy(one, lasts.has(last)));
    lasts.add(last);
    const [only, ...others] = likest(one, fitting(one, kin));
    const isOne = only !== undefined && others.length === 0;
    const group = isOne ? only : { lead: one, names: [] };
    if (!isOne) made.push(group);
    group.names.push(one);
    for (const key of kinKeysOf(one)) byKin.set(key, (byKin.get(key) ?? new Set()).add(group));
    yield;
  }
  return made;
}

function kinIn(
  byKin: ReadonlyMap<string, ReadonlySet<Gathered>>,
  keys: ReadonlySet<string>,
): ReadonlySet<Gathered> {
  const kin = new Set<Gathered>();
  for (const key of keys) for (const group of byKin.get(key) ?? []) kin.add(group);
  return kin;
}

/** Two spellings of a name seldom differ both in front and at the end. */
function fitting(one: Namesakes, kin: ReadonlySet<Gathered>): readonly Gathered[] {
  return Array.from(kin).filter(
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
  // All who are called the same have the suffix, or none has.
  const others = names.filter((own) => own.first.as.hasSuffix !== first.as.hasSuffix);
  if (others.length === 0) return false;
  const beside = new Set(known.map(({ reading }) => reading));
  return others.some((own) => own.known.some(({ reading }) => beside.has(reading)));
}
