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

const words = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/u));

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
   was|were|is|are|being represented by / side
   flanked by / subject
   on the * side|team|delegation were|was|are|is|sat / side
   on the * side : / side
   across the table sat|sits|were|was
   at|around|round the table were|was|sat|are
   in the * room sat|were|was
   among those * were|was|are|is
   those|others present|attending|there were|included|are
   among the participants|guests|attendees|speakers|delegates * were|was|are|is
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
   the chair|host|moderator|chairman|chairwoman ,
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
   headed|led by / side
   made up the * delegation|team|side : / side
   made up the * delegation|team|side|party / side`,
);

const PRESENT_AFTER_GATHERING = cues(
  'after',
  'attended',
  'gathering',
  `hosted|opened|organised|organized|led|held|headed|addressed|given|convened by
   joined by / subject
   accompanied by / subject
   alongside
   together with
   along with
   ~come with / subject company
   ~arrive with / subject company
   in the presence of
   under the chairmanship of
   organizer|organiser|host|moderator
   organizer|organiser|host|moderator ,
   ~send its|his|her|their|a|an / side`,
);

const PRESENT_BEFORE = cues(
  'before',
  'attended',
  'nothing',
  `~attend @event
   ~attend
   ~join @event
   ~take part in|at|through|by|via|remotely|online
   ~participate in|at|by|via|remotely
   ~chair @event
   ~co-chair @event
   ~moderate @event
   ~convene @event
   ~preside over
   ~address the|a opening
   ~address @event
   ~open @event
   ~host @event
   ~close @event
   ~lead the * session|meeting|talks|delegation|team|discussions|negotiations
   ~sit in on
   ~listen in
   ~follow the? day|proceedings|everything|talks|session|meeting by|from|on|via|online
   ~keep the minutes
   ~share the|a platform|stage|table
   ~connect online|remotely
   ~have|~take an|the|a * chair|seat
   was|were|is|are|'s in the chair|room
   was|were|is|are|'s at the table
   was|were|is|are present
   was|were|is|are both|all|also? part of @event
   was|were|is|are part of @event
   ~walk|~storm|~barge|~sit out|into|through @event
   ~testify
   ~leave before|early|midway|halfway
   ~leave @event
   ~enter @event
   ~arrive at|for @event
   ~tell reporters|journalists after|following @event
   ~say to close|open @event
   ~leave after * minutes|hours|hour|statements|remarks|anthem
   was|were|is|are * witness|witnesses before|at|for
   the? * witness|witnesses
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
   ~stay for|until
   ~leave the hall|room|table|chamber|session
   was|were pressed|questioned|grilled|asked for|by
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
   ~decline|~refuse|~reject|~spurn|snubbed an|the|its|their|his|her invitation|invitations
   was|were|is|are|been|being|be not invited|there|present|included|represented|asked|allowed|admitted
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
   will|would not|n't attend|appear|participate|come|show|send|travel|testify
   will|would not|n't be there|present|attending
   will|would not|n't take part
   ~send his|her|its|their apologies|regrets
   cancelled|canceled because|owing|after|due|over|.|,
   ~pull|~bow|~drop out
   ~withdraw after|from|because|over
   had been expected|scheduled|due|called|supposed`,
);

const ABSENT_BEFORE_GATHERING = cues(
  'before',
  'absent',
  'gathering',
  `~decline in|politely
   ^ * declined .
   was|were summoned|recalled|called to|home|away|back
   had to be there|present
   ~stay|~remain in
   ~plead
   was|were asked to wait`,
);

const ABSENT_AFTER = cues(
  'after',
  'absent',
  'nothing',
  `in place of
   in lieu of
   standing|stepping|filling in for
   stood|stepped|filled in for
   deputising|deputizing|deputised|deputized for
   substituting|substituted for
   boycotted|shunned|snubbed|skipped by
   in the absence of
   regrets|apologies of|from
   absent|missing was|were
   not invited was|were`,
);

const ABSENT_AFTER_GATHERING = cues(
  'after',
  'absent',
  'gathering',
  `without
   excluding
   exclusion of
   absence of
   replacing|replaced
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
  meeting session plenary delegates council assembly commission hearing summit conference court
  jury judge judges audience house parliament teams delegations gathering crowd ministers leaders`);

/** Nouns for those who go to a gathering together. */
export const DELEGATIONS = words(`delegation team side party group contingent mission entourage
  delegations sides camp bloc`);

/** Verbs with which one meets another, themselves no noun of a gathering. */
export const MEETING_VERBS = words(`met meet meets huddled huddle huddles convened convene convenes
  conferred confer confers gathered gather gathers reconvened reconvene reconvenes assembled
  assemble assembles`);
