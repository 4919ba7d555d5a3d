/** What servers keep of one kind, each item by its id. Reads see every change that was acknowledged. */
export interface ServerTable<Item extends Row> {
  /** Those of one server, oldest first. */
  of(guildId: string): readonly Item[];
  all(): readonly Item[];
  get(id: string): Item | undefined;
  /**
   * Changes an item when its turn comes: `change` is given what it is then, undefined where there is
   * none, and says what is to be kept; undefined removes it, and the same item leaves it as it is.
   * Gives what is kept once it is safe.
   */
  change(
    id: string,
    change: (before: Item | undefined) => Item | undefined,
  ): Promise<Item | undefined>;
}

export interface Row {
  readonly id: string;
  readonly guildId: string;
}

/** A table as the store that has it sees it. */
export interface KeptTable<Item extends Row> {
  readonly rows: Map<string, Item>;
  /** Whether an item has lapsed and is as good as removed. */
  readonly isOver: (item: Item) => boolean;
}

/** Does something in its turn, with what makes a row safe; undefined takes it out. */
export type TableChange<Item> = <Result>(
  work: (write: (id: string, row: Item | undefined) => Promise<void>) => Promise<Result>,
) => Promise<Result>;

export function serverTable<Item extends Row>(
  { rows, isOver }: KeptTable<Item>,
  inTurn: TableChange<Item>,
): ServerTable<Item> {
  const all = (): readonly Item[] => [...rows.values()].filter((row) => !isOver(row));
  const get = (id: string): Item | undefined => {
    const row = rows.get(id);
    return row === undefined || isOver(row) ? undefined : row;
  };
  return {
    all,
    get,
    of: (guildId) => all().filter((row) => row.guildId === guildId),
    change: (id, change) =>
      inTurn(async (write) => {
        const before = get(id);
        const after = change(before);
        if (after !== before) await write(id, after);
        return after;
      }),
  };
}

export function setRow<Item extends Row>(
  { rows }: KeptTable<Item>,
  id: string,
  row: Item | undefined,
): void {
  if (row === undefined) rows.delete(id);
  else rows.set(id, row);
}

/** Drops what has lapsed. */
export function sweep<Item extends Row>({ rows, isOver }: KeptTable<Item>): void {
  for (const [id, row] of rows) if (isOver(row)) rows.delete(id);
}
