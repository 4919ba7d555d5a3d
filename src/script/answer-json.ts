import type {
  Ambiguous,
  Attendance,
  AttendeeLine,
  None,
  Passages,
  Profile,
  QuotationLine,
  Quotations,
  Stances,
} from '../answer/answer.ts';
import { paragraphAt } from '../article/article.ts';
import type { Citation } from '../article/citation.ts';
import { isEditedWithin, toldProvenance } from '../article/provenance.ts';
import { uniqueCitations } from '../command/sources.ts';

// Answers as the JSON that scripts read. Citations come best first.

export const passagesJson = ({ passages }: Passages): object => ({
  found: true,
  citations: citationsJson(passages.map(({ passage }) => passage)),
});

export function quotationsJson({ quotations }: Quotations): object {
  const sentences = uniqueCitations(quotations.map(({ sentence }) => sentence));
  return {
    found: true,
    citations: citationsJson(sentences),
    quotes: quotations.map((line) => quoteJson(line, sentences)),
  };
}

const quoteJson = (
  { words, manner, sentence, speaker, likeness }: QuotationLine,
  sentences: readonly Citation[],
): object => ({
  text: words.text,
  kind: manner,
  speaker: speaker ? { name: speaker.name.text } : null,
  likeness,
  citation: sentences.findIndex(
    ({ article, start, end }) =>
      article === sentence.article && start === sentence.start && end === sentence.end,
  ),
});

export const stanceJson = ({ asked, stands }: Stances): object => ({
  found: true,
  stance: asked === 'verdict' ? stands[0]?.polarity : 'mixed',
  stands: stands.map(({ holder, polarity }) => ({ holder: holder.text, stance: polarity })),
  citations: citationsJson(stands.flatMap(({ lines }) => lines).map(({ evidence }) => evidence)),
});

export function attendanceJson(answer: Attendance): object {
  const { told, nearest, attended, absent, expected } = answer;
  const people = [...attended, ...absent, ...expected];
  const evidence = people.flatMap((line) => line.evidence.slice(0, 1));
  return {
    found: true,
    citations: citationsJson([
      ...told.slice(0, 1),
      ...evidence.slice(0, 1),
      ...(nearest === undefined ? [] : [nearest]),
      ...evidence.slice(1),
      ...told.slice(1),
      ...people.flatMap((line) => line.evidence.slice(1)),
    ]),
    attended: attended.map(attendeeJson),
    absent: absent.map(attendeeJson),
    expected: expected.map(attendeeJson),
  };
}

const attendeeJson = ({ name, roles, side, note }: AttendeeLine): object => ({
  name: name.text,
  role: roles[0]?.text,
  side: side?.text,
  note: note?.text,
});

export const profileJson = ({ name, roles, speaksFor, attended, spellings }: Profile): object => ({
  found: true,
  name: name.text,
  roles: roles.map(({ words }) => words.text),
  speaksFor: speaksFor.map(({ words }) => words.text),
  attended: attended.map(({ event }) => event.text),
  spellings: spellings.map((spelling) => spelling.name.text),
  citations: citationsJson([...roles, ...speaksFor, ...attended].flatMap((line) => line.evidence)),
});

/** Neither kind of answer cites anything: what is near is no answer. */
export const unansweredJson = (answer: Ambiguous | None): object => ({
  found: false,
  citations: [],
  ...(answer.kind === 'ambiguous' ? { choices: answer.choices.map(({ value }) => value) } : {}),
});

const citationsJson = (citations: readonly Citation[]): readonly object[] =>
  uniqueCitations(citations).map((citation) => {
    const { article, paragraph, start, end, text } = citation;
    return { article: article.id, paragraph, start, end, text, ...provenanceJson(citation) };
  });

/** Where the words are from if members brought or edited them; names nobody. */
function provenanceJson({ article, paragraph, end }: Citation): object {
  const told = toldProvenance(article.provenance);
  if (told === undefined) return {};
  const { kind, host, at } = told.origin;
  const isCited = isEditedWithin(told, paragraph, paragraphAt(article, end - 1));
  return {
    origin: { kind, host, at },
    ...(told.edited === undefined ? {} : { edited: { at: told.edited.at, isCited } }),
  };
}
