import type { Article } from '../src/article/article.ts';
import { slice } from '../src/text/span.ts';
import { type Random, createRandom } from './random.ts';

// Articles made by recombining real paragraphs, with other names in them and some words swapped
// for invented ones: repeating the same text would understate how many words a corpus has.

export interface GeneratedArticle {
  readonly id: string;
  /** A Markdown file. */
  readonly source: string;
  readonly names: readonly string[];
}

const PARAGRAPHS = [10, 25] as const;
const SHARED_NAMES = 4_000;
const INVENTED_WORDS = 60_000;
// One longer word in so many is an invented one; else every word of the few originals would stand in
// a third of all articles, as no word but the commonest does.
const SWAPPED = 2;

export const generateArticles = (
  originals: readonly Article[],
  count: number,
  seed: number,
): GeneratedArticle[] => [...articleStream(originals, count, seed)];

/** The same one after another, for more than should be in memory at once. */
export function* articleStream(
  originals: readonly Article[],
  count: number,
  seed: number,
): Generator<GeneratedArticle> {
  const random = createRandom(seed);
  const paragraphs = originals.flatMap(({ body, paragraphs: places }) =>
    places.map((place) => slice(body, place)),
  );
  const names = Array.from({ length: SHARED_NAMES }, () => inventName(random));
  const words = Array.from({ length: INVENTED_WORDS }, () => inventWord(random, 3));
  for (let i = 0; i < count; i += 1) yield generate(i, { random, paragraphs, names, words });
}

interface Stock {
  readonly random: Random;
  readonly paragraphs: readonly string[];
  readonly names: readonly string[];
  readonly words: readonly string[];
}

function generate(number: number, { random, paragraphs, names, words }: Stock): GeneratedArticle {
  const cast = new Map<string, string>();
  const size = PARAGRAPHS[0] + random.below(PARAGRAPHS[1] - PARAGRAPHS[0]);
  const recast = (paragraph: string): string =>
    paragraph
      .replace(/\p{Lu}\p{L}+ \p{Lu}\p{L}+/gu, (name) => {
        const other = cast.get(name) ?? random.pickEarly(names);
        cast.set(name, other);
        return other;
      })
      .replace(/\b\p{Ll}{5,}\b/gu, (word) =>
        random.below(SWAPPED) === 0 ? random.pickEarly(words) : word,
      );
  const body = Array.from({ length: size }, () => recast(random.pick(paragraphs))).join('\n\n');
  const day = new Date(Date.UTC(2015, 0, 1 + random.below(3_650))).toISOString().slice(0, 10);
  const title = recast(body.split('. ', 1)[0] ?? '')
    .slice(0, 90)
    .replaceAll('\n', ' ');
  const source = `---\ntitle: ${JSON.stringify(title)}\ndate: ${day}\n---\n\n${body}\n`;
  return { id: `article-${number}`, source, names: [...cast.values()] };
}

const ONSETS = [
  'b',
  'br',
  'd',
  'f',
  'g',
  'k',
  'kr',
  'l',
  'm',
  'n',
  'p',
  'r',
  's',
  'sh',
  't',
  'v',
  'z',
];
const VOWELS = ['a', 'e', 'i', 'o', 'u', 'ai', 'ea', 'ou'];
const CODAS = ['', '', 'l', 'm', 'n', 'nd', 'r', 'rk', 's', 'st', 'v', 'x'];

function inventWord(random: Random, syllables: number): string {
  const syllable = () => random.pick(ONSETS) + random.pick(VOWELS) + random.pick(CODAS);
  return Array.from({ length: syllables }, syllable).join('');
}

const inventName = (random: Random): string =>
  [inventWord(random, 2), inventWord(random, 2 + random.below(2))]
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join(' ');
