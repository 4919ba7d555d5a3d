import { array, assert, constantFrom, property } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { articleFromText } from '../../src/article/markdown.ts';
import { extractFacts } from '../../src/extraction/extract.ts';
import type { Facts, Stance } from '../../src/extraction/facts.ts';
import { type Span, contains, slice } from '../../src/text/span.ts';
import { idOf } from '../article/article-id.ts';

const read = (text: string): { body: string; facts: Facts } => {
  const article = articleFromText({ id: idOf('test'), text });
  return { body: article.body, facts: extractFacts(article) };
};

/** `Anna Lee for Norway supports (hedged) the dam`: every position that the text shows. */
function positionsIn(text: string): string[] {
  const { body, facts } = read(text);
  return facts.stances.map((stance) => describePosition(body, facts, stance));
}

function describePosition(body: string, facts: Facts, stance: Stance): string {
  const words = (place: Span): string => slice(body, place);
  const entity = facts.entities[stance.entity ?? -1];
  const holder = words(entity?.isNamed === true ? entity.name : stance.holder);
  const behalf = stance.onBehalfOf === undefined ? '' : ` for ${words(stance.onBehalfOf)}`;
  const manner = stance.strength === 'firm' ? '' : ` (${stance.strength})`;
  return `${holder}${behalf} ${stance.polarity}${manner} ${words(stance.target)}`;
}

const table = (rows: readonly (readonly [string, string])[]): void => {
  test.each(rows)('%s → %s', (text, expected) => {
    expect(positionsIn(text)).toContain(expected);
  });
};

describe('verbs with holder and target', () => {
  table([
    ['Norway backs the whaling ban.', 'Norway supports the whaling ban'],
    ['Mexico vetoed the fishing treaty on Friday.', 'Mexico opposes the fishing treaty'],
    ['Sweden sued the airline over its fees.', 'Sweden opposes the airline'],
    ['Anna Lee voted overwhelmingly against the toll road.', 'Anna Lee opposes the toll road'],
    [
      'Anna Lee praised the new harbour, and Bob Kerr condemned it.',
      'Anna Lee supports the new harbour',
    ],
    ['Chile warned against reopening the mine.', 'Chile opposes reopening the mine'],
    ['Kenya objected to the choice of Lima as host.', 'Kenya opposes the choice of Lima'],
    ['The bill was opposed by Senator Anna Lee.', 'Anna Lee opposes The bill'],
    ['Anna Lee backed a plan opposed by Finland.', 'Finland opposes a plan'],
    ['The decision angered Portugal.', 'Portugal opposes The decision'],
    ['Peru welcomed the ferry, rejected the toll and asked for a refund.', 'Peru opposes the toll'],
    ['Rejecting the offer, Anna Lee said the strike would go on.', 'Anna Lee opposes the offer'],
  ]);
});

describe('targets that go on behind a mark or a participle', () => {
  table([
    ['Norway rejected a Kerr-backed ferry toll.', 'Norway opposes a Kerr-backed ferry toll'],
    ['Sweden opposes such a broad, costly reform.', 'Sweden opposes such a broad, costly reform'],
    ['Anna Lee opposes Spain’s threatened toll.', 'Anna Lee opposes Spain’s threatened toll'],
    ['Anna Lee dismissed requests by Bob Kerr.', 'Anna Lee opposes requests by Bob Kerr'],
    ['Norway refused a meeting with Bob Kerr.', 'Norway opposes a meeting with Bob Kerr'],
    [
      'Anna Lee opposed the new rules, including a toll.',
      'Anna Lee opposes the new rules, including a toll',
    ],
    // What follows is another matter.
    ['Norway rejected the toll, Spain said.', 'Norway opposes the toll'],
    ['Norway rejected the toll by Friday.', 'Norway opposes the toll'],
    ['Norway signed a letter to Bob Kerr.', 'Norway supports a letter'],
  ]);
});

describe('adjectives and nouns', () => {
  table([
    ['Anna Lee is for the tunnel.', 'Anna Lee supports the tunnel'],
    ['Ghana stands firmly against the pipeline.', 'Ghana opposes the pipeline'],
    ['Anna Lee is wary of the tunnel.', 'Anna Lee opposes (hedged) the tunnel'],
    ['Fiji’s opposition to the cable is well known.', 'Fiji opposes the cable'],
    ['Anna Lee, a critic of the cable, left early.', 'Anna Lee opposes the cable'],
    ['Anna Lee voiced support for the cable.', 'Anna Lee supports the cable'],
    ['Japan said it was open to a longer truce.', 'Japan supports (hedged) a longer truce'],
  ]);
});

