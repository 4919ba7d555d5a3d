import { FaultError, UserError } from '../article/user-error.ts';
import type {
  Acted,
  ActedReply,
  Actions,
  AskedMessage,
  Command,
  Context,
  MessageCommand,
  OptionDefinition,
  OptionValues,
  Pressed,
} from './command.ts';
import { QUESTION_LIMIT, formatQuestion } from './question.ts';
import { isMessageKey } from './messages.ts';
import { Refusal } from './refusal.ts';
import { guideReply, refusedReply } from './replies.ts';
import { traceOf } from './trace.ts';
import { type Form, type Message, type Question, type Reply, field, message } from './reply.ts';
import { replyCitations } from './reply-citations.ts';

/**
 * Answers a question from whatever client asked it. Never rejects: what the member did wrong and
 * what went wrong here both come back as a reply to the member alone, the latter reported as well.
 */
export const answerQuestion = (question: Question, context: Context): Promise<Reply> =>
  replied(`/${question.command}`, context, () => replyTo(question, context));

/** Answers what was asked about somebody's message. Never rejects, as `answerQuestion`. */
export const answerAbout = (
  command: MessageCommand,
  asked: AskedMessage,
  context: Context,
): Promise<Reply> => replied(command.name, context, () => command.run(asked, context));

/** The form that a command opens instead of answering; undefined where it answers, or refuses. */
export function formFor(question: Question, context: Context): Form | undefined {
  const command = context.commands.find(({ name }) => name === question.command);
  if (command?.form === undefined || !mayUse(command, context)) return undefined;
  const options = checkOptions(command, question.options, context);
  try {
    return 'outcome' in options ? undefined : command.form(options.values, context);
  } catch {
    // What is wrong with it is what it then answers.
    return undefined;
  }
}

async function replied(what: string, context: Context, work: () => Promise<Reply>): Promise<Reply> {
  try {
    return withDemoNote(await work());
  } catch (error) {
    return refusedReply(faultMessage(error, what, context));
  }
}

/**
 * Does what was pressed, chosen or filled in. Never rejects; what went wrong comes back as a reply
 * to the member alone.
 */
export async function actOn(
  actions: Actions,
  name: string,
  pressed: Pressed,
  context: Context,
): Promise<Acted> {
  const action = Object.hasOwn(actions, name) ? actions[name] : undefined;
  if (action === undefined) return told(message('press.unreadable'));
  try {
    return await action(pressed, context);
  } catch (error) {
    return told(faultMessage(error, name, context));
  }
}

/** Something told to the member alone, that answers no question. */
export const told = (heading: Message): ActedReply => ({
  kind: 'reply',
  reply: refusedReply(heading),
  question: undefined,
  isInPlace: false,
});

/** What a member did wrong, in its own words; of all else, that it failed, which is reported. */
export function faultMessage(
  error: unknown,
  what: string,
  { report }: Pick<Context, 'report'>,
): Message {
  if (error instanceof Refusal) return error.told;
  if (error instanceof FaultError && isMessageKey(error.fault))
    return message(error.fault, fieldsOf(error.params));
  if (error instanceof UserError)
    return message('refused.reason', { reason: field(error.message) });
  report(`${what} failed: ${traceOf(error)}`);
  return message('refused.failure');
}

const fieldsOf = (params: FaultError['params']): Message['params'] =>
  Object.fromEntries(Object.entries(params).map(([name, value]) => [name, field(value)]));

async function replyTo(question: Question, context: Context): Promise<Reply> {
  const command = context.commands.find(({ name }) => name === question.command);
  if (command === undefined)
    return refusedReply(
      message('refused.unknown.command', { command: field(question.command.slice(0, 32)) }),
    );
  if (!mayUse(command, context)) return refusedReply(message('refused.right'));
  if (formatQuestion(question).length > QUESTION_LIMIT)
    return refusedReply(message('refused.too.long'));
  const options = checkOptions(command, question.options, context);
  if ('outcome' in options) return options;
  const isBare = Object.keys({ ...options.values, ...context.files }).length === 0;
  if (isBare && command.answersBare !== true) return guideReply(command.examples(context.corpus));
  return command.run(options.values, context);
}

/** Whoever Discord let use a command may; but such commands are only for servers. */
const mayUse = ({ access = 'everyone' }: Command, { actor }: Context): boolean =>
  access === 'everyone' || actor.guildId !== undefined;

/** The values as their schemas give them, or what is wrong with one of them. */
function checkOptions(
  command: Command,
  typed: Question['options'],
  { corpus }: Context,
): { readonly values: OptionValues } | Reply {
  const values: [string, string][] = [];
  for (const [name, value] of Object.entries(typed)) {
    const definition = optionNamed(command, name);
    if (definition === undefined)
      return refusedReply(message('refused.unknown.option', { option: field(name) }));
    const checked = definition.schema.safeParse(value);
    if (!checked.success) return refusedOption(name, checked.error.issues[0]?.message ?? '');
    if (checked.data === undefined) continue;
    const refusal = definition.refuse?.(checked.data, corpus);
    if (refusal !== undefined) return refusedReply(refusal);
    values.push([name, checked.data]);
  }
  return { values: Object.fromEntries(values) };
}

const optionNamed = (command: Command, name: string): OptionDefinition | undefined =>
  Object.hasOwn(command.options, name) ? command.options[name] : undefined;

const refusedOption = (option: string, reason: string): Reply =>
  refusedReply(
    message('refused.option', {
      option: field(option),
      reason: isMessageKey(reason) ? message(reason) : field(reason),
    }),
  );

/** Says so where a reply cites a demonstration article. */
function withDemoNote(reply: Reply): Reply {
  const isDemo = replyCitations(reply).some(({ article }) => article.demo);
  return isDemo ? { ...reply, notes: [...reply.notes, message('demo.note')] } : reply;
}
