import { z } from 'zod';
import { type Article, type ArticleId, isArticleId } from '../article/article.ts';
import { articleFromText } from '../article/markdown.ts';
import { UserError } from '../article/user-error.ts';
import { extractFacts } from '../extraction/extract.ts';
import type {
  Attendee,
  Entity,
  Facts,
  Gathering,
  Quotation,
  Speaker,
  Stance,
} from '../extraction/facts.ts';
import { isSurelyMentioned, isSurelyNamed } from '../extraction/quotations/speaker.ts';
import { type Span, slice } from '../text/span.ts';
import { type Streams, mapJsonLines } from './json-lines.ts';

const REQUEST = z.object({ id: z.string(), title: z.string().optional(), text: z.string() });

type Request = z.infer<typeof REQUEST>;

/** `read`: an article a line in; what was read out of it a line out. */
export const runReadScript = (streams: Streams): Promise<void> =>
  mapJsonLines(streams, REQUEST, readRequest);

function readRequest({ id, title, text }: Request): object {
  const article = articleFromText({
    id: shelvedId(id),
    text,
    ...(title === undefined ? {} : { title }),
  });
  const facts = extractFacts(article);
  return {
    id,
    text: article.body,
    quotations: facts.quotations
      .filter(({ isMixed }) => !isMixed)
      .map((quotation) => quotationJson(article, facts, quotation)),
    gatherings: facts.gatherings.map((gathering) => gatheringJson(article, gathering)),
    stances: facts.stances.map((stance) => stanceJson(article, stance)),
    people: facts.entities.map((entity) => entityJson(article, entity)),
  };
}

/** Any id may be read; one that no shelf would take is only echoed. */
function shelvedId(id: string): ArticleId {
  const shelved = id.replaceAll(/[^\p{L}\p{N}._-]/gu, '-').slice(0, 100);
  if (isArticleId(shelved)) return shelved;
  throw new UserError(`the id "${id}" has no letters or digits`);
}

function quotationJson(article: Article, facts: Facts, quotation: Quotation): object {
  const { manner, span, speaker, cue } = quotation;
  return {
    ...words(article, span),
    kind: manner,
    speaker: speaker && isSurelyMentioned(speaker) ? speakerJson(article, facts, speaker) : null,
    cue: cue ? words(article, cue) : null,
  };
}

/** The name is null where the article names the speaker (`he`) but leaves open who is meant. */
const speakerJson = (article: Article, facts: Facts, speaker: Speaker): object => {
  const entity = isSurelyNamed(speaker) ? facts.entities[speaker.entity ?? -1] : undefined;
  return { name: entity ? slice(article.body, entity.name) : null, ...speaker.mention };
};

const gatheringJson = (article: Article, gathering: Gathering): object => ({
  name: words(article, gathering.name),
  place: optional(article, gathering.place),
  time: optional(article, gathering.time),
  attended: gathering.attended.map((attendee) => attendeeJson(article, attendee)),
  absent: gathering.absent.map((attendee) => attendeeJson(article, attendee)),
  expected: gathering.expected.map((attendee) => attendeeJson(article, attendee)),
});

const attendeeJson = (
  article: Article,
  { name, role, side, note, evidence }: Attendee,
): object => ({
  name: slice(article.body, name),
  role: optional(article, role),
  side: optional(article, side),
  note: optional(article, note),
  evidence: words(article, evidence),
});

const stanceJson = (article: Article, stance: Stance): object => ({
  holder: words(article, stance.holder),
  onBehalfOf: optional(article, stance.onBehalfOf),
  target: words(article, stance.target),
  polarity: stance.polarity,
  strength: stance.strength,
  cue: words(article, stance.cue),
  evidence: words(article, stance.evidence),
});

const entityJson = (article: Article, { kind, name, roles }: Entity): object => ({
  kind,
  name: slice(article.body, name),
  roles: roles.map((role) => slice(article.body, role)),
});

const words = (article: Article, span: Span): object => ({
  start: span.start,
  end: span.end,
  text: slice(article.body, span),
});

/** Left out of the JSON where it is not known. */
const optional = (article: Article, span: Span | undefined): string | undefined =>
  span && slice(article.body, span);
