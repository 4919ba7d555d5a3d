import { foldName } from '../text/fold.ts';
import { rememberedLately } from '../text/remembered.ts';
import type { Form } from './known.ts';
import { hashWord } from './likeness.ts';
import { keyOf } from './naming.ts';

// How a speaker who is no person of the article is found by name. Whoever asks may give only the
// surname; a fuller name must be the speaker's own, or stand in the article for a bare surname:
//
//     “Shame.” — Dana Petrov      petrov, * petrov
//     “Shame.” — Kovac            kovac, and of `Petra Kovač, an envoy`: petra kovac

/** Hashes by which a speaker is found whom an article calls so. */
export function strangerHashes(name: Form, body: string): readonly number[] {
  const surname = name.at(-1)?.folded;
  if (surname === undefined) return [];
  const fuller = name.length > 1 ? [FULLER] : wordsBefore(surname, body);
  return [surname, ...fuller.map((word) => `${word} ${surname}`)].map(hashWord);
}

/** Hashes of which a speaker has one who may be asked for so. */
export function hashesAsked(asked: Form): readonly number[] {
  const [surname, given] = [asked.at(-1)?.folded, asked.at(-2)?.folded];
  if (surname === undefined) return [];
  if (given === undefined) return [hashWord(surname)];
  return [`${FULLER} ${surname}`, `${given} ${surname}`].map(hashWord);
}

/** For the given names of a speaker who is named with them. */
const FULLER = '*';

/** What stands before each `Kovac` of an article, `Kovac’s` included. */
function wordsBefore(surname: string, body: string): readonly string[] {
  const words = foldedBody(body).split(' ');
  const isSurname = (word: string): boolean => word === surname || word.startsWith(`${surname}'`);
  return [...new Set(words.flatMap((word, at) => (isSurname(word) ? (words[at - 1] ?? []) : [])))];
}

// An article may have several such speakers.
const foldedBody = rememberedLately((body: string): string => foldName(body), 1);

/** Whether an article has the name in full somewhere. */
export function standsInFull(asked: Form, body: string): boolean {
  const name = ` ${keyOf(asked)}`;
  const folded = ` ${foldedBody(body)} `;
  return folded.includes(`${name} `) || folded.includes(`${name}'`);
}
