import { fold } from '../../text/fold.ts';
import { stem } from '../../text/stems.ts';
import { plainForm } from './irregular-forms.ts';

// Written for this project: verbs with a particle, as people ask, and what reports write for them.
const PHRASAL_VERBS = `
  back away: retreat, back down: concede retreat yield, back off: retreat, back out: withdraw renege,
  back up: support, bail out: rescue, beef up: strengthen increase reinforce, black out: redact,
  blow off: skip ignore, blow up: explode destroy, break down: collapse fail, break off: end suspend,
  break up: split separate, bring back: restore, bring down: topple reduce, bring in: recruit,
  bring up: raise mention, build up: increase amass, buy off: bribe, call back: recall,
  call for: demand urge, call off: cancel, call on: urge, call out: criticize denounce condemn,
  calm down: ease, carry on: continue, carry out: conduct implement, clear up: clarify,
  close down: close shut, come back: return, come clean: admit confess, come out: emerge,
  come up: propose, cover up: conceal hide, crack down: repress, cut back: reduce, cut down: reduce,
  cut off: suspend sever, deal with: address, die down: ease subside, do away: abolish,
  drag on: last continue, drag out: prolong, draw up: draft write, drop off: deliver,
  drop out: withdraw quit, end up: finally, fall apart: collapse, fall out: quarrel,
  fall through: collapse fail, fight back: resist, figure out: determine understand,
  fill in: substitute replace, find out: learn discover, get away: escape, get rid: remove eliminate,
  get together: meet gather, give away: donate, give back: return, give in: concede yield,
  give up: surrender cede abandon, go after: pursue target attack, go ahead: proceed,
  go along: agree accept, go back: return, go down: decrease fall, go off: explode, go on: continue,
  go over: review, go up: increase rise, hand in: submit deliver present, hand out: distribute,
  hand over: surrender transfer cede, hang on: wait, hit back: retaliate respond, hold back: withhold,
  hold off: delay wait postpone, hold on: wait, hold up: delay, kick off: begin start,
  kick out: expel oust, knock down: demolish destroy, lash out: attack criticize, lay off: dismiss,
  lay out: present outline, leave out: omit exclude, let go: dismiss release, let in: admit,
  let off: acquit, lift off: launch, lock up: imprison jail prison, look at: examine consider,
  look into: investigate examine, make up: invent constitute, make out: discern, miss out: omit,
  move ahead: proceed, open up: reopen, own up: admit, pass away: die, pass on: decline,
  pay back: repay, pay off: repay bribe, pick up: collect, point out: note, pull back: withdraw retreat,
  pull off: achieve, pull out: withdraw, push back: reject delay resist, push for: urge demand,
  push through: pass, put forward: propose present, put off: postpone delay, put out: release issue publish,
  put up: erect, read out: announce, rein in: curb restrain, roll back: reverse repeal,
  roll out: launch introduce, rule out: exclude reject, run for: candidate campaign, run out: expire,
  sell off: privatize, send back: return deport, send in: deploy, set aside: reserve, set off: trigger,
  set out: outline, set up: establish create, shoot down: reject, show up: attend appear arrive,
  shut down: close, sign off: approve, sign on: join, sign up: join enrol, sit down: meet,
  sit out: skip boycott, speak out: criticize, speed up: accelerate, spell out: specify,
  stand by: support, stand down: resign, stand in: replace represent substitute deputy, stand up: defend,
  start off: begin, stay away: boycott skip, step aside: resign, step down: resign,
  step in: intervene, step up: increase intensify, stick to: maintain, stick up: defend support,
  strike down: overturn invalidate, take apart: dismantle, take away: remove, take back: retract,
  take down: remove, take in: accept shelter, take off: depart, take on: challenge confront,
  take out: destroy kill, take over: succeed replace assume seize, take part: participate attend,
  talk over: discuss, team up: cooperate join, tear down: demolish, tear up: cancel,
  throw out: dismiss expel reject, tip off: alert, tone down: moderate soften, track down: locate find,
  turn away: refuse, turn down: reject refuse decline, turn into: become, turn out: attend,
  turn over: surrender provide, turn up: attend appear arrive, vote down: reject, wait out: endure,
  walk away: abandon, walk out: leave quit, water down: weaken dilute, wind down: end reduce,
  wind up: end, wipe out: destroy, work out: negotiate, wrap up: conclude end finish`;

const byVerb = new Map<string, readonly string[]>();
for (const line of PHRASAL_VERBS.split(',')) {
  const [phrase = '', others = ''] = line.split(':');
  const [verb = '', particle = ''] = phrase.trim().split(' ');
  byVerb.set(`${stem(verb)} ${particle}`, others.trim().split(/\s+/u));
}

const PARTICLES = new Set(
  'ahead apart aside away back down off out over rid through together up'.split(' '),
);

/** `out` and its like say little by themselves. */
export const isParticle = (word: string): boolean => PARTICLES.has(word);

/**
 * What reports write for the phrasal verbs of a question, by the verb as it was typed, folded. A
 * particle may stand a word or two off: `shot his plea down` → shot: reject.
 */
export function findPhrasalVerbs(question: string): ReadonlyMap<string, readonly string[]> {
  const words = fold(question).match(/\p{L}+/gu) ?? [];
  const found = new Map<string, readonly string[]>();
  words.forEach((word, i) => {
    const verb = stem(plainForm(word));
    const particle = words.slice(i + 1, i + 4).find((next) => byVerb.has(`${verb} ${next}`));
    if (particle !== undefined) found.set(word, byVerb.get(`${verb} ${particle}`) ?? []);
  });
  return found;
}
