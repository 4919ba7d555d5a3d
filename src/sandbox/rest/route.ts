import type { Upload } from '../attachment.ts';
import type { State } from '../state.ts';

/** A request that found its route. */
export interface Call {
  readonly state: State;
  readonly query: URLSearchParams;
  readonly body: unknown;
  /** Files by their number: `files[2]` is 2. */
  readonly uploads: ReadonlyMap<number, Upload>;
}

export interface Answer {
  readonly status: number;
  /** Sent as JSON; an answer without a body has no content type either. */
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface Route {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** For example `/channels/:/messages`; what stands at a `:` is handed on in order. */
  readonly path: string;
  /** Whether the request's own token is its authority, as with interactions. */
  readonly isOpen?: boolean;
  readonly answer: (call: Call, ...ids: string[]) => Answer;
}

export const ok = (body: unknown): Answer => ({ status: 200, body });
export const created = (body: unknown): Answer => ({ status: 201, body });
export const noContent: Answer = { status: 204 };
