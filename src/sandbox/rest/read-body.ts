import type { IncomingMessage } from 'node:http';
import { MOST_FILES, MOST_FILE_BYTES } from '../attachment.ts';
import type { Upload } from '../attachment.ts';
import { FAILURES } from './failure.ts';

/** A request's JSON, and its files by their number: `files[2]` is 2. */
export interface ReadBody {
  readonly body: unknown;
  readonly uploads: ReadonlyMap<number, Upload>;
}

const MOST_JSON_BYTES = 10 * 1024 * 1024;
const MOST_FORM_BYTES = 25 * 1024 * 1024;
const NO_UPLOADS: ReadonlyMap<number, Upload> = new Map();

/** Reads JSON, or a form with files: `docs/reference#uploading-files`. Throws what Discord refuses. */
export async function readBody(request: IncomingMessage): Promise<ReadBody> {
  const type = request.headers['content-type'] ?? '';
  const isForm = type.startsWith('multipart/form-data');
  const bytes = await readBytes(request, isForm ? MOST_FORM_BYTES : MOST_JSON_BYTES);
  if (bytes.length === 0) return { body: undefined, uploads: NO_UPLOADS };
  if (isForm) return readForm(bytes, type);
  if (!type.startsWith('application/json')) throw FAILURES.invalidContentType();
  return { body: parse(bytes.toString('utf8')), uploads: NO_UPLOADS };
}

async function readBytes(request: IncomingMessage, most: number): Promise<Buffer<ArrayBuffer>> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const bytes of request) {
    if (!(bytes instanceof Buffer)) continue;
    size += bytes.length;
    if (size > most) throw FAILURES.tooLarge();
    parts.push(bytes);
  }
  return Buffer.concat(parts);
}

async function readForm(bytes: Buffer<ArrayBuffer>, type: string): Promise<ReadBody> {
  const form = await parseForm(bytes, type);
  const uploads = new Map<number, Upload>();
  for (const [field, value] of form) {
    const at = /^files\[(?<at>\d{1,2})\]$/u.exec(field)?.groups?.['at'];
    if (at !== undefined && typeof value !== 'string')
      uploads.set(Number(at), await toUpload(value));
  }
  if (uploads.size > MOST_FILES) throw FAILURES.tooManyFiles(MOST_FILES);
  const json = form.get('payload_json');
  return { uploads, body: typeof json === 'string' ? parse(json) : {} };
}

async function parseForm(bytes: Buffer<ArrayBuffer>, type: string): Promise<FormData> {
  try {
    return await new Response(bytes, { headers: { 'content-type': type } }).formData();
  } catch {
    throw FAILURES.invalidContentType();
  }
}

async function toUpload(file: File): Promise<Upload> {
  if (file.size > MOST_FILE_BYTES) throw FAILURES.tooLarge();
  const bytes = new Uint8Array(await file.arrayBuffer());
  const isKnown = file.type !== '' && file.type !== 'application/octet-stream';
  return { name: file.name, bytes, ...(isKnown ? { contentType: file.type } : {}) };
}

function parse(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    throw FAILURES.invalidJson();
  }
}
