/** What stands at the colons of a route's path, or undefined when the path is another. */
export function matchPath(pattern: string, path: string): readonly string[] | undefined {
  const wanted = pattern.split('/');
  const given = path.split('/').map(decodeURIComponent);
  if (wanted.length !== given.length) return undefined;
  const isMatch = wanted.every((part, index) => part === ':' || part === given[index]);
  return isMatch ? given.filter((_, index) => wanted[index] === ':') : undefined;
}
