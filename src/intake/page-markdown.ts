import TurndownService from 'turndown';

/** What an article does not need, or cannot show. Its words go with it. */
const DROPPED: ReadonlySet<string> = new Set([
  'script',
  'style',
  'noscript',
  'template',
  'iframe',
  'object',
  'embed',
  'applet',
  'svg',
  'math',
  'canvas',
  'img',
  'picture',
  'video',
  'audio',
  'source',
  'track',
  'map',
  'figcaption',
  'form',
  'button',
  'input',
  'select',
  'textarea',
  'dialog',
  'nav',
]);

/** What is kept for its words alone. */
const UNWRAPPED: ReadonlySet<string> = new Set([
  'a',
  'code',
  'del',
  's',
  'u',
  'sub',
  'sup',
  'mark',
  'span',
  'font',
]);

/**
 * The Markdown of an article's HTML: headings, paragraphs, lists, quotes and emphasis. Links become
 * their words, a table's row becomes a line, and nothing that HTML could do is left.
 */
export function markdownOf(html: string): string {
  const service = new TurndownService({
    headingStyle: 'atx',
    bulletListMarker: '-',
    emDelimiter: '*',
    strongDelimiter: '**',
    hr: '',
  });
  // A rule, as turndown's own for images goes before what is only removed.
  service.addRule('dropped', {
    filter: ({ nodeName }) => DROPPED.has(nodeName.toLowerCase()),
    replacement: () => '',
  });
  service.addRule('item', {
    filter: 'li',
    replacement: (words) => `- ${words.trim().replaceAll('\n', '\n  ')}\n`,
  });
  service.addRule('words', {
    filter: ({ nodeName }) => UNWRAPPED.has(nodeName.toLowerCase()),
    replacement: (words) => words,
  });
  service.addRule('code', { filter: ['pre'], replacement: (words) => `\n\n${words}\n\n` });
  service.addRule('cell', { filter: ['td', 'th'], replacement: (words) => `${words.trim()} ` });
  service.addRule('row', {
    filter: ['tr', 'caption'],
    replacement: (words) => `\n\n${words.trim()}\n\n`,
  });
  service.escape = escapeWords;
  return service
    .turndown(html)
    .split('\n')
    .map((line) => (line.trim() === '' ? '' : line.trimEnd()))
    .join('\n')
    .replaceAll(/\n{3,}/gu, '\n\n')
    .trim();
}

/**
 * Words as they stand, so that they can be cited as they stand, but for three things that would make
 * markup of them: `<b` becomes `< b`, `](` becomes `] (`, and a mark that begins a block is escaped.
 */
const escapeWords = (words: string): string =>
  words
    .replaceAll(/<(?=[a-z/!?])/giu, '< ')
    .replaceAll('](', '] (')
    .replace(/^(?=#{1,6}\s|[-+*>]\s|`{3}|~{3}|={2,}\s*$|-{2,}\s*$)/u, '\\');
