// Written for this project: the small words that turn, weaken or date a position, and the verbs
// that carry one clause's holder into the next.

import { type WordSet, wordSet } from '../../text/word-numbers.ts';

const words = (list: string): WordSet => wordSet(list.trim().split(/\s+/u));

/** Phrases by their first word; each is the words that follow it. */
export type PhraseTable = ReadonlyMap<string, readonly (readonly string[])[]>;

function byFirstWord(list: string): PhraseTable {
  const table = new Map<string, string[][]>();
  for (const phrase of list.split(',')) {
    const [first = '', ...rest] = phrase.trim().split(/\s+/u);
    table.set(first, [...(table.get(first) ?? []), rest]);
  }
  return table;
}

/** `does not oppose`, `never backed`, `nobody wants`. */
export const NEGATIONS = words(
  `not n't n’t never no neither nor cannot can't can’t won't won’t hardly scarcely barely nobody none without nothing nowhere isnt`,
);

/** Beside a verb or before it they say that it may be, or is only half so. */
export const HEDGES = words(
  `may might could perhaps maybe possibly probably reportedly apparently seemingly partly partially
   somewhat cautiously tentatively grudgingly reluctantly tacitly implicitly quietly privately
   conditionally cautious lukewarm tepid grudging reluctant qualified tentative guarded provisional
   initially mostly largely`,
);

/** They open a condition: `provided (that) …`. Words of one condition stand between commas. */
const CONDITIONS = `only if, provided, providing, provided that, unless, as long as, so long as, on condition, on the condition, on one condition,
  conditional on, contingent on, contingent upon, only when, only after, only once, only on, only in exchange for, if, in return for,
  in exchange for, depending on, subject to, except, with the exception of, with conditions, but only, not until, assuming`;
export const conditions = byFirstWord(CONDITIONS);

/** They date a position to a time that is over. */
const PAST = `used to, until, once, formerly, previously, had previously, had once, had long, had initially, initially, at first, originally, in the past, long before, before reversing, before changing, earlier this year, last year, years ago, a year ago, months ago, a decade ago, back then, at the time`;
export const pastMarks = byFirstWord(PAST);

/** They say that a position was left for its contrary. */
const TURNS = `changed his mind, changed her mind, changed their mind, changed their minds, changed its mind, change of heart, reversed course, reversed himself, reversed herself, reversed itself, reversed his position, reversed her position, reversed their position, reversed its position, changed course, come around, came around, come round, came round, he had been wrong, she had been wrong, they had been wrong, about-face, u-turn, flip-flopped, backtracked, dropped its opposition, dropped his opposition, dropped her opposition, dropped their opposition, withdrew its objection, withdrew his objection, withdrew her objection, switched sides, has moved, have moved`;
export const turns = byFirstWord(TURNS);

/**
 * Verbs whose subject is the one who does what follows (`vowed to fight`), and what they make of it:
 * 1 keeps its polarity, -1 turns it (`refused to back`), 0 leaves it open (`declined to condemn`).
 */
const CONTROL: readonly (readonly [number, string])[] = [
  [
    1,
    `want vow promise pledge plan seek intend try attempt continue decide vote agree hope aim swear
       promise threaten prepare begin start move rush work fight push offer propose choose opt long
       wish need expect like love prefer mean manage proceed lobby campaign help go come mobilize
       urge ask press call demand encourage advise tell implore beg petition order direct force
       get allow enable persuade convince lead request instruct invite dare challenge push due set
       ready willing prepared eager determined happy proud glad pleased keen poised likely free
       commit dedicate resolve rally conspire effort efforts attempts bid plans plan vows push moves
       desire determination commitment willingness proposal proposals decision promise pledge legislation bill
       measure resolution authority power right duty ability chance way ways steps move campaign drive mission
       idea suggestion call calls demand demands request requests pressure order orders crusade initiative strategy agreement
       deal program programme threat threats push pushes votes vote invitation instructions directive directives pledge
       pledges promises commitments scheme schemes bids quest opportunity`,
  ],
  [
    -1,
    `refuse fail cease stop neglect hesitate unwilling unable loath reluctant refusal failure
        reluctance unlikely inability unwillingness afraid`,
  ],
  [0, `decline deny avoid forgo refrain stopped abstain`],
];

const control = new Map<string, number>();
for (const [turn, list] of CONTROL)
  for (const word of list.trim().split(/\s+/u)) control.set(word, turn);
export const controlVerbs: ReadonlyMap<string, number> = control;

/** What somebody says or does with them shows where they stand: `issued a statement | opposing it`. */
export const UTTERANCES = words(
  `statement letter tweet post video op-ed column memo brief report speech remark ad advertisement petition
   resolution message release opinion dissent ruling order injunction email note comment editorial essay
   article book interview conference testimony lawsuit suit complaint motion amendment legislation bill measure
   time year month week effort hour day career campaign rally protest vote`,
);

/** Verbs that take no side where somebody wants to do what they say, or refuses to. */
export const IDLE_DEEDS = words(
  `be have get know say tell comment seem come go make need want see think happen become matter last
   stay remain speak talk attend answer name elaborate respond return find feel look appear discuss
   reveal disclose identify win lose hold face meet run die hesitate wait rest forget hear learn understand ask
   explain describe mention address testify cooperate play turn give take put let read watch write call do use
   reconsider clarify confirm thank remind emphasize point note`,
);

const fates = (list: string, sign: 1 | -1): (readonly [readonly string[], 1 | -1])[] =>
  list.split(',').map((fate) => [fate.trim().split(/\s+/u), sign]);

