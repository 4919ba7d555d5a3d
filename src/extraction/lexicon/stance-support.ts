import type { StanceRow } from './stance-entry.ts';

// Written for this project, in the manner of `stance-cues.ts`.

/** Verbs of support: the subject holds it, the target follows; in the passive the other way about. */
export const SUPPORT: readonly StanceRow[] = [
  {
    frame: 'verb',
    polarity: 'supports',
    weight: 'firm',
    cues: `support, back, endorse, welcome, applaud, praise, hail, laud, commend, champion, embrace, favor, favour, approve
      of, admire, stand by, stand with, stand behind, stick by, stick with, side with, vote for, vote in favor
      of, vote in favour of, vote to ratify, vote to approve, vote to pass, vote to confirm, come out for, come
      out in favor of, come out in favour of, come out in support of, throw * weight behind, throw * support
      behind, put * weight behind, lend * support to, lend * backing to, give * support to, give * backing to,
      give * blessing to, give * blessing, give * approval to, give * consent to, give * nod to, give * vote to,
      give the green light to, give a green light to, give the go-ahead to, sign on to, sign up to, sign off on,
      rally behind, rally around, line up behind, get behind, unite behind, fall in behind, swing behind, be
      supportive of, speak up for, speak in favor of, speak in favour of, argue in favor of, argue in favour of,
      make the case for, make a case for, go to bat for, vouch for, root for, cheer for, cheer on, agree with,
      concur with, assent to, consent to, accede to, greenlight, green-light, rubber-stamp, bless, ratify,
      cosponsor, co-sponsor, sponsor, spearhead, tout, extol, glorify, trumpet, talk up, congratulate, thank,
      pay tribute to, speak highly of, speak warmly of, heap praise on, heap praise upon, lavish praise on, be
      full of praise for, express support for, express backing for, express solidarity with, voice support for,
      voice backing for, declare support for, announce support for, reaffirm support for, reiterate support for,
      pledge support for, pledge support to, offer support to, offer support for, have praise for, be all for,
      be in the interest of, say yes to, have nothing but praise for, have no problem with, be fine with, have
      confidence in, have faith in, have full confidence in, have every confidence in, put * faith in, put *
      trust in, put * name to, put * signature to, stand up for, come to the defense of, come to the defence of,
      rush to the defense of, rise to the defense of, uphold, stump for, canvass for, vow to support, urge
      support for, rave about, be grateful for, be grateful to, see merit in, see value in, sympathize with,
      sympathise with, align with, ally with, ally itself with, vote to support, cast * vote for, cast a vote
      for, cast * ballot for, hold * in high regard, look up to, take pride in, be on board with, get on board
      with, go along with, warm to, come around to, come round to, stick up for, hold fast to, double down on,
      revere, idolize, plump for, opt for, opt in to, vote aye on, vote yes on, campaign with, campaign
      alongside, rejoice at, delight in, underwrite, bankroll, pay tribute, lionize, crow about, rally to, rally
      to the side of, stand shoulder to shoulder with, stand alongside, stand up with, stand firmly behind,
      stand squarely behind, stand solidly behind, stand in solidarity with, link arms with, lock arms with,
      throw in with, throw in * lot with, cast * lot with, make common cause with, join forces with, join hands
      with, close ranks behind, close ranks around, circle the wagons around, coalesce around, coalesce behind,
      consolidate behind, consolidate around, unify behind, unite around, line up in support of, line up with,
      jump on board with, hop on board with, sign onto, sign * name to, add * name to, lend * name to, lend *
      voice to, lend support to, throw support behind, throw weight behind, throw * full support behind, put *
      full weight behind, give * full support to, give * full backing to, give * seal of approval to, give *
      stamp of approval to, give the nod to, give the thumbs up to, give a thumbs-up to, give a boost to, give a
      standing ovation to, offer * support to, offer * support for, offer * backing to, offer * endorsement of,
      offer praise for, offer kind words for, offer words of support for, offer * full-throated endorsement of,
      shower praise on, shower with praise, sing the praises of, sing the virtues of, extol the virtues of, tout
      the benefits of, tout the merits of, speak glowingly of, speak well of, speak in support of, speak out
      for, speak out in favor of, speak out in favour of, speak out in support of, speak on behalf of, speak in
      defense of, speak in defence of, come out strongly for, come to the aid of, come to the rescue of, come to
      * defense, come to * aid, leap to the defense of, spring to the defense of, rush to * defense, rise to *
      defense, jump to * defense, jump to the defense of, go to the mat for, go all in on, go all in for, go all
      out for, stick * neck out for, put in a good word for, take up the cause of, take the side of, take sides
      with, come down on the side of, come down in favor of, be on the side of, be squarely behind, be in *
      corner, have * back, stake * reputation on, embrace the idea of, endorse the idea of, welcome the idea of,
      like the idea of, get * support behind, rule in favor of, rule in favour of, rule for, rule on the side
      of, find in favor of, find in favour of, decide in favor of, vote to uphold, vote to override the veto of,
      vote to adopt, vote to advance, vote to extend, vote to fund, vote to keep, vote to enact, vote to
      authorize, vote to renew, vote to install, vote to reinstate, vote to re-elect, vote to acquit, vote in
      support of, vote aye for, vote yes for, caucus with, raise money for, raise funds for, fundraise for, host
      a fundraiser for, hold a fundraiser for, headline a fundraiser for, hold a rally for, headline a rally
      for, knock on doors for, knock doors for, phone bank for, donate to, give money to, contribute to, turn
      out for, rally for, march for, march in support of, rally in support of, demonstrate in support of,
      demonstrate for, testify in favor of, testify in support of, testify for, testify on behalf of, write in
      support of, file a brief in support of, file a brief supporting, intervene on behalf of, lobby on behalf
      of, act on behalf of, plead on behalf of, express confidence in, express full confidence in, express
      gratitude to, express gratitude for, express appreciation for, express admiration for, express approval
      of, express optimism about, express hope for, express sympathy for, express satisfaction with, express
      delight at, express enthusiasm for, voice confidence in, voice approval of, voice hope for, voice optimism
      about, signal approval of, signal backing for, pledge allegiance to, pledge loyalty to, pledge solidarity
      with, pledge backing for, profess loyalty to, profess support for, swear allegiance to, swear loyalty to,
      owe a debt to, tip * hat to, take * hat off to, doff * cap to, raise a glass to, toast, venerate, worship,
      adore, idolise, eulogize, eulogise, memorialize, pay homage to, bow to, be a fan of, be a big fan of, be a
      supporter of, be a strong supporter of, be a champion of, be a backer of, be a proponent of, be an
      advocate of, be an advocate for, be an ally of, be an admirer of, be a believer in, be bullish on, be in
      favor of, be in favour of, be in support of, be on record supporting, go on record in support of, go on
      record supporting, go on the record in support of, make peace with, mend fences with, bury the hatchet
      with, reconcile with, find common ground with, have the utmost respect for, have great respect for, have a
      lot of respect for, have respect for, have high regard for, have high praise for, have kind words for,
      have warm words for, have good things to say about, have nice things to say about, have nothing but good
      things to say about, have a soft spot for, have an affinity for, have affection for, have no objection to,
      have no objections to, think highly of, think the world of, think well of, get out the vote for,
      evangelize for, proselytize for, preach the virtues of, stake out a position in favor of, be pleased with,
      be happy with, be thrilled with, be delighted with, be proud of, be satisfied with, be encouraged by, be
      heartened by, commit to, recommit to`,
  },
  {
    frame: 'verb',
    polarity: 'supports',
    weight: 'firm',
    confidence: 0.65,
    cues: `accept, acquiesce in, acquiesce to, yield to, agree to, agree on, promote, approve, defend, love, trust, honor,
      honour, advocate, advocate for, argue for, believe in, identify with, prefer, appreciate, respect, cheer,
      celebrate, salute, cherish, treasure, recognize, recognise, commemorate, team up with, partner with,
      cooperate with, co-operate with, collaborate with, work alongside, work closely with, work hand in hand
      with, work in tandem with, coordinate with, go along with, strike a deal with, reach a deal with, cut a
      deal with, embrace the label of, revere, popularize, popularise, romanticize, glorify, champion the cause
      of, urge support for, urge passage of, urge approval of, urge adoption of, urge ratification of, urge the
      passage of, urge the release of, urge the adoption of, urge the confirmation of, commit itself to,
      dedicate itself to, take credit for, claim credit for, boast of, boast about, brag about, see the value
      of, see the benefit of, see the benefits of, see eye to eye with, see eye-to-eye with`,
  },
  {
    frame: 'verb',
    polarity: 'supports',
    weight: 'hedged',
    cues: `be ready for, be prepared for, work with, lean toward, lean towards, lean in favor of, be open to, leave the
      door open to, leave the door open for, keep the door open to, keep the door open for, be willing to
      accept, be ready to accept, be prepared to accept, be inclined to support, be content with, warm up to,
      see * advantages in, not rule out, hint at support for, signal support for, signal openness to, signal
      willingness to, express openness to, express interest in, express readiness for, acknowledge the need for,
      note with satisfaction, be sympathetic to, have sympathy for, have some sympathy for, give a cautious
      welcome to, cautiously welcome, tiptoe toward`,
  },
];
