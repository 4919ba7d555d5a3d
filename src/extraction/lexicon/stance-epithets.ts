import { wordSet } from '../../text/word-numbers.ts';
// Written for this project: nouns that call somebody a friend, a foe, a servant or a choice of whom
// the words beside them name, and participles that make a compound with a holder's name.

const FRIENDS = `ally allies supporter supporters loyalist loyalists backer backers defender defenders booster boosters
  surrogate surrogates admirer admirers fan fans devotee devotees disciple disciples acolyte acolytes confidant confidante confidants
  enthusiast enthusiasts advocate advocates proponent proponents champion champions apologist apologists follower followers
  donor donors fundraiser bundler endorser endorsers sympathizer sympathizers sympathiser sympathisers partisan stalwart stalwarts
  friend friends buddy pal crony cronies sidekick mentor benefactor cheerleader cheerleaders henchman henchmen diehard diehards
  accomplice`;
const FOES = `critic critics opponent opponents foe foes detractor detractors adversary adversaries nemesis antagonist
  antagonists skeptic skeptics sceptic sceptics hater haters challenger challengers rival rivals basher bashers doubter doubters
  dissenter resister resisters enemy enemies accuser accusers naysayer naysayers archrival tormentor`;
/** They work for whom the words beside them name: `| Lee’s | lawyer`, not a former one. */
const SERVANTS = `lawyer lawyers attorney attorneys counsel spokesman spokeswoman spokesperson spokesmen aide aides adviser
  advisers advisor advisors strategist pollster consultant speechwriter
  manager chief mate fixer bodyguard
  deputy staffer staffers operative operatives`;
/** Whom the one named beside them chose: `| Lee’s | pick, Bob Kerr`. */
const CHOICES = `appointee appointees nominee nominees pick picks protege protégé protegee protégée choice hire`;

export type Relation = 'friend' | 'foe' | 'servant' | 'choice';

const entries = (list: string, relation: Relation): [string, Relation][] =>
  list
    .trim()
    .split(/\s+/u)
    .map((word) => [word, relation]);

export const epithets: ReadonlyMap<string, Relation> = new Map([
  ...entries(FRIENDS, 'friend'),
  ...entries(FOES, 'foe'),
  ...entries(SERVANTS, 'servant'),
  ...entries(CHOICES, 'choice'),
]);

/** `a | former | Lee lawyer`: no longer. */
export const PARTED = wordSet(
  'former ex ex- then then- onetime one-time erstwhile estranged fired ousted sacked disgraced late once previous turned'.split(
    ' ',
  ),
);

/** `the Lee-backed bill` */
export const backedCompounds: ReadonlySet<string> = new Set(
  'backed endorsed supported sponsored approved favored favoured championed proposed appointed nominated picked authored drafted written'.split(
    ' ',
  ),
);
