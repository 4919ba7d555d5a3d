import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable, Writable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest';
import { runCommandLine } from '../src/script/command-line.ts';
import { subcommands } from '../src/script/subcommands.ts';
import type { Edit } from '../src/store/article-store.ts';
import { openFolderStore } from '../src/store/folder-store.ts';
import { idOf } from './article/article-id.ts';
import { makeFolders } from './store/temporary-folder.ts';

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'verbatim-cli-'));
  await writeFile(
    join(folder, 'lakeside.md'),
    '---\ntitle: By the lake\ndate: 2024-05-06\n---\n\n"The lake is calm," Ann Petrova said.\n',
  );
});

afterAll(() => rm(folder, { recursive: true }));

function sink(): { readonly stream: Writable; readonly text: () => string } {
  const chunks: string[] = [];
  const stream = new Writable({
    write(chunk: Buffer, _encoding, done) {
      chunks.push(chunk.toString());
      done();
    },
  });
  return { stream, text: () => chunks.join('') };
}

/** Runs the command line as a shell would. */
async function run(args: readonly string[], input = '', env: Record<string, string> = {}) {
  const [out, error] = [sink(), sink()];
  const code = await runCommandLine(args, subcommands, '1.2.3', {
    stdin: Readable.from([input]),
    stdout: out.stream,
    stderr: error.stream,
    env: { CORPUS_DIR: folder, ...env },
  });
  return { code, out: out.text(), error: error.text() };
}

describe('help', () => {
  test.each(subcommands.map(({ name }) => name))('says what %s takes', async (name) => {
    const { code, out } = await run([name, '--help']);
    expect(code).toBe(0);
    expect(out).toContain(`Usage: verbatim ${name}`);
  });

  it('of the whole lists every command', async () => {
    const { code, out } = await run(['--help']);
    expect(code).toBe(0);
    for (const { name, summary } of subcommands) {
      expect(out).toContain(name);
      expect(out).toContain(summary);
    }
  });

  it('of the whole leaves out what is done in a server', async () => {
    const { out } = await run(['--help']);
    for (const name of ['corpus add', 'feeds add', 'review', 'suggest'])
      expect(out).not.toContain(`  ${name} `);
  });

  it('says the version', async () => {
    expect(await run(['--version'])).toEqual({ code: 0, out: '1.2.3\n', error: '' });
  });
});

describe('a command line used wrongly', () => {
  test.each([
    [[], 'give a command'],
    [['sing'], 'there is no command "sing"'],
    [['ask', '--loud'], "Unknown option '--loud'"],
    [['read', 'file'], 'too many words: "file"'],
    [['check'], 'say which folder'],
    [['backup'], 'say which file to write'],
    [['restore'], 'say which backup'],
    [['answer'], 'say --corpus FOLDER'],
    [['quote', 'Ann', '--who', 'Ann'], 'say --who or the bare words, not both'],
  ])('%j exits with 64 and says %s', async (args, said) => {
    const { code, out, error } = await run(args);
    expect(code).toBe(64);
    expect(out).toBe('');
    expect(error).toBe(`verbatim: ${said}; see --help\n`);
  });
});

describe('a wrong setting', () => {
  test.each([
    [['start', '--discord'], {}, 'DISCORD_TOKEN is not set'],
    [['start'], { SANDBOX_PORT: 'x' }, 'SANDBOX_PORT must be a port'],
    [['start'], { CORPUS_DIR: '/nowhere/at/all' }, 'There is no folder /nowhere/at/all'],
  ])('%j with %j exits with 78', async (args, env, said) => {
    const { code, error } = await run(args, '', { DATA_DIR: folder, ...env });
    expect(code).toBe(78);
    expect(error).toContain(`verbatim: ${said}`);
  });
});

describe('a one-shot question', () => {
  test.each([
    [['quote', 'Ann', 'Petrova'], '/quote who: Ann Petrova'],
    [['quote', '--who', 'Petrova', '--about', 'the lake'], '/quote who: Petrova about: the lake'],
  ])('%j is answered with a card', async (args, question) => {
    const { code, out } = await run(args);
    expect(code).toBe(0);
    expect(out).toContain(`${question}\n`);
    expect(out).toContain('The lake is calm,');
    expect(out).toContain('[1] By the lake · 6 May 2024 · lakeside ¶1');
  });

  it('that is refused exits with 1', async () => {
    const { code, out } = await run(['ask', 'x'.repeat(301)]);
    expect(code).toBe(1);
    expect(out).toContain('at most 300 characters');
  });

  it('writes nothing', async () => {
    await run(['ask', 'Is the lake calm?']);
    expect(await readdir(folder)).toEqual(['lakeside.md']);
  });
});

const parsed = (lines: string): unknown[] =>
  lines.split('\n').flatMap((line): unknown[] => (line === '' ? [] : [JSON.parse(line)]));

describe('read', () => {
  it('gives a line for each article, offsets counted in its text', async () => {
    const text = '\ufeff"It is calm," Ann Petrova said.\r\n';
    const lines = [
      { id: 'a/b', text },
      { id: 'c', title: 'C', text: 'Nothing.' },
    ];
    const { code, out } = await run(['read'], lines.map((line) => JSON.stringify(line)).join('\n'));
    expect(code).toBe(0);
    expect(parsed(out)).toMatchObject([
      {
        id: 'a/b',
        text: '"It is calm," Ann Petrova said.\n',
        quotations: [
          {
            start: 1,
            end: 12,
            text: 'It is calm,',
            kind: 'direct',
            speaker: { name: 'Ann Petrova', start: 14, end: 25 },
            cue: { start: 26, end: 30, text: 'said' },
          },
        ],
      },
      { id: 'c', text: 'Nothing.', quotations: [] },
    ]);
  });

  test.each([
    ['{', 'line 1: this is not JSON'],
    ['\n{"id":"a"}', 'line 2: text: Invalid input: expected string, received undefined'],
    ['{"id":"--","text":""}\n{"id":".","text":""}', 'line 2: the id "." has no letters or digits'],
  ])('of %j says which line is wrong', async (input, said) => {
    const { code, error } = await run(['read'], input);
    expect(code).toBe(1);
    expect(error).toContain(`verbatim: ${said}`);
  });
});

