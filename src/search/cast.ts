import type { Entity, EntityKind, Facts } from '../extraction/facts.ts';
import type { Span } from '../text/span.ts';
import { type Unpacking, pack, packApart, unpackAll, unpackAt } from './packed.ts';
import { nextSpan, nextSpans, numbersOf } from './packed-spans.ts';

/** What answers look up of an entity of an article: the entity, and where it is named. */
export interface Member {
  readonly kind: EntityKind;
  readonly isNamed: boolean;
  readonly name: Span;
  readonly roles: readonly Span[];
  readonly affiliation?: Span;
  /** Where the article has its name, in order. */
  readonly names: readonly Span[];
}

const KINDS: readonly EntityKind[] = ['person', 'organisation', 'place', 'group'];
const NAMED = KINDS.length;
const AFFILIATED = 2 * NAMED;

export function packCast({ entities, mentions }: Facts): string {
  const names = entities.map((): Span[] => []);
  for (const { kind, entity, span } of mentions) if (kind === 'name') names[entity]?.push(span);
  return packApart(entities.map((entity, number) => packMember(entity, names[number] ?? [])));
}

function packMember(
  { kind, isNamed, name, roles, affiliation }: Entity,
  names: readonly Span[],
): string {
  const flags =
    Math.max(0, KINDS.indexOf(kind)) +
    (isNamed ? NAMED : 0) +
    (affiliation === undefined ? 0 : AFFILIATED);
  return pack([
    flags,
    ...numbersOf(name),
    roles.length,
    ...roles.flatMap(numbersOf),
    ...(affiliation === undefined ? [] : numbersOf(affiliation)),
    names.length,
    ...names.flatMap(numbersOf),
  ]);
}

export const unpackCast = (packed: string): readonly Member[] => unpackAll(packed, nextMember);

/** One entity alone, by its number. */
export const unpackMember = (packed: string, entity: number): Member | undefined =>
  unpackAt(packed, entity, nextMember);

function nextMember(numbers: Unpacking): Member {
  const flags = numbers.next();
  const name = nextSpan(numbers);
  const roles = nextSpans(numbers);
  const affiliation = flags >= AFFILIATED ? nextSpan(numbers) : undefined;
  return {
    kind: KINDS[flags % NAMED] ?? 'person',
    isNamed: flags % AFFILIATED >= NAMED,
    name,
    roles,
    ...(affiliation === undefined ? {} : { affiliation }),
    names: nextSpans(numbers),
  };
}
