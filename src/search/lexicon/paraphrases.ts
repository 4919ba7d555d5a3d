import { stem } from '../../text/stems.ts';

// Written for this project: words that news reports use for one another. Groups stand between
// commas; a word may stand in several. Only single words, for each is looked up by its stem.
const GROUPS = `
  accord agreement deal pact treaty, accuse allege blame charge, acquit clear exonerate,
  address speech remarks speak talk, adviser aide advisor assistant counselor,
  aid assistance help support funding, airstrike strike bombing attack raid, alliance nato,
  allow permit let authorize approve, ambassador envoy diplomat,
  announce unveil reveal declare disclose, answer reply respond response react reaction,
  appoint name nominate pick choose select tap, argue contend claim maintain insist,
  arrest detain custody jail, ask request urge seek call demand, assault attack,
  attend join present participate, attorney lawyer counsel, avoid dodge evade skip,
  back support endorse favor favour, ballot vote poll election,
  ban prohibit outlaw bar block forbid, begin start launch open kick commence, benefit gain profit,
  bill legislation law measure act, bloc union eu, border frontier, boycott skip shun,
  brazil brazilian, britain uk british london, budget spending, canada canadian,
  cancel scrap abandon drop, ceasefire truce armistice, challenge contest dispute,
  chance likelihood odds probability, change alter shift amend revise, charge indict prosecute,
  chief head leader boss director, child kid children, china chinese beijing, cite quote,
  city town, clash fight battle, climate warming, close shut end, commander general,
  company firm business corporation, complain complaint criticize gripe object,
  concern worry fear anxious, condemn denounce criticize slam blast decry rebuke,
  condition term requirement, conflict war fighting, congress lawmakers house senate,
  conservative republican right, convict guilty conviction, corruption graft bribery,
  cost price expense pay, court judge tribunal justice, create establish found form,
  crime offense offence felony, crisis emergency, critic opponent detractor,
  cut reduce slash lower trim, damage harm hurt, deadline date, debate discuss discussion,
  decide decision rule ruling verdict determine, decline refuse reject, decrease drop fall decline,
  defend justify protect excuse, defense defence military, delay postpone late hold,
  delegation team side, democrat democratic, deny reject refute dismiss, deploy send dispatch,
  deputy vice, destroy ruin wreck demolish, die dead death killed, disagree differ dispute split,
  discuss talk negotiate, dismiss fire sack oust remove firing, doctor physician,
  document paper record file, donate contribute give contribution donation,
  donor contributor backer, doubt question skeptical, drone uav, dying death, early premature,
  economy economic growth, elect election win, email message, employ hire,
  end finish conclude close, enemy foe adversary rival, enter join,
  envoy emissary ambassador representative, escape flee, europe european, evidence proof,
  expel oust eject remove, expensive costly, explain justify reason, extend prolong renew,
  factory plant, family relatives, fee charge cost, fight battle combat, finance fund bankroll pay,
  flood flooding, forecast predict expect project, foreign overseas, france french paris,
  friend ally, front frontline, fuel gas oil, funeral burial, germany german berlin,
  goal aim objective target, government administration cabinet, governor gov, gun firearm weapon,
  halt stop suspend pause, hearing testimony, hide conceal, hospital clinic, hostage captive,
  hotel resort, house home, hurt injure wound, idea proposal plan, import imports,
  increase rise raise hike grow jump, independence sovereignty, india indian,
  inquiry investigation probe, inspire motivate prompt, invade invasion,
  investigate probe inquiry examine, invite invitation, iran iranian tehran, israel israeli,
  italy italian, japan japanese tokyo, job post position role, journalist reporter,
  kill dead die death murder, korea korean, lady wife, land territory, last final,
  lawmaker legislator congressman senator representative mp deputy parliamentarian,
  lawsuit suit sue litigation case, lead head chair, leader president premier chief head,
  leak disclose, leave exit depart quit withdraw departure, legal law, lie false untrue mislead,
  loan lend credit, lose loss defeat, majority edge, mandate requirement,
  massacre shooting killing, meet meeting talks summit sit encounter,
  meeting summit talks session gathering, memo memorandum, mexico mexican,
  migrant immigrant refugee, military army troops forces, minister secretary, ministry department,
  missing absent absence, money funds cash funding dollars, murder kill homicide,
  negotiate talks bargain, negotiator envoy, news report, nominate pick nominee, oath swear,
  offer propose, official officer, oil petroleum crude, opponent rival,
  oppose against reject opposition object, order command, outcome result, outrage anger fury,
  overturn reverse void, parliament legislature assembly, party faction, pause halt suspend freeze,
  peace truce ceasefire, penalty punishment sentence fine, person people,
  plan proposal scheme intend, plane aircraft jet, pledge promise vow, poland polish warsaw,
  police officers, politician lawmaker, poll survey, poor poverty, power electricity,
  praise laud hail commend, precondition condition, premier minister, pressure push lean,
  prevent stop block, prison jail sentence, problem issue trouble, profit earnings,
  propose suggest proposal, protect defend safeguard, protest demonstrate demonstration rally,
  publish release issue, punish punishment penalty sanction, push urge press,
  quit resign leave withdraw, race campaign contest election, ratify approve, reach achieve,
  reason cause because, recall summon, recession downturn, reject refuse oppose,
  relative cousin kin, rely depend, remain stay, repeal abolish, replace succeed successor,
  report article, republican gop, require need, restrict limit curb, rich wealthy, rocket missile,
  run campaign, russia russian moscow kremlin, safe secure, salary pay wage, saudi riyadh,
  save rescue, say state tell add note comment, scandal controversy, school university,
  secret classified, sell sale, share percent proportion, ship vessel boat, shooting gunman,
  sign initial, skip miss, soldier troop, spain spanish, spend spending,
  spokesman spokeswoman spokesperson, stage hold host, steal theft, storm hurricane, strategy plan,
  student pupil, subpoena summons, supply deliver provide, syria syrian, talk discuss speak,
  talks negotiations meeting, tariff duty levy, tax levy, terrorist militant,
  testify testimony deposition, threat threaten menace, trade commerce, travel visit trip,
  trial court case, troops soldiers forces military, turkey turkish ankara, tweet twitter post,
  ukraine ukrainian kyiv, uncover find, uprising revolt,
  upset angry mad unhappy furious anger enrage, usa american america washington, veto block,
  victory win, war conflict invasion, warn warning caution, weapon arms, withdraw pull quit leave,
  withhold block freeze hold, witness testify, woman female, worker employee labor`;

const byStem = new Map<string, Set<string>>();
for (const group of GROUPS.split(',')) {
  const words = group.trim().split(/\s+/u);
  for (const word of words) {
    const others = byStem.get(stem(word)) ?? new Set();
    for (const other of words) if (other !== word) others.add(other);
    byStem.set(stem(word), others);
  }
}

/** Words that a report may use instead of a folded word: `truce` → ceasefire, armistice, peace. */
export const findParaphrases = (word: string): readonly string[] => [
  ...(byStem.get(stem(word)) ?? []),
];
