import { parse } from 'discord-markdown-parser';
import type { ComponentChild, ComponentChildren } from 'preact';
import type { View } from '../protocol.ts';

type Names = View['names'];
type Node = ReturnType<typeof parse>[number];

/** A message's text as Discord shows it; nothing in it can become more than text and safe links. */
export function Markdown({ text, names }: { readonly text: string; readonly names: Names }) {
  return <div class="markdown">{drawBlocks(parse(text, 'extended'), names)}</div>;
}

const ITEM = /^(\s*)[-*] (.*)$/su;
// The parser knows small print only where no quote stands before it.
const SMALL = /^-# (.*)$/su;

/** Lines that begin with a hyphen are items of a list, which the parser leaves as they are. */
function drawBlocks(nodes: readonly Node[], names: Names): ComponentChildren {
  const blocks: ComponentChild[] = [];
  let items: ComponentChild[] = [];
  let line: Node[] = [];
  const endList = (): void => {
    if (items.length > 0) blocks.push(<ul key={blocks.length}>{items}</ul>);
    items = [];
  };
  const endLine = (): void => {
    const [first, ...rest] = joinTexts(line);
    line = [];
    if (first === undefined) return;
    const item = first.type === 'text' ? ITEM.exec(textOf(first)) : null;
    if (item !== null) {
      const opening = { ...first, content: item[2] ?? '' };
      items.push(<li key={items.length}>{draw([opening, ...rest], names)}</li>);
      return;
    }
    endList();
    const small = first.type === 'text' ? SMALL.exec(textOf(first)) : null;
    const opening = small === null ? first : { ...first, content: small[1] ?? '' };
    blocks.push(
      <p key={blocks.length} class={small === null ? '' : 'small'}>
        {draw([opening, ...rest], names)}
      </p>,
    );
  };
  for (const node of nodes) {
    if (BLOCKS.has(node.type)) {
      endLine();
      endList();
      blocks.push(drawNode(node, blocks.length, names));
    } else if (node.type === 'br' || node.type === 'newline') endLine();
    else line.push(node);
  }
  endLine();
  endList();
  return blocks;
}

/** The parser cuts a text at every sign that could begin something: `-`, `# [2`, `] a`. */
function joinTexts(nodes: readonly Node[]): readonly Node[] {
  const joined: Node[] = [];
  for (const node of nodes) {
    const last = joined.at(-1);
    if (last?.type !== 'text' || node.type !== 'text') joined.push(node);
    else joined.splice(-1, 1, { ...last, content: textOf(last) + textOf(node) });
  }
  return joined;
}

const BLOCKS: ReadonlySet<string> = new Set(['heading', 'subtext', 'blockQuote', 'codeBlock']);

const draw = (nodes: readonly Node[], names: Names): ComponentChildren =>
  nodes.map((node, at) => drawNode(node, at, names));

function drawNode(node: Node, key: number, names: Names): ComponentChild {
  const inside = (): ComponentChildren => drawContent(node, names);
  switch (node.type) {
    case 'strong':
      return <strong key={key}>{inside()}</strong>;
    case 'em':
      return <em key={key}>{inside()}</em>;
    case 'underline':
      return <u key={key}>{inside()}</u>;
    case 'strikethrough':
      return <s key={key}>{inside()}</s>;
    case 'spoiler':
      return (
        <details key={key} class="spoiler">
          <summary>Spoiler</summary>
          {inside()}
        </details>
      );
    case 'inlineCode':
      return <code key={key}>{textOf(node)}</code>;
    case 'codeBlock':
      return (
        <pre key={key}>
          <code>{textOf(node)}</code>
        </pre>
      );
    case 'blockQuote':
      return <blockquote key={key}>{drawBlocks(contentOf(node), names)}</blockquote>;
    case 'heading':
      return (
        <h2 key={key} class={`heading level-${String(node['level'])}`}>
          {inside()}
        </h2>
      );
    case 'subtext':
      return (
        <p key={key} class="small">
          {inside()}
        </p>
      );
    case 'link':
    case 'url':
    case 'autolink':
      return (
        <Link key={key} target={String(node['target'])}>
          {inside()}
        </Link>
      );
    case 'user':
      return <Mention key={key} sign="@" id={String(node['id'])} names={names} />;
    case 'channel':
      return <Mention key={key} sign="#" id={String(node['id'])} names={names} />;
    case 'timestamp':
      return <Moment key={key} seconds={Number(node['timestamp'])} />;
    case 'br':
    case 'newline':
      return <br key={key} />;
    default:
      return textOf(node);
  }
}

const contentOf = (node: Node): readonly Node[] =>
  Array.isArray(node['content']) ? node['content'] : [];

const drawContent = (node: Node, names: Names): ComponentChildren =>
  Array.isArray(node['content']) ? draw(contentOf(node), names) : textOf(node);

const textOf = (node: Node): string => (typeof node['content'] === 'string' ? node['content'] : '');

function Link({
  target,
  children,
}: {
  readonly target: string;
  readonly children: ComponentChildren;
}) {
  const isWeb = URL.canParse(target) && /^https?:$/u.test(new URL(target).protocol);
  if (!isWeb) return <span>{children}</span>;
  return (
    <a href={target} target="_blank" rel="noopener noreferrer">
      {children}
    </a>
  );
}

const Mention = ({
  sign,
  id,
  names,
}: {
  readonly sign: '@' | '#';
  readonly id: string;
  readonly names: Names;
}) => (
  <span class="mention">
    {sign}
    {names[`${sign}${id}`] ?? 'unknown'}
  </span>
);

/** In the reader's own time zone. */
function Moment({ seconds }: { readonly seconds: number }) {
  const date = new Date(seconds * 1000);
  return (
    <time dateTime={date.toISOString()}>
      {date.toLocaleString(undefined, { dateStyle: 'long', timeStyle: 'short' })}
    </time>
  );
}
