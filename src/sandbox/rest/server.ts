import type { IncomingMessage, ServerResponse } from 'node:http';
import { playFault } from '../faults/played-fault.ts';
import { viewFor } from '../guild-view.ts';
import { trimState } from '../state.ts';
import type { State } from '../state.ts';
import { applicationRoutes } from './application.ts';
import { callbackRoutes } from './callback.ts';
import { channelRoutes } from './channel.ts';
import { commandRoutes } from './application-command.ts';
import { ApiFailure, FAILURES } from './failure.ts';
import { readBody } from './read-body.ts';
import { matchPath } from './match-path.ts';
import type { Answer, Call } from './route.ts';
import { threadRoutes } from './thread.ts';
import { webhookRoutes } from './webhook.ts';

const ROUTES = [
  ...applicationRoutes,
  ...commandRoutes,
  ...callbackRoutes,
  ...webhookRoutes,
  ...channelRoutes,
  ...threadRoutes,
];
const PREFIX = /^\/api\/v10(?=\/)/;

/** Answers one REST request as Discord would, and records it: `docs/reference#http-api`. */
export async function answerRequest(
  state: State,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const method = request.method ?? 'GET';
  const { pathname, searchParams } = new URL(request.url ?? '/', 'http://sandbox');
  const path = pathname.replace(PREFIX, '');
  let body: unknown;
  const carryOut = async (): Promise<Answer> => {
    if (!PREFIX.test(pathname)) throw FAILURES.notFound();
    const read = await readBody(request);
    ({ body } = read);
    return route(method, path, request.headers.authorization, {
      state,
      query: searchParams,
      ...read,
    });
  };
  const played = await playFault(state.faults.meet(method, path), () => attempt(carryOut));
  const isCut = typeof played === 'string';
  state.requests.push({ method, path, body, status: isCut ? 0 : played.status });
  trimState(state);
  if (!isCut) write(response, played);
  else if (played === 'reset') request.socket.resetAndDestroy();
  else request.socket.destroy();
  state.changes.announce();
}

async function attempt(work: () => Promise<Answer>): Promise<Answer> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof ApiFailure) return { status: error.status, body: error.body };
    throw error;
  }
}

function route(
  method: string,
  path: string,
  authorization: string | undefined,
  call: Call,
): Answer {
  const matches = ROUTES.flatMap((each) => {
    const ids = matchPath(each.path, path);
    return ids === undefined ? [] : [{ each, ids }];
  });
  if (matches.length === 0) throw FAILURES.notFound();
  const match = matches.find(({ each }) => each.method === method);
  if (match === undefined) throw FAILURES.wrongMethod();
  if (match.each.isOpen !== true && authorization !== `Bot ${call.state.token}`) {
    throw FAILURES.unauthorized();
  }
  return match.each.answer({ ...call, state: viewFor(call.state, match.ids) }, ...match.ids);
}

function write(response: ServerResponse, { status, body, headers = {} }: Answer): void {
  if (body === undefined) {
    response.writeHead(status, headers).end();
    return;
  }
  const json = JSON.stringify(body);
  response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(json);
}
