import robotsModule from 'robots-parser';
import { IntakeError } from './intake-error.ts';

// The package is CommonJS and is the function itself; its types say that it is under `default`.
// oxlint-disable-next-line typescript/no-unsafe-type-assertion
const robotsParser = robotsModule as unknown as typeof robotsModule.default;

/** How a site's robots.txt calls this bot. */
export const BOT_NAME = 'VerbatimBot';

/** Milliseconds that a site's rules are kept for; RFC 9309 asks for a day at most. */
const KEPT_FOR = 3_600_000;
const MOST_SITES = 1000;

/** Bytes; RFC 9309 asks that at least 500 kibibytes are read. */
export const MOST_ROBOTS = 524_288;

/** What a site answered to the question for its robots.txt. */
export interface RobotsAnswer {
  readonly status: number;
  readonly text: string;
}

/**
 * Whether a page may be read, by its site's rules; `ask` is called when they are not known.
 * @throws IntakeError if the site asks that the page not be read, or its robots.txt fails.
 */
export type Robots = (page: URL, ask: (robots: URL) => Promise<RobotsAnswer>) => Promise<void>;

/**
 * Keeps to robots.txt (RFC 9309): a site without one (4xx) may be read, and one whose robots.txt
 * fails (5xx) may not. It is asked for once an hour for each scheme, host and port.
 */
export function createRobots(now: () => number = Date.now): Robots {
  const kept = new Map<string, { readonly at: number; readonly text: string }>();
  return async (page, ask) => {
    const robots = new URL('/robots.txt', page);
    let rules = kept.get(page.origin);
    if (rules === undefined || now() - rules.at > KEPT_FOR) {
      rules = { at: now(), text: readAnswer(await ask(robots), page.hostname) };
      if (kept.size >= MOST_SITES) kept.clear();
      kept.set(page.origin, rules);
    }
    if (robotsParser(robots.href, rules.text).isAllowed(page.href, BOT_NAME) === false)
      throw new IntakeError('intake.robots', { host: page.hostname });
  };
}

function readAnswer({ status, text }: RobotsAnswer, host: string): string {
  if (status >= 200 && status < 300) return text;
  if (status >= 400 && status < 500) return '';
  throw new IntakeError('intake.robots-unreachable', { host });
}
