import { z } from 'zod';
import type { Answer } from '../answer/answer.ts';
import { answerWithPassages } from '../answer/passage.ts';
import { UserError } from '../article/user-error.ts';
import type { Corpus } from '../search/corpus.ts';
import { createCorpus } from '../search/corpus-holder.ts';
import { passagesJson, unansweredJson } from './answer-json.ts';
import { describeProblem, readFolder } from './folder.ts';
import { type Streams, mapJsonLines } from './json-lines.ts';

const REQUEST = z.object({
  id: z.string(),
  command: z.string(),
  options: z.record(z.string(), z.string()),
});

type Options = Readonly<Record<string, string>>;
type Answerer = (options: Options, corpus: Corpus) => Promise<object>;

/** How each command's answer becomes JSON; the same answerers serve the slash commands. */
const ANSWERERS = new Map<string, Answerer>([
  [
    'ask',
    async ({ question = '' }, corpus) =>
      asJson(await answerWithPassages(question, corpus), passagesJson),
  ],
]);

const asJson = <Found extends { readonly kind: 'found' }>(
  answer: Answer<Found>,
  foundJson: (found: Found) => object,
): object => (answer.kind === 'found' ? foundJson(answer) : unansweredJson(answer));

/**
 * `answer --corpus FOLDER`: a question a line in; its answer from the folder's articles a line out.
 * @param warn told of each file that cannot be read; the others answer
 */
export async function runAnswerScript(
  folder: string,
  streams: Streams,
  warn: (line: string) => void,
): Promise<void> {
  const { articles, problems } = await readFolder(folder);
  for (const problem of problems) warn(describeProblem(problem));
  const corpus = (await createCorpus(articles)).current;
  await mapJsonLines(streams, REQUEST, async ({ id, command, options }) => {
    const answerer = ANSWERERS.get(command);
    if (answerer === undefined) throw new UserError(`there is no command "${command}"`);
    return { id, ...(await answerer(options, corpus)) };
  });
}
