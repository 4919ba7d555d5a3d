import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import packageJson from '../../package.json' with { type: 'json' };
import { readSettings } from '../../src/config.ts';
import { EXIT_CONFIG, EXIT_USAGE } from '../../src/script/subcommand.ts';
import { shipped, unknownNames } from './shipped.ts';

// What an operator copies holds together with the settings, the image and the command line.

const service = z.object({
  build: z.string().optional(),
  image: z.string(),
  env_file: z.union([z.string(), z.array(z.string())]),
  environment: z.record(z.string(), z.string()),
  volumes: z.array(z.string()),
  read_only: z.literal(true),
  tmpfs: z.array(z.string()),
  cap_drop: z.tuple([z.literal('ALL')]),
  security_opt: z.tuple([z.literal('no-new-privileges:true')]),
  mem_limit: z.string().regex(/^\d+[mg]$/u),
  restart: z.string().regex(/^(?:on-failure:\d+|unless-stopped)$/u),
  networks: z.array(z.string()).optional(),
  depends_on: z.record(z.string(), z.unknown()).optional(),
});
const composeFile = z.object({
  services: z.record(z.string(), service),
  networks: z.record(z.string(), z.unknown()).optional(),
  volumes: z.record(z.string(), z.null()),
});

const compose = (name: string) => composeFile.parse(parse(shipped(`docs/examples/${name}`)));

describe.each(['compose.yaml', 'compose-postgres.yaml'])('%s', (name) => {
  const { services, volumes, networks = {} } = compose(name);
  const bot = services['bot'];

  it('runs the image as little privileged as it can be', () => {
    expect(bot).toMatchObject({ build: '.', image: 'verbatim' });
    expect(bot).not.toHaveProperty('ports');
    expect(bot).not.toHaveProperty('user');
    // Docker cannot tell a wrong setting from what may pass.
    expect(bot?.restart).toMatch(/^on-failure:/u);
  });

  it('sets what are settings, each as it may be', () => {
    expect(unknownNames(bot?.environment ?? {})).toEqual([]);
    expect(readSettings(bot?.environment ?? {})).toMatchObject({ METRICS_PORT: 9464 });
  });

  it('puts folders where the settings say that they are', () => {
    const { CORPUS_DIR, DATA_DIR } = readSettings(bot?.environment ?? {});
    expect(bot?.volumes).toEqual([`./corpus:${CORPUS_DIR}:ro`, `data:${DATA_DIR}`]);
  });

  it('has each volume, network and service that it names', () => {
    for (const each of Object.values(services)) {
      const named = each.volumes.flatMap((volume) => /^\w+(?=:)/u.exec(volume)?.[0] ?? []);
      expect(Object.keys(volumes)).toEqual(expect.arrayContaining(named));
      expect(Object.keys(networks)).toEqual(expect.arrayContaining(each.networks ?? []));
      expect(Object.keys(services)).toEqual(
        expect.arrayContaining(Object.keys(each.depends_on ?? {})),
      );
    }
  });

  it('holds no secret itself', () => {
    expect(bot?.env_file).toEqual(name === 'compose.yaml' ? '.env' : ['.env', 'database.env']);
    for (const { environment } of Object.values(services))
      expect(Object.keys(environment).join(' ')).not.toMatch(/TOKEN|PASSWORD|URL/u);
  });
});

/** The lines of a unit by section and name; a name may stand more than once. */
function unitOf(text: string): ReadonlyMap<string, readonly string[]> {
  const values = new Map<string, string[]>();
  let section = '';
  for (const line of text.split('\n')) {
    section = /^\[(\w+)\]$/u.exec(line)?.[1] ?? section;
    const [, name, value = ''] = /^(\w+)=(.*)$/u.exec(line) ?? [];
    if (name !== undefined)
      values.set(`${section}.${name}`, [...(values.get(`${section}.${name}`) ?? []), value]);
    else expect(line).toMatch(/^(?:$|#|\[\w+\]$)/u);
  }
  return values;
}

describe('verbatim.service', () => {
  const unit = unitOf(shipped('docs/examples/verbatim.service'));
  const first = (name: string): string => unit.get(`Service.${name}`)?.[0] ?? '';
  const environment = Object.fromEntries(
    (unit.get('Service.Environment') ?? []).map((line): [string, string] => {
      const [name = '', value = ''] = line.split('=');
      return [name, value];
    }),
  );

  it('starts the bot on Discord alone', () => {
    expect(first('ExecStart')).toBe(`/usr/bin/node ${packageJson.bin.verbatim} start --discord`);
    expect(first('EnvironmentFile')).toBe('/etc/verbatim/verbatim.env');
  });

  it('sets what are settings, each as it may be', () => {
    expect(unknownNames(environment)).toEqual([]);
    expect(readSettings(environment)).toMatchObject({ METRICS_PORT: 9464 });
  });

  it('lets the bot write where the settings say, and nowhere else', () => {
    const { CORPUS_DIR, DATA_DIR } = readSettings(environment);
    const folders = first('StateDirectory')
      .split(' ')
      .map((each) => `/var/lib/${each}`);
    expect(folders).toEqual(expect.arrayContaining([CORPUS_DIR, DATA_DIR]));
    expect(first('ProtectSystem')).toBe('strict');
    expect(unit.has('Service.ReadWritePaths')).toBe(false);
  });

  it('runs it as somebody who is not root, who cannot become so', () => {
    expect(first('User')).toBe('verbatim');
    expect(first('NoNewPrivileges')).toBe('yes');
    expect(unit.get('Service.CapabilityBoundingSet')).toEqual(['']);
    // Of a system call that it may not make Node has to be told; it would be killed otherwise.
    expect(first('SystemCallErrorNumber')).toBe('EPERM');
  });

  it('starts it again after what may pass, and not after what an operator has to put right', () => {
    expect(first('Restart')).toBe('on-failure');
    expect(first('RestartPreventExitStatus')).toBe(`${EXIT_USAGE} ${EXIT_CONFIG}`);
    expect(first('MemoryMax')).toMatch(/^\d+M$/u);
  });
});
