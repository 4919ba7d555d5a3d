import { type Article, isArticleId } from '../article/article.ts';
import { setFields } from '../article/front-matter.ts';
import { parseArticle } from '../article/markdown.ts';
import { UserError } from '../article/user-error.ts';
import { type ArchivedFile, packFiles, unpackFiles } from '../intake/archive.ts';
import { tidyText } from '../intake/tidy.ts';
import { type Edit, type Shelf, isChange } from '../store/article-store.ts';
import { foldId } from '../store/folder-scan.ts';
import { type Change, type Changed, changeShelf } from './change.ts';
import type { Keeping } from './keeping.ts';

/** What one zip holds at most, before it is packed, in UTF-16 code units: it is sent as one file. */
const PART_SIZE = 20_000_000;

/**
 * Packs a server's articles as Markdown, several zips where one would be too large; with `history`, all
 * that they were and who changed them as well, which importing leaves out.
 */
export async function exportShelf(
  { store, shelfOf }: Keeping,
  guildId: string,
  hasHistory: boolean,
): Promise<readonly Uint8Array[]> {
  const shelf = shelfOf(guildId);
  const { articles, revision } = await store.load(shelf);
  const files: ArchivedFile[] = [];
  for (const { id } of articles) {
    const text = await store.sourceAt(shelf, id, revision);
    if (text !== undefined) files.push({ name: `${id}.md`, text });
  }
  if (hasHistory) files.push(...(await historyFiles({ store, shelfOf }, guildId)));
  return inParts(files).map(packFiles);
}

async function historyFiles(
  { store, shelfOf }: Pick<Keeping, 'store' | 'shelfOf'>,
  guildId: string,
): Promise<readonly ArchivedFile[]> {
  const shelf = shelfOf(guildId);
  const changes = (await store.changesSince(shelf, 0)).filter(isChange);
  const files: ArchivedFile[] = [
    {
      name: 'history/changes.jsonl',
      text: changes.map((change) => `${JSON.stringify(change)}\n`).join(''),
    },
  ];
  for (const { kind, id, revision } of changes) {
    const text = kind === 'put' ? await store.sourceAt(shelf, id, revision) : undefined;
    if (text !== undefined) files.push({ name: `history/${id}/${revision}.md`, text });
  }
  return files;
}

function inParts(files: readonly ArchivedFile[]): readonly (readonly ArchivedFile[])[] {
  const parts: ArchivedFile[][] = [[]];
  let size = 0;
  for (const file of files) {
    size += file.text.length;
    if (size > PART_SIZE && (parts.at(-1)?.length ?? 0) > 0) {
      parts.push([]);
      size = file.text.length;
    }
    parts.at(-1)?.push(file);
  }
  return parts;
}

/** What came of importing. */
export interface Imported {
  /** Undefined where nothing was to be changed. */
  readonly changed: Changed | undefined;
  readonly added: number;
  readonly replaced: number;
  readonly same: number;
  /** What could not be taken, and why. */
  readonly faults: readonly { readonly name: string; readonly reason: string }[];
}

/**
 * Takes in a zip of articles as one change. A file's name is its article's id; one that is there with
 * other words is replaced, which can be taken back.
 * @throws IntakeError where it is no such zip; KeepingError where there is no room
 */
export async function importArchive(
  keeping: Keeping,
  change: Change,
  bytes: Uint8Array,
): Promise<Imported> {
  const { files, faults } = readArchive(bytes);
  const shelf = keeping.shelfOf(change.guildId);
  let plan = await planImport(files, await keeping.store.load(shelf), keeping);
  const changed =
    plan.edits.length === 0
      ? undefined
      : await changeShelf(keeping, change, async (now) => {
          plan = await planImport(files, now, keeping);
          return plan.edits;
        });
  const { added, replaced, same, inTheWay } = plan;
  return { changed, added, replaced, same, faults: [...faults, ...inTheWay] };
}

type Faults = Imported['faults'];

interface ReadArticle {
  readonly id: Article['id'];
  readonly source: string;
}

/** The articles of a zip, each id once, and what else is in it. */
function readArchive(bytes: Uint8Array): {
  readonly files: readonly ReadArticle[];
  readonly faults: Faults;
} {
  const { files, skipped } = unpackFiles(bytes);
  const read = new Map<string, ReadArticle>();
  const faults = skipped.map((name) => ({ name, reason: NOT_TEXT }));
  for (const file of files) {
    const one = readFile(file);
    if ('reason' in one) faults.push(one);
    else if (read.has(foldId(one.id))) faults.push({ name: file.name, reason: TWICE });
    else read.set(foldId(one.id), one);
  }
  return { files: [...read.values()], faults };
}

type Plan = Pick<Imported, 'added' | 'replaced' | 'same'> & {
  readonly edits: readonly Edit[];
  /** Of those whose place is another's. */
  readonly inTheWay: Faults;
};

/** What taking some articles in does to a shelf as it is. */
async function planImport(
  files: readonly ReadArticle[],
  { articles, revision }: Shelf,
  { store }: Pick<Keeping, 'store'>,
): Promise<Plan> {
  const held = new Map(articles.map((article) => [foldId(article.id), article]));
  const plan = { added: 0, replaced: 0, same: 0 };
  const edits: Edit[] = [];
  const inTheWay: { readonly name: string; readonly reason: string }[] = [];
  for (const { id, source } of files) {
    const known = held.get(foldId(id));
    const isSame =
      known !== undefined && (await store.sourceAt(known.shelf, known.id, revision)) === source;
    if (known !== undefined && known.id !== id)
      inTheWay.push({ name: `${id}.md`, reason: NAMESAKE });
    else if (isSame) plan.same += 1;
    else {
      plan[known === undefined ? 'added' : 'replaced'] += 1;
      edits.push({ kind: 'put', id, source, from: { kind: 'import' } });
    }
  }
  return { ...plan, edits, inTheWay };
}

const TWICE = 'Another file of the zip has the same id.';
const NAMESAKE = 'There is an article whose id differs from it in case alone.';
const NOT_TEXT = 'It is no Markdown file in UTF-8 of at most 1 MiB.';

/** What nobody sees is taken out of it, and what only the operator may set. */
function readFile({ name, text }: ArchivedFile): ReadArticle | Faults[number] {
  const id = name.replace(/\.md$/iu, '').normalize('NFC');
  if (!isArticleId(id) || id.startsWith('.'))
    return { name, reason: 'Its name is no id: letters, digits, "-", "_" and "." alone.' };
  try {
    const tidied = tidyText(text);
    const source = tidied === text.normalize('NFC') ? text : tidied;
    const { demo } = parseArticle(source, { shelf: '', id, revision: 0 });
    return { id, source: demo ? setFields(source, { demo: undefined }) : source };
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return { name, reason: error.message };
  }
}
