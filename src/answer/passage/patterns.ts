import type { Wanted } from './wanted.ts';

// What words that answer look like, by the kind of answer wanted. Sure signs stand apart from
// those that often mean something else: `after the floods` may be a reason, or only a time.

const NUMBER_WORD = String.raw`(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|(?:thir|four|fif|six|seven|eigh|nine)teen|(?:twen|thir|for|fif|six|seven|eigh|nine)ty(?:-\w+)?|a dozen|dozens|hundreds|thousands|millions)`;
const SIZE = String.raw`(?:hundred|thousand|million|billion|trillion|dozen|m|bn|k)`;
const NUMBER = String.raw`(?:\d[\d,]*(?:\.\d+)?|${NUMBER_WORD})(?:[ -]?${SIZE}\b)*(?: (?:and a half|½|1/2|3/4|1/4))?`;
const ABOUT = String.raw`(?:\b(?:about|around|roughly|nearly|almost|some|at least|at most|up to|more than|less than|fewer than|over|under|another|approximately|an estimated) )?`;
const TIME_UNIT = String.raw`(?:seconds?|minutes?|hours?|days?|nights?|weeks?|months?|years?|decades?|centur(?:y|ies))\b`;
const MONTH = String.raw`(?:Jan(?:uary|\.)|Feb(?:ruary|\.)|March|Mar\.|April|Apr\.|May|June|July|Aug(?:ust|\.)|Sept?(?:ember|\.)|Oct(?:ober|\.)|Nov(?:ember|\.)|Dec(?:ember|\.))`;
const DAY = String.raw`(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day`;
const SEASON = String.raw`(?:week|month|year|spring|summer|autumn|fall|winter|quarter|weekend)`;
const DATE = String.raw`(?:${MONTH} \d{1,2}(?:, \d{4})?|\d{1,2} ${MONTH}(?: \d{4})?|(?:mid-|early |late )?${MONTH}(?: \d{4})?|${DAY}|(?:mid-)?(?:19|20)\d\ds?|(?:next|last|this|the end of(?: the| next| this)?) ${SEASON}|tomorrow|yesterday|tonight|(?:in|within) ${NUMBER} ${TIME_UNIT}|${NUMBER} ${TIME_UNIT} (?:ago|later|earlier)|\d{1,2}(?:[:.]\d\d)? ?(?:a\.m\.|p\.m\.|am|pm|o’clock|o'clock))`;
const CLAUSE = String.raw`[^.;:?!“”"]{8,}`;

export interface AnswerPatterns {
  readonly sure: RegExp;
  readonly unsure?: RegExp;
}

const either = (...patterns: readonly string[]): RegExp => new RegExp(patterns.join('|'), 'giu');

export const PATTERNS: Partial<Record<Wanted, AnswerPatterns>> = {
  money: {
    sure: either(
      String.raw`${ABOUT}(?:US|A|C|NZ)?[$€£¥₽] ?${NUMBER}`,
      String.raw`${ABOUT}${NUMBER} (?:US )?(?:dollars|euros|pounds|roubles|rubles|yen|yuan|francs|cents|hryvnias?|crowns|rupees|pesos)`,
      String.raw`${ABOUT}\d[\d.,]*(?: ${SIZE})? ?[€£]`,
    ),
  },
  duration: {
    sure: either(
      // `two weeks after the vote` says when.
      String.raw`${ABOUT}(?:${NUMBER}|\b(?:an?|half an|several|a few))(?: more)?[ -]${TIME_UNIT}(?! (?:ago|after|later|before|earlier)\b)`,
    ),
  },
  distance: {
    sure: either(
      String.raw`${ABOUT}${NUMBER}[ -](?:kilomet(?:er|re)s?|miles?|met(?:er|re)s?|centimet(?:er|re)s?|millimet(?:er|re)s?|feet|foot|inch(?:es)?|yards?|km|cm|mm|m)\b`,
    ),
  },
  share: {
    sure: either(
      String.raw`${ABOUT}${NUMBER} ?(?:%|percent|per cent|percentage points?)`,
      String.raw`\b(?:an?|one|two|three|four)[ -](?:thirds?|quarters?|fifths?|sixths?|sevenths?|eighths?|ninths?|tenths?|twelfths?)\b(?: of the [\p{L}]+)?`,
      String.raw`\bhalf(?: of)? (?:the|its|their|all) [\p{L}]+`,
    ),
  },
  age: {
    sure: either(
      String.raw`\b${NUMBER}[- ]years?[- ]old\b`,
      String.raw`\b(?:aged?|age of|turned|turns) ${NUMBER}\b`,
      String.raw`(?<=, )\d{1,3}(?=[,.])`,
      String.raw`\bwhen (?:he|she) was \d{1,2}\b`,
    ),
  },
  number: {
    sure: either(
      String.raw`${ABOUT}(?:US|A|C)?[$€£¥] ?${NUMBER}`,
      String.raw`(?<!${MONTH} )(?<![\d-])${ABOUT}\b(?!(?:19|20)\d\d\b)(?!one\b)${NUMBER}(?! ${MONTH})(?!-\d)(?: ?%| percent| per cent)?`,
      String.raw`\b(?:an?|two|three)[ -](?:thirds?|quarters?|fifths?|tenths?)\b`,
    ),
  },
  time: {
    sure: either(
      String.raw`(?<![\p{L}\p{N}])(?:(?:by|in|on|at|since|until|from|before|after|around) )*${DATE}(?![\p{L}\p{N}])`,
    ),
  },
  reason: {
    sure: either(
      String.raw`\b(?:because(?: of)?|due to|owing to|thanks to|as a result of|on the grounds? (?:of|that)|for fear (?:of|that)|citing|in order (?:to|that)|so that|so as to|in protest (?:at|against|over)|since (?:he|she|it|they|there|the)|amid (?:fears?|concerns?|doubts?)) ${CLAUSE}`,
    ),
    unsure: either(
      String.raw`\b(?:after|following|given|over|amid|as (?:he|she|it|they|there|no|its|their|his|her|the)) ${CLAUSE}`,
      String.raw`\bto (?:avoid|prevent|help|protect|make|stop|allow|keep|meet|raise|save|force|ensure|give|let|boost|reduce|show|win|end) ${CLAUSE}`,
      String.raw`, [^,.;]{3,40}\b(?:having|being|freshly|already)\b[^,.;]*`,
      String.raw`\b(?:accus\w+|critici\w+|concern\w*|worr\w+|fear\w*|argu\w+|complain\w*|object\w*) [^.;?!]{12,}`,
      String.raw`\b(?:would|could|might) (?:have )?[^.;:?!“”"]{12,}`,
      String.raw`\b(?:said|saying|says|determining|explained|explaining|felt) (?:that )?[^.;?!]{12,}`,
    ),
  },
};
