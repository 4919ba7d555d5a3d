import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Driver } from '../../src/sandbox/driver/driver.ts';
import type { SeenMessage } from '../../src/sandbox/driver/seen.ts';
import { readCard } from './conversation.ts';
import { type KeptConversation, fileOf, startKept } from './kept.ts';

// What moderators do with the articles, from inside Discord.

const OLD = `---
title: The old bridge
date: 2024-01-02
---

"The bridge is old," Clara Smith said.
`;

const LOCK = `---
title: The lock
date: 2025-03-04
publisher: The Daily
url: https://example.org/lock
---

"The lock is safe," Ann Petrova, the harbour master, said on Tuesday.

The council met in Oslo. "It will be paid for," Bo Lund said.
`;

const SOON = { timeout: 5000 };

let kept: KeptConversation;
let moderator: Driver;
let member: Driver;

beforeAll(async () => {
  kept = await startKept({ base: { 'old.md': OLD } });
  ({ moderator, member } = kept);
});

afterAll(async () => {
  expect(kept.reports).toEqual([]);
  await kept.close();
});

const quoteOf = async (who: string): Promise<string> =>
  readCard(await member.command('quote', { who }));

const lastTold = (): string => {
  const [last] = kept.told().slice(-1);
  return last === undefined ? '' : readCard(last);
};

const labels = (card: SeenMessage): readonly string[] => card.buttons.map(({ label }) => label);

const idsOf = async (shelf: string): Promise<readonly string[]> =>
  (await kept.store.load(shelf)).articles.map(({ id }) => id);

const add = (name: string, text: string, type?: string): Promise<SeenMessage> =>
  moderator.command('corpus add', { file: fileOf(name, text, type) });

/** Adds an article and saves it; gives its id. */
async function save(title: string, text: string): Promise<string> {
  const source = `---\ntitle: ${title}\ndate: 2025-03-05\n---\n\n${text}\n`;
  await moderator.press(await add('x.md', source), 'Save');
  const [id] = (await kept.store.load(kept.guildId)).articles
    .filter((article) => article.title === title)
    .map((article) => article.id);
  if (id === undefined) throw new Error(`${title} was not saved`);
  return id;
}

