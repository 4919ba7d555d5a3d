import { FaultError } from '../article/user-error.ts';

/** What can keep something from being taken in, in English; other languages have it by its key. */
export const INTAKE_FAULTS = {
  'intake.link':
    '“{link}” is not a link. Please give one that begins with https://, or paste the text.',
  'intake.link-scheme':
    'Only links that begin with http:// or https:// can be read. Please give such a link, or paste the text.',
  'intake.link-credentials':
    'The link carries a user name or a password (the part before an @). Please give the link without it.',
  'intake.link-port':
    'The link names port {port}; only the usual ports of the web are read. Please give a public link, or paste the text.',
  'intake.link-private':
    '{host} leads to a private address. Please give a public link, or paste the text.',
  'intake.link-unknown':
    'There is no site called {host}, or its name cannot be looked up now. Please check the link, or paste the text.',
  'intake.link-unreachable': '{host} does not answer. Please try again later, or paste the text.',
  'intake.link-slow': '{host} takes too long to answer. Please try again later, or paste the text.',
  'intake.link-large':
    'What the link leads to is larger than {most}. Please give a link to one article, or paste the text.',
  'intake.link-missing':
    '{host} has no such page (it answered {status}). Please check the link, or paste the text.',
  'intake.link-refused':
    '{host} does not show this page to a bot (it answered {status}). Please paste the text.',
  'intake.link-failing':
    '{host} cannot show the page now (it answered {status}). Please try again later, or paste the text.',
  'intake.link-broken':
    '{host} answered in a way that cannot be read. Please paste the text instead.',
  'intake.link-redirects':
    'The link only leads on to other links (more than {most} of them). Please give the link of the page where they end, or paste the text.',
  'intake.link-downgrade':
    'The link leads from a secure page to an insecure one (http://). Please give the link of the page where it ends, or paste the text.',
  'intake.robots':
    '{host} asks that bots do not read this page (its robots.txt). Please paste the text instead.',
  'intake.robots-unreachable':
    '{host} cannot say now whether a bot may read this page (its robots.txt fails). Please try again later, or paste the text.',
  'intake.attachment-host':
    'Only a file that was uploaded to Discord can be read here. Please upload it with the command.',
  'intake.file-kind':
    'This looks like {kind}, not like text. Please give a Markdown, text or HTML file, or paste the text.',
  'intake.file-large': 'The file is larger than {most}. Please split it, or leave parts out.',
  'intake.date': '“{date}” is not a date. Please write it like this: 2025-02-18.',
  'intake.front-matter': 'The fields at the top of the file cannot be read. {reason}',
  'intake.text-large':
    'The text is longer than an article may be ({most}). Please split it, or leave parts out.',
  'intake.archive':
    'This is not a zip that can be read. Please give one as /corpus export makes it: a Markdown file for each article.',
  'intake.archive-large':
    'The zip unpacks to more than {most}, or has too many files. Please split it.',
  'intake.empty': 'There are no words in this. Please give the text of an article.',
  'intake.page-empty':
    'No article was found on this page. Please check the link, or paste the text.',
  'intake.page-tangled':
    'This page is built in a way that cannot be read: its parts are nested too deep, or are too many. Please paste the text instead.',
  'intake.page-heavy':
    'Reading this page took more time or memory than one page may take. Please paste the text instead.',
} as const;

export type IntakeFault = keyof typeof INTAKE_FAULTS;

/** Something that cannot be taken in as it stands, and what to do about it. */
export class IntakeError extends FaultError {
  override name = 'IntakeError';

  constructor(fault: keyof typeof INTAKE_FAULTS, params: FaultError['params'] = {}) {
    super(INTAKE_FAULTS, fault, params);
  }
}
