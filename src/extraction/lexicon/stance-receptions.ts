import type { StanceRow } from './stance-entry.ts';

// Written for this project, in the manner of `stance-cues.ts`.

/** What a thing meets with: the holder follows, the target is the subject of `draw`, `face`, `win`. */
export const RECEPTIONS: readonly StanceRow[] = [
  {
    frame: 'reception',
    polarity: 'supports',
    weight: 'firm',
    cues: `praise from, praise among, support from, support among, backing from, backing among, applause from, applause
      among, acclaim from, acclaim among, plaudits from, plaudits among, kudos from, kudos among, accolades
      from, accolades among, compliments from, compliments among, cheers from, cheers among, approval from,
      approval among, endorsement from, endorsement among, endorsements from, endorsements among, acceptance
      from, acceptance among, encouragement from, encouragement among, sympathy from, sympathy among, solidarity
      from, solidarity among, commendation from, commendation among, blessing from, blessing among, admiration
      from, admiration among, gratitude from, gratitude among, thanks from, thanks among, raves from, raves
      among, buy-in from, buy-in among, cosponsorship from, cosponsorship among, co-sponsors from, co-sponsors
      among, standing ovation from, standing ovation among, ovation from, ovation among, vote of confidence
      from, vote of confidence among, votes of confidence from, votes of confidence among, thumbs-up from,
      thumbs-up among, green light from, green light among, nod from, nod among`,
  },
  {
    frame: 'reception',
    polarity: 'opposes',
    weight: 'firm',
    cues: `criticism from, criticism among, criticisms from, criticisms among, pushback from, pushback among, fire from,
      fire among, condemnation from, condemnation among, ire from, ire among, anger from, anger among, rebuke
      from, rebuke among, rebukes from, rebukes among, objection from, objection among, objections from,
      objections among, opposition from, opposition among, protest from, protest among, protests from, protests
      among, outrage from, outrage among, scorn from, scorn among, wrath from, wrath among, resistance from,
      resistance among, backlash from, backlash among, blowback from, blowback among, skepticism from,
      skepticism among, scepticism from, scepticism among, attack from, attack among, attacks from, attacks
      among, fury from, fury among, outcry from, outcry among, uproar from, uproar among, scrutiny from,
      scrutiny among, ridicule from, ridicule among, derision from, derision among, mockery from, mockery among,
      jeers from, jeers among, boos from, boos among, catcalls from, catcalls among, complaint from, complaint
      among, complaints from, complaints among, denunciation from, denunciation among, denunciations from,
      denunciations among, reproach from, reproach among, reprimand from, reprimand among, censure from, censure
      among, disapproval from, disapproval among, displeasure from, displeasure among, dismay from, dismay
      among, disdain from, disdain among, contempt from, contempt among, hostility from, hostility among,
      vitriol from, vitriol among, flak from, flak among, rejection from, rejection among, reproof from, reproof
      among, disapprobation from, disapprobation among, concern from, concern among, concerns from, concerns
      among, alarm from, alarm among, indignation from, indignation among, dissent from, dissent among,
      disagreement from, disagreement among, discontent from, discontent among, veto threat from, veto threat
      among, veto threats from, veto threats among, legal challenge from, legal challenge among, legal
      challenges from, legal challenges among, lawsuit from, lawsuit among, lawsuits from, lawsuits among, jabs
      from, jabs among, barbs from, barbs among, digs from, digs among, insults from, insults among, swipes
      from, swipes among, broadsides from, broadsides among, broadside from, broadside among, grumbling from,
      grumbling among, grumbles from, grumbles among, warnings from, warnings among, furor from, furor among,
      furore from, furore among, eye rolls from, eye rolls among, calls to resign from, calls to resign among,
      calls for his resignation from, calls for his resignation among, calls for her resignation from, calls for
      her resignation among`,
  },
];

