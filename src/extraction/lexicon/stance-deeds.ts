import type { StanceRow } from './stance-entry.ts';

// Written for this project, in the manner of `stance-cues.ts`.

/** Deeds that take a side where words are not needed; those that often have other grounds come second. */
export const DEEDS: readonly StanceRow[] = [
  {
    frame: 'deed',
    polarity: 'supports',
    weight: 'firm',
    confidence: 0.55,
    cues: `ratify, sign, fund, finance, invest in, adopt, enact, pass, introduce, propose, unveil, expand, extend, renew,
      authorize, authorise, legalize, legalise, fast-track, appoint, nominate, reappoint, renominate, reelect,
      re-elect, pardon, commute the sentence of, reinstate, rejoin, shelter, rescue, safeguard, preserve,
      protect, bolster, strengthen, impose, enforce, comply with, abide by, go ahead with, move ahead with, move
      forward with, press ahead with, push ahead with, push through, plow ahead with, forge ahead with, proceed
      with, follow through on, apply for, sign into law, negotiate, broker, co-author, coauthor, co-write,
      draft, launch, declare a national emergency, declare a state of emergency, declare an emergency, declare an end to, co-found, establish, roll out, put forward, put forth, bring forward, spearhead,
      pioneer, engineer, orchestrate, mastermind, confirm, affirm, let stand, leave in place, keep in place,
      acquit, exonerate, hire, handpick, hand-pick, install, crown, anoint, send aid to, send weapons to, arm,
      aid, assist, grant, award, subsidize, subsidise, bail out, make permanent, codify, enshrine, jumpstart,
      jump-start, relaunch, bring back`,
  },
  {
    frame: 'deed',
    polarity: 'supports',
    weight: 'firm',
    confidence: 0.4,
    cues: `build, create, declare, buy, allow, permit, guarantee, implement, prolong, boost, restore, revive, save,
      maintain, reopen, resume, ease, lift, accelerate, speed up, deepen, widen, return to, pay for, pay into,
      elect, announce, issue, order, author, join, increase, raise, set up, enlarge, give amnesty to, endow,
      modernize, modernise, upgrade, replenish, facilitate, organize for, organise for`,
  },
  {
    frame: 'deed',
    polarity: 'opposes',
    weight: 'firm',
    confidence: 0.55,
    cues: `end, shutter, shut down, withdraw from, resign from, suspend, freeze, halt, ban, cancel, scrap, repeal, abolish,
      cut off, sack, dissolve, deport, arrest, jail, imprison, detain, bomb, shell, invade, besiege, defeat,
      unseat, subpoena, investigate, probe, violate, breach, flout, deny entry to, walk out of, pull out of,
      scale back, cut back on, cut back, disband, outlaw, criminalize, criminalise, expel, kill off, do away
      with, dispense with, rewrite, renegotiate, fire, oust, remove, demote, force out, push out, drive out,
      kick out, boot, purge, indict, prosecute, blacklist, extradite, overturn, vacate, void, enjoin, quash, put
      on hold, put a hold on, place a hold on, temporarily block, launch an investigation into, launch an
      investigation of, launch an inquiry into, launch a probe of, launch a probe into, open an investigation
      into, open an inquiry into, open a probe into, begin an investigation into, begin an inquiry into, start
      an investigation into, order an investigation into, order a probe into, conduct an investigation into,
      lead an investigation into, lead the investigation into, file articles of impeachment against, introduce
      articles of impeachment against, approve articles of impeachment against, draft articles of impeachment
      against, draw up articles of impeachment against, pass articles of impeachment against, bring articles of
      impeachment against, open impeachment proceedings against, launch an impeachment inquiry into, open an
      impeachment inquiry into, file a motion against, file a grievance against, file an ethics complaint
      against, issue a subpoena to, issue subpoenas to, issue an injunction against, grant an injunction
      against, issue a restraining order against, appeal against, assassinate, murder, stab, beat up, assault,
      hack, hack into, spy on, surveil, wiretap, raid, ambush, ransack, desecrate, deface, topple, storm,
      infiltrate, sabotage, boycott`,
  },
  {
    frame: 'deed',
    polarity: 'opposes',
    weight: 'firm',
    confidence: 0.4,
    cues: `dismiss, destroy, demolish, loot, vandalize, wreck, table an amendment to end, appeal, meddle in, interfere in,
      evade, defund, privatize, privatise, downsize, deregulate, phase out, wind down, decommission, close down,
      discontinue, beat, outspend, reassign, sideline, override, bypass, circumvent, contest the results of,
      counter-sue, countersue`,
  },
];
