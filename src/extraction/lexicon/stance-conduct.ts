// Written for this project: what somebody is said to do that judges them, or whom they do it to.
// Entries stand between commas, the verb first in its plain form; `*` is any one word.

/** Verbs, and what whoever speaks of them so thinks of their subject and of their object. */
export interface DeedRow {
  readonly subject: 1 | -1;
  /** 0: nothing is told of it. */
  readonly object: 1 | 0 | -1;
  /** Without an object they say something else: `they help`, `prices hurt`. */
  readonly needsObject: boolean;
  readonly verbs: string;
}

/** `he betrayed | his country |`: against him, for the country. */
const HARM = `
  abandon, abuse, assault, backstab, badger, bash, belittle, besmirch, betray, bludgeon, browbeat,
  brutalize, bully, bulldoze, cage, cheat, co-opt, coerce, cripple, damage, deceive, decimate,
  defame, defraud, degrade, dehumanize, dehumanise, demean, demonize,
  demonise, demoralize, demoralise, denigrate, desecrate, desert, destabilize, destabilise, destroy,
  devalue, devastate, discriminate against, disenfranchise, disgrace, dishonor, dishonour,
  disparage, disregard, disrespect, double-cross, dupe, endanger, erode, eviscerate, exploit,
  fail to protect, flout, forsake, gut, hamstring, harass,
  harm, hijack, hold * hostage, hold hostage, hollow out, humiliate, hurt, imperil, impoverish,
  infringe on, infringe upon, insult, intimidate, jeopardise, jeopardize, lie to, make a mockery of,
  malign, manipulate, marginalize, marginalise, mislead, mistreat, mock, muzzle, neglect, obstruct,
  offend, oppress, overrun,
  penalize, penalise, persecute, pillage, play politics with, plunder, poison, politicize,
  politicise, pollute, pervert, prey on, prey upon, punish, put * at risk, put * in danger,
  put * in harm, railroad, ravage, renege on, rip apart, rip off, rob, ruin, run roughshod over,
  sabotage, sell out, shortchange, short-change, shred, silence, slander, smear, spit on,
  spit in the face of, squander, steal, steal from, stick it to, stifle, stigmatize, strangle,
  subvert, suffocate, sully, swindle, take advantage of, take * away from, taint, tarnish, taunt,
  tear apart, tear down, terrorize, terrorise, thwart, torment, torpedo, torture, traffic in,
  trample, trample on, trash, traumatize, trivialize, turn * back on, undercut, undermine, usurp,
  victimize, victimise, vilify,
  violate, weaken, weaponize, weaponise, whittle away, wreak havoc on, wreck, play games with, make life harder for, drive a wedge between, turn a blind eye to, thumb * nose at, play fast and loose with, throw * under the bus, wage war on, go back on, rain down on, pull the rug out from under, bankrupt`;

/** `they | fuel | hatred |`: against them, against it. */
const ENABLE = `
  abet, aid and abet, appease, bankroll, bow to, bring chaos, cater to, cause chaos, cause * damage, cause harm, cause suffering, cave in to, cave to, capitulate to, coddle, condone, conspire with, cover up, cover up for, cozy up to, create chaos, embolden, encourage terrorists, engage in voter suppression, exacerbate, excuse, fan the flames of, foment, give a pass to, give aid and comfort to, give cover to, incite, inflame, instigate, kowtow to, legitimize, legitimise, make excuses for, normalize, normalise, pander to, peddle, perpetuate, perpetrate, prop up, propagate, provoke, rationalize, reek of, rubber-stamp, rubber stamp, saddle, side with terrorists, smack of, sow, spew, spout, stir up, stoke, suck up to, surrender to, tolerate, traffic in, unleash, usher in, whip up, whitewash, worsen`;

