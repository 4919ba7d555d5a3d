import { foldName } from '../../text/fold.ts';

// Written for this project: names that the press writes in several ways which share too few letters
// to be told for one by their spelling alone. A line is one name.
const SPELLINGS = `
mohammed muhammad mohamed mohammad mohamad muhammed
ahmed ahmad
hussein hussain husayn husain hossein
hassan hasan
abdullah abdallah abdulla
yusuf yousef yousif yusef youssef
khalid khaled
faisal faysal feisal
omar umar
osama usama
saeed said saied
leila layla laila
khadija khadijah
aisha ayesha
abdel abdul
gaddafi qaddafi gadhafi kadhafi qadhafi
aleksei alexei oleksii oleksiy
aleksandr alexander oleksandr alexandr
yevgeny evgeny yevhen yevheniy
sergei sergiy serhii serhiy
nikolai mykola
andrei andrey andriy andrii
oleg oleh
igor ihor
vasily vasyl
kyrylo kirill
lukashenko lukashenka
tikhanovskaya tsikhanouskaya
osman othman uthman
`;

const spellings = new Map<string, readonly string[]>();
for (const line of SPELLINGS.trim().split('\n')) {
  const group = line.split(' ').map(foldName);
  for (const name of group) spellings.set(name, group);
}

const NONE: readonly string[] = [];

/** All spellings of the name of which a folded word is one; none for most words. */
export const spellingsOf = (word: string): readonly string[] => spellings.get(word) ?? NONE;

/** Whether two words of names, folded, are spellings of one: `mohamed` and `muhamad`. */
export const areSpellings = (a: string, b: string): boolean => spellingsOf(a).includes(b);
