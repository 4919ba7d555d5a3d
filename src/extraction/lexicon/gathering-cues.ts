// Written for this project: constructions that say who was at a gathering, who was not, and where
// in the sentence they stand. One pattern a line:
//
//     ~verb     any form of the verb          a|b     either word
//     word?     may be left out               *       up to seven words, no comma or full stop
//     @event    a noun phrase for a gathering @any    any noun phrase
//     ^         the sentence begins here
//
// An adverb may stand between any two words. Behind a slash stands what else a construction says:
//
//     side      whose delegation those are    subject   its subject was there too
//     company   they are on the side of whom they came with
//     name      only where a name follows at once
//     inside    the guests are its own words: `with [Ann Lee] in the chair`
//     deputy    its subject was there, for those absent
//     proxy     a person who is its subject was not there
//     manner    its words say how they took part
//     event     only where the sentence speaks of a gathering
//     likewise  what the sentence said of others holds for them: `as did [Bo Ek]`

import { type WordSet, wordSet } from '../../text/word-numbers.ts';

export type Standing = 'attended' | 'absent' | 'expected';

export interface Cue {
  readonly pattern: string;
  /** Where those spoken of stand. */
  readonly guests: 'before' | 'after';
  readonly standing: Standing;
  /** What the sentence must show beside the cue for it to count. */
  readonly needs: 'nothing' | 'gathering' | 'delegation';
  readonly says: ReadonlySet<string>;
}

const words = (list: string): WordSet => wordSet(list.trim().split(/\s+/u));

const cues = (
  guests: Cue['guests'],
  standing: Standing,
  needs: Cue['needs'],
  patterns: string,
): Cue[] =>
  patterns
    .trim()
    .split('\n')
    .map((row) => {
      const [pattern = '', flags = ''] = row.split(' / ');
      return { pattern: pattern.trim(), guests, standing, needs, says: words(flags) };
    });

const PRESENT_AFTER = cues(
  'after',
  'attended',
  'nothing',
  `attended by
   chaired|co-chaired|moderated|convened by
   presided over by
   was|were|is|are|being represented by / side proxy
   represented by / side proxy
   flanked by / subject
   on the * side|team|delegation were|was|are|is|sat / side
   on the * side : / side
   across the table sat|sits|were|was
   at|around|round the table were|was|sat|are
   in the * room sat|were|was
   among those * were|was|are|is
   those|others present|attending|there were|included|are
   among the participants|guests|attendees|speakers|delegates|witnesses * were|was|are|is
   among the * participants|guests|attendees|speakers|delegates|witnesses were|was|are|is
   guests|speakers|participants|attendees|delegates|witnesses|panelists|panellists|performers|invitees included|include
   audience|crowd|gathering|turnout|congregation included|includes
   testifying|speaking|participating|appearing|presenting|performing was|were|is|are
   by|at his|her|their side was|were|sat|stood
   those|others|guests in|at|around the? room|hall|audience|table|event were|included|are|include
   taking part were|was|are|is
   also? present|attending were|was|are|is
   in attendance were|was|are|is
   also? present were|was
   ^ joining * was|were|is|are / company
   ^ with * at the table were|was|are|is / company
   ^ there was|were|is|are / name
   who is|was here|there|present :
   guests|participants|attendees|present|attending :
   ^ as guarantors|observers|mediators|witnesses|hosts :
   from the? @any came|comes / side
   ~share the|a platform|stage|table with / subject
   ~take part * :
   ~have with him|her|them / subject company
   ~bring together
   ~gather together
   team|delegation|list|party|side * was|were|is|are : / side
   ^ for @any : / side
   seat was|is|were taken by
   ~hear from
   ~take|~hear evidence|testimony from
   ^ with * : / company
   the chair|host|moderator|chairman|chairwoman|mediator|facilitator|witness|convener ,
   leading|heading the * delegation|team|side|party|mission was|were|is|are / side
   with * in the chair|room|audience / inside
   with * in attendance / inside
   with * presiding|chairing|moderating|mediating|attending|present|officiating / inside
   ~bring them|us together with / subject
   chair|chairman|chairwoman|host|moderator|organizer|organiser|president of @event ,?
   the chair|host|moderator|chairman|chairwoman was|is`,
);

