import type { Article } from '../../article/article.ts';
import { overlaps, type Span } from '../../text/span.ts';
import type { Facts, Polarity, Stance } from '../facts.ts';
import { findAnchor } from './anchor.ts';
import { withoutStances } from './denied.ts';
import { entityNamed, findName } from './naming.ts';
import type { StanceRuling } from './ruling.ts';

/** Turns, takes out or adds a position; undefined if anchors are gone. */
export function settleStance(
  article: Article,
  facts: Facts,
  ruling: StanceRuling,
): Facts | undefined {
  const evidence = findAnchor(article.body, ruling.of);
  const holder = findName(article, facts, ruling.holder);
  const target = ruling.target && findAnchor(article.body, ruling.target);
  if (evidence === undefined || holder === undefined) return undefined;
  if (ruling.target !== undefined && target === undefined) return undefined;
  const entity = entityNamed(article, facts, holder);
  const isMeant = (stance: Stance): boolean =>
    overlaps(stance.evidence, evidence) &&
    (overlaps(stance.holder, holder) || (entity !== undefined && stance.entity === entity)) &&
    (target === undefined || overlaps(stance.target, target));
  const { verdict } = ruling;
  const meant = facts.stances.filter(isMeant);
  if (verdict === 'none') return meant.length === 0 ? facts : withoutStances(facts, meant);
  if (meant.length > 0)
    return {
      ...facts,
      stances: facts.stances.map((one) => (isMeant(one) ? turned(one, verdict) : one)),
    };
  if (target === undefined) return undefined;
  return withStance(facts, {
    ...drafted({ evidence, holder, target }, verdict),
    ...(typeof entity === 'number' ? { entity } : {}),
  });
}

/** What was read of its strength was read of the other side, where it is another. */
const turned = (stance: Stance, polarity: Polarity): Stance => ({
  ...stance,
  polarity,
  strength: stance.polarity === polarity ? stance.strength : 'firm',
  confidence: 1,
  isCorrected: true,
});

/** No one word was read to show it: the target is pointed out. */
const drafted = (
  { evidence, holder, target }: { readonly [part in 'evidence' | 'holder' | 'target']: Span },
  polarity: Polarity,
): Stance => ({
  kind: 'stance',
  holder,
  target,
  polarity,
  strength: 'firm',
  cue: target,
  evidence,
  confidence: 1,
  isCorrected: true,
});

const withStance = (facts: Facts, stance: Stance): Facts => ({
  ...facts,
  stances: [...facts.stances, stance].toSorted(
    (a, b) => a.cue.start - b.cue.start || a.target.start - b.target.start,
  ),
});
