import { PermissionFlagsBits } from 'discord-api-types/v10';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Driver } from '../../src/sandbox/driver/driver.ts';
import type { SeenForm } from '../../src/sandbox/driver/form.ts';
import type { SeenMessage } from '../../src/sandbox/driver/seen.ts';
import { readCard } from './conversation.ts';
import { type KeptConversation, startKept } from './kept.ts';

// Moderators put right what was read out of articles, for their server alone.

const BRIDGE = `---
title: The bridge
date: 2025-01-02
---

Ann Petrova met Bo Lund in Oslo on Monday. "The bridge is safe," she said.

Cleo Marsh attended the talks in Oslo on Monday. Dag Hall did not.

Egon Falk opposes the toll.
`;

const FERRY = `---
title: The ferry
date: 2025-01-03
---

Fay Moor met Gus Vale in Bergen on Monday. "The ferry is late," she said.
`;

const PIER = `---
title: The pier
date: 2025-01-04
---

Hanna Iversen met Ivo Jansen in Bergen on Monday. "The pier is shut," she said.
`;

const QUAY = `---
title: The quay
date: 2025-01-05
---

Jorun Kolstad met Kaja Lervik in Bergen on Monday. "The quay is open," she said.
`;

let kept: KeptConversation;
let moderator: Driver;
let member: Driver;

beforeAll(async () => {
  kept = await startKept({
    base: { 'bridge.md': BRIDGE, 'ferry.md': FERRY, 'pier.md': PIER, 'quay.md': QUAY },
  });
  ({ moderator, member } = kept);
});

afterAll(async () => {
  expect(kept.reports).toEqual([]);
  await kept.close();
});

const SOON = { timeout: 5000 };

const quoteOf = (who: string): Promise<SeenMessage> => member.command('quote', { who });

const now = (card: SeenMessage): string =>
  readCard(member.messages().find(({ id }) => id === card.id) ?? card);

const lastTold = (): string => {
  const [last] = kept.told().slice(-1);
  return last === undefined ? '' : readCard(last);
};

/** Opens the fact of a card's menu whose label has these words. */
async function openFact(card: SeenMessage, words: string, as = moderator): Promise<SeenMessage> {
  const menu = card.selects.find(({ customId }) => customId.startsWith('v1|do|review.fact'));
  const option = menu?.options.find(({ label }) => label.includes(words));
  if (menu === undefined || option === undefined) throw new Error(`${words} is not listed`);
  return as.select(card, menu.customId, [option.value]);
}

async function report(card: SeenMessage, detail: string): Promise<void> {
  const form = await member.pressForForm(await member.press(card, 'More…'), 'Wrong?');
  await member.submit(form, { mistake: 'speaker', detail });
}

/** Puts a fact right, from the passage where it stands. */
async function settle(
  place: string,
  words: string,
  button: string,
  fields: Readonly<Record<string, string>>,
  as = moderator,
): Promise<SeenMessage> {
  const card = await as.command('review', { place });
  const menu = card.selects.find(({ customId }) => customId.startsWith('v1|do|review.fact'));
  const option = menu?.options.find(({ label }) => label.includes(words));
  const fact = await as.select(card, menu?.customId ?? '', [option?.value ?? '']);
  return as.submit(await as.pressForForm(fact, button), fields);
}

const ask = async (): Promise<string> =>
  readCard(await member.command('quote', { words: 'The ferry is late' }));

