import { expect, test } from 'vitest';
import type { Answer } from '../../src/answer/answer.ts';
import { askingCommand } from '../../src/command/asking.ts';
import type { Command, OptionValues } from '../../src/command/command.ts';
import { contextOutside } from '../../src/command/context.ts';
import type { Corpus } from '../../src/search/corpus.ts';
import { emptyCorpus, foundReply } from './samples.ts';

interface Found {
  readonly kind: 'found';
}

/** A command that writes down what it looks up, and what it is asked. */
function countingCommand(answer: () => Promise<Answer<Found>>) {
  const looked: OptionValues[] = [];
  const command = askingCommand<Found>({
    name: 'count',
    description: 'none.near',
    options: {},
    examples: () => [],
    answer: (options) => {
      looked.push(options);
      return answer();
    },
    card: () => foundReply([]),
  });
  return { command, looked };
}

const found = async (): Promise<Found> => ({ kind: 'found' });

const run = (command: Command, options: OptionValues, corpus: Corpus) =>
  command.run(
    options,
    contextOutside(corpus, [command], () => undefined),
  );

test('what was just asked of a view is not looked up again', async () => {
  const { command, looked } = countingCommand(found);
  const first = await run(command, { who: 'Ann', on: 'the toll' }, emptyCorpus);
  expect(await run(command, { on: 'the toll', who: 'Ann' }, emptyCorpus)).toBe(first);
  expect(await run(command, { who: 'Ann' }, emptyCorpus)).not.toBe(first);
  expect(looked).toHaveLength(2);
  expect(await run(command, { who: 'Ann', on: 'the toll' }, { ...emptyCorpus })).not.toBe(first);
  expect(looked).toHaveLength(3);
});

test('what was asked long ago is, and so is what failed', async () => {
  const { command, looked } = countingCommand(found);
  for (const who of ['Ann', 'Bob', 'Cyd', 'Dov', 'Eve', 'Ann'])
    await run(command, { who }, emptyCorpus);
  expect(looked).toHaveLength(6);
  let isLost = true;
  const failing = countingCommand(() => (isLost ? Promise.reject(new Error('lost')) : found()));
  await expect(run(failing.command, {}, emptyCorpus)).rejects.toThrow('lost');
  isLost = false;
  expect(await run(failing.command, {}, emptyCorpus)).toEqual(foundReply([]));
});
