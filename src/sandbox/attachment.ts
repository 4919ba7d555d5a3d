import type { APIAttachment } from 'discord-api-types/v10';
import type { State } from './state.ts';

// Files that the bot and its members send: `docs/reference#uploading-files`.

/** A file as it is sent. */
export interface Upload {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly contentType?: string;
}

/** A file as it is kept, with what messages say of it. */
export interface KeptFile {
  readonly attachment: APIAttachment;
  readonly bytes: Uint8Array;
}

/** What a request says of a file beside its bytes. */
type About = Partial<Pick<APIAttachment, 'description' | 'ephemeral' | 'title'>>;

/** Bytes, of one file; the limit of a guild without boosts. */
export const MOST_FILE_BYTES = 10 * 1024 * 1024;
export const MOST_FILES = 10;
const MOST_KEPT_BYTES = 256 * 1024 * 1024;

/** Keeps a file of a channel, and drops the oldest when there are too many. */
export function keepFile(
  state: State,
  channelId: string,
  { name, bytes, contentType }: Upload,
  about: About = {},
): APIAttachment {
  const id = state.nextId();
  const filename = toFileName(name);
  const url = `${originOf(state)}/attachments/${channelId}/${id}/${filename}`;
  const type = contentType === undefined || contentType === '' ? guessType(filename) : contentType;
  const attachment: APIAttachment = {
    id,
    filename,
    size: bytes.length,
    url,
    proxy_url: url,
    ...(type === undefined ? {} : { content_type: type }),
    ...(filename === name ? {} : { title: name.replace(/\.[^.]*$/u, '') }),
    ...about,
  };
  state.files.set(id, { attachment, bytes });
  dropOldest(state);
  return attachment;
}

/** Throws where Discord's client would not send the files. */
export function mustFit(files: readonly Upload[]): void {
  if (files.length > MOST_FILES) throw new Error(`A message has at most ${MOST_FILES} files`);
  const large = files.find(({ bytes }) => bytes.length > MOST_FILE_BYTES);
  if (large !== undefined) throw new Error(`The file ${large.name} is larger than 10 MiB`);
}

export const isUpload = (value: unknown): value is Upload =>
  typeof value === 'object' && value !== null && 'bytes' in value && 'name' in value;

// The gateway and the files are served on the same port.
const originOf = ({ gateway }: State): string => gateway.url.replace(/^ws/u, 'http');

/** `my notes.md` becomes `my_notes.md`. */
function toFileName(name: string): string {
  const plain = name.replaceAll(/[^\w.-]+/gu, '_').replace(/^\.+/u, '');
  return plain === '' ? 'unknown' : plain.slice(-200);
}

const TYPES: Readonly<Record<string, string>> = {
  csv: 'text/csv; charset=utf-8',
  json: 'application/json; charset=utf-8',
  md: 'text/markdown; charset=utf-8',
  txt: 'text/plain; charset=utf-8',
};

const guessType = (filename: string): string | undefined =>
  TYPES[filename.split('.').at(-1)?.toLowerCase() ?? ''];

function dropOldest({ files }: State): void {
  let size = [...files.values()].reduce((sum, { bytes }) => sum + bytes.length, 0);
  for (const [id, { bytes }] of files) {
    if (size <= MOST_KEPT_BYTES) return;
    files.delete(id);
    size -= bytes.length;
  }
}
