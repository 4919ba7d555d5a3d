import { describe, expect, test } from 'vitest';
import { slice } from '../../src/text/span.ts';
import { factsOf } from './read.ts';

/** Each date as `words = days`, `~` for one counted from the article's date. */
function datesIn(text: string, date?: string): string[] {
  const front = date === undefined ? '' : `---\ndate: ${date}\n---\n`;
  const { article, facts } = factsOf(`${front}${text}`);
  return facts.dates.map(({ span, first, last, isCounted }) => {
    const days = first === last ? first : `${first} to ${last}`;
    return `${slice(article.body, span)} ${isCounted ? '~' : '='} ${days}`;
  });
}

describe('dates that say all themselves', () => {
  test.each<[string, string[]]>([
    ['They met on 2025-02-18.', ['2025-02-18 = 2025-02-18']],
    ['They met on 18 February 2025.', ['18 February 2025 = 2025-02-18']],
    ['They met on Feb. 18, 2025, in Bern.', ['Feb. 18, 2025 = 2025-02-18']],
    ['They met on Tuesday, February 18th, 2025.', ['Tuesday, February 18th, 2025 = 2025-02-18']],
    ['The first since February 2022.', ['February 2022 = 2022-02-01 to 2022-02-28']],
    ['It was built in 1983.', ['1983 = 1983-01-01 to 1983-12-31']],
    ['It was built in the summer of 1983.', ['1983 = 1983-01-01 to 1983-12-31']],
    ['It was built in the late 1990s.', ['the late 1990s = 1990-01-01 to 1999-12-31']],
    ['It counted 2000 voters in 1,983 towns.', []],
    ['They may march on.', []],
    ['On 31 April 2025 nothing happened.', []],
  ])('%s', (text, expected) => {
    expect(datesIn(text)).toEqual(expected);
  });
});

// 20 February 2025 is a Thursday.
describe('dates counted from the day of the article', () => {
  test.each<[string, string]>([
    ['They met on Tuesday.', 'Tuesday ~ 2025-02-18'],
    ['They met on Thursday.', 'Thursday ~ 2025-02-20'],
    ['They met on Friday.', 'Friday ~ 2025-02-14'],
    ['They will meet on Tuesday.', 'Tuesday ~ 2025-02-25'],
    ['On Tuesday the court will rule.', 'Tuesday ~ 2025-02-25'],
    ['The court is expected to rule on Tuesday.', 'Tuesday ~ 2025-02-25'],
    ['She flew to Bern to meet him on Tuesday.', 'Tuesday ~ 2025-02-18'],
    ['They quarrelled ahead of Monday’s vote.', 'Monday ~ 2025-02-24'],
    ['They quarrelled after Monday’s vote.', 'Monday ~ 2025-02-17'],
    ['The vote is due on Monday.', 'Monday ~ 2025-02-24'],
    ['The talks resume on Monday.', 'Monday ~ 2025-02-24'],
    ['He did not vote on Monday.', 'Monday ~ 2025-02-17'],
    ['He resigned last Saturday.', 'last Saturday ~ 2025-02-15'],
    ['He resigned yesterday.', 'yesterday ~ 2025-02-19'],
    ['He resigned this morning.', 'this morning ~ 2025-02-20'],
    ['He will resign tomorrow.', 'tomorrow ~ 2025-02-21'],
    ['He resigned last week.', 'last week ~ 2025-02-10 to 2025-02-16'],
    ['He resigned earlier this month.', 'earlier this month ~ 2025-02-01 to 2025-02-28'],
    ['He resigned three days ago.', 'three days ago ~ 2025-02-17'],
    ['He resigned two years ago.', 'two years ago ~ 2023-01-01 to 2023-12-31'],
    ['He resigned on Nov. 3.', 'Nov. 3 ~ 2024-11-03'],
    ['He resigned on 12 February.', '12 February ~ 2025-02-12'],
    ['He will resign on 2 February.', '2 February ~ 2026-02-02'],
    ['The museum will open on 14 July, its head said.', '14 July ~ 2025-07-14'],
    ['Pensions rise in July.', 'July ~ 2025-07-01 to 2025-07-31'],
    ['The library closes in May.', 'May ~ 2025-05-01 to 2025-05-31'],
    ['The race was postponed to 28 June.', '28 June ~ 2025-06-28'],
    ['The ballot had been planned for 15 January.', '15 January ~ 2025-01-15'],
    ['Shares will be traded again from Monday.', 'Monday ~ 2025-02-24'],
    ['The fair runs from 3 to 7 May.', '3 to 7 May ~ 2025-05-03 to 2025-05-07'],
    ['The deal was signed on New Year’s Eve.', 'New Year’s Eve ~ 2024-12-31'],
    ['The poll shows what Tuesday’s vote meant.', 'Tuesday ~ 2025-02-18'],
    ['He resigned in March last year.', 'March last year ~ 2024-03-01 to 2024-03-31'],
    ['He resigned in March.', 'March ~ 2024-03-01 to 2024-03-31'],
    ['He will resign in March.', 'March ~ 2025-03-01 to 2025-03-31'],
    ['He resigned in February.', 'February ~ 2025-02-01 to 2025-02-28'],
  ])('%s', (text, expected) => {
    expect(datesIn(text, '2025-02-20')).toEqual([expected]);
  });

  test('each by its own verb', () => {
    expect(datesIn('She said on Monday that they will meet on Friday.', '2025-02-20')).toEqual([
      'Monday ~ 2025-02-17',
      'Friday ~ 2025-02-21',
    ]);
  });

  test.each([
    ['He resigned last Monday.', 'this week’s or the one before'],
    ['He will resign next Friday.', 'tomorrow or a week later'],
    ['“I met him on Tuesday,” she said.', 'it counts from the day of the speech'],
  ])('left open: %s (%s)', (text) => {
    expect(datesIn(text, '2025-02-20')).toEqual([]);
  });

  test('an article without a date leaves them open', () => {
    expect(datesIn('They met on Tuesday, yesterday and in March.')).toEqual([]);
  });

  test('a time of day in the front matter does not matter', () => {
    expect(datesIn('They met on Tuesday.', '2025-02-20T23:30:00Z')).toEqual([
      'Tuesday ~ 2025-02-18',
    ]);
  });
});
