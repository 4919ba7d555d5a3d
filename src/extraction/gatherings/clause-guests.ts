import type { Token } from '../syntax/document.ts';
import { plainReportingVerb } from '../lexicon/reporting-verbs.ts';
import { type Guest, phraseGuest } from './guest.ts';
import { readParties } from './guest-list.ts';
import { readMood } from '../syntax/mood.ts';
import type { Occasion } from './occasion.ts';
import type { Scene } from './scene.ts';
import { readSubjects, subjectOf } from './subject.ts';

// Who was there by what they did there: `at the dinner [she] said`.

/** `at a dinner [she] said`, `[Barr] told [senators] during a hearing` */
export function clauseSubjects(scene: Scene, occasion: Occasion): Guest[] {
  const { text } = scene;
  const outer = governingVerb(scene, occasion);
  if (outer === undefined || !wasThere(text, outer)) return [];
  const verb = innerVerb(text, outer) ?? outer;
  const subjects = readSubjects(text, verb);
  const persons = subjects.length > 0 ? subjects : ownersOfSubject(text, verb);
  const head = subjectOf(text, verb)?.head ?? -1;
  // `a video of his opponents was shown at the meeting`: they are no more than part of the subject.
  const doers = persons.filter(
    ({ isPerson, at }) => isPerson || (at.first <= head && head < at.last),
  );
  return [...doers, ...listeners(text, verb)].filter((guest) => isOfPeople(text, guest));
}

/** Persons, groups of them and parties: `Republicans`; not the body or country of a byline. */
const isOfPeople = ({ cast }: Scene['text'], { isPerson, isNamed, entity }: Guest): boolean =>
  isPerson || !isNamed || cast.entities[entity ?? -1]?.kind === 'group';

const TELLING = /^(?:told|asked|urged|assured|warned|pressed)$/u;

/** `At the meeting, Vindman said [Sondland] told the guests`: what is reported happened there. */
function innerVerb(text: Scene['text'], verb: number): number | undefined {
  const { tokens, sentenceOf } = text.document;
  if (plainReportingVerb(tokens[verb]) === undefined) return undefined;
  const first = tokens[verb + 1]?.lower === 'that' ? verb + 2 : verb + 1;
  for (let at = first + 1; at < first + 25 && sentenceOf[at] === sentenceOf[verb]; at += 1)
    if (TELLING.test(tokens[at]?.lower ?? '') && subjectOf(text, at)?.first === first) return at;
  return undefined;
}

/** Whoever `refused to say` something at a gathering was there; who `refused to speak` may not. */
function wasThere(text: Scene['text'], verb: number): boolean {
  const mood = readMood(text, verb);
  if (mood === 'did') return true;
  const isRefusal = /^(?:refused|declined|failed)$/u.test(
    text.document.tokens[verb - 2]?.lower ?? '',
  );
  return (
    mood === 'did-not' &&
    isRefusal &&
    !/^(?:appear|attend|speak|participate|come|testify|take|join|show|be|go|travel)$/u.test(
      text.document.tokens[verb]?.lower ?? '',
    )
  );
}

/** The verb of the clause in which the occasion is where or when something was done. */
function governingVerb(
  scene: Scene,
  { first, last, head, sentence }: Occasion,
): number | undefined {
  const { tokens, sentences } = scene.text.document;
  const bounds = sentences[sentence];
  const governor = tokens[first - 1]?.lower ?? '';
  // `said after meeting with Putin`: without an article it is what the subject did.
  const isGerund = governor === 'after' && first === head;
  if (bounds === undefined || !(isGerund || /^(?:at|during|in|throughout|to|for)$/u.test(governor)))
    return undefined;
  const isFronted = first - 2 < bounds.first + 1;
  const verb = isFronted
    ? verbAfter(scene, last, bounds.last)
    : verbBefore(scene, first - 1, bounds.first);
  if (verb === undefined || !/^(?:to|for)$/u.test(governor)) return verb;
  return MOTIONS.test(tokens[verb]?.lower ?? '') ? verb : undefined;
}

const MOTIONS =
  /^(?:went|came|traveled|travelled|returned|brought|sent|flew|invited|arrived|joined|gathered|sat|welcomed|hosted|visited)$/u;

/** `[Barr]'s disclosure came during a hearing` */
function ownersOfSubject(text: Scene['text'], verb: number): Guest[] {
  const phrase = subjectOf(text, verb);
  for (let at = phrase?.first ?? 0; at < (phrase?.last ?? 0); at += 1) {
    const owner = text.names.at[at - 1];
    if (/^(?:'s|’s|'|’)$/u.test(text.document.tokens[at]?.text ?? '') && owner !== undefined)
      return [phraseGuest(text, { ...owner, head: at - 1 })];
  }
  return [];
}

/** `told [the visiting officials]`: whom one speaks to at a gathering is there too. */
function listeners(text: Scene['text'], verb: number): Guest[] {
  const { tokens } = text.document;
  const phrase = text.phrases.at[verb + 1];
  const isTold =
    /^(?:told|tells|addressed|addressing|asked|pressed|grilled|briefed|questioned|urged|lobbied|thanked)$/u.test(
      tokens[verb]?.lower ?? '',
    );
  if (!isTold || phrase?.first !== verb + 1) return [];
  if (/^(?:reporters|journalists|cnn|press|media|it)$/u.test(tokens[phrase.head]?.lower ?? ''))
    return [];
  return readParties(text, phrase);
}

/** `had [a question]`, `was [the host]` */
const isFullAuxiliary = (token: Token | undefined, next: Token | undefined): boolean =>
  token?.pos === 'AUX' && next?.pos === 'DET';

/** The first verb behind a comma, or else the first that is no participle: `hosted by`. */
function verbAfter({ text }: Scene, from: number, end: number): number | undefined {
  const { tokens } = text.document;
  let first: number | undefined;
  let isBehindComma = false;
  for (let at = from; at < end; at += 1) {
    isBehindComma ||= tokens[at]?.text === ',';
    const isMain = tokens[at]?.pos === 'VERB' || isFullAuxiliary(tokens[at], tokens[at + 1]);
    if (!isMain || tokens[at + 1]?.lower === 'by') continue;
    if (isBehindComma) return at;
    first ??= at;
  }
  return first;
}

function verbBefore({ text }: Scene, from: number, least: number): number | undefined {
  for (let at = from; at >= least; at -= 1) {
    if (text.document.tokens[at]?.pos === 'VERB') return at;
    if (/^[;:]$/u.test(text.document.tokens[at]?.text ?? '')) return undefined;
  }
  return undefined;
}
