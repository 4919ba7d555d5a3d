import { MONTH_NAMES, WEEKDAY_NAMES } from '../lexicon/calendar.ts';
import { testByNumber } from '../../text/word-numbers.ts';

// How English writes dates. Names of days and months count with a capital alone: `may` and `march`
// are verbs.

const either = (words: readonly string[]): string => `(?:${words.join('|')})`;

const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);

/** `February`, `Feb.`, `Feb`; `Sept.` */
const MONTH = either(
  MONTH_NAMES.map((name) => {
    const short = name === 'september' ? 'Sept?' : capital(name.slice(0, 3));
    return name.length <= 4 ? capital(name) : `${capital(name)}|${short}\\.?`;
  }),
);
const WEEKDAY = either(WEEKDAY_NAMES.map(capital));
const YEAR = String.raw`(?:1[5-9]|20)\d\d`;
const DAY = String.raw`\d{1,2}(?:st|nd|rd|th)?(?![\d.,:]\d|\d)`;
const COUNT =
  '(?:an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|\\d{1,3})';

/** `Tuesday, ` in front of a day of a month, which says it all. */
const ON = String.raw`(?:${WEEKDAY},? )?(?:the )?`;
const OF_YEAR = String.raw`(?:,? (?<year>${YEAR})(?![\d-]))?`;

/** In this order: what fits earlier is read whole, `February 2022` before `2022`. */
const FORMS = [
  String.raw`(?<iso>${YEAR}-\d\d-\d\d)`,
  String.raw`${ON}(?:(?<fromDay>\d{1,2}) ?(?:to|until|–|-) ?)?(?<dayFirst>${DAY}) (?:of )?(?<monthSecond>${MONTH})${OF_YEAR}`,
  String.raw`${ON}(?<monthFirst>${MONTH}) (?<daySecond>${DAY})${OF_YEAR.replace('year', 'yearThird')}`,
  String.raw`(?<feast>New Year['’]s (?:Eve|Day)|Christmas (?:Eve|Day)|Boxing Day)`,
  String.raw`(?<monthOfYear>${MONTH}),? (?:of )?(?<yearOfMonth>${YEAR})(?![\d-])`,
  String.raw`(?<monthThen>${MONTH}) (?:of )?(?<whichYear>last|this|next) year`,
  String.raw`(?<=\b(?:[Ii]n|[Ss]ince|[Bb]y|[Uu]ntil|[Ff]rom|[Dd]uring|[Bb]efore|[Aa]fter|[Oo]f|[Ee]arly|[Ll]ate|mid-?) ?)(?<month>${MONTH})(?! \d)`,
  String.raw`(?<whichMonth>[Ll]ast|[Tt]his|[Nn]ext) (?<monthNear>${MONTH})`,
  String.raw`(?:(?<whichDay>[Ll]ast|[Tt]his(?: past| coming)?|[Nn]ext) )?(?<weekday>${WEEKDAY})`,
  String.raw`(?<near>[Yy]esterday|[Tt]oday|[Tt]onight|[Tt]omorrow|[Tt]his (?:morning|afternoon|evening))`,
  String.raw`(?:[Ee]arlier |[Ll]ater )?(?<which>[Ll]ast|[Tt]his|[Nn]ext) (?<unit>week|weekend|month|year)`,
  String.raw`(?<count>${COUNT}) (?<agoUnit>day|week|month|year|decade)s? ago`,
  String.raw`(?:[Tt]he )(?:early |late |mid-)?(?<decade>(?:1[5-9]|20)\d0)s`,
  String.raw`(?<=\b(?:[Ii]n|[Ss]ince|[Bb]y|[Uu]ntil|[Ff]rom|[Dd]uring|[Bb]efore|[Aa]fter|[Ee]arly|[Ll]ate|(?:[Ss]pring|[Ss]ummer|[Aa]utumn|[Ff]all|[Ww]inter|[Ee]nd|[Ss]tart|[Bb]eginning|[Mm]iddle) of) (?:early |late |mid-)?)(?<yearAlone>${YEAR})(?![\d-]|[.,]\d)`,
];

/** Words that may say when, where they begin; the groups tell in which of the forms. */
export const DATE_WORDS = new RegExp(
  String.raw`(?<![\p{L}\p{N}-])(?:${FORMS.join('|')})(?![\p{L}\p{N}])`,
  'uy',
);

const FIRST_WORD = new RegExp(
  String.raw`(?<![\p{L}\p{N}-])(?:\d|(?:${WEEKDAY}|${MONTH}|${COUNT}|the|new|christmas|boxing|last|this|next|yesterday|today|tonight|tomorrow|earlier|later)(?![\p{L}\p{N}]))`,
  'iu',
);

/** Whether words that say when may begin within a token: a first test, which most tokens fail. */
export const mayBeginDate = testByNumber((word) => FIRST_WORD.test(word));

const NUMBERS = 'one two three four five six seven eight nine ten eleven twelve'.split(' ');
const OTHERS = new Map([
  ['a', 1],
  ['an', 1],
  ['fifteen', 15],
  ['twenty', 20],
  ['thirty', 30],
]);

/** `three` → 3, `14` → 14 */
export const countOf = (word: string): number =>
  OTHERS.get(word) ?? (NUMBERS.indexOf(word) + 1 || Number(word));
