/**
 * The same function, which remembers its results for as long as what they were made from is in use.
 * For what never changes (an article, a reading, a view) and is asked for again and again.
 */
export function remembered<Owner extends object, Value extends object>(
  make: (owner: Owner) => Value,
): (owner: Owner) => Value {
  const known = new WeakMap<Owner, Value>();
  return (owner) => {
    const found = known.get(owner) ?? make(owner);
    known.set(owner, found);
    return found;
  };
}
