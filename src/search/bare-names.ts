import { isFirstName, isKnownSurname } from '../extraction/lexicon/first-names.ts';
import type { Reading } from './corpus.ts';
import { type Changed, type Group, areSame } from './full-names.ts';
import { type Known, type Namesakes, inOrder, isBareName, keyFor, longestFirst } from './known.ts';
import type { NameWord } from './naming.ts';
import { type Lists, changeLists, hasItem } from './ordered.ts';
import { type Draft, type Shards, draftOf, emptyShards } from './shards.ts';

// Whose a bare surname is. It joins the one who has it; where several have it, it joins the one that
// its own article names, then one who is named far more often than the others, or stays apart.
//
//     Petrova ─→ Ann Petrova          Moran ─→ Bill Moran    where the article names him
//                                           └→ nobody's      elsewhere

/** To whom those go who are called by one bare name. */
export interface Placement {
  readonly bare: Namesakes;
  readonly shares: ReadonlyMap<Group, readonly Known[]>;
  /** Those who are nobody's of the groups. */
  readonly alone: readonly Known[];
}

export interface BareNames {
  /** Groups by each word that may be the surname. */
  readonly bySurname: Lists<Group>;
  /** By the bare name. */
  readonly placements: Shards<Placement>;
}

export const noBareNames: BareNames = { bySurname: emptyShards(), placements: emptyShards() };

/** Groups in the order of their leads. */
const byLead = (a: Group, b: Group): number => longestFirst(a.lead, b.lead);

/** `Hillary`, but not `Xi`, which stands in front in `Xi Jinping`. */
const isGiven = ({ spelled }: NameWord): boolean =>
  isFirstName(spelled) && !isKnownSurname(spelled);

/** `Leonor Zepeda Cuéllar` → zepeda, cuellar */
export const surnamesOf = ({ lead: { form } }: Group): ReadonlySet<string> =>
  new Set(form.filter((word, at) => at > 0 || !isGiven(word)).map(({ folded }) => folded));

/** What became of one bare name. */
export interface Replaced {
  readonly went: Placement | undefined;
  readonly came: Placement | undefined;
}

/** The placements after some namesakes and groups changed, and which placements did. */
export function* changeBareNames(
  before: BareNames,
  namesakes: { readonly get: (key: string) => Namesakes | undefined },
  names: Changed<Namesakes>,
  groups: Changed<Group>,
): Generator<void, { readonly bareNames: BareNames; readonly changed: readonly Replaced[] }> {
  const bySurname = yield* changeLists(before.bySurname, groups, surnamesOf, byLead);
  const bareOf = (word: string): Namesakes | undefined => {
    const found = namesakes.get(keyFor(true, word));
    return found !== undefined && isBareName(found) ? found : undefined;
  };
  const words = spread(changedWords(names, groups), bySurname, bareOf);
  const placements = draftOf(before.placements);
  const bare = [...words].flatMap((word) => bareOf(word) ?? []).toSorted(longestFirst);
  for (const word of words) if (bareOf(word) === undefined) placements.set(word, undefined);
  const place = createPlacer(bySurname, placements, bareOf);
  for (const one of bare) {
    const word = wordOf(one);
    placements.set(word, keepSame(before.placements.get(word), place(one)));
    yield;
  }
  const changed = Array.from(words, (word) => ({
    went: before.placements.get(word),
    came: placements.get(word),
  }));
  return { bareNames: { bySurname, placements: placements.done() }, changed };
}

const wordOf = ({ form: [word] }: Namesakes): string => word?.folded ?? '';

/** The bare names that changed, and the surnames of the groups that did. */
const changedWords = (names: Changed<Namesakes>, groups: Changed<Group>): ReadonlySet<string> =>
  new Set([
    ...[...names.went, ...names.came].filter(isBareName).map(wordOf),
    ...[...groups.went, ...groups.came].flatMap((group) => [...surnamesOf(group)]),
  ]);

/**
 * With them those that go by what the others gave: `Zepeda`, after `Cuéllar` changed, where there are
 * a Leonor Zepeda Cuéllar and another Zepeda.
 */
function spread(
  changed: ReadonlySet<string>,
  bySurname: Lists<Group>,
  bareOf: (word: string) => Namesakes | undefined,
): ReadonlySet<string> {
  const words = new Set(changed);
  const isTorn = (word: string): boolean =>
    (bySurname.get(word)?.length ?? 0) > 1 && bareOf(word) !== undefined;
  // A set goes on to what is added meanwhile.
  for (const word of words)
    for (const group of bySurname.get(word) ?? [])
      for (const other of surnamesOf(group))
        if (!words.has(other) && isTorn(other)) words.add(other);
  return words;
}

