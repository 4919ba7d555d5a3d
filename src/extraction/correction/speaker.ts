import type { Article } from '../../article/article.ts';
import { type Span, contains, sameSpan, slice } from '../../text/span.ts';
import type { Facts, Quotation, Speaker, Stance } from '../facts.ts';
import { entityNamed, withNewPerson } from './naming.ts';
import { goingOn, leftBehind, saidTogether } from './speech.ts';

/** A ruling on who spoke, its anchors found. */
export interface FoundSpeaker {
  /** An index into `Facts.quotations`. */
  readonly quotation: number;
  readonly name: Span | undefined;
}

/** Gives a quotation, and what was said with it, to who spoke; `apart` are ruled on by themselves. */
export function giveSpeaker(
  article: Article,
  facts: Facts,
  { quotation, name }: FoundSpeaker,
  apart: ReadonlySet<number>,
): Facts {
  const before = facts.quotations[quotation];
  if (before === undefined) return facts;
  const [cast, speaker] =
    name === undefined ? [facts, undefined] : castSpeaker(article, facts, name);
  if (before.isCorrected && isSame(before.speaker, speaker)) return facts;
  const own = saidTogether(article, facts, quotation, apart);
  const isConfirmed = isSame(before.speaker, speaker);
  const all = isConfirmed ? own : goingOn(facts, own, apart);
  const together = all.filter((at) => at === quotation || !tellsOf(cast, at, before, speaker));
  const left = isConfirmed ? [] : leftBehind(facts, together, apart);
  const changed = together.flatMap((at) => facts.quotations[at] ?? []);
  return {
    ...cast,
    quotations: cast.quotations.map((one, at) => {
      if (together.includes(at)) return given(one, speaker);
      return left.includes(at) ? withoutSpeaker(one) : one;
    }),
    mentions: cast.mentions.filter(
      ({ kind, span: words, entity }) =>
        kind === 'name' ||
        entity === speaker?.entity ||
        !changed.some((one) => one.speaker !== undefined && sameSpan(one.speaker.mention, words)),
    ),
    stances: cast.stances.flatMap((stance) => follow(article, stance, changed, speaker)),
  };
}

/** `Reed said | Vogt had called it “a farce” |`: if the farce is hers, what Reed said of her is not. */
const tellsOf = (
  { quotations, mentions }: Facts,
  at: number,
  { span: words }: Quotation,
  speaker: Speaker | undefined,
): boolean =>
  mentions.some(
    ({ kind, entity, span: name }) =>
      kind === 'name' &&
      entity === speaker?.entity &&
      contains(quotations[at]?.span ?? words, name) &&
      !contains(words, name),
  );

function castSpeaker(article: Article, facts: Facts, name: Span): readonly [Facts, Speaker] {
  const known = entityNamed(article, facts, name);
  const sure = { mention: name, confidence: 1, sureness: 1, isCorrected: true } as const;
  if (known === 'several') return [facts, sure];
  if (known !== undefined) return [facts, { ...sure, entity: known }];
  return [withNewPerson(article, facts, name), { ...sure, entity: facts.entities.length }];
}

const isSame = (a: Speaker | undefined, b: Speaker | undefined): boolean =>
  a === undefined || b === undefined
    ? a === b
    : a.entity === b.entity && (a.entity !== undefined || sameSpan(a.mention, b.mention));

/** Who is only confirmed keeps the words by which the article names them there: `he`. */
function given(
  { speaker: before, ...quotation }: Quotation,
  speaker: Speaker | undefined,
): Quotation {
  if (speaker === undefined) return { ...quotation, isCorrected: true };
  const mention = before && isSame(before, speaker) ? before.mention : speaker.mention;
  return { ...quotation, speaker: { ...speaker, mention }, isCorrected: true };
}

const withoutSpeaker = ({ speaker: _speaker, ...quotation }: Quotation): Quotation => quotation;

/** What the speaker holds by these words is held by whoever spoke them: by nobody, if nobody is named. */
function follow(
  article: Article,
  stance: Stance,
  changed: readonly Quotation[],
  speaker: Speaker | undefined,
): readonly Stance[] {
  const said = changed.find((one) => contains(one.span, stance.cue) && isOwn(article, stance, one));
  if (said === undefined) return [stance];
  if (speaker === undefined) return [];
  if (said.speaker !== undefined && isSame(said.speaker, speaker)) return [stance];
  const { entity: _entity, onBehalfOf, ...rest } = stance;
  // `Peskov said | Russia | opposes it` says for whom, whoever said it.
  const isSaid = onBehalfOf !== undefined && contains(said.span, onBehalfOf);
  return [
    {
      ...rest,
      holder: speaker.mention,
      ...(speaker.entity === undefined ? {} : { entity: speaker.entity }),
      ...(isSaid ? { onBehalfOf } : {}),
      isCorrected: true,
    },
  ];
}

const FIRST_PERSON = /^(?:i|we|my|our)\b/iu;

/** Whether a position is the speaker's own: `“| We | oppose it,” Lee said`. */
const isOwn = (
  { body }: Article,
  { holder, entity }: Stance,
  { span: words, speaker }: Quotation,
) =>
  (speaker !== undefined && sameSpan(holder, speaker.mention)) ||
  (entity !== undefined && entity === speaker?.entity) ||
  (contains(words, holder) && FIRST_PERSON.test(slice(body, holder)));
