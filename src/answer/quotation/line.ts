import { type Article, paragraphAt } from '../../article/article.ts';
import { type Citation, cite } from '../../article/citation.ts';
import type { Entity, Facts, Speaker } from '../../extraction/facts.ts';
import { isSurelyMentioned } from '../../extraction/quotations/speaker.ts';
import { type Span, contains, cover, sameSpan } from '../../text/span.ts';
import type { MentionLine, QuotationLine, SpeakerLine } from '../answer.ts';
import { type Comparison, isSame } from './comparison.ts';
import { rolesOf } from '../role.ts';
import { type Utterance, isSurelyBy } from './utterance.ts';

/** An utterance that answers, with what tells how well. */
export interface Ranked {
  readonly said: Utterance;
  readonly score: number;
  readonly comparison?: Comparison;
}

/** What a card shows of an utterance, as its own article has it. */
export function toLine({ said, comparison }: Ranked): QuotationLine {
  const { reading, cue } = said;
  const { article } = reading;
  const speaker = speakerOf(said);
  const mention = speaker === undefined ? mentionOf(said) : undefined;
  const { differing = [], added = [], displaced = [] } = comparison ?? {};
  return {
    words: cite(article, said.span),
    parts: said.parts.map((part) => cite(article, part)),
    manner: said.manner,
    sentence: cite(article, surroundings(said)),
    ...(cue === undefined ? {} : { cue: cite(article, cue) }),
    ...(speaker === undefined ? {} : { speaker }),
    ...(mention === undefined ? {} : { mention }),
    ...(said.isCorrected ? { isCorrected: true } : {}),
    ...(comparison === undefined ? {} : { likeness: isSame(comparison) ? 'same' : 'altered' }),
    differing: differing.map((words) => cite(article, words)),
    added,
    displaced,
    alsoIn: [],
    disputed: [],
  };
}

/** The sentences that hold the words, and the cue where it stands in the same paragraph. */
function surroundings({ reading, sentence, span: words, cue }: Utterance): Span {
  const around = cover(sentence, words);
  if (cue === undefined || contains(around, cue)) return around;
  const place = (offset: number): number => paragraphAt(reading.article, offset);
  return place(cue.start) === place(around.start) ? cover(around, cue) : around;
}

/** Who spoke, where that is sure enough for the name to be shown. */
export function speakerOf({ reading, speaker }: Utterance): SpeakerLine | undefined {
  const { article, facts } = reading;
  const entity = facts.entities[speaker?.entity ?? -1];
  if (speaker?.entity === undefined || entity === undefined) return undefined;
  if (!isSurelyBy(speaker, speaker.entity)) return undefined;
  const [role] = rolesOf(article, entity);
  const named = namedAt(speaker, facts);
  return {
    name: nameOf(article, entity),
    mention: cite(article, speaker.mention),
    ...(named === undefined ? {} : { namedAt: cite(article, named) }),
    ...(role === undefined ? {} : { role }),
  };
}

const nameOf = (article: Article, { name }: Entity): Citation => cite(article, name);

/** For `he`: the last place before it, else the first behind, that names whom it means. */
function namedAt({ mention, entity }: Speaker, { mentions }: Facts): Span | undefined {
  const own = mentions.find((each) => sameSpan(each.span, mention));
  const names = mentions.filter((each) => each.entity === entity && each.kind === 'name');
  const spans = names.map((each) => each.span);
  if (own?.kind === 'name' || spans.some((name) => contains(mention, name))) return undefined;
  return spans.findLast(({ end }) => end <= mention.start) ?? spans[0];
}

/** What the article calls a speaker whose name it leaves open. */
function mentionOf({ reading, speaker }: Utterance): MentionLine | undefined {
  if (speaker === undefined || !isSurelyMentioned(speaker)) return undefined;
  const words = cite(reading.article, speaker.mention);
  return { words, isOpen: speaker.entity !== undefined };
}
