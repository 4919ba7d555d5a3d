import { existsSync } from 'node:fs';
import { type Browser, type Page, chromium } from 'playwright-core';

/** Where systems keep Chromium; `CHROMIUM_PATH` for anywhere else. */
const PLACES = [
  process.env['CHROMIUM_PATH'] ?? '',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:/Program Files/Google/Chrome/Application/chrome.exe',
];

export const chromiumPath: string | undefined = PLACES.find(
  (path) => path !== '' && existsSync(path),
);

/** Why the page is not tested, where there is no browser to open it in. */
export const NO_BROWSER =
  'there is no Chromium; install one ("apt-get install chromium", or any Chrome) or set CHROMIUM_PATH';

// Without these a browser asks its maker's servers for this and that at every start.
const QUIET = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Starts the system's browser without a window. Throws where there is none. */
export function startBrowser(): Promise<Browser> {
  if (chromiumPath === undefined) throw new Error(NO_BROWSER);
  return chromium.launch({ executablePath: chromiumPath, args: QUIET });
}

export interface Look {
  readonly theme: 'light' | 'dark';
  /** In CSS pixels. */
  readonly width: number;
}

/** Opens the sandbox's page as a newcomer's browser would; `complaints` gets what its console says. */
export async function openPage(
  browser: Browser,
  url: string,
  { theme, width }: Look,
  complaints: string[] = [],
): Promise<Page> {
  const context = await browser.newContext({
    colorScheme: theme,
    viewport: { width, height: 780 },
    reducedMotion: 'reduce',
    locale: 'en-GB',
  });
  const page = await context.newPage();
  page.on('console', (line) => {
    if (['error', 'warning'].includes(line.type())) complaints.push(line.text());
  });
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.setDefaultTimeout(8000);
  await page.goto(url);
  await page.getByRole('log').waitFor();
  return page;
}
