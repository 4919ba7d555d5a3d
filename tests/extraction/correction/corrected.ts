import type { Article } from '../../../src/article/article.ts';
import {
  type Anchor,
  type Ruling,
  anchorAt,
  applyRulings,
} from '../../../src/extraction/correction.ts';
import type { Facts } from '../../../src/extraction/facts.ts';
import { slice, type Span } from '../../../src/text/span.ts';
import { factsOf } from '../read.ts';

/** A ruling in words: each anchored where it first stands in the text, or the last time with `…` in front. */
export type Worded =
  | { readonly of: string; readonly speaker: string | undefined }
  | {
      readonly gathering: string;
      readonly name: string;
      readonly verdict: 'attended' | 'absent' | 'not-listed';
      readonly evidence: string;
    }
  | {
      readonly of: string;
      readonly holder: string;
      readonly target?: string;
      readonly verdict: 'supports' | 'opposes' | 'mixed' | 'none';
    };

export function rulingOf({ body }: Article, worded: Worded): Ruling {
  const at = (words: string): Anchor => anchorIn(body, words);
  if ('speaker' in worded) {
    const { of, speaker } = worded;
    return { kind: 'speaker', of: at(of), ...(speaker === undefined ? {} : { name: at(speaker) }) };
  }
  if ('gathering' in worded) {
    const { gathering, name, verdict, evidence } = worded;
    return {
      kind: 'attendee',
      gathering: at(gathering),
      name: at(name),
      verdict,
      evidence: at(evidence),
    };
  }
  const { of, holder, target, verdict } = worded;
  return {
    kind: 'stance',
    of: at(of),
    holder: at(holder),
    ...(target === undefined ? {} : { target: at(target) }),
    verdict,
  };
}

function anchorIn(body: string, words: string): Anchor {
  const plain = words.replace(/^…/u, '');
  const start = words === plain ? body.indexOf(plain) : body.lastIndexOf(plain);
  if (start < 0) return { words: plain, before: 'was there', after: 'once' };
  return anchorAt(body, { start, end: start + plain.length });
}

export function corrected(text: string, all: readonly Worded[]) {
  const { article, facts } = factsOf(text);
  const rulings = all.map((worded) => rulingOf(article, worded));
  return { article, read: facts, rulings, ...applyRulings(article, facts, rulings) };
}

const star = (isCorrected: true | undefined): string => (isCorrected ? '*' : '');

/** Facts as lines: `Ilse: words*`, the star for what is corrected; `?` where nobody is named. */
export function linesOf({ body }: Article, { entities, ...facts }: Facts): string[] {
  const at = (words: Span): string => slice(body, words);
  const named = (entity: number | undefined, other: string): string => {
    const name = entities[entity ?? -1]?.name;
    return name === undefined ? other : at(name);
  };
  return [
    ...facts.quotations
      .filter(({ isTopic }) => !isTopic)
      .map(
        ({ span, speaker, isCorrected }) =>
          `${named(speaker?.entity, speaker ? `(${at(speaker.mention)})` : '?')}: ${at(span)}${star(isCorrected)}`,
      ),
    ...facts.gatherings.flatMap((gathering) =>
      (['attended', 'absent', 'expected'] as const).flatMap((list) =>
        gathering[list].map(
          ({ name, note, isCorrected }) =>
            `${list}: ${at(name)}${note ? ` (${at(note)})` : ''}${star(isCorrected)}`,
        ),
      ),
    ),
    ...facts.stances.map(
      ({ holder, entity, polarity, target, isCorrected }) =>
        `${named(entity, at(holder))} ${polarity} ${at(target)}${star(isCorrected)}`,
    ),
  ];
}
