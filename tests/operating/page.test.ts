import { describe, expect, it } from 'vitest';
import { settingNotes } from '../../src/config.ts';
import { createMetrics } from '../../src/monitoring/metrics.ts';
import { EXIT_CONFIG, EXIT_SOFTWARE, EXIT_USAGE } from '../../src/script/subcommand.ts';
import { watchForRivals } from '../../src/discord/rivals.ts';
import { shipped } from './shipped.ts';

const page = shipped('docs/operating.md');

/** The first cells of a table's rows that are code: `name`. */
const firstCells = (text: string): readonly string[] =>
  [...text.matchAll(/^\| `([^`]+)`/gmu)].map(([, name = '']) => name);

const askStore = async () => ({ isReachable: true, head: 1 });

describe('the page for operators', () => {
  it('lists each metric, and none that there is not', async () => {
    const { body } = await createMetrics(() => ({}), askStore, '1.2.3').text();
    const made = [...body.matchAll(/^# TYPE (verbatim_\w+)/gmu)].map(([, name = '']) => name);
    const listed = firstCells(page).filter((name) => name.startsWith('verbatim_'));
    expect(listed.toSorted()).toEqual(made.toSorted());
  });

  it('lists each exit code', () => {
    const codes = [...page.matchAll(/^\| (\d[\d, ]*?) +\|/gmu)].flatMap(([, cell = '']) =>
      cell.split(', ').map(Number),
    );
    for (const code of [0, 1, EXIT_USAGE, EXIT_SOFTWARE, EXIT_CONFIG, 130, 143])
      expect(codes).toContain(code);
  });

  it('speaks of settings that there are', () => {
    const names = new Set(settingNotes.map(({ name }) => name));
    for (const [name] of page.matchAll(/\b(?:CORPUS|METRICS|LOG|DISCORD|BASE|DATA)_[A-Z_]+\b/gu))
      if (name !== 'DATABASE_URL') expect(names).toContain(name);
  });

  it('has what the log says of another copy', () => {
    const told: string[] = [];
    watchForRivals((line) => told.push(line)).note();
    const [first = ''] = told[0]?.split('. ') ?? [];
    expect(page).toContain(`> ${first}.`);
    const [, heading = ''] = /“([^”]+)”\.$/u.exec(told[0] ?? '') ?? [];
    expect(page).toContain(`## ${heading}\n`);
  });

  it('links only to what there is', () => {
    for (const [, path = '', anchor] of page.matchAll(/\]\((?!http)([^)#]*)(?:#([^)]+))?\)/gu)) {
      const text = path === '' ? page : shipped(`docs/${path}`);
      const anchors = [...text.matchAll(/^#+ (.+)$/gmu)].map(([, title = '']) =>
        title
          .toLowerCase()
          .replaceAll(/[^\w -]/gu, '')
          .replaceAll(' ', '-'),
      );
      if (anchor !== undefined) expect(anchors).toContain(anchor);
    }
  });
});
