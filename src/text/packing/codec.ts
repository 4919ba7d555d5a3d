import type { Span } from '../span.ts';
import type { ByteReader, ByteWriter } from './bytes.ts';

/** How values of a kind become bytes and come back. Both ways are written at one place, as one thing. */
export interface Codec<Value> {
  readonly write: (value: Value, out: ByteWriter) => void;
  readonly read: (from: ByteReader) => Value;
}

export const number: Codec<number> = {
  write: (value, out) => out.number(value),
  read: (from) => from.number(),
};

/** A number with a fraction, exactly. */
export const double: Codec<number> = {
  write: (value, out) => out.double(value),
  read: (from) => from.double(),
};

export const text: Codec<string> = {
  write: (value, out) => out.text(value),
  read: (from) => from.text(),
};

export const bytes: Codec<Uint8Array> = {
  write: (value, out) => out.bytes(value),
  read: (from) => from.bytes(),
};

export const flag: Codec<boolean> = {
  write: (value, out) => out.number(Number(value)),
  read: (from) => from.number() === 1,
};

export const span: Codec<Span> = {
  write({ start, end }, out) {
    out.signed(start - out.place);
    out.number(end - start);
    out.place = start;
  },
  read(from) {
    const start = from.place + from.signed();
    from.place = start;
    return { start, end: start + from.number() };
  },
};

/** One of a few values: its place among them. */
export function oneOf<const Value>(...values: readonly [Value, ...Value[]]): Codec<Value> {
  const [first] = values;
  return {
    write: (value, out) => out.number(values.indexOf(value)),
    read: (from) => values[from.number()] ?? first,
  };
}

export const listOf = <Value>({ write, read }: Codec<Value>): Codec<readonly Value[]> => ({
  write(values, out) {
    out.number(values.length);
    for (const value of values) write(value, out);
  },
  read(from) {
    const values: Value[] = [];
    for (let left = from.number(); left > 0; left -= 1) values.push(read(from));
    return values;
  },
});

/** What each field is written as; one that a record may lack is written where it is there. */
export type Fields<Value> = {
  readonly [Key in keyof Value]-?: Codec<Exclude<Value[Key], undefined>>;
};

/** A record: which of its fields are there, as bits, and then those, in the order of `fields`. */
export function record<Value extends object>(fields: Fields<Value>): Codec<Value> {
  /* oxlint-disable typescript/no-unsafe-type-assertion -- the types of a record's fields differ from one to the next; `Fields` holds each to its own */
  const each = Object.entries(fields) as readonly (readonly [string, Codec<unknown>])[];
  return {
    write(value, out) {
      const values = each.map(([name]) => (value as Readonly<Record<string, unknown>>)[name]);
      out.number(
        values.reduce<number>((bits, one, at) => bits | (Number(one !== undefined) << at), 0),
      );
      values.forEach((one, at) => one !== undefined && each[at]?.[1].write(one, out));
    },
    read(from) {
      const bits = from.number();
      const value: Record<string, unknown> = {};
      for (let at = 0; at < each.length; at += 1) {
        const field = each[at];
        if (field !== undefined && (bits & (1 << at)) !== 0) value[field[0]] = field[1].read(from);
      }
      return value as Value;
    },
  };
}
/* oxlint-enable typescript/no-unsafe-type-assertion */
