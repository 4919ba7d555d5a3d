import { paragraphAt } from '../../article/article.ts';
import { cite } from '../../article/citation.ts';
import type { Utterance } from '../../search/utterance.ts';
import { type Span, contains, cover } from '../../text/span.ts';
import type { MentionLine, QuotationLine, SpeakerLine } from '../answer.ts';
import { type Comparison, isSame } from './comparison.ts';

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
export function speakerOf({ reading: { article }, speaker }: Utterance): SpeakerLine | undefined {
  if (speaker?.named === undefined) return undefined;
  const { name, namedAt, role } = speaker.named;
  return {
    name: cite(article, name),
    mention: cite(article, speaker.mention),
    ...(namedAt === undefined ? {} : { namedAt: cite(article, namedAt) }),
    ...(role === undefined ? {} : { role: cite(article, role) }),
  };
}

/** What the article calls a speaker whose name it leaves open. */
function mentionOf({ reading, speaker }: Utterance): MentionLine | undefined {
  if (speaker?.isSurelyMentioned !== true) return undefined;
  return { words: cite(reading.article, speaker.mention), isOpen: speaker.isOne };
}