/** Places one bare name after another, in their order: each goes by what those before it gave. */
function createPlacer(
  bySurname: Lists<Group>,
  placements: Draft<Placement>,
  bareOf: (word: string) => Namesakes | undefined,
): (bare: Namesakes) => Placement {
  /** Whom a group has when a bare name is placed. */
  const knownBefore = (group: Group, bare: Namesakes): readonly Known[] => [
    ...group.names.flatMap(({ known }) => known),
    ...[...surnamesOf(group)].flatMap((word) => {
      const other = bareOf(word);
      const isEarlier = other !== undefined && longestFirst(other, bare) < 0;
      return isEarlier ? (placements.get(word)?.shares.get(group) ?? []) : [];
    }),
  ];
  return (bare) => {
    const groups = havingSurname(wordOf(bare), bySurname);
    const [only, ...others] = groups;
    if (only === undefined) return { bare, shares: new Map(), alone: bare.known };
    if (others.length === 0) return { bare, shares: new Map([[only, bare.known]]), alone: [] };
    return share(bare, new Map(groups.map((group) => [group, knownBefore(group, bare)])));
  };
}

/** Those whose name ends with the word; failing them those who have it in the midst: Spanish surnames. */
function havingSurname(word: string, bySurname: Lists<Group>): readonly Group[] {
  const having = bySurname.get(word) ?? [];
  const ending = having.filter(({ lead: { form } }) => form.at(-1)?.folded === word);
  return ending.length > 0 ? ending : having;
}

function share(bare: Namesakes, groups: ReadonlyMap<Group, readonly Known[]>): Placement {
  const foremost = farForemost(groups);
  const named = namedIn(groups);
  const shares = new Map<Group, Known[]>();
  const alone: Known[] = [];
  for (const one of bare.known) {
    const whose = named.has(one.reading) ? named.get(one.reading) : foremost;
    if (whose === undefined) alone.push(one);
    else if (shares.get(whose)?.push(one) === undefined) shares.set(whose, [one]);
  }
  return { bare, shares, alone };
}

/** Which of the groups an article names; undefined where it names several. */
function namedIn(
  groups: ReadonlyMap<Group, readonly Known[]>,
): ReadonlyMap<Reading, Group | undefined> {
  const named = new Map<Reading, Group | undefined>();
  for (const [group, known] of groups)
    for (const { reading } of known)
      named.set(reading, named.has(reading) && named.get(reading) !== group ? undefined : group);
  return named;
}

/** So many times as often as all others of a surname together is one named whom it means alone. */
const FOREMOST = 10;

function farForemost(groups: ReadonlyMap<Group, readonly Known[]>): Group | undefined {
  const counted = Array.from(groups, ([group, { length }]) => ({ group, length }));
  const [first, ...others] = counted.toSorted((a, b) => b.length - a.length);
  const rest = others.reduce((sum, { length }) => sum + length, 0);
  return first !== undefined && first.length >= FOREMOST * rest ? first.group : undefined;
}

/** The placement, with the old lists where they hold the same, so that one sees what changed. */
function keepSame(before: Placement | undefined, { bare, shares, alone }: Placement): Placement {
  if (before === undefined) return { bare, shares, alone };
  const kept = Array.from(shares, ([group, known]) => {
    const old = before.shares.get(group);
    return [group, old && areSame(old, known) ? old : known] as const;
  });
  return {
    bare,
    shares: new Map(kept),
    alone: areSame(before.alone, alone) ? before.alone : alone,
  };
}

/** All whom a group has, its bare names in order behind the full ones. */
export function knownOf(group: Group, { placements }: BareNames): readonly Known[] {
  const bare = [...surnamesOf(group)]
    .flatMap((word) => placements.get(word) ?? [])
    .filter(({ shares }) => shares.has(group))
    .toSorted((a, b) => longestFirst(a.bare, b.bare));
  // Most are called by one name alone, whose list can be theirs.
  const [only] = group.names;
  if (only !== undefined && group.names.length === 1 && bare.length === 0) return only.known;
  return [
    ...group.names.flatMap(({ known }) => known),
    ...bare.flatMap(({ shares }) => shares.get(group) ?? []),
  ];
}

/** Whose somebody called by a bare name is; undefined for nobody's. */
export function ownerOf({ shares }: Placement, one: Known): Group | undefined {
  for (const [group, known] of shares) if (hasItem(known, one, inOrder)) return group;
  return undefined;
}
