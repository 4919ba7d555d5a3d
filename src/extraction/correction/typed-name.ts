import { type Article, paragraphAt } from '../../article/article.ts';
import { fold } from '../../text/fold.ts';
import { contains, type Span, span } from '../../text/span.ts';
import type { Facts } from '../facts.ts';
import { placesOf } from './anchor.ts';
import { entityNamed } from './naming.ts';

/**
 * The words of an article that somebody typed as a name: just so, else in other letter case and
 * without diacritics. Of several places one that names somebody, nearest to the paragraph (from 1).
 *
 *     kovac → Kovač          trump → Trump, rather than in `Trump Organization`
 */
export function findNameIn(
  article: Article,
  facts: Facts,
  typed: string,
  paragraph = 1,
): Span | undefined {
  const name = typed.trim();
  if (!/\p{L}/u.test(name)) return undefined;
  const exact = wholeWords(article.body, placesOf(article.body, name));
  const places =
    exact.length > 0 ? exact : wholeWords(article.body, foldedPlaces(article.body, name));
  const away = ({ start }: Span): number => Math.abs(paragraphAt(article, start) - paragraph);
  const [best] = places
    .map((place) => ({ place, fit: fitOf(article, facts, place) }))
    .toSorted((a, b) => b.fit - a.fit || away(a.place) - away(b.place));
  return best?.place;
}

/** `Lavrov` in `Lavrov’s`, but not in `Lavrovian`. */
const wholeWords = (body: string, places: readonly Span[]): readonly Span[] =>
  places.filter(
    ({ start, end }) =>
      !/[\p{L}\p{N}\p{M}]$/u.test(body.slice(Math.max(0, start - 2), start)) &&
      !/^[\p{L}\p{N}\p{M}]/u.test(body.slice(end, end + 2)),
  );

/** Words that name somebody before words that name nobody, and those before parts of another name. */
function fitOf(article: Article, facts: Facts, place: Span): number {
  const isNamed = facts.mentions.some(
    ({ span: words, kind, entity }) =>
      kind === 'name' &&
      (contains(words, place) || contains(place, words)) &&
      entityNamed(article, facts, place) === entity,
  );
  if (isNamed) return 2;
  const isPart = facts.mentions.some(
    ({ span: words, kind }) => kind === 'name' && contains(words, place),
  );
  return isPart ? 0 : 1;
}

/** Where the words stand in any letter case, with or without diacritics, on one line or over two. */
function foldedPlaces(body: string, name: string): readonly Span[] {
  const { text, starts, ends } = foldByCharacter(body);
  const wanted = foldByCharacter(name).text;
  return placesOf(text, wanted).flatMap((place) => {
    const [start, end] = [starts[place.start], ends[place.end - 1]];
    return start === undefined || end === undefined ? [] : [span(start, end)];
  });
}

interface Folded {
  readonly text: string;
  /** For each code unit of the text where what it stands for begins and ends in the original. */
  readonly starts: readonly number[];
  readonly ends: readonly number[];
}

/** A run of white space is one space; a mark that stands by itself goes to the letter before it. */
function foldByCharacter(original: string): Folded {
  let text = '';
  const starts: number[] = [];
  const ends: number[] = [];
  for (const { 0: letter, index } of original.matchAll(/\s+|\P{M}\p{M}*/gu)) {
    const folded = /^\s/u.test(letter) ? ' ' : fold(letter);
    text += folded;
    for (let at = 0; at < folded.length; at += 1) {
      starts.push(index);
      ends.push(index + letter.length);
    }
  }
  return { text, starts, ends };
}
