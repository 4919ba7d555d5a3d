// Written for this project: nouns for an event where people meet, by what kind of event it is.

/** Kinds that a question may swap: a `summit` may be asked for as `talks`, a `hearing` may not. */
export type GatheringKind =
  | 'talks'
  | 'hearing'
  | 'meal'
  | 'call'
  | 'debate'
  | 'press'
  | 'conference'
  | 'rally'
  | 'ceremony'
  | 'speech';

const NOUNS: Readonly<Record<GatheringKind, string>> = {
  talks: `talks meeting meetings summit summits negotiation negotiations round rounds session sessions
    dialogue consultations discussions discussion conclave gathering ministerial plenary sit-down
    huddle encounter parley mini-summit tete-a-tete council-meeting get-together audience`,
  hearing: `hearing hearings testimony deposition arguments trial interrogation questioning`,
  meal: `dinner lunch breakfast luncheon banquet supper reception brunch`,
  call: `call calls phone-call conversation teleconference videoconference phonecall`,
  debate: `debate debates forum hustings`,
  press: `briefing`,
  conference: `conference convention congress workshop seminar symposium retreat`,
  rally: `rally rallies protest protests demonstration march sit-in walkout walk-in fundraiser vigil`,
  ceremony: `ceremony celebration inauguration wedding funeral parade event memorial commemoration
    unveiling signing opening`,
  speech: `speech address sermon`,
};

/** Two words that make one noun, and its kind; the second one alone may be another. */
const COMPOUNDS: Readonly<Record<string, GatheringKind>> = {
  'press conference': 'press',
  'news conference': 'press',
  'press briefing': 'press',
  'news briefing': 'press',
  'press event': 'press',
  'town hall': 'debate',
  'phone call': 'call',
  'telephone call': 'call',
  'video call': 'call',
  'conference call': 'call',
  'video conference': 'call',
  'phone conversation': 'call',
  'telephone conversation': 'call',
  'memorial service': 'ceremony',
  'church service': 'ceremony',
  'ribbon cutting': 'ceremony',
  'prayer vigil': 'rally',
  'round table': 'conference',
  'campaign stop': 'rally',
  'campaign event': 'rally',
  'oral arguments': 'hearing',
};

const COMPOUND_ENDS = new Set(Object.keys(COMPOUNDS).map((words) => words.split(' ')[1]));

/** Count as a gathering only after a word that makes them one: `a call with`, `his speech at`. */
const WEAK = new Set(
  `call calls conversation opening address event round rounds discussion discussions session march
   trial audience congress testimony encounter memorial signing arguments opening briefing dialogue
   questioning speech council-meeting forum rally protest protests interrogation wedding funeral parade
   interview dinner lunch breakfast supper`.split(/\s+/u),
);

const kinds = new Map<string, GatheringKind>();
for (const kind of Object.keys(NOUNS).filter(isKind))
  for (const noun of NOUNS[kind].trim().split(/\s+/u)) kinds.set(noun, kind);

function isKind(words: string): words is GatheringKind {
  return words in NOUNS;
}

/** The kind of gathering that a noun names, its word before it taken into account. */
export const kindOfNoun = (before: string, noun: string): GatheringKind | undefined =>
  (COMPOUND_ENDS.has(noun) ? COMPOUNDS[`${before} ${noun}`] : undefined) ?? kinds.get(noun);

/** Whether a noun names a kind of gathering, with some word before it or with none. */
export const mayNameKind = (noun: string): boolean => COMPOUND_ENDS.has(noun) || kinds.has(noun);

export const isWeakNoun = (noun: string): boolean => WEAK.has(noun);

/** Kinds of which either may be meant by the other's name. */
const KIN: readonly (readonly GatheringKind[])[] = [
  ['talks', 'conference', 'call', 'meal', 'debate'],
  ['hearing', 'talks'],
  ['press', 'conference', 'speech'],
  ['rally', 'ceremony', 'speech', 'conference'],
  ['conference', 'debate'],
];

export const areKin = (a: GatheringKind, b: GatheringKind): boolean =>
  a === b || KIN.some((kin) => kin.includes(a) && kin.includes(b));

/** Say that a gathering is only thought of: `a possible meeting`. */
export const THOUGHT_OF = new Set(
  `possible potential proposed any no such more further hypothetical would-be
   first-ever future`.split(/\s+/u),
);

/** Say that a gathering is still to come: `the next round`. */
export const TO_COME = new Set(`next upcoming forthcoming coming planned scheduled`.split(/\s+/u));

/** Say that it is another than the one spoken of: `a separate meeting`, `the last attempt`. */
export const ANOTHER = new Set(
  `next another separate last previous earlier second parallel upcoming forthcoming follow-up
   new prior past`.split(/\s+/u),
);
