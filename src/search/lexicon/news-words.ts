import { stem } from '../../text/stems.ts';

// Written for this project: what the news calls the same thing and a dictionary does not: proper
// names of laws and policies, the set terms of politics, trade and diplomacy. By kind; words of one
// line may stand for one another. Only single words.
const LINES = `
# laws and policies by their names
obamacare affordable aca healthcare health insurance
medicare medicaid healthcare
daca dreamer immigrant immigration
brexit leave leaving exit withdrawal
nafta usmca trade
tpp trade
jcpoa nuclear iran
schengen border
minsk ceasefire
gdpr privacy data

# parties and chambers
republican gop
democrat democratic dems
congress lawmaker senate house congressional
parliament lawmaker mps

# war and peace
truce ceasefire armistice cease-fire hostilities peace
war conflict invasion fighting offensive
troop soldier force military army
peacekeeper peacekeeping
hostage captive prisoner detainee
weapon arms
missile rocket
drone uav unmanned
nuclear atomic
strike bombing attack raid
occupation settlement annexation

# alliances and treaties
membership accession join entry admission enlargement
nato alliance
eu union bloc
deal accord agreement pact treaty
ratify ratification approve approval
withdraw withdrawal pullout exit quit leave
sanction embargo

# aid and movement
aid relief humanitarian assistance supplies
convoy truck lorry vehicle shipment
airlift flight airdrop
corridor route passage crossing
inspection check search screening
checkpoint crossing
border frontier
refugee migrant asylum
visa travel

# trade and industry
tariff duty levy rate customs
price fee fare charge cost toll
zero nil none free duty-free
subsidy aid support
quota limit cap ceiling
import export trade
steel aluminium aluminum metal
beef cattle meat
fish fishing fishery catch
grain wheat corn
dam hydropower reservoir
pipeline gas oil
electricity power grid
mine mining mineral
port harbour harbor terminal dock
wage pay salary
strike walkout stoppage
privatisation privatization sale

# climate
climate warming emission carbon greenhouse
coal fossil
renewable solar wind
plastic polymer

# politics and law
election vote ballot poll
referendum vote plebiscite
impeachment impeach
shutdown closure
budget spending
deficit debt borrowing
tax levy
wall fence barrier
gun firearm
abortion pregnancy reproductive pro-life pro-choice
gay same-sex lgbt lgbtq
marriage wedding
police officer
prison jail
inquiry investigation probe
court judge ruling
law legislation bill act measure statute
order decree
nominee nomination candidate
immigration immigrant migrant border
health medical
vaccine vaccination jab
virus covid coronavirus pandemic
school education teacher
surveillance spying
independence secession sovereignty
reform overhaul
child kid minor
`;

const byStem = new Map<string, Set<string>>();
for (const line of LINES.split('\n')) {
  if (line.startsWith('#')) continue;
  const words = line.trim().split(/\s+/u).filter(Boolean);
  for (const word of words) {
    const others = byStem.get(stem(word)) ?? new Set();
    for (const other of words) if (other !== word) others.add(other);
    byStem.set(stem(word), others);
  }
}

/** Words that the news may use instead of a folded word: `convoy` → truck, lorry. */
export const findNewsWords = (word: string): readonly string[] => [
  ...(byStem.get(stem(word)) ?? []),
];