describe('what turns a position about', () => {
  table([
    ['Spain does not support the quota.', 'Spain opposes the quota'],
    ['Spain does not oppose the quota.', 'Spain mixed (hedged) the quota'],
    ['Anna Lee denied opposing the quota.', 'Anna Lee mixed (hedged) the quota'],
    ['Anna Lee refused to endorse the quota.', 'Anna Lee opposes the quota'],
    ['Anna Lee declined to condemn the quota.', 'Anna Lee mixed (hedged) the quota'],
    ['Anna Lee supports repealing the quota.', 'Anna Lee opposes the quota'],
    ['Anna Lee opposes efforts to block the quota.', 'Anna Lee supports the quota'],
    ['Spain had no quarrel with the quota.', 'Spain mixed (hedged) the quota'],
    [
      'Spain backs the quota only if Portugal signs first.',
      'Spain supports (conditional) the quota',
    ],
    [
      'If Portugal signs first, Spain would accept the quota.',
      'Spain supports (conditional) the quota',
    ],
    ['Anna Lee used to support the quota.', 'Anna Lee mixed (hedged) the quota'],
    ['Anna Lee voted for the quota in May but has changed her mind.', 'Anna Lee opposes the quota'],
    ['Spain does not oppose the ferry but rejects the toll.', 'Spain mixed (hedged) the ferry'],
    ['Spain does not oppose the ferry but rejects the toll.', 'Spain opposes the toll'],
    ['Spain supported the ferry, but not the toll.', 'Spain opposes the toll'],
    ['Spain might back the ferry.', 'Spain supports (hedged) the ferry'],
    ['Spain has not decided whether to join the pact.', 'Spain mixed (hedged) to join the pact'],
    ['What Spain would not accept was a toll on ferries.', 'Spain opposes a toll on ferries'],
    ['He asked about the toll, which Spain rejects.', 'Spain opposes the toll'],
    ['Lisbon will not barter the river.', 'Lisbon opposes barter the river'],
  ]);

  test.each(['Does Spain support the quota?', 'Reporters asked whether Spain backs the quota.'])(
    '%s takes no side',
    (text) => {
      expect(positionsIn(text)).toEqual([]);
    },
  );
});

describe('who speaks for whom', () => {
  table([
    [
      'Kremlin spokesman Ivan Petrov said that Russia rejects the cable.',
      'Ivan Petrov for Kremlin opposes the cable',
    ],
    [
      'Norwegian Foreign Minister Anna Lee said: “We reject the cable.”',
      'Anna Lee for Norwegian opposes the cable',
    ],
    ['Anna Lee said her party opposes the cable.', 'Anna Lee for her party opposes the cable'],
    ['“I trust Bob Kerr,” said Anna Lee.', 'Anna Lee supports Bob Kerr'],
  ]);

  test('what somebody says of another is less sure', () => {
    const { facts } = read('Kremlin spokesman Ivan Petrov said that Norway rejects the cable.');
    expect(facts.stances[0]?.confidence).toBeLessThan(0.6);
  });
});

describe('judgements', () => {
  table([
    ['Anna Lee said the cable was out of the question.', 'Anna Lee opposes the cable'],
    [
      'Anna Lee spoke first. Tolls on the bridge, she added, were out of the question.',
      'Anna Lee opposes Tolls on the bridge',
    ],
    ['“The cable is a disgrace,” Anna Lee said.', 'Anna Lee opposes The cable'],
    ['“The cable is not acceptable,” Anna Lee said.', 'Anna Lee opposes The cable'],
    ['Anna Lee called the cable “the best thing in years”.', 'Anna Lee supports the cable'],
    ['Anna Lee dismissed the cable as a stunt.', 'Anna Lee opposes the cable'],
    ['Anna Lee regarded the toll as a fair price for the bridge.', 'Anna Lee supports the toll'],
    ['Anna Lee praised the cable but called Bob Kerr a bully.', 'Anna Lee supports the cable'],
    ['Anna Lee praised the cable but called Bob Kerr a bully.', 'Anna Lee opposes Bob Kerr'],
  ]);

  test('the narrator’s judgements are nobody’s', () => {
    expect(positionsIn('The cable was a disgrace.')).toEqual([]);
  });
});

test('spans lie in the body, and cue and evidence belong together', () => {
  const pieces = constantFrom(
    'Spain',
    ' does not',
    ' oppose',
    ' backs',
    ' the toll',
    ' “',
    '”',
    ', which',
    ' said',
    ' Anna Lee',
    ' is',
    ' a disgrace',
    '. ',
    '\n\n',
    ' to',
    ' if',
    ' refused',
    ' whose party',
    ' and',
    ' by',
    ' but not',
  );
  assert(
    property(array(pieces, { maxLength: 25 }), (parts) => {
      const { body, facts } = read(`It rained. ${parts.join('')}`);
      for (const { holder, target, cue, evidence } of facts.stances) {
        for (const place of [holder, target, cue, evidence])
          expect(place.start >= 0 && place.start < place.end && place.end <= body.length).toBe(
            true,
          );
        expect(contains(evidence, cue)).toBe(true);
      }
    }),
    { numRuns: 60 },
  );
});
