import { readHtmlApart } from './html-thread.ts';
import { IntakeError } from './intake-error.ts';
import { isSameSite } from './link.ts';
import type { ReadPage } from './read-page.ts';
import { type IntakeWarning, makeTaken, type Taken } from './taken.ts';

/**
 * Takes in a page's HTML. `link` is where it was fetched, if it was.
 * @throws IntakeError if there is no article in it, or if it cannot be read within the limits.
 */
export async function takeHtml(html: string, link?: string): Promise<Taken> {
  const { body, gate, canonical, ...fields } = await readHtmlApart(html);
  if (gate === undefined && !/[\p{L}\p{N}]/u.test(body)) throw new IntakeError('intake.page-empty');
  const url = chooseLink(canonical, link);
  const noted: readonly IntakeWarning[] = gate === undefined ? [] : [gate];
  return makeTaken({ ...fields, ...(url !== undefined && { url }) }, body, noted);
}

/**
 * The link that the page gives as its own, if that can be so: of the same site, and not the site's
 * front page. Otherwise where it was fetched.
 */
function chooseLink(
  canonical: ReadPage['canonical'],
  link: string | undefined,
): string | undefined {
  if (canonical === undefined || !URL.canParse(canonical, link)) return link;
  const own = new URL(canonical, link);
  if (!/^https?:$/u.test(own.protocol)) return link;
  if (link === undefined) return own.href;
  const isFront = own.pathname === '/' && new URL(link).pathname !== '/';
  return isSameSite(own.hostname, new URL(link).hostname) && !isFront ? own.href : link;
}
