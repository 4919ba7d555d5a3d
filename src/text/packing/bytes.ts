// Numbers and words as bytes. Small numbers take one byte: seven bits of the number and one that says
// whether more bytes follow (the varints of Protocol Buffers). A span says how far its start is from
// the start of the span before it, which is seldom far.

const MORE = 0x80;
const LOW = 0x7f;

/** Bytes that grow at their end. */
export interface ByteWriter {
  /** @param value a whole number from 0 to 2³¹ − 1 */
  number(value: number): void;
  /** @param value a whole number whose size is below 2³⁰ */
  signed(value: number): void;
  double(value: number): void;
  text(value: string): void;
  bytes(value: Uint8Array): void;
  /** Where the last span began. */
  place: number;
  /** A copy of what was written. */
  done(): Uint8Array;
}

/** What a writer wrote, in the same order. Bytes that end too early give a RangeError. */
export interface ByteReader {
  number(): number;
  signed(): number;
  double(): number;
  text(): string;
  /** A view of the reader's own bytes. */
  bytes(): Uint8Array;
  place: number;
}

const encoder = new TextEncoder();
// Bytes that are no text at all would be no packed facts either: better told than mended.
const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

export function writeBytes(): ByteWriter {
  let bytes = new Uint8Array(1024);
  let at = 0;

  function reserve(more: number): void {
    if (at + more <= bytes.length) return;
    const grown = new Uint8Array(Math.max(2 * bytes.length, at + more));
    grown.set(bytes);
    bytes = grown;
  }

  function number(value: number): void {
    reserve(5);
    let rest = value;
    while (rest > LOW) {
      bytes[at++] = (rest & LOW) | MORE;
      rest >>>= 7;
    }
    bytes[at++] = rest;
  }

  function append(value: Uint8Array): void {
    number(value.length);
    reserve(value.length);
    bytes.set(value, at);
    at += value.length;
  }

  return {
    place: 0,
    number,
    // Zigzag: 0, -1, 1, -2 … are 0, 1, 2, 3 …
    signed: (value) => number((value << 1) ^ (value >> 31)),
    double(value) {
      reserve(8);
      new DataView(bytes.buffer).setFloat64(at, value, true);
      at += 8;
    },
    text: (value) => append(encoder.encode(value)),
    bytes: append,
    done: () => bytes.slice(0, at),
  };
}

export function readBytes(bytes: Uint8Array): ByteReader {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  let at = 0;

  function number(): number {
    const only = bytes[at];
    if (only !== undefined && only < MORE) {
      at += 1;
      return only;
    }
    let value = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = bytes[at++];
      if (byte === undefined || shift > 28) throw new RangeError('the packed bytes are cut short');
      value |= (byte & LOW) << shift;
      if (byte < MORE) return value >>> 0;
    }
  }

  function take(): Uint8Array {
    const size = number();
    if (at + size > bytes.length) throw new RangeError('the packed bytes are cut short');
    at += size;
    return bytes.subarray(at - size, at);
  }

  return {
    place: 0,
    number,
    signed() {
      const value = number();
      return (value >>> 1) ^ -(value & 1);
    },
    double() {
      at += 8;
      return view.getFloat64(at - 8, true);
    },
    text: () => decoder.decode(take()),
    bytes: take,
  };
}