describe('a moderator adds an article', () => {
  it('by file: sees what was understood, saves it, and is answered from it at once', async () => {
    const card = await add('lock.md', LOCK);
    expect(card.isEphemeral).toBe(true);
    const text = readCard(card);
    for (const line of [
      'Nothing is saved yet.',
      '- Title: The lock',
      '- Date: 4 Mar 2025',
      '- Publisher: The Daily',
      '- It begins: “"The lock is safe," Ann Petrova, the harbour master, said on Tuesday.…”',
      '- It ends: “…The council met in Oslo. "It will be paid for," Bo Lund said.”',
      '- 2 people named: Ann Petrova, Bo Lund',
      '- 2 quotations, 2 with a speaker',
      '- 1 gathering: The council met in Oslo',
    ])
      expect(text).toContain(line);
    expect(labels(card)).toEqual(['Save', 'Edit', 'Paste the text', 'Cancel']);
    expect(await quoteOf('Petrova')).not.toContain('The lock is safe');
    const saved = await moderator.press(card, 'Save');
    expect(readCard(saved)).toContain('Saved. I answer from it now.');
    expect(await quoteOf('Petrova')).toContain('The lock is safe');
    await expect.poll(lastTold, SOON).toContain('saved “The lock” (the-lock)');
    expect(await idsOf(kept.guildId)).toContain('the-lock');
    expect(await idsOf('base')).toEqual(['old']);
  });

  it('once, however often Save is pressed', async () => {
    const card = await add('once.md', '"Once is enough," Quinn Vale said on Tuesday in Bergen.');
    const presses = await Promise.all([1, 2, 3].map(() => moderator.press(card, 'Save')));
    const saved = presses.filter((each) => readCard(each).includes('Saved.'));
    const late = presses.filter((each) => readCard(each).includes('This draft is gone'));
    expect([saved.length, late.length]).toEqual([1, 2]);
    const { articles } = await kept.store.load(kept.guildId);
    expect(articles.filter(({ body }) => body.includes('Once is enough'))).toHaveLength(1);
  });

  it('is warned of one that is here already, and may make it a newer version', async () => {
    const card = await add('again.md', LOCK.replace('is safe', 'is quite safe'));
    expect(readCard(card)).toContain('There is an article with this link already: “The lock”');
    expect(labels(card)).toContain('Save as another article');
    const revision = await moderator.press(card, 'Make it a newer version');
    expect(readCard(revision)).toContain('A newer version of the-lock');
    await moderator.press(revision, 'Save');
    expect(await quoteOf('Petrova')).toContain('is quite safe');
    expect(await quoteOf('Petrova')).not.toContain('"The lock is safe,"');
  });

  it('edits its fields first; what is no date is refused, and nothing is lost', async () => {
    const card = await add('fields.md', 'The ferry left Bergen. "We sailed," Dora Vik said.');
    expect(readCard(card)).toContain('It has no date');
    const form = await moderator.pressForForm(card, 'Edit');
    const refused = await moderator.submit(form, { title: 'The ferry', date: 'last week' });
    expect(readCard(refused)).toContain('“last week” is not a date');
    const changed = await moderator.submit(form, { title: 'The *ferry*', date: '9 January 2025' });
    expect(readCard(changed)).toContain('- Date: 9 Jan 2025');
    expect(changed.text).toContain(String.raw`The \*ferry\*`);
    await moderator.press(changed, 'Save');
    expect(await quoteOf('Dora Vik')).toContain('We sailed');
  });

  it('by pasting more than one field holds, which reads as one text', async () => {
    const sentence = 'The council of the town met again on the matter of the bridge. ';
    const long = sentence.repeat(100);
    const form = await moderator.commandForForm('corpus paste');
    const card = await moderator.submit(form, {
      text1: long.slice(0, 4000),
      text2: long.slice(4000),
      text3: '"It is settled," Egon Falk said.',
      title: 'The long one',
      date: '2025-02-03',
    });
    expect(readCard(card)).toContain('Title: The long one');
    await moderator.press(card, 'Save');
    const { articles } = await kept.store.load(kept.guildId);
    const article = articles.find(({ title }) => title === 'The long one');
    expect(article?.body).toContain(long.trim());
    expect(await quoteOf('Egon Falk')).toContain('It is settled');
  });

  it('several at once, one of which cannot be read', async () => {
    const card = await moderator.command('corpus add', {
      file: fileOf('a.md', LOCK.replaceAll('lock', 'gate').replace('Petrova', 'Gale')),
      file2: { name: 'b.md', bytes: Buffer.from('%PDF-1.7 binary\0\0') },
    });
    expect(readCard(card)).toContain('1 draft');
    expect(readCard(card)).toMatch(/b\.md: This looks like .*PDF/u);
    await moderator.press(card, 'Save all');
    expect(await quoteOf('Gale')).toContain('The gate is safe');
  });

  it('by message: its words, from a phone', async () => {
    const words = `Mayor opens the park\n\n"The park is open," Hana Roth said. ${'It was a long day for the town. '.repeat(8)}`;
    const said = await member.say(words);
    const card = await moderator.messageCommand(said, 'Add to corpus');
    expect(readCard(card)).toContain('Title: Mayor opens the park');
    await moderator.press(card, 'Save');
    expect(await quoteOf('Hana Roth')).toContain('The park is open');
    const talk = await moderator.messageCommand(await member.say('see you'), 'Add to corpus');
    expect(readCard(talk)).toContain('neither a link, nor a file, nor enough words');
  });

  it('a link to a private address is refused', async () => {
    const card = await moderator.command('corpus add', { link: 'ftp://example.org/x' });
    expect(readCard(card)).toContain('Only links that begin with http');
  });

  it('and may think better of it', async () => {
    const card = await add('no.md', '"Never mind," Ilse Brandt said to nobody at all.');
    const cancelled = await moderator.press(card, 'Cancel');
    expect(readCard(cancelled)).toContain('Nothing was saved');
    expect(await quoteOf('Ilse Brandt')).not.toContain('Never mind');
  });
});

