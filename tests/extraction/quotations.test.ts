import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { overlaps, slice } from '../../src/text/span.ts';
import { demonstration } from '../search/articles.ts';
import { extractFacts } from '../../src/extraction/extract.ts';
import { factsOf, spoken } from './read.ts';

describe('who spoke, by the words beside the quotation', () => {
  test.each<[string, string[]]>([
    ['“We tried,” said Ada Vogt.', ['Ada Vogt: We tried,']],
    ['“We tried,” Ada Vogt said.', ['Ada Vogt: We tried,']],
    ['Ada Vogt said: “We tried.”', ['Ada Vogt: We tried.']],
    [
      '“We tried,” said Ada Vogt, a former teacher. “It failed.”',
      ['Ada Vogt: We tried,', 'Ada Vogt: It failed.'],
    ],
    ['“We tried,” Ada Vogt, the mayor of Bern, told reporters.', ['Ada Vogt: We tried,']],
    ['“We tried,” said the mayor, Ada Vogt.', ['Ada Vogt: We tried,']],
    ['“We tried,” a spokesman for the bank said.', ['spokesman for the bank: We tried,']],
    ['“We tried,” according to Ada Vogt.', ['Ada Vogt: We tried,']],
    ['According to Ada Vogt, the plan was “a mess”.', ['Ada Vogt: a mess']],
    ['Ada Vogt described the plan as “not wasted”.', ['Ada Vogt: not wasted']],
    ['Ada Vogt left early, calling the plan “a mess”.', ['Ada Vogt: a mess']],
    ['The view was expressed by Ada Vogt in one word: “Never.”', ['Ada Vogt: Never.']],
    ['Ada Vogt said Paul Reed wants to know if it is “over”.', ['Ada Vogt: over']],
    ['Ada Vogt said it was “a mess,” and Paul Reed said nothing.', ['Ada Vogt: a mess,']],
    ['Paul Reed was asked by Ada Vogt whether it was “a mess”.', ['Ada Vogt: a mess']],
    ['They argue that “it works,” citing an instance, Ada Vogt said.', ['Ada Vogt: it works,']],
    ['Paul Reed will come, Ada Vogt said, adding, “He must.”', ['Ada Vogt: He must.']],
    ['When Paul Reed suggested a vote, Ada Vogt fired back: “No.”', ['Ada Vogt: No.']],
    ['Ada Vogt’s campaign said it was “a mess”.', ['Ada Vogt’s campaign: a mess']],
    [
      'Ada Vogt asked: “Why now?” Paul Reed then wrote back, “You look well.”',
      ['Ada Vogt: Why now?', 'Paul Reed: You look well.'],
    ],
    ['Ada Vogt on Monday called it “a mess”.', ['Ada Vogt: a mess']],
    ['Ada Vogt has for three years called it “a mess”.', ['Ada Vogt: a mess']],
    ['VOGT: “We tried.”', ['VOGT: We tried.']],
  ])('%s', (text, expected) => {
    expect(spoken(text, 'direct')).toEqual(expected);
  });
});

describe('who spoke, by the words around the quotation', () => {
  test.each<[string, string[]]>([
    [
      'Ada Vogt was blunt. “We tried,” she said.\n\n“It failed,” she added.',
      ['Ada Vogt: We tried,', 'Ada Vogt: It failed,'],
    ],
    [
      '“We tried everything,” said Ada Vogt. “We stayed.\n\n“We went home.”',
      ['Ada Vogt: We tried everything,', 'Ada Vogt: We stayed.', 'Ada Vogt: We went home.'],
    ],
    [
      '“We tried,” said Ada Vogt. “It failed,” said Paul Reed.',
      ['Ada Vogt: We tried,', 'Paul Reed: It failed,'],
    ],
    [
      'Ada Vogt met Paul Reed. “Reed is wrong,” Vogt said. “He left,” she added.',
      ['Ada Vogt: Reed is wrong,', 'Ada Vogt: He left,'],
    ],
  ])('%s', (text, expected) => {
    expect(spoken(text, 'direct')).toEqual(expected);
  });

  test('a guess is less sure than words that name the speaker', () => {
    const { facts } = factsOf(
      '“We tried,” said Ada Vogt.\n\nPaul Reed left the hall.\n\n“It failed.”',
    );
    const [named, guessed] = facts.quotations;
    expect(guessed?.speaker?.confidence ?? 0).toBeLessThan(named?.speaker?.confidence ?? 0);
  });
});

