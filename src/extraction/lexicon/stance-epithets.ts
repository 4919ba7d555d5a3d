// Written for this project: nouns that call somebody a friend or a foe of whom the word before
// names, and participles that make a compound with a holder's name.

const SUPPORTS = `ally allies supporter supporters loyalist loyalists backer backers defender defenders booster boosters
  surrogate surrogates admirer admirers fan fans devotee devotees disciple disciples acolyte acolytes confidant
  confidante enthusiast enthusiasts advocate advocates proponent proponents champion champions apologist apologists
  donor donors donator endorser endorsers sympathizer sympathizers sympathiser sympathisers partisan stalwart`;
const OPPOSES = `critic critics opponent opponents foe foes detractor detractors adversary adversaries nemesis antagonist
  antagonists skeptic skeptics sceptic sceptics hater haters challenger challengers rival rivals basher bashers doubter doubters
  dissenter resister resisters`;

const entries = (
  list: string,
  polarity: 'supports' | 'opposes',
): [string, 'supports' | 'opposes'][] =>
  list
    .trim()
    .split(/\s+/u)
    .map((word) => [word, polarity]);

export const epithets: ReadonlyMap<string, 'supports' | 'opposes'> = new Map([
  ...entries(SUPPORTS, 'supports'),
  ...entries(OPPOSES, 'opposes'),
]);

/** `the Lee-backed bill` */
export const backedCompounds: ReadonlySet<string> = new Set(
  'backed endorsed supported sponsored approved favored favoured championed proposed'.split(' '),
);
