import { expect, test } from 'vitest';
import { askedHolder, fitHolder } from '../../../src/answer/stance/holder.ts';
import { createCorpus } from '../../../src/search/corpus-holder.ts';
import { articleOf } from '../../search/articles.ts';
import { slice, span } from '../../../src/text/span.ts';

/** How well the holder between brackets is the one asked about. */
async function fit(who: string, text: string): Promise<string> {
  const start = text.indexOf('[');
  const end = text.indexOf(']') - 1;
  const { readings } = (
    await createCorpus([articleOf('holder', text.replace('[', '').replace(']', ''))])
  ).current;
  const [reading] = readings;
  if (reading === undefined) return 'no reading';
  const place = span(start, end);
  const within = reading.facts.mentions
    .filter((mention) => mention.span.start >= start && mention.span.end <= end)
    .toSorted((a, b) => b.span.end - b.span.start - (a.span.end - a.span.start));
  expect(slice(reading.article.body, place)).toBe(text.slice(start + 1, end + 1));
  const { score, isDeputy } = fitHolder(
    askedHolder(who),
    { span: place, entity: within[0]?.entity },
    reading,
  );
  return score === 0 ? 'no' : isDeputy ? 'speaks for' : 'is';
}

test.each([
  // Parties by all their names, whole or in a chamber.
  ['Republican Party', '[Republicans] rejected the toll.', 'is'],
  ['Republican Party', '[The GOP] rejected the toll.', 'is'],
  ['Republican Party', '[House Republicans] rejected the toll.', 'is'],
  ['Republican Party', '[House Republican leaders] rejected the toll.', 'is'],
  ['Democratic Party', '[Democrats] rejected the toll.', 'is'],
  ['Democratic_Party', '[Democratic lawmakers] rejected the toll.', 'is'],
  ['House Democrats', '[Democrats] rejected the toll.', 'is'],
  ['Conservative Party', '[The Tories] rejected the toll.', 'is'],
  ['Green Party', '[The Greens] rejected the toll.', 'is'],
  // A part of a party, or one of its members, does not speak for it.
  ['House Democrats', '[Senate Democrats] rejected the toll.', 'no'],
  ['Republican Party', '[Senator Anna Lund], a Republican, rejected the toll.', 'no'],
  ['Republican Party', '[Republican Senator Anna Lund] rejected the toll.', 'no'],
  ['Republican Party', '[a Republican] rejected the toll.', 'no'],
  ['Republican Party', '[some Republicans] rejected the toll.', 'no'],
  ['Republican Party', '[Four Republicans] rejected the toll.', 'no'],
  ['Republican Party', '[Republican voters] rejected the toll.', 'no'],
  ['Republican Party', '[Republican-led states] rejected the toll.', 'no'],
  ['Republican senators', '[Some Republican senators] rejected the toll.', 'is'],
  // Countries by their people, seats and whoever speaks for them.
  ['Russia', '[Moscow] rejected the toll.', 'is'],
  ['Russia', '[The Kremlin] rejected the toll.', 'is'],
  ['the Russian government', '[Moscow] rejected the toll.', 'is'],
  ['Italy', '[Rome] rejected the toll.', 'is'],
  ['Turkey', '[The Turkish government] rejected the toll.', 'is'],
  ['Norway', '[Norwegian officials] rejected the toll.', 'is'],
  ['Norway', '[Norwegian Foreign Minister Anna Lund] rejected the toll.', 'speaks for'],
  ['Norway', '[Anna Lund], Norway’s envoy to Chile, rejected the toll.', 'speaks for'],
  ['Chile', '[Anna Lund], Norway’s envoy to Chile, rejected the toll.', 'no'],
  ['Chile', 'In Santiago the foreign ministry’s spokeswoman, [Rosa Diaz], objected.', 'speaks for'],
  ['Chile', 'In Santiago the IMF’s spokeswoman, [Rosa Diaz], objected.', 'no'],
  [
    'Ghana',
    'The talks brought together the foreign ministers of Ghana, [Kofi Mensah]; and Togo, Ada Kodjo.',
    'speaks for',
  ],
  ['Russia', '[Russia’s opponents] rejected the toll.', 'no'],
  ['Norway', '[Norwegian farmers] rejected the toll.', 'no'],
  ['Saudi Arabia', '[The Saudi-led coalition] rejected the toll.', 'no'],
  ['Greece', '[The Greek Cypriots] rejected the toll.', 'no'],
  ['United States', '[Critics of the United States] rejected the toll.', 'no'],
  // Bodies by their initials, by either order of words, and by name.
  ['Department of Fishery Safety', '[DFS] rejected the toll.', 'is'],
  ['United States Department of Justice', '[The Justice Department] rejected the toll.', 'is'],
  ['United States Department of Justice', '[The DOJ] rejected the toll.', 'is'],
  ['Pentagon', '[The Defense Department] rejected the toll.', 'is'],
  ['United States House of Representatives', '[The House] rejected the toll.', 'is'],
  ['United States House of Representatives', '[House Republicans] rejected the toll.', 'no'],
  ['United States House of Representatives', '[The White House] rejected the toll.', 'no'],
  ['United States Senate', '[Senate Majority Leader Anna Lund] rejected the toll.', 'no'],
  ['White House', '[American officials] rejected the toll.', 'no'],
  // People by name; those around them only where they act for them.
  ['William Moran', '[Bill Moran] rejected the toll.', 'is'],
  ['Anna Lund', '[Lund] rejected the toll.', 'is'],
  ['Anna Lund', '[Erik Lund] rejected the toll.', 'no'],
  ['Anna Lund', '[Lund’s lawyer] rejected the toll.', 'speaks for'],
  ['Anna Lund', '[Lund’s critics] rejected the toll.', 'no'],
  ['Anna Lund', '[The Lund campaign] rejected the toll.', 'speaks for'],
  ['Lund administration', '[President Anna Lund] rejected the toll.', 'speaks for'],
])('%s: %s: %s', async (who, text, expected) => {
  expect(await fit(who, text)).toBe(expected);
});
