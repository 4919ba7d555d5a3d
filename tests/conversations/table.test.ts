import { afterAll, beforeAll, describe, expect, it, test } from 'vitest';
import type { SeenMessage } from '../../src/sandbox/driver/seen.ts';
import {
  type Conversation,
  linesUnder,
  openDemonstration,
  readCard,
  sourcesOf,
  startConversation,
} from './conversation.ts';

// What a newcomer asks of the articles that come with the bot, and what must come back.

let conversation: Conversation;

beforeAll(async () => {
  const corpus = await openDemonstration();
  conversation = await startConversation(() => corpus);
});

afterAll(() => conversation.close());

const ask = (command: string, options: Record<string, string>): Promise<SeenMessage> =>
  conversation.member.command(command, options);

/** What stands above the sources. */
const answerOf = (card: SeenMessage): string => readCard(card).split('\n-# [1] ')[0] ?? '';

describe('/who-attended event: Riyadh talks', () => {
  let card: SeenMessage;

  beforeAll(async () => {
    card = await ask('who-attended', { event: 'Riyadh talks' });
  });

  test.each([
    [
      'On the US side:',
      [
        'Marco Rubio, Secretary of State',
        'Mike Waltz, National Security Advisor',
        "Steve Witkoff, Donald Trump's special envoy for the Middle East",
      ],
    ],
    [
      'On the Russian side:',
      [
        'Sergei Lavrov, Foreign Minister',
        "Yuri Ushakov, Putin's advisor",
        'Kiril Dmitriev, director of the Russian sovereign fund',
      ],
    ],
  ])('lists %s each with the role stated, and cites where', (side, expected) => {
    const lines = linesUnder(side, card);
    expect(lines.map((line) => line.replace(/ \[.*$/u, ''))).toEqual(expected);
    for (const line of lines)
      expect(sourcesOf(line, card)).toEqual([expect.stringMatching(/ · riyadh-talks ¶2$/u)]);
  });

  it('then lists who was not at the table, and cites where', () => {
    const absent = linesUnder('Not at the table:', card);
    expect(absent).toContainEqual(expect.stringMatching(/^Kyiv\b/u));
    expect(absent).toContainEqual(expect.stringMatching(/^Brussels\b/u));
    for (const line of absent) expect(sourcesOf(line, card)).not.toEqual([]);
    const lines = readCard(card).split('\n');
    expect(lines.indexOf('Not at the table:')).toBeGreaterThan(
      lines.indexOf('On the Russian side:'),
    );
  });

  test.each(['Macron', 'Leyen', 'Kellogg', 'Peskov', 'Zelenski', 'Hegseth', 'Bruce'])(
    'does not list %s, who only commented',
    (name) => expect(answerOf(card)).not.toContain(name),
  );

  it('cites where it says where and when', () => {
    const [setting = ''] = readCard(card).match(/^- Where: .*$/mu) ?? [];
    expect(setting).toContain('Where: Riyadh. When: Tuesday (18 Feb 2025).');
    expect(sourcesOf(setting, card)).not.toEqual([]);
  });

  it('quotes the sentences that say so, for all to see', () => {
    expect(readCard(card)).toContain(
      '> The Russian delegation consisted of Foreign Minister Sergei Lavrov, ',
    );
    expect(card.isEphemeral).toBe(false);
  });
});

interface Row {
  readonly command: string;
  readonly options: Record<string, string>;
  /** What the card says, each in its order, sources included. */
  readonly says: readonly (string | RegExp)[];
  readonly doesNotSay?: readonly (string | RegExp)[];
}

const WITHOUT_US =
  '> Zelenski said, "We cannot recognize anything or any agreement about us without us." [1]';

const rows: readonly Row[] = [
  ...['Zelenskyy', 'Zelensky', 'Zelenski', 'zelenskiy'].map((who): Row => ({
    command: 'quote',
    options: { who },
    says: [/^- Volodymyr Zelenski, Ukrainian President/mu, WITHOUT_US, ' · kyiv-answer ¶1'],
  })),
  {
    command: 'quote',
    options: { who: 'Rubio', about: 'the talks' },
    says: [
      /^- Marco Rubio, US Secretary of State/mu,
      '> Rubio said, "The talks have concluded. It went well. We had a very serious conversation about all the issues we wanted to address." [1]',
      ' · riyadh-outcome ¶1',
    ],
  },
  {
    command: 'quote',
    options: { words: 'no agreement about us without us' },
    says: [
      '### Said otherwise by Volodymyr Zelenski; what differs is marked:',
      /^- Volodymyr Zelenski, Ukrainian President/mu,
      WITHOUT_US,
      ' · kyiv-answer ¶1',
    ],
  },
  {
    command: 'stance',
    options: { who: 'Russia', on: 'Ukraine joining NATO' },
    says: [
      '### Russia on Ukraine joining NATO: opposes',
      /^- Dmitry Peskov, on behalf of (?:the )?Kremlin — against:/mu,
      '> He added that Russia stands firmly against Ukraine joining military alliances such as NATO. [1]',
      ' · nato-and-eu ¶2',
    ],
  },
  {
    command: 'stance',
    options: { who: 'Russia', on: 'Ukraine joining the EU' },
    says: [
      '### Russia on Ukraine joining the EU: ',
      /^- Dmitry Peskov, on behalf of (?:the )?Kremlin — neither simply for nor against/mu,
      '> Peskov said that Russia does not oppose EU membership for Ukraine. [1]',
      ' · nato-and-eu ¶2',
    ],
    doesNotSay: [/^### .*: (?:opposes|supports)/mu],
  },
  {
    command: 'stance',
    options: { who: 'Hegseth', on: 'NATO membership for Kyiv' },
    says: [
      '### Hegseth on NATO membership for Kyiv: opposes',
      /^- Pete Hegseth/mu,
      '> Hegseth repeated that NATO membership for Kyiv remains unrealistic. [1]',
      ' · nato-and-eu ¶3',
    ],
  },
  {
    command: 'ask',
    options: { question: 'when might Trump and Putin meet?' },
    says: [
      'Ushakov warned that more groundwork is needed before Trump and Putin can meet.',
      /-# \[1\] .* · what-comes-next ¶/u,
    ],
  },
  {
    command: 'ask',
    options: { question: 'When were the Riyadh talks held?' },
    says: ['- In short: on Tuesday (18 Feb 2025) [1]', ' · riyadh-talks ¶1'],
  },
  {
    command: 'timeline',
    options: { about: 'Riyadh talks' },
    says: [
      '### In order of time, on Riyadh talks:',
      '- Feb 2022',
      '> These were their first talks since February 2022, when Russia began its invasion of Ukraine.',
      '- 18 Feb 2025 (there “Tuesday”)',
      '> The United States and Russia held talks in Riyadh, Saudi Arabia, on Tuesday.',
      '- 18 Feb 2025 (when it was reported)',
      ' · riyadh-talks ¶1',
    ],
  },
];

const SCOPE = 'Nothing in 7 articles of 18 Feb 2025 answers; that does not mean it was not said.';

const LEFT_OPEN = 'Nothing in 7 articles of 18 Feb 2025 answers; articles that are not here may.';

const unanswered: readonly Row[] = [
  {
    command: 'stance',
    options: { who: 'Macron', on: 'pineapple pizza' },
    says: ['### The corpus does not say.', SCOPE],
    doesNotSay: ['supports', 'opposes'],
  },
  {
    command: 'who-attended',
    options: { event: 'Yalta' },
    says: [
      '### The corpus does not say.',
      'Nearest in the corpus, and not an answer:',
      '> The United States and Russia held talks in Riyadh, Saudi Arabia, on Tuesday. [1]',
      ' · riyadh-talks ¶1',
      SCOPE,
    ],
    doesNotSay: [/^- /mu],
  },
  {
    command: 'timeline',
    options: { about: 'NATO', until: '2020' },
    says: ['### The corpus does not say.', 'Nearest in the corpus, and not an answer:', LEFT_OPEN],
    doesNotSay: [/^- /mu],
  },
];

const titled = (table: readonly Row[]) =>
  table.map((row) => {
    const options = Object.entries(row.options).map(([name, value]) => ` ${name}: ${value}`);
    return { title: `/${row.command}${options.join('')}`, ...row };
  });

/** Where the pieces stand, each after the one before; -1 for those that do not. */
function placesOf(says: Row['says'], text: string): readonly number[] {
  let from = 0;
  return says.map((piece) => {
    const place =
      typeof piece === 'string' ? text.indexOf(piece, from) : text.slice(from).search(piece);
    if (place === -1) return -1;
    from = typeof piece === 'string' ? place : from + place;
    return from;
  });
}

async function expectSaid({ command, options, says, doesNotSay = [] }: Row): Promise<SeenMessage> {
  const card = await ask(command, options);
  const text = readCard(card);
  const places = placesOf(says, text);
  const missing = says.filter((_piece, at) => places[at] === -1);
  expect(missing, text).toEqual([]);
  for (const words of doesNotSay) expect(text).not.toMatch(words);
  return card;
}

describe('the corpus answers, for all to see,', () => {
  test.each(titled(rows))('$title', async (row) => {
    expect((await expectSaid(row)).isEphemeral).toBe(false);
  });
});

describe('the corpus does not say, which the asker alone is told,', () => {
  test.each(titled(unanswered))('$title', async (row) => {
    expect((await expectSaid(row)).isEphemeral).toBe(true);
  });
});

describe('a card emphasises', () => {
  test.each([
    ['the words quoted', 'quote', { who: 'Rubio' }, '"**The talks have concluded. It went well.'],
    ['the words that differ', 'quote', { words: 'no agreement about us without us' }, ' **any** '],
    ['what shows a stance', 'stance', { who: 'Hegseth', on: 'NATO' }, '**unrealistic**'],
  ])('%s', async (_what, command, options, expected) => {
    expect((await ask(command, options)).text).toContain(expected);
  });
});

it('says what a question by article alone asks', async () => {
  const text = readCard(await ask('stance', { article: 'nato-and-eu' }));
  expect(text).toContain(' · nato-and-eu ¶2');
  expect(text).not.toMatch(/^### .* :/mu);
});

it('says that it cites demonstration articles', async () => {
  const card = await ask('quote', { who: 'Rubio' });
  expect(readCard(card)).toContain('-# From the demonstration articles, which step aside');
});
