// English verb forms. The irregular ones are written out; the rest follow the spelling rules.

const IRREGULAR: Readonly<Record<string, readonly string[]>> = {
  be: ['is', 'are', 'was', 'were', 'been', 'being', 'am'],
  begin: ['begins', 'began', 'begun', 'beginning'],
  break: ['breaks', 'broke', 'broken', 'breaking'],
  bring: ['brings', 'brought', 'bringing'],
  buy: ['buys', 'bought', 'buying'],
  cast: ['casts', 'casting'],
  choose: ['chooses', 'chose', 'chosen', 'choosing'],
  come: ['comes', 'came', 'coming'],
  fall: ['falls', 'fell', 'fallen', 'falling'],
  feel: ['feels', 'felt', 'feeling'],
  fight: ['fights', 'fought', 'fighting'],
  find: ['finds', 'found', 'finding'],
  forbid: ['forbids', 'forbade', 'forbidden', 'forbidding'],
  get: ['gets', 'got', 'gotten', 'getting'],
  give: ['gives', 'gave', 'given', 'giving'],
  go: ['goes', 'went', 'gone', 'going'],
  have: ['has', 'had', 'having'],
  hit: ['hits', 'hitting'],
  hold: ['holds', 'held', 'holding'],
  keep: ['keeps', 'kept', 'keeping'],
  know: ['knows', 'knew', 'known', 'knowing'],
  lead: ['leads', 'led', 'leading'],
  leave: ['leaves', 'left', 'leaving'],
  make: ['makes', 'made', 'making'],
  mean: ['means', 'meant', 'meaning'],
  meet: ['meets', 'met', 'meeting'],
  put: ['puts', 'putting'],
  read: ['reads', 'reading'],
  rebut: ['rebuts', 'rebutted', 'rebutting'],
  rip: ['rips', 'ripped', 'ripping'],
  rise: ['rises', 'rose', 'risen', 'rising'],
  say: ['says', 'said', 'saying'],
  see: ['sees', 'saw', 'seen', 'seeing'],
  seek: ['seeks', 'sought', 'seeking'],
  send: ['sends', 'sent', 'sending'],
  set: ['sets', 'setting'],
  sit: ['sits', 'sat', 'sitting'],
  speak: ['speaks', 'spoke', 'spoken', 'speaking'],
  stand: ['stands', 'stood', 'standing'],
  stick: ['sticks', 'stuck', 'sticking'],
  swear: ['swears', 'swore', 'sworn', 'swearing'],
  take: ['takes', 'took', 'taken', 'taking'],
  tell: ['tells', 'told', 'telling'],
  think: ['thinks', 'thought', 'thinking'],
  understand: ['understands', 'understood', 'understanding'],
  undercut: ['undercuts', 'undercutting'],
  uphold: ['upholds', 'upheld', 'upholding'],
  win: ['wins', 'won', 'winning'],
  withdraw: ['withdraws', 'withdrew', 'withdrawn', 'withdrawing'],
  write: ['writes', 'wrote', 'written', 'writing'],
};

/** Verbs of more than one syllable whose last consonant is doubled: `admit` → `admitted`. */
const DOUBLING = new Set(
  `admit commit permit refer prefer deter quip rebut slam snap submit tap plan crow-bar chat drop stop
  ban back-pedal spar regret omit rip cut hit put set allot equip rebel repel expel compel propel jab
  chip rap slap jam bar scrap blog nod sum hug pit tap tip wrap brag nag rig`.split(/\s+/u),
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
