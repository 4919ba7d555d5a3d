import type { APIAttachment, APIMessage, APIMessageTopLevelComponent } from 'discord-api-types/v10';
import { keepFile } from './attachment.ts';
import { isRecord } from './record.ts';
import type { AttachmentBody, MessageBody } from './rules/body.ts';
import { walkComponents } from './rules/component.ts';
import type { State } from './state.ts';

/**
 * A message's attachments after a request: those that its list names stay, all where it has none,
 * and those that came with it join them. `docs/resources/message#edit-message`
 */
export function attachmentsAfter(
  state: State,
  { attachments: before, channel_id: channelId }: APIMessage,
  { attachments, uploads = new Map() }: MessageBody,
): APIAttachment[] {
  const listed = attachments ?? [];
  const isListed = ({ id }: APIAttachment): boolean =>
    listed.some((each) => String(each.id) === id);
  const staying = attachments === undefined ? before : before.filter(isListed);
  const coming = [...uploads].map(([at, upload]) => {
    const about = listed.find(({ id }) => String(id) === String(at));
    return keepFile(
      state,
      channelId,
      { ...upload, name: about?.filename ?? upload.name },
      toAbout(about),
    );
  });
  return [...staying, ...coming];
}

const toAbout = (about: AttachmentBody | undefined) => ({
  ...(typeof about?.description === 'string' ? { description: about.description } : {}),
  ...(typeof about?.title === 'string' ? { title: about.title } : {}),
});

/** Lets components that name a file, `attachment://notes.md`, point to where it is served. */
export function pointToFiles(
  components: readonly APIMessageTopLevelComponent[],
  attachments: readonly APIAttachment[],
): void {
  for (const { component } of walkComponents(components)) {
    const { file, media, items } = component;
    const inside: readonly unknown[] = Array.isArray(items) ? items : [];
    for (const each of [file, media, ...inside.map((item) => isRecord(item) && item['media'])]) {
      if (!isRecord(each)) continue;
      const found = attachments.find(({ filename }) => each['url'] === `attachment://${filename}`);
      if (found !== undefined) Object.assign(each, { url: found.url, proxy_url: found.url });
    }
  }
}
