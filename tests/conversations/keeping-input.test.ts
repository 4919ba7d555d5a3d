import { strToU8, zipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isArticleId } from '../../src/article/article.ts';
import type { Driver } from '../../src/sandbox/driver/driver.ts';
import type { SeenMessage } from '../../src/sandbox/driver/seen.ts';
import { readCard } from './conversation.ts';
import { type KeptConversation, hands, startKept } from './kept.ts';

// What moderators fill in that is not as it should be.

let kept: KeptConversation;
let moderator: Driver;

beforeAll(async () => {
  kept = await startKept();
  ({ moderator } = kept);
});

afterAll(async () => {
  expect(kept.reports).toEqual([]);
  await kept.close();
});

const { add, articles } = hands(() => kept);

const articleNamed = async (id: string) => (await articles()).find((each) => each.id === id);

/** Puts a file on the shelf as it is, as importing it would. */
async function put(id: string, source: string): Promise<void> {
  if (!isArticleId(id)) throw new Error(`${id} is no id`);
  const { revision } = await kept.store.load(kept.guildId);
  await kept.store.append(kept.guildId, revision, '1', [{ kind: 'put', id, source }]);
  await kept.keeping.catchUp(kept.guildId);
}

async function editFirst(id: string, words: string): Promise<SeenMessage> {
  const form = await moderator.commandForForm('corpus edit', { article: id, paragraph: '1' });
  return moderator.submit(form, { place: `${id} 1`, words, reason: 'A test.' });
}

describe('a draft without a title', () => {
  it('does not get one by having its date filled in or its text pasted', async () => {
    const card = await add('"Untitled it is," Jo Berg said in Bergen on Tuesday.');
    const editing = await moderator.pressForForm(card, 'Edit');
    expect(editing.fields.find(({ customId }) => customId === 'title')?.value).toBe('');
    const dated = await moderator.submit(editing, { date: '2025-01-01' });
    expect(readCard(dated)).toContain('It has no title');
    const pasting = await moderator.pressForForm(dated, 'Paste the text');
    const pasted = await moderator.submit(pasting, { text1: '"Pasted it is," Jo Berg said.' });
    expect(readCard(pasted)).toContain('It has no title');
    await moderator.press(pasted, 'Save');
    const saved = (await articles()).find(({ body }) => body.includes('Pasted it is'));
    expect(saved?.title).toBe(saved?.id);
  });
});

describe('an id', () => {
  it('that differs from another in case alone is not given', async () => {
    await put('The-Harbour', '---\ntitle: Harbour\n---\n\nShips came.\n');
    const card = await add('---\ntitle: The harbour\n---\n\n"Ships wait," Jo Berg said.\n');
    expect(readCard(await moderator.press(card, 'Save'))).toContain('Saved.');
    expect((await articleNamed('the-harbour-2'))?.body).toContain('Ships wait');
  });
});

describe('the words of a paragraph', () => {
  it('lose what nobody sees', async () => {
    await put('mill', '---\ntitle: The mill\n---\n\nIt turns.\n\nIt was cold.\n');
    await editFirst('mill', 'It\u0000 sto\u202Eod \u200Bstill.');
    expect((await articleNamed('mill'))?.body).toBe('It stood still.\n\nIt was cold.');
  });

  it('are not taken for fields of the article, and its fields can be filled in then', async () => {
    await put('plain', 'It was plain.\n\nIt was cold.\n');
    await editFirst('plain', '---\ndemo: true\n---');
    const edited = await articleNamed('plain');
    expect([edited?.demo, edited?.paragraphs.length]).toEqual([false, 2]);
    const form = await moderator.commandForForm('corpus edit', { article: 'plain' });
    await moderator.submit(form, { place: 'plain', title: 'Pl\u202Eain' });
    const titled = await articleNamed('plain');
    expect([titled?.title, titled?.body]).toEqual(['Plain', edited?.body]);
  });
});

describe('what was read', () => {
  it('is listed once where an article says it in the same words again and again', async () => {
    const again = 'Bo Lund attended the talks in Oslo on Monday. "It is fine," Bo Lund said. ';
    await put('again', `---\ntitle: Again\n---\n\n${again.repeat(20)}\n`);
    const card = await moderator.command('review', { place: 'again 1' });
    const values = card.selects.flatMap(({ options }) => options.map(({ value }) => value));
    expect(values.length).toBeGreaterThan(1);
    expect(new Set(values).size).toBe(values.length);
  });
});

describe('a zip', () => {
  it('with two files for one id, or one that a namesake has, is taken in but for these', async () => {
    await put('Namesake', 'It was here.\n');
    const files = { 'twice.md': 'One.', 'Twice.md': 'Two.', 'namesake.md': 'Three.', 'z.md': 'Z.' };
    const packed = zipSync(
      Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)])),
    );
    const card = await moderator.command('corpus import', {
      file: { name: 'articles.zip', bytes: packed },
    });
    expect(readCard(card)).toContain('2 new, 0 replaced');
    expect(readCard(card)).toContain('Twice.md: Another file of the zip has the same id.');
    expect(readCard(card)).toContain('namesake.md: There is an article whose id differs');
    expect((await articleNamed('twice'))?.body).toBe('One.');
    expect((await articleNamed('Namesake'))?.body).toBe('It was here.');
  });
});