const PRESENT_AFTER_DELEGATION = cues(
  'after',
  'attended',
  'delegation',
  `~include / side
   ~comprise / side
   ~consist of / side
   made up of / side
   composed of / side
   headed|led|fronted by / side
   made up the * delegation|team|side : / side
   made up the * delegation|team|side|party / side`,
);

const PRESENT_AFTER_GATHERING = cues(
  'after',
  'attended',
  'gathering',
  `hosted|opened|organised|organized|led|held|headed|addressed|given|convened|called by
   mediated|facilitated|moderated|overseen|officiated|emceed|keynoted by
   joined by / subject
   accompanied by / subject company
   alongside
   together with
   along with
   ~come with / subject company
   ~arrive with / subject company
   in the presence of
   as|so did|was|were|has|had|will|is|are / likewise name
   under the chairmanship of
   the|an|event|conference|rally|meeting|summit|forum organizer|organiser|moderator / name
   the|an|event|conference|rally|meeting|summit|forum organizer|organiser|moderator , / name
   moderator|emcee / name
   ~send its|his|her|their|a|an|only / side
   ~send|~dispatch|~field / side name
   ~join / subject name
   ~appear before * with / subject name
   who also? included|include
   ~send his|her|a deputy|stand-in|substitute|replacement / side proxy
   ~welcome|~receive|~greet / subject name
   ~feature / name
   ~sit beside|opposite|alongside|between / subject name`,
);

const PRESENT_BEFORE = cues(
  'before',
  'attended',
  'nothing',
  `~attend @event
   ~attend
   ~join @event
   ~take part in|at|too|as|alongside|.|,
   ~take part by|via|through|remotely|online|virtually|from / manner
   ~participate in|at
   ~participate by|via|remotely|virtually|online|from / manner
   ~join by|via|remotely|online|virtually / manner
   ~join on|over the? phone|zoom|video|screen|line / manner
   dialed|dialled|dials|dialing|dialling|beamed|beams|zoomed|zooms|patched in|into / manner
   called|calls|calling|phoned in from|by|via / manner
   ~turn|~show up at|for|to @event
   ~chair @event
   ~co-chair @event
   ~moderate @event
   ~convene @event
   ~preside over|at
   ~officiate at
   was|were|is|are moderating|chairing|presiding|mediating|officiating|attending|participating
   ~address the|a opening
   ~address @event
   ~open @event
   ~host @event
   ~close @event
   ~lead the * session|meeting|talks|delegation|team|discussions|negotiations
   ~lead|~head a|an|its|his|her|their|the * delegation|team|side|mission|group|party
   ~address @audience
   ~speak to|before the crowd|rally|gathering|demonstrators|protesters|audience|conference|assembly
   ~speak|~appear|~come|~attend|~go|~sit|~testify|~stand|~serve in his|her|their|its place|stead / manner
   ~sit in on
   ~listen in
   ~follow the? day|proceedings|everything|talks|session|meeting|hearing|debate by|from|on|via|online / manner
   ~watch @event by|from|on|via|online / manner
   ~look on
   ~keep the minutes
   ~share the|a platform|stage|table
   ~connect online|remotely|via|by / manner
   ~have|~take an|the|a * chair|seat
   was|were|is|are|'s in the chair|room
   was|were|is|are|'s at the table
   was|were|is|are present
   was|were|is|are both|all|also? part of @event
   was|were|is|are part of @event
   ~walk|~storm|~barge|~sit out|into|through @event
   ~walk|~storm out of @event / manner
   ~walk|~storm out after|when|before|during|in|over|as|.|, / manner
   ~stage a walkout / manner
   ~give evidence|testimony|a|the|an? keynote|toast|eulogy|invocation
   ~lead the mourners|prayers|marchers|procession|tributes
   ~deliver the|a|an? keynote|toast|eulogy|invocation|address|speech
   ~testify
   ~leave before|early|midway|halfway / manner
   flew|flies|flying|went|goes|returned|returns|travelled|traveled home|back early|ahead / manner
   ~leave @event / manner
   ~enter @event
   ~arrive at|for @event
   ~tell reporters|journalists after|following @event
   ~say to close|open @event
   ~leave after * minutes|hours|hour|statements|remarks|anthem / manner
   was|were|is|are * witness|witnesses before|at|for
   ~appear before|at|alongside
   ~speak at @event
   ~hold @event
   ~conduct @event
   ~have @event
   ~give @event
   ~tell @audience`,
);

