import { FeedError } from './feed-error.ts';

/** Byte-order marks, longest first (Unicode 16, section 23.8). */
const MARKS: readonly (readonly [encoding: string, mark: readonly number[]])[] = [
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
];

// Where XML without a mark begins in UTF-16: `<` and `?` (XML 1.0, appendix F).
const OPENINGS: typeof MARKS = [
  ['utf-16le', [0x3c, 0, 0x3f, 0]],
  ['utf-16be', [0, 0x3c, 0, 0x3f]],
];

/** An XML declaration is short and all ASCII. */
const DECLARATION_BYTES = 200;

/**
 * A feed's bytes as text, by the first encoding that fits: its mark, what the server says, what its
 * first line says, UTF-8 (RFC 7303, section 3). Where none fits, UTF-8 with `�` for what is broken:
 * many a publisher cuts a summary in the middle of a letter.
 *
 * @throws FeedError where all that is named is unknown
 */
export function decodeFeed(bytes: Uint8Array, contentType = ''): string {
  const encodings = [...namedEncodings(bytes, contentType), 'utf-8'];
  for (const encoding of encodings) {
    const text = decode(bytes, encoding, true);
    if (text !== undefined) return text;
  }
  const [named = 'utf-8'] = encodings;
  const text = isKnown(named) ? decode(bytes, 'utf-8', false) : undefined;
  if (text === undefined)
    throw new FeedError('fault.feed.encoding', { encoding: named.slice(0, 40) });
  return text;
}

function namedEncodings(bytes: Uint8Array, contentType: string): string[] {
  const marked = [...MARKS, ...OPENINGS].find(([, mark]) => mark.every((it, i) => bytes[i] === it));
  const start = String.fromCharCode(...bytes.subarray(0, DECLARATION_BYTES));
  const served = /;\s*charset\s*=\s*"?([\w:.-]+)/iu.exec(contentType)?.[1];
  const declared = /^\s*<\?xml[^>]*\bencoding\s*=\s*["']([\w:.-]+)["']/iu.exec(start)?.[1];
  return [marked?.[0], served, declared].filter((name) => name !== undefined);
}

const isKnown = (encoding: string): boolean => decode(new Uint8Array(), encoding, false) === '';

function decode(bytes: Uint8Array, encoding: string, fatal: boolean): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal }).decode(bytes);
  } catch {
    // A RangeError for an unknown encoding, a TypeError for bytes that it cannot have.
    return undefined;
  }
}
