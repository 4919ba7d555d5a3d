import { Readability } from '@mozilla/readability';
import { parseHTML } from 'linkedom';
import { findGate } from './gate.ts';
import { readPageFields, splitAuthors } from './page-fields.ts';
import { markdownOf } from './page-markdown.ts';
import type { ReadPage } from './read-page.ts';

/** A page that no article needs, and that would take the libraries too long. */
class TangledPage extends Error {
  override name = 'TangledPage';
}

const DEEPEST = 400;
const MOST_ELEMENTS = 60_000;

/** Characters of a page's text that show whether it is an article. */
const PAGE_WORDS = 20_000;

/**
 * Reads the article of a page, with Mozilla's Readability. To be called in a worker: it can take
 * long, and much memory.
 * @throws TangledPage if there are too many elements, or too deep ones.
 */
export function readHtml(html: string): ReadPage {
  refuseManyTags(html);
  const { document } = parseHTML(wrap(html));
  refuseTangled(document);
  const fields = readPageFields(document);
  for (const element of document.querySelectorAll(
    'script, style, template, noscript, svg, body title',
  ))
    element.remove();
  const page = (document.body?.textContent ?? '').replaceAll(/\s+/gu, ' ').slice(0, PAGE_WORDS);
  const article = new Readability<string>(document, {
    charThreshold: 250,
    maxElemsToParse: MOST_ELEMENTS,
    disableJSONLD: true,
  }).parse();
  const body = markdownOf(article?.content ?? '');
  const gate = findGate({ article: body, page, isPaid: fields.isPaid });
  const { isPaid: _, ...told } = fields;
  const authors = told.authors.length > 0 ? told.authors : splitAuthors(article?.byline ?? '');
  const title = told.title ?? article?.title ?? '';
  return {
    ...told,
    ...(title !== '' && { title }),
    authors: [...authors],
    body,
    ...(gate !== undefined && { gate }),
  };
}

/** linkedom does not add what HTML lets a page leave out: `<p>Hello` → `<html>…<body><p>Hello`. */
function wrap(html: string): string {
  if (/<body[\s>]/iu.test(html) && /<html[\s>]/iu.test(html)) return html;
  const inner = html.replaceAll(
    /<!doctype[^>]{0,1000}>|<\/?(?:html|head|body)(?:\s[^>]{0,1000})?>/giu,
    '',
  );
  return `<!doctype html><html><head></head><body>${inner}</body></html>`;
}

/** Counts before parsing, which takes long if there are many. */
function refuseManyTags(html: string): void {
  let count = 0;
  for (const _ of html.matchAll(/<[a-z]/giu)) {
    count += 1;
    if (count > MOST_ELEMENTS) throw new TangledPage();
  }
}

/** As much of a tree as is walked here. */
interface TreeNode {
  readonly firstChild: TreeNode | null;
  readonly nextSibling: TreeNode | null;
  readonly parentNode: TreeNode | null;
}

/** Walks the tree without recursion, which a deep one would overflow. */
function refuseTangled(root: TreeNode): void {
  let depth = 0;
  for (let node: TreeNode | null = root; node !== null;) {
    if (depth > DEEPEST) throw new TangledPage();
    if (node.firstChild !== null) {
      node = node.firstChild;
      depth += 1;
      continue;
    }
    while (node !== null && node !== root && node.nextSibling === null) {
      node = node.parentNode;
      depth -= 1;
    }
    node = node === null || node === root ? null : node.nextSibling;
  }
}
