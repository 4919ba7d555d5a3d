interface AnyNote {
  readonly kind: string;
}

/** Those notes of a backup that are about things of which there is no note. */
export function findMissing<Note extends AnyNote>(
  present: readonly Note[],
  saved: readonly Note[],
): Note[] {
  const keys = new Set(present.map(keyOf));
  return saved.filter((note) => !keys.has(keyOf(note)));
}

/** What a note is about: `report r1`, `settings 42`; a note without an id is about itself. */
function keyOf(note: AnyNote): string {
  return `${note.kind} ${findId(note) ?? JSON.stringify(note)}`;
}

/** The note's own id, or that of the thing that it tells: `{ kind: 'report', report: { id } }`. */
function findId(note: object): string | undefined {
  const fields = Object.entries(note);
  const own = idAmong(fields);
  if (own !== undefined) return own;
  for (const [, value] of fields) {
    if (typeof value !== 'object' || value === null) continue;
    const id = idAmong(Object.entries(value));
    if (id !== undefined) return id;
  }
  return undefined;
}

const ID_FIELDS = ['id', 'messageId', 'guildId'];

function idAmong(fields: readonly [string, unknown][]): string | undefined {
  for (const name of ID_FIELDS) {
    const value = fields.find(([field]) => field === name)?.[1];
    if (typeof value === 'string') return value;
  }
  return undefined;
}
