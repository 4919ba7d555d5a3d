import { foldName } from '../../text/fold.ts';

// Written for this project: given names and the short forms that English-language news uses.
const NICKNAMES = `
william bill billy will willy
robert bob bobby rob robbie
richard rick dick rich ricky
james jim jimmy jamie
john jack johnny jon
joseph joe joey
michael mike mick mickey
thomas tom tommy
charles charlie chuck
edward ed eddie ted teddy
theodore ted teddy
elizabeth liz beth betsy betty eliza
katherine catherine kate kathy cathy katie kathleen
margaret maggie meg peggy
rebecca becky
susan sue susie
deborah debbie deb
patricia pat patty tricia
patrick pat paddy
christopher chris kit
christine chris christina tina
stephen steve steven
andrew andy drew
anthony tony
benjamin ben benny
daniel dan danny
david dave davey
donald don donny
douglas doug
frederick fred freddie
gregory greg
harold harry hal
henry harry hank
jacob jake
jeffrey jeff geoffrey geoff
jennifer jen jenny
jerome jerry
gerald jerry gerry
joshua josh
kenneth ken kenny
lawrence larry laurie
leonard len lenny
matthew matt
nicholas nick nicolas
peter pete
philip phil phillip
raymond ray
ronald ron ronnie
rudolph rudy
samuel sam sammy
samantha sam
timothy tim
vincent vince
walter walt
zachary zach
alexander alex sasha aleksandr
alexandra alex
alexandria alex
barbara barb
bernard bernie
bradley brad
cynthia cindy
dorothy dot
eugene gene
francis frank
franklin frank
gabriel gabe
jonathan jon
kimberly kim
mitchell mitch
nancy nan
nathaniel nate nat
newton newt
pamela pam
rafael rafa
randall randy rand
reginald reggie
sandra sandy
stanley stan
sergei sergey serge
vladimir volodya
volodymyr vladimir
yevgeny evgeny
dmitri dmitry dmytro
mikhail mykhailo misha`;

const groups = NICKNAMES.trim()
  .split('\n')
  .map((line) => line.split(' ').map(foldName));
const nicknames = new Map<string, Set<string>>();
for (const group of groups)
  for (const name of group)
    nicknames.set(name, new Set([...(nicknames.get(name) ?? []), ...group]));

const NONE: ReadonlySet<string> = new Set();

/** All folded given names that may be the same person's as one, itself among them: `bill` → william, will … */
export const nicknamesOf = (name: string): ReadonlySet<string> => nicknames.get(name) ?? NONE;

/** Whether two given names, folded, may be one person's: `bill` and `william`. */
export const areNicknames = (a: string, b: string): boolean => nicknamesOf(a).has(b);
