import { fold } from '../../text/fold.ts';

// Written for this project: parties, chambers and offices that reports call by names without a
// common word, and the nouns that tell who speaks for a body from who only belongs to it.

export type BodyKind = 'party' | 'chamber' | 'body';

export interface Body {
  /** The first of its names. */
  readonly name: string;
  readonly kind: BodyKind;
}

/** Names of one party stand in a line; of `X Party` and `X`, only `X` is needed. */
const PARTIES = `
republican, republicans, gop, grand old party
democratic, democrat, democrats, dems
conservative, conservatives, tory, tories
labour, labourites
liberal democrat, liberal democrats, lib dem, lib dems
scottish national, scottish nationalists, snp
democratic unionist, democratic unionists, dup
green, greens
libertarian, libertarians
social democratic, social democrat, social democrats, spd
christian democratic, christian democrat, christian democrats, cdu
socialist, socialists
communist, communists
alternative for germany, afd
national rally, rassemblement national
african national congress, anc
bharatiya janata, bjp
`;

/** Chambers of a parliament; whoever leads in one does not speak for it. */
const CHAMBERS = `
house, house of representatives
senate, upper chamber
congress, capitol hill
house of commons, commons
house of lords, lords
parliament, legislature
european parliament
`;

/** Bodies whose other name shares no word with the first, or is no abbreviation of it. */
const BODIES = `
white house
supreme court, scotus
department defense, pentagon, defense department, department of defense
department state, foggy bottom, state department, department of state
department justice, justice department, department of justice, doj
federal reserve, fed
health and human services, hhs, department of health and human services
internal revenue service, irs
central intelligence agency, cia
federal bureau of investigation, fbi
national rifle association, nra
democratic national committee, dnc
republican national committee, rnc
national security council, nsc
european commission, berlaymont
number 10, no 10, 10 downing street
international monetary fund, imf
north atlantic treaty organization, north atlantic treaty organisation, nato, atlantic alliance
associated press, ap
`;

const bodies = new Map<string, Body>();
for (const [kind, list] of [
  ['party', PARTIES],
  ['chamber', CHAMBERS],
  ['body', BODIES],
] as const)
  for (const line of list.trim().split('\n')) {
    const names = line.split(',').map((name) => fold(name.trim()));
    for (const name of names) bodies.set(name, { name: names[0] ?? name, kind });
  }

export const LONGEST_BODY = 6;

/** The body that folded words name, if it is one with several names. */
export const bodyOf = (words: string): Body | undefined => bodies.get(words);

const words = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/u));

/** `the Sudanese | government`: they say no more than the country's or the party's name. */
export const STANDING_FOR_ALL = words(
  `government govt administration authorities officials side team delegation delegates leadership
   leaders ministers negotiators diplomats envoys representatives people regime capital party state`,
);

/** Bodies that act and speak in their country's name. */
export const ORGANS = words(
  `ministry cabinet embassy mission presidency army military navy forces troops commission kremlin
   executive parliament`,
);

/** Who speaks for a party: all or most of its people in office, not its voters, donors or critics. */
export const PARTY_PEOPLE = words(
  `lawmakers legislators leaders leadership members senators representatives congressmen
   caucus conference officials party establishment politicians majority minority side figures
   delegation committee parliamentarians mps meps team groups organizations organisations`,
);

/** Heads of a role whose holder speaks for the party that the role names. */
export const PARTY_VOICES = words(
  `leader chairman chairwoman chair chairperson president spokesman spokeswoman spokesperson head`,
);

export const SPOKESPEOPLE = words(
  'spokesman spokeswoman spokesperson spokesmen spokeswomen spokespeople',
);

/** What follows a name and acts for whom it names: `the Moran | campaign`, `Moran’s | lawyers`. */
export const ACTING_FOR = words(
  `administration campaign office team staff lawyer lawyers attorney attorneys spokesman spokeswoman
   spokesperson spokesmen spokespeople government cabinet officials representatives delegation
   department investigators prosecutors aides advisers advisors aide adviser advisor report statement
   study letter editorial memo`,
);

/** A leader’s own: they say nothing that is not the leader’s. */
export const LED = words('administration government cabinet campaign presidency');

/** `Republican-led`, `Saudi-backed`: another’s, not its own. */
export const JOINED = words(
  `led backed controlled run appointed held leaning dominated allied aligned funded sponsored
   supported majority friendly era style made born owned based mediated brokered occupied`,
);

/** Words that tell no one apart. */
export const EMPTY_WORDS = words(
  `the a an and s mr mrs ms dr sen rep gov gen prof jr sr al el himself herself themselves itself his
   her its their our my this that these those all other own select permanent new top senior key`,
);

/** `some Republicans`, `four senators`: a part that does not stand for the whole. */
export const SOME = words(
  `some few several certain one two three four five six seven eight nine ten eleven twelve dozen
   dozens another many any no none lone single individual rogue dissident moderate rebel anti former
   ex number group handful couple score scores hundreds thousands`,
);

/** `most of the Republicans`: what follows `of` is what is spoken of. */
export const QUANTITIES = words(
  'number group handful couple score scores dozens hundreds thousands most majority many some all bulk lot lots',
);

/** What a firm's or group's name may end with and leave out. */
export const SUFFIXES = words(
  `inc incorporated corp corporation co company ltd limited plc llc ag sa group international global
   holdings federation association`,
);
