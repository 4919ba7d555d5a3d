import { randomBytes } from 'node:crypto';
import { GatewayCloseCodes, GatewayOpcodes } from 'discord-api-types/v10';
import type { GatewayIdentifyData } from 'discord-api-types/v10';
import type { RawData, WebSocket } from 'ws';
import { z } from 'zod';
import type { DispatchEvent, State } from '../state.ts';
import { ALL_INTENTS, guildCreateOf, isWanted, mayIntend, readyOf } from './event.ts';

/** One connection of a bot: `docs/events/gateway#connections`. */
export interface Session {
  readonly isReady: () => boolean;
  /** Sends the event if the session is ready and its intents ask for it. */
  readonly dispatch: (event: DispatchEvent) => void;
  readonly close: () => void;
}

const HEARTBEAT_INTERVAL = 41_250;
const MOST_BYTES = 4096;
const MOST_EVENTS = 120;
const EVENTS_WINDOW = 60_000;

const payloadSchema = z.object({ op: z.number(), d: z.unknown() });
const opcodeSchema = z.enum(GatewayOpcodes);
const identifySchema = z.object({
  token: z.string(),
  intents: z.number(),
  properties: z.object({}),
  shard: z.tuple([z.number().int().min(0), z.number().int().min(1)]).optional(),
});

/** Greets a new connection and follows it until it closes, as documented for gateway version 10. */
export function openSession(socket: WebSocket, state: State, gatewayUrl: string): Session {
  let identity: Pick<GatewayIdentifyData, 'intents'> | undefined;
  let sequence = 0;
  let received: number[] = [];

  const send = (op: GatewayOpcodes, d: unknown, event?: DispatchEvent['t']): void => {
    const s = event === undefined ? null : (sequence += 1);
    socket.send(JSON.stringify({ op, d, s, t: event ?? null }));
  };
  const dispatch = ({ t, d }: DispatchEvent): void => {
    if (identity === undefined || !isWanted(t, identity.intents)) return;
    send(GatewayOpcodes.Dispatch, d, t);
  };
  const close = (code: GatewayCloseCodes, reason: string): void => socket.close(code, reason);

  const identify = (d: unknown): void => {
    const { data } = identifySchema.safeParse(d);
    if (identity !== undefined) {
      return close(GatewayCloseCodes.AlreadyAuthenticated, 'Already authenticated.');
    }
    if (data === undefined) {
      return close(GatewayCloseCodes.DecodeError, 'Error while decoding payload.');
    }
    const [shard, shards] = data.shard ?? [0, 1];
    const refusal = refuseIdentify({ ...data, shard, shards }, state);
    if (refusal !== undefined) return close(...refusal);
    identity = { intents: data.intents };
    const id = randomBytes(16).toString('hex');
    const ready = readyOf(state.world, { id, url: gatewayUrl, shard: [shard, shards] });
    send(GatewayOpcodes.Dispatch, ready, 'READY');
    dispatch({ t: 'GUILD_CREATE', d: guildCreateOf(state.world) });
    state.changes.announce();
  };

  // Resuming is not offered: as Discord does when a session is lost, it asks for a new identify.
  const receive = (op: GatewayOpcodes | undefined, d: unknown): void => {
    if (op === GatewayOpcodes.Heartbeat) return send(GatewayOpcodes.HeartbeatAck, null);
    if (op === GatewayOpcodes.Identify) return identify(d);
    if (op === GatewayOpcodes.Resume) return send(GatewayOpcodes.InvalidSession, false);
    if (op === undefined || !CLIENT_OPCODES.has(op))
      return close(GatewayCloseCodes.UnknownOpcode, 'Unknown opcode.');
    if (identity === undefined) {
      return close(GatewayCloseCodes.NotAuthenticated, 'Not authenticated.');
    }
  };

  socket.on('message', (raw) => {
    const now = state.clock();
    received = [...received.filter((at) => now - at < EVENTS_WINDOW), now];
    if (received.length > MOST_EVENTS) return close(GatewayCloseCodes.RateLimited, 'Rate limited.');
    const { data } = payloadSchema.safeParse(decode(raw));
    if (data === undefined) {
      return close(GatewayCloseCodes.DecodeError, 'Error while decoding payload.');
    }
    receive(opcodeSchema.safeParse(data.op).data, data.d);
  });
  send(GatewayOpcodes.Hello, { heartbeat_interval: HEARTBEAT_INTERVAL });
  return {
    dispatch,
    isReady: () => identity !== undefined && socket.readyState === socket.OPEN,
    close: () => socket.terminate(),
  };
}

/** What a bot may send besides heartbeats, identify and resume; received, and without effect here. */
const CLIENT_OPCODES: ReadonlySet<GatewayOpcodes> = new Set([
  GatewayOpcodes.PresenceUpdate,
  GatewayOpcodes.VoiceStateUpdate,
  GatewayOpcodes.RequestGuildMembers,
  GatewayOpcodes.RequestSoundboardSounds,
  GatewayOpcodes.RequestChannelInfo,
]);

interface Identification {
  readonly token: string;
  readonly intents: number;
  readonly shard: number;
  readonly shards: number;
}

/** `docs/topics/opcodes-and-status-codes#gateway-gateway-close-event-codes` */
function refuseIdentify(
  { token, intents, shard, shards }: Identification,
  { world, token: expected }: State,
): [GatewayCloseCodes, string] | undefined {
  if (token !== expected) return [GatewayCloseCodes.AuthenticationFailed, 'Authentication failed.'];
  if (shard >= shards) return [GatewayCloseCodes.InvalidShard, 'Invalid shard.'];
  if (!Number.isInteger(intents) || (intents & ~ALL_INTENTS) !== 0) {
    return [GatewayCloseCodes.InvalidIntents, 'Invalid intent(s).'];
  }
  return mayIntend(intents, world.application.flags)
    ? undefined
    : [GatewayCloseCodes.DisallowedIntents, 'Disallowed intent(s).'];
}

function decode(raw: RawData): unknown {
  const bytes = Array.isArray(raw) ? Buffer.concat(raw) : Buffer.from(new Uint8Array(raw));
  if (bytes.length > MOST_BYTES) return undefined;
  try {
    return JSON.parse(bytes.toString('utf8'));
  } catch {
    return undefined;
  }
}
