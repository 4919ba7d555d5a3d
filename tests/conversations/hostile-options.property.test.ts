import {
  ApplicationCommandOptionType as Type,
  ApplicationCommandType,
} from 'discord-api-types/v10';
import * as fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { commands } from '../../commands/index.ts';
import type { OptionValues } from '../../src/sandbox/driver/option.ts';
import type { RegisteredCommand } from '../../src/sandbox/registry.ts';
import type { OptionBody } from '../../src/sandbox/rules/body.ts';
import { hostileText, hostileValue, runs } from '../hostile-text.ts';
import { expectHarmless } from './harmless.ts';
import { type KeptConversation, fileOf, startKept } from './kept.ts';

// Whatever a member types into whichever option, of a command that all may use or moderators alone:
// Discord takes the answer, it pings nobody, and nothing that was typed is obeyed.

const BASE = {
  'riyadh-talks':
    '---\ntitle: Talks in Riyadh\ndate: 2025-02-18\n---\n\n“We tried,” Ann Lee, the mayor of Bern, said.\n\nAnn Lee and Bo Ray attended the talks in Riyadh. Ann Lee supports the toll.\n',
};

let kept: KeptConversation;

beforeAll(async () => {
  kept = await startKept({ base: BASE });
});

afterAll(() => kept.close());

interface Leaf {
  readonly name: string;
  readonly options: readonly OptionBody[];
}

const isBranch = ({ type }: OptionBody): boolean =>
  type === Type.Subcommand || type === Type.SubcommandGroup;

/** `corpus` → `corpus add`, `corpus edit`, … */
function leavesOf(name: string, options: readonly OptionBody[]): readonly Leaf[] {
  const branches = options.filter(isBranch);
  if (branches.length === 0) return [{ name, options }];
  return branches.flatMap((branch) => leavesOf(`${name} ${branch.name}`, branch.options ?? []));
}

/** As Discord has them registered. */
function leafNamed(name: string): Leaf {
  const registered: readonly RegisteredCommand[] = kept.moderator.commands();
  const leaves = registered
    .filter(({ type }) => type === ApplicationCommandType.ChatInput)
    .flatMap((command) => leavesOf(command.name, command.options ?? []));
  const found = leaves.find((leaf) => leaf.name === name);
  if (found === undefined) throw new Error(`there is no /${name}`);
  return found;
}

/** Words that begin well, and go on as they like. */
const value = fc.oneof(
  hostileValue,
  fc
    .tuple(
      fc.constantFrom('riyadh-talks', 'riyadh-talks ¶', 'Ann Lee', '2025', '"', 'https://'),
      hostileText,
    )
    .map((parts) => parts.join('')),
);

/** Discord's client lets nothing longer be sent, and no halves of pairs. */
function valueFor({
  type,
  choices,
  max_length: most = 6000,
}: OptionBody): fc.Arbitrary<OptionValues[string]> {
  if (type === Type.Boolean) return fc.boolean();
  if (type === Type.Attachment)
    return fc
      .tuple(hostileText, hostileText)
      .map(([name, text]) => fileOf(`${name.replaceAll(/[^\w.]/gu, '')}.md`, text));
  if (type !== Type.String) throw new Error(`no value is known for an option of type ${type}`);
  const given = (choices ?? []).map((choice) => String(choice.value));
  return given.length > 0
    ? fc.constantFrom(...given)
    : value.map((typed) => typed.slice(0, most ?? 6000).toWellFormed() || 'a');
}

const anyOptions = ({ options }: Leaf): fc.Arbitrary<OptionValues> =>
  fc
    .record(Object.fromEntries(options.map((option) => [option.name, valueFor(option)])), {
      requiredKeys: options.filter(({ required }) => required === true).map(({ name }) => name),
    })
    .map((values) => ({ ...values }));

// The addresses that the bot's own messages speak of, and the channels in its settings.
const withoutOwn = (text: string): string =>
  text.replaceAll(/https?:\/\/(?=[ …,.])|<[@#]1100000000000000\d{3}>/gu, '');

const SENT = z.object({ data: z.object({ allowed_mentions: z.unknown() }) });

/** Of what the bot sent: Discord took it, halves of pairs are in none of it, and it may ping nobody. */
function expectTaken(since: number): void {
  const { requests } = kept.sandbox;
  for (const { status, body } of requests.slice(since)) {
    expect(status).toBeLessThan(400);
    // What the bot itself wrote as an escape has a backslash more.
    const json = (JSON.stringify(body) ?? '').replaceAll('\\\\', '');
    expect(json).not.toMatch(/\\ud[89a-f]/iu);
    const sent = SENT.safeParse(body).data?.data;
    if (sent?.allowed_mentions !== undefined) expect(sent.allowed_mentions).toEqual({ parse: [] });
  }
  expect(kept.reports).toEqual([]);
}

describe('whatever is typed into the options of', () => {
  test.each(commands.map(({ name }) => name))('/%s', async (name) => {
    const leaf = leafNamed(name);
    const property = fc.asyncProperty(anyOptions(leaf), async (values) => {
      const since = kept.sandbox.requests.length;
      const outcome = await kept.moderator.outcomeOf.command(name, values);
      if (outcome.kind === 'message') expectHarmless([withoutOwn(outcome.message.text)]);
      expectTaken(since);
    });
    await fc.assert(property, { numRuns: runs(leaf.options.length === 0 ? 1 : 12) });
  });
});

describe('whatever is typed so far, values are offered for', () => {
  test.each(commands.map(({ name }) => name))('/%s', async (name) => {
    const leaf = leafNamed(name);
    const completing = leaf.options.filter(({ autocomplete }) => autocomplete === true);
    for (const option of completing) {
      const property = fc.asyncProperty(valueFor(option), async (typed) => {
        const since = kept.sandbox.requests.length;
        const offered = await kept.moderator.complete(name, { [option.name]: typed }, option.name);
        expect(offered.length).toBeLessThanOrEqual(25);
        expectTaken(since);
      });
      await fc.assert(property, { numRuns: runs(6) });
    }
  });
});
