import { type Article, paragraphAt } from '../../article/article.ts';
import type { Citation } from '../../article/citation.ts';
import {
  type Origin,
  type Provenance,
  isEditedWithin,
  toldProvenance,
} from '../../article/provenance.ts';
import type { Tombstone } from '../../store/article-store.ts';
import type { MessageKey } from '../messages.ts';
import { type Message, type Part, datePart, field, message, userMention } from '../reply.ts';

const ORIGINS: Readonly<Record<Origin['kind'], MessageKey>> = {
  disk: 'origin.disk',
  link: 'origin.link',
  file: 'origin.file',
  paste: 'origin.paste',
  feed: 'origin.feed',
  import: 'origin.import',
};

/** The same in a source's line, which names nobody; nothing of what is kept on the disk. */
const BRIEF_ORIGINS: Readonly<Record<Origin['kind'], MessageKey | undefined>> = {
  disk: undefined,
  link: 'source.from.link',
  file: 'source.from.file',
  paste: 'source.from.paste',
  feed: 'source.from.feed',
  import: 'source.from.import',
};

const DAY_LENGTH = '2025-02-18'.length;

export const dayOf = (at: string): Part => datePart(at.slice(0, DAY_LENGTH));

/** `fetched from example.org on 18 Feb 2025 by a moderator`: who it was, their colleagues see. */
const originMessage = ({ kind, host, at, by }: Origin): Message =>
  message(ORIGINS[kind], { host: hostPart(host), day: dayOf(at), user: editorPart(by) });

const LONGEST_HOST = 50;

/** Of a long one the end, which tells whose it is: `….example.org`. */
const hostPart = (host = '?'): Part =>
  field(host.length <= LONGEST_HOST ? host : `…${host.slice(1 - LONGEST_HOST)}`);

/** Someone by their name; of whoever keeps the files, or was forgotten, what they are. */
export const memberPart = (by: string): Part =>
  /^\d{1,20}$/u.test(by)
    ? userMention('user', by)
    : message(by === 'disk' ? 'actor.disk' : 'actor.forgotten');

/** `edited by a moderator on 3 Mar 2025 (¶2, ¶4): a slip`; undefined where the words stand as they came. */
function editedMessage({ edited }: Provenance): Message | undefined {
  if (edited === undefined) return undefined;
  const params = { user: editorPart(edited.by), day: dayOf(edited.at) };
  const paragraphs = message(edited.paragraphs.length === 0 ? 'edited.fields' : 'edited.places', {
    places: field(placesOf(edited.paragraphs)),
  });
  return edited.reason === undefined
    ? message('edited.by', { ...params, paragraphs })
    : message('edited.by.reason', { ...params, paragraphs, reason: field(edited.reason) });
}

/** `¶2, ¶4–6` */
function placesOf(paragraphs: readonly number[]): string {
  const runs: [first: number, last: number][] = [];
  for (const number of paragraphs) {
    const run = runs.at(-1);
    if (run?.[1] === number - 1) run[1] = number;
    else runs.push([number, number]);
  }
  return runs
    .map(([first, last]) => (first === last ? `¶${first}` : `¶${first}–${last}`))
    .join(', ');
}

/** All of where an article is from and what was edited of it; nothing of what is kept on the disk. */
export function provenanceMessages({ provenance }: Article): readonly Message[] {
  const told = toldProvenance(provenance);
  if (told === undefined) return [];
  const edited = editedMessage(told);
  return [originMessage(told.origin), ...(edited === undefined ? [] : [edited])];
}

/** `a moderator’s file, 3 Mar 2025`, and `this paragraph was edited by a moderator, 5 Mar 2025`. */
export function sourceMessages(citation: Citation): readonly Message[] {
  const { origin, edited } = toldProvenance(citation.article.provenance) ?? {};
  const key = origin && BRIEF_ORIGINS[origin.kind];
  return [
    ...(key === undefined
      ? []
      : [message(key, { host: hostPart(origin?.host), day: dayOf(origin?.at ?? '') })]),
    ...(edited === undefined
      ? []
      : [message(editedKey(citation), { user: editorPart(edited.by), day: dayOf(edited.at) })]),
  ];
}

/** Whether it was the cited words that were edited is told apart from all else about the article. */
function editedKey({ article, paragraph, end }: Citation): MessageKey {
  const last = paragraphAt(article, end - 1);
  if (!isEditedWithin(article.provenance, paragraph, last)) return 'source.edited.elsewhere';
  return last > paragraph ? 'source.edited.within' : 'source.edited.here';
}

const editorPart = (by: string): Part => message(by === 'disk' ? 'actor.disk' : 'actor.moderator');

/** `riyadh-talks was taken out on 3 Mar 2025: it was retracted`; never by whom. */
export const removedMessage = (gone: Tombstone): Message =>
  goneMessage('removed.told', 'removed.told.reason', gone);

/** The same on a card that cited it. */
export const removedNote = (gone: Tombstone): Message =>
  goneMessage('mended.removed', 'mended.removed.reason', gone);

function goneMessage(bare: MessageKey, reasoned: MessageKey, gone: Tombstone): Message {
  const params = { id: field(gone.id), day: dayOf(gone.at) };
  const reason = gone.reason?.trim() ?? '';
  return reason === ''
    ? message(bare, params)
    : message(reasoned, { ...params, reason: field(reason) });
}
