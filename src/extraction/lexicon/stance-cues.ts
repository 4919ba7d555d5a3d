import { ADJECTIVES } from './stance-adjectives.ts';
import { DEEDS } from './stance-deeds.ts';
import type { StanceRow } from './stance-entry.ts';
import { NOUNS } from './stance-nouns.ts';
import { OPPOSITION } from './stance-opposition.ts';
import { FATES, FEELINGS, RECEPTIONS } from './stance-receptions.ts';
import { SUPPORT } from './stance-support.ts';

// Written for this project: words by which somebody takes a side, in the frame they stand in.
// Entries stand between commas; a verb is inflected at its first word; `*` is any one word (`throw
// its weight behind`). The preposition that leads to the target is part of its entry.

/** Neither for nor against, in the frame of verbs. */
const NEITHER: readonly StanceRow[] = [
  {
    frame: 'verb',
    polarity: 'mixed',
    weight: 'hedged',
    cues: `consider, weigh, entertain, tolerate, live with, put up with, make do with, settle for, look at, contemplate,
      explore, flirt with, toy with, resign itself to, have nothing against, have no position on, take no
      position on, take no side on, take no sides on, take no stance on, take no stand on, be undecided on, be
      undecided about, be undecided over, be undecided whether, be torn over, be torn about, be of two minds
      about, be in two minds about, be divided on, be divided over, be divided about, be split on, be split
      over, be neutral on, be neutral about, remain neutral on, stay neutral on, be agnostic on, be agnostic
      about, be noncommittal on, be noncommittal about, be non-committal on, abstain on, abstain from, abstain
      in, sit on the fence on, sit on the fence over, reserve judgment on, reserve judgement on, withhold
      judgment on, withhold judgement on, have not decided whether, have not decided on, have yet to decide on,
      have yet to decide whether, have not made up * mind on, have not made up * mind about, have not made up *
      mind, have yet to make up * mind, have yet to take a position on, have not taken a position on, stay out
      of, steer clear of, keep out of, wash * hands of, consult on, agree to disagree on, take note of`,
  },
];

/** What somebody asks for; who is to do it, and what, may follow: `demands that [Ann] resign`. */
const ASKING: readonly StanceRow[] = [
  {
    frame: 'verb',
    polarity: 'supports',
    weight: 'firm',
    confidence: 0.7,
    asks: 'for',
    cues: `call for, push for, press for, ask for, appeal for, demand, seek, urge, request, want, need, insist on,
      recommend, petition for, agitate for, clamor for, clamour for, lobby for, plead for, beg for, pray for,
      hope for, wish for, strive for, fight for, campaign for, would like, like to see, want to see, prefer to
      see, love to see, hope to see, demand that, ask that, request that, recommend that, urge that, stress the
      need for, stress the importance of, underline the need for, underscore the need for, emphasize the need
      for, emphasise the need for, highlight the need for, see a need for, see the need for, renew * call for,
      repeat * call for, reiterate * call for, echo the call for, echo * call for, join the call for, join calls
      for, join the calls for, add * voice to calls for, back calls for, back the call for, support calls for,
      support the call for, support a call for, be calling for, issue a call for, make a plea for, make a pitch
      for, make the case for, make a case for, make an appeal for`,
  },
  {
    frame: 'verb',
    polarity: 'supports',
    weight: 'firm',
    confidence: 0.7,
    asks: 'to',
    cues: `ask, tell, call on, call upon, press, pressure, order, instruct, direct, force, implore, beg, petition, exhort,
      lobby, beseech, dare, advise, prod, pressurise, command, plead with, lean on, push`,
  },
];

/** The subject holds it; the target is what was spoken of before. */
const ALONE: readonly StanceRow[] = [
  {
    frame: 'alone',
    polarity: 'supports',
    weight: 'firm',
    cues: `agree, concur, vote in favor, vote in favour, vote yes, vote aye, vote to ratify, say yes, be in favor, be in favour,
      be supportive, be on board, be all for it, give * consent, give * approval, give * blessing, sign on`,
  },
  {
    frame: 'alone',
    polarity: 'opposes',
    weight: 'firm',
    cues: `disagree, object, dissent, balk, vote against, vote no, vote nay, say no, be opposed, be against, be hostile, have an objection,
      have any objection, have further objection, have no further objection, have no objection, have objections, raise objections, protest`,
  },
  {
    frame: 'alone',
    polarity: 'mixed',
    weight: 'hedged',
    cues: `abstain, take no position, be undecided, be torn, be neutral, remain neutral, stay neutral, be noncommittal, be non-committal, be ambivalent, sit on the fence`,
  },
];

/** Taken for themselves, so that their verbs are not: `ended up`, `issued a statement`. */
const IDIOMS: readonly StanceRow[] = [
  {
    frame: 'verb',
    polarity: 'mixed',
    weight: 'hedged',
    confidence: 0,
    cues: `end up, end with, wind up, stop by, stop in, stop at, stop off, stop over, drop off, drop in, drop by, drop to, drop from,
      cut into, cut through, cut to the chase, cut short, kill time, pass away, pass by, pass out, pass through, pass on, pass along,
      pass muster, pass the time, sign up, sign in, sign off, sign for, build up, build on, open up, open fire, back up, back into, back to,
      back then, push up, push aside, push forward, launch into, raise questions, raise the question,
      raise a question, raise awareness, raise * hand, raise * voice, raise children, raise a family, raise the stakes, raise the bar,
      lift weights, lift up, ease into, save face, save for, save time, fire off, fire up, fire at, fire on, fire shots, fire a shot,
      issue a statement, issue statements, issue a warning, issue a report, issue an apology, issue a denial, issue a correction,
      create a stir, create a sense of, make up, make up for, beat around, pay attention to, pay a visit to, pay a price for,
      buy time, drive up, drive home, hold up well, fight back tears, fight for * life, 
      announce plans, announce that, declare that, declare victory, deny that, claim that, return to, return home, return from,
      join the fray, join the army, join the navy, join the military, start up, start out, start off, start over, start with,
      seize on, seize power, seize the moment, strike a balance, strike a chord, strike a tone, strike a nerve, strike up,
      order in, order dinner, order lunch, order a drink, charge for, charge into, charge ahead, halt at, bar the door,
      question witnesses, challenge for, love to, hate to, trust that, welcome to, question whether, wonder whether,
      thank god, thank goodness, bless you, bless America`,
  },
];

export const stanceRows: readonly StanceRow[] = [
  ...IDIOMS,
  ...SUPPORT,
  ...OPPOSITION,
  ...NEITHER,
  ...ASKING,
  ...DEEDS,
  ...ADJECTIVES,
  ...NOUNS,
  ...RECEPTIONS,
  ...FATES,
  ...FEELINGS,
  ...ALONE,
];