const ask = (id: string, command: string, options: object): string =>
  JSON.stringify({ id, command, options });

describe('answer', () => {
  it('gives a line for each question, its citations the words at their place', async () => {
    const questions = [
      ask('1', 'quote', { who: 'Petrova' }),
      ask('2', 'quote', { who: 'Nobody' }),
      ask('3', 'ask', { question: 'Is the lake calm?' }),
      ask('4', 'stance', { who: 'Nobody', on: 'fish' }),
      ask('5', 'who-attended', { event: 'the summit' }),
    ];
    const { code, out } = await run(['answer', '--corpus', folder], questions.join('\n'));
    expect(code).toBe(0);
    expect(parsed(out)).toMatchObject([
      {
        id: '1',
        found: true,
        citations: [{ article: 'lakeside', paragraph: 1, start: 0, end: 37 }],
        quotes: [{ text: 'The lake is calm,', speaker: { name: 'Ann Petrova' }, citation: 0 }],
      },
      { id: '2', found: false, citations: [] },
      { id: '3', found: true, citations: [{ text: '"The lake is calm," Ann Petrova said.' }] },
      { id: '4', found: false },
      { id: '5', found: false },
    ]);
  });
});

describe('check', () => {
  it('names file and line of what is wrong, and exits with 1', async () => {
    const bad = await mkdtemp(join(tmpdir(), 'verbatim-check-'));
    await writeFile(join(bad, 'bad.md'), '---\ntitle: "open\n---\n\nText.\n');
    await writeFile(join(bad, 'good.md'), 'Text.\n');
    const { code, out } = await run(['check', bad]);
    expect(code).toBe(1);
    expect(out).toMatch(/^bad\.md:\d+: /mu);
    expect(out).toMatch(/^good\.md: warning: /mu);
    await rm(bad, { recursive: true });
  });

  it('exits with 0 where nothing is', async () => {
    expect(await run(['check', folder])).toEqual({ code: 0, out: '', error: '' });
  });
});

describe('backup and restore', () => {
  it('bring articles back, and check --repair finds nothing to mend', async () => {
    const home = await mkdtemp(join(tmpdir(), 'verbatim-backup-'));
    const [zip, env] = [join(home, 'b.zip'), { DATA_DIR: join(home, 'data') }];
    const nothing = await run(['backup', zip], '', env);
    expect(nothing).toMatchObject({ code: 1, error: expect.stringContaining('There is no') });
    const store = await openFolderStore({ corpusDir: folder, dataDir: env.DATA_DIR });
    await store.close();
    const made = await run(['backup', zip], '', env);
    expect(made.out).toContain('b.zip: 1 shelf, 1 change, 1 text; read back and found whole.');
    const elsewhere = { CORPUS_DIR: join(home, 'corpus'), DATA_DIR: join(home, 'other') };
    expect(await run(['restore', zip], '', elsewhere)).toMatchObject({ code: 0, error: '' });
    expect(await readdir(elsewhere.CORPUS_DIR)).toEqual(['lakeside.md']);
    const checked = await run(['check', '--repair'], '', elsewhere);
    expect(checked).toEqual({ code: 0, out: '', error: '' });
    await writeFile(join(elsewhere.DATA_DIR, 'servers.jsonl'), '{"kind":"nonsense"}\n');
    const found = await run(['check', '--data'], '', elsewhere);
    expect(found).toMatchObject({ code: 1, out: expect.stringContaining('servers.jsonl:1: ') });
    const mended = await run(['check', '--repair'], '', elsewhere);
    expect(mended).toMatchObject({ code: 0, out: expect.stringContaining('Copies of what') });
    await rm(home, { recursive: true });
  });
});

describe('articles that members changed', () => {
  it('are answered from with what was edited, and those taken out are named', async () => {
    const bank = '---\ntitle: By the bank\n---\n\n"The bank is steep," Bo Lund said.\n';
    const folders = await makeFolders({ 'bank.md': bank, 'mill.md': 'The mill stands.\n' });
    const env = { CORPUS_DIR: folders.corpusDir, DATA_DIR: folders.dataDir };
    try {
      const store = await openFolderStore(folders);
      const head = await store.head('base');
      const source = bank.replace('steep', 'flat');
      const edits: readonly Edit[] = [
        { kind: 'put', id: idOf('bank'), source },
        { kind: 'remove', id: idOf('mill') },
      ];
      await store.append('base', head, '9', edits, 'a slip');
      await store.close();
      const { out } = await run(['quote', 'Lund'], '', env);
      expect(out).toContain('The bank is flat,');
      expect(out).toMatch(
        / · bank ¶1 · this paragraph was edited by a moderator, \d+ \w+ \d{4}$/mu,
      );
      const gone = await run(['source', 'mill'], '', env);
      expect(gone.code).toBe(1);
      expect(gone.out).toMatch(/^mill was taken out on .*: a slip$/mu);
    } finally {
      await folders.clear();
    }
  });
});
