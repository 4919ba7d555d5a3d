import { afterAll, beforeAll, describe, expect, it, test } from 'vitest';
import type { SeenMessage } from '../../src/sandbox/driver/seen.ts';
import type { Corpus } from '../../src/search/corpus.ts';
import { type Conversation, corpusOf, readCard, startConversation } from './conversation.ts';

// What a member does with a card: turns its pages, chooses what was meant, asks what cannot be asked.

const SUBJECTS = ['lock', 'sluice', 'quay', 'towpath', 'ferry', 'lighthouse', 'dredger', 'pier'];

/** An article in which one woman speaks of so many things, each with a number of its own. */
const speech = (from: number, count: number): string =>
  Array.from({ length: count }, (_, at) => {
    const subject = SUBJECTS[at % SUBJECTS.length] ?? '';
    return `"Every ${subject} of section ${from + at} will be rebuilt before the winter," Ann Petrova said.`;
  }).join('\n\n');

let corpus: Corpus;
let conversation: Conversation;

beforeAll(async () => {
  corpus = await corpusOf({
    'harbour-1': `Ann Petrova, the harbour master, spoke on Monday.\n\n${speech(100, 40)}\n`,
    'harbour-2': `Ann Petrova, the harbour master, spoke on Tuesday.\n\n${speech(200, 40)}\n`,
    mayor:
      'Clara Smith, the mayor of Delft, opened a bridge. "The bridge is safe," Clara Smith said.\n',
    rower: 'Brian Smith, a rower, was there. "The bridge is too low," Brian Smith said.\n',
  });
  conversation = await startConversation(() => corpus);
});

afterAll(async () => {
  expect(conversation.reports).toEqual([]);
  await conversation.close();
});

/** The sections of the harbour that a page speaks of, in order. */
const sectionsOf = (card: SeenMessage): readonly string[] =>
  [...readCard(card).matchAll(/^> .*section (\d+)/gmu)].map(([, number = '']) => number);

const placeOf = (card: SeenMessage): string =>
  /^-# (Page \d+ of \d+)$/mu.exec(card.text)?.[1] ?? '';

/** The card's pages from first to last, by pressing Next. */
async function turnPages(first: SeenMessage): Promise<readonly SeenMessage[]> {
  const pages = [first];
  let card = first;
  while (card.buttons.some(({ label, isDisabled }) => label === 'Next ›' && !isDisabled)) {
    card = await conversation.member.press(card, 'Next ›');
    pages.push(card);
  }
  return pages;
}

describe('an answer longer than a card', () => {
  it('has pages that show each quotation once', async () => {
    const pages = await turnPages(await conversation.member.command('quote', { who: 'Petrova' }));
    const count = pages.length;
    expect(count).toBeGreaterThan(2);
    expect(pages.map(placeOf)).toEqual(pages.map((_, at) => `Page ${at + 1} of ${count}`));
    const sections = pages.flatMap(sectionsOf);
    expect(sections).toHaveLength(80);
    expect(new Set(sections).size).toBe(80);
  });

  it('turns back to the very same pages', async () => {
    const pages = await turnPages(await conversation.member.command('quote', { who: 'Petrova' }));
    for (const [at, page] of pages.slice(1).toReversed().entries()) {
      const before = await conversation.member.press(page, '‹ Back');
      expect(before.text).toBe(pages[pages.length - 2 - at]?.text);
    }
  });

  it('turns its pages after the bot was started again', async () => {
    const { member, restart } = conversation;
    const first = await member.command('quote', { who: 'Petrova' });
    const second = await member.press(first, 'Next ›');
    await restart();
    const third = await member.press(second, 'Next ›');
    expect([third.id, placeOf(third)]).toEqual([first.id, expect.stringMatching(/^Page 3 of/u)]);
    await restart();
    expect((await member.press(third, '‹ Back')).text).toBe(second.text);
  });

  it('stays as it is when somebody else presses, who gets a page of their own', async () => {
    const { member, stranger } = conversation;
    const first = await member.command('quote', { who: 'Petrova' });
    const copy = await stranger.press(first, 'Next ›');
    expect([placeOf(copy), copy.isEphemeral]).toEqual([expect.stringMatching(/^Page 2 of/u), true]);
    const shown = member.messages().find(({ id }) => id === first.id);
    expect(shown?.text).toBe(first.text);
    expect(member.messages().some(({ id }) => id === copy.id)).toBe(false);
  });
});

