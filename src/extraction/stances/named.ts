import type { Stance } from '../facts.ts';
import { written } from './judged.ts';
import { isNegated, judgementsIn, namingLinks } from './judgement.ts';
import { holdingOf, type VoicedText } from './party.ts';
import type { Phrase } from '../syntax/phrases.ts';
import { antecedentOf, subjectOf } from './subject.ts';
import { type Stretch, targetFrom } from './target.ts';
import { UNTURNED } from './turn.ts';

const NAMED = 0.8;

/** The judgements passed by naming: `called | the toll | a disgrace`. */
export function findNamed(text: VoicedText, openings: readonly number[]): Stance[] {
  const found: Stance[] = [];
  for (const at of openings) {
    const named = namedAt(text, at);
    if (named !== undefined) found.push(named);
  }
  return found;
}

/** `called [the deal] “the best thing …”`, `regarded [the clause] as a fair price`, `whom he called …` */
function namedAt(text: VoicedText, at: number): Stance | undefined {
  const verb = text.document.tokens[at];
  // `made a good point` names nothing.
  const links =
    verb?.pos === 'VERB' && !/^ma(?:k|d)/u.test(verb.lower) ? namingLinks(verb.lower) : undefined;
  if (links === undefined) return undefined;
  const subject = subjectOf(text, at);
  if (text.document.tokens[(subject?.first ?? 0) - 1]?.lower === 'what')
    return whatIsNamed(text, at, subject);
  const target = namedTarget(text, at, subject?.first ?? at);
  const from = target && endOfLink(text, Math.max(at + 1, target.last), links);
  if (target === undefined || from === undefined) return undefined;
  const judgements = judgementsIn(text, from, judgementEnd(text, from));
  const first = judgements[0];
  const holding = first && holdingOf(text, at, subject);
  if (first === undefined || holding === undefined) return undefined;
  const isTurned = isNegated(text, first.first) || isNegated(text, at);
  const stance = written(text, {
    holding,
    target: { ...target, sureness: 1 },
    judgement: first,
    turn: isTurned ? { ...UNTURNED, sign: -1 } : UNTURNED,
    confidence: NAMED,
  });
  const other = judgements.find(({ sign }) => sign !== first.sign);
  return stance === undefined || other === undefined
    ? stance
    : { ...stance, polarity: 'mixed', strength: 'hedged' };
}

/** `what he called [a “reckless” scheme]` */
function whatIsNamed(
  text: VoicedText,
  at: number,
  subject: Phrase | undefined,
): Stance | undefined {
  const { tokens } = text.document;
  const [judgement] = judgementsIn(text, at + 1, Math.min(at + 6, judgementEnd(text, at + 1)));
  const holding = judgement && holdingOf(text, at, subject);
  if (judgement === undefined || holding === undefined) return undefined;
  const behind = /^["”’»]$/u.test(tokens[judgement.last]?.text ?? '')
    ? judgement.last + 1
    : judgement.last;
  const rest = targetFrom(text, behind);
  return written(text, {
    holding,
    target: {
      first: at + 1,
      last: rest?.first === behind ? rest.last : judgement.last,
      sureness: 1,
    },
    judgement,
    turn: UNTURNED,
    confidence: NAMED,
  });
}

/** The object after a naming verb, without a judgement in it; or what `whom` refers to. */
function namedTarget(text: VoicedText, verb: number, subject: number): Stretch | undefined {
  const { tokens } = text.document;
  if (/^(?:whom|which|who)$/u.test(tokens[subject - 1]?.lower ?? '')) {
    const phrase = antecedentOf(text, subject - 1);
    return phrase && { first: phrase.first, last: phrase.last };
  }
  const target = targetFrom(text, verb + 1);
  if (target === undefined) return undefined;
  const quote = firstMark(text, target);
  const isArticle = quote - target.first === 1 && tokens[target.first]?.pos === 'DET';
  return quote > target.first && !isArticle ? { first: target.first, last: quote } : undefined;
}

function firstMark({ document }: VoicedText, { first, last }: Stretch): number {
  for (let at = first; at < last; at += 1)
    if (/^["“‘«]$/u.test(document.tokens[at]?.text ?? '')) return at;
  return last;
}

/** Where the judgement begins: after `as`; right at the mark, article or adjective for `call`. */
function endOfLink(text: VoicedText, from: number, links: readonly string[]): number | undefined {
  const { tokens } = text.document;
  const word = tokens[from]?.lower ?? '';
  if (links.includes(word)) return from + 1;
  if (word === 'to' && tokens[from + 1]?.lower === 'be') return from + 2;
  return links.includes('') &&
    (/^["“‘«]$/u.test(word) || /^(?:DET|ADJ|ADV|NOUN)$/u.test(tokens[from]?.pos ?? ''))
    ? from
    : undefined;
}

function judgementEnd({ document }: VoicedText, from: number): number {
  const sentence = document.sentences[document.sentenceOf[from] ?? -1];
  const end = Math.min(sentence?.last ?? from, from + 24);
  for (let at = from + 1; at < end; at += 1) {
    const word = document.tokens[at]?.lower ?? '';
    if (/^(?:;|but|because|which|who|while|although)$/u.test(word)) return at;
    if (word === ',' && document.tokens[at + 1]?.lower.endsWith('ing') === true) return at;
  }
  return end;
}
