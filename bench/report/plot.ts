import { logScale, powersIn, spread } from './log-scale.ts';

// Panels next to each other with the same axes, both logarithmic. Each line has its name at its end,
// so that nobody needs the colours to tell them apart.

export interface Plot {
  readonly title: string;
  /** What the axes count, with the unit. */
  readonly across: string;
  readonly up: string;
  readonly panels: readonly Panel[];
}

interface Panel {
  readonly title: string;
  readonly lines: readonly Line[];
}

interface Line {
  readonly name: string;
  /** Positive, from the left to the right. */
  readonly points: readonly Point[];
}

interface Point {
  readonly x: number;
  readonly y: number;
}

const PANEL = { width: 300, height: 300, left: 64, top: 56, right: 108, bottom: 52 };
const STEP = PANEL.left + PANEL.width + PANEL.right;
const NAME_HEIGHT = 15;

// Dark enough on white, and light enough on black, to be read as text.
const LIGHT = ['#b3261e', '#1f5fbf', '#1b7340', '#7a3fb0', '#8f5a00', '#0b6b75', '#a8286f'];
const DARK = ['#ff8a80', '#8ab4f8', '#7fd99a', '#d0a6ff', '#f2b84b', '#6fd6e0', '#ff9bd0'];

const colours = (list: readonly string[]): string =>
  list.map((colour, at) => `.l${at}{--c:${colour}}`).join('');

const STYLE = [
  'svg{--paper:#fff;--ink:#1f2328;--rule:#d8dde3}',
  colours(LIGHT),
  `@media(prefers-color-scheme:dark){svg{--paper:#0d1117;--ink:#e6edf3;--rule:#30363d}${colours(DARK)}}`,
  'text{font:12px system-ui,-apple-system,"Segoe UI",sans-serif;fill:var(--ink)}',
  '.title{font-size:14px;font-weight:600}',
  '.rule{stroke:var(--rule)}',
  '.line{fill:none;stroke:var(--c);stroke-width:2}',
  '.dot,.name{fill:var(--c)}',
].join('');

/** Draws it as SVG that follows the reader's light or dark scheme. */
export function drawPlot({ title, across, up, panels }: Plot): string {
  const points = panels.flatMap(({ lines }) => lines.flatMap((line) => line.points));
  const x = logScale(
    points.map((point) => point.x),
    [0, PANEL.width],
  );
  const y = logScale(
    points.map((point) => point.y),
    [PANEL.height, 0],
  );
  const [width, height] = [STEP * panels.length, PANEL.top + PANEL.height + PANEL.bottom];
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" role="img" aria-labelledby="title">`,
    `<title id="title">${escape(title)}</title>`,
    `<style>${STYLE}</style>`,
    `<rect width="${width}" height="${height}" fill="var(--paper)"/>`,
    ...panels.map((panel, at) => drawPanel(panel, { at, across, up, x, y })),
    '</svg>',
    '',
  ].join('\n');
}

type Scale = ReturnType<typeof logScale>;

interface Frame {
  readonly at: number;
  readonly across: string;
  readonly up: string;
  readonly x: Scale;
  readonly y: Scale;
}

function drawPanel({ title, lines }: Panel, frame: Frame): string {
  const { at, across, up } = frame;
  const [middle, below] = [PANEL.width / 2, PANEL.height + 40];
  return [
    `<g transform="translate(${STEP * at + PANEL.left} ${PANEL.top})">`,
    drawText(0, -24, title, 'class="title"'),
    ...drawRules(frame),
    drawText(middle, below, across, 'text-anchor="middle"'),
    drawText(
      0,
      0,
      up,
      `text-anchor="middle" transform="translate(-48 ${PANEL.height / 2}) rotate(-90)"`,
    ),
    ...lines.map((line, number) => drawLine(line, number, frame)),
    ...drawNames(lines, frame),
    '</g>',
  ].join('\n');
}

const drawRules = ({ x, y }: Frame): readonly string[] => [
  ...powersIn(y).flatMap((value) => [
    `<path class="rule" d="M0 ${px(y.at(value))}H${PANEL.width}"/>`,
    drawText(-8, y.at(value) + 4, label(value), 'text-anchor="end"'),
  ]),
  ...powersIn(x).flatMap((value) => [
    `<path class="rule" d="M${px(x.at(value))} 0V${PANEL.height}"/>`,
    drawText(x.at(value), PANEL.height + 18, label(value), 'text-anchor="middle"'),
  ]),
];

function drawLine({ points }: Line, number: number, { x, y }: Frame): string {
  const places = points.map((point) => ({ x: px(x.at(point.x)), y: px(y.at(point.y)) }));
  const path = places.map((place) => `${place.x} ${place.y}`).join('L');
  const dots = places.map((place) => `<circle class="dot" cx="${place.x}" cy="${place.y}" r="3"/>`);
  return `<g class="${classOf(number)}"><path class="line" d="M${path}"/>${dots.join('')}</g>`;
}

/** Beside the ends of the lines, moved apart where two would lie over one another. */
function drawNames(lines: readonly Line[], { x, y }: Frame): readonly string[] {
  const ends = lines.flatMap(({ points }) => points.slice(-1));
  const heights = spread(
    ends.map((end) => y.at(end.y)),
    NAME_HEIGHT,
    PANEL.height,
  );
  const left = Math.max(...ends.map((end) => x.at(end.x))) + 10;
  return lines.map(({ name }, number) =>
    drawText(left, (heights[number] ?? 0) + 4, name, `class="name ${classOf(number)}"`),
  );
}

const classOf = (number: number): string => `l${number % LIGHT.length}`;

const drawText = (x: number, y: number, words: string, attributes: string): string =>
  `<text x="${px(x)}" y="${px(y)}" ${attributes}>${escape(words)}</text>`;

const label = (value: number): string => value.toLocaleString('en');

const px = (value: number): number => Math.round(value * 10) / 10;

const escape = (words: string): string =>
  words.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
