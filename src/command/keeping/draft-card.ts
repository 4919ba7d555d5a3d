import type { Article } from '../../article/article.ts';
import { type Citation, cite } from '../../article/citation.ts';
import { extractFacts } from '../../extraction/extract.ts';
import type { Preview } from '../../keeping/draft.ts';
import type { Draft } from '../../store/server-store.ts';
import type { MessageKey } from '../messages.ts';
import { isMessageKey } from '../messages.ts';
import { span } from '../../text/span.ts';
import { listed } from '../replies.ts';
import {
  type ButtonControl,
  type Control,
  type Entry,
  type Message,
  type Part,
  type Reply,
  cited,
  countPart,
  datePart,
  field,
  message,
  plainEntry,
  under,
} from '../reply.ts';

const MOST_NAMES = 8;

/** What was understood of a draft, and what can be done with it. */
export function draftReply(preview: Preview, isKeeper: boolean): Reply {
  const { draft, article, isBlocked } = preview;
  return {
    outcome: 'guide',
    isPrivate: true,
    heading: message(draft.revises === undefined ? 'draft.heading' : 'draft.heading.revision', {
      id: field(article.id),
    }),
    entries: [
      ...fieldEntries(article),
      ...excerptEntries(preview),
      ...understoodEntries(preview),
      ...under(message('draft.warnings'), warningEntries(preview)),
    ],
    notes: [message(keptNote(draft, isKeeper))],
    choices: [],
    controls: controlsOf(preview, isKeeper && !isBlocked, isKeeper),
  };
}

/** How long it waits to be decided on. */
function keptNote({ kind }: Draft, isKeeper: boolean): MessageKey {
  if (kind === 'draft') return isKeeper ? 'draft.kept' : 'draft.kept.suggestion';
  return kind === 'feed' ? 'feeds.kept' : 'draft.kept.suggested';
}

const fieldEntries = ({ title, date, publisher, url, body, paragraphs }: Article): Entry[] =>
  [
    plainEntry(message('draft.title', { title: field(title) })),
    date === undefined ? undefined : plainEntry(message('draft.date', { date: datePart(date) })),
    publisher === undefined
      ? undefined
      : plainEntry(message('draft.publisher', { publisher: field(publisher) })),
    url === undefined ? undefined : plainEntry(message('draft.url', { url: field(url) })),
    plainEntry(
      message('draft.size', {
        words: countPart(body.match(/\S+/gu)?.length ?? 0),
        paragraphs: countPart(paragraphs.length),
      }),
    ),
  ].filter((entry) => entry !== undefined);

/** Of its first words and its last; a badly read page shows in them. */
const EXCERPT = 200;

/** How it begins and ends, so that it can be told whether this is the article, and all of it. */
function excerptEntries({ article }: Preview): Entry[] {
  const [first] = article.paragraphs;
  const last = article.paragraphs.at(-1);
  if (first === undefined || last === undefined) return [];
  const begins = span(first.start, Math.min(first.end, first.start + EXCERPT));
  const ends = span(Math.max(last.start, last.end - EXCERPT), last.end);
  const lines = [message('draft.begins', { words: cited(cite(article, begins)) })];
  if (last !== first) lines.push(message('draft.ends', { words: cited(cite(article, ends)) }));
  return lines.map((line) => plainEntry(line));
}

/** Who and what was read out of it, so that a moderator sees whether it was read at all. */
function understoodEntries({ article }: Preview): Entry[] {
  const facts = extractFacts(article);
  const names = facts.entities
    .filter(({ kind, isNamed }) => kind === 'person' && isNamed)
    .map(({ name }) => cite(article, name));
  const spoken = facts.quotations.filter(({ speaker }) => speaker !== undefined);
  const gatherings = facts.gatherings.map(({ name }) => cite(article, name));
  return [
    names.length === 0
      ? plainEntry(message('draft.people.none'))
      : countedEntry('draft.people', names),
    plainEntry(
      message('draft.quotations', {
        count: countPart(facts.quotations.length),
        spoken: countPart(spoken.length),
      }),
    ),
    ...(gatherings.length === 0 ? [] : [countedEntry('draft.gatherings', gatherings)]),
  ];
}

/** `3 people: Marco Rubio, Sergei Lavrov, …` */
const countedEntry = (key: MessageKey, names: readonly Citation[]): Entry =>
  plainEntry(
    message(key, { count: countPart(names.length) }),
    ...listed(names.slice(0, MOST_NAMES).map(cited)),
    ...(names.length > MOST_NAMES ? [message('draft.more')] : []),
  );

const warningEntries = ({ warnings, known, alike }: Preview): Entry[] =>
  [
    ...(known === undefined ? [] : [aboutArticle('draft.known', known)]),
    ...alike.map(({ article, isSame }) =>
      aboutArticle(isSame ? 'draft.same' : 'draft.alike', article),
    ),
    ...warnings.flatMap((warning): Message[] => {
      const key = `warning.${warning}`;
      return isMessageKey(key) ? [message(key)] : [];
    }),
  ].map((line: Part) => plainEntry(line));

const aboutArticle = (key: MessageKey, { title, id }: Article): Message =>
  message(key, { title: field(title), id: field(id) });

type DraftAction =
  'draft.revise' | 'draft.save' | 'draft.suggest' | 'draft.edit' | 'draft.paste' | 'draft.cancel';

const OTHER: MessageKey = 'draft.save.other';

function controlsOf(
  { draft, known, isBlocked }: Preview,
  maySave: boolean,
  isKeeper: boolean,
): readonly Control[] {
  const button = (name: DraftAction): ButtonControl => ({
    kind: 'button',
    label: name,
    action: name,
    argument: draft.id,
  });
  const isOwn = known !== undefined && draft.revises === undefined;
  return [
    ...(maySave && isOwn ? [button('draft.revise')] : []),
    // Where it is a newer version of one that is here, saving it as it is makes another.
    ...(maySave ? [{ ...button('draft.save'), ...(isOwn ? { label: OTHER } : {}) }] : []),
    ...(!isKeeper && !isBlocked ? [button('draft.suggest')] : []),
    button('draft.edit'),
    button('draft.paste'),
    { ...button('draft.cancel'), isDangerous: true },
  ];
}
