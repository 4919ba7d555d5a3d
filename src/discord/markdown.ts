import type { Language } from '../command/catalogue/index.ts';
import type { Markup } from '../command/markup.ts';
import { rememberedLately } from '../text/remembered.ts';
import { escapeMarkdown } from './escape.ts';

const SIGIL = { user: '@', channel: '#' } as const;

const LONGEST_ADDRESS = 200;

/** Discord's Markdown, for words that went through `escapeMarkdown` or are the bot's own. */
export const markdownIn = rememberedLately((language: Language): Markup => ({
  ...markdown,
  language,
}));

const markdown: Markup = {
  language: 'en',
  escape: escapeMarkdown,
  heading: (line) => `### ${line}`,
  bold: (line) => `**${line}**`,
  italic: (line) => `_${line}_`,
  small: (line) => `-# ${line}`,
  bullet: (line) => `- ${line}`,
  quote: (lines) =>
    lines
      .split('\n')
      .map((line) => `> ${line}`)
      .join('\n'),
  code: (text) => `\`${text}\``,
  time: (moment) => `<t:${Math.floor(moment / 1000)}:f>`,
  mention: (of, id) => `<${SIGIL[of]}${id}>`,
  link: (line, url) => {
    const address = safeAddress(url);
    return address === undefined ? line : `[${line}](${address})`;
  },
};

/** The web address in a form that cannot end its link early; undefined for any other scheme. */
function safeAddress(url: string): string | undefined {
  if (!URL.canParse(url)) return undefined;
  const { href, protocol, username } = new URL(url);
  if ((protocol !== 'https:' && protocol !== 'http:') || username !== '') return undefined;
  const address = href.replace(/[()<>[\]\\*_~`|]/gu, encodeUnit);
  return address.length <= LONGEST_ADDRESS ? address : undefined;
}

const encodeUnit = (character: string): string =>
  `%${character.charCodeAt(0).toString(16).toUpperCase()}`;
