/** A text of about so many UTF-16 code units that tries to be slow to read. */
export type Shape = (size: number) => string;

/** The same piece again and again. */
const many =
  (piece: string, before = '', after = ''): Shape =>
  (size) =>
    `${before}${piece.repeat(Math.ceil(size / piece.length))}${after}`;

/** A piece for each number from 1. */
const counted =
  (pieceOf: (number: number) => string): Shape =>
  (size) => {
    const pieces: string[] = [];
    for (let length = 0, number = 1; length < size; number += 1) {
      const piece = pieceOf(number);
      pieces.push(piece);
      length += piece.length;
    }
    return pieces.join('');
  };

/** As deep as it is long: `(((…)))`. */
const nested =
  (open: string, close: string, inside = 'x'): Shape =>
  (size) => {
    const depth = Math.ceil(size / (open.length + close.length));
    return `${open.repeat(depth)}${inside}${close.repeat(depth)}`;
  };

/** Another one for each number, in letters: 1 → `Aab`, 27 → `Abb`. */
function nameOf(number: number): string {
  let letters = '';
  for (let rest = number; rest > 0 || letters.length < 2; rest = Math.floor(rest / 26))
    letters = String.fromCodePoint(97 + (rest % 26)) + letters;
  return `Q${letters}`;
}