describe('a wrong speaker', () => {
  it('that was reported is put right with a passage, on the card that showed it and ever after', async () => {
    const card = await quoteOf('Petrova');
    expect(now(card)).toContain('Ann Petrova (there “she”');
    await report(card, 'It was Lund.');
    await report(await kept.stranger.command('quote', { who: 'Petrova' }), 'No, Lund!').catch(
      () => undefined,
    );
    const shown = await moderator.command('review');
    expect(readCard(shown)).toContain('It was Lund.');
    const fact = await openFact(shown, 'The bridge is safe');
    expect(readCard(fact)).toContain('Said by Ann Petrova: The bridge is safe,');
    const naming = await moderator.pressForForm(fact, 'Name the speaker');
    const nowhere = { name: 'Nobody Here', paragraph: '1', reason: 'x' };
    const refused = await moderator.submit(naming, nowhere);
    expect(readCard(refused)).toContain('“Nobody Here” does not stand in bridge ¶1');
    await moderator.submit(naming, { name: 'Bo Lund', paragraph: '1', reason: 'The video.' });
    await expect.poll(() => now(card), SOON).toContain('said by Bo Lund, not by Ann Petrova');
    expect(now(card)).not.toMatch(/^- Ann Petrova/mu);
    const lund = readCard(await quoteOf('Lund'));
    expect(lund).toMatch(/Bo Lund · corrected by a moderator\n> "The bridge is safe,"/u);
    expect(readCard(await quoteOf('Petrova'))).toContain('The corpus does not say.');
    await expect.poll(lastTold, SOON).toContain('decided on a reading of bridge ¶1: The video.');
  });

  it('outlives an edit of the article around it, and a restart', async () => {
    await kept.folders.write('bridge.md', BRIDGE.replace('on Monday.', 'late on Monday.'));
    await expect
      .poll(async () => readCard(await member.command('source', { ref: 'bridge 1' })), SOON)
      .toContain('late on Monday');
    await kept.restart();
    expect(readCard(await quoteOf('Lund'))).toContain('Bo Lund · corrected by a moderator');
  });

  it('returns to review when its words are gone', async () => {
    await kept.folders.write('bridge.md', BRIDGE.replace('The bridge is safe', 'It holds'));
    await expect
      .poll(async () => readCard(await member.command('source', { ref: 'bridge 1' })), SOON)
      .toContain('It holds');
    const shown = await moderator.command('review');
    expect(readCard(shown)).toContain('The words of this correction are not found in bridge');
    const dropped = await moderator.press(shown, 'Give the correction up');
    expect(readCard(dropped)).not.toContain('1 correction waits');
    await kept.folders.write('bridge.md', BRIDGE);
    await expect
      .poll(async () => readCard(await quoteOf('Petrova')), SOON)
      .toContain('The bridge is safe');
  });

  it('does not come back while it cannot be told which words were meant', async () => {
    await settle('ferry 1', 'The ferry is late', 'Name the speaker', {
      name: 'Gus Vale',
      paragraph: '1',
      reason: 'He said so.',
    });
    const twice = FERRY.replace('Fay Moor met', 'Fay Moor saw').replace(
      'said.\n',
      'said.\n\nIn town Fay Moor met Gus Vale. "The ferry is late," she said on Monday.\n',
    );
    await kept.folders.write('ferry.md', twice.replace('in Bergen on Monday. "', 'there. "'));
    await expect.poll(ask, SOON).not.toContain('Gus Vale · corrected');
    expect(await ask()).not.toMatch(/^- Fay Moor/mu);
    await kept.folders.write('ferry.md', FERRY);
    await expect.poll(ask, SOON).toContain('Gus Vale · corrected');
    const correction = kept.servers.corrections
      .of(kept.guildId)
      .find(({ article }) => article === 'ferry');
    await kept.servers.corrections.change(correction?.id ?? '', () => undefined);
  });

  it('is hidden with one button until the report is decided', async () => {
    const card = await quoteOf('Petrova');
    await report(card, 'Not her.');
    const hidden = await moderator.press(await moderator.command('review'), 'Hide until decided');
    await expect.poll(() => now(card), SOON).not.toMatch(/^- Ann Petrova/mu);
    expect(now(card)).toContain('A moderator has hidden a reading');
    expect(readCard(await quoteOf('Petrova'))).not.toContain('Ann Petrova (there');
    expect(readCard(hidden)).toContain('Not her.');
    expect(readCard(hidden)).toContain('hidden until you decide');
    expect(hidden.buttons.map(({ label }) => label)).not.toContain('Hide until decided');
    const form = await moderator.pressForForm(
      await moderator.command('review'),
      'The card is right',
    );
    await moderator.submit(form, { reason: 'It was her.' });
    expect(readCard(await quoteOf('Petrova'))).toContain('Ann Petrova (there “she”');
  });
});

const attended = async (): Promise<string> =>
  readCard(await member.command('who-attended', { event: 'Oslo' }));

const stance = async (): Promise<string> =>
  readCard(await member.command('stance', { who: 'Egon Falk', on: 'the toll' }));

const reading = async (): Promise<string> => readCard(await quoteOf('Gus Vale'));

describe('what else was read', () => {
  it('an attendee is put right', async () => {
    expect(await attended()).toContain('Cleo Marsh');
    const verdict = { paragraph: '2', reason: 'See ¶2.' };
    const settled = await settle('bridge 2', 'Cleo Marsh', 'Was not there', verdict);
    expect(readCard(settled)).toContain('Your decision is saved.');
    expect(readCard(settled)).toContain('What I read in bridge 2');
    const listed = settled.selects.flatMap(({ options }) => options.map(({ label }) => label));
    expect(listed).toContainEqual(
      expect.stringMatching(/^Corrected; I had read: Was there: Cleo Marsh/u),
    );
    expect(await attended()).toMatch(/not[\s\S]*Cleo Marsh · corrected by a moderator/iu);
  });

  it('but not of a passage that is none', async () => {
    for (const place of ['bogus 3', 'bridge', 'bridge 99'])
      expect(readCard(await moderator.command('review', { place }))).toContain(
        `There is no passage “${place}” here`,
      );
  });

  it('a stance is put right', async () => {
    expect(await stance()).toMatch(/oppos/iu);
    await settle('bridge 3', 'Egon Falk', 'Supports it', { reason: 'He said so.' });
    expect(await stance()).toMatch(/corrected by a moderator/iu);
    expect(await stance()).not.toMatch(/^.*Opposes/mu);
  });
});