/** What somebody is asked to do or to suffer, where it is against or for them: `to step down`. */
export const FATES_AFTER_ASKING: readonly (readonly [readonly string[], 1 | -1])[] = [
  ...fates(
    `resign, quit, step down, step aside, stand down, stand aside, leave office, leave the race, drop out, bow out,
     get out, go away, go back, back off, back down, stay away, stay out, shut up, apologize, apologise, be fired,
     be removed, be impeached, be ousted, be sacked, be dismissed, be jailed, be imprisoned, be prosecuted,
     be arrested, be charged, be indicted, be tried, be punished, be held accountable, be held responsible,
     be investigated, be censured, be expelled, be disqualified, be disbarred, be stripped, be suspended,
     be replaced, be stopped, be defeated, be voted out, be recalled, be deported, be banned, be barred, be sanctioned,
     be defunded, be abolished, be scrapped, be repealed, be overturned, be struck down, be rejected, be blocked,
     be withdrawn, be rescinded, be reversed, be shut down, be disbanded, be condemned, be denounced, be isolated,
     relinquish power, give up power, cede power, exit the race, end his campaign, end her campaign, suspend his campaign,
     suspend her campaign, withdraw from the race, recuse himself, recuse herself`,
    -1,
  ),
  ...fates(
    `be confirmed, be released, be freed, be reinstated, be pardoned, be elected, be reelected, be re-elected, be nominated,
     be appointed, be admitted, be honored, be honoured, be recognized, be recognised, be protected, be supported,
     be defended, be approved, be passed, be adopted, be ratified, be funded, be allowed to stay, be allowed to vote,
     stay on, stay in the race, run for president, run for office, run for the seat, enter the race, seek reelection,
     seek a second term, be exonerated, be acquitted, be commended, be given a chance, be given the benefit`,
    1,
  ),
];

/**
 * Before a gerund, by their preposition: they leave open whether it is so (`stopped short | of |
 * backing`) or say that it is only alleged (`accused | of | backing`).
 */
export const GERUND_STOPS: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  ['of', words('short accused suspected guilty convicted capable incapable tired wary afraid')],
  ['on', words('hedged hedge hedging off soured')],
  [
    'from',
    words(
      'away refrain refrained refrains refraining off abstain abstained shy shied steer prevented barred banned blocked prohibited',
    ),
  ],
  ['about', words('hesitant cautious unsure undecided noncommittal')],
]);

/** `called the plan a disgrace`: the verb, and the word before the judgement where there is one. */
export const NAMING_VERBS: readonly (readonly [string, string])[] = [
  ...`call brand label dub deem consider find declare pronounce term name think believe rate judge make title tag style`
    .split(/\s+/u)
    .map((verb): readonly [string, string] => [verb, '']),
  ...`describe regard see view characterize characterise portray paint cast denounce condemn dismiss hail praise laud
      deride decry criticize criticise blast slam attack deride mock reject depict perceive represent treat
      welcome present position frame frame bill tout peg recognize recognise identify know think speak`
    .split(/\s+/u)
    .map((verb): readonly [string, string] => [
      verb,
      verb === 'think' || verb === 'speak' ? 'of' : 'as',
    ]),
];

/** Verbs that only carry a noun: `voiced | support for`, `has | no quarrel with`. */
const LIGHT = `have has had having express voice declare announce show make made launch mount wage lead led offer give gave given pledge
  reiterate reaffirm renew withdraw withdrew drop maintain hold held keep kept face signal state repeat underline underscore
  stress raise lodge register feel felt find found share harbor harbour retain profess vow promise deliver issue cast win won lose lost
  get got seek sought see saw earn build built step ramp redouble intensify join joined start begin began continue reveal direct aim take took say said cite note`;
const light = new Set(LIGHT.split(/\s+/u));

export const isLightVerb = (form: string): boolean =>
  [
    form,
    form.replace(/s$/u, ''),
    form.replace(/(?:ed|es|ing)$/u, ''),
    form.replace(/(?:d|ing)$/u, 'e').replace(/ee$/u, 'e'),
  ].some((one) => light.has(one));

/** Forms of `be` and verbs that stand for it between a thing and its judgement. */
export const COPULAS = words(
  `is are was were be been being ’s 's ’re 're am ’m 'm isn’t isn't wasn’t wasn't aren’t aren't weren’t weren't remain remains remained seem seems seemed
   become becomes became look looks looked sound sounds sounded feel feels felt prove proves proved amount amounts represent represents constitutes constitute stays stay stayed means mean`,
);

/** Verbs whose object is told apart from its fault or merit: `accused | her | of lying`. */
export const WITH_A_REASON =
  /^(?:accus|blam|charg|thank|convict|congratul|fault|su(?:e|ed|es|ing)$|prais|criticiz|criticis|condemn|rebuk|scold|applaud|commend|chastis|castigat|attack|slam|blast|denounc|mock|ridicul|berat|laud|hail|credit|impeach|prosecut|censur|forgiv)/u;

/** Who speaks for the country or body that the role names, and who does not. */
export const OFFICIALS = words(
  `president premier minister secretary chancellor king queen emir sultan spokesman spokeswoman spokesperson
   spokespeople spokesmen envoy ambassador negotiator diplomat official officials government ministry commissioner representative
   delegate delegation leader chairman chairwoman chair chief head general director secretary-general foreign prime vice deputy
   adviser advisor aide administration cabinet command army military commission presidency counterpart leaders ministers negotiators
   diplomats colleague executive founder ceo organizer organiser coordinator lawyer attorney mayor governor regent undersecretary
   charge consul press campaign committee manager captain owner bishop`,
);
export const OUTSIDERS = words(
  `former ex opposition activist activists campaigner analyst analysts economist professor historian scholar expert experts critic critics
   resident residents farmer fisherman fish worker workers student protester protesters protestors demonstrators commentator journalist columnist dissident
   exiled jailed ousted rival shadow breakaway researcher fellow voter voters author`,
);
