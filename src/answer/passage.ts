import { cite } from '../article/citation.ts';
import type { Corpus } from '../search/corpus.ts';
import type { Query } from '../search/query.ts';
import type { Answer, None, PassageLine, Passages } from './answer.ts';
import { correctedIn } from './corrected.ts';
import { countedDays } from './counted-days.ts';
import { type Asked, readAsked } from './passage/asked.ts';
import { assure } from './passage/assurance.ts';
import { type Candidate, findCandidates, saysItself } from './passage/candidate.ts';
import { findDiffering } from './passage/differing.ts';
import { chooseShortAnswer } from './passage/short-answer.ts';
import { type Window, chooseWindows } from './passage/windows.ts';

const LOOKED_AT = 150;
const SHOWN = 5;
const NEAR = 3;
// A passage is shown only if its best sentence scores at least this share of the first one's.
const WORTH = 0.4;
// The best passage is shown as an answer if it is likelier than not to be one.
const ASSURED = 0.5;

// So much of the question the sentence of a short answer must say itself: `92 million crowns` of a bridge
// is no answer to what the stadium cost.
const SAID = 0.51;

/** Answers a question in free words with the passages that are likeliest to answer it. */
export async function answerWithPassages(
  question: string,
  corpus: Corpus,
): Promise<Answer<Passages>> {
  const weighed = await weighPassages(question, corpus);
  const { asked, query, windows, candidates, assurance } = weighed;
  const [best] = windows;
  if (!best || assurance < ASSURED) return none(windows, corpus);
  const worth = windows.filter(
    (other) => other.sentences[0].score >= WORTH * best.sentences[0].score,
  );
  return {
    kind: 'found',
    passages: worth.map((window) => toLine(window, weighed)),
    differing: findDiffering(asked, query, [answeringOf(best), ...candidates]),
  };
}

interface Weighed {
  readonly asked: Asked;
  readonly query: Query;
  /** The likeliest to answer first. */
  readonly windows: readonly Window<Candidate>[];
  readonly candidates: readonly Candidate[];
  /** How likely it is, from 0 to 1, that the first window answers. */
  readonly assurance: number;
}

/** The passages likeliest to answer a question, without deciding whether they do. */
async function weighPassages(question: string, corpus: Corpus): Promise<Weighed> {
  const query = corpus.query(question);
  const asked = readAsked(question, query, corpus);
  const candidates = findCandidates(await corpus.search(query, LOOKED_AT), asked);
  const windows = chooseWindows(candidates, SHOWN);
  const sentences = windows[0]?.sentences;
  const assurance = sentences ? assure({ wanted: asked.wanted, query, sentences }) : 0;
  return { asked, query, windows, candidates, assurance };
}

// A sentence this much less believed than the best is still taken for it if it alone has words of
// the kind wanted.
const BELIEVED_ENOUGH = 0.25;

/** The sentence of a passage that answers. */
function answeringOf({ sentences }: Window<Candidate>): Candidate {
  const [best] = sentences;
  const enough = sentences.filter(({ belief }) => belief >= BELIEVED_ENOUGH * best.belief);
  return enough.find(({ answers }) => answers.length > 0) ?? best;
}

function toLine(window: Window<Candidate>, { asked, query }: Weighed): PassageLine {
  const { article } = window.reading;
  const answering = answeringOf(window);
  const { answers, reading, hit } = answering;
  const isClear = saysItself(answering, query, SAID);
  const answer = isClear ? chooseShortAnswer(answers, reading, hit.sentence, asked) : undefined;
  const days = answer && countedDays(window.reading, answer.span);
  return {
    passage: cite(article, window.passage),
    sentence: cite(article, hit.sentence),
    ...(answer ? { answer: cite(article, answer.span) } : {}),
    ...(days ? { days } : {}),
    score: window.sentences[0].score,
    ...correctedIn(window.reading, window.passage),
  };
}

function none(windows: readonly Window<Candidate>[], { scope }: Corpus): None {
  const near = windows.slice(0, NEAR).map(({ reading, passage }) => cite(reading.article, passage));
  return { kind: 'none', scope, near };
}
