// English verb forms. The irregular ones are written out; the rest follow the spelling rules.

const IRREGULAR: Readonly<Record<string, readonly string[]>> = {
  be: ['is', 'are', 'was', 'were', 'been', 'being', 'am'],
  beat: ['beats', 'beaten', 'beating'],
  begin: ['begins', 'began', 'begun', 'beginning'],
  blow: ['blows', 'blew', 'blown', 'blowing'],
  break: ['breaks', 'broke', 'broken', 'breaking'],
  bring: ['brings', 'brought', 'bringing'],
  browbeat: ['browbeats', 'browbeaten', 'browbeating'],
  build: ['builds', 'built', 'building'],
  burn: ['burns', 'burned', 'burnt', 'burning'],
  buy: ['buys', 'bought', 'buying'],
  cast: ['casts', 'casting'],
  choose: ['chooses', 'chose', 'chosen', 'choosing'],
  cling: ['clings', 'clung', 'clinging'],
  come: ['comes', 'came', 'coming'],
  cost: ['costs', 'costing'],
  cut: ['cuts', 'cutting'],
  deal: ['deals', 'dealt', 'dealing'],
  dig: ['digs', 'dug', 'digging'],
  do: ['does', 'did', 'done', 'doing'],
  draw: ['draws', 'drew', 'drawn', 'drawing'],
  drive: ['drives', 'drove', 'driven', 'driving'],
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
  hide: ['hides', 'hid', 'hidden', 'hiding'],
  hit: ['hits', 'hitting'],
  hold: ['holds', 'held', 'holding'],
  hurt: ['hurts', 'hurting'],
  keep: ['keeps', 'kept', 'keeping'],
  know: ['knows', 'knew', 'known', 'knowing'],
  lead: ['leads', 'led', 'leading'],
  leave: ['leaves', 'left', 'leaving'],
  lend: ['lends', 'lent', 'lending'],
  lie: ['lies', 'lied', 'lying'],
  lose: ['loses', 'lost', 'losing'],
  make: ['makes', 'made', 'making'],
  mean: ['means', 'meant', 'meaning'],
  meet: ['meets', 'met', 'meeting'],
  mislead: ['misleads', 'misled', 'misleading'],
  misspeak: ['misspeaks', 'misspoke', 'misspoken', 'misspeaking'],
  overrun: ['overruns', 'overran', 'overrunning'],
  overthrow: ['overthrows', 'overthrew', 'overthrown', 'overthrowing'],
  pay: ['pays', 'paid', 'paying'],
  prove: ['proves', 'proved', 'proven', 'proving'],
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
  shine: ['shines', 'shone', 'shining'],
  shoot: ['shoots', 'shot', 'shooting'],
  shrink: ['shrinks', 'shrank', 'shrunk', 'shrinking'],
  shut: ['shuts', 'shutting'],
  sink: ['sinks', 'sank', 'sunk', 'sinking'],
  sit: ['sits', 'sat', 'sitting'],
  sow: ['sows', 'sowed', 'sown', 'sowing'],
  speak: ['speaks', 'spoke', 'spoken', 'speaking'],
  spit: ['spits', 'spat', 'spitting'],
  spread: ['spreads', 'spreading'],
  stand: ['stands', 'stood', 'standing'],
  steal: ['steals', 'stole', 'stolen', 'stealing'],
  stick: ['sticks', 'stuck', 'sticking'],
  stink: ['stinks', 'stank', 'stunk', 'stinking'],
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
  wake: ['wakes', 'woke', 'woken', 'waking'],
  win: ['wins', 'won', 'winning'],
  withdraw: ['withdraws', 'withdrew', 'withdrawn', 'withdrawing'],
  withhold: ['withholds', 'withheld', 'withholding'],
  write: ['writes', 'wrote', 'written', 'writing'],
};

/** Verbs whose last consonant is doubled: `admit` → `admitted`. */
const DOUBLING = new Set(
  `abet admit allot backstab ban bar blog brag chat chip commit compel defer deter drag drop
  equip expel fan fit flip-flop grab grip gut hug jab jam knit let nag nod omit overstep pan
  permit pit plan plot prefer prop propel quip ram rap rebel refer regret repel rid rig rob
  rub scrap shred shun slam slap snag snap snub spar spur stab stem step stir stop strip
  submit sum tap tip trap trim trip upset wag whip wrap`.split(/\s+/u),
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
