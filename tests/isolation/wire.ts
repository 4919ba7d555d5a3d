import { type IncomingMessage, type ServerResponse, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { strFromU8, unzipSync } from 'fflate';
import { WebSocket, WebSocketServer } from 'ws';
import { z } from 'zod';

// Discord's gateway and REST interface without its rules: it says whatever a test wants said, in as many
// servers as there are, and keeps what the bot says back. What Discord itself refuses, the sandbox knows.

/** Something that the bot asked over REST. */
export interface Said {
  readonly method: string;
  /** Without host and version, `/channels/1/messages`. */
  readonly path: string;
  /** The whole request in words: its path, its body, and its files with what is packed in them. */
  readonly words: string;
  readonly body: Body;
}

const bodySchema = z.looseObject({
  type: z.number().optional(),
  data: z.looseObject({}).nullish(),
  components: z.array(z.looseObject({})).nullish(),
  flags: z.number().nullish(),
});
type Body = z.infer<typeof bodySchema>;

export interface Wire {
  readonly apiUrl: string;
  readonly origin: string;
  /** Everything that the bot has said since it was last taken. */
  readonly take: () => readonly Said[];
  readonly dispatch: (event: string, data: object) => void;
  /** Sends an interaction; gives what the bot answers it with, once it has. */
  readonly interact: (payload: Interaction) => Promise<readonly Said[]>;
  readonly close: () => Promise<void>;
}

export type Interaction = Readonly<Record<string, unknown>> & { readonly channel_id: string };

/** All that was said, as one text. */
export const wordsOf = (said: readonly Said[]): string => said.map(({ words }) => words).join('\n');

export interface WireOptions {
  readonly bot: { readonly id: string };
  readonly guilds: readonly (object & { readonly id: string })[];
  /** Files that are fetched from `/files/…`, by name. */
  readonly files: Readonly<Record<string, Uint8Array>>;
}

interface Open {
  readonly channelId: string;
  readonly said: Said[];
  readonly settle: () => void;
}

const COMMANDS = /^\/applications\/\d+(?:\/guilds\/\d+)?\/commands$/u;
const CALLBACK = /^\/interactions\/\d+\/([\w-]+)\/callback$/u;
const WEBHOOK = /^\/webhooks\/\d+\/([\w-]+)/u;
const MESSAGES = /^\/channels\/(\d+)\/messages(?:\/(\d+))?$/u;
/** Kinds of answers after which another follows: deferred ones. */
const DEFERRED: ReadonlySet<unknown> = new Set([5, 6]);

export async function openWire({ bot, guilds, files }: WireOptions): Promise<Wire> {
  const open = new Map<string, Open>();
  const messages = new Map<string, object>();
  let said: Said[] = [];
  let next = 1_300_000_000_000_000_000n;
  const nextId = (): string => String((next += 1n));

  const keep = (channelId: string, { components, flags }: Body, author: object = bot): object => {
    const id = nextId();
    const message = {
      ...BLANK,
      id,
      channel_id: channelId,
      author,
      components: components ?? [],
      flags: flags ?? 0,
      timestamp: new Date(0).toISOString(),
    };
    messages.set(id, message);
    return message;
  };

  function answer(
    { method, path, body }: Said,
    entry: Open | undefined,
  ): readonly [number, unknown] {
    const [, channelId = '', messageId] = MESSAGES.exec(path) ?? [];
    if (CALLBACK.test(path)) {
      const message = keep(entry?.channelId ?? '', bodySchema.parse(body.data ?? {}));
      const resource = { type: body.type, message };
      return [200, { interaction: { id: '1', type: 2 }, resource }];
    }
    if (WEBHOOK.test(path)) return [200, keep(entry?.channelId ?? '', body)];
    if (COMMANDS.test(path)) return [200, []];
    if (path === '/users/@me/guilds')
      return [200, guilds.map(({ id }) => ({ id, name: id, permissions: '0' }))];
    if (channelId !== '' && messageId === undefined) return [200, keep(channelId, body)];
    const known = messages.get(messageId ?? '');
    if (messageId !== undefined && known === undefined)
      return [404, { code: 10_008, message: 'Unknown Message' }];
    if (method === 'DELETE') return [204, undefined];
    return [200, known ?? { id: nextId(), url: '', shards: 1 }];
  }

  async function receive(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { pathname } = new URL(request.url ?? '/', 'http://wire');
    const file = files[decodeURIComponent(pathname.slice('/files/'.length))];
    if (pathname.startsWith('/files/')) {
      response.writeHead(file === undefined ? 404 : 200).end(file);
      return;
    }
    const path = pathname.replace(/^\/api\/v10/u, '');
    if (path === '/gateway/bot') {
      const limit = { total: 1000, remaining: 1000, reset_after: 0, max_concurrency: 1 };
      sendJson(response, 200, {
        url: origin().replace('http', 'ws'),
        shards: 1,
        session_start_limit: limit,
      });
      return;
    }
    const one = await readSaid(request, path);
    said.push(one);
    const entry = open.get((CALLBACK.exec(path) ?? WEBHOOK.exec(path))?.[1] ?? '');
    entry?.said.push(one);
    sendJson(response, ...answer(one, entry));
    const isDone = CALLBACK.test(path) ? !DEFERRED.has(one.body.type) : one.method !== 'DELETE';
    if (isDone) entry?.settle();
  }

  const server = createServer((request, response) => {
    receive(request, response).catch((error: unknown) => {
      response.writeHead(500).end(String(error));
    });
  });
  const sockets = new WebSocketServer({ server });
  let sequence = 0;
  const dispatch: Wire['dispatch'] = (t, d) => {
    sequence += 1;
    const text = JSON.stringify({ op: 0, t, d, s: sequence });
    for (const socket of sockets.clients)
      if (socket.readyState === WebSocket.OPEN) socket.send(text);
  };
  sockets.on('connection', (socket) => {
    socket.on('message', (raw: Buffer) => {
      const { op } = z.object({ op: z.number() }).parse(JSON.parse(raw.toString('utf8')));
      if (op === 1) socket.send(JSON.stringify({ op: 11 }));
      if (op !== 2) return;
      const known = guilds.map(({ id }) => ({ id, unavailable: true }));
      const application = { id: bot.id, flags: 0 };
      const session = { session_id: 's', resume_gateway_url: origin().replace('http', 'ws') };
      dispatch('READY', { v: 10, user: bot, guilds: known, application, ...session });
      for (const guild of guilds) dispatch('GUILD_CREATE', guild);
    });
    socket.send(JSON.stringify({ op: 10, d: { heartbeat_interval: 600_000 } }));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- what a server on a port says
  const { port } = server.address() as AddressInfo;
  const origin = (): string => `http://127.0.0.1:${String(port)}`;

  return {
    apiUrl: `${origin()}/api`,
    origin: origin(),
    take: () => {
      const taken = said;
      said = [];
      return taken;
    },
    dispatch,
    interact: async (payload) => {
      const token = `t${nextId()}`;
      const answers: Said[] = [];
      await new Promise<void>((settle) => {
        open.set(token, { channelId: payload.channel_id, said: answers, settle });
        dispatch('INTERACTION_CREATE', { ...payload, id: nextId(), token });
      });
      return answers;
    },
    close: async () => {
      for (const socket of sockets.clients) socket.terminate();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

const BLANK = {
  content: '',
  edited_timestamp: null,
  tts: false,
  mention_everyone: false,
  mentions: [],
  mention_roles: [],
  attachments: [],
  embeds: [],
  pinned: false,
  type: 0,
};

function sendJson(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json' });
  response.end(body === undefined ? '' : JSON.stringify(body));
}

async function readSaid(request: IncomingMessage, path: string): Promise<Said> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of request) chunks.push(z.instanceof(Uint8Array).parse(chunk));
  const bytes = Buffer.concat(chunks);
  const method = request.method ?? '';
  const type = request.headers['content-type'] ?? '';
  if (!type.startsWith('multipart/')) {
    const text = bytes.toString('utf8');
    const json: unknown = text === '' ? {} : JSON.parse(text);
    return { method, path, words: `${path} ${text}`, body: toBody(json) };
  }
  const form = await new Response(bytes, { headers: { 'content-type': type } }).formData();
  const payload = z.string().parse(form.get('payload_json'));
  const words = [path, payload];
  for (const [, part] of form) if (typeof part !== 'string') words.push(await readFile(part));
  return { method, path, words: words.join('\n'), body: toBody(JSON.parse(payload)) };
}

/** A list of commands is of no interest here. */
const toBody = (json: unknown): Body => (Array.isArray(json) ? {} : bodySchema.parse(json));

async function readFile(file: File): Promise<string> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  if (!file.name.endsWith('.zip')) return `${file.name}\n${strFromU8(bytes)}`;
  return Object.entries(unzipSync(bytes))
    .map(([name, packed]) => `${name}\n${strFromU8(packed)}`)
    .join('\n');
}
