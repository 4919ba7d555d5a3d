// Written for this project: nouns that say what somebody is, by how they behave in a sentence.

import { type WordSet, wordSet } from '../../text/word-numbers.ts';

const words = (list: string): WordSet => wordSet(list.trim().split(/\s+/u));

/** Titles that stand before a name, capitalised: `President Macron`, `Sen. Graham`. */
export const TITLES = words(`
  president vice-president prime premier taoiseach minister secretary senator sen sen. rep rep. representative
  congressman congresswoman governor gov gov. mayor chancellor general gen gen. lieutenant lt lt.
  colonel col col. brigadier major maj maj. captain capt capt. commander cmdr cmdr. admiral adm adm.
  sergeant sgt sgt. corporal judge justice king queen prince princess emperor sultan emir sheikh pope cardinal
  archbishop bishop rabbi imam reverend rev rev. father sister ambassador envoy chief spokesman
  spokeswoman spokesperson chairman chairwoman chair director speaker leader lady commissioner
  attorney professor prof prof. doctor dr dr. mr mr. mrs mrs. ms ms. miss sir dame lord baroness
  deputy acting former then-president under undersecretary under-secretary assistant adviser advisor
  counselor counsellor congressperson delegate councilman councilwoman alderman sheriff detective
  officer inspector superintendent agent treasurer comptroller ayatollah mullah crown first
  majority minority whip nominee candidate executive ceo cfo coach host correspondent reporter editor
  principal rector provost dean vice state foreign defense defence interior finance trade energy economy
  press national security special presidential secretary-general director-general consul
  mp mep gop m.p. justice-minister co-chair co-chairman anchor pastor coordinator president-elect
`);

const MALE =
  words(`mr mr. sir lord king prince emperor sultan emir sheikh pope congressman councilman
  spokesman chairman father imam businessman policeman fisherman cameraman nephew son husband brother
  uncle grandfather widower boy man actor monk priest duke statesman anchorman serviceman`);

const FEMALE = words(`mrs mrs. ms ms. miss dame baroness queen princess congresswoman councilwoman
  spokeswoman chairwoman businesswoman sister wife daughter mother aunt niece widow grandmother girl
  woman actress nun duchess stateswoman policewoman anchorwoman servicewoman lady`);

/** What a word says of the gender of whom it denotes. */
export function genderOf(word: string): 'female' | 'male' | undefined {
  if (FEMALE.has(word)) return 'female';
  return MALE.has(word) ? 'male' : undefined;
}

/** Nouns for one person who may speak, meet or hold a position: heads of roles. */
export const PERSON_NOUNS = words(`
  president vice-president premier minister secretary senator congressman congresswoman lawmaker
  representative governor mayor chancellor general lieutenant colonel brigadier major captain
  commander admiral sergeant judge justice king queen prince princess pope cardinal archbishop bishop
  rabbi imam priest pastor ambassador envoy chief spokesman spokeswoman spokesperson chairman
  chairwoman chairperson chair director speaker leader commissioner attorney lawyer professor doctor
  deputy undersecretary under-secretary aide adviser advisor counselor counsellor delegate sheriff
  detective officer inspector superintendent agent treasurer negotiator mediator diplomat official
  politician analyst expert historian economist scientist researcher scholar strategist pollster
  pundit columnist commentator journalist reporter editor correspondent anchor host author writer
  novelist activist campaigner organizer organiser protester demonstrator voter supporter critic
  opponent rival candidate nominee frontrunner incumbent challenger lobbyist donor banker executive
  ceo businessman businesswoman entrepreneur investor trader worker farmer teacher student nurse
  manager head boss founder owner partner member head-of-state monarch ruler dictator
  spy soldier veteran policeman policewoman prosecutor defendant plaintiff witness victim suspect
  survivor resident citizen migrant refugee immigrant neighbor neighbour friend colleague counterpart
  successor predecessor wife husband widow father mother son daughter brother sister uncle aunt cousin
  nephew niece grandson granddaughter woman man boy girl person source insider whistleblower
  operative staffer intern clerk treasurer auditor whip president-elect fellow
  physicist chemist engineer pilot driver coach player athlete actor actress singer artist filmmaker
  columnist blogger podcaster moderator chairman-elect secretary-general director-general coordinator
  consultant contractor planner architect captain premier emir sultan sheikh ayatollah mullah
  co-founder co-chair co-chairman rapporteur monitor observer inspector commissioner-general
  administrator ombudsman regulator magistrate justice solicitor barrister councillor councilman
  councilwoman alderman legislator parliamentarian mp mep mps backbencher backer ally
  guest attendee participant respondent`);

