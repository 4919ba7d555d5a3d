/** What JSON-LD says of an article, by schema.org's names. */
export interface LinkedFields {
  readonly title?: string;
  readonly date?: string;
  readonly publisher?: string;
  readonly authors: readonly string[];
  readonly isPaid: boolean;
}

type Node = Readonly<Record<string, unknown>>;

/** Deeper and more than any page needs. */
const DEEPEST = 6;
const MOST_NODES = 500;

const ARTICLE = /(?:Article|BlogPosting|Report|Review)$/u;

/** Reads the texts of a page's JSON-LD scripts; one that is not JSON says nothing. */
export function readJsonLd(texts: readonly string[]): LinkedFields {
  const nodes = texts.slice(0, 50).flatMap((text) => nodesOf(parse(text), 0));
  const article = nodes.find((node) => namesOf(node['@type']).some((type) => ARTICLE.test(type)));
  if (article === undefined) return { authors: [], isPaid: nodes.some(isPaid) };
  const title = wordsOf(article['headline']) ?? wordsOf(article['name']);
  const date = wordsOf(article['datePublished']) ?? wordsOf(article['dateCreated']);
  const publisher = people(article['publisher'])[0];
  return {
    ...(title !== undefined && { title }),
    ...(date !== undefined && { date }),
    ...(publisher !== undefined && { publisher }),
    authors: people(article['author']),
    isPaid: isPaid(article),
  };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(
      text.replaceAll(/^\s*(?:<!--|\/\/\s*<!\[CDATA\[)|(?:-->|\/\/\s*\]\]>)\s*$/gu, ''),
    );
  } catch {
    return undefined;
  }
}

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The nodes of a document: of its list, of `@graph`, and those that a page says it is about. */
function nodesOf(value: unknown, depth: number): Node[] {
  if (depth > DEEPEST) return [];
  if (Array.isArray(value))
    return value.slice(0, MOST_NODES).flatMap((entry: unknown) => nodesOf(entry, depth + 1));
  if (!isNode(value)) return [];
  const inner = ['@graph', 'mainEntity', 'mainEntityOfPage'].flatMap((key) =>
    nodesOf(value[key], depth + 1),
  );
  return [value, ...inner].slice(0, MOST_NODES);
}

const listOf = (value: unknown): readonly unknown[] =>
  Array.isArray(value) ? value.slice(0, MOST_NODES) : [value];

const namesOf = (value: unknown): string[] =>
  listOf(value).filter((entry) => typeof entry === 'string');

/** Words, in which some sites leave entities and tags: `Rubio&#8217;s <i>talks</i>` → `Rubio’s talks`. */
function wordsOf(value: unknown): string | undefined {
  const words = namesOf(value)[0];
  if (words === undefined) return undefined;
  return decodeEntities(words.replaceAll(/<\/?[a-z][^<>]*>/giu, '')).trim() || undefined;
}

const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  rsquo: '’',
  lsquo: '‘',
  ldquo: '“',
  rdquo: '”',
  ndash: '–',
  mdash: '—',
  hellip: '…',
};

function decodeEntities(words: string): string {
  return words.replaceAll(
    /&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]{2,6}));/giu,
    (all: string, decimal?: string, hex?: string, name?: string) => {
      if (name !== undefined) return ENTITIES[name.toLowerCase()] ?? all;
      const code = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal);
      return code > 0 && code <= 0x10_ff_ff ? String.fromCodePoint(code) : all;
    },
  );
}

/** The names of persons or organisations, which stand there as words or as nodes. */
const people = (value: unknown): string[] =>
  listOf(value)
    .map((entry) => wordsOf(isNode(entry) ? entry['name'] : entry))
    .filter((name) => name !== undefined)
    .filter((name) => !/^https?:/iu.test(name));

/** `false` and `"False"` both occur; parts of the page may say it for themselves. */
const isPaid = (node: Node): boolean =>
  [node, ...listOf(node['hasPart']).filter(isNode)].some((part) =>
    /^false$/iu.test(String(part['isAccessibleForFree'])),
  );
