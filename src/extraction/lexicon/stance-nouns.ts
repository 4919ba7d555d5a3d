import type { StanceRow } from './stance-entry.ts';

// Written for this project, in the manner of `stance-cues.ts`.

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
