import { expect } from 'vitest';

// What Discord still reads as its own once what is escaped and the bot's code spans are taken out.
// Links to the articles' own addresses are the bot's, and so is who brought or edited an article.
const ESCAPED = /\\[^0-9A-Za-z\s]/gu;
const CODE = /`[^`\n]+`/gu;
const OWN_LINK = /\]\(https:\/\/news\.example\/[^()<>[\]\\*_~`|\s]*\)/gu;
const OWN_MENTION = /<@9{19}>/gu;
const LIVE = [
  /@everyone|@here/u,
  /<[@#:/at]|<id:|<https?:/u,
  /\]\(/u,
  /https?:\/\//u,
  /discord(?:app)?\.(?:gg|com)\//u,
  /\|\||~~|__|`/u,
  /\p{Bidi_Control}/u,
];

/** Nothing in what a card shows means more to Discord than its words. */
export function expectHarmless(texts: readonly string[]): void {
  const rest = texts
    .join('\n')
    .replaceAll(ESCAPED, '\ue000')
    .replaceAll(CODE, '\ue001')
    .replaceAll(OWN_LINK, '\ue002')
    .replaceAll(OWN_MENTION, '\ue003');
  for (const live of LIVE) expect(rest).not.toMatch(live);
}
