// Written for this project: what questions and reports call the same thing. Words of one line mean
// nearly one thing as targets of a position; a word may stand in several lines.
const LINES = `
truck lorry vehicle convoy trailer
food aid relief supply delivery humanitarian assistance shipment grain flour
flight air airlift fly flown airborne plane aircraft drop
search inspect inspection check checkpoint screen monitor examine control
monitor observer supervise oversee watch supervision
let allow permit admit through passage access letting
membership accession join member enter admission entry association join joining integration candidacy bid
nato alliance
eu union europe bloc european brussels
deal accord agreement pact treaty compact arrangement text contract protocol settlement convention
truce ceasefire armistice cessation peace freeze halt pause extension
extend extension prolong renew renewal prolongation continue ninety-day day
brake safeguard clause mechanism
tariff duty levy customs tax charge import rate zero quota
beef cattle meat poultry
quota limit cap ceiling restriction import safeguard cut
cut reduce reduction lower limit lowering decrease slash trim curb
catch fishing quota mackerel fish
share equal equally even evenly split divide allot allocation
price fee fare charge cost rate tariff schedule
dam reservoir hydropower barrage
power electricity energy
buy purchase buying acquire procure sign
sell sale selling export
build construct construction building erect establish
port harbour harbor wharf quay dock
coast shore coastal seaside
open opening reopen unlock
close closing shut closure shutting
border frontier crossing boundary
road route highway corridor link
crossing gate checkpoint passage
gate crossing haspolat
pay finance fund financing funding money bankroll
secret confidential hidden classified annex undisclosed secrecy
mine mining mineral cobalt metal ore
invest investment investing put
child kid minor
number figure sum amount target quantity billion annual yearly
annual yearly year
emission carbon greenhouse climate
plastic plastics polymer
limit cap ceiling restriction curb
production output making manufacture produce made
ratify ratification approve approval
ban prohibition outlaw forbid
subsidy subsidies support
product item good goods list
water flow river formula share
month monthly
measure measurement gauge measuring
river teesta water
tinplate tin steel
steel safeguard quota import
minister secretary
lapse expire run end out
travel cross movement people move freedom freely citizen
free zero none freely
scientist science advice scientific
secretariat office seat headquarters
invoice tariff bill charge
single one unified common sole
elect election vote ballot poll
gun firearm weapon rifle pistol arms
gun-control gun firearm background check
health healthcare care obamacare insurance medical affordable aca
obamacare affordable aca health care law
immigration immigrant migrant border asylum refugee undocumented illegal amnesty deportation dreamer daca
immigrant migrant refugee alien undocumented dreamer people
abortion pregnancy reproductive pro-life pro-choice
war conflict fighting invasion strike military
troop soldier force military army peacekeeper boot
weapon arms missile
sanction embargo penalty
court judge justice judicial ruling decision verdict
law legislation bill act measure statute
bill legislation act measure proposal plan package
plan proposal scheme idea initiative blueprint programme program policy approach
policy approach rule regulation stance order
order decree directive executive action
inquiry investigation probe hearing impeachment
impeachment inquiry probe removal
investigation probe inquiry counsel
shutdown closure government
budget spending appropriation deficit funding
debt deficit borrowing ceiling
tax taxes taxation
wall fence barrier
police officer cop law-enforcement
prison jail detention
nuclear atomic
talk negotiation dialogue meeting summit diplomacy
exclusion exclude leaving without absence left
leave withdraw quit exit withdrawal pull leaving
nominee nomination candidate pick appointment
president presidency administration
marriage same-sex gay lgbt
transgender trans bathroom
climate warming paris environment
pipeline keystone
trade commerce tpp nafta
school education teacher
vaccine vaccination jab shot
virus covid pandemic coronavirus
email server
speech remark comment statement
attack bombing assault shooting
settlement outpost
resolution motion text
amendment change
referendum plebiscite vote
independence sovereignty secession
reform overhaul change
union labour labor worker
peacekeeper peacekeeping troop deployment force
hostage captive prisoner
territory land region province
recognition recognise recognize
surveillance spying nsa data collection
drone uav
refugee asylum migrant
republican gop
democrat democratic
`;

/** By each word, the words that may stand for it. */
export const synonymLines: readonly (readonly string[])[] = LINES.trim()
  .split('\n')
  .map((line) => line.trim().split(/\s+/u));
