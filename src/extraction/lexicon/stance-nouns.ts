import type { StanceRow } from './stance-entry.ts';

// Written for this project, in the manner of `stance-cues.ts`.

/** After a copula or beside a noun: the noun holds, the target follows. */
export const ADJECTIVES: readonly StanceRow[] = [
  {
    frame: 'adjective',
    polarity: 'supports',
    weight: 'firm',
    cues: `in favor of, in favour of, supportive of, behind, for, all for, committed to, devoted to, loyal to, faithful to,
      grateful for, grateful to, thankful for, proud of, fond of, enthusiastic about, excited about, thrilled with,
      thrilled about, thrilled by, delighted with, delighted by, delighted at, pleased with, pleased by, pleased at, happy with, happy about,
      satisfied with, confident in, bullish on, keen on, eager for, appreciative of, complimentary of, impressed by,
      impressed with, inspired by, encouraged by, heartened by, gratified by, gung-ho about, on board with, in agreement with, in accord with,
      in step with, in lockstep with, aligned with, allied with, sympathetic to, sympathetic toward, at ease with,
      comfortable with, fully behind, firmly behind, squarely behind, solidly behind, on the side of, in support of, on side with, sold on`,
  },
  {
    frame: 'adjective',
    polarity: 'supports',
    weight: 'hedged',
    cues: `open to, amenable to, receptive to, willing to accept, ready for, prepared for, ready to accept,
      prepared to accept, inclined toward, inclined towards, interested in, curious about, optimistic about,
      hopeful about, content with, fine with, okay with, ok with, relaxed about, resigned to, favorable to, favourable to, flexible on, flexible about`,
  },
  {
    frame: 'adjective',
    polarity: 'opposes',
    weight: 'firm',
    cues: `against, opposed to, critical of, contemptuous of, scornful of, dismissive of, disdainful of, hostile to,
      hostile toward, hostile towards, averse to, allergic to, intolerant of, antagonistic to, antagonistic toward,
      furious at, furious with, furious about, furious over, angry at, angry with, angry about, angry over,
      outraged by, outraged at, outraged over, incensed by, incensed at, incensed over, livid about, livid at, livid over, irate over,
      appalled by, appalled at, disgusted by, disgusted with, disgusted at, disappointed by, disappointed in,
      disappointed with, dismayed by, dismayed at, alarmed by, alarmed at, shocked by, horrified by, offended by, upset with,
      upset about, upset over, upset by, unhappy with, unhappy about, dissatisfied with, displeased with,
      frustrated with, frustrated by, fed up with, sick of, tired of, weary of, ashamed of, embarrassed by,
      concerned about, concerned by, concerned over, worried about, worried by, worried over, troubled by,
      disturbed by, afraid of, fearful of, terrified of, scared of, bitter about, bitter over, resentful of,
      at odds with, at loggerheads with, out of step with, in opposition to, at war with, up in arms over, up in arms about,
      unimpressed by, unimpressed with, unmoved by, deaf to, intent on blocking, dead set against, dead against, set against,
      adamant against, strongly against, firmly against, staunchly against, unwilling to accept, unwilling to support,
      unwilling to back, incompatible with, irreconcilable with, jealous of, envious of, disrespectful of, disrespectful to, disrespectful toward`,
  },
  {
    frame: 'adjective',
    polarity: 'opposes',
    weight: 'hedged',
    cues: `wary of, leery of, skeptical of, skeptical about, skeptical that, sceptical of, sceptical about, sceptical that,
      cautious about, cautious of, lukewarm on, lukewarm about, lukewarm toward, cool to, cool toward, cool on, reluctant to,
      reluctant about, uneasy about, uneasy with, uneasy over, uncomfortable with, nervous about, suspicious of, distrustful of,
      doubtful about, doubtful of, dubious about, dubious of, pessimistic about, hesitant about, hesitant to, unsure about, unenthusiastic about, unconvinced by, unconvinced of, not sold on`,
  },
  {
    frame: 'adjective',
    polarity: 'mixed',
    weight: 'hedged',
    cues: `undecided on, undecided about, undecided over, ambivalent about, ambivalent on, ambivalent toward, neutral on,
      neutral about, agnostic on, agnostic about, noncommittal on, noncommittal about, non-committal on, non-committal about,
      torn over, torn about, torn on, of two minds about, in two minds about, divided on, divided over, divided about, split on, split over, indifferent to, on the fence about, on the fence over`,
  },
];

