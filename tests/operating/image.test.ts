import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { type Copy, DockerfileParser } from 'dockerfile-ast';
import { describe, expect, it } from 'vitest';
import packageJson from '../../package.json' with { type: 'json' };
import { readSettings } from '../../src/config.ts';
import { jsonPage, serveEndpoint } from '../../src/monitoring/endpoint.ts';
import { parseTyped } from '../../src/script/subcommand.ts';
import { subcommands } from '../../src/script/subcommands.ts';
import { shipped, unknownNames } from './shipped.ts';

const text = shipped('Dockerfile');
const file = DockerfileParser.parse(text);
const instructions = file.getInstructions();

/** What stands after an instruction, in the last stage alone. */
const lastStage = instructions.slice(
  instructions.findLastIndex((each) => each.getKeyword() === 'FROM'),
);
const argumentsOf = (keyword: string): readonly string[] =>
  lastStage.flatMap((each) =>
    each.getKeyword() === keyword ? [each.getRawArgumentsContent() ?? ''] : [],
  );

const environment = Object.fromEntries(
  file
    .getENVs()
    .flatMap((each) => each.getProperties())
    .map((property) => [property.getName(), property.getValue() ?? '']),
);

const wordsOf = (copy: Copy): readonly string[] =>
  copy.getArguments().map((each) => each.getValue());
const isOfStage = (copy: Copy): boolean => copy.getFromFlag() !== null;

describe('the image', () => {
  it('is made in stages, each of the oldest version of Node that is supported', () => {
    const [major] = /\d+/u.exec(packageJson.engines.node) ?? [];
    for (const from of file.getFROMs()) expect(from.getImage()).toBe(`node:${major}-slim`);
    expect(file.getFROMs().map((from) => from.getBuildStage())).toEqual([
      'build',
      'packages',
      null,
    ]);
  });

  it('runs the bot on Discord alone, without a shell between it and its signals', () => {
    const [command, ...others] = argumentsOf('CMD');
    expect(others).toEqual([]);
    const [program, script, name, ...args]: string[] = JSON.parse(command ?? '');
    expect(program).toBe('node');
    expect(script).toBe(packageJson.bin.verbatim);
    const subcommand = subcommands.find((each) => each.name === name);
    expect(subcommand && parseTyped(subcommand, args).values).toEqual({ discord: true });
    expect(argumentsOf('ENTRYPOINT')).toEqual([]);
    expect(argumentsOf('STOPSIGNAL')).toEqual(['SIGTERM']);
  });

  it('runs it as somebody who is not root, and installs nothing there', () => {
    expect(argumentsOf('USER')).toEqual(['node']);
    expect(argumentsOf('RUN').join('\n')).not.toMatch(/npm|apt|curl/u);
  });

  it('sets what are settings, each as it may be', () => {
    expect(unknownNames(environment)).toEqual([]);
    expect(readSettings(environment)).toMatchObject({ DATA_DIR: '/data', METRICS_PORT: 9464 });
  });

  it('has a volume where the bot writes, which it may write to', () => {
    expect(argumentsOf('VOLUME')).toEqual([environment['DATA_DIR']]);
    expect(argumentsOf('RUN')).toEqual(['mkdir /data && chown node:node /data']);
  });

  it('is given only what there is, and what is not left out', () => {
    const rules = shipped('.dockerignore').split('\n');
    expect(rules.filter((rule) => !/^(?:$|#|!)/u.test(rule))).toEqual(['*']);
    const given = file
      .getCOPYs()
      .filter((copy) => !isOfStage(copy))
      .flatMap((copy) => wordsOf(copy).slice(0, -1));
    for (const path of given) {
      expect(existsSync(new URL(`../../${path}`, import.meta.url))).toBe(true);
      expect(rules).toContain(`!${path}`);
    }
    expect(new Set(given).size).toBe(rules.filter((rule) => rule.startsWith('!')).length);
  });

  it('has what the build makes', () => {
    const taken = file
      .getCOPYs()
      .filter(isOfStage)
      .map((copy) => wordsOf(copy)[0]);
    expect(taken).toEqual([
      '/app/node_modules',
      '/app/dist/package.json',
      '/app/dist/page',
      '/app/dist/commands',
      '/app/dist/src',
    ]);
    expect(packageJson.scripts['build:page']).toContain('--outdir=dist/page');
    for (const [, script = ''] of text.matchAll(/npm run (\S+)/gu))
      expect(packageJson.scripts).toHaveProperty([script]);
  });

  it('needs no package that only development has', () => {
    const files = ['src', 'commands'].flatMap((folder) =>
      readdirSync(new URL(`../../${folder}`, import.meta.url), { recursive: true })
        .map((path) => `${folder}/${String(path)}`)
        .filter((path) => path.endsWith('.ts') && !path.includes('/client/')),
    );
    const names = files.flatMap((path) =>
      [...shipped(path).matchAll(/^(?:import (?!type )|\} )[^']*from '([^.'][^']*)'/gmu)].map(
        ([, name = '']) => /^(?:@[^/]+\/)?[^/]+/u.exec(name)?.[0] ?? '',
      ),
    );
    const missing = new Set(names.filter((name) => !isBuiltin(name)));
    for (const name of Object.keys(packageJson.dependencies)) missing.delete(name);
    expect(names).toContain('discord.js');
    expect([...missing]).toEqual([]);
  });
});

describe('its health check', () => {
  it.each([
    [200, 0],
    [500, 1],
    [undefined, 1],
  ])('at the answer %j ends with %j', async (status, code) => {
    const pages = { '/healthz': async () => jsonPage(status ?? 200, {}) };
    const endpoint = await serveEndpoint(pages, { host: '127.0.0.1', port: 0 });
    const { port } = new URL(endpoint.url);
    if (status === undefined) await endpoint.close();
    const [check = ''] = argumentsOf('HEALTHCHECK');
    const [program = '', ...args]: string[] = JSON.parse(check.slice(check.indexOf('[')));
    expect(program).toBe('node');
    const child = spawn(process.execPath, args, { env: { METRICS_PORT: port } });
    expect(await once(child, 'exit')).toEqual([code, null]);
    if (status !== undefined) await endpoint.close();
  });
});
