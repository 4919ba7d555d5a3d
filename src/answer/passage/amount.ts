// Amounts as articles write them, so that two can be told apart: `nearly 400 pages`, `2½ weeks`.

/** What some words say of how much; `about` and `at least` leave room. */
export interface Amount {
  readonly value: number;
  /** What is counted in: `$`, `%`, `s` for all lengths of time, else empty. */
  readonly unit: string;
  readonly bound: 'exact' | 'about' | 'atLeast' | 'atMost';
}

const SMALL =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  );
const TENS = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');
const SCALES: ReadonlyMap<string, number> = new Map([
  ['dozen', 12],
  ['hundred', 100],
  ['thousand', 1e3],
  ['k', 1e3],
  ['million', 1e6],
  ['m', 1e6],
  ['billion', 1e9],
  ['bn', 1e9],
  ['trillion', 1e12],
]);
const SECONDS: ReadonlyMap<string, number> = new Map([
  ['second', 1],
  ['minute', 60],
  ['hour', 3_600],
  ['day', 86_400],
  ['week', 604_800],
  ['month', 2_629_800],
  ['year', 31_557_600],
  ['decade', 315_576_000],
]);
const PARTS: ReadonlyMap<string, number> = new Map([
  ['half', 1 / 2],
  ['third', 1 / 3],
  ['thirds', 1 / 3],
  ['quarter', 1 / 4],
  ['quarters', 1 / 4],
  ['fifth', 1 / 5],
  ['fifths', 1 / 5],
  ['tenth', 1 / 10],
  ['tenths', 1 / 10],
]);

const ABOUT = /\b(?:about|around|roughly|nearly|almost|some|approximately|estimated|close to)\b/iu;
const AT_LEAST = /\b(?:at least|more than|over|exceed\w*|upwards? of|another)\b/iu;
const AT_MOST = /\b(?:at most|up to|less than|fewer than|under|below)\b/iu;

/** The first amount in some words; undefined where they name none: `dozens`, `a few weeks`. */
export function readAmount(words: string): Amount | undefined {
  const number = readNumber(words.toLowerCase());
  if (number === undefined) return undefined;
  const seconds = unitOfTime(words);
  const value = number * (seconds ?? 1);
  const unit = seconds === undefined ? unitOf(words) : 's';
  return { value, unit, bound: boundOf(words) };
}

/** `1,412` → 1412; `2.5 million`, `two dozen`, `forty-five`, `a third` */
function readNumber(words: string): number | undefined {
  let value: number | undefined;
  for (const piece of words.match(/\d[\d,]*(?:\.\d+)?|[½¼¾]|\p{L}+/gu) ?? []) {
    const read = readPiece(piece, value);
    if (read === undefined && value !== undefined) break;
    value = read ?? value;
  }
  return value;
}

/** A piece put to what was read before it; undefined for a word that is no number. */
function readPiece(piece: string, before: number | undefined): number | undefined {
  if (/^\d/u.test(piece))
    return before === undefined ? Number(piece.replaceAll(',', '')) : undefined;
  const ten = TENS.indexOf(piece);
  if (ten >= 0) return (before ?? 0) + 10 * (ten + 2);
  const small = SMALL.indexOf(piece);
  if (small >= 0)
    return before === undefined || before % 10 === 0 ? (before ?? 0) + small : undefined;
  const scale = SCALES.get(piece);
  if (scale !== undefined) return (before ?? 1) * scale;
  const part = PARTS.get(piece);
  return part === undefined ? undefined : (before ?? 1) * part;
}

function unitOfTime(words: string): number | undefined {
  const unit = /\b(second|minute|hour|day|week|month|year|decade)s?\b/iu.exec(words)?.[1];
  return unit === undefined ? undefined : SECONDS.get(unit.toLowerCase());
}

const unitOf = (words: string): string =>
  /%|\bper ?cent\b|\bpercentage\b/iu.test(words) ? '%' : (/[$€£¥₽]/u.exec(words)?.[0] ?? '');

function boundOf(words: string): Amount['bound'] {
  if (AT_LEAST.test(words)) return 'atLeast';
  if (AT_MOST.test(words)) return 'atMost';
  return ABOUT.test(words) ? 'about' : 'exact';
}

// `nearly 400` may be 384, and `about two years` 22 months.
const ROOM = 0.15;

/** Whether two amounts cannot both be right of one thing. Of other units neither contradicts. */
export function contradict(a: Amount, b: Amount): boolean {
  if (a.unit !== b.unit || a.value === b.value) return false;
  if (a.bound === 'atLeast' || b.bound === 'atMost') return a.value > b.value && isNarrow(b, a);
  if (b.bound === 'atLeast' || a.bound === 'atMost') return b.value > a.value && isNarrow(a, b);
  if (a.bound === 'exact' && b.bound === 'exact') return true;
  return Math.abs(a.value - b.value) > ROOM * Math.max(a.value, b.value);
}

/** `about 400` may still be above `more than 420`. */
const isNarrow = (less: Amount, more: Amount): boolean =>
  less.bound !== 'about' || more.value - less.value > ROOM * more.value;
