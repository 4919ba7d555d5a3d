import type { Question } from './reply.ts';

// A question as a card shows it, and back: `/quote who: Rubio about: "the talks: day 1"`. Reading
// back is exact for all values, so that a button need not carry the question in its custom id.

/** The longest question that a card shows, in UTF-16 code units as formatted. */
export const QUESTION_LIMIT = 1000;

/** `{quote, {who: Rubio}}` → `/quote who: Rubio`; without backticks and line ends for any values. */
export function formatQuestion({ command, options }: Question): string {
  const pairs = Object.entries(options).map(([name, value]) => ` ${name}: ${formatValue(value)}`);
  return `/${command}${pairs.join('')}`;
}

/** `/quote`, and `/corpus add` where two words stand before the first option. */
const COMMAND = /^\/([-\w\p{L}\p{N}]+(?: [-\w\p{L}\p{N}]+(?= |$))?)(?= |$)/u;

/** The question that was formatted so; undefined for any other text. */
export function parseQuestion(text: string): Question | undefined {
  const command = COMMAND.exec(text)?.[1];
  if (command === undefined) return undefined;
  const options = parseOptions(text.slice(command.length + 1));
  const question = options && { command, options };
  return question && formatQuestion(question) === text ? question : undefined;
}

// What needs no quotes: words apart by single spaces, without colons, quotes, backslashes and
// whatever a chat client might alter or a reader not see.
const PLAIN = /^[^\s:"`\\\p{C}]+(?: [^\s:"`\\\p{C}]+)*$/u;

const formatValue = (value: string): string => (PLAIN.test(value) ? value : quoted(value));

/** JSON's string, with all that is unsafe in a code span or cannot be seen escaped as well. */
const quoted = (value: string): string =>
  JSON.stringify(value).replace(/[`\p{C}\p{Z}]/gu, (character) =>
    character === ' ' ? ' ' : unitEscapes(character),
  );

const unitEscapes = (character: string): string =>
  Array.from(
    { length: character.length },
    (_, at) => `\\u${character.charCodeAt(at).toString(16).padStart(4, '0')}`,
  ).join('');

const PAIR =
  / ([-\w\p{L}\p{N}]+): ("(?:[^"\\]|\\.)*"|[^\s:"](?:[^:"]*[^\s:"])?(?= [-\w\p{L}\p{N}]+: |$))/uy;

function parseOptions(text: string): Record<string, string> | undefined {
  const pairs: [string, string][] = [];
  PAIR.lastIndex = 0;
  let read = 0;
  for (let match = PAIR.exec(text); match !== null; match = PAIR.exec(text)) {
    const value = parseValue(match[2] ?? '');
    if (value === undefined) return undefined;
    pairs.push([match[1] ?? '', value]);
    read = PAIR.lastIndex;
  }
  return read === text.length ? Object.fromEntries(pairs) : undefined;
}

function parseValue(text: string): string | undefined {
  if (!text.startsWith('"')) return text;
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'string' ? value : undefined;
  } catch {
    return undefined;
  }
}