/** Whole texts and sentences, each of them another shape that some loop might walk twice. */
export const TEXT_SHAPES: Readonly<Record<string, Shape>> = {
  // Marks.
  'straight quotation marks': many('"'),
  'straight quotation marks apart': many('" '),
  'opening quotation marks': many('“'),
  'closing quotation marks': many('”'),
  'opening marks before words': many('“he said '),
  'closing marks behind words': many('he said” '),
  'single marks': many("'"),
  'apostrophes within words': many("a'b'c "),
  'marks that change': many('“a ‘b "c '),
  'quotation marks in pairs': many('“yes” '),
  'said behind each mark': many('“Yes,” said Ann Lee. '),
  guillemets: many('«'),
  'full stops': many('.'),
  ellipses: many('… '),
  commas: many(','),
  'commas apart': many('a, '),
  semicolons: many('the toll; '),
  dashes: many('— '),
  hyphens: many('-'),
  'hyphenated words': many('well-'),
  slashes: many('/'),
  ampersands: many('&'),
  'exclamation marks': many('!'),
  stars: many('*'),
  'stars apart': many('* a '),
  'stars before words': many('*a '),
  underscores: many('_a '),
  'emphasis of two kinds': many('*a _b '),
  backslashes: many('\\'),
  backticks: many('`'),
  'backticks of other lengths': counted((number) => `${'`'.repeat(number)} `),
  tildes: many('~'),
  'tildes before a line separator': many('~', '', '\u2028'),
  bars: many('|'),
  tables: many('| a | b |\n|--|--|\n'),
  brackets: many('['),
  'brackets and parentheses': many('[a]('),
  'brackets closed': many(']'),
  'brackets in brackets': nested('[', ']'),
  'links without end': many('[a](b '),
  'an address after spaces': many(' ', '[a](', 'x'),
  'links with titles': many('[a](b "c '),
  definitions: counted((number) => `[a${String(number)}]: http://x.org/${String(number)}\n`),
  'a definition after spaces': many(' ', '[a]: http://x.org', 'x'),
  footnotes: many('[^1]'),
  parentheses: many('('),
  'parentheses in parentheses': nested('(', ')'),
  images: many('!['),
  'less-than signs': many('<'),
  tags: many('<b>'),
  'tags in tags': nested('<b>', '</b>'),
  'tags without end': many('<b '),
  attributes: many(' a="b"', '<b', '>'),
  'a tag of spaces': many(' ', '<b', 'x'),
  'comments without end': many('<!--'),
  'scripts without end': many('<script>'),
  'autolinks without end': many('<http://'),
  'entity references': many('&amp;'),
  fences: many('```\n'),
  'fences of other lengths': counted((number) => `${'`'.repeat(3 + (number % 50))}a\n`),
  headings: many('# A\n'),
  'a heading closed again and again': many(' #', '# a'),
  underlines: many('a\n---\n'),
  'quoted blocks in quoted blocks': many('> '),
  'quoted blocks': many('> a\n'),
  'lists in lists': many('- '),
  'lists deeper and deeper': counted((number) => `${' '.repeat(number % 200)}- a\n`),
  items: many('- a\n'),
  'numbered items': counted((number) => `${String(number)}. a\n`),
  rules: many('* * *\n'),
  // White space and what nobody sees.
  spaces: many(' ', 'a', 'b'),
  'line ends': many('\n', 'a', 'b'),
  'carriage returns': many('\r', 'a', 'b'),
  'line separators': many('\u2028', 'a', 'b'),
  'spaces and line ends': many(' \n', 'a', 'b'),
  'lines of one letter': many('a\n'),
  'paragraphs of one letter': many('a\n\n'),
  'no-break spaces': many('\u00a0', 'a', 'b'),
  joiners: many('\u200d'),
  'emoji joined': many('👨‍'),
  emoji: many('😀'),
  flags: many('🇺🇦'),
  'halves of a pair': many('\ud800'),
  'halves the other way round': many('\udc00\ud800'),
  'combining marks': many('\u0301', 'e'),
  'letters with marks': many('e\u0301'),
  'tags of flags': many('\u{e0061}', '🏴'),
  selectors: many('\u{e0100}\u200d', 'a'),
  'turns of direction': many('\u202e'),
  NUL: many('\0'),
  // Words.
  'one long word': many('a'),
  'one long word of capitals': many('A'),
  'one long word of both': many('aA'),
  'one long word of i': many('i', '', 'b'),
  'one long word of y': many('y'),
  'one long number': many('1'),
  'one long address': many('a/', 'https://x.org/'),
  'one long host': many('a.'),
  'digits and points': many('1.'),
  'digits and commas': many('1,'),
  ideographs: many('漢'),
  Arabic: many('قال '),
  Thai: many('ก'),
  numbers: many('12 '),
  amounts: many('$1,200.50 million '),
  'short words': many('a '),
  of: many('of '),
  the: many('the '),
  and: many('and '),
  that: many('that '),
  not: many('not '),
  said: many('said '),
  'said that': many('said that '),
  'said he': many('he said she '),
  'who said': many('who said '),
  pronouns: many('He '),
  'pronouns in sentences': many('He left. '),
  'her and his': many('her his their its '),
  'pronouns that say': many('She said it. '),
  'the minister': many('the minister '),
  'the minister said': many('The minister said so. '),
  titles: many('President '),
  'roles in commas': many(', the mayor of Bern'),
  abbreviations: many('A. '),
  'abbreviations of two': many('U.S. '),
  'Mr.': many('Mr. '),
  capitals: many('Aaa Bbb '),
  'one capital': many('A '),
  'a name again': many('Ann Lee '),
  'a name in sentences': many('Ann Lee left. '),
  'a surname after its name': many('Lee left. ', 'Ann Lee came. '),
  'a surname that two share': many('Lee left. ', 'Ann Lee met Bo Lee. '),
  'a name of neither gender': many('Qab Qac left. '),
  names: counted((number) => `Ann ${nameOf(number)} `),
  'names in sentences': counted((number) => `Ann ${nameOf(number)} left. `),
  'names with a common surname': counted((number) => `${nameOf(number)} Lee left. `),
  'surnames two share': counted(
    (number) => `${nameOf(number)} Lee met ${nameOf(number + 1)} Lee. Lee left. `,
  ),
  'names joined by and': counted((number) => `Ann ${nameOf(number)} and `),
  'names in commas': counted((number) => `Ann ${nameOf(number)}, `),
  'names joined by of': counted((number) => `${nameOf(number)} of `),
  bodies: counted((number) => `the ${nameOf(number)} Ministry said. `),
  acronyms: counted((number) => `${nameOf(number).toUpperCase()} met. `),
  'hyphenated names': counted((number) => `${nameOf(number)}-`),
  'names that own names': counted((number) => `${nameOf(number)}'s `),
  'names with roles': counted((number) => `Ann ${nameOf(number)}, the mayor of Bern, said so. `),
  'names that speak': counted((number) => `“Yes, I do,” Ann ${nameOf(number)} said. `),
  'names, then pronouns': (size) =>
    counted((number) => `Ann ${nameOf(number)} left. `)(size / 2) + many('He said so. ')(size / 2),
  'names, then roles': (size) =>
    counted((number) => `Ann ${nameOf(number)}, a minister, left. `)(size / 2) +
    many('The minister said so. ')(size / 2),
  // Events, sides, dates.
  talks: many('talks '),
  'talks in places': many('The talks in Riyadh were held on Monday. '),
  'talks of names': counted((number) => `Ann ${nameOf(number)} attended the talks in Riyadh. `),
  'many talks': counted(
    (number) => `Ann ${nameOf(number)} attended the ${nameOf(number * 7)} summit in Riyadh. `,
  ),
  'a list of guests': counted((number) => `Ann ${nameOf(number)}, `),
  'guests at talks': (size) =>
    `The talks in Riyadh were attended by ${counted((number) => `Ann ${nameOf(number)}, `)(size)}and Bo Ray.`,
  'were not invited': many('Kyiv was not invited to the talks. '),
  supports: many('supports '),
  'said and': many('said and '),
  'verbs in commas': many('left, '),
  'verbs of all kinds': many('supports wants to back and is opposing, who said that '),
  'Ann supports': many('Ann Lee supports the toll. '),
  'names that support': counted(
    (number) =>
      `Ann ${nameOf(number)} supports the toll and opposes the ${nameOf(number)} bridge. `,
  ),
  'opposed to': many('opposed to '),
  'called on': many('called on Ann to '),
  good: many('good '),
  very: many('very '),
  to: many('to '),
  'wants to': many('wants to '),
  will: many('will have been '),
  dates: many('18 February 2025 '),
  'dates of figures': many('2025-02-18 '),
  weekdays: many('on Monday '),
  years: many('1999 '),
  'last week': many('last week '),
  months: many('May '),
  times: many('10:30 a.m. '),
  percent: many('12 percent of '),
  countries: many('Russia Ukraine '),
  questions: many('who? '),
  addresses: many('https://x.org/a?b=c '),
  'hosts of many labels': many(`http://${'aaaaaa.'.repeat(20)}_ `),
  'hosts of numbers': many(`http://${'111111.'.repeat(20)} `),
  'hosts behind names': many(`http://${'a:@'.repeat(20)}${'aaaaaa.'.repeat(12)}_ `),
  'hosts that are cut': many('aaaaaa.', '//', '_'),
  'mail addresses': many('a@b.org '),
  hashtags: many('#a '),
  mentions: many('<@1> '),
};

const paragraphs = `<p>${'The council met in Bern and did not decide. '.repeat(8)}</p>`.repeat(3);

/** Within the body of a page that has an article. */
const inPage =
  (shape: Shape): Shape =>
  (size) =>
    `<html><head><title>Talks</title></head><body><article>${paragraphs}${shape(size)}</article></body></html>`;

const inHead =
  (shape: Shape): Shape =>
  (size) =>
    `<html><head><title>Talks</title>${shape(size)}</head><body><article>${paragraphs}</article></body></html>`;

/** Pages, whose elements are fewer and less deep than what is refused unread. */
export const HTML_SHAPES: Readonly<Record<string, Shape>> = {
  paragraphs: inPage(many('<p>He said so, and so did she.</p>')),
  'tags without end': inPage(many('<b')),
  'elements never closed': inPage((size) => '<b>'.repeat(300) + 'said '.repeat(size / 5)),
  'spans side by side': inPage(many('<span>a</span>')),
  'blocks in blocks': inPage(many(`${'<div>'.repeat(20)}a, b${'</div>'.repeat(20)}`)),
  'lists in lists': inPage(many(`${'<ul><li>'.repeat(20)}a${'</li></ul>'.repeat(20)}`)),
  'quotes in quotes': inPage(many(`${'<blockquote>'.repeat(20)}a${'</blockquote>'.repeat(20)}`)),
  tables: inPage(many('<table><tr><td>a<td>b</table>')),
  rows: inPage(many('<tr><td>a</td></tr>', '<table>', '</table>')),
  'line breaks': inPage(many('<br>')),
  'line breaks and words': inPage(many('he said<br><br>')),
  links: inPage(many('<a href="/a">a, b</a> ')),
  'bold words': inPage(many('<b>a</b> ')),
  images: inPage(many('<img src="a.png" alt="a">')),
  headings: inPage(many('<h2>a</h2>')),
  'preformatted text': inPage(many('a\n', '<pre>', '</pre>')),
  'empty blocks': inPage(many('<div></div>')),
  comments: inPage(many('<!-- a -->')),
  'comments without end': inPage(many('<!-- ')),
  scripts: inPage(many('<script>a</script>')),
  'scripts without end': inPage(many('<script>')),
  'entity references': inPage(many('&amp;')),
  'numbers of characters': inPage(many('&#x27;')),
  ampersands: inPage(many('&')),
  'less-than signs': inPage(many('< ')),
  'greater-than signs': inPage(many('>')),
  attributes: inPage(counted((number) => ` a${String(number)}="b"`)),
  'one element of attributes': inPage(
    (size) => `<p${counted((number) => ` a${String(number)}="b"`)(size)}>x</p>`,
  ),
  'one long attribute': inPage((size) => `<p class="${'a '.repeat(size / 2)}">x</p>`),
  'quotation marks in tags': inPage(many('<p a="')),
  'one long word': inPage(many('a')),
  spaces: inPage(many(' ')),
  stars: inPage(many('*')),
  'words in the page alone': many('said '),
  heads: many('<head>'),
  doctypes: many('<!doctype '),
  metas: inHead(many('<meta name="author" content="a">')),
  'JSON-LD': inHead(
    many('{"@type":"Article"},', '<script type="application/ld+json">[', '0]</script>'),
  ),
  'JSON-LD in JSON-LD': inHead(
    (size) =>
      `<script type="application/ld+json">${'['.repeat(size / 2)}${']'.repeat(size / 2)}</script>`,
  ),
  'scripts of JSON-LD': inHead(many('<script type="application/ld+json">{}</script>')),
  authors: inHead((size) => `<meta name="author" content="${'Ann, '.repeat(size / 5)}">`),
  titles: inHead(many('<title>a | b</title>')),
};
