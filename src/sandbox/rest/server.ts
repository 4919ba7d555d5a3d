import type { IncomingMessage, ServerResponse } from 'node:http';
import { viewFor } from '../guild-view.ts';
import { trimState } from '../state.ts';
import type { State } from '../state.ts';
import { applicationRoutes } from './application.ts';
import { callbackRoutes } from './callback.ts';
import { channelRoutes } from './channel.ts';
import { commandRoutes } from './application-command.ts';
import { ApiFailure, FAILURES } from './failure.ts';
import { readBody } from './read-body.ts';
import { matchPath } from './route.ts';
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
  const answer = await attempt(async () => {
    if (!PREFIX.test(pathname)) throw FAILURES.notFound();
    const read = await readBody(request);
    ({ body } = read);
    return route(method, path, request.headers.authorization, {
      state,
      query: searchParams,
      ...read,
    });
  });
  state.requests.push({ method, path, body, status: answer.status });
  trimState(state);
  write(response, answer);
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

function write(response: ServerResponse, { status, body }: Answer): void {
  if (body === undefined) {
    response.writeHead(status).end();
    return;
  }
  const json = JSON.stringify(body);
  response.writeHead(status, { 'content-type': 'application/json' }).end(json);
}