describe('two people of one surname', () => {
  test.each([
    ['Clara Smith', '> "The bridge is safe," Clara Smith said.', 'mayor'],
    ['Brian Smith', '> "The bridge is too low," Brian Smith said.', 'rower'],
  ])('are told apart by a button: %s', async (name, said, article) => {
    const which = await conversation.member.command('quote', { who: 'Smith' });
    expect(which.isEphemeral).toBe(true);
    expect(readCard(which)).toContain('### Which do you mean?');
    expect(which.buttons).toHaveLength(2);
    const button = which.buttons.find(({ label }) => label.includes(name));
    const card = await conversation.member.press(which, button?.label ?? '');
    expect(readCard(card)).toContain(`\`/quote who: ${name}\``);
    expect(readCard(card)).toContain(said);
    expect(readCard(card)).toContain(` · ${article} ¶1`);
    expect(card.isEphemeral).toBe(false);
  });

  it('are told apart by what the articles call them, too', async () => {
    const which = await conversation.member.command('quote', { who: 'Smith' });
    expect(readCard(which)).toMatch(/`\/quote who: Clara Smith` Clara Smith · .*mayor/u);
    expect(which.buttons.map(({ label }) => label)).toContainEqual(
      expect.stringMatching(/^\d · Clara Smith · .*mayor/u),
    );
  });

  it('still are after the bot was started again', async () => {
    const which = await conversation.member.command('quote', { who: 'Smith' });
    await conversation.restart();
    const card = await conversation.member.press(which, which.buttons[0]?.label ?? '');
    expect(readCard(card)).toContain('### Quoted in the articles:');
  });
});

const STRANGE: readonly (readonly [string, string])[] = [
  ['an emoji', '\u{1f600}'],
  ['marks that turn the line around', '\u202eRubio\u2066'],
  ['a ping', '@everyone <@1> <@&2>'],
  ['backticks', '``` `Rubio` ```'],
  ['lines', 'Rubio\nsaid\r\nso'],
  ['Markdown', '# **Rubio** [x](https://evil.example) ||s||'],
  ['a backslash at the end', 'Rubio\\'],
  ['quotation marks', '"Rubio" “said”'],
  ['another question', 'Rubio words: peace'],
  ['half a character', '\ud83d'],
  ['300 characters', 'x'.repeat(300)],
  ['300 spaces and a letter', `${' '.repeat(299)}x`],
  ['only a point', '.'],
  ['a pattern', '(.*)+$ \\p{L}'],
];

/** What Discord would obey. */
const LIVE = /(?<!\\)(?:@everyone|@here|<[@#]|\]\(|\|\||https?:)|\p{Bidi_Control}/u;

const PLAIN_ANSWER =
  /^### (?:The corpus does not say\.|Not in the corpus: no article quotes words like these\.|There is nobody to look for in this\.|There is nothing to look for in this\.|There is no article “.*” here\. Leave the option out)/u;

describe('a member who types strange things is told plainly that there is nothing', () => {
  test.each(
    STRANGE.flatMap(([what, value]) =>
      [
        ['who-attended', 'event'],
        ['quote', 'who'],
        ['quote', 'about'],
        ['quote', 'words'],
        ['quote', 'article'],
        ['who-is', 'who'],
        ['stance', 'who'],
        ['stance', 'on'],
        ['ask', 'question'],
      ].map(([command = '', option = '']) => ({ what, command, option, value })),
    ),
  )('$what, /$command $option', async ({ command, option, value }) => {
    const card = await conversation.member.command(command, { [option]: value });
    const [question = '', ...rest] = card.text.split('\n');
    expect(question).toMatch(/^`[^`]+`$/u);
    expect(rest.join('\n')).toMatch(PLAIN_ANSWER);
    expect(rest.join('\n')).not.toMatch(LIVE);
    expect(card.isEphemeral).toBe(true);
  });

  test.each([
    [{ who: 'Petrova', article: 'nowhere' }, 'There is no article “nowhere” here.'],
    [{ who: 'Petrova', article: '../harbour-1' }, 'There is no article “../harbour-1” here.'],
    [{ who: 'Rubio', about: 'bridges' }, 'The corpus does not say.'],
  ])('/quote %j', async (options, expected) => {
    const card = await conversation.member.command('quote', options);
    expect(readCard(card)).toContain(`### ${expected}`);
    expect(card.isEphemeral).toBe(true);
  });
});

describe('Discord does not let a member send', () => {
  test.each([
    ['2,000 characters', 'x'.repeat(2000), 'characters long'],
    ['nothing', '', 'a text that is not empty'],
  ])('%s', async (_what, who, expected) => {
    await expect(conversation.member.command('quote', { who })).rejects.toThrow(expected);
  });
});