/** The same for several: `officials said`. */
export const PEOPLE_NOUNS = words(`
  officials aides advisers advisors lawmakers senators representatives congressmen leaders ministers
  diplomats negotiators mediators delegates envoys ambassadors presidents governors mayors generals
  officers commanders prosecutors lawyers attorneys judges justices analysts experts historians
  economists scientists researchers scholars strategists pollsters pundits commentators journalists
  reporters editors activists campaigners organizers organisers protesters demonstrators voters
  supporters critics opponents rivals candidates donors executives workers farmers teachers students
  doctors nurses residents citizens migrants refugees immigrants neighbors neighbours friends
  colleagues allies sources insiders operatives staffers witnesses victims survivors authorities
  police people women men spokesmen spokeswomen spokespeople spokespersons republicans democrats
  conservatives liberals progressives libertarians parents families relatives members users
  observers monitors inspectors investigators detectives troops soldiers veterans rebels militants
  fighters insurgents separatists loyalists hardliners moderates progressives doves hawks skeptics
  sceptics detractors proponents advocates defenders backers attackers parties unions agencies
  delegation delegations parties captains chiefs heads counterparts lobbyists legislators parliamentarians
  mps meps commissioners directors employees staff others both some many several two three most`);

/** Bodies that speak: `the ministry said`, `the report found`. */
export const BODY_NOUNS = words(`
  government administration ministry department agency committee commission council court senate
  congress parliament  cabinet party campaign coalition alliance union association federation
  foundation institute university college  company corporation firm bank  group
  organisation organization army military navy   police bureau office board panel
  tribunal embassy consulate mission delegation assembly bloc authority regime opposition palace
  presidency junta militia newspaper magazine paper network outlet website channel station
  post times journal herald tribune gazette report statement study survey poll letter memo document
  complaint lawsuit indictment filing resolution communique communiqué bulletin release email article
  editorial column book memoir transcript      memo note tweet message
  side camp team service`);

/** What a capitalised run ends with when it names a body: `Ministry of Defence`, `Labour Party`. */
export const ORGANISATION_HEADS = words(`
  ministry department agency committee commission council court senate congress parliament house
  cabinet party campaign coalition alliance union association federation foundation institute
  university college school company corporation corp corp. inc inc. ltd ltd. llc plc co co. group bank fund
  organisation organization army navy force forces police bureau office board panel tribunal
  embassy mission assembly bloc authority service services guard front brotherhood league society
  club network news times post journal herald tribune gazette magazine press radio television tv
  post-gazette monitor review observer chronicle globe examiner register dispatch inquirer
  administration center centre hospital church synagogue mosque trust exchange reserve treasury
  pentagon intelligence corps command legion brigade division battalion caucus conference convention
  academy laboratory museum library media broadcasting entertainment airlines airways motors
  industries systems technologies partners holdings brothers & associates affairs nations
  chamber duma knesset bundestag rada kremlin elysee élysée downing pact treaty project initiative
  programme program secretariat democrats republicans`);

/** What a capitalised run ends with when it names a thing: `the Rachel Maddow Show`, `Election Day`. */
export const THING_HEADS = words(`
  show train day week weekend night tonight morning eve hour decade room hall floor wing building
  house tower towers mall theater theatre cinema restaurant cafe bar pub
  foods steel motors oil gas energy mining metals chemicals pharmaceuticals airlines bank insurance
  act bill law rule code amendment clause constitution charter convention protocol doctrine plan deal
  accord accords agreement declaration resolution directive memo dossier papers files report review
  award awards prize medal cup games olympics league championship bowl derby marathon race tour
  festival fair expo summit forum dialogue talks conference rally march parade tribute gala dinner
  street avenue lane drive boulevard highway route pipeline railway railroad corridor canal
  podcast book novel film movie song album play musical magazine newspaper blog website
  twitter facebook instagram telegram youtube app online
  effect era age war wars revolution uprising crisis scandal affair syndrome disease virus
  hurricane cyclone typhoon storm earthquake wildfire fire tank jet missile rocket ship vessel`);
