import { SettingsError, type Settings } from '../config.ts';
import { type Page, jsonPage, serveEndpoint } from './endpoint.ts';
import type { Log } from './log.ts';
import { type AnswerNote, createMetrics } from './metrics.ts';
import { type Watched, createStoreProbe, lacksOf } from './readiness.ts';

/** What an operator can see of a bot that runs. */
export interface Monitoring {
  /** Looks at these parts from now on as well. */
  readonly watch: (parts: Watched) => void;
  /** Notes what became of something that was asked. */
  readonly answered: (note: AnswerNote & { readonly guildId: string | undefined }) => void;
  readonly close: () => Promise<void>;
}

/**
 * Begins to serve `/metrics`, `/healthz` and `/readyz` if there is a port for them.
 * @throws SettingsError if it cannot be served there.
 */
export async function openMonitoring(
  { METRICS_PORT: port, METRICS_HOST: host }: Settings,
  log: Log,
  version: string,
): Promise<Monitoring> {
  let watched: Watched = {};
  const seen = (): Watched => watched;
  const askStore = createStoreProbe(seen);
  const metrics = port === 'off' ? undefined : createMetrics(seen, askStore, version);
  const readyPage = async (): Promise<Page> => {
    const lacks = await lacksOf(watched, askStore);
    return jsonPage(lacks.length === 0 ? 200 : 503, { ready: lacks.length === 0, lacks });
  };
  const endpoint =
    port === 'off' || metrics === undefined
      ? undefined
      : await serveEndpoint(
          {
            '/metrics': async () => ({ status: 200, ...(await metrics.text()) }),
            '/healthz': () => Promise.resolve(jsonPage(200, { alive: true })),
            '/readyz': readyPage,
          },
          { host, port },
        ).catch((error: unknown) => {
          throw explainListening(error, host, port) ?? error;
        });
  if (endpoint !== undefined) log.info(`Metrics are served on ${endpoint.url}/metrics.`);
  return {
    watch: (parts) => {
      watched = { ...watched, ...parts };
    },
    answered: (note) => {
      metrics?.answered(note);
      const { guildId, command, outcome, milliseconds } = note;
      log.debug(`A ${note.via} was answered.`, { guildId, command, outcome, milliseconds });
    },
    close: async () => endpoint?.close(),
  };
}

/** What an operator can put right, where a port cannot be had. */
function explainListening(error: unknown, host: string, port: number): SettingsError | undefined {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  switch (code) {
    case 'EADDRINUSE':
      return new SettingsError(
        `METRICS_PORT: something else uses port ${port}; set another, 0, or off.`,
      );
    case 'EACCES':
      return new SettingsError(
        `METRICS_PORT: this account may not use port ${port}; set one above 1023.`,
      );
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
      return new SettingsError(`METRICS_HOST: this machine has no address ${host}.`);
    default:
      return undefined;
  }
}