describe('a member', () => {
  it('suggests an article, three a day, and cannot save', async () => {
    const names = ['Jon Aas', 'Kari Aas', 'Liv Aas', 'Mona Aas'];
    for (const [at, name] of names.entries()) {
      const file = fileOf('s.md', `"Suggested ${at}," ${name} said on Tuesday in Bergen.`);
      const card = await member.command('suggest', { file });
      expect(labels(card)).toEqual(['Suggest it', 'Edit', 'Paste the text', 'Cancel']);
      const done = await member.press(card, 'Suggest it');
      expect(readCard(done)).toContain(at < 3 ? 'Thank you' : 'three articles today');
    }
    expect(await quoteOf('Jon Aas')).not.toContain('Suggested');
    const shown = await moderator.command('review');
    expect(readCard(shown)).toContain('3 suggestions wait');
    await moderator.press(shown, 'Save');
    expect(await quoteOf('Jon Aas')).toContain('Suggested 0');
  });

  it('may paste what to suggest', async () => {
    const form = await kept.stranger.commandForForm('suggest');
    const card = await kept.stranger.submit(form, {
      text1: '"Pasted," Vera Holt said on Tuesday in the town of Bergen.',
    });
    expect(labels(card)).toContain('Suggest it');
    expect(readCard(await kept.stranger.press(card, 'Suggest it'))).toContain('Thank you');
  });

  it('is not offered what moderators do, nor gets through with a forged button', async () => {
    expect(member.commands().map(({ name }) => name)).not.toContain('corpus');
    const card = await member.command('suggest', {
      file: fileOf('s.md', '"Forged," Nils Berg said on Tuesday in the town of Bergen.'),
    });
    const draft = kept.keeping.servers.drafts
      .of(kept.guildId)
      .find(({ source }) => source.includes('Forged'));
    const forged = await member.press(card, `v1|do|draft.save|${draft?.id ?? ''}`).catch(String);
    expect(typeof forged === 'string' ? forged : readCard(forged)).toMatch(/no |nothing/iu);
    expect(await quoteOf('Nils Berg')).not.toContain('Forged');
  });
});