describe('reported speech', () => {
  test.each<[string, string[]]>([
    ['Ada Vogt said that the talks had failed.', ['Ada Vogt: the talks had failed']],
    [
      'Ada Vogt told reporters in Bern that the talks had failed.',
      ['Ada Vogt: the talks had failed'],
    ],
    ['The talks had failed, Ada Vogt said.', ['Ada Vogt: The talks had failed']],
    ['The talks had failed, said Ada Vogt.', ['Ada Vogt: The talks had failed']],
    [
      'Ada Vogt said the talks had failed, adding that she was tired.',
      ['Ada Vogt: the talks had failed', 'Ada Vogt: she was tired'],
    ],
    ['According to Ada Vogt, the talks had failed.', ['Ada Vogt: the talks had failed']],
    [
      'It is open, with Ada Vogt stating that the talks had failed.',
      ['Ada Vogt: the talks had failed'],
    ],
    ['Following the long talks, Ada Vogt said, “We tried.”', []],
    ['Ada Vogt said nothing.', []],
    ['“We tried,” Ada Vogt said.', []],
  ])('%s', (text, expected) => {
    expect(spoken(text, 'indirect')).toEqual(expected);
  });
});

describe('the demonstration', () => {
  const all = demonstration.map((article) => ({ article, facts: extractFacts(article) }));

  test('has every direct quotation under its speaker', () => {
    const spokenBy = all.flatMap(({ article, facts }) =>
      facts.quotations
        .filter(({ manner }) => manner === 'direct')
        .map(({ span, speaker }) => {
          const entity = facts.entities[speaker?.entity ?? -1];
          return `${entity && slice(article.body, entity.name)}: ${slice(article.body, span).slice(0, 22)}`;
        }),
    );
    expect(new Set(spokenBy)).toEqual(
      new Set([
        'Volodymyr Zelenski: We cannot recognize an',
        'Marco Rubio: The talks have conclud',
      ]),
    );
  });

  test('reads the same twice', () => {
    for (const { article, facts } of all) expect(extractFacts(article)).toEqual(facts);
  });
});

describe('whatever the text', () => {
  const words = fc.array(
    fc.constantFrom(
      'Ada',
      'Vogt',
      'said',
      'he',
      'that',
      '“',
      '”',
      '"',
      ',',
      '.',
      'the',
      'minister',
      'supporter',
      'Norwegian',
      'who',
      'and',
      'she',
      'called',
      'it',
      'a',
      '(',
      ')',
      "''",
      'of',
      '\n\n',
      "'s",
      'met',
      'According',
      'to',
      '—',
      ':',
      '😀',
    ),
    { maxLength: 60 },
  );

  test('words for people lie in the body, and none is empty', () => {
    fc.assert(
      fc.property(words, (parts) => {
        const { article, facts } = factsOf(`x ${parts.join(' ')}`);
        const places = [
          ...facts.entities.flatMap(({ name, roles, affiliation }) => [
            name,
            ...roles,
            ...(affiliation === undefined ? [] : [affiliation]),
          ]),
          ...facts.mentions.map(({ span }) => span),
          ...facts.quotations.flatMap(({ speaker }) => (speaker ? [speaker.mention] : [])),
        ];
        for (const place of places)
          expect([place.end > place.start, slice(article.body, place).length]).toEqual([
            true,
            place.end - place.start,
          ]);
      }),
    );
  });

  test('spans lie in the body and direct quotations do not overlap', () => {
    fc.assert(
      fc.property(words, (parts) => {
        const { article, facts } = factsOf(`x ${parts.join(' ')}`);
        const direct = facts.quotations.filter(({ manner }) => manner === 'direct');
        for (const { span, sentence, speaker, cue } of facts.quotations)
          for (const place of [span, sentence, speaker?.mention, cue])
            if (place !== undefined)
              expect(slice(article.body, place).length).toBe(place.end - place.start);
        for (const [index, one] of direct.entries())
          for (const other of direct.slice(index + 1))
            expect(overlaps(one.span, other.span)).toBe(false);
      }),
    );
  });
});
