import { FeedError } from './feed-error.ts';

// Feeds are nested some six deep, and the markup in an Atom entry some ten more.
const MOST_DEEP = 60;
const LONGEST_TAG = 20_000;
// A feed of a hundred articles has some 2,000; two megabytes of empty ones take a second to read.
const MOST_ELEMENTS = 100_000;

/** What stands between such marks is no markup: passed over whole. */
const PASSED_OVER: readonly (readonly [open: string, close: string])[] = [
  ['<!--', '-->'],
  ['<![CDATA[', ']]>'],
  ['<?', '?>'],
];

/**
 * The name of an XML document's root element, `rss`, once every tag in it is known to be closed by
 * its own. So the parser that comes next meets no soup of tags, nothing nested without end, and no
 * entities of the document's own (which is how few lines become gigabytes, or read a local file).
 * Passes over the text once.
 *
 * @throws FeedError where it is not so
 */
export function checkXml(xml: string): string {
  const open: string[] = [];
  let root: string | undefined;
  let elements = 0;
  let at = xml.indexOf('<');
  while (at >= 0) {
    const past = passOver(xml, at);
    if (past !== undefined) {
      at = xml.indexOf('<', past);
      continue;
    }
    const tag = readTag(xml, at);
    if (tag.isClosing ? open.pop() !== tag.name : open.length === 0 && root !== undefined)
      throw brokenAt(xml, at);
    root ??= tag.name;
    if (!tag.isClosing && (elements += 1) > MOST_ELEMENTS) throw new FeedError('fault.feed.deep');
    if (tag.isOpening && open.push(tag.name) > MOST_DEEP) throw new FeedError('fault.feed.deep');
    at = xml.indexOf('<', tag.end);
  }
  if (root === undefined || open.length > 0) throw brokenAt(xml, xml.length);
  return root;
}

/** Where a comment, a CDATA section or an instruction ends; undefined where a tag begins. */
function passOver(xml: string, at: number): number | undefined {
  for (const [open, close] of PASSED_OVER)
    if (xml.startsWith(open, at)) {
      const end = xml.indexOf(close, at + open.length);
      if (end < 0) throw brokenAt(xml, at);
      return end + close.length;
    }
  if (xml.startsWith('<!', at)) throw new FeedError('fault.feed.doctype');
  return undefined;
}

interface Tag {
  readonly name: string;
  readonly isOpening: boolean;
  readonly isClosing: boolean;
  readonly end: number;
}

/** `<link href="a>b" />` → link, neither opening nor closing, ending after its own `>`. */
function readTag(xml: string, at: number): Tag {
  const isClosing = xml[at + 1] === '/';
  const name = /[^\s<>/"'=]+/uy;
  name.lastIndex = at + (isClosing ? 2 : 1);
  const found = name.exec(xml)?.[0];
  const end = endOfTag(xml, at);
  if (found === undefined || end === undefined) throw brokenAt(xml, at);
  return { name: found, isClosing, isOpening: !isClosing && xml[end - 2] !== '/', end };
}

function endOfTag(xml: string, at: number): number | undefined {
  const last = Math.min(xml.length, at + LONGEST_TAG);
  for (let i = at + 1; i < last; i += 1) {
    const mark = xml[i];
    if (mark === '>') return i + 1;
    if (mark === '<') return undefined;
    if (mark !== '"' && mark !== "'") continue;
    i = xml.indexOf(mark, i + 1);
    if (i < 0) return undefined;
  }
  return undefined;
}

function brokenAt(xml: string, at: number): FeedError {
  return new FeedError('fault.feed.broken', { line: xml.slice(0, at).split(/\r\n?|\n/u).length });
}
