import type { Answer } from '../answer/answer.ts';
import type { Corpus } from '../search/corpus.ts';
import { remembered } from '../text/remembered.ts';
import type { Command, OptionValues } from './command.ts';
import { ambiguousReply, noneReply } from './replies.ts';
import type { Message, Question, Reply } from './reply.ts';

/** A command that asks the corpus something: all but its finding is the same for each. */
export interface Asking<Found extends { readonly kind: 'found' }> extends Omit<Command, 'run'> {
  readonly answer: (
    options: OptionValues,
    corpus: Corpus,
  ) => Answer<Found> | Promise<Answer<Found>>;
  readonly card: (found: Found, options: OptionValues) => Reply;
  /** How to say that there is nothing, where "the corpus does not say" says too little. */
  readonly noneHeading?: (options: OptionValues) => Message;
  /** What its silence leaves open, where that is not whether something was said. */
  readonly noneCaveat?: Message;
}

/** The command that answers so, and says alike "which do you mean?" and "the corpus does not say". */
export function askingCommand<Found extends { readonly kind: 'found' }>({
  answer,
  card,
  noneHeading,
  noneCaveat,
  ...command
}: Asking<Found>): Command {
  async function ask(options: OptionValues, corpus: Corpus): Promise<Reply> {
    const answered = await answer(options, corpus);
    if (isFound(answered)) return card(answered, options);
    return answered.kind === 'none'
      ? noneReply(answered, noneHeading?.(options), noneCaveat)
      : ambiguousReply(answered, toQuestion(command.name, options));
  }
  const latestOf = remembered((_corpus: Corpus) => new Map<string, Reply>());
  return {
    ...command,
    async run(options, { corpus }) {
      const latest = latestOf(corpus);
      const asked = JSON.stringify(
        Object.entries(options).toSorted(([a], [b]) => (a < b ? -1 : 1)),
      );
      const known = latest.get(asked);
      if (known !== undefined) return known;
      const reply = await ask(options, corpus);
      latest.set(asked, reply);
      const [oldest] = latest.keys();
      if (latest.size > KEPT && oldest !== undefined) latest.delete(oldest);
      return reply;
    },
  };
}

/**
 * So many replies of a view are kept for each command. A view never changes, and whoever turns a page or
 * shares an answer has just asked for it.
 */
const KEPT = 4;

// The union's own narrowing does not reach through a type parameter.
const isFound = <Found extends { readonly kind: 'found' }>(
  answered: Answer<Found>,
): answered is Found => answered.kind === 'found';

const toQuestion = (command: string, options: OptionValues): Question => ({
  command,
  options: Object.fromEntries(
    Object.entries(options).flatMap(([name, value]) =>
      value === undefined ? [] : [[name, value]],
    ),
  ),
});
