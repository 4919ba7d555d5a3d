import type { Article, ArticleId } from '../article/article.ts';
import { parseArticle } from '../article/markdown.ts';
import { UserError } from '../article/user-error.ts';
import { decode, type Glance } from './article-file.ts';
import {
  type Change,
  type Edit,
  type Erased,
  type Problem,
  type Revision,
  type Shelf,
  StaleRevisionError,
} from './article-store.ts';
import type { ChangeRecord, LogRecord } from './change-log.ts';
import { type PlainEdit, planEdits, type Step } from './edit-plan.ts';
import { bodiesNamed, withoutAnything, withoutMember } from './erasing/erased-records.ts';
import { findDifference } from './folder-difference.ts';
import { checkErasable, clearFolder, eraseArticle } from './erasing/folder-erasure.ts';
import { EditedMeanwhileError } from './placing.ts';
import { glimpseFolder, settledGlances } from './folder-glimpse.ts';
import { describeFault, scanFolder } from './folder-scan.ts';
import type { Entry, ShelfParts } from './shelf-parts.ts';
import { createShelfEntries } from './shelf-entries.ts';
import { DISK, isPut, numberSteps, originOf, toChange, toEntry } from './shelf-record.ts';
import { writeSteps } from './shelf-write.ts';

/** What somebody asks to be changed. */
interface Order {
  readonly actor: string;
  readonly edits: readonly Edit[];
  readonly reason?: string | undefined;
}

/**
 * One shelf in a folder. The files are the truth for what is current, and the log is the truth for
 * what was: whatever differs is appended to the log. All that reads or writes waits its turn.
 */
export class FolderShelf {
  readonly #parts: ShelfParts;
  readonly #known = createShelfEntries();
  readonly #listeners = new Set<() => void>();
  #glances = new Map<string, Glance>();
  #missing: ReadonlyMap<ArticleId, number> = new Map();
  #problems: readonly Problem[] = [];
  /** Of which articles something was erased while this process lives, by the revision that tells it. */
  readonly #erased = new Map<Revision, readonly ArticleId[]>();
  #shelf: Shelf | undefined;
  #turn: Promise<unknown> = Promise.resolve();

  private constructor(parts: ShelfParts) {
    this.#parts = parts;
  }

  /** Reads the log and the folder, and appends to the log what differs. */
  static async open(parts: ShelfParts): Promise<FolderShelf> {
    const shelf = new FolderShelf(parts);
    for (const record of parts.log.records) shelf.#known.note(record);
    await shelf.#alone(() => shelf.#reconcile());
    return shelf;
  }

  head(): Promise<Revision> {
    return this.#alone(() => this.#head);
  }

  load(): Promise<Shelf> {
    return this.#alone(() => this.#current());
  }

