import { length, type Span } from '../../text/span.ts';
import type { CastText } from '../cast/cast.ts';
import type { Name } from '../syntax/names.ts';
import type { Phrase } from '../syntax/phrases.ts';
import { affiliationIn, findRoles, spanOf, withComplements } from '../cast/roles.ts';
import { remembered } from '../../text/remembered.ts';

/** Tokens `[first, last)`. */
export interface Run {
  readonly first: number;
  readonly last: number;
}

/** Somebody of whom a sentence says that they were, or were not, or will be at a gathering. */
export interface Guest {
  readonly name: Span;
  readonly entity?: number;
  /** A person whom the article names. */
  readonly isPerson: boolean;
  /** Named, be it a person, a body or a country. */
  readonly isNamed: boolean;
  readonly role?: Span;
  readonly side?: Span;
  /** An entity whose side this is too: `with [al-Tayeb] at the table were …`. */
  readonly besides?: number;
  /** Where the words stand. */
  readonly at: Run;
}

/** A guest who is named, under the fullest name that the article gives. */
export function namedGuest(text: CastText, name: Name): Guest {
  const { cast, document } = text;
  const index = cast.at[name.first] ?? -1;
  const entity = cast.entities[index];
  const role = findRoles(text, name)[0];
  const roleSpan = role === undefined ? entity?.roles[0] : spanOf(document.tokens, role);
  const words = spanOf(document.tokens, name);
  const side =
    sideBeside(text, name) ??
    (role === undefined ? undefined : affiliationIn(text, role)) ??
    entity?.affiliation;
  return {
    name: entity === undefined || length(entity.name) < length(words) ? words : entity.name,
    isPerson: true,
    isNamed: true,
    at: { first: name.titleFirst ?? name.first, last: name.last },
    ...(index < 0 ? {} : { entity: index }),
    ...(roleSpan === undefined ? {} : { role: roleSpan }),
    ...(side === undefined ? {} : { side }),
  };
}

/** Who a pronoun or a role stands for: `he`, `the minister`; else the words themselves. */
export function phraseGuest(text: CastText, phrase: Phrase): Guest {
  const { cast, document } = text;
  const index = cast.at[phrase.head] ?? -1;
  const entity = cast.entities[index];
  const isPerson = entity !== undefined && entity.kind === 'person' && hasName(text, index);
  const run = withoutArticle(text, phrase);
  return {
    name: isPerson ? entity.name : spanOf(document.tokens, withComplement(text, run)),
    isPerson,
    isNamed: isPerson || text.names.at[phrase.head] !== undefined,
    at: run,
    ...(index < 0 ? {} : { entity: index }),
    ...(entity?.roles[0] === undefined ? {} : { role: entity.roles[0] }),
    ...(entity?.affiliation === undefined ? {} : { side: entity.affiliation }),
  };
}

/** `officials | from Sweden`, `group | of Republicans`, `faction | loyal to Bo Ek`; not a name. */
function withComplement(text: CastText, { first, last }: Run): Run {
  if (text.names.at[last - 1] !== undefined) return { first, last };
  const isTied =
    /^(?:loyal|close|led|headed|backed|allied|opposed)$/u.test(
      text.document.tokens[last]?.lower ?? '',
    ) && /^(?:to|by|with)$/u.test(text.document.tokens[last + 1]?.lower ?? '');
  const tied = isTied ? text.phrases.at[last + 2] : undefined;
  if (tied !== undefined) return { first, last: tied.last };
  if (!/^(?:of|from)$/u.test(text.document.tokens[last]?.lower ?? '')) return { first, last };
  return { first, last: withComplements(text, last) };
}

/** The entities that go by a name anywhere in the article, and not by their role alone. */
const namedIn = remembered(
  ({ names, cast }: CastText): ReadonlySet<number> =>
    new Set(names.list.map(({ first }) => cast.at[first] ?? -1)),
);

const hasName = (text: CastText, entity: number): boolean => namedIn(text).has(entity);

function withoutArticle({ document }: CastText, { first, last }: Run): Run {
  const isArticle = /^(?:the|a|an|no)$/u.test(document.tokens[first]?.lower ?? '');
  return { first: isArticle && last - first > 1 ? first + 1 : first, last };
}

/**
 * Whose man or woman a name's neighbours say.
 *
 *     the [African Union]'s Desmond Tlhabane      Shafiqul Bari of [Lalmonirhat]
 *     Marième Diatta for the [African Bank]       Ann Lee ([D-Ore.])
 */
function sideBeside(text: CastText, name: Name): Span | undefined {
  return possessorSide(text, name) ?? sideBehind(text, name) ?? partyBehind(text, name);
}

function possessorSide({ document, names }: CastText, name: Name): Span | undefined {
  const { tokens } = document;
  const mark = (name.titleFirst ?? name.first) - 1;
  if (!/^(?:'s|’s|'|’)$/u.test(tokens[mark]?.text ?? '')) return undefined;
  const owner = names.at[mark - 1];
  return owner === undefined ? undefined : spanOf(tokens, owner);
}

function sideBehind({ document, names, phrases }: CastText, name: Name): Span | undefined {
  const { tokens } = document;
  if (!/^(?:of|for|from)$/u.test(tokens[name.last]?.lower ?? '')) return undefined;
  const isThe = /^(?:the)$/u.test(tokens[name.last + 1]?.lower ?? '');
  const body = names.at[name.last + (isThe ? 2 : 1)];
  if (body?.kind === 'person') return undefined;
  if (body === undefined) return unreadPlace(phrases, tokens, name.last + 1);
  // `the Reporters' Defense Fund`: one body, though only a part of it was read as a name.
  const whole = /^['’]$/u.test(tokens[body.last]?.text ?? '') ? phrases.at[body.first] : undefined;
  return spanOf(tokens, { first: body.first, last: whole?.last ?? body.last });
}

/** `of | Lalmonirhat`: a capitalised word that nothing knows. */
function unreadPlace(
  phrases: CastText['phrases'],
  tokens: CastText['document']['tokens'],
  at: number,
): Span | undefined {
  const phrase = phrases.at[at];
  const isName = phrase?.first === at && /^\p{Lu}\p{Ll}/u.test(tokens[phrase.last - 1]?.text ?? '');
  return isName ? spanOf(tokens, phrase) : undefined;
}

function partyBehind({ document }: CastText, name: Name): Span | undefined {
  const { tokens, text } = document;
  if (!/^[,(]$/u.test(tokens[name.last]?.text ?? '')) return undefined;
  const start = tokens[name.last + 1]?.start ?? 0;
  const label = /^[DRI]-[A-Z][\p{L}.]*/u.exec(text.slice(start, start + 16))?.[0];
  return label === undefined ? undefined : { start, end: start + label.length };
}
