import { isUpload } from '../attachment.ts';
import type { Driver, Outcome } from '../driver/driver.ts';
import type { OptionValues } from '../driver/option.ts';
import type { SeenMessage } from '../driver/seen.ts';
import type { Sandbox } from '../index.ts';
import type { Choice } from '../state.ts';
import { WHO } from '../world.ts';
import type { World } from '../world.ts';
import { renderCard } from './card.ts';
import type { CardOptions, Control } from './card.ts';
import { completeLine } from './completion.ts';
import type { Completions, Offered } from './completion.ts';
import { type Filling, askField, fillNext, startFilling } from './filling.ts';
import { parseLine, typeableCommands } from './line.ts';
import type { Line } from './line.ts';
import type { NameOf } from './markdown.ts';
import { withFiles } from './given-file.ts';
import { createStyles, toSafeText } from './terminal-text.ts';

/** A conversation without its terminal. */
export interface Talk {
  /** What to print; empty for nothing. Never rejects. */
  readonly answer: (typed: string) => Promise<{ readonly text: string; readonly isExit: boolean }>;
  readonly complete: (line: string) => Promise<Completions>;
}

/** Who acts, the card that numbers press, and the values that were offered under other names. */
interface TalkState {
  readonly sandbox: Sandbox;
  readonly view: () => CardOptions;
  readonly offered: Map<string, Choice['value']>;
  driver: Driver;
  seen?: SeenMessage;
  /** The form that is being filled in. */
  filling?: Filling | undefined;
  controls: readonly Control[];
}

export const LEGEND =
  'Tab completes. A number presses (1), (2)… on the last card; several choose from its menu. ' +
  'A line that begins with @verbatim asks in plain words. /help lists the commands. ' +
  '"as moderator" makes you one, "as member" a member again. exit leaves.';

/** Starts talking as a member of the guild; `width` is asked before each card. */
export function createTalk(sandbox: Sandbox, isTerminal: boolean, width: () => number): Talk {
  const styles = createStyles(isTerminal);
  const nameOf = createNameOf(sandbox.world);
  const talk: TalkState = {
    sandbox,
    view: () => ({ styles, nameOf, width: width() }),
    offered: new Map(),
    driver: sandbox.as('member'),
    controls: [],
  };
  return {
    complete: (line) => completeLine(line, talk.driver, offeredOf(talk)),
    answer: async (typed) => {
      const line = parseLine(typed, typeableCommands(talk.driver.commands()));
      const isExit = line.kind === 'exit';
      const { filling } = talk;
      const answered =
        filling === undefined || isExit
          ? answerLine(talk, line)
          : answerField(talk, filling, typed.trim());
      return { text: await answered.catch(toApology), isExit };
    },
  };
}

function offeredOf({ offered }: TalkState): Offered {
  return {
    has: (title, option, name) => offered.has(offerKey(title, option, name)),
    remember: (title, option, choices) => {
      for (const { name, value } of choices) offered.set(offerKey(title, option, name), value);
    },
  };
}

async function answerLine(talk: TalkState, line: Line): Promise<string> {
  switch (line.kind) {
    case 'empty':
    case 'exit':
      return '';
    case 'help':
      return helpText(talk.driver);
    case 'mistake':
      return toSafeText(line.text);
    case 'person':
      return become(talk, line.name);
    case 'numbers':
      return press(talk, line.numbers);
    case 'say':
      return say(talk, line.text);
    case 'command':
      break;
  }
  const offered = toOffered(line.title, line.values, talk.offered);
  const values = await withFiles(talk.driver, line.title, offered);
  return showOutcome(talk, await talk.driver.outcomeOf.command(line.title, values));
}

function showOutcome(talk: TalkState, outcome: Outcome): string {
  if (outcome.kind === 'message') return show(talk, outcome.message);
  talk.filling = startFilling(outcome.form);
  return toSafeText(askField(talk.filling) ?? '');
}

/** Asks for the next field, or sends the form after its last. */
async function answerField(talk: TalkState, filling: Filling, typed: string): Promise<string> {
  talk.filling = undefined;
  if (typed === 'cancel') return 'The form is closed.';
  const filled = fillNext(filling, typed);
  const next = askField(filled);
  if (next === undefined) return show(talk, await talk.driver.submit(filled.form, filled.values));
  talk.filling = filled;
  return toSafeText(next);
}

/** The bot answers a message that mentions it; other bots' silence is not waited for. */
async function say(talk: TalkState, text: string): Promise<string> {
  const said = await talk.driver.say(text);
  return show(talk, await talk.driver.nextMessage(said, PATIENCE));
}

/** Milliseconds. */
const PATIENCE = 3000;

function show(talk: TalkState, seen: SeenMessage): string {
  const { text, controls } = renderCard(seen, talk.view());
  talk.seen = seen;
  talk.controls = controls;
  return text;
}

/** One number presses a button or chooses from a menu; several choose from one menu together. */
async function press(talk: TalkState, numbers: readonly number[]): Promise<string> {
  const { driver, seen } = talk;
  const missing = numbers.find((number) => talk.controls[number - 1] === undefined);
  const [first, ...others] = numbers.flatMap((number) => talk.controls[number - 1] ?? []);
  if (seen === undefined || first === undefined || missing !== undefined)
    return `The last card has no (${missing ?? ''}) to press.`;
  if (others.some(({ customId }) => customId !== first.customId))
    return 'Several numbers together choose from one menu; a button is pressed alone.';
  if (first.kind === 'press')
    return showOutcome(talk, await driver.outcomeOf.press(seen, first.customId));
  const values = [first, ...others].flatMap((one) => (one.kind === 'select' ? [one.value] : []));
  return showOutcome(talk, await driver.outcomeOf.select(seen, first.customId, values));
}

function become(talk: TalkState, name: string): string {
  const who = WHO.find((each) => each === name);
  if (who === undefined) return `Nobody here is called that; there are ${WHO.join(', ')}.`;
  talk.driver = talk.sandbox.as(who);
  return `You are the ${who} now.`;
}

/** Puts the value in the place of the name under which the bot offered it. */
function toOffered(
  title: string,
  values: OptionValues,
  offered: ReadonlyMap<string, Choice['value']>,
): OptionValues {
  const entries = Object.entries(values).map(([option, value]) => [
    option,
    isUpload(value) ? value : (offered.get(offerKey(title, option, String(value))) ?? value),
  ]);
  return Object.fromEntries(entries);
}

function helpText(driver: Driver): string {
  const commands = typeableCommands(driver.commands()).map(({ title, description, options }) => {
    const names = options.map(({ name, required }) =>
      required === true ? ` ${name}:` : ` [${name}:]`,
    );
    return `/${title}${names.join('')}\n    ${toSafeText(description)}`;
  });
  return [...commands, LEGEND, `as ${WHO.join(', as ')}: act as someone else.`].join('\n');
}

function createNameOf({ members, channels, guild }: World): NameOf {
  const named = new Map<string, string>([
    ...members.map(({ user }) => [`@${user.id}`, user.username] as const),
    ...guild.roles.map(({ id, name }) => [`@&${id}`, name] as const),
    ...channels.map(({ id, name }) => [`#${id}`, name] as const),
  ]);
  return (kind, id) => named.get(`${kind}${id}`) ?? 'unknown';
}

const offerKey = (title: string, option: string, name: string): string =>
  `${title} ${option} ${name}`;

const toApology = (error: unknown): string =>
  toSafeText(error instanceof Error ? error.message : String(error));
