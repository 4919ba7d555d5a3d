import type { Language } from './catalogue/index.ts';
import { ENDLESS, layOut, pageOf } from './layout.ts';
import { type Markup, visible } from './markup.ts';
import type { Page } from './page.ts';
import type { Question, Reply } from './reply.ts';

const prefixLines = (prefix: string, lines: string): string =>
  lines
    .split('\n')
    .map((line) => `${prefix}${line}`)
    .join('\n');

/** Plain text for a terminal: nothing to escape but what would control the terminal. */
export const plainMarkup: Markup = {
  language: 'en',
  escape: visible,
  heading: (line) => line,
  bold: (line) => `*${line}*`,
  italic: (line) => `_${line}_`,
  small: (line) => line,
  bullet: (line) => `- ${line}`,
  quote: (lines) => prefixLines('  | ', lines),
  code: (text) => text,
  link: (line) => line,
  time: (_moment, fallback) => fallback,
  mention: (_of, id) => id,
};

/** The same for what the bot itself says in another language. */
export const plainMarkupIn = (language: Language): Markup => ({ ...plainMarkup, language });

/** A reply as text for the command line, all of it on one page. */
export const textCard = (reply: Reply, question?: Question): string =>
  pageText(pageOf(layOut(reply, question, plainMarkup, ENDLESS)));

const pageText = ({ header, entries, choices, sources, notes }: Page): string =>
  [header, ...entries, join(choices.map(({ line }) => line)), join(sources), join(notes)]
    .filter((block) => block !== '')
    .join('\n\n');

const join = (lines: readonly string[]): string => lines.join('\n');
