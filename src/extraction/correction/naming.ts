import type { Article } from '../../article/article.ts';
import { fold } from '../../text/fold.ts';
import { type Span, contains, sameSpan, slice, span } from '../../text/span.ts';
import type { Entity, Facts, Mention } from '../facts.ts';
import { type Anchor, findAnchor, placesOf } from './anchor.ts';

// Whom the words mean that a moderator gave as a name.

/**
 * Where the name stands. A name that stands in several places means the same one in each as long as
 * the article uses it of nobody else: then the sentence that it was taken from may have gone.
 */
export function findName({ body }: Article, { mentions }: Facts, anchor: Anchor): Span | undefined {
  const place = findAnchor(body, anchor);
  if (place !== undefined) return place;
  const named = placesOf(body, anchor.words).map((words) =>
    mentions.find((mention) => mention.kind === 'name' && sameSpan(mention.span, words)),
  );
  const [first] = named;
  const isOne = named.every((mention) => mention?.entity === first?.entity);
  return isOne ? first?.span : undefined;
}

/** The entity that words name: an index; `several` for `Rubio and Lavrov`; nothing for none. */
export function entityNamed(
  article: Article,
  facts: Facts,
  words: Span,
): number | 'several' | undefined {
  return (
    namedAt(facts, words) ?? namedInside(article, facts, words) ?? namesake(article, facts, words)
  );
}

/** `[Lavrov]`, or `[Lavrov]` in `Sergey Lavrov`; not `[Trump]` in `Trump Organization`. */
function namedAt({ entities, mentions }: Facts, words: Span): number | undefined {
  const own = mentions.find(
    ({ span: place, kind, entity }) =>
      sameSpan(place, words) && (kind === 'name' || entities[entity]?.isNamed === false),
  );
  if (own !== undefined) return own.entity;
  const around = mentions.find(
    ({ span: place, kind, entity }) =>
      kind === 'name' &&
      contains(place, words) &&
      (entities[entity]?.kind === 'person' || place.end === words.end),
  );
  return around?.entity;
}

/** `[Foreign Minister] Lavrov`, `Lavrov[, the minister]`; nobody of `Lavrov's deputy`. */
function namedInside(
  { body }: Article,
  { entities, mentions }: Facts,
  words: Span,
): number | 'several' | undefined {
  const inside = mentions.filter(
    ({ span: place, kind }) => kind === 'name' && contains(words, place),
  );
  const people = inside.filter(({ entity }) => entities[entity]?.kind === 'person');
  if (areListed(body, people)) return 'several';
  const heads = inside.filter(({ span: { end } }) =>
    /^\s*(?:$|[,(])/u.test(body.slice(end, words.end)),
  );
  const head = heads.find((mention) => people.includes(mention)) ?? heads.at(-1);
  return head?.entity;
}

/** `Rubio and Lavrov`, not `Rubio's envoy Kerr`. */
const areListed = (body: string, people: readonly Mention[]): boolean =>
  people.some(({ span: place, entity }, at) => {
    const before = people[at - 1];
    return (
      before !== undefined &&
      before.entity !== entity &&
      /,|&|\band\b/u.test(
        slice(body, span(before.span.end, Math.max(before.span.end, place.start))),
      )
    );
  });

/** Whom the article calls just so elsewhere. */
function namesake({ body }: Article, { mentions }: Facts, words: Span): number | undefined {
  const name = fold(slice(body, words));
  const others = mentions.filter(
    ({ kind, span: place }) => kind === 'name' && fold(slice(body, place)) === name,
  );
  const [first] = others;
  return others.every(({ entity }) => entity === first?.entity) ? first?.entity : undefined;
}

/** Somebody whom no words were read to name. */
export function withNewPerson(article: Article, facts: Facts, name: Span): Facts {
  const isNamed = /^(?:the\s+)?\p{Lu}/u.test(slice(article.body, name));
  const person: Entity = { kind: 'person', isNamed, name, roles: [] };
  const mention: Mention = { span: name, kind: 'name', entity: facts.entities.length };
  return {
    ...facts,
    entities: [...facts.entities, person],
    // In order of place, as they are looked up.
    mentions: [...facts.mentions, mention].toSorted((a, b) => a.span.start - b.span.start),
  };
}
