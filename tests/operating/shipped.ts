import { readFileSync } from 'node:fs';
import { settingNotes } from '../../src/config.ts';

/** A file of the project, by its path. */
export const shipped = (path: string): string =>
  readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');

/** What Node reads for itself. */
const OF_NODE: ReadonlySet<string> = new Set(['NODE_ENV']);

const KNOWN: ReadonlySet<string> = new Set(settingNotes.map(({ name }) => name));

/** Names that are neither settings nor Node's. */
export const unknownNames = (environment: Readonly<Record<string, string>>): readonly string[] =>
  Object.keys(environment).filter((name) => !KNOWN.has(name) && !OF_NODE.has(name));
