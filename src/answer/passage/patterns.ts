import type { Wanted } from './wanted.ts';

// What words that answer look like, by the kind of answer wanted. Sure signs stand apart from
// those that often mean something else: `after the floods` may be a reason, or only a time.

const either = (...patterns: readonly string[]): string => `(?:${patterns.join('|')})`;

// The longer words first, or `seventy` would be read as far as `seven`.
const TENS = '(?:twen|thir|for|fif|six|seven|eigh|nine)ty';
const UNITS = '(?:one|two|three|four|five|six|seven|eight|nine)';
const NUMBER_WORD = String.raw`(?:${TENS}(?:-${UNITS})?|(?:thir|four|fif|six|seven|eigh|nine)teen|ten|eleven|twelve|${UNITS}|a dozen|dozens|hundreds|thousands|millions|an? (?:hundred|thousand|million|billion))(?!\p{L})`;
const SIZE = String.raw`(?:hundred|thousand|million|billion|trillion|dozen|m|bn|k)`;
const FIGURE = String.raw`(?<![\d.,])\d(?:[\d,]*\d)?(?:\.\d+)?(?![\d])`;
const NUMBER = String.raw`(?:${FIGURE}|(?<!\p{L})${NUMBER_WORD})(?:[ -]?${SIZE}\b)*(?: and ${TENS}(?:-${UNITS})?| and ${UNITS}\b(?= \p{L}))?(?: (?:and a half|½|1/2|3/4|1/4))?`;
const ABOUT = String.raw`(?:\b(?:about|around|roughly|nearly|almost|some|at least|at most|up to|more than|less than|fewer than|over|under|another|approximately|an estimated) )?`;
const TIME_UNIT = String.raw`(?:seconds?|minutes?|hours?|days?|nights?|weeks?|months?|years?|decades?|centur(?:y|ies))\b`;
const MONTH = String.raw`(?:Jan(?:uary|\.)|Feb(?:ruary|\.)|March|Mar\.|April|Apr\.|May|June|July|Aug(?:ust|\.)|Sept?(?:ember|\.)|Oct(?:ober|\.)|Nov(?:ember|\.)|Dec(?:ember|\.))`;
const DAY = String.raw`(?:(?:next|last|this) )?(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day`;
const SEASON = String.raw`(?:week|month|year|spring|summer|autumn|fall|winter|quarter|weekend)`;
const FEAST = String.raw`(?:New Year(?:'|’)s (?:Eve|Day)|Christmas (?:Eve|Day)|Boxing Day)`;
const CLOCK = String.raw`\d{1,2}(?:[:.]\d\d)? ?(?:a\.m\.|p\.m\.|am|pm|o’clock|o'clock)`;
const YEAR = String.raw`(?:19|20)\d\d`;
const DATE = either(
  String.raw`\d{1,2} ?(?:to|until|–|-) ?\d{1,2} ${MONTH}(?: ${YEAR})?`,
  String.raw`${MONTH} \d{1,2}(?:, ${YEAR})?`,
  String.raw`\d{1,2} ${MONTH}(?: ${YEAR})?`,
  String.raw`(?:mid-|early |late |next |last |the (?:end|beginning|start|middle) of )?${MONTH}(?: ${YEAR}| last year| next year)?`,
  DAY,
  String.raw`(?:the )?(?:spring|summer|autumn|fall|winter|end|beginning|start|middle) of ${YEAR}`,
  String.raw`(?:the )?(?:early |late |mid-)?(?:19|20)\d0s`,
  String.raw`(?:[Ee]arlier |[Ll]ater )?(?:[Nn]ext|[Ll]ast|[Tt]his|[Tt]he end of(?: the| next| this| last)?) ${SEASON}`,
  FEAST,
  String.raw`(?:[Tt]his|[Yy]esterday|[Tt]omorrow) (?:morning|afternoon|evening)`,
  '[Tt]omorrow|[Yy]esterday|[Tt]onight',
  String.raw`(?:in|within) ${NUMBER} ${TIME_UNIT}`,
  String.raw`${NUMBER} ${TIME_UNIT} (?:ago|later|earlier)`,
  CLOCK,
);
const WHEN = '(?:[Bb]y|[Ii]n|[Oo]n|[Aa]t|[Ss]ince|[Uu]ntil|[Ff]rom|[Bb]efore|[Aa]fter|[Aa]round)';
const CLAUSE = String.raw`[^.;:?!“”"]{8,}`;

export interface AnswerPatterns {
  readonly sure: RegExp;
  readonly unsure?: RegExp;
}

const anyOf = (...patterns: readonly string[]): RegExp => new RegExp(either(...patterns), 'giu');

