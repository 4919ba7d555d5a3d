import * as fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Sandbox, startSandbox } from '../../src/sandbox/index.ts';
import { hostileText, runs } from '../hostile-text.ts';
import { ask } from './raw-bot.ts';

// Whatever a bot sends, the sandbox takes it or says what is wrong with it; it never fails itself.

let sandbox: Sandbox;

beforeAll(async () => {
  sandbox = await startSandbox();
});

afterAll(() => sandbox.close());

/** JSON that begins as messages, components and commands do. */
const { body } = fc.letrec((tie) => ({
  leaf: fc.oneof(
    hostileText,
    fc.constantFrom(null, true, 0, -1, 1, 2, 10, 17, 32_768, Infinity, 2 ** 53, '', [], {}),
  ),
  body: fc.oneof(
    { maxDepth: 4 },
    { weight: 1, arbitrary: tie('leaf') },
    { weight: 1, arbitrary: fc.array(tie('body'), { maxLength: 4 }) },
    {
      weight: 3,
      arbitrary: fc.dictionary(
        fc.constantFrom(
          'content', 'embeds', 'components', 'flags', 'type', 'data', 'options', 'name', 'description', 'choices',
          'custom_id', 'label', 'style', 'value', 'attachments', 'allowed_mentions', 'parse', 'id', '__proto__', 'constructor',
        ), // prettier-ignore
        tie('body'),
        { maxKeys: 6 },
      ),
    },
  ),
}));

test('any body gets an answer that is no failure of the sandbox’s', async () => {
  const channel = sandbox.world.channels[0]?.id ?? '';
  const application = sandbox.world.application.id;
  const path = fc.constantFrom<readonly [string, string]>(
    ['POST', `/channels/${channel}/messages`],
    ['PUT', `/applications/${application}/commands`],
    ['POST', `/applications/${application}/commands`],
    ['POST', '/interactions/1/x/callback'],
    ['PATCH', `/webhooks/${application}/x/messages/@original`],
    ['POST', '/%00/../..//%ff'],
  );
  const sent = fc.oneof(
    { weight: 4, arbitrary: body },
    { weight: 1, arbitrary: hostileText },
    { weight: 1, arbitrary: fc.constantFrom('['.repeat(20_000), '{"a":'.repeat(20_000), '"', '') },
  );
  const property = fc.asyncProperty(path, sent, async ([method, at], given) => {
    const { status } = await ask(sandbox, method, at, given);
    expect(status).toBeLessThan(500);
  });
  await fc.assert(property, { numRuns: runs(150) });
  expect(Object.getOwnPropertyNames(Object.prototype)).not.toContain('content');
});