const PRESENT_BEFORE_GATHERING = cues(
  'before',
  'attended',
  'gathering',
  `~arrive last|first|late|early
   ~come with
   ~arrive with
   ~sit opposite|beside|across
   ~represent
   ~report on|to
   ~host
   ~chair
   ~moderate
   ~preside
   ~mediate
   ~facilitate
   ~officiate
   ~send|~dispatch observers|delegates|representatives|anyone|envoys
   ~stay for|until
   ~leave the hall|room|table|chamber|session / manner
   was|were pressed|questioned|grilled|asked for|by
   ~sit in|on the first|second|third|fourth|front|back|last|middle row|rows|pew|pews
   ~watch from`,
);

const ABSENT_BEFORE = cues(
  'before',
  'absent',
  'nothing',
  `~stay away
   ~stay|~remain home|behind
   ~stay|~remain at home
   ~decline|~refuse|~fail to attend|appear|participate|testify|join|come|send|travel|show|turn
   ~decline|~refuse to take|be part|present
   ~decline|~refuse|~fail to make|show an? appearance|up
   was|were|is|are|been unable to attend|come|travel|join|participate|appear
   was|were|is|are|been unable to be there|present
   was|were|is|are|been unable to make it
   was|were|is|are|been unable to send anyone|anybody|a
   was|were|is|are|been unable to take part
   could|can not|n't attend|come|travel|join|participate|appear
   could|can not|n't be there|present
   could|can not|n't make it
   could|can not|n't make @event
   cannot attend|come|travel|join|participate|appear
   ~turn down an|the|its|their|his|her invitation|invitations|invite
   ~pass on @event
   ~sit out @event
   ~stay|~keep away from @event
   ~keep away
   ~have no seat|place|chair|representative|delegation|delegate|envoy
   ~send no|nobody|none|neither
   not|never been invited|asked|included|represented|admitted|allowed
   not|never on the guest|invitation|attendance list
   never attended|came|showed|appeared|arrived|turned
   never invited|asked
   nowhere to be seen|found
   was|were|been denied|refused a? visas|visa|entry|accreditation|access|admission
   recused|recuses himself|herself|themselves|itself / event
   cried|cries off
   ~decline|~refuse|~reject|~spurn|snubbed an|the|its|their|his|her invitation|invitations
   was|were|is|are|been|being|be not invited|there|present|included|represented|asked|allowed|admitted
   then|later|but|and|subsequently uninvited|disinvited
   was|were|is|are|been|being|be uninvited|disinvited|excluded|barred|sidelined|absent|unrepresented
   was|were|is|are|been|being|be shut|left|kept|cut out|outside|away|off
   was|were|is|are|been turned back|away
   was|were|been kept|held|detained|delayed in|at|by
   was|were|is|are not|n't at|in the? table|room|meeting|talks|summit|hall|hearing|session
   ~boycott
   shun|shuns|shunned|shunning @event
   skip|skips|skipped|skipping @event
   ~miss @event
   snub|snubs|snubbed|snubbing @event
   do|does|did not|n't attend|appear|participate|come|show|turn|send|travel|testify|return
   do|does|did not|n't take part|it|its|up
   will not|n't attend|appear|participate|come|show|send|travel|testify
   would not|n't attend|participate|travel|testify
   will|would not|n't be there|present|attending
   will|would not|n't take part
   ~send his|her|its|their apologies|regrets
   ~send apologies|regrets
   ~stay|~keep out of @event
   ~stay|~keep out of the room|hall|chamber
   not|never been part of @event
   do|does|did not|n't bother to|with
   cancelled|canceled because|owing|after|due|over|at|on|with|.|,
   cancelled|canceled his|her|their|its trip|visit|attendance|participation|appearance|journey
   ~pull|~bow|~drop|~back out of @event
   ~withdraw from @event
   had been expected|scheduled|due|called|supposed`,
);

