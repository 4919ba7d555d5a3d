import type { Entity, EntityKind, Facts } from '../extraction/facts.ts';
import type { Span } from '../text/span.ts';
import { type Unpacking, pack, unpacking } from './packed.ts';
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

/** Each entity behind how many characters it takes, so that others are passed over. */
export function packCast({ entities, mentions }: Facts): string {
  const names = entities.map((): Span[] => []);
  for (const { kind, entity, span } of mentions) if (kind === 'name') names[entity]?.push(span);
  return entities
    .map((entity, number) => packMember(entity, names[number] ?? []))
    .map((member) => `${pack([member.length])}${member}`)
    .join('');
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

export function unpackCast(packed: string): readonly Member[] {
  const numbers = unpacking(packed);
  const cast: Member[] = [];
  while (!numbers.isAtEnd()) {
    numbers.next();
    cast.push(nextMember(numbers));
  }
  return cast;
}

/** One entity alone, by its number. */
export function unpackMember(packed: string, entity: number): Member | undefined {
  const numbers = unpacking(packed);
  for (let before = 0; before < entity; before += 1) numbers.skip(numbers.next());
  if (numbers.isAtEnd()) return undefined;
  numbers.next();
  return nextMember(numbers);
}

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
