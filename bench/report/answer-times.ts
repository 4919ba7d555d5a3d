import { drawPlot } from './plot.ts';
import { type FigureRecord, type Results, figureOf, wordsOf } from './results.ts';
import { runsOf } from './readme.ts';
import { answerTimes } from './tables.ts';

/** A plot of how long each command takes to answer over how many articles there are, as SVG. */
export function drawAnswerTimes(results: Results): string {
  const records = answerTimes(runsOf('scale', results).flatMap(([, run]) => run.records));
  const commands = [...new Set(records.map((record) => wordsOf(record, 'what')))];
  const panel = (title: string, figure: string) => ({
    title,
    lines: commands.map((name) => ({ name, points: pointsOf(records, name, figure) })),
  });
  return drawPlot({
    title: 'How long answers take, by command and number of articles',
    across: 'articles',
    up: 'milliseconds',
    panels: [panel('Median', 'p50_ms'), panel('99th percentile', 'p99_ms')],
  });
}

const pointsOf = (records: readonly FigureRecord[], name: string, figure: string) =>
  records
    .filter((record) => record['what'] === name)
    .map((record) => ({ x: figureOf(record, 'articles'), y: figureOf(record, figure) }))
    .toSorted((a, b) => a.x - b.x);
