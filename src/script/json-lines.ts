import { createInterface } from 'node:readline';
import type { z } from 'zod';
import { UserError } from '../article/user-error.ts';

/** Where a script reads its lines and writes its own. */
export interface Streams {
  readonly input: NodeJS.ReadableStream;
  readonly output: NodeJS.WritableStream;
}

/**
 * Writes one JSON line for each JSON line read, in order; blank lines are passed over.
 * @throws UserError if a line is not JSON or not what the schema wants, with its number.
 */
export async function mapJsonLines<Input>(
  { input, output }: Streams,
  schema: z.ZodType<Input>,
  map: (value: Input) => object | Promise<object>,
): Promise<void> {
  let number = 0;
  for await (const line of createInterface({ input, crlfDelay: Infinity })) {
    number += 1;
    if (line.trim() === '') continue;
    const mapped = await atLine(number, async () => map(parseLine(line, schema)));
    await writeLine(output, JSON.stringify(mapped));
  }
}

/** Says of what a person did wrong in which line it is. */
async function atLine<Output>(number: number, map: () => Promise<Output>): Promise<Output> {
  try {
    return await map();
  } catch (error) {
    throw error instanceof UserError ? new UserError(`line ${number}: ${error.message}`) : error;
  }
}

function parseLine<Input>(line: string, schema: z.ZodType<Input>): Input {
  const checked = schema.safeParse(parseJson(line));
  if (checked.success) return checked.data;
  const [issue] = checked.error.issues;
  const path = issue?.path.join('.') ?? '';
  throw new UserError(`${path === '' ? '' : `${path}: `}${issue?.message ?? ''}`);
}

function parseJson(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    throw new UserError('this is not JSON');
  }
}

/** Waits until the line is taken, so that a slow reader is not outrun. */
const writeLine = (output: NodeJS.WritableStream, line: string): Promise<void> =>
  new Promise((resolve, reject) => {
    output.write(`${line}\n`, (error) => (error ? reject(error) : resolve()));
  });
