/** What goes wrong with a request on a bad day of Discord's. */
export type Fault =
  /** Answered with an error of Discord's own, not carried out. */
  | { readonly kind: 'error'; readonly status: 500 | 502 | 503 | 504 }
  /** Over a rate limit, from the first request on and for so many seconds. */
  | { readonly kind: 'limit'; readonly scope: LimitScope; readonly seconds: number }
  /** So many milliseconds pass before it is carried out, or between that and its answer. */
  | { readonly kind: 'slow'; readonly before: 'work' | 'answer'; readonly ms: number }
  /** The connection is lost before the request is carried out, or between that and its answer. */
  | { readonly kind: 'cut'; readonly before: 'work' | 'answer'; readonly how: 'reset' | 'closed' };

/** Whose limit it is: the bot's on a route, everybody's on a thing, the bot's on all routes. */
type LimitScope = 'user' | 'shared' | 'global';

/** A fault that waits for requests. */
export interface PlannedFault {
  /** How many requests have met it. */
  readonly met: () => number;
  readonly end: () => void;
}

export interface RequestFaults {
  /**
   * Lets the next requests to a route go wrong, all of them without `times`. A route is written
   * `POST /channels/:/messages`, or `*` for every one. Of several plans the oldest is met first.
   */
  readonly plan: (route: string, fault: Fault, times?: number) => PlannedFault;
}