  changesSince(revision: Revision): Promise<readonly (Change | Erased)[]> {
    const since = Math.max(0, revision);
    return this.#alone(() =>
      this.#parts.log.records.slice(since).map((record) => this.#told(record)),
    );
  }

  articleAt(id: ArticleId, revision: Revision): Promise<Article | undefined> {
    return this.#alone(() => {
      const record = this.#recordAt(id, revision);
      return record === undefined || !isPut(record) ? undefined : this.#read(id, toEntry(record));
    });
  }

  sourceAt(id: ArticleId, revision: Revision): Promise<string | undefined> {
    return this.#alone(async () => {
      const record = this.#recordAt(id, revision);
      const body = record && isPut(record) ? record.body : undefined;
      const bytes = body === undefined ? undefined : await this.#parts.bodies.get(body);
      return bytes && decode(bytes);
    });
  }

  #told(record: LogRecord): Change | Erased {
    if (record.kind !== 'erased') return toChange(record);
    return { ...record, ids: this.#erased.get(record.revision) ?? [] };
  }

  #recordAt(id: ArticleId, revision: Revision): LogRecord | undefined {
    const { records } = this.#parts.log;
    return records.findLast(
      (one) => one.kind !== 'erased' && one.id === id && one.revision <= revision,
    );
  }

  append(expected: Revision, { actor, edits, reason }: Order): Promise<Revision> {
    return this.#alone(async () => {
      this.#parts.checkOwner();
      const files = edits.map(({ id }) => this.#known.entries.get(id)?.file ?? `${id}.md`);
      await this.#reconcile(undefined, new Set(files));
      if (expected !== this.#head) throw new StaleRevisionError(expected, this.#head);
      const shelf = this.#parts.folder.shelf;
      const plain = await Promise.all(edits.map((edit) => this.#plain(edit)));
      const steps = planEdits(shelf, plain, this.#known.entries, this.#problems);
      const records = await this.#number(steps, actor, reason);
      try {
        await writeSteps(this.#parts, this.#known.entries, steps, records);
      } catch (error) {
        if (!(error instanceof EditedMeanwhileError)) throw error;
        await this.#reconcile(undefined, new Set(files));
        throw new StaleRevisionError(expected, this.#head);
      }
      for (const [index, record] of records.entries()) this.#known.note(record, steps[index]);
      this.#announce();
      return this.#head;
    });
  }

  /**
   * Looks for changes on disk, in the files that may have changed if those are told; true if one was
   * still being written, and is worth a new look.
   */
  refresh(suspects?: ReadonlySet<string>): Promise<boolean> {
    return this.#alone(async () => {
      try {
        return await this.#reconcile(Date.now(), suspects);
      } catch (error) {
        this.#report([{ file: this.#parts.folder.path, message: describeFault(error) }]);
        return false;
      }
    });
  }

  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => {
      this.#listeners.delete(listener);
    };
  }

  /** Does something while nobody reads or writes the shelf. */
  hold<T>(job: () => Promise<T>): Promise<T> {
    return this.#alone(job);
  }

  /** The bodies of an article, or of all. This and what follows is for whoever holds the shelf. */
  bodiesOf(id?: ArticleId): readonly string[] {
    return bodiesNamed(this.#parts.log.records, id);
  }

  /** @throws where the files of an article, or of all, cannot be taken away */
  checkErasable(id?: ArticleId): Promise<void> {
    this.#parts.checkOwner();
    return checkErasable(this.#parts.folder.path, id);
  }

  async erase(id: ArticleId, at: string): Promise<void> {
    this.#parts.checkOwner();
    if (await eraseArticle(this.#parts, id, at)) this.#replay([id]);
  }

  async forgetMember(userId: string, at: string): Promise<void> {
    this.#parts.checkOwner();
    const { log } = this.#parts;
    const without = withoutMember(log.records, userId, at);
    if (without === undefined) return;
    await log.rewrite(without.records);
    this.#replay(without.ids);
  }

  async clear(at: string): Promise<void> {
    this.#parts.checkOwner();
    const { log } = this.#parts;
    const ids = [...this.#known.entries.keys(), ...this.#known.removed.keys()];
    await clearFolder(this.#parts);
    await log.clear(log.records.length === 0 ? [] : withoutAnything(log.records, at));
    this.#replay(ids);
  }

  /** Becomes what the log says after something was erased from it. */
  #replay(ids: readonly ArticleId[]): void {
    this.#known.replay(this.#parts.log.records);
    // Every file is read anew: what is known of one has its words.
    this.#glances = new Map();
    this.#erased.set(this.#head, ids);
    this.#announce();
  }

  get #head(): Revision {
    return this.#parts.log.records.length;
  }

  #alone<T>(job: () => T | Promise<T>): Promise<T> {
    const turn = this.#turn.then(job);
    this.#turn = turn.catch(() => undefined);
    return turn;
  }

  #current(): Shelf {
    const articles = [...this.#known.entries.values()].flatMap(({ article }) => article ?? []);
    this.#shelf ??= {
      revision: this.#head,
      articles: articles.toSorted((a, b) => (a.id < b.id ? -1 : 1)),
      problems: this.#problems,
      removed: [...this.#known.removed.values()],
    };
    return this.#shelf;
  }

  /** A version that is put back, as what it held. */
  async #plain(edit: Edit): Promise<PlainEdit> {
    if (edit.kind !== 'restore') return edit;
    const { id, revision } = edit;
    const record = this.#parts.log.records[revision - 1];
    const isIts = record !== undefined && isPut(record) && record.id === id;
    const bytes = isIts ? await this.#parts.bodies.get(record.body) : undefined;
    if (!isIts || bytes === undefined)
      throw new UserError(`There is no version ${revision} of "${id}" any more; choose another.`);
    return { kind: 'put', id, source: decode(bytes), from: originOf(record, undefined) };
  }

  /** With the time, changes that may not be whole yet are left for later; gives whether any were. */
  async #reconcile(now?: number, suspects?: ReadonlySet<string>): Promise<boolean> {
    const { folder, pending } = this.#parts;
    await pending.settle();
    if (suspects !== undefined && (await this.#isAsKept(suspects))) return false;
    const servedAs = (id: ArticleId): string | undefined => this.#known.entries.get(id)?.body;
    const scan = await scanFolder(folder, this.#glances, servedAs, suspects);
    if (scan === undefined) return this.#loseFolder();
    const difference = findDifference(scan, this.#known.entries, this.#missing, now);
    await this.#adopt(difference.steps);
    for (const reading of scan.articles.values()) this.#known.attach(reading);
    await this.#attachBodies();
    this.#missing = difference.missing;
    this.#glances = settledGlances(scan, difference.unsettled);
    this.#report(scan.problems);
    return difference.missing.size + difference.unsettled.size > 0;
  }

  /** Whether the folder surely holds what the log has. */
  async #isAsKept(suspects: ReadonlySet<string>): Promise<boolean> {
    if (this.#problems.length + this.#missing.size > 0) return false;
    const { folder } = this.#parts;
    const seen = await glimpseFolder(folder, this.#glances, this.#known.entries, suspects);
    for (const [file, glance] of seen ?? []) this.#glances.set(file, glance);
    return seen !== undefined;
  }

  /** A folder that is gone, unmounted perhaps, does not mean that its articles were removed. */
  async #loseFolder(): Promise<boolean> {
    const { folder, isMadeOnDemand } = this.#parts;
    await this.#attachBodies();
    const message =
      'The folder is gone, and its articles are served as they last were. Put it back; or, if they ' +
      'are to go, put an empty folder in its place.';
    const isFine = isMadeOnDemand && this.#known.entries.size === 0;
    this.#report(isFine ? [] : [{ file: folder.path, message }]);
    return false;
  }

  /** Appends what was done on disk to the log. */
  async #adopt(steps: readonly Step[]): Promise<void> {
    if (steps.length === 0) return;
    const { log, bodies, checkOwner } = this.#parts;
    checkOwner();
    const records = await this.#number(steps, DISK);
    await bodies.put(steps.flatMap((step) => (step.kind === 'put' ? step.bytes : [])));
    await log.append(records);
    for (const [index, record] of records.entries()) this.#known.note(record, steps[index]);
    this.#announce();
  }

  #number(steps: readonly Step[], actor: string, reason?: string): Promise<ChangeRecord[]> {
    const { bodies } = this.#parts;
    const entries = this.#known.entries;
    return numberSteps(steps, { actor, reason, head: this.#head, entries, bodies });
  }

  /** Gives the entries whose files cannot be read the last version that could be. */
  async #attachBodies(): Promise<void> {
    for (const [id, entry] of this.#known.entries) {
      const { article, file: _, ...rest } = entry;
      const last = article ?? (await this.#read(id, entry));
      if (last && last !== article) this.#known.set(id, { ...rest, article: last });
    }
  }

  async #read(id: ArticleId, entry: Entry): Promise<Article | undefined> {
    const { revision, provenance, body } = entry;
    const bytes = await this.#parts.bodies.get(body);
    const { shelf } = this.#parts.folder;
    return bytes && { ...parseArticle(decode(bytes), { shelf, id, revision }), provenance };
  }

  #report(problems: readonly Problem[]): void {
    if (JSON.stringify(problems) === JSON.stringify(this.#problems)) return;
    this.#problems = problems;
    this.#announce();
  }

  #announce(): void {
    this.#shelf = undefined;
    for (const listener of this.#listeners) queueMicrotask(listener);
  }
}