/** The possessor, the subject of a light verb, the one named beside it or after `by` holds it. */
export const NOUNS: readonly StanceRow[] = [
  {
    frame: 'noun',
    polarity: 'supports',
    weight: 'firm',
    cues: `support for, support of, backing for, backing of, endorsement of, approval of, approval for, praise for, praise
      of, blessing for, blessing to, enthusiasm for, love for, admiration for, affection for, commitment to,
      devotion to, dedication to, loyalty to, allegiance to, solidarity with, confidence in, faith in, defense
      of, defence of, advocacy for, advocacy of, gratitude for, gratitude to, appreciation for, appreciation of,
      sympathy for, sympathy with, consent to, assent to, acceptance of, tribute to, advocate for, advocate of,
      advocates for, advocates of, supporter of, supporters of, backer of, backers of, proponent of, proponents
      of, champion of, champions of, defender of, defenders of, admirer of, admirers of, fan of, fans of,
      believer in, believers in, sponsor of, sponsors of, co-sponsor of, cosponsor of, architect of, booster of,
      cheerleader for, apologist for, surrogate for, surrogates for, warm words for, kind words for, kudos for,
      accolades for, acclaim for, applause for, cheers for, plaudits for, salute to, fondness for, fealty to,
      fidelity to, adherence to, affinity for, adoration of, adulation for, adulation of, embrace of,
      ratification of, championing of, advancement of, vindication of, boost for, lobbying for, advocacy on
      behalf of, plea on behalf of, stance in favor of, stance in favour of, vote in favor of, vote in favour
      of, votes in favor of, argument in favor of, arguments in favor of, brief in support of, brief supporting,
      statement in support of, letter in support of, statement of support for, words of support for, words of
      praise for, show of support for, pledge of support for, pledge of support to, vote of confidence in,
      confidence vote in, tribute in honor of, goodwill toward, optimism about, excitement about, excitement
      over, eagerness for, openness to, willingness to accept, sponsorship of, co-sponsorship of, cosponsors of,
      stumping for, canvassing for, green light for, go-ahead for, alliance with, friendship with, rapport with,
      closeness to, warmth toward, devotee of, devotees of, disciple of, loyalist to, stalwart of, enthusiast
      for, evangelist for, crusader for, crusaders for, fighter for, fighters for, promoter of, promoters of,
      donor to, donors to`,
  },
  {
    frame: 'noun',
    polarity: 'supports',
    weight: 'firm',
    confidence: 0.5,
    cues: `friend of, friend to, friends of, friends to, ally of, allies of, agreement with, love of, respect for, trust
      in, belief in, call for, calls for, demand for, demands for, push for, campaign for, bid for, preference
      for, vote for, votes for, proposal for, fight for, quest for, crusade for, drive for, request for,
      requests for, plea for, pleas for, appeal for, appeals for, lobbying for, desire for, hope for, hopes for,
      wish for, argument for, arguments for, case for, cooperation with, collaboration with, partnership with,
      fundraiser for, rally for, lobbyist for, lobbyists for, insistence on, pursuit of, adoption of,
      introduction of, implementation of, enforcement of, promotion of, expansion of, protection of,
      preservation of, restoration of, nomination of, appointment of, selection of, confirmation of, decision to
      sign, decision to back, decision to support, recognition of, commemoration of`,
  },
  {
    frame: 'noun',
    polarity: 'opposes',
    weight: 'firm',
    cues: `opposition to, objection to, objections to, resistance to, hostility to, hostility toward, hostility towards,
      criticism of, criticisms of, critique of, condemnation of, denunciation of, rejection of, refusal of,
      disapproval of, disagreement with, dissatisfaction with, discontent with, discontent over, displeasure
      with, displeasure over, displeasure at, anger at, anger over, anger about, anger toward, fury at, fury
      over, rage at, rage over, outrage at, outrage over, outrage about, dismay at, dismay over, alarm at, alarm
      over, alarm about, disgust at, disgust with, disgust over, contempt for, disdain for, scorn for, disregard
      for, disrespect for, hatred of, hatred for, hatred toward, dislike of, distaste for, distrust of, mistrust
      of, aversion to, antipathy to, antipathy toward, animosity toward, animus toward, animus against, enmity
      toward, frustration with, frustration over, frustration at, impatience with, attack on, attacks on,
      assault on, assaults on, crusade against, campaign against, fight against, battle against, war against,
      protest against, protests against, protest over, protests over, demonstration against, demonstrations
      against, rally against, backlash against, backlash to, backlash over, outcry over, outcry against, uproar
      over, furor over, lawsuit against, lawsuits against, suit against, complaint against, complaints against,
      veto of, veto on, boycott of, vote against, votes against, warning against, warnings against, jab at, jabs
      at, swipe at, swipes at, broadside against, tirade against, rant against, diatribe against, salvo against,
      rebuke of, rebuke to, rebukes of, critic of, critics of, opponent of, opponents of, foe of, foes of,
      adversary of, detractor of, detractors of, skeptic of, skeptics of, sceptic of, hater of, opponent to,
      quarrel with, beef with, feud with, pushback against, pushback on, push back against, blowback against,
      outburst against, outburst at, invective against, vitriol against, vitriol toward, vitriol at, insults at,
      insult to, insults against, insults toward, barbs at, barb at, dig at, digs at, potshot at, potshots at,
      slap at, slam on, takedown of, put-down of, mockery of, ridicule of, derision of, derision for,
      disparagement of, denigration of, demonization of, vilification of, scapegoating of, smear of, smears of,
      smears against, smear campaign against, slurs against, slur against, harassment of, persecution of,
      mistreatment of, bashing of, trashing of, dismissal of concerns about, repudiation of, disavowal of,
      renunciation of, abandonment of, betrayal of, defiance of, noncompliance with, non-compliance with,
      intransigence on, obstruction of, obstructionism on, filibuster of, filibuster against, blockade of,
      blockade against, challenge to, challenges to, legal challenge to, legal challenges to, suit over, lawsuit
      over, lawsuits over, lawsuit challenging, litigation against, petition against, brief against, brief
      opposing, testimony against, ruling against, rulings against, decision against, injunction against,
      verdict against, argument against, arguments against, case against, stance against, stand against,
      position against, speech against, speech denouncing, statement against, statement condemning, letter
      opposing, letter condemning, resolution condemning, resolution against, vote of no confidence in,
      no-confidence vote in, no-confidence motion against, impeachment of, censure of, articles of impeachment
      against, impeachment inquiry into, impeachment probe into, impeachment case against, allegations against,
      accusations against, accusation against, charges against, indictments against, complaint about, grievance
      against, grievances against, grievances with, grudge against, vendetta against, prejudice against,
      retaliation against, retribution against, reprisals against, revenge against, revenge on, vengeance
      against, vengeance on, threats against, incitement against, mobilization against, walkout over,
      resignation over, resignation in protest of, resentment of, resentment toward, resentment over, resentment
      at, bitterness toward, bitterness over, ire at, ire over, ire toward, wrath at, indignation at,
      indignation over, irritation with, irritation at, annoyance with, annoyance at, exasperation with,
      exasperation at, disappointment with, disappointment in, disappointment over, disappointment at,
      disillusionment with, disenchantment with, dissent from, dissent against, revulsion at, repugnance toward,
      loathing of, loathing for, detestation of, disrespect toward, intolerance of, intolerance toward, war of
      words with, standoff with, confrontation with, spat with, spats with, rift with, falling out with,
      falling-out with, clash with, clashes with, row with, battle with, battles with, shot at, shots at,
      nonsupport of, disbelief in, distaste of, warning about, warnings about, alarms about, basher of, naysayer
      on, holdout on, holdouts on, nemesis of, archenemy of, archrival of, opponents to, objector to, objectors
      to, resister of, dissenter from, disagreement over, disagreement on, disagreements with, disagreements
      over, refusal to back, refusal to support, refusal to endorse, refusal to accept, refusal to recognize,
      unwillingness to support, unwillingness to back, failure to support, failure to back`,
  },
  {
    frame: 'noun',
    polarity: 'opposes',
    weight: 'firm',
    confidence: 0.45,
    cues: `investigation into, investigation of, investigations into, investigations of, probe into, probe of, probes into,
      probes of, inquiry into, inquiries into, scrutiny of, subpoena of, surveillance of, spying on, cuts to,
      cuts in, cut to, cut in, reductions in, reduction of, reduction in, sanctions on, sanctions against,
      tariffs on, tariffs against, tariff on, taxes on, ban on, bans on, embargo on, embargo against, moratorium
      on, prohibition on, prohibition of, prohibition against, repeal of, elimination of, eradication of,
      abolition of, cancellation of, end to, halt to, freeze on, suspension of, termination of, rollback of,
      reversal of, shutdown of, dismantling of, undoing of, gutting of, weakening of, erosion of, crackdown on,
      crackdown against, clampdown on, war on, war against, withdrawal from, exit from, removal of, ouster of,
      ousting of, firing of, dismissal of, sacking of, resignation of, expulsion of, exclusion of, deportation
      of, deportations of, detention of, arrest of, arrests of, jailing of, imprisonment of, prosecution of,
      indictment of, conviction of, assassination of, killing of, murder of, bombing of, invasion of, airstrikes
      against, airstrikes on, strikes against, strikes on, strike against, strike on, raid on, raids on, defeat
      of, overthrow of, toppling of, enemy of, enemies of, rival of, rivals of, rival to, challenger to, fight
      with, fights with, showdown with, dispute with, disputes with, rivalry with, suspicion toward, mistrust
      toward, bias against, overhaul of, rewrite of, alternative to, discrimination against`,
  },
  {
    frame: 'noun',
    polarity: 'opposes',
    weight: 'hedged',
    cues: `concern about, concern over, concerns about, concerns over, concerns with, worry about, worries about, worries
      over, doubt about, doubts about, doubts over, skepticism of, skepticism about, skepticism over, skepticism
      toward, scepticism of, scepticism about, scepticism over, reservations about, reservations over,
      misgivings about, misgivings over, qualms about, unease about, unease with, unease over, anxiety about,
      anxiety over, fears about, fears over, suspicion of, suspicions about, wariness of, wariness about,
      hesitation about, hesitation over, reluctance to, complaint about, complaints about, problems with,
      skepticism regarding, hesitancy about, hesitancy over, reticence about, ambivalence about, ambivalence
      toward, discomfort with, discomfort over, discomfort about, nervousness about, nervousness over,
      apprehension about, apprehension over, apprehensions about, trepidation about, trepidation over, jitters
      about, jitters over, caution about, caution over, red flags about, alarm bells about, alarm bells over,
      second thoughts about, second-guessing of, cold feet about, cold feet over, quibble with, quibbles with,
      disquiet over, disquiet about, pessimism about, cynicism about, incredulity at, reservations with,
      hesitance about`,
  },
  {
    frame: 'noun',
    polarity: 'opposes',
    weight: 'hedged',
    confidence: 0.45,
    cues: `questions about, questions over, issue with, issues with, problem with, fears of, fear of, limits on, limit on,
      restrictions on, restriction on, curbs on, caps on, cap on, constraints on, quotas on`,
  },
];

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
