import { appendFile, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { crc32 } from 'node:zlib';
import { makeFolder, replaceFile } from './durable-file.ts';
import { ifPresent } from './file-error.ts';
import { readBytes, writeBytes } from '../text/packing/bytes.ts';
import { bytes, record, text } from '../text/packing/codec.ts';

// A file of what was read out of a shelf's articles. A frame an article, appended as articles are
// read; the last frame of an article counts.
//
//     [its size, 4 bytes] [its CRC-32, 4 bytes] [the frame]
//
// It can be made again from the articles, so it is not written with the care that they are: whatever
// is torn or damaged is left out.

export interface Frame {
  /** `articleKey` of the article. */
  readonly key: string;
  /** A digest of the article that was read. */
  readonly content: string;
  /** The version of the code that read it. */
  readonly version: string;
  /** What was read, as whoever read it packed it. */
  readonly packed: Uint8Array;
}

const frame = record<Frame>({ key: text, content: text, version: text, packed: bytes });

const HEADER = Buffer.from('verbatim readings 1\n');
const FRAME_HEADER = 8;

/** Where it is: with all else that is kept of the shelf. */
export const snapshotIn = (dataDir: string, shelf: string): string =>
  join(dataDir, 'shelves', shelf, 'readings.snapshot');

export interface SnapshotFile {
  /** The newest frame of each article, by its key, unread. */
  readonly frames: ReadonlyMap<string, Uint8Array>;
  /** Whether the file holds more than those: what is older, torn or not ours. */
  readonly hasMore: boolean;
}

/** Reads a file; one that is not there, or is none of ours, has no frames. */
export async function readSnapshotFile(path: string): Promise<SnapshotFile> {
  const file = await ifPresent(readFile(path));
  const frames = new Map<string, Uint8Array>();
  if (file === undefined) return { frames, hasMore: false };
  if (!file.subarray(0, HEADER.length).equals(HEADER)) return { frames, hasMore: true };
  let count = 0;
  let at = HEADER.length;
  for (let next = frameAt(file, at); next !== undefined; next = frameAt(file, at)) {
    at += FRAME_HEADER + next.length;
    frames.set(readBytes(next.subarray(1)).text(), next);
    count += 1;
  }
  return { frames, hasMore: at < file.length || count > frames.size };
}

/** The frame that begins there; undefined at the end, and where what follows is not as it was written. */
function frameAt(file: Buffer, at: number): Buffer | undefined {
  if (at + FRAME_HEADER > file.length) return undefined;
  const end = at + FRAME_HEADER + file.readUInt32LE(at);
  if (end > file.length) return undefined;
  const found = file.subarray(at + FRAME_HEADER, end);
  return crc32(found) === file.readUInt32LE(at + 4) ? found : undefined;
}

/** @throws RangeError if the bytes are cut short */
export const readFrame = (from: Uint8Array): Frame => frame.read(readBytes(from));

export function writeFrame(written: Frame): Uint8Array {
  const out = writeBytes();
  frame.write(written, out);
  return out.done();
}

/** Adds frames to a file that has others. */
export const appendFrames = (path: string, frames: readonly Uint8Array[]): Promise<void> =>
  appendFile(path, Buffer.concat(frames.flatMap(framed)));

/** Replaces the file, or makes it, with these frames alone. */
export async function replaceFrames(path: string, frames: Iterable<Uint8Array>): Promise<void> {
  await makeFolder(dirname(path));
  await replaceFile(path, Buffer.concat([HEADER, ...Array.from(frames, framed).flat()]));
}

/** Replaces the file by one with the newest frames of some articles alone, where it has more. */
export async function leaveFrames(path: string, isLeft: (key: string) => boolean): Promise<void> {
  const { frames, hasMore } = await readSnapshotFile(path);
  const left = [...frames].filter(([key]) => isLeft(key)).map(([, one]) => one);
  if (left.length < frames.size || hasMore) await replaceFrames(path, left);
}

function framed(written: Uint8Array): readonly Uint8Array[] {
  const header = Buffer.alloc(FRAME_HEADER);
  header.writeUInt32LE(written.length, 0);
  header.writeUInt32LE(crc32(written), 4);
  return [header, written];
}
