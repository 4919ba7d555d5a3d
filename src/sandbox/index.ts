import { createServer } from 'node:http';
import { mergedCommands } from './driver/access.ts';
import { createDriver } from './driver/driver.ts';
import type { Driver, Place } from './driver/driver.ts';
import { answerAttachment } from './file-server.ts';
import type { EventFaults } from './faults/event-faults.ts';
import type { RequestFaults } from './faults/fault.ts';
import { serveGateway } from './gateway/server.ts';
import type { Link } from './gateway/server.ts';
import { membershipIn } from './membership.ts';
import type { Membership } from './membership.ts';
import { servePage } from './page/server.ts';
import { permit, setRoles } from './rights.ts';
import type { PermissionChange } from './rights.ts';
import type { RegisteredCommand } from './registry.ts';
import { answerRequest } from './rest/server.ts';
import { createState } from './state.ts';
import type { OpenInteraction, RecordedRequest, StateOptions } from './state.ts';
import type { Who, World } from './world.ts';

export interface SandboxOptions extends StateOptions {
  /** Any free one when absent. */
  readonly port?: number;
}

/** A local Discord with a guild, or several, which a bot meets on HTTP and WebSocket alone. */
export interface Sandbox {
  /** What discord.js takes as `rest: { api }`. */
  readonly apiUrl: string;
  /** A channel in the browser, to try the bot in. */
  readonly pageUrl: string;
  /** The one token that the sandbox lets in. */
  readonly token: string;
  readonly applicationId: string;
  readonly guildId: string;
  readonly world: World;
  /** What the bot has asked over REST, oldest first; the last thousand. */
  readonly requests: readonly RecordedRequest[];
  /** Lets a test or the prompt act as someone. Throws when there is no such channel. */
  readonly as: (who: Who | number, place?: Place) => Driver;
  /** The registered commands, the guild's before the global ones that it does not hide. */
  readonly commands: () => readonly RegisteredCommand[];
  /** What a role or a person, by name, may and may not do in a channel from now on. */
  readonly permit: (channel: string, whom: string, change: PermissionChange) => void;
  /** Gives somebody these roles, by name, and no others. */
  readonly setRoles: (who: Who, roles: readonly string[]) => void;
  /** Whether the bot is in the guild. */
  readonly membership: Membership;
  /** All guilds, the first among them, oldest first. */
  readonly guilds: readonly SandboxGuild[];
  /** What happens to the bot's connection. */
  readonly link: Link;
  /** What goes wrong with its requests, and with the events that it is sent. */
  readonly faults: RequestFaults & EventFaults;
  /** Nobody gets through, on HTTP or WebSocket, until the function that it gives is called. */
  readonly goDown: () => Promise<() => Promise<void>>;
  /** What members did and how far it was answered, oldest first; the last thousand. */
  readonly interactions: () => readonly OpenInteraction[];
  /** Resolves when a bot is connected and has commands; rejects after `timeout` milliseconds. */
  readonly waitForBot: (timeout?: number) => Promise<void>;
  /** Cuts every connection and stops listening. */
  readonly close: () => Promise<void>;
}

/** One of several guilds. */
export type SandboxGuild = Pick<Sandbox, 'guildId' | 'world' | 'as' | 'permit' | 'membership'>;

const HOST = '127.0.0.1';
const WAIT_FOR_BOT = 30_000;

/** Starts a local Discord on this machine alone. Rejects when the port is taken. */
export async function startSandbox({
  port = 0,
  ...options
}: SandboxOptions = {}): Promise<Sandbox> {
  const state = createState(options);
  let openPort = port;
  const server = createServer((request, response) => {
    if (page.answer(request, response)) return;
    if (answerAttachment(state, request, response, openPort)) return;
    answerRequest(state, request, response).catch((error: unknown) => {
      response.writeHead(500, { 'content-type': 'application/json' });
      response.end(JSON.stringify({ message: `500: ${String(error)}`, code: 0 }));
    });
  });
  const page = servePage(server, state, () => openPort);
  openPort = await listen(server, port);
  const gateway = serveGateway(server, state, `ws://${HOST}:${openPort}`);
  for (const view of state.views) view.gateway = gateway;
  return {
    apiUrl: `http://${HOST}:${openPort}/api`,
    pageUrl: `http://${HOST}:${openPort}/`,
    token: state.token,
    applicationId: state.world.application.id,
    guildId: state.world.guild.id,
    world: state.world,
    requests: state.requests,
    as: (who, place) => createDriver(state, who, place),
    commands: () => mergedCommands(state),
    permit: (channel, whom, change) => permit(state, channel, whom, change),
    setRoles: (who, roles) => setRoles(state, who, roles),
    membership: membershipIn(state),
    guilds: state.views.map((view) => ({
      guildId: view.world.guild.id,
      world: view.world,
      as: (who, place) => createDriver(view, who, place),
      permit: (channel, whom, change) => permit(view, channel, whom, change),
      membership: membershipIn(view),
    })),
    link: gateway,
    faults: state.faults,
    goDown: async () => {
      gateway.cut();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      return () => listen(server, openPort).then(() => undefined);
    },
    interactions: () => [...state.interactions.values()],
    waitForBot: async (timeout = WAIT_FOR_BOT) => {
      const isThere = () => gateway.sessions() > 0 && mergedCommands(state).length > 0;
      const late = () => new Error(`No bot with commands came within ${timeout} ms`);
      await state.changes.until(() => isThere() || undefined, timeout, late);
    },
    close: () => {
      gateway.close();
      page.close();
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}

function listen(server: ReturnType<typeof createServer>, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, HOST, () => {
      const address = server.address();
      resolve(typeof address === 'object' && address !== null ? address.port : port);
    });
  });
}
