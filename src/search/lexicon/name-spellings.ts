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

const groupOf = new Map<string, number>();
for (const [group, line] of SPELLINGS.trim().split('\n').entries())
  for (const name of line.split(' ').map(foldName)) groupOf.set(name, group);

/** The number of the name of which a folded word is one spelling; undefined for most words. */
export const spellingOf = (word: string): number | undefined => groupOf.get(word);

/** Whether two words of names, folded, are spellings of one: `mohamed` and `muhamad`. */
export function areSpellings(a: string, b: string): boolean {
  const group = groupOf.get(a);
  return group !== undefined && group === groupOf.get(b);
}