const ABSENT_BEFORE_GATHERING = cues(
  'before',
  'absent',
  'gathering',
  `~decline in|politely
   ^ * declined .
   was|were summoned|recalled|called home|away|back
   was|were recalled|summoned to
   had to be there|present
   ~stay|~remain in
   ~plead
   tied|held up by|with|in
   but was|were turned down|away|refused|rejected|rebuffed
   too ill|sick|unwell|busy to
   ~pull|~bow|~drop|~back out at|on|after|over|because|citing|last|.|,
   ~withdraw at|after|because|citing|on
   was|were asked to wait`,
);

const ABSENT_AFTER = cues(
  'after',
  'absent',
  'nothing',
  `in place of
   in lieu of
   standing|stepping|filling|sitting in for / deputy
   stood|stepped|filled|sat in for / deputy
   stands|steps|fills|sits in for / deputy
   deputising|deputizing|deputised|deputized for / deputy
   substituting|substituted for / deputy
   stand-in|substitute|proxy for
   boycotted|shunned|snubbed|skipped by
   in the absence of
   regrets|apologies of|from
   absent|missing was|were|is|are
   absent|missing from @event was|were|is|are
   absentees|absentee|absences|absence|no-shows were|was|include|included|is|are
   not invited|present was|were`,
);

const ABSENT_AFTER_GATHERING = cues(
  'after',
  'absent',
  'gathering',
  `without / event
   excluding / event
   exclusion of / event
   absence of / event
   replacing|replaced
   instead of / name
   rather than / name
   except for? / name
   leaving|shutting|cutting|freezing out / name
   had planned|intended|wanted to send`,
);

export const CUES: readonly Cue[] = [
  ...ABSENT_AFTER,
  ...ABSENT_BEFORE,
  ...ABSENT_AFTER_GATHERING,
  ...ABSENT_BEFORE_GATHERING,
  ...PRESENT_AFTER,
  ...PRESENT_AFTER_DELEGATION,
  ...PRESENT_AFTER_GATHERING,
  ...PRESENT_BEFORE,
  ...PRESENT_BEFORE_GATHERING,
];

/** Whom somebody speaks to only when in the room: `told the committee`. */
export const AUDIENCES = words(`committee subcommittee panel mps meps lawmakers senators members
  meeting session plenary delegates demonstrators protesters marchers mourners worshippers guests
  council assembly commission hearing summit conference court
  jury judge judges audience house parliament teams delegations gathering crowd ministers leaders`);

/** Nouns for those who go to a gathering together. */
export const DELEGATIONS = words(`delegation team side party group contingent mission entourage
  delegations sides camp bloc`);

/** Verbs with which one meets another, themselves no noun of a gathering. */
export const MEETING_VERBS = words(`met meet meets huddled huddle huddles convened convene convenes
  conferred confer confers gathered gather gathers reconvened reconvene reconvenes assembled
  assemble assembles`);

/** What people do at a rally, before words for where or against what. */
export const RALLYING_VERBS =
  words(`debated rallied rally rallies marched march marches demonstrated
  demonstrate demonstrates protested protest protests picketed`);

/** A call where words such as `by phone` follow. */
export const SPEAKING_VERBS = words(`spoke speak speaks spoken speaking talked talk talks talking`);

/** A meal where `with` follows. */
export const DINING_VERBS = words(`dined dine dines dining lunched lunches lunching breakfasted`);