/** `the plan would | backfire`, `he | lied`: against whoever does. */
const FAIL = `
  add insult to injury, amount to bribery, ask for it, backfire, be ashamed of * self, be out for,
  blackmail, blow it, blow up in, blunder, botch, break faith, break * oath, break * promise,
  break * promises, break * word, break the law, break the rules, breach * trust, bring shame on,
  bring shame to, bungle, cave, capitulate, cheat, come up short, commit crimes, commit perjury,
  commit treason, concoct, cost american jobs, cost jobs, cost lives, cost taxpayers, cost us jobs,
  cozy up to, cower, cross a line, cross the line, cry wolf, cut and run, cut corners,
  debase, deceive, defy logic, deserve to be impeached, deserve to go to jail, deserve blame,
  do a bad job, do a terrible job, do great damage, do great harm, do more harm than good,
  do nothing, do nothing for, do nothing to, do little to, do not care about, double down on,
  drag * feet, drive up costs, drive up prices, dodge, duck, dither,
  evade, exaggerate, explode the debt, explode the deficit, fabricate, fall apart, fall far short,
  fall flat, fall short, falsely accuse, falsify, fan the flames, fear-monger, fearmonger,
  flip-flop, flounder, flail, fumble, get away with, get it wrong, get us into, give away, gloat,
  go back on, go too far, go off the rails, gouge, grandstand, grovel, hand over,
  have blood on * hands, have no business, have no clue, have no credibility, have no idea,
  have no excuse, have no plan, have no place, have no right, have no shame, have no strategy,
  have nothing to offer, hide * taxes, hide something, hide the truth, hinder, hoodwink,
  huff and puff,
  ignore, incriminate, infringe, insinuate, isolate us, jam through, jump the gun, kill jobs,
  kowtow, know nothing, lack courage, lack credibility, lack candor, lack leadership, lack judgment,
  lack the courage, lack the judgment, lack the temperament, lash out, leave us less safe, lie,
  lie about, lie under oath, line * pockets, lose * mind, lose control, lose touch, lower the bar,
  lose credibility, make a big mistake, make a fool of, make a huge mistake, make a mistake,
  make a mess of, make a terrible mistake, make excuses, make it harder, make matters worse,
  make no sense, make little sense, make zero sense, make sense to no one, make things up,
  make things worse, make up stories, make us less safe, make us weaker, mishandle, mislead,
  misrepresent, miscalculate, mismanage, miss the mark, miss the point, misspeak, misuse,
  move the goalposts, muddy the waters, need to be held accountable, need to be impeached,
  need to be stopped, need to go, need to resign, need to apologize, need to apologise,
  need to stop, need to get * act together, need to grow up, need to wake up,
  obfuscate, obstruct justice, overplay * hand, overreach, overreact, overstate, overstep, owe * an apology, owe an apology, owe an explanation, pander, panic, pass the buck, play dumb, play games, play politics, play the race card, play the victim, play to * base, plunge us into, point fingers, posture, pretend to, prove nothing, push us into, put politics, put party, put * own interests, put profits, raise taxes, ram through, refuse to, renege, repeat lies, resort to, rig, rush to judgment, run away from, run up the debt, scapegoat, scheme to, screw up, score political points, seek to score, sell * soul, set a bad example, set a dangerous precedent, set a terrible precedent, set us back, set * back, set back, shame, shoot * in the foot, show contempt for, show no remorse, show no respect, show disrespect, sit on * hands, slander, slow-walk, smell bad, sneer at, sow chaos, sow discord, sow division, speak with forked tongue, squabble, stack the deck, stall, stand idly by, stand in the way, stonewall, stoop to, stink, stifle, swindle, take us back, take us backward, take us backwards, take * eye off the ball, talk out of both sides, tank, throw a tantrum, throw in the towel, tear us apart, turn back the clock, turn the clock back, underestimate, unravel, waffle, wallow in, waste, whine, whine about, wreak havoc, use * as a pawn, use * as pawns, use fear, want it both ways, want to destroy, want to divide, want to take away, want to have it both ways`;

/** `he | should resign`: what nobody asks of whom they back. */
const OUGHT = `resign, step down, step aside, quit, go, apologize, apologise, retract, drop out, be ashamed, be embarrassed, be impeached, be removed, be fired, be prosecuted, be jailed, be indicted, be investigated, be held accountable, be held responsible, be punished, be disbarred, be disqualified, be expelled, be censured, be condemned, be abolished, be scrapped, be banned, be repealed, be rejected, be stopped, be ended, be defunded, be dismantled, be overturned, be struck down, be thrown out, be thrown in jail, be voted out, be defeated, be withdrawn, be locked up, be in jail, be in prison, be behind bars, be shut down, end, stop, cease, come clean, answer for, explain, explain himself, explain herself, explain themselves, rethink, reconsider, back off, back down, recuse himself, recuse herself, know better, never have, never be, grow up, get out of the way, get out of, keep * mouth shut, shut up, look in the mirror, be allowed to stand, leave office, leave town, stay out of, butt out, mind * own business, release * tax returns, release his taxes, take responsibility, disavow, denounce, retire, be replaced, be recalled, be ousted, be subpoenaed, be deported, wake up, be careful what, be worried, be afraid, bow out, concede`;

/** `she | protects | families |`: for her, for them. */
const HELP = `
  benefit, boost, bring hope to, bring jobs to, bring peace to, bring relief to, bring together, cherish, come to the aid of, comfort, deliver for, do right by, empower, energize, enhance, enrich, enshrine, galvanize, give back to, give hope to, give voice to, heal, help, honor, honour, improve, inspire, keep * safe, liberate, lift up, look after, make * better, make * great, make * safer, make * stronger, make * more affordable, make * proud, mend, move * forward, nurture, preserve, protect, put * back to work, put * first, reassure, rebuild, reinvigorate, rescue, respect, restore, revitalize, revive, safeguard, save, shield, stabilize, stand up for, stick up for, strengthen, take care of, treasure, unite, unleash the potential of, uphold, uplift, work hard for, work for the good of, work tirelessly for`;

