import type { Fetcher } from './fetcher.ts';
import { dropTracking, isSameSite, readLink } from './link.ts';
import { sniffText } from './sniff.ts';
import { LARGEST_PAGE, readText, takeFile } from './take-file.ts';
import { takeHtml } from './take-html.ts';
import { makeTaken, type Taken } from './taken.ts';

const ACCEPT = 'text/html, application/xhtml+xml, text/markdown;q=0.9, text/plain;q=0.8';

/**
 * Takes in the page that a link leads to, or the text or Markdown file. The site's robots.txt is
 * kept to.
 * @throws IntakeError if there is no article there, or none that may be read; the signal's reason.
 */
export async function takePage(
  link: string,
  fetcher: Fetcher,
  signal?: AbortSignal,
): Promise<Taken> {
  const { url, bytes, charset } = await fetcher.fetch(link, {
    accept: ACCEPT,
    mostBytes: LARGEST_PAGE,
    keepsRobots: true,
    ...(signal && { signal }),
  });
  const file = { name: '', bytes, ...(charset !== undefined && { charset }) };
  const text = readText(file);
  if (sniffText(text) === 'html') {
    const taken = await takeHtml(text, dropTracking(url));
    // A question about cookies may stand on another site; the article is still where the link said.
    const given = readLink(link, { ports: 'any' });
    const isElsewhere = !isSameSite(given.hostname, new URL(url).hostname);
    return isElsewhere && taken.warnings.includes('consent')
      ? { ...taken, url: dropTracking(given.href) }
      : taken;
  }
  const { body, warnings, ...fields } = await takeFile(file);
  return makeTaken({ ...fields, url: dropTracking(url) }, body, warnings);
}
