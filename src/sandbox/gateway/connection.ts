import { GatewayCloseCodes, GatewayOpcodes } from 'discord-api-types/v10';
import type { RawData, WebSocket } from 'ws';
import { z } from 'zod';
import { joined } from '../guild-view.ts';
import type { State } from '../state.ts';
import { ALL_INTENTS, guildCreateOf, mayIntend, readyOf } from './event.ts';
import { type Session, createSession, isFinal } from './session.ts';
import { isOnShard } from './session-start.ts';

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
const resumeSchema = z.object({
  token: z.string(),
  session_id: z.string(),
  seq: z.number().int().min(0),
});

/** What a connection is opened with. */
export interface Reception {
  readonly state: State;
  readonly gatewayUrl: string;
  /** The sessions that can be gone on with, by id. */
  readonly sessions: Map<string, Session>;
}

/** Greets a new connection and follows it until it closes, as documented for gateway version 10. */
export function receiveConnection(socket: WebSocket, reception: Reception): void {
  const { state, sessions, gatewayUrl } = reception;
  let session: Session | undefined;
  let received: number[] = [];
  const send = (op: GatewayOpcodes, d: unknown): void =>
    socket.send(JSON.stringify({ op, d, s: null, t: null }));
  const close = (code: GatewayCloseCodes, reason: string): void => socket.close(code, reason);

  /** One session more than the day has ends all, and the token: `docs/events/gateway#identifying`. */
  const resetToken = (): void => {
    close(GatewayCloseCodes.AuthenticationFailed, 'Authentication failed.');
    for (const other of sessions.values()) other.drop();
    sessions.clear();
  };

  const identify = (d: unknown): void => {
    const { data } = identifySchema.safeParse(d);
    if (session !== undefined) {
      return close(GatewayCloseCodes.AlreadyAuthenticated, 'Already authenticated.');
    }
    if (data === undefined) {
      return close(GatewayCloseCodes.DecodeError, 'Error while decoding payload.');
    }
    const [shard, shards] = data.shard ?? [0, 1];
    const refusal = refuseIdentify({ ...data, shard, shards }, state);
    if (refusal !== undefined) return close(...refusal);
    const guilds = joined(state).filter(({ world }) => isOnShard([shard, shards], world.guild.id));
    const refused = state.starts.begin([shard, shards], guilds.length);
    if (refused === 'invalid') return send(GatewayOpcodes.InvalidSession, false);
    if (refused === 'reset') return resetToken();
    if (refused !== undefined) return close(...refused);
    session = createSession(
      socket,
      { intents: data.intents, shard: [shard, shards] },
      state.faults,
    );
    sessions.set(session.id, session);
    const { id } = session;
    session.dispatch({
      t: 'READY',
      d: readyOf(
        state.world,
        { id, url: gatewayUrl, shard: [shard, shards] },
        guilds.map(({ world }) => world.guild.id),
      ),
    });
    for (const { world, membership } of guilds)
      if (membership === 'member') session.dispatch({ t: 'GUILD_CREATE', d: guildCreateOf(world) });
    state.changes.announce();
  };

  const resume = (d: unknown): void => {
    const { data } = resumeSchema.safeParse(d);
    if (data === undefined) {
      return close(GatewayCloseCodes.DecodeError, 'Error while decoding payload.');
    }
    const kept = isToken(data.token, state) ? sessions.get(data.session_id) : undefined;
    if (kept === undefined) return send(GatewayOpcodes.InvalidSession, false);
    if (!kept.resume(socket, data.seq)) return close(GatewayCloseCodes.InvalidSeq, 'Invalid seq.');
    session = kept;
    state.changes.announce();
  };

  const receive = (op: GatewayOpcodes | undefined, d: unknown): void => {
    if (op === GatewayOpcodes.Heartbeat) return send(GatewayOpcodes.HeartbeatAck, null);
    if (op === GatewayOpcodes.Identify) return identify(d);
    if (op === GatewayOpcodes.Resume) return resume(d);
    if (op === undefined || !CLIENT_OPCODES.has(op))
      return close(GatewayCloseCodes.UnknownOpcode, 'Unknown opcode.');
    if (session === undefined) {
      return close(GatewayCloseCodes.NotAuthenticated, 'Not authenticated.');
    }
  };

  socket.on('message', (raw) => {
    if (state.faults.dead.has(socket)) return;
    const now = state.clock();
    received = [...received.filter((at) => now - at < EVENTS_WINDOW), now];
    if (received.length > MOST_EVENTS) return close(GatewayCloseCodes.RateLimited, 'Rate limited.');
    const { data } = payloadSchema.safeParse(decode(raw));
    if (data === undefined) {
      return close(GatewayCloseCodes.DecodeError, 'Error while decoding payload.');
    }
    receive(opcodeSchema.safeParse(data.op).data, data.d);
  });
  socket.on('close', (code) => {
    if (session !== undefined && isFinal(code)) sessions.delete(session.id);
    state.changes.announce();
  });
  send(GatewayOpcodes.Hello, { heartbeat_interval: state.limits.heartbeat });
}

/** What a bot may send besides heartbeats, identify and resume; received, and without effect here. */
const CLIENT_OPCODES: ReadonlySet<GatewayOpcodes> = new Set([
  GatewayOpcodes.PresenceUpdate,
  GatewayOpcodes.VoiceStateUpdate,
  GatewayOpcodes.RequestGuildMembers,
  GatewayOpcodes.RequestSoundboardSounds,
  GatewayOpcodes.RequestChannelInfo,
]);

/** Discord takes the token with what REST puts before it, too, as some libraries send it. */
const isToken = (given: string, { token }: Pick<State, 'token'>): boolean =>
  given === token || given === `Bot ${token}`;

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
  if (!isToken(token, { token: expected }))
    return [GatewayCloseCodes.AuthenticationFailed, 'Authentication failed.'];
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