export const PATTERNS: Partial<Record<Wanted, AnswerPatterns>> = {
  money: {
    sure: anyOf(
      String.raw`${ABOUT}(?:US|A|C|NZ)?[$€£¥₽] ?${NUMBER}`,
      String.raw`${ABOUT}${NUMBER} (?:US )?(?:dollars|euros|pounds|roubles|rubles|yen|yuan|francs|cents|hryvnias?|crowns|rupees|pesos)`,
      String.raw`${ABOUT}(?<![\d.,])\d[\d.,]*(?: ${SIZE})? ?[€£]`,
    ),
  },
  duration: {
    sure: anyOf(
      // `two weeks after the vote` says when.
      String.raw`${ABOUT}(?:${NUMBER}|\b(?:an?|half an|several|a few))(?: more)?[ -]${TIME_UNIT}(?! (?:ago|after|later|before|earlier)\b)`,
    ),
  },
  distance: {
    sure: anyOf(
      String.raw`${ABOUT}${NUMBER}[ -](?:kilomet(?:er|re)s?|miles?|met(?:er|re)s?|centimet(?:er|re)s?|millimet(?:er|re)s?|feet|foot|inch(?:es)?|yards?|km|cm|mm|m)\b`,
    ),
  },
  share: {
    sure: anyOf(
      String.raw`${ABOUT}${NUMBER} ?(?:%|percent|per cent|percentage points?)`,
      String.raw`\b(?:an?|one|two|three|four)[ -](?:thirds?|quarters?|fifths?|sixths?|sevenths?|eighths?|ninths?|tenths?|twelfths?)\b(?: of the [\p{L}]+)?`,
      String.raw`\bhalf(?: of)? (?:the|its|their|all) [\p{L}]+`,
    ),
  },
  age: {
    sure: anyOf(
      String.raw`\b${NUMBER}[- ]years?[- ]old\b`,
      String.raw`\b(?:aged?|age of|turned|turns) ${NUMBER}\b`,
      String.raw`(?<=, )\d{1,3}(?=[,.])`,
      String.raw`\bwhen (?:he|she) was \d{1,2}\b`,
      String.raw`(?<=\b(?:is|was|now) )\d{1,3}(?=[,.;]| and\b|$)`,
    ),
  },
  number: {
    sure: anyOf(
      String.raw`${ABOUT}(?:US|A|C)?[$€£¥] ?${NUMBER}`,
      String.raw`(?<!${MONTH} )(?<![\d-])${ABOUT}\b(?!(?:19|20)\d\d\b)(?!one\b)${NUMBER}(?! ${MONTH})(?!-\d)(?: ?%| percent| per cent)?`,
      String.raw`\b(?:an?|two|three)[ -](?:thirds?|quarters?|fifths?|tenths?)\b`,
    ),
  },
  // Case tells the month from the verb: `in May`, `they may`.
  time: {
    sure: new RegExp(
      String.raw`(?<![\p{L}\p{N}])(?:(?:${WHEN} )?${DATE}|${WHEN} ${YEAR})(?![\p{L}\p{N}])`,
      'gu',
    ),
    unsure: new RegExp(String.raw`(?<![\p{L}\p{N}])${YEAR}(?![\p{L}\p{N}])`, 'gu'),
  },
  reason: {
    sure: anyOf(
      String.raw`\b(?:because(?: of)?|due to|owing to|thanks to|as a result of|on the grounds? (?:of|that)|for fear (?:of|that)|citing|in order (?:to|that)|so that|so as to|in protest (?:at|against|over)|since (?:he|she|it|they|there|the)|amid (?:fears?|concerns?|doubts?)) ${CLAUSE}`,
    ),
    unsure: anyOf(
      String.raw`\b(?:after|following|given|over|amid|as (?:he|she|it|they|there|no|its|their|his|her|the)) ${CLAUSE}`,
      String.raw`\bto (?:avoid|prevent|help|protect|make|stop|allow|keep|meet|raise|save|force|ensure|give|let|boost|reduce|show|win|end) ${CLAUSE}`,
      String.raw`, [^,.;]{3,40}\b(?:having|being|freshly|already)\b[^,.;]*`,
      String.raw`\b(?:accus\w+|critici\w+|concern\w*|worr\w+|fear\w*|argu\w+|complain\w*|object\w*) [^.;?!]{12,}`,
      String.raw`\b(?:would|could|might) (?:have )?[^.;:?!“”"]{12,}`,
      String.raw`\b(?:said|saying|says|determining|explained|explaining|felt) (?:that )?[^.;?!]{12,}`,
    ),
  },
};
