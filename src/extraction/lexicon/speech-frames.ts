// Written for this project. What follows a verb that tells what somebody said, thinks or wants.

import { inflect } from './inflection.ts';
import { byNumber } from '../../text/word-numbers.ts';

/** How what is reported may follow its verb. */
export interface Frame {
  /** `said that the talks had failed`, `asked whether they had`, `knows how they failed` */
  readonly that?: true;
  /** `said the talks had failed` */
  readonly bare?: true;
  /** Whoever is told stands in between: `told reporters that …`, `told reporters he was tired`. */
  readonly hearer?: true;
  /** `promised to resign` */
  readonly to?: true;
  /** `urged him to resign` */
  readonly whomTo?: true;
  /** `praised the deal`, `accused him of theft`, `described him as a thief` */
  readonly object?: true;
  /** `sees the deal as a mistake` */
  readonly as?: true;
  /** `polls show the mayor ahead`: of what tells facts, not of people. */
  readonly finding?: true;
  /** `called for calm`, `pointed out that …`: the words that part the verb from what it reports. */
  readonly after?: readonly string[];
}

type Mark = 'that' | 'bare' | 'hearer' | 'to' | 'whomTo' | 'object' | 'as' | 'finding';

const GROUPS: readonly (readonly [marks: readonly Mark[], verbs: string])[] = [
  [
    ['that', 'bare'],
    `say add argue assert claim conclude concede declare insist joke note observe predict quip
     recall reiterate remark stress suggest think tweet warn write acknowledge admit affirm allege
     announce believe boast caution complain confess contend decide deny emphasize emphasise explain
     fear feel figure guess hint hope imagine imply indicate learn lament maintain mention muse
     post proclaim promise realize realise recognize recognise report reveal show signal speculate
     state swear testify underline underscore vow warrant worry agree assume estimate confirm know
     pledge understand disclose conclude repeat counter respond reply clarify opine posit reason
     theorize theorise bet bemoan brag profess gripe`,
  ],
  [
    ['that'],
    `ask find wonder question consider demand propose recommend expect doubt discover determine forecast
     project concur dispute allow attest charge comment decree rule order request require urge
     reaffirm regret remember see hear inquire debate discuss explore examine describe calculate
     certify document illustrate prove demonstrate establish highlight cite grasp dictate stipulate
     specify suspect advocate intimate prophesy protest plead rail object volunteer decry ponder
     advise`,
  ],
  [
    ['that', 'hearer'],
    `tell inform assure remind advise warn notify brief persuade convince caution promise show
     reassure alert lecture`,
  ],
  [
    ['to'],
    `promise vow pledge threaten refuse decline agree hope plan offer seek propose swear volunteer
     ask demand decide resolve undertake commit intend aim expect claim`,
  ],
  [
    ['whomTo'],
    `urge order advise encourage ask tell instruct beg implore beseech challenge invite exhort
     admonish command direct warn press pressure persuade lobby remind request require want expect
     dare counsel`,
  ],
  [
    ['object'],
    `accuse announce acknowledge applaud attack allege assail admonish advocate berate blame blast
 bemoan belittle castigate cite condemn compare commend criticize criticise challenge champion
 characterize characterise chastise chide confess contradict credit decry defend
 denigrate denounce deny depict deplore deride describe detail disavow discuss dismiss disparage
 dispute downplay emphasize emphasise envision envisage estimate explain express extol
 extoll fault forecast flay hail insult lambaste lambast laud lament list
 mention mock outline order pan portray praise predict propose protest proclaim promise
 prescribe question rebuke rebut recall recommend recount refute regret reiterate reject 
 repeat repudiate reveal ridicule rip savage scold slam state stress suggest tout trumpet
 underline urge voice warn welcome disclose declare cheer bash trash thank salute
 decline denounce demand reference summarize summarise threaten paint pillory parody
 excoriate upbraid skewer scorn foresee articulate elaborate enumerate float hint imply
 indicate insinuate narrate quote recite reaffirm signal specify stipulate broach
 acclaim vilify preach 
 discredit debunk propound profess rehash rue trash-talk`,
  ],
  [['as'], `see view regard cast perceive treat envision identify recognise recognize frame pitch`],
  [['finding'], `show find give put have suggest indicate reveal`],
];

/** Verb and what parts it from what it reports: `call for`, `point out`. */
const PARTED: readonly (readonly [words: string, verbs: string])[] = [
  [
    'about',
    `talk speak complain worry joke warn brag boast ask lie write think testify rant inquire
     wonder fret muse argue`,
  ],
  ['of', `warn complain speak boast talk dream conceive think approve disapprove despair`],
  ['for', `call push apologize apologise argue ask advocate press plead appeal lobby vouch`],
  ['on', `call comment insist elaborate opine expound agree harp dwell weigh-in`],
  ['upon', `call insist expound`],
  [
    'to',
    `point object refer allude admit confess agree appeal respond react attest testify
     promise`,
  ],
  ['with', `agree disagree concur quibble`],
  ['against', `argue rail warn inveigh protest speak lobby rant campaign`],
  ['at', `hint scoff balk bristle sneer marvel lash`],
  ['over', `fret worry fume`],
  ['out', `point lay rule single call spell`],
  ['off', `rule laugh brush shrug write`],
  ['up', `bring sum play`],
  ['forth', `lay set put`],
  ['in', `believe weigh chime`],
  ['down', `play`],
];

const frames = new Map<string, { -readonly [Key in keyof Frame]: Frame[Key] }>();

const frameOf = (form: string): { -readonly [Key in keyof Frame]: Frame[Key] } => {
  const known = frames.get(form) ?? {};
  frames.set(form, known);
  return known;
};

for (const [marks, verbs] of GROUPS)
  for (const verb of verbs.split(/\s+/u))
    for (const form of inflect(verb)) for (const mark of marks) frameOf(form)[mark] = true;

for (const [word, verbs] of PARTED)
  for (const verb of verbs.split(/\s+/u))
    for (const form of inflect(verb)) {
      const frame = frameOf(form);
      frame.after = [...(frame.after ?? []), word];
    }

/** What may follow the verb whose form it is, if it reports anything. */
export const speechFrame = byNumber((form) => frames.get(form));

/** All the verb forms that may report. */
export const speechForms = (): Iterable<string> => frames.keys();
