import { z } from 'zod';
import type { Answer } from '../answer/answer.ts';
import { answerAttendance } from '../answer/attendance.ts';
import { answerWithPassages } from '../answer/passage.ts';
import { type Intent, readIntent } from '../answer/intent.ts';
import { answerProfile } from '../answer/profile.ts';
import { answerOnTopic, answerQuotation } from '../answer/quotation.ts';
import { answerStance } from '../answer/stance.ts';
import { UserError } from '../article/user-error.ts';
import type { Corpus } from '../search/corpus.ts';
import { openFolder } from './folder-corpus.ts';
import {
  attendanceJson,
  passagesJson,
  profileJson,
  quotationsJson,
  stanceJson,
  unansweredJson,
} from './answer-json.ts';
import { type Streams, mapJsonLines } from './json-lines.ts';

const REQUEST = z.object({
  id: z.string(),
  command: z.string(),
  options: z.record(z.string(), z.string()),
});

type Options = Readonly<Record<string, string>>;
type Answerer = (options: Options, corpus: Corpus) => Promise<object>;

/** How each command's answer becomes JSON; the same answerers serve the slash commands. `/ask` is below. */
const ANSWERERS = new Map<string, Answerer>([
  [
    'who-attended',
    async (options, corpus) => asJson(await answerAttendance(options, corpus), attendanceJson),
  ],
  ['stance', async (options, corpus) => asJson(await answerStance(options, corpus), stanceJson)],
  [
    'quote',
    async (options, corpus) => asJson(await answerQuotation(options, corpus), quotationsJson),
  ],
  [
    'who-is',
    (options, corpus) => Promise.resolve(asJson(answerProfile(options, corpus), profileJson)),
  ],
]);

/** By the command that is made for the question where there is one and it finds something. */
async function answerAsk({ question = '' }: Options, corpus: Corpus): Promise<object> {
  const intent = readIntent(question);
  const meant = intent && (await answerMeant(intent, corpus));
  if (meant !== undefined && isFoundJson(meant)) return meant;
  return asJson(await answerWithPassages(question, corpus), passagesJson);
}

const answerMeant = async (intent: Intent, corpus: Corpus): Promise<object | undefined> =>
  intent.command === 'quote'
    ? asJson(await answerOnTopic(intent.options, corpus), quotationsJson)
    : ANSWERERS.get(intent.command)?.(intent.options, corpus);

const isFoundJson = (answer: object): boolean => 'found' in answer && answer.found === true;

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
  const corpus = await openFolder(folder, warn);
  await mapJsonLines(streams, REQUEST, async ({ id, command, options }) => {
    const answerer = command === 'ask' ? answerAsk : ANSWERERS.get(command);
    if (answerer === undefined) throw new UserError(`there is no command "${command}"`);
    return { id, ...(await answerer(options, corpus)) };
  });
}
