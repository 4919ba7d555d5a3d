import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { startBot } from '../../src/discord/bot.ts';
import type { SeenMessage } from '../../src/sandbox/driver/seen.ts';
import type { Fault } from '../../src/sandbox/faults/fault.ts';
import { type Sandbox, startSandbox } from '../../src/sandbox/index.ts';
import type { ServerStore } from '../../src/store/server-store.ts';
import { patientServers } from '../conversations/servers.ts';
import {
  articleOf,
  citeWords,
  commandGiving,
  emptyCorpus,
  foundReply,
  quoteOf,
} from '../command/samples.ts';

// What the bot does when Discord does not answer, or its answer is lost. Each answer comes once.

const who = { description: 'guide.heading', schema: z.string().max(100).optional() } as const;
const article = articleOf('Ann Petrova said that the lock is shut.');
const said = foundReply([[quoteOf(citeWords(article, 'Ann Petrova said that the lock is shut.'))]]);
const later = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

const quick = commandGiving('quick', { who }, async () => said);
const slow = commandGiving('slow', { who }, async ({ who: whom }) => {
  await later(1600);
  return { ...said, isPrivate: whom === 'private' };
});

/** A bot in a sandbox of its own, so that many can wait at once. */
interface Bad {
  readonly sandbox: Sandbox;
  readonly servers: ServerStore;
  readonly reports: readonly string[];
  /** Asks, and gives all that is to be seen of the bot's once it has done what it does. */
  readonly ask: (command: string, who?: string) => Promise<readonly SeenMessage[]>;
}

async function onBadDay(test: (bad: Bad) => Promise<void>, firstAnswer = 3_000): Promise<void> {
  const sandbox = await startSandbox({ limits: { patience: 25_000, firstAnswer } });
  const servers = await patientServers(sandbox.guildId);
  const reports: string[] = [];
  const bot = await startBot({
    token: sandbox.token,
    apiUrl: sandbox.apiUrl,
    commands: [quick, slow],
    messageCommands: [],
    servers,
    corpus: () => emptyCorpus,
    report: (line) => reports.push(line),
    requestPatience: { oneTry: 400 },
  });
  const member = sandbox.as('member');
  try {
    await test({
      sandbox,
      servers,
      reports,
      ask: async (command, whom = 'x') => {
        await member.command(command, { who: whom }).catch(() => undefined);
        await bot.close();
        return member.messages();
      },
    });
  } finally {
    await bot.close();
    await sandbox.close();
  }
}

const isSaid = (seen: readonly SeenMessage[]): readonly boolean[] =>
  seen.map(({ text }) => text.includes('the lock is shut'));

const CALLBACK = 'POST /interactions/:/:/callback';
const EDIT = 'PATCH /webhooks/:/:/messages/:';
const FOLLOW_UP = 'POST /webhooks/:/:';

const cut = (how: 'closed' | 'reset'): Fault => ({ kind: 'cut', before: 'answer', how });

/** Every fault that a request may meet and be repeated after. */
const FAULTS: readonly (readonly [string, Fault, number])[] = [
  ['is answered with 500', { kind: 'error', status: 500 }, 2],
  ['is answered with 502', { kind: 'error', status: 502 }, 2],
  ['is answered with 503', { kind: 'error', status: 503 }, 3],
  ['is over a limit of the route', { kind: 'limit', scope: 'user', seconds: 0.3 }, 1],
  ['is over a limit of the thing', { kind: 'limit', scope: 'shared', seconds: 0.3 }, 1],
  ['is lost on its way', { kind: 'cut', before: 'work', how: 'closed' }, 2],
  ['is reset on its way', { kind: 'cut', before: 'work', how: 'reset' }, 2],
  ['is carried out and its answer lost', cut('closed'), 1],
  ['is carried out and its answer reset', cut('reset'), 1],
  ['is answered too late', { kind: 'slow', before: 'answer', ms: 900 }, 1],
];

describe.concurrent('a first answer that', () => {
  it.each(FAULTS)('%s comes once', (_what, fault, times) =>
    onBadDay(async ({ sandbox, servers, reports, ask }) => {
      const planned = sandbox.faults.plan(CALLBACK, fault, times);
      const seen = await ask('quick');
      expect(isSaid(seen)).toEqual([true]);
      expect(planned.met()).toBeGreaterThan(0);
      // What all can see is known, so that it can be removed and mended.
      expect(servers.cards().map(({ messageId }) => messageId)).toEqual([seen[0]?.id]);
      expect(reports).toEqual([]);
    }),
  );

  it('is not taken any more is given up, and the next one comes', () =>
    onBadDay(async ({ sandbox, reports, ask }) => {
      sandbox.faults.plan(CALLBACK, { kind: 'slow', before: 'work', ms: 700 }, 1);
      await expect(sandbox.as('member').command('quick', { who: 'x' })).rejects.toThrow('within');
      await expect.poll(() => reports.length).toBe(1);
      expect(reports[0]).toContain('an interaction failed: DiscordAPIError[10062]');
      expect(isSaid(await ask('quick'))).toEqual([true]);
    }, 500));
});

describe.concurrent('a late answer whose', () => {
  it.each(FAULTS)('deferral %s comes once', (_what, fault, times) =>
    onBadDay(async ({ sandbox, reports, ask }) => {
      sandbox.faults.plan(CALLBACK, fault, times);
      expect(isSaid(await ask('slow'))).toEqual([true]);
      expect(reports).toEqual([]);
    }),
  );

  it.each(FAULTS)('edit %s comes once', (_what, fault, times) =>
    onBadDay(async ({ sandbox, reports, ask }) => {
      sandbox.faults.plan(EDIT, fault, times);
      expect(isSaid(await ask('slow'))).toEqual([true]);
      expect(reports).toEqual([]);
    }),
  );
});

describe.concurrent('a message for one member after a deferral for all', () => {
  it.each<[string, Fault]>([
    ['comes where nothing was done', { kind: 'error', status: 503 }],
    ['comes where the limit is over', { kind: 'limit', scope: 'user', seconds: 0.3 }],
    ['is not sent again where the answer was lost', cut('closed')],
    ['is not sent again where the answer was reset', cut('reset')],
    ['is not sent again where it was late', { kind: 'slow', before: 'answer', ms: 900 }],
  ])('%s', (_what, fault) =>
    onBadDay(async ({ sandbox, ask }) => {
      sandbox.faults.plan(FOLLOW_UP, fault, 1);
      expect(isSaid(await ask('slow', 'private'))).toEqual([true]);
    }),
  );
});
