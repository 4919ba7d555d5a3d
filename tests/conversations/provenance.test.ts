import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { SeenMessage } from '../../src/sandbox/driver/seen.ts';
import { readCard } from './conversation.ts';
import { type KeptConversation, fileOf, startKept } from './kept.ts';

// What cards say of where members' articles are from, and of what was edited or taken out.

let kept: KeptConversation;

beforeAll(async () => {
  kept = await startKept({
    base: {
      'old.md':
        '---\ntitle: The old bridge\ndate: 2024-01-02\n---\n\n"The bridge is old," Clara Smith said.\n',
    },
  });
});

afterAll(async () => {
  expect(kept.reports).toEqual([]);
  await kept.close();
});

const SOON = { timeout: 5000 };

const DAY = /\d{1,2} \w{3,4} \d{4}/gu;

/** A card with its days left open: `a moderator’s file, DAY`. */
const read = (card: SeenMessage): string => readCard(card).replaceAll(DAY, 'DAY');

const now = (card: SeenMessage): string =>
  read(kept.member.messages().find(({ id }) => id === card.id) ?? card);

const quote = (who: string): Promise<SeenMessage> => kept.member.command('quote', { who });

const source = async (ref: string): Promise<SeenMessage> => kept.member.command('source', { ref });

async function add(id: string, text: string): Promise<void> {
  const card = await kept.moderator.command('corpus add', { file: fileOf(`${id}.md`, text) });
  await kept.moderator.press(card, 'Save');
}

async function edit(article: string, paragraph: string, words: string): Promise<void> {
  const form = await kept.moderator.commandForForm('corpus edit', { article, paragraph });
  await kept.moderator.submit(form, { words, reason: 'a *slip*' });
}

async function remove(article: string, reason: string): Promise<SeenMessage> {
  const form = await kept.moderator.commandForForm('corpus remove', { article });
  return kept.moderator.submit(form, { reason });
}

const bridgeOf = (title: string, first: string, second: string): string =>
  `---\ntitle: ${title}\ndate: 2025-03-04\n---\n\n"It is ${title} that holds," ${first} said.\n\n"It will be paid for," ${second} said.\n`;

describe('an article of a moderator', () => {
  it('is cited as one, and one of the base shelf as before', async () => {
    await add('lock', bridgeOf('Lock', 'Ann Petrova', 'Bo Lund'));
    expect(read(await quote('Ann Petrova'))).toContain(
      '-# [1] Lock · DAY · lock ¶1 · a moderator’s file, DAY',
    );
    expect(read(await quote('Clara Smith'))).toMatch(/^-# \[1\] The old bridge · DAY · old ¶1$/mu);
  });

  it('is told all about by /source', async () => {
    const card = read(await source('lock 1'));
    expect(card).toContain('Where this article is from:');
    expect(card).toContain(`- a file that a moderator gave on DAY`);
    expect(read(await source('old 1'))).not.toContain('is from:');
  });
});

describe('a paragraph that a moderator edited', () => {
  it('is never cited without saying so, and cards that cite it are put right', async () => {
    await add('canal', bridgeOf('Canal', 'Carl Berg', 'Dora Holm'));
    const [edited, other] = [await quote('Carl Berg'), await quote('Dora Holm')];
    expect(now(edited)).not.toContain('edited');
    await edit('canal', '1', '"It is Canal that fails," Carl Berg said.');
    await expect
      .poll(() => now(edited), SOON)
      .toContain(
        'canal ¶1 · a moderator’s file, DAY · this paragraph was edited by a moderator, DAY',
      );
    expect(now(edited)).toContain('was changed or removed');
    expect(now(edited)).toContain('Canal that fails');
    await expect
      .poll(() => now(other), SOON)
      .toMatch(/canal ¶2 · a moderator’s file, DAY · edited elsewhere, DAY$/mu);
  });

  it('is marked by /source, which says by whom, when and why', async () => {
    const card = read(await source('canal 1'));
    expect(card).toContain('¶1 · asked for · edited here');
    expect(card).toMatch(/^¶2$/mu);
    expect(card).toContain(`- edited by a moderator on DAY (¶1): a *slip*`);
    expect(read(await source('canal 2'))).toContain('¶1 · edited here');
    const { body } = kept.sandbox.requests.findLast(({ path }) => path.endsWith('/callback')) ?? {};
    expect(JSON.stringify(body)).toContain('"allowed_mentions":{"parse":[]}');
  });
});

describe('an article that was taken out', () => {
  it('is named on the cards that cited it, with the reason, until it is put back', async () => {
    await add('weir', bridgeOf('Weir', 'Eva Falk', 'Finn Moe'));
    const card = await quote('Eva Falk');
    const done = await remove('weir', 'it was *retracted*');
    const note = `Corrected DAY: weir, which this card cited, was taken out: it was *retracted*`;
    await expect.poll(() => now(card), SOON).toContain(note);
    expect(now(card)).not.toContain('was changed or removed');
    expect(now(card)).not.toContain('that holds');
    // A later look leaves it as it is.
    await add('pier', bridgeOf('Pier', 'Gro Vik', 'Hans Dahl'));
    await quote('Gro Vik');
    expect(now(card)).toContain(note);
    const form = await kept.moderator.pressForForm(done, 'Undo');
    await kept.moderator.submit(form, { reason: 'it was not' });
    await expect.poll(() => now(card), SOON).toContain('"It is Weir that holds," Eva Falk said.');
    expect(now(card)).not.toContain('taken out');
  });

  it('is told of by whoever asks for it, without who did it', async () => {
    await add('dam', bridgeOf('Dam', 'Ida Krog', 'Jon Lie'));
    const shown = await source('dam 2');
    await remove('dam', 'it was *retracted*');
    const told = `### dam was taken out on DAY: it was *retracted*`;
    const asked = await source('dam 2');
    expect(asked.isEphemeral).toBe(true);
    expect(read(asked)).toContain(told);
    expect(read(asked)).not.toContain('<@');
    const within = await kept.member.command('quote', { who: 'Ida Krog', article: 'dam' });
    expect(read(within)).toContain(told);
    await expect.poll(() => now(shown), SOON).toContain(told);
    expect(read(await source('no-such-dam 2'))).not.toContain('taken out');
  });
});