describe('colleagues who disagree', () => {
  it('have to say why, and at the second reversal nobody is named until a manager decides', async () => {
    const { sandbox, stranger } = kept;
    const { people } = sandbox.world;
    const colleagues = [people.stranger, people.member].map(({ user }) => user.username);
    for (const colleague of colleagues)
      sandbox.permit('general', colleague, { allow: PermissionFlagsBits.ManageMessages });
    const words = 'The ferry is late';
    const name = 'Name the speaker';
    const gus = { name: 'Gus Vale', paragraph: '1' };
    const fay = { name: 'Fay Moor', paragraph: '1' };
    await settle('ferry 1', words, name, { ...gus, reason: 'one' }, stranger);
    expect(await reading()).toContain('The ferry is late');
    await settle('ferry 1', words, name, { ...fay, reason: 'two' }, member);
    expect(await reading()).toContain('The corpus does not say.');
    await settle('ferry 1', words, name, { ...gus, reason: 'three' }, stranger);
    await expect.poll(lastTold, SOON).toContain('Moderators disagree');
    expect(await reading()).toContain('The corpus does not say.');
    expect(readCard(await quoteOf('Fay Moor'))).toContain('The corpus does not say.');
    const barred = await settle('ferry 1', words, name, { ...fay, reason: 'four' }, member);
    expect(readCard(barred)).toContain('someone who manages the server decides');
    expect(readCard(await moderator.command('review'))).toContain('Moderators disagree about this');
    await settle('ferry 1', words, name, { ...gus, reason: 'I heard it.' });
    expect(await reading()).toContain('The ferry is late');
    for (const colleague of colleagues) sandbox.permit('general', colleague, {});
  });
});

const jansen = async (): Promise<string> => readCard(await quoteOf('Ivo Jansen'));

const pier = async (): Promise<string> =>
  readCard(await member.command('source', { ref: 'pier 1' }));

describe('what a colleague decided', () => {
  it('comes back after it was hidden until a report was decided, and was right', async () => {
    const { sandbox, stranger } = kept;
    const colleague = sandbox.world.people.stranger.user.username;
    sandbox.permit('general', colleague, { allow: PermissionFlagsBits.ManageMessages });
    const ivo = { name: 'Ivo Jansen', paragraph: '1', reason: 'He said it.' };
    await settle('pier 1', 'The pier is shut', 'Name the speaker', ivo, stranger);
    sandbox.permit('general', colleague, {});
    await report(await quoteOf('Ivo Jansen'), 'Not him.');
    await moderator.press(await moderator.command('review'), 'Hide until decided');
    expect(await jansen()).toContain('The corpus does not say.');
    await kept.restart();
    const form = await moderator.pressForForm(
      await moderator.command('review'),
      'The card is right',
    );
    await moderator.submit(form, {});
    expect(await jansen()).toContain('The pier is shut');
    expect(
      kept.servers.corrections.of(kept.guildId).find(({ article }) => article === 'pier'),
    ).toMatchObject({ by: sandbox.world.people.stranger.user.id, reversals: 0 });
  });

  it('is not given up where its words are found again meanwhile', async () => {
    await kept.folders.write('pier.md', PIER.replace('The pier is shut', 'It is closed'));
    await expect.poll(pier, SOON).toContain('It is closed');
    const card = await moderator.command('review');
    await kept.folders.write('pier.md', PIER);
    await expect.poll(pier, SOON).toContain('The pier is shut');
    const late = await moderator.press(card, 'Give the correction up');
    expect(readCard(late)).toContain('This is not read out of the article any more');
    expect(await jansen()).toContain('The pier is shut');
  });
});

async function nameOnQuay(as: Driver): Promise<SeenForm> {
  const card = await as.command('review', { place: 'quay 1' });
  return as.pressForForm(await openFact(card, 'The quay is', as), 'Name the speaker');
}

const FIRST = { paragraph: '1', reason: 'I was there.' };

describe('two who decide at once', () => {
  it('meet each other’s decision, of which there is one', async () => {
    const { sandbox, stranger } = kept;
    const colleague = sandbox.world.people.stranger.user.username;
    sandbox.permit('general', colleague, { allow: PermissionFlagsBits.ManageMessages });
    const forms = [await nameOnQuay(moderator), await nameOnQuay(stranger)] as const;
    await Promise.all([
      moderator.submit(forms[0], { ...FIRST, name: 'Jorun Kolstad' }),
      stranger.submit(forms[1], { ...FIRST, name: 'Kaja Lervik' }),
    ]);
    sandbox.permit('general', colleague, {});
    const corrections = kept.servers.corrections.of(kept.guildId);
    const decided = corrections.filter(({ article }) => article === 'quay');
    expect(decided.map(({ earlier }) => earlier.length)).toEqual([1]);
  });
});

describe('another server', () => {
  it('does not see what this one decided', async () => {
    const base = await kept.corpora.of('999999999999999999');
    expect(base.reading('ferry')?.amended).toBeUndefined();
    expect((await kept.corpora.of(kept.guildId)).reading('ferry')?.amended).toBeDefined();
  });
});
