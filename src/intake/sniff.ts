/* oxlint-disable no-control-regex -- the bytes of files, read as Latin-1 */

type Signatures = readonly (readonly [RegExp, string])[];

/** The first bytes of files that may be all letters and are not text to read. */
const WORDY_SIGNATURES: Signatures = [
  [/^%PDF-/u, 'a PDF'],
  [/^GIF8[79]a/u, 'an image'],
  [/^\{\\rtf/u, 'a rich-text (RTF) document'],
  [/^#!.*(?:sh|python|node|perl)\b/u, 'a program'],
];

/**
 * The first bytes of others, which have controls further on: a text may well begin with `OTTO`. From
 * the WHATWG's MIME Sniffing and the formats' own specifications.
 */
const SIGNATURES: Signatures = [
  [/^PK(?:\x03\x04|\x05\x06|\x07\x08)/u, 'a ZIP archive or an office document'],
  [/^\x89PNG|^\xFF\xD8\xFF|^BM.{4}\0{4}|^RIFF.{4}WEBP|^II\*\0|^MM\0\*|^\0\0\x01\0/su, 'an image'],
  [
    /^RIFF.{4}(?:WAVE|AVI )|^OggS|^ID3|^fLaC|^.{4}ftyp|^\x1A\x45\xDF\xA3|^\xFF[\xFB\xF3\xF2]/su,
    'a sound or a film',
  ],
  [
    /^\x1F\x8B|^BZh\d|^\xFD7zXZ\0|^7z\xBC\xAF|^Rar!\x1A|^\x28\xB5\x2F\xFD|^.{257}ustar/su,
    'a packed file',
  ],
  [
    /^MZ|^\x7FELF|^\xCA\xFE\xBA\xBE|^\xFE\xED\xFA[\xCE\xCF]|^[\xCE\xCF]\xFA\xED\xFE|^\0asm/u,
    'a program',
  ],
  [/^\xD0\xCF\x11\xE0/u, 'an old office document'],
  [/^SQLite format 3\0/u, 'a database'],
  [/^wOF[F2]|^OTTO|^\0\x01\0\0/u, 'a font'],
];

/** Bytes that are looked at. */
const HEAD = 1024;

/** What a file of bytes looks like if it is not text, in words: `a PDF`. */
export function sniffBinary(bytes: Uint8Array): string | undefined {
  const head = Buffer.from(bytes.subarray(0, HEAD)).toString('latin1');
  const controls = sniffControls(bytes);
  const signatures =
    controls === undefined ? WORDY_SIGNATURES : [...WORDY_SIGNATURES, ...SIGNATURES];
  return signatures.find(([pattern]) => pattern.test(head))?.[1] ?? controls;
}

/** Text without a byte-order mark has no NUL; in UTF-16 of English, every other byte is one. */
function sniffControls(bytes: Uint8Array): string | undefined {
  if (hasWideMark(bytes) || !bytes.some(isBinaryByte)) return undefined;
  const head = bytes.subarray(0, HEAD);
  const nuls = [0, 1].map((odd) => head.filter((byte, index) => byte === 0 && index % 2 === odd));
  const [even = 0, odd = 0] = nuls.map((found) => found.length);
  const isWide = Math.max(even, odd) > head.length / 4 && Math.min(even, odd) < head.length / 20;
  return isWide ? 'UTF-16 text without a byte-order mark' : 'a file of bytes';
}

/** The C0 controls that no text has, as in MIME Sniffing; tabs, line ends and escapes are not among them. */
const isBinaryByte = (byte: number): boolean =>
  byte <= 0x08 || byte === 0x0b || (byte >= 0x0e && byte <= 0x1a) || (byte >= 0x1c && byte <= 0x1f);

/** UTF-16's byte-order mark, of either order. */
export const hasWideMark = ([first, second]: Uint8Array): boolean =>
  (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);

/** What text is written in, of what is told apart here. */
export type TextKind = 'html' | 'markdown' | 'feed' | 'json' | 'xml';

/** Tags that a page begins with; those of MIME Sniffing and a few that HTML has had since. */
const PAGE_START =
  /^(?:<\?xml[^>]*>\s*)?(?:<!--(?:(?!-->)[\s\S]){0,2000}-->\s*)*<(?:!doctype\s+html|(?:html|head|script|iframe|h1|div|font|table|a|style|title|b|body|br|p|article|main|section|header|meta|link|img|svg|object|embed|form)[\s/>])/iu;

/** What a text is written in, by how it begins; its name and declared type are not asked. */
export function sniffText(text: string): TextKind {
  const start = text.slice(0, 20_000).trimStart();
  if (PAGE_START.test(start)) return 'html';
  if (
    /^(?:<\?xml[^>]*>\s*)?(?:<!--[^>]*>\s*|<\?[^>]*>\s*)*<(?:rss|feed|rdf:RDF)[\s>]/iu.test(start)
  )
    return 'feed';
  if (/^<(?:\?xml|!DOCTYPE)\b/iu.test(start)) return 'xml';
  return /^[[{]\s*["{[\]}]/u.test(start) && isJson(text) ? 'json' : 'markdown';
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
