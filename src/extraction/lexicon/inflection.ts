// English verb forms. The irregular ones are written out; the rest follow the spelling rules.

const IRREGULAR: Readonly<Record<string, readonly string[]>> = {
  be: ['is', 'are', 'was', 'were', 'been', 'being', 'am'],
  beat: ['beats', 'beaten', 'beating'],
  begin: ['begins', 'began', 'begun', 'beginning'],
  break: ['breaks', 'broke', 'broken', 'breaking'],
  bring: ['brings', 'brought', 'bringing'],
  build: ['builds', 'built', 'building'],
  burn: ['burns', 'burned', 'burnt', 'burning'],
  buy: ['buys', 'bought', 'buying'],
  cast: ['casts', 'casting'],
  choose: ['chooses', 'chose', 'chosen', 'choosing'],
  cling: ['clings', 'clung', 'clinging'],
  come: ['comes', 'came', 'coming'],
  cut: ['cuts', 'cutting'],
  dig: ['digs', 'dug', 'digging'],
  draw: ['draws', 'drew', 'drawn', 'drawing'],
  fall: ['falls', 'fell', 'fallen', 'falling'],
  feed: ['feeds', 'fed', 'feeding'],
  feel: ['feels', 'felt', 'feeling'],
  fight: ['fights', 'fought', 'fighting'],
  find: ['finds', 'found', 'finding'],
  forbid: ['forbids', 'forbade', 'forbidden', 'forbidding'],
  forsake: ['forsakes', 'forsook', 'forsaken', 'forsaking'],
  freeze: ['freezes', 'froze', 'frozen', 'freezing'],
  get: ['gets', 'got', 'gotten', 'getting'],
  give: ['gives', 'gave', 'given', 'giving'],
  go: ['goes', 'went', 'gone', 'going'],
  grow: ['grows', 'grew', 'grown', 'growing'],
  have: ['has', 'had', 'having'],
  hit: ['hits', 'hitting'],
  hold: ['holds', 'held', 'holding'],
  keep: ['keeps', 'kept', 'keeping'],
  know: ['knows', 'knew', 'known', 'knowing'],
  lead: ['leads', 'led', 'leading'],
  leave: ['leaves', 'left', 'leaving'],
  lend: ['lends', 'lent', 'lending'],
  lose: ['loses', 'lost', 'losing'],
  make: ['makes', 'made', 'making'],
  mean: ['means', 'meant', 'meaning'],
  meet: ['meets', 'met', 'meeting'],
  overthrow: ['overthrows', 'overthrew', 'overthrown', 'overthrowing'],
  pay: ['pays', 'paid', 'paying'],
  put: ['puts', 'putting'],
  quit: ['quits', 'quitting'],
  read: ['reads', 'reading'],
  rebut: ['rebuts', 'rebutted', 'rebutting'],
  rewrite: ['rewrites', 'rewrote', 'rewritten', 'rewriting'],
  rip: ['rips', 'ripped', 'ripping'],
  rise: ['rises', 'rose', 'risen', 'rising'],
  run: ['runs', 'ran', 'running'],
  say: ['says', 'said', 'saying'],
  see: ['sees', 'saw', 'seen', 'seeing'],
  seek: ['seeks', 'sought', 'seeking'],
  sell: ['sells', 'sold', 'selling'],
  send: ['sends', 'sent', 'sending'],
  set: ['sets', 'setting'],
  shoot: ['shoots', 'shot', 'shooting'],
  shrink: ['shrinks', 'shrank', 'shrunk', 'shrinking'],
  shut: ['shuts', 'shutting'],
  sink: ['sinks', 'sank', 'sunk', 'sinking'],
  sit: ['sits', 'sat', 'sitting'],
  speak: ['speaks', 'spoke', 'spoken', 'speaking'],
  stand: ['stands', 'stood', 'standing'],
  stick: ['sticks', 'stuck', 'sticking'],
  strike: ['strikes', 'struck', 'striking'],
  swear: ['swears', 'swore', 'sworn', 'swearing'],
  swing: ['swings', 'swung', 'swinging'],
  take: ['takes', 'took', 'taken', 'taking'],
  tear: ['tears', 'tore', 'torn', 'tearing'],
  tell: ['tells', 'told', 'telling'],
  think: ['thinks', 'thought', 'thinking'],
  throw: ['throws', 'threw', 'thrown', 'throwing'],
  undercut: ['undercuts', 'undercutting'],
  understand: ['understands', 'understood', 'understanding'],
  undo: ['undoes', 'undid', 'undone', 'undoing'],
  unwind: ['unwinds', 'unwound', 'unwinding'],
  uphold: ['upholds', 'upheld', 'upholding'],
  win: ['wins', 'won', 'winning'],
  withdraw: ['withdraws', 'withdrew', 'withdrawn', 'withdrawing'],
  withhold: ['withholds', 'withheld', 'withholding'],
  write: ['writes', 'wrote', 'written', 'writing'],
};

/** Verbs whose last consonant is doubled: `admit` → `admitted`. */
const DOUBLING = new Set(
  `admit allot ban bar blog brag chat chip commit compel defer deter drop equip expel gut hug
  jab jam knit let nag nod omit pan permit pit plan prefer propel quip rap rebel refer regret
  repel rig rub scrap shun slam slap snap snub spar spur stem stop submit sum tap tip trim
  upset wrap`.split(/\s+/u),
);

/** All the forms of a verb, itself included: `deny` → deny, denies, denied, denying. */
export function inflect(verb: string): string[] {
  const irregular = IRREGULAR[verb];
  if (irregular !== undefined) return [verb, ...irregular];
  if (/[^aeiou]y$/u.test(verb)) {
    const base = verb.slice(0, -1);
    return [verb, `${base}ies`, `${base}ied`, `${verb}ing`];
  }
  const stem = DOUBLING.has(verb) ? verb + verb.slice(-1) : verb.replace(/e$/u, '');
  const third = /(?:s|x|z|ch|sh)$/u.test(verb) ? `${verb}es` : `${verb}s`;
  return [verb, third, `${stem}ed`, `${stem}ing`];
}