/** What befalls the possessor, where somebody wants it: `calls for [Lee]’s resignation`. */
export const FATES: readonly StanceRow[] = [
  {
    frame: 'fate',
    polarity: 'supports',
    weight: 'firm',
    cues: `confirmation, nomination, appointment, election, reelection, re-election, candidacy, release, promotion,
      reinstatement, acquittal, exoneration, inauguration, passage, ratification, adoption, enactment,
      implementation, renewal, extension, expansion, preservation, survival, bid, presidency, leadership`,
  },
  {
    frame: 'fate',
    polarity: 'opposes',
    weight: 'firm',
    cues: `resignation, impeachment, removal, ouster, ousting, firing, dismissal, sacking, termination, suspension,
      censure, recall, expulsion, deportation, arrest, detention, jailing, imprisonment, prosecution,
      indictment, conviction, execution, assassination, defeat, downfall, departure, exit, demise, overthrow,
      toppling, repeal, abolition, cancellation, dissolution, disqualification, demotion, recusal, eviction,
      exclusion, rejection, withdrawal, dismantling, shutdown, closure, elimination, retirement, disbarment`,
  },
];

/** The subject is the target; whom it moves, the object, holds it. */
export const FEELINGS: readonly StanceRow[] = [
  {
    frame: 'feeling',
    polarity: 'supports',
    weight: 'firm',
    cues: `please, delight, thrill, impress, satisfy, encourage, hearten, inspire, reassure, win over, win the support of,
      win the backing of, win the endorsement of, win the approval of, gain the support of, earn the praise of,
      earn the support of, earn the endorsement of, receive the endorsement of, receive the backing of, enjoy
      the support of, enjoy the backing of, have the support of, have the backing of, have the blessing of,
      secure the support of, secure the backing of, secure the endorsement of, win the trust of, win the
      confidence of, win the vote of, win the votes of, win the blessing of, win the favor of, win the
      admiration of, win the praise of, gain the backing of, gain the endorsement of, gain the approval of, gain
      the trust of, gain the favor of, garner the support of, garner the endorsement of, get the support of, get
      the backing of, get the endorsement of, get the blessing of, get the approval of, get a boost from, get a
      lift from, receive the support of, receive the blessing of, receive the approval of, receive the praise
      of, receive the votes of, receive a boost from, have the endorsement of, have the approval of, have the
      confidence of, have the full confidence of, have the full support of, have the full backing of, have the
      trust of, enjoy the confidence of, enjoy the full support of, enjoy the trust of, enjoy the endorsement
      of, enjoy the favor of, enjoy the blessing of, earn the respect of, earn the trust of, earn the backing
      of, earn the admiration of, earn the gratitude of, earn the approval of, attract the support of, secure
      the votes of, secure the approval of, secure the blessing of, command the loyalty of, command the respect
      of, command the support of, hold the confidence of, retain the support of, retain the confidence of, keep
      the support of, pick up the endorsement of, pick up the support of, pick up the backing of, pick up an
      endorsement from, land the endorsement of, land the support of, score the endorsement of, score an
      endorsement from, snag the endorsement of, nab the endorsement of, notch the endorsement of, collect the
      endorsement of, win plaudits from`,
  },
  {
    frame: 'feeling',
    polarity: 'opposes',
    weight: 'firm',
    cues: `anger, enrage, infuriate, outrage, incense, irk, irritate, annoy, rankle, rile, upset, alarm, dismay, appall,
      disgust, disappoint, offend, frustrate, trouble, disturb, horrify, unsettle, unnerve, frighten, scare,
      alienate, enflame, inflame, embarrass, aggravate, exasperate, gall, miff, peeve, repulse, draw the ire of,
      draw the wrath of, earn the ire of, earn the wrath of, run afoul of, raise the ire of, raise eyebrows
      among, set off alarms among, antagonize, antagonise, sadden, spook, perturb, vex, rub * the wrong way, not
      sit well with, not go over well with, ruffle feathers among, ruffle the feathers of, draw the scorn of,
      draw the anger of, draw the criticism of, incur the wrath of, incur the anger of, incur the ire of, raise
      the hackles of, stoke the anger of, stir the anger of, provoke the ire of, provoke the wrath of, provoke
      the fury of, spark the ire of, earn the scorn of, earn the enmity of, lose the support of, lose the
      backing of, lose the confidence of, lose the trust of, lose the endorsement of, lose support among, lose
      support from`,
  },
];
