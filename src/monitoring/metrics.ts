import {
  Counter,
  Gauge,
  type GaugeConfiguration,
  Histogram,
  Registry,
  collectDefaultMetrics,
} from 'prom-client';
import type { StoreState, Watched } from './readiness.ts';

/** What became of something that was asked, by words of the bot's own alone. */
export interface AnswerNote {
  readonly via: string;
  readonly command: string;
  readonly outcome: string;
  readonly milliseconds: number;
}

export interface Metrics {
  answered(note: AnswerNote): void;
  /** All of them, in Prometheus' text format, and its content type. */
  text(): Promise<{ readonly body: string; readonly type: string }>;
}

/** In seconds: from an answer that was at hand to the three seconds that Discord waits. */
const BUCKETS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2, 3];

/** Metrics of this process. No label is made of what a server or a member is called. */
export function createMetrics(
  watched: () => Watched,
  askStore: () => Promise<StoreState>,
  version: string,
): Metrics {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry });
  new Gauge({
    name: 'verbatim_info',
    help: 'Always 1; the version is its label.',
    labelNames: ['version'],
    registers,
  }).set({ version }, 1);
  const answers = new Counter({
    name: 'verbatim_answers_total',
    help: 'What was asked, by what was asked for, how, and what became of it.',
    labelNames: ['command', 'via', 'outcome'] as const,
    registers,
  });
  const times = new Histogram({
    name: 'verbatim_answer_duration_seconds',
    help: 'From when an interaction came until Discord had the answer.',
    labelNames: ['command', 'via'] as const,
    buckets: BUCKETS,
    registers,
  });
  gaugeShards(registry, watched);
  gaugeShelves(registry, watched, askStore);
  return {
    answered: ({ command, via, outcome, milliseconds }) => {
      answers.inc({ command, via, outcome });
      times.observe({ command, via }, milliseconds / 1000);
    },
    text: async () => ({ body: await registry.metrics(), type: registry.contentType }),
  };
}

function gaugeShards(registry: Registry, watched: () => Watched): void {
  const shards = () => watched().shards?.() ?? [];
  addGauge(registry, {
    name: 'verbatim_gateway_ready',
    help: 'Whether a connection to Discord’s gateway is ready, 1 or 0.',
    labelNames: ['shard'],
    collect() {
      this.reset();
      for (const { id, isReady } of shards()) this.set({ shard: id }, isReady ? 1 : 0);
    },
  });
  addGauge(registry, {
    name: 'verbatim_gateway_ping_seconds',
    help: 'How long Discord last took to answer a heartbeat.',
    labelNames: ['shard'],
    collect() {
      this.reset();
      for (const { id, ping } of shards()) if (ping >= 0) this.set({ shard: id }, ping / 1000);
    },
  });
}

function gaugeShelves(
  registry: Registry,
  watched: () => Watched,
  askStore: () => Promise<StoreState>,
): void {
  const gauge = (name: string, help: string, value: () => number | undefined): void => {
    addGauge(registry, {
      name,
      help,
      collect() {
        const now = value();
        if (now !== undefined) this.set(now);
      },
    });
  };
  const corpora = () => watched().corpora?.();
  gauge(
    'verbatim_articles',
    'Articles of the base shelf that answers show.',
    () => corpora()?.articles,
  );
  gauge(
    'verbatim_articles_unread',
    'Articles that are yet to be read before the newest changes show, of all loaded shelves.',
    () => corpora()?.unread,
  );
  gauge(
    'verbatim_shelves_loaded',
    'Shelves in memory, the base shelf among them.',
    () => corpora()?.shelves,
  );
  gauge(
    'verbatim_shelves_bytes',
    'About how much memory the loaded shelves of servers take.',
    () => corpora()?.bytes,
  );
  gauge(
    'verbatim_base_revision',
    'The base shelf’s revision that answers show.',
    () => corpora()?.revision,
  );
  gauge(
    'verbatim_shelf_lag_seconds',
    'For how long the shelf that is furthest behind its changes has been so.',
    () => {
      const behind = corpora()?.behind;
      return behind === undefined ? undefined : behind / 1000;
    },
  );
  addGauge(registry, {
    name: 'verbatim_store_reachable',
    help: 'Whether the store answers, 1 or 0.',
    async collect() {
      this.set((await askStore()).isReachable ? 1 : 0);
    },
  });
  addGauge(registry, {
    name: 'verbatim_base_lag_revisions',
    help: 'How many changes of the base shelf answers do not show yet.',
    async collect() {
      const { head } = await askStore();
      const revision = corpora()?.revision;
      if (head !== undefined && revision !== undefined) this.set(Math.max(0, head - revision));
    },
  });
}

const addGauge = (registry: Registry, gauge: GaugeConfiguration<string>): void =>
  registry.registerMetric(new Gauge({ ...gauge, registers: [] }));
