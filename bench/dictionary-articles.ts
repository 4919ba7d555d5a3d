import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { wordnetFolder } from '../src/search/wordnet.ts';
import type { GeneratedArticle } from './generated-articles.ts';

// Articles made of WordNet's definitions of nouns: real English, in which every word of a question
// has other uses, and which answers none of the questions written for `corpus/`.

const SENTENCES = 5;
const PARAGRAPHS = 17;
const PER_ARTICLE = SENTENCES * PARAGRAPHS;

/** As many as are asked for, but at most the 960 or so that the definitions fill. */
export function dictionaryArticles(count: number): GeneratedArticle[] {
  const sentences = readDefinitions();
  const most = Math.min(count, Math.floor(sentences.length / PER_ARTICLE));
  return Array.from({ length: most }, (_, number) => {
    const own = sentences.slice(number * PER_ARTICLE, (number + 1) * PER_ARTICLE);
    const paragraphs = Array.from({ length: PARAGRAPHS }, (__, at) =>
      own.slice(at * SENTENCES, (at + 1) * SENTENCES).join(' '),
    );
    const day = new Date(Date.UTC(2024, 0, 1 + (number % 365))).toISOString().slice(0, 10);
    const source = `---\ntitle: Definitions ${number}\ndate: ${day}\n---\n\n${paragraphs.join('\n\n')}\n`;
    return { id: `definitions-${number}`, source, names: [] };
  });
}

/** `the act of negotiating; "talks were held"` → `The act of negotiating; "talks were held".` */
function readDefinitions(): string[] {
  return readFileSync(join(wordnetFolder, 'data.noun'), 'utf8')
    .split('\n')
    .flatMap((line) => /^\d.* \| (?<gloss>.+)$/u.exec(line)?.groups?.['gloss']?.trim() ?? [])
    .map((gloss) => `${gloss.charAt(0).toUpperCase()}${gloss.slice(1)}.`);
}