describe('a saved article', () => {
  it('is edited by paragraph, says so, and keeps its history', async () => {
    const id = await save('The mill', '"The mill turns," Olga Lind said.\n\nIt was cold.');
    const form = await moderator.commandForForm('corpus edit', { article: id, paragraph: '1' });
    const done = await moderator.submit(form, {
      place: `${id} 1`,
      words: '"The mill stands," Olga Lind said.',
      reason: 'A slip of mine.',
    });
    expect(readCard(done)).toContain(`Changed: ${id} 1`);
    expect(await quoteOf('Olga Lind')).toContain('The mill stands');
    await expect.poll(lastTold, SOON).toContain('edited the-mill: A slip of mine.');
    const history = await moderator.command('corpus history', { article: id });
    expect(readCard(history)).toMatch(/edited: A slip of mine\.[\s\S]*saved/u);
    const [menu] = history.selects;
    const [newest, oldest] = menu?.options ?? [];
    const change = await moderator.select(history, menu?.customId ?? '', [newest?.value ?? '']);
    expect(readCard(change)).toMatch(
      /Before:\s+> "The mill turns,"[\s\S]*After:\s+> "The mill st/u,
    );
    const again = await moderator.press(change, 'All versions');
    expect(readCard(again)).toContain(`Versions of ${id}`);
    const first = await moderator.select(again, menu?.customId ?? '', [oldest?.value ?? '']);
    const restoring = await moderator.pressForForm(first, 'Put this version back');
    await moderator.submit(restoring, { reason: 'It did turn.' });
    expect(await quoteOf('Olga Lind')).toContain('The mill turns');
  });

  it('that somebody else changed meanwhile is not written over', async () => {
    const id = await save('The well', '"The well is dry," Per Dahl said.');
    const form = await moderator.commandForForm('corpus edit', { article: id, paragraph: '1' });
    const other = await moderator.commandForForm('corpus edit', { article: id, paragraph: '1' });
    await moderator.submit(other, {
      place: `${id} 1`,
      words: '"It is wet," Per Dahl said.',
      reason: 'x',
    });
    const late = await moderator.submit(form, { place: `${id} 1`, words: 'Mine.', reason: 'y' });
    expect(readCard(late)).toContain('Somebody has changed “the-well” meanwhile');
    expect(await quoteOf('Per Dahl')).toContain('It is wet');
  });

  it('is replaced by a file, with its title and date as they are in it', async () => {
    const id = await save('The mast', '"It fell," Rut Holm said.');
    const card = await moderator.command('corpus edit', {
      article: id,
      file: fileOf('mast.md', '---\ntitle: The mast\n---\n\n"It stood," Rut Holm said.\n'),
    });
    expect(readCard(card)).toContain('A newer version of the-mast');
    await moderator.press(card, 'Save');
    expect(await quoteOf('Rut Holm')).toContain('It stood');
  });

  it('is taken out with a reason, and the change taken back', async () => {
    const id = await save('The hoax', '"It is true," Siv Moe said.');
    const form = await moderator.commandForForm('corpus remove', { article: id });
    const done = await moderator.submit(form, { place: id, reason: 'It was a hoax.' });
    expect(readCard(done)).toContain('Taken out: the-hoax');
    expect(await quoteOf('Siv Moe')).not.toContain('It is true');
    await expect.poll(lastTold, SOON).toContain('took the-hoax out: It was a hoax.');
    const undoing = await moderator.pressForForm(done, 'Undo');
    const undone = await moderator.submit(undoing, { reason: 'It was not.' });
    expect(readCard(undone)).toContain('Taken back: the-hoax.');
    expect(await quoteOf('Siv Moe')).toContain('It is true');
    const list = await moderator.command('corpus undo');
    expect(readCard(list)).toMatch(
      /the-hoax: It was not\.[\s\S]*removed the-hoax: It was a hoax\./u,
    );
  });

  it('of the shelf that all servers share cannot be changed from a server', async () => {
    const refused = await moderator.command('corpus edit', { article: 'old', paragraph: '1' });
    expect(readCard(refused)).toContain('the shelf that all servers share');
    const file = join(kept.folders.corpusDir, 'old.md');
    expect(await readFile(file, 'utf8')).toBe(OLD);
  });

  it('is not changed by somebody who was demoted while the form was open', async () => {
    const id = await save('The tower', '"It leans," Tor Eide said.');
    const form = await moderator.commandForForm('corpus remove', { article: id });
    kept.sandbox.setRoles('moderator', []);
    const refused = await moderator.submit(form, { place: id, reason: 'x' });
    expect(readCard(refused)).toContain('nothing was changed');
    kept.sandbox.setRoles('moderator', ['Moderators']);
    expect(await quoteOf('Tor Eide')).toContain('It leans');
  });

  it('outlives a restart, with the drafts', async () => {
    const card = await add('later.md', '"Later," Ulf Sand said on Tuesday in the town.');
    await kept.restart();
    const found = moderator.messages().find(({ id }) => id === card.id) ?? card;
    await moderator.press(found, 'Save');
    expect(await quoteOf('Ulf Sand')).toContain('Later');
  });
});
