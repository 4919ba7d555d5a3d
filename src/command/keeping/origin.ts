import type { Article } from '../../article/article.ts';
import type { Origin, Provenance } from '../../article/provenance.ts';
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

const DAY_LENGTH = '2025-02-18'.length;

export const dayOf = (at: string): Part => datePart(at.slice(0, DAY_LENGTH));

/** `fetched from example.org on 18 Feb 2025` */
export const originMessage = ({ kind, host, at, by }: Origin): Message =>
  message(ORIGINS[kind], { host: field(host ?? '?'), day: dayOf(at), user: memberPart(by) });

/** Someone by their name; of whoever keeps the files, or was forgotten, what they are. */
export const memberPart = (by: string): Part =>
  /^\d{1,20}$/u.test(by)
    ? userMention('user', by)
    : message(by === 'disk' ? 'actor.disk' : 'actor.forgotten');

/** `edited by @mo on 3 Mar 2025: a slip (¶2, ¶4)`; undefined where the words stand as they came. */
export function editedMessage({ edited }: Provenance): Message | undefined {
  if (edited === undefined) return undefined;
  const params = { user: memberPart(edited.by), day: dayOf(edited.at) };
  const paragraphs = message(edited.paragraphs.length === 0 ? 'edited.fields' : 'edited.places', {
    places: field(edited.paragraphs.map((number) => `¶${number}`).join(', ')),
  });
  return edited.reason === undefined
    ? message('edited.by', { ...params, paragraphs })
    : message('edited.by.reason', { ...params, paragraphs, reason: field(edited.reason) });
}

/** What a citation says of where its article is from; undefined for what the operator keeps on the disk. */
export function provenanceMessages({ provenance }: Article): readonly Message[] {
  if (provenance === undefined) return [];
  const edited = editedMessage(provenance);
  return [originMessage(provenance.origin), ...(edited === undefined ? [] : [edited])];
}
