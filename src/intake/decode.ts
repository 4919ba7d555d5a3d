import { isUtf8 } from 'node:buffer';
import { hasWideMark } from './sniff.ts';

/**
 * The text of bytes that are text: by their byte-order mark; else as UTF-8, if they can be that, as
 * hardly anything else looks so; else as declared; else as windows-1252, which never fails.
 * The byte-order mark is dropped. `charset` is what an HTTP header declared.
 */
export function decodeText(bytes: Uint8Array, charset?: string): string {
  if (hasWideMark(bytes))
    return new TextDecoder(bytes[0] === 0xff ? 'utf-16le' : 'utf-16be').decode(bytes);
  if (isUtf8(bytes)) return new TextDecoder().decode(bytes);
  const labels = [charset, declaredIn(bytes), 'windows-1252'].filter(
    (label) => label !== undefined,
  );
  const decoder = labels.map(findDecoder).find((found) => found !== undefined);
  if (decoder === undefined || decoder.encoding === 'windows-1252') return decodeWestern(bytes);
  return decoder.decode(bytes);
}

/** What windows-1252 has at 0x80 to 0x9F, by the WHATWG's Encoding Standard; a space is for none. */
const WESTERN = '€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ';

/** Node 20 decodes windows-1252 as ISO 8859-1, which has controls in place of quotation marks. */
const decodeWestern = (bytes: Uint8Array): string =>
  Buffer.from(bytes)
    .toString('latin1')
    .replaceAll(/[\u0080-\u009F]/gu, (mark) => WESTERN.charAt(mark.charCodeAt(0) - 0x80).trim());

/** Of the encodings that stand for ASCII's letters with ASCII's bytes; a label may be made up. */
function findDecoder(label: string): InstanceType<typeof TextDecoder> | undefined {
  try {
    const decoder = new TextDecoder(label);
    return decoder.encoding.startsWith('utf') ? undefined : decoder;
  } catch {
    return undefined;
  }
}

/** `<meta charset="iso-8859-2">`, `<?xml encoding="…"?>` and the older ways, in the first bytes. */
function declaredIn(bytes: Uint8Array): string | undefined {
  const head = Buffer.from(bytes.subarray(0, 2048)).toString('latin1');
  return /<(?:meta|\?xml)[^>]{0,200}?(?:charset|encoding)\s*=\s*["']?([\w.:-]{1,40})/iu.exec(
    head,
  )?.[1];
}
