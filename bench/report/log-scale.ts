/** Where positive values lie on an axis; the same ratio is the same length everywhere. */
export interface LogScale {
  /** The powers of ten that the axis begins and ends with. */
  readonly from: number;
  readonly to: number;
  readonly at: (value: number) => number;
}

/** An axis from the power of ten under the values to the one over them. */
export function logScale(
  values: readonly number[],
  [start, end]: readonly [number, number],
): LogScale {
  const from = Math.floor(Math.log10(Math.min(...values)));
  const to = Math.max(from + 1, Math.ceil(Math.log10(Math.max(...values))));
  const at = (value: number): number =>
    start + ((Math.log10(value) - from) / (to - from)) * (end - start);
  return { from, to, at };
}

/** The powers of ten on the axis. */
export const powersIn = ({ from, to }: LogScale): readonly number[] =>
  Array.from({ length: to - from + 1 }, (_, power) => 10 ** (from + power));

/**
 * Places as near to those wanted as fit when each needs so much room, none beyond the end.
 *
 *     spread([50, 50], 10, 60) → [45, 55], in the order of the list
 */
export function spread(wanted: readonly number[], room: number, end: number): readonly number[] {
  interface Group {
    readonly members: readonly number[];
    /** Of the first, where the group is best in the middle of what its members want. */
    readonly start: number;
  }
  const groupOf = (members: readonly number[]): Group => {
    const offsets = members.map((member, at) => (wanted[member] ?? 0) - at * room);
    const mean = offsets.reduce((sum, offset) => sum + offset, 0) / members.length;
    return { members, start: Math.max(0, Math.min(mean, end - (members.length - 1) * room)) };
  };
  const groups: Group[] = [];
  const order = wanted.map((_, at) => at).toSorted((a, b) => (wanted[a] ?? 0) - (wanted[b] ?? 0));
  for (const member of order) {
    let group = groupOf([member]);
    for (let before = groups.at(-1); before; before = groups.at(-1)) {
      if (before.start + before.members.length * room <= group.start) break;
      groups.pop();
      group = groupOf([...before.members, ...group.members]);
    }
    groups.push(group);
  }
  const places = new Map(
    groups.flatMap(({ members, start }) =>
      members.map((member, at) => [member, start + at * room] as const),
    ),
  );
  return wanted.map((_, at) => places.get(at) ?? 0);
}
