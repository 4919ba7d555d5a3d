import type { StanceRow } from './stance-entry.ts';

// Written for this project, in the manner of `stance-cues.ts`.

/** Verbs of opposition, in the same frame as those of support. */
export const OPPOSITION: readonly StanceRow[] = [
  {
    frame: 'verb',
    polarity: 'opposes',
    weight: 'firm',
    cues: `oppose, have something against, have anything against, reject, condemn, say no to, stand in the way of, get in
      the way of, block the way to, cannot stand, can not stand, can n't stand, can n’t stand, cannot abide,
      cannot tolerate, be no admirer of, denounce, criticize, criticise, slam, blast, attack, assail, decry,
      deplore, lambast, lambaste, rebuke, rebuff, repudiate, disavow, renounce, spurn, scorn, deride, mock,
      ridicule, lampoon, excoriate, castigate, chastise, berate, upbraid, reprimand, admonish, scold, chide,
      censure, vilify, demonize, demonise, disparage, belittle, denigrate, malign, smear, insult, taunt, bash,
      trash, savage, pillory, skewer, hammer, pummel, rip into, tear into, lash out at, lash out against, lash,
      hit out at, hit back at, fire back at, strike back at, snap at, swipe at, take a swipe at, take aim at,
      take a shot at, take shots at, take issue with, take exception to, take umbrage at, take offense at, take
      offence at, find fault with, pick a fight with, pick holes in, poke holes in, pour cold water on, pour
      scorn on, heap scorn on, throw cold water on, cast doubt on, cast doubts on, cast doubt over, call into
      question, call out, cry foul over, dismiss, disapprove of, disagree with, quarrel with, protest, protest
      against, protest at, demonstrate against, march against, rally against, rail against, rail at, inveigh
      against, fulminate against, speak out against, speak against, come out against, vote against, vote down,
      vote no on, vote to block, vote to reject, argue against, lobby against, campaign against, fight against,
      battle against, veto, veto any, block, blackball, obstruct, stonewall, filibuster, stymie, thwart,
      torpedo, sabotage, scuttle, derail, quash, squelch, boycott, shun, snub, refuse to accept, refuse to back,
      refuse to support, refuse to recognize, refuse to recognise, rule out, ruling out, object to, object, have
      objections to, raise objections to, raise an objection to, voice opposition to, express opposition to,
      express disagreement with, express outrage over, express outrage at, express anger at, express anger over,
      express discontent over, express discontent with, express displeasure with, express dismay at, express
      dismay over, express concern about, express concern over, express concerns about, express concerns over,
      express alarm at, express alarm over, voice concern about, voice concern over, voice concerns about, voice
      concerns over, raise concerns about, raise concerns over, raise concern about, raise doubts about, raise
      alarm over, raise the alarm over, raise questions about, sound the alarm over, sound the alarm about,
      sound the alarm on, warn against, caution against, counsel against, advise against, urge against, guard
      against, recoil at, recoil from, balk at, baulk at, bristle at, bridle at, chafe at, fume at, fume over,
      fume about, rage at, rage against, seethe at, grumble about, grumble over, gripe about, complain about,
      complain of, whine about, carp at, moan about, abhor, detest, despise, loathe, hate, dislike, resent,
      distrust, mistrust, accuse, blame, indict, impeach, sue, file suit against, file a lawsuit against, file a
      complaint against, bring charges against, take * to court, press charges against, lodge a complaint
      against, lodge a protest against, lodge a protest with, push back against, push back on, push back at,
      fight back against, hit back against, stand against, stand firmly against, stand up to, stand up against,
      set * face against, dig in against, draw a line at, draw the line at, draw a red line at, balk, turn *
      back on, turn against, break with, break ranks with, break away from, part ways with, distance * from,
      back away from, walk away from, pull out of, walk out of, walk out on, walk out over, storm out of,
      withdraw support for, withdraw support from, withdraw * support for, withdraw * endorsement of, rescind *
      endorsement of, drop * support for, withhold support from, withhold * support from, decline to support,
      decline to endorse, decline to back, disown, jeer, boo, heckle, boo at, pooh-pooh, scoff at, sneer at,
      shrug off, brush off, brush aside, swat away, bat away, wave away, turn down, strike down, overturn,
      overrule, invalidate, roll back, rescind, revoke, repeal, abolish, scrap, nullify, terminate, dismantle,
      gut, defund, eviscerate, undermine, undercut, subvert, put a stop to, put an end to, ban, outlaw,
      prohibit, forbid, expel, evict, oust, sack, depose, unseat, topple, overthrow, impose sanctions on,
      sanction, blacklist, retaliate against, menace, bully, harass, intimidate, antagonize, antagonise,
      forsake, jettison, jilt, cold-shoulder, shoot down, knock down, slap down, throw out, toss out, demand the
      resignation of, demand an end to, call for an end to, call for the resignation of, call for the removal
      of, call for the ouster of, call for the repeal of, call a halt to, have no time for, have no patience
      for, have no patience with, have no use for, have no appetite for, have no truck with, have no intention
      of, have contempt for, have no respect for, have no confidence in, have no faith in, lose confidence in,
      lose faith in, lose patience with, be no fan of, be not a fan of, be fed up with, be sick of, be tired of,
      be appalled by, be appalled at, be outraged by, be outraged at, be disgusted by, be disgusted with, be
      disappointed by, be disappointed in, be disappointed with, be dismayed by, be dismayed at, be alarmed by,
      be alarmed at, be troubled by, be concerned about, be concerned by, be worried about, be angry at, be
      angry with, be angry about, be furious at, be furious with, be furious about, be furious over, be upset
      about, be upset with, be unhappy with, be unhappy about, be frustrated with, be frustrated by, be offended
      by, be scornful of, be dismissive of, be contemptuous of, be hostile to, be hostile toward, be hostile
      towards, be averse to, be ashamed of, be at odds with, be at loggerheads with, be at war with, be no
      friend of, zing, cross swords with, clash with, spar with, feud with, tangle with, lock horns with,
      scapegoat, wage war on, wage war against, declare war on, go after, crack down on, clamp down on, come
      down hard on, rein in, root out, stamp out, shut out, freeze out, get rid of, do away with, throw the book
      at, throw shade at, rebut, refute, debunk, discredit, rubbish, talk down, tear up, rip up, vote to
      impeach, vote to convict, vote to censure, vote to condemn, vote to remove, vote to expel, vote to oust,
      vote to repeal, vote to end, vote to abolish, vote to overturn, vote to strike down, vote to table, vote
      to kill, vote to defund, vote to override, vote to disapprove, vote to hold * in contempt, vote no
      against, vote nay on, vote in opposition to, hold * in contempt, rule against, find against, decide
      against, side against, strike out against, enjoin, testify against, run against, campaign hard against,
      organize against, organise against, mobilize against, mobilise against, agitate against, petition against,
      preach against, crusade against, editorialize against, write against, rant about, rant against, vent
      about, sound off on, sound off against, sound off about, thunder against, thunder at, go on the attack
      against, go on the offensive against, go on a tirade against, launch into a tirade against, launch an
      attack on, launch attacks on, launch a broadside against, launch a tirade against, level criticism at,
      level criticism against, level accusations at, level accusations against, level charges against, levy
      charges against, levy accusations against, hurl accusations at, hurl insults at, hurl abuse at, lob
      insults at, lob attacks at, fling insults at, throw insults at, throw jabs at, throw punches at, toss
      barbs at, aim criticism at, direct criticism at, direct * ire at, direct * anger at, direct * fire at,
      turn * fire on, turn * ire on, turn * ire to, train * fire on, train * sights on, set * sights on, step up
      attacks on, step up * attacks on, ramp up attacks on, ramp up * attacks on, intensify attacks on,
      intensify * attacks on, escalate attacks on, escalate * attacks on, mount a challenge to, mount a
      challenge against, point the finger at, point fingers at, point a finger at, lay the blame on, lay blame
      on, lay the blame at the feet of, lay the blame for * on, pin the blame on, put the blame on, place the
      blame on, place blame on, cast blame on, shift blame to, shift the blame to, pin blame on, heap blame on,
      hold * responsible for, take * to task for, take * to task, dress down, read the riot act to, give * an
      earful, call * a liar, call bull on, call shenanigans on, call foul on, cry foul on, cry foul at, trade
      barbs with, trade insults with, trade blows with, trade attacks with, trade jabs with, trade accusations
      with, exchange barbs with, exchange insults with, exchange heated words with, butt heads with, go head to
      head with, go toe to toe with, go toe-to-toe with, squabble with, bicker with, tussle with, wrangle with,
      fall out with, have a falling out with, have it out with, get into it with, get into a spat with, have a
      spat with, pick fights with, square off against, face off against, face off with, face down, wage a
      campaign against, wage a crusade against, wage a battle against, lead the charge against, lead the fight
      against, lead the opposition to, lead opposition to, spearhead opposition to, register opposition to,
      register * opposition to, announce opposition to, announce * opposition to, declare opposition to, declare
      * opposition to, state opposition to, reiterate opposition to, signal opposition to, signal * opposition
      to, vow to oppose, vow to fight, pledge to oppose, reaffirm * opposition to, come out in opposition to,
      come out strongly against, come out forcefully against, stake out a position against, go on record
      against, go on record opposing, go on the record against, express frustration with, express frustration
      over, express frustration at, express frustration about, express disappointment with, express
      disappointment in, express disappointment over, express disappointment at, express disgust with, express
      disgust at, express horror at, express shock at, express displeasure at, express displeasure over, express
      disapproval of, express dissatisfaction with, express disdain for, express contempt for, express distaste
      for, express regret over, express unhappiness with, express anger about, express fury over, express fury
      at, express indignation at, express indignation over, express resentment toward, express alarm about,
      express worry about, express worries about, express worry over, express fears about, express fear of,
      express fears over, voice frustration with, voice frustration over, voice anger at, voice anger over,
      voice dismay over, voice dismay at, voice disappointment with, voice disapproval of, voice outrage over,
      voice outrage at, voice objections to, voice disagreement with, voice alarm over, voice alarm about, voice
      alarm at, voice worry about, voice fears about, voice fears over, voice discontent with, voice displeasure
      with, voice criticism of, show contempt for, show disdain for, show disrespect for, show disregard for,
      make fun of, poke fun at, take potshots at, take a potshot at, take jabs at, take a jab at, take digs at,
      take a dig at, take swipes at, take a veiled shot at, take a veiled swipe at, take a hammer to, take an
      axe to, take a sledgehammer to, mince no words about, pounce on, seize on the failure of, rail about,
      hammer away at, chip away at, pile on, gang up on, dump on, rag on, come down on, tee off on, unload on,
      let loose on, let rip at, go off on, light into, lay into, lace into, sail into, round on, turn up the
      rhetoric against, blow up at, yell at, shout at, scream at, shout down, storm out over, quit over, quit in
      protest of, quit in protest over, resign in protest of, resign in protest over, resign over, walk off in
      protest of, leave in protest of, strike over, strike against, go on strike over, stage a protest against,
      stage a sit-in against, hold a protest against, hold a rally against, join protests against, join the
      protest against, picket, blockade, lobby hard against, lobby to block, lobby to kill, dash hopes for, dash
      hopes of, throw a wrench in, throw a wrench into, throw up roadblocks to, throw up obstacles to, put up
      roadblocks to, put up a fight against, put the brakes on, put the kibosh on, put a lid on, pull the plug
      on, pull support for, pull * support for, pull * support from, pull * endorsement of, pull back from,
      revoke * support for, revoke * endorsement of, retract * endorsement of, renege on, back out on, walk back
      * support for, lose respect for, lose all confidence in, lose trust in, have lost confidence in, have no
      love for, have little use for, have little patience for, have little patience with, have little love for,
      have little sympathy for, have no sympathy for, have zero tolerance for, have no tolerance for, have no
      stomach for, have no desire for, have no interest in, have little interest in, have little appetite for,
      have an aversion to, have a disdain for, have an animus against, have animus toward, have a grudge
      against, bear a grudge against, hold a grudge against, have an axe to grind with, have a beef with, have a
      bone to pick with, have it in for, have choice words for, have harsh words for, have tough words for, have
      sharp words for, have strong words for, reserve * harshest criticism for, reserve * harshest words for,
      show no love for, be no friend to, be no supporter of, be an opponent of, be an outspoken critic of, be a
      vocal critic of, be a foe of, be an enemy of, be a skeptic of, be up in arms over, be up in arms about, be
      disdainful of, be adamantly opposed to, be dead set against, be vehemently opposed to, be staunchly
      opposed to, be loath to support, be loath to back, be unwilling to support, be unwilling to back, be
      unwilling to accept, think little of, think poorly of, see no merit in, see no value in, see no need for,
      see no reason for, see little value in, see no point in, leave no doubt about * opposition to, want no
      part of, want nothing to do with, have nothing to do with, keep * distance from`,
  },
  {
    frame: 'verb',
    polarity: 'opposes',
    weight: 'firm',
    confidence: 0.6,
    cues: `head off, fend off, ward off, stave off, refuse, fear, question, challenge, doubt, contest, dispute, contradict,
      stop, halt, prevent, kill, weaken, undo, unwind, cancel, shelve, dump, ditch, axe, annul, abandon, desert,
      betray, punish, penalize, penalise, charge, convict, prosecute, warn of, warn about, lament, bemoan,
      bewail, regret, defy, resist, combat, battle, fight, mourn the election of, single out, deny the claims
      of, cast aside, set aside, drop, back out of, bow out of, opt out of, withhold funding from, withhold
      funding for, withhold aid from, withhold aid to, cut off funding for, cut off funding to, cut off aid to,
      cut aid to, cut funding for, cut funding to, strip funding from, strip * of, pull funding from, pull
      funding for, eliminate funding for, deny funding to, deny funding for, slash funding for, slash funding
      to, freeze aid to, freeze the assets of, freeze assets of, block funding for, block aid to, sever ties
      with, cut ties with, cut * ties with, break ties with, break off relations with, break off talks with,
      break off ties with, suspend ties with, sever relations with, end relations with, downgrade ties with,
      downgrade relations with, recall * ambassador from, recall * ambassador to, summon * ambassador, expel *
      ambassador, expel * diplomats, impose tariffs on, slap tariffs on, levy tariffs on, place tariffs on, put
      tariffs on, raise tariffs on, threaten tariffs on, threaten tariffs against, impose a tariff on, slap
      sanctions on, place sanctions on, put sanctions on, levy sanctions on, impose new sanctions on, tighten
      sanctions on, threaten sanctions against, threaten sanctions on, impose restrictions on, place
      restrictions on, put restrictions on, impose limits on, place limits on, put limits on, impose a ban on,
      impose curbs on, place a ban on, put a ban on, slap a ban on, put a freeze on, put a moratorium on, impose
      a moratorium on, take a dim view of, take a hard line on, take a hard line against, take a hard line
      toward, take a hard line with, take a tough stance on, take a tough stance against, take a tough line on,
      take a tough line with, take a harder line on, get tough on, get tough with, talk tough on, toughen *
      stance on, harden * stance on, put pressure on, ratchet up pressure on, ratchet up the pressure on, pile
      pressure on, pile the pressure on, step up pressure on, increase pressure on, apply pressure on, apply
      pressure to, turn up the heat on, turn the screws on, tighten the screws on, turn up the pressure on,
      raise questions over, raise questions on, raise doubts over, raise red flags about, raise red flags over,
      raise a red flag about, raise alarms about, raise alarms over, raise alarm about, raise alarm bells about,
      raise eyebrows at, draw a contrast with, draw contrasts with, draw a sharp contrast with, strike a
      contrast with, contrast himself with, contrast herself with, debunk the claims of, pick apart, rebut the
      claims of, hit at, swat at, jab at, troll, razz, goad, satirize, satirise, caricature, spoof, curtail,
      discourage, deter, hinder, impede, hamper, hobble, cripple, neuter, neutralize, neutralise, degrade,
      defang, starve, choke off, crush, beat back, restrain, contain, confront, tackle, overcome, eliminate,
      eradicate, erase, wipe out, weed out, snuff out, unravel, upend, disrupt, foil, forestall, avert, preempt,
      pre-empt, repel, discipline, silence, muzzle, gag, censor, suppress, disenfranchise, marginalize,
      marginalise, ostracize, isolate, erode, dilute, deprive, humiliate, interrogate, grill, tarnish, besmirch,
      impugn, slander, libel, defame, bury, end the practice of, phase out`,
  },
  {
    frame: 'verb',
    polarity: 'opposes',
    weight: 'hedged',
    cues: `worry about, worry over, fret about, fret over, have reservations about, have doubts about, have qualms about,
      have misgivings about, have second thoughts about, have concerns about, have concerns with, have problems
      with, have a problem with, have issues with, have questions about, express doubt about, express doubts
      about, express reservations about, express skepticism about, express scepticism about, express skepticism
      toward, express skepticism over, express caution about, express misgivings about, express unease about,
      voice doubts about, voice reservations about, voice skepticism about, voice misgivings about, voice unease
      about, slow-walk, hold out against, hold back on, hesitate over, hesitate about, drag * feet on, drag *
      feet over, be wary of, be leery of, be skeptical of, be skeptical about, be sceptical of, be sceptical
      about, be cautious about, be cautious of, be lukewarm on, be lukewarm about, be lukewarm toward, be cool
      to, be cool toward, be cool on, be reluctant about, be uneasy about, be uneasy with, be uncomfortable
      with, be ambivalent about, be nervous about, be suspicious of, be leery about, second-guess, stop short of
      backing, stop short of endorsing, roll * eyes at, raise * eyebrows at, hedge on, cool on, sour on, be
      dubious about, be dubious of, be doubtful about, be doubtful of, be unsure about, be unconvinced by, be
      unconvinced about, be unenthusiastic about, be hesitant about, be apprehensive about, be anxious about, be
      unimpressed by, be unimpressed with, be concerned about, be concerned by, be concerned with, be worried
      about, be worried by, be troubled by, be bothered by, be disturbed by, be alarmed by, be frustrated with,
      be frustrated by, be disappointed in, be disappointed with, express hesitation about, express hesitancy
      about, express reluctance about, express wariness about, express wariness of, express wariness over,
      express ambivalence about, express unease over, express unease with, express discomfort with, express
      nervousness about, express qualms about, voice skepticism over, voice skepticism of, voice scepticism
      about, voice scepticism over, voice concern for, voice caution about, voice unease over, voice qualms
      about, show little enthusiasm for, show little interest in, show no enthusiasm for, show little appetite
      for, distance himself from, distance herself from, distance themselves from, distance itself from, keep *
      at arm's length, hold * at arm's length, shy away from, back off, back off from, hedge about, punt on,
      throw doubt on, pour doubt on, find * hard to accept, find * hard to swallow, struggle to accept, take a
      wary view of, take a skeptical view of, take a cautious view of, second guess, raise a question about,
      raise some questions about, raise some concerns about, nitpick, quibble with, quibble over`,
  },
  {
    frame: 'verb',
    polarity: 'opposes',
    weight: 'hedged',
    confidence: 0.45,
    cues: `cut, slash, reduce, trim, shrink, limit, restrict, curb, stall, delay, postpone, put off, hold up, tighten,
      scale back, pare back, pare down, roll back, whittle down, water down, cap, reverse, replace, overhaul`,
  },
];
