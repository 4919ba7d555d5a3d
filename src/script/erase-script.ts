import { createInterface } from 'node:readline/promises';
import { type ArticleId, isArticleId } from '../article/article.ts';
import { UserError } from '../article/user-error.ts';
import { readEnvironment, readSettings } from '../config.ts';
import { type Erasure, type ErasureOutcome, backupLines } from '../store/erasing/erasure.ts';
import { doOrRequest } from '../store/requests.ts';
import { SHELF_NAME } from '../store/shelf-name.ts';
import { createLog } from '../monitoring/log.ts';
import { openStores } from './stores.ts';
import { type Terminal, type Typed, UsageError } from './subcommand.ts';

/** What is to be erased, as it is asked for. */
export type Erasing =
  | { readonly what: 'article'; readonly shelf: string; readonly id: ArticleId }
  | { readonly what: 'member' | 'server'; readonly id: string };

/** Erases something for good, here or by the bot that runs, and says which backups may still hold it. */
export async function runErase(values: Typed['values'], terminal: Terminal): Promise<number> {
  const erasing = readErasing(values);
  if (values['yes'] !== true) await confirm(nameOf(erasing), terminal);
  const settings = readSettings(readEnvironment(process.cwd(), terminal.env));
  const eraseHere = async (): Promise<string> => {
    const stores = await openStores(settings, createLog(settings.LOG_LEVEL, terminal.stderr));
    try {
      return await eraseAndTell(stores.erasure, erasing);
    } finally {
      await stores.close();
    }
  };
  const said =
    settings.DATABASE_URL === undefined
      ? await doOrRequest(settings.DATA_DIR, { kind: 'erase', erasing }, eraseHere)
      : await eraseHere();
  terminal.stdout.write(`${said}\n`);
  return 0;
}

/** `--article 42/talks`, `--member 110…` or `--server 110…`, one of them. */
function readErasing({ article, member, server }: Typed['values']): Erasing {
  const given = [article, member, server].filter((each) => each !== undefined);
  if (given.length !== 1)
    throw new UsageError('say one of --article SHELF/ID, --member ID and --server ID');
  if (typeof member === 'string') return { what: 'member', id: discordId(member, 'member') };
  if (typeof server === 'string') return { what: 'server', id: discordId(server, 'server') };
  const [shelf = '', ...rest] = typeof article === 'string' ? article.split('/') : [];
  const id = rest.join('/');
  if (SHELF_NAME.test(shelf) && isArticleId(id)) return { what: 'article', shelf, id };
  throw new UsageError(
    "an article is SHELF/ID: base/riyadh-talks, or a server's id in place of base",
  );
}

function discordId(typed: string, what: string): string {
  if (/^\d{1,20}$/u.test(typed)) return typed;
  throw new UsageError(`a ${what}'s id is digits alone`);
}

const nameOf = (erasing: Erasing): string =>
  erasing.what === 'article' ? `${erasing.shelf}/${erasing.id}` : erasing.id;

/** @throws UserError where the name is not typed once more */
async function confirm(name: string, { stdin, stderr }: Terminal): Promise<void> {
  if (stdin.isTTY !== true)
    throw new UsageError('there is no terminal to confirm it on; say --yes to erase all the same');
  const prompt = createInterface({ input: stdin, output: stderr });
  try {
    const typed = await prompt.question(
      `This cannot be undone, and no history of it is left. Type ${name} to erase it: `,
    );
    if (typed.trim() !== name)
      throw new UserError('That is not what was to be erased. Nothing was.');
  } finally {
    prompt.close();
  }
}

/** What to tell; it names nothing of what was erased. */
export async function eraseAndTell(erasure: Erasure, erasing: Erasing): Promise<string> {
  const outcome = await eraseIt(erasure, erasing);
  return [DONE[erasing.what], ...backupLines(outcome)].join('\n');
}

const DONE: Readonly<Record<Erasing['what'], string>> = {
  article: 'The article is erased: its file, its versions, and who changed it.',
  member:
    'The member is forgotten: their reports, drafts and suggestions, and their name in changes.',
  server: 'The server is erased: its articles, its settings, and all that its members left.',
};

function eraseIt(erasure: Erasure, erasing: Erasing): Promise<ErasureOutcome> {
  switch (erasing.what) {
    case 'article':
      return erasure.article(erasing.shelf, erasing.id);
    case 'member':
      return erasure.member(erasing.id);
    case 'server':
      return erasure.server(erasing.id);
    default:
      return erasing satisfies never;
  }
}