/** `they | root out | graft |`: for them, against it. */
const COUNTER = `root out, stamp out, weed out, put a stop to, put an end to, crack down on, stand up to, rein in, clean up, reverse the damage of, combat, hold accountable, hold * accountable, bring * to justice, bring to justice, hold * to account, shine a light on, turn the page on, right the wrongs of, undo the damage of, thwart terrorists, keep * in check, defeat`;

/** `she | did a great job`: for whoever does. */
const SUCCEED = `
  bear fruit, care about, care deeply about, bring people together, bring us together, create jobs,
  deserve a medal, deserve applause, deserve credit, deserve praise, deserve respect,
  deserve to win, deserve better, deserve support, deserve a chance, deserve our thanks,
  deserve our gratitude, deserve justice, do a fantastic job, do a fine job, do a good job,
  do a great job, do a great service, do a remarkable job, do a terrific job, do a tremendous job,
  do a very good job, do a wonderful job, do an amazing job, do an excellent job,
  do an incredible job, do an outstanding job, do everything right, do exactly what, do good work,
  do great, do great things, do great work, do it right, do nothing wrong, do so much for,
  do so well, do the right thing, do very well, do well, do wonders for, do tremendous things,
  earn * respect, earn * trust, earn respect, exceed expectations, fit the bill, fulfill * promise, get it right, get results, get things done, give hope, go a long way, go far enough, have a good heart, have a great record, have an outstanding record, have courage, have experience, have good judgment, have great judgment, have guts, have integrity, have my confidence, have my full confidence, have my full support, have my support, have my trust, have my vote, have our support, have the courage, have the experience, have the judgment, have the temperament, have the integrity, have the skills, have the right to, have every right to, have what it takes, have * head on straight, have a proven track record, have a strong record, hit it out of the park, hold up, inspire confidence, keep his promise, keep his promises, keep * promise, keep * promises, keep * word, keep us safe, know how to lead, lead by example, lead the way, level the playing field, live up to, lower costs, lower prices, make an excellent, make a fine, make a terrific, make a wonderful, make good sense, make great progress, make it easier, make it safer, make perfect sense, make progress, make sense, make * sense, make the right call, make the right choice, make the right decision, make us proud, make us safer, make us stronger, move us forward, need our help, need our support, never give up, pass muster, pass with flying colors, pay dividends, pay off, pay for itself, play by the rules, promise real, promote peace, prove * right, put country first, put people first, put the country first, rise to the occasion, rise to the challenge, save lives, serve with distinction, serve with honor, set a good example, set an example, set the standard, share our values, share my values, show courage, show great courage, show leadership, show real leadership, solve problems, speak the truth, speak truth to power, stand for what, stand on principle, stand tall, stand the test of time, strike a balance, strike the right balance, strike the right tone, take the high road, take the right approach, tell it like it is, tell the truth, turn things around, work for everyone, work hard, work tirelessly, work well, work wonders, win respect, unite us, understand what it takes, bring change, bring real change, never back down, know what * doing, reflect * values, remove the sting`;

export const deedRows: readonly DeedRow[] = [
  { subject: -1, object: 1, needsObject: true, verbs: HARM },
  { subject: -1, object: -1, needsObject: true, verbs: ENABLE },
  { subject: -1, object: 0, needsObject: false, verbs: FAIL },
  { subject: 1, object: 1, needsObject: true, verbs: HELP },
  { subject: 1, object: -1, needsObject: true, verbs: COUNTER },
  { subject: 1, object: 0, needsObject: false, verbs: SUCCEED },
];

/** Verbs that say so after `should`, `must`, `has to`, `needs to`. */
export const reproaches: readonly string[] = OUGHT.split(',').map((words) => words.trim());

/** Adverbs that judge whoever acts so: `| recklessly | shut it down`. */
export const blamingAdverbs: ReadonlySet<string> = new Set(
  `arrogantly blatantly blindly brazenly callously carelessly contemptuously corruptly criminally cruelly cynically deceitfully deceptively deliberately
   dishonestly disgracefully falsely flagrantly foolishly heartlessly hypocritically illegally immorally improperly inappropriately irresponsibly
   maliciously mindlessly needlessly naively outrageously recklessly selfishly senselessly shamefully shamelessly stupidly unconscionably
   unconstitutionally unethically unfairly unjustly unlawfully unnecessarily unwisely wantonly wrongfully wrongly wrongheadedly baselessly`.split(
    /\s+/u,
  ),
);

/** Verbs that hand the worth of their object to their subject: `it | sets | a dangerous precedent`. */
export const carryingVerbs: readonly string[] =
  `have make give create cause show represent produce offer deliver run start impose inflict set send
   perpetrate promote commit spread tell sow embody exhibit display demonstrate engage pose constitute introduce push peddle wage mount lead
   launch advance pursue practice practise propose propagate stage breed spell reflect`
    .trim()
    .split(/\s+/u);
