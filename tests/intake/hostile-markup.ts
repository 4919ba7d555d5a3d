import { expect } from 'vitest';
import { file, type FileRow, type Outcome, taken } from './hostile-row.ts';
import { ARTICLE, page, PARAGRAPHS, TEXT } from './samples.ts';

/** The article alone, and nothing that a browser or Discord would act on. */
const onlyWords: Outcome = taken('the words alone', ({ body }) => {
  expect(body).toContain(PARAGRAPHS[0]);
  expect(body).toContain(PARAGRAPHS[4]);
  expect(body).not.toMatch(/<\/?[a-z]|alert|javascript|onerror|onclick|evil|!\[|\]\(/iu);
});

const isText: Outcome = taken('the article', ({ body }) => {
  expect(body).toBe(TEXT);
});

const withFields = (lines: string): string => `---\n${lines}\n---\n\n${TEXT}`;

const within = (markup: string): string =>
  page(`<article>${PARAGRAPHS.map((words) => `<p>${words}</p>`).join(markup)}</article>`);

const LAUGHS = [
  'a: &a [x, x]',
  ...'bcdefgh'.split('').map((name, index) => {
    const before = 'abcdefg'.charAt(index);
    return `${name}: &${name} [*${before}, *${before}]`;
  }),
].join('\n');

/** Files whose markup, characters or front matter would do more than be read. */
export const HOSTILE_MARKUP: readonly FileRow[] = [
  file(
    'tags that are never closed',
    'a.html',
    onlyWords,
    within('<div><b><i><ul><li><table><tr><td>'),
  ),
  file('`<script>` in a page', 'a.html', onlyWords, within('<script>alert("evil")</script>')),
  file(
    '`<script>` that is never closed',
    'a.html',
    taken('the words before it', ({ body }) => {
      expect(body).not.toContain('alert');
    }),
    page(`${ARTICLE}<script>alert(1)`),
  ),
  file(
    'a script within a script’s end',
    'a.html',
    onlyWords,
    within('<scr<script></script>ipt>alert("evil")</script>').replaceAll('ipt>alert("evil")', ''),
  ),
  file(
    'a script written as entities',
    'a.html',
    taken('words that are no tag any more', ({ body }) => {
      expect(body).toContain('< script>');
      expect(body).not.toMatch(/<[a-z/]/iu);
    }),
    within('<p>&lt;script&gt;x()&lt;/script&gt; and what they said about it, again and again.</p>'),
  ),
  file(
    'a Markdown link written within a page',
    'a.html',
    taken('words that are no link any more', ({ body }) => {
      expect(body).not.toContain('](');
    }),
    within('<p>[here](javascript:x) they said, and they said it again and again and again.</p>'),
  ),
  file(
    'event handlers',
    'a.html',
    onlyWords,
    within('<p onclick="alert(1)" onmouseover=alert(2)></p><img src=x onerror=alert(3)>'),
  ),
  file(
    '`javascript:` links in a page',
    'a.html',
    onlyWords,
    within('<a href="javascript:alert(1)"> </a>'),
  ),
  file(
    'frames, objects, forms, drawings',
    'a.html',
    onlyWords,
    within(
      '<iframe src="//evil.test"></iframe><object data="evil"></object><embed src="evil"><form action="//evil.test"><input value="evil"></form><svg onload="alert(1)"><text>evil</text></svg>',
    ),
  ),
  file(
    'styles and templates',
    'a.html',
    onlyWords,
    within('<style>p{background:url(//evil.test)}</style><template><p>evil</p></template>'),
  ),
  file(
    '`<script>` in Markdown',
    'a.md',
    onlyWords,
    `${TEXT}\n\n<script>alert(1)</script>\n\n<img src=x onerror=alert(1)>`,
  ),
  file(
    '`javascript:` links in Markdown',
    'a.md',
    onlyWords,
    `${TEXT}\n\n[here](javascript:alert(1)) and ![there](data:text/html,evil), [more](java&#115;cript:alert(2)), <javascript:alert(3)>\n\n[evil]: javascript:alert(4)`,
  ),
  file(
    'overrides of the direction of writing',
    'a.md',
    taken('without them', ({ body }) => {
      expect(body).toBe('The council voted no.');
    }),
    'The council \u202Evoted\u2066 no\u2069.',
  ),
  file(
    'zero-width characters and tags',
    'a.md',
    taken('without them', ({ body }) => {
      expect(body).toBe('The council voted.');
    }),
    'The cou\u200Bncil\u{E0069}\u{E0067}\u{E006E} vo\uFEFFted.',
  ),
  file(
    'half a surrogate pair, as an entity',
    'a.html',
    taken('U+FFFD in its place', ({ body }) => {
      expect(body.isWellFormed()).toBe(true);
    }),
    within('<p>&#xD800; was what they said, and they said it again and again and again.</p>'),
  ),
  file(
    'escape sequences of terminals',
    'a.md',
    taken('without them', ({ body }) => {
      expect(body).toBe('The [31mcouncil voted.');
    }),
    'The \u001B[31mcouncil voted.',
  ),
  file('a name that leads out of the folder', '../../etc/passwd', isText, TEXT),
  file('a name with a null byte', 'a.md\0.png', isText, TEXT),
  file(
    'front matter that sets `demo`',
    'a.md',
    taken('without it', (article) => {
      expect(article.warnings).toContain('fields');
      expect(article).not.toHaveProperty('demo');
    }),
    withFields('demo: true'),
  ),
  file(
    'front matter with unknown keys',
    'a.md',
    taken('without them', (article) => {
      expect(article.warnings).toContain('fields');
      expect(Object.keys(article).toSorted()).toEqual(
        ['authors', 'body', 'title', 'warnings'].filter((key) => key in article),
      );
    }),
    withFields('__proto__: x\nconstructor: y\nshelf: base'),
  ),
  file('front matter with the billion laughs', 'a.md', 'intake.front-matter', withFields(LAUGHS)),
  file(
    'front matter with a tag of JavaScript’s',
    'a.md',
    'intake.front-matter',
    withFields('title: !!js/function "x"'),
  ),
  file(
    'front matter 10,000 deep',
    'a.md',
    'intake.front-matter',
    withFields(`title: ${'['.repeat(10_000)}`),
  ),
  file(
    'front matter that does not end',
    'a.md',
    'intake.front-matter',
    `---\ntitle: x\n\n${TEXT.repeat(30)}`,
  ),
  file(
    'front matter whose link is `javascript:`',
    'a.md',
    'intake.front-matter',
    withFields('url: javascript:alert(1)'),
  ),
  file(
    'a body that begins as front matter',
    'a.md',
    taken('as words', ({ title, body }) => {
      expect(title).toBe('x');
      expect(body).toMatch(/^---\ndemo: true/u);
    }),
    `---\ntitle: x\n---\n---\ndemo: true\n---\n\n${TEXT}`,
  ),
];
