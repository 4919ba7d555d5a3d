import { describe, expect, test } from 'vitest';
import { articleFromText } from '../../src/article/markdown.ts';
import { extractFacts } from '../../src/extraction/extract.ts';
import { slice } from '../../src/text/span.ts';
import { idOf } from '../article/article-id.ts';

/** `Anna Lee opposes (hedged) the dam`: every position that the text shows. */
function positionsIn(text: string): string[] {
  const { body } = articleFromText({ id: idOf('test'), text });
  const { entities, stances } = extractFacts(articleFromText({ id: idOf('test'), text }));
  return stances.map(({ entity, holder, polarity, strength, target }) => {
    const known = entities[entity ?? -1];
    const who = slice(body, known?.isNamed === true ? known.name : holder);
    const manner = strength === 'firm' ? '' : ` (${strength})`;
    return `${who} ${polarity}${manner} ${slice(body, target)}`;
  });
}

const shows = (rows: readonly (readonly [string, string])[]): void => {
  test.each(rows)('%s → %s', (text, expected) => {
    expect(positionsIn(text)).toContain(expected);
  });
};

const showsNothing = (rows: readonly string[]): void => {
  test.each(rows)('%s → nothing', (text) => {
    expect(positionsIn(text)).toEqual([]);
  });
};

describe('said of something', () => {
  shows([
    ['“The dam is a slap in the face,” Anna Lee said.', 'Anna Lee opposes The dam'],
    ['“The dam is long overdue,” Anna Lee said.', 'Anna Lee supports The dam'],
    ['“It is foolish to flood the valley,” Anna Lee said.', 'Anna Lee opposes to flood the valley'],
    [
      'Anna Lee said Bob Kerr and the Greens were hypocrites.',
      'Anna Lee opposes Bob Kerr and the Greens',
    ],
    ['“The dam is not a good idea,” Anna Lee said.', 'Anna Lee opposes The dam'],
    ['“I don’t think the dam is a good idea,” Anna Lee said.', 'Anna Lee opposes the dam'],
    ['“The dam could be a mistake,” Anna Lee said.', 'Anna Lee opposes (hedged) The dam'],
    ['“The dam is not a disgrace,” Anna Lee said.', 'Anna Lee supports (hedged) The dam'],
  ]);

  showsNothing([
    'The dam is a disgrace.',
    '“I was wrong,” Anna Lee said.',
    '“The vote should be fair,” Anna Lee said.',
    '“Is the dam a disgrace?” Anna Lee asked.',
  ]);
});

describe('what a pronoun is about', () => {
  shows([
    ['Asked about the toll, Anna Lee said: “It’s a disgrace.”', 'Anna Lee opposes the toll'],
    [
      'Bob Kerr signed the order on Friday. “This is a disgrace,” Anna Lee said.',
      'Anna Lee opposes Bob Kerr signed the order',
    ],
    ['Anna Lee vetoed the toll. “It is theft,” she said.', 'Anna Lee opposes the toll'],
  ]);

  showsNothing(['It rained in Oslo. “This is a disgrace,” Anna Lee said.']);
});

describe('in front of a noun', () => {
  shows([
    [
      '“Bob Kerr’s reckless scheme comes first,” Anna Lee said.',
      'Anna Lee opposes Bob Kerr’s reckless scheme',
    ],
    [
      '“Look at their lies,” Anna Lee said. “That shameful dam comes next.”',
      'Anna Lee opposes That shameful dam',
    ],
    [
      '“These courageous miners come first,” Anna Lee said.',
      'Anna Lee supports These courageous miners',
    ],
  ]);

  showsNothing([
    '“The corruption trial begins on Monday,” Anna Lee said.',
    '“A good night’s sleep comes first,” Anna Lee said.',
    '“My stupid hat came off,” Anna Lee said.',
  ]);
});

