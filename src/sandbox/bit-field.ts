/** A bit field as the type of its bits, which a sum of bits does not have of itself. */
// oxlint-disable-next-line typescript/no-unnecessary-type-parameters -- the caller names the field
export function bitField<T extends number>(bits: number): T {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- any sum of bits is a field of them
  return bits as T;
}
