import { describe, expect, test } from 'vitest';
import { slice } from '../../src/text/span.ts';
import { castOf } from './read.ts';

function namesIn(text: string, kind?: string): string[] {
  const { cast, document } = castOf(text);
  return cast.entities
    .filter((entity) => entity.isNamed && (kind === undefined || entity.kind === kind))
    .map((entity) => slice(document.text, entity.name));
}

describe('names', () => {
  test.each<[string, string[]]>([
    ['Foreign Minister Marta Okonjo met Senator Luis Vega.', ['Marta Okonjo', 'Luis Vega']],
    ['Sen. Ada Vogt spoke. Later Vogt left.', ['Ada Vogt']],
    ['Minister of Transport of Turkey Selim Aydin came.', ['Selim Aydin']],
    [
      'He praised Ursula von der Marck and Idris al-Hadid.',
      ['Ursula von der Marck', 'Idris al-Hadid'],
    ],
    ['Martin Lowell Jr. agreed.', ['Martin Lowell Jr.']],
    ['- Water Minister Ilya Doran\n\n- Trade Minister Rosa Nagel', ['Ilya Doran', 'Rosa Nagel']],
    ['Daniel Moss left. Danielle Moss stayed.', ['Daniel Moss', 'Danielle Moss']],
    ['Jean Moss left. Ms. Jean Moss agreed.', ['Jean Moss']],
    ['J. R. Marsh and Jean-Luc Petit agreed.', ['J. R. Marsh', 'Jean-Luc Petit']],
    ['AL-TAYEB came. Idris al-Tayeb spoke; al-Tayib left.', ['Idris al-Tayeb']],
    ['The minister, Yerlan Zhaksybayev, met Erlan Dzhaksybaev.', ['Yerlan Zhaksybayev']],
    ['Former secretary of state Helen Moss agreed.', ['Helen Moss']],
  ])('%s', (text, expected) => {
    expect(namesIn(text, 'person')).toEqual(expected);
  });

  test.each<[string, string[]]>([
    ['The US State Department and NATO agreed.', ['US State Department', 'NATO']],
    ['The Bank of England and the Labour Party met.', ['Bank of England', 'Labour Party']],
  ])('of bodies: %s', (text, expected) => {
    expect(namesIn(text, 'organisation')).toEqual(expected);
  });

  test('one of a party is not the many whom a member capitalises', () => {
    const text = '“Great Republican Senators!” he wrote. One Republican, Ada Vogt, left.';
    expect(namesIn(text, 'person')).toEqual(['Ada Vogt']);
    expect(namesIn(text, 'group')).toEqual(['Republican Senators']);
  });

  test.each([
    ['Children were eating leaves. Sources agreed.'],
    ['On Tuesday in March the talks ended.'],
    ['Establishing a mechanism took hours.'],
  ])('none in: %s', (text) => {
    expect(namesIn(text)).toEqual([]);
  });

  test('two people of one surname stay apart', () => {
    const text = 'Bill Moran met Ann Moran. Mrs. Moran spoke first.';
    expect(namesIn(text, 'person')).toEqual(['Bill Moran', 'Ann Moran']);
    const { cast, document } = castOf(text);
    const last = cast.mentions.findLast(({ span }) => slice(document.text, span) === 'Moran');
    expect(
      slice(document.text, cast.entities[last?.entity ?? -1]?.name ?? { start: 0, end: 0 }),
    ).toBe('Ann Moran');
  });
});

describe('roles and whose they are', () => {
  test.each<[string, string[], string | undefined]>([
    ['US Defense Secretary Paul Hegstrom spoke.', ['US Defense Secretary'], 'US'],
    ["Putin's advisor Yuri Ushanov spoke.", ["Putin's advisor"], 'Putin'],
    ['Kremlin spokesman Dmitry Peskin spoke.', ['Kremlin spokesman'], 'Kremlin'],
    [
      'Kiril Dmitrov, director of the Russian fund, spoke.',
      ['director of the Russian fund'],
      'Russian',
    ],
    ['The special envoy for Sudan, Steve Wirth, spoke.', ['special envoy for Sudan'], 'Sudan'],
    [
      "Norway's ambassador to Chile, Helen Moss, spoke.",
      ["Norway's ambassador to Chile"],
      'Norway',
    ],
    ["Norway's Arctic envoy, Helen Moss, spoke.", ["Norway's Arctic envoy"], 'Norway'],
    [
      "The country's ambassador to Chile, Helen Moss, spoke.",
      ["The country's ambassador to Chile"],
      undefined,
    ],
    ['World Bank economist Helen Moss spoke.', ['World Bank economist'], 'World Bank'],
    ['18:05 President Helen Moss spoke.', ['President'], undefined],
    ['Blas Amaro, who is deputy minister of Chile, spoke.', ['deputy minister of Chile'], 'Chile'],
    ['Former secretary of state Helen Moss spoke.', ['Former secretary of state'], undefined],
    ['Helen Moss spoke of the weather.', [], undefined],
    ['Helen Moss spoke. A Moss supporter left.', [], undefined],
  ])('%s', (text, roles, affiliation) => {
    const { cast, document } = castOf(text);
    const person = cast.entities.findLast(({ kind, isNamed }) => kind === 'person' && isNamed);
    const words = (span: { start: number; end: number }): string => slice(document.text, span);
    expect(person?.roles.map(words)).toEqual(roles);
    expect(person?.affiliation && words(person.affiliation)).toBe(affiliation);
  });
});

describe('pronouns and definite roles', () => {
  test.each<[string, string, string]>([
    ['Marta Okonjo met Luis Vega. She was pleased.', 'She', 'Marta Okonjo'],
    ['Marta Okonjo met Luis Vega. He was pleased.', 'He', 'Luis Vega'],
    ['Luis Vega spoke. “Paul Reed is wrong,” he said.', 'he', 'Luis Vega'],
    ['Luis Vega met Paul Reed in Oslo. He said little.', 'He', 'Luis Vega'],
    [
      'Chilean President Luis Vega met French President Paul Reed. The Chilean president left.',
      'The Chilean president',
      'Luis Vega',
    ],
    ['Finance Minister Ada Vogt came. The minister left early.', 'The minister', 'Ada Vogt'],
    ['Two farmers came. They left early.', 'They', 'Two farmers'],
  ])('%s (%s)', (text, words, expected) => {
    const { cast, document } = castOf(text);
    const mention = cast.mentions.find(
      ({ span, kind }) => kind !== 'name' && slice(document.text, span) === words,
    );
    const entity = cast.entities[mention?.entity ?? -1];
    expect(entity && slice(document.text, entity.name)).toBe(expected);
  });
});
