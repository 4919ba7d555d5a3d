import { randomBytes } from 'node:crypto';
import type {
  APIBaseInteraction,
  APIMessage,
  GatewayDispatchPayload,
  InteractionResponseType,
  InteractionType,
} from 'discord-api-types/v10';
import type { KeptFile } from './attachment.ts';
import { createChanges } from './change.ts';
import type { Changes } from './change.ts';
import { type PlayedEvents, playEvents } from './faults/event-faults.ts';
import { type PlannedFaults, planFaults } from './faults/request-faults.ts';
import { createCommandRegistry } from './registry.ts';
import type { CommandRegistry } from './registry.ts';
import type { CompletionType } from './rules/spec.ts';
import { createSessionStarts } from './gateway/session-start.ts';
import type { SessionStarts, ShardRules } from './gateway/session-start.ts';
import { createSnowflakes } from './snowflake.ts';
import { createWorld } from './world.ts';
import type { World } from './world.ts';

/** Milliseconds: `docs/interactions/receiving-and-responding#interaction-callback`. */
interface Limits {
  /** From an interaction to its first answer: 3 s. */
  readonly firstAnswer: number;
  /** From an interaction to the end of its token: 15 min. */
  readonly token: number;
  /** How long the driver waits for a deferred answer before it gives up. */
  readonly patience: number;
  /** From one heartbeat of the bot's to the next: 41.25 s. */
  readonly heartbeat: number;
  /** For how long a message with the same nonce is the same message: 3 min; documented is “a few”. */
  readonly nonce: number;
}

/** A value offered while a member types. */
export interface Choice {
  readonly name: string;
  readonly value: string | number;
}

/** A message as it stands; an edit replaces it and counts up. */
export interface PostedMessage {
  readonly message: APIMessage;
  /** The one user who sees an ephemeral message. */
  readonly visibleTo?: string;
  readonly edits: number;
}

/** An interaction that the bot was sent, and how far its answer has come. */
export interface OpenInteraction {
  readonly id: string;
  readonly token: string;
  readonly type: InteractionType;
  readonly createdAt: number;
  readonly userId: string;
  readonly channelId: string;
  /** For the driver's errors: `/quote` or `the button "Next"`. */
  readonly title: string;
  /** The message that a component stands on. */
  readonly sourceId?: string;
  /** The type of the option that is being completed. */
  readonly completes?: CompletionType;
  acknowledged?: InteractionResponseType;
  originalId?: string;
  readonly followUpIds: string[];
  choices?: readonly Choice[];
  /** The form that the bot answered with, as it sent it. */
  form?: unknown;
  /** Refusals that the bot was given while it answered. */
  readonly refusals: string[];
}

export interface RecordedRequest {
  readonly method: string;
  /** Without host, `/api` and version, for example `/users/@me`. */
  readonly path: string;
  readonly body: unknown;
  /** 0 where the connection was lost before the answer. */
  readonly status: number;
}

/** An event as the gateway sends it, without the session's sequence number. */
export interface DispatchEvent {
  readonly t: `${GatewayDispatchPayload['t']}`;
  readonly d: EventData | ((intents: number) => EventData);
}

/** Of some events, what a bot is given of it depends on its intents. */
type EventData = GatewayDispatchPayload['d'] | APIBaseInteraction<InteractionType, unknown> | null;

export interface Gateway {
  /** Where a bot connects, for example `ws://127.0.0.1:8080`. */
  readonly url: string;
  /** Sends an event to the sessions whose intents ask for it. */
  readonly dispatch: (event: DispatchEvent) => void;
  /** How many sessions are past READY, and connected. */
  readonly sessions: () => number;
}

/** Everything in the sandbox that changes while it runs. */
export interface State {
  readonly world: World;
  readonly token: string;
  readonly limits: Limits;
  readonly clock: () => number;
  readonly nextId: () => string;
  readonly changes: Changes;
  readonly commands: CommandRegistry;
  readonly messages: Map<string, PostedMessage>;
  readonly interactions: Map<string, OpenInteraction>;
  /** Files that were sent, by their ids, oldest first. */
  readonly files: Map<string, KeptFile>;
  readonly requests: RecordedRequest[];
  /** Interactions as the bot was sent them, oldest first; the last fifty. */
  readonly sentInteractions: unknown[];
  /** Messages that the bot gave a nonce which nobody else may have, by that. */
  readonly nonces: Map<string, string>;
  /** What goes wrong with requests and events. */
  readonly faults: PlannedFaults & PlayedEvents;
  readonly starts: SessionStarts;
  /** One for each guild, the first one's first: they share all but the guild. */
  readonly views: readonly State[];
  gateway: Gateway;
  /** Whether the bot is in the guild, and Discord can reach that. */
  membership: 'member' | 'unavailable' | 'none';
}

export interface StateOptions {
  readonly token?: string;
  readonly applicationFlags?: number;
  /** How many more members the first guild has. */
  readonly crowd?: number;
  readonly limits?: Partial<Limits>;
  readonly clock?: () => number;
  /** How many guilds there are; one when absent. */
  readonly guilds?: number;
  readonly shards?: Partial<ShardRules>;
}

const MOST_KEPT = 1000;
const LIMITS: Limits = {
  firstAnswer: 3_000,
  token: 15 * 60_000,
  patience: 15_000,
  heartbeat: 41_250,
  nonce: 3 * 60_000,
};

/** An empty state: nothing registered, said or asked, and no gateway yet. */
export function createState(options: StateOptions = {}): State {
  const clock = options.clock ?? Date.now;
  const world = createWorld(options.applicationFlags, 0, options.crowd);
  const nextId = createSnowflakes(clock);
  const views: State[] = [];
  const state: State = {
    world,
    views,
    starts: createSessionStarts(options.shards ?? {}, clock),
    clock,
    nextId,
    token: options.token ?? createToken(world.bot.id),
    limits: { ...LIMITS, ...options.limits },
    changes: createChanges(),
    commands: createCommandRegistry(world.application.id, nextId),
    messages: new Map(),
    interactions: new Map(),
    files: new Map(),
    requests: [],
    sentInteractions: [],
    nonces: new Map(),
    faults: { ...planFaults(clock), ...playEvents() },
    gateway: { url: '', dispatch: () => undefined, sessions: () => 0 },
    membership: 'member',
  };
  views.push(state);
  for (let number = 1; number < (options.guilds ?? 1); number += 1)
    views.push({ ...state, world: createWorld(options.applicationFlags, number) });
  return state;
}

const MOST_SENT = 50;

/** Keeps a long run small: drops the oldest of what is only looked back at. */
export function trimState({
  messages,
  interactions,
  nonces,
  requests,
  sentInteractions,
}: State): void {
  dropOldest(messages);
  dropOldest(nonces);
  dropOldest(interactions);
  sentInteractions.splice(0, Math.max(0, sentInteractions.length - MOST_SENT));
  requests.splice(0, Math.max(0, requests.length - MOST_KEPT));
}

function dropOldest(kept: Map<string, unknown>): void {
  for (const id of kept.keys()) {
    if (kept.size <= MOST_KEPT) return;
    kept.delete(id);
  }
}

// In the form of a bot's token: user id, time, secret.
function createToken(userId: string): string {
  const id = Buffer.from(userId).toString('base64url');
  return `${id}.${randomBytes(4).toString('base64url')}.${randomBytes(27).toString('base64url')}`;
}