describe('by naming', () => {
  shows([
    ['Anna Lee described the lawsuit as “meritless”.', 'Anna Lee opposes the lawsuit'],
    [
      'Anna Lee spoke of what she called a “reckless” scheme.',
      'Anna Lee opposes a “reckless” scheme',
    ],
    ['Anna Lee would not call the dam a disgrace.', 'Anna Lee supports (hedged) the dam'],
  ]);

  showsNothing(['Anna Lee made a terrific soup.']);
});

describe('deeds', () => {
  shows([
    ['“Bob Kerr has betrayed our miners,” Anna Lee said.', 'Anna Lee opposes Bob Kerr'],
    ['“Bob Kerr has betrayed our miners,” Anna Lee said.', 'Anna Lee supports our miners'],
    ['“Our miners were betrayed by Bob Kerr,” Anna Lee said.', 'Anna Lee supports Our miners'],
    ['“Our miners were betrayed by Bob Kerr,” Anna Lee said.', 'Anna Lee opposes Bob Kerr'],
    ['“Bob Kerr protects our miners,” Anna Lee said.', 'Anna Lee supports Bob Kerr'],
    ['“Bob Kerr did nothing wrong,” Anna Lee said.', 'Anna Lee supports Bob Kerr'],
    ['“Bob Kerr is fanning the flames,” Anna Lee said.', 'Anna Lee opposes Bob Kerr'],
    ['Anna Lee said Bob Kerr should resign.', 'Anna Lee opposes Bob Kerr'],
    [
      'Anna Lee said Bob Kerr and the Greens “should be ashamed.”',
      'Anna Lee opposes Bob Kerr and the Greens',
    ],
    ['Anna Lee said the toll made no sense.', 'Anna Lee opposes the toll'],
    ['“Bob Kerr recklessly sank the ferry,” Anna Lee said.', 'Anna Lee opposes Bob Kerr'],
    ['“The toll sets a dangerous precedent,” Anna Lee said.', 'Anna Lee opposes The toll'],
  ]);

  showsNothing([
    'Bob Kerr shortchanged the miners.',
    '“We have shortchanged our miners,” Anna Lee said.',
    '“Bob Kerr should help,” Anna Lee said.',
    '“Did Bob Kerr shortchange our miners?” Anna Lee asked.',
  ]);
});

describe('with words for whoever comes after them', () => {
  shows([
    ['“Our hearts go out to the miners,” Anna Lee said.', 'Anna Lee supports the miners'],
    ['“Shame on Bob Kerr,” Anna Lee said.', 'Anna Lee opposes Bob Kerr'],
    ['“There is no excuse for the delay,” Anna Lee said.', 'Anna Lee opposes the delay'],
  ]);

  test('what others have no time for is not the speaker’s to say', () => {
    expect(positionsIn('“Voters have no time for the delay,” Anna Lee said.')).not.toContain(
      'Anna Lee opposes the delay',
    );
  });
});

describe('relations', () => {
  shows([
    ['Anna Lee, Bob Kerr’s lawyer, left.', 'Anna Lee supports (hedged) Bob Kerr'],
    ['Anna Lee, a spokeswoman for Bob Kerr, left.', 'Anna Lee supports (hedged) Bob Kerr'],
    ['Bob Kerr’s campaign manager, Anna Lee, left.', 'Anna Lee supports (hedged) Bob Kerr'],
    ['Bob Kerr’s pick for mayor, Anna Lee, left.', 'Bob Kerr supports Anna Lee'],
    ['Anna Lee, an appointee of Bob Kerr, left.', 'Bob Kerr supports Anna Lee'],
    ['Bob Kerr’s Republican rival, Anna Lee, left.', 'Anna Lee opposes Bob Kerr'],
    ['Bob Kerr spoke. Anna Lee is a longtime Kerr ally.', 'Anna Lee supports Kerr'],
  ]);

  showsNothing([
    'Anna Lee, Bob Kerr’s former lawyer, left.',
    'Anna Lee, the Republican challenger, left.',
    'Bob Kerr’s chief vote-counter, Anna Lee, left.',
    'Anna Lee, her supporters said, left.',
  ]);
});
