import { beforeAll, describe, expect, test } from 'vitest';
import { source } from '../../commands/source.ts';
import { answerQuestion } from '../../src/command/answering.ts';
import { contextOutside } from '../../src/command/context.ts';
import { plainMarkup } from '../../src/command/text-card.ts';
import { wordMessage } from '../../src/command/wording.ts';
import type { Reply } from '../../src/command/reply.ts';
import type { Corpus } from '../../src/search/corpus.ts';
import { createCorpus } from '../../src/search/corpus-holder.ts';
import { articleOf } from '../search/articles.ts';

const paragraphs = ['One.', 'Two.', 'Three.', 'Four.', 'Five.', 'Six.', 'Seven.'];

let corpus: Corpus;

beforeAll(async () => {
  const long = articleOf('ferry-toll', `---\ntitle: The toll\n---\n${paragraphs.join('\n\n')}`);
  corpus = (await createCorpus([long, articleOf('quay', 'A quay.')])).current;
});

const run = (ref: string): Promise<Reply> =>
  answerQuestion(
    { command: 'source', options: { ref } },
    contextOutside(corpus, [source], (line) => {
      throw new Error(line);
    }),
  );

const shown = ({ entries }: Reply): string[] =>
  entries.flat().flatMap((block) => (block.kind === 'quote' ? [block.citation.text] : []));

const askedFor = ({ entries }: Reply): unknown =>
  entries
    .flat()
    .flatMap((block) => (block.kind === 'subheading' ? [block.text] : []))
    .find((text) => text.kind === 'message' && text.key === 'source.asked');

describe('a passage where it stands', () => {
  test.each([
    ['ferry-toll 3', ['Two.', 'Three.', 'Four.']],
    ['ferry-toll ¶3', ['Two.', 'Three.', 'Four.']],
    ['ferry-toll¶3', ['Two.', 'Three.', 'Four.']],
    ['ferry-toll ¶3–5', ['Two.', 'Three.', 'Four.']],
    [' ferry-toll  #7 ', ['Five.', 'Six.', 'Seven.']],
    ['ferry-toll', ['One.', 'Two.', 'Three.']],
    ['quay 1', ['A quay.']],
    ['QUAY ¶1', ['A quay.']],
  ])('%s', async (ref, expected) => {
    const reply = await run(ref);
    expect(shown(reply)).toEqual(expected);
    expect(askedFor(reply)).toBeDefined();
  });

  test('is read on from, to both ends and through every paragraph', async () => {
    const seen = new Set<string>();
    let next: string | undefined = 'ferry-toll 4';
    for (const way of ['source.earlier', 'source.later']) {
      for (let steps = 0; next !== undefined && steps < 9; steps += 1) {
        const reply: Reply = await run(next);
        for (const words of shown(reply)) seen.add(words);
        next = reply.choices.find(
          ({ label: [part] }) => part?.kind === 'message' && part.key === way,
        )?.question.options['ref'];
      }
      expect(next).toBeUndefined();
      next = 'ferry-toll 4';
    }
    expect([...seen].toSorted()).toEqual(paragraphs.toSorted());
  });

  test.each([
    ['ferry-tol 2', 'ferry-toll 2'],
    ['ferry', 'ferry-toll'],
    ['the toll', 'ferry-toll'],
  ])('%s is asked back with what there is', async (ref, offered) => {
    const reply = await run(ref);
    expect(reply.outcome).toBe('ambiguous');
    expect(reply.choices.map(({ question }) => question.options['ref'])).toEqual([offered]);
  });

  test.each([
    ['ferry-toll 8', /1 to 7/u],
    ['ferry-toll 0', /1 to 7/u],
    ['../../etc/passwd', /no article/u],
    ['zzzz 1', /no article/u],
  ])('%s is refused with what to type', async (ref, reason) => {
    const reply = await run(ref);
    expect(reply.outcome).toBe('refused');
    expect(wordMessage(reply.heading, plainMarkup)).toMatch(reason);
  });
});
