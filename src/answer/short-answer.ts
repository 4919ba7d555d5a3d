import type { Reading } from '../search/corpus.ts';
import { type Span, contains, slice, span } from '../text/span.ts';
import { stems } from '../text/stems.ts';
import type { Wanted } from './wanted.ts';

// Words that can answer a question of some kind, found inside one sentence.

const NUMBER = String.raw`(?:\d[\d,.]*\d|\d|(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:-\w+)?|dozens?|hundreds?|thousands?)(?: (?:hundred|thousand|million|billion|trillion|dozen|m|bn))*`;
const ABOUT = String.raw`(?:(?:about|around|roughly|nearly|almost|some|at least|at most|up to|more than|less than|fewer than|over|under|another|approximately|an estimated) )?`;
const UNIT_OF_TIME = String.raw`(?:second|minute|hour|day|night|week|month|year|decade|centur)(?:s|y|ies)?`;
const MONTH = String.raw`(?:Jan(?:uary|\.)?|Feb(?:ruary|\.)?|March|Mar\.|April|Apr\.|May|June|July|Aug(?:ust|\.)?|Sept?(?:ember|\.)?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?)`;
const WEEKDAY = String.raw`(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day`;

const PATTERNS: Partial<Record<Wanted, RegExp>> = {
  money: new RegExp(
    String.raw`${ABOUT}(?:(?:US|A|C)?[$€£¥] ?${NUMBER}|${NUMBER} (?:dollars|euros|pounds|roubles|rubles|yen|yuan|francs|cents)|${NUMBER}[€£])`,
    'giu',
  ),
  duration: new RegExp(
    String.raw`${ABOUT}(?:${NUMBER}|an?|half an)(?: and a half| ½| 1/2)?(?: more)?[ -]${UNIT_OF_TIME}\b`,
    'giu',
  ),
  distance: new RegExp(
    String.raw`${ABOUT}${NUMBER}[ -](?:kilomet(?:er|re)s?|miles?|met(?:er|re)s?|centimet(?:er|re)s?|feet|foot|inch(?:es)?|yards?|km|cm|m)\b`,
    'giu',
  ),
  share: new RegExp(
    String.raw`${ABOUT}(?:${NUMBER} ?(?:%|percent|per cent|percentage points)|an? (?:third|quarter|fifth|sixth|seventh|eighth|tenth)|half|two[- ]thirds|three[- ]quarters)`,
    'giu',
  ),
  age: new RegExp(
    String.raw`(?:aged? )?\b${NUMBER}[- ]years?[- ]old|\bage of ${NUMBER}|, \d\d,|\bwas \d+\b`,
    'giu',
  ),
  number: new RegExp(String.raw`${ABOUT}(?:[$€£¥] ?)?${NUMBER}(?: ?%| percent| per cent)?`, 'giu'),
  time: new RegExp(
    String.raw`(?:(?:by|in|on|since|until|from|mid|early|late|before|after|around)[- ])*(?:${MONTH} \d{1,2}(?:, \d{4})?|\d{1,2} ${MONTH}(?: \d{4})?|(?:mid-|early |late )?${MONTH}(?: \d{4})?|${WEEKDAY}|(?:mid-)?(?:19|20)\d\ds?|(?:next|last|this|the end of (?:the|next|this)) (?:week|month|year|spring|summer|autumn|fall|winter|quarter)|tomorrow|yesterday|today|tonight|(?:in|within) ${NUMBER} ${UNIT_OF_TIME}|${NUMBER} ${UNIT_OF_TIME} (?:ago|later|earlier))(?![\p{L}\p{N}])`,
    'gu',
  ),
  reason:
    /\b(?:because(?: of)?|since|due to|owing to|thanks to|as a result of|on the grounds? (?:of|that)|for fear of|citing|in order to|so that|in protest (?:at|against)|given|over concerns?|amid|as (?:he|she|it|they|there|no|its|their|his|her))\s[^.;:?!“”"]{8,}|\b(?:after|following)\s[^.,;:?!“”"]{8,}|\bto (?:avoid|prevent|help|protect|make|stop|allow|keep|meet|raise|save|force|ensure)\b[^.,;:?!“”"]*|, [^,]{3,40}\b(?:having|being)\b[^,.;]*|\b(?:would|could|might) (?:have )?[^.;:?!“”"]{12,}/giu,
};

/** The words of one sentence that can answer, in order; none where it holds none. */
export function findShortAnswers(
  wanted: Wanted,
  { article, facts }: Reading,
  sentence: Span,
  asked: ReadonlySet<string>,
): Span[] {
  if (wanted === 'person' || wanted === 'place')
    return findNames(wanted, { article, facts }, sentence).filter((name) =>
      isNews(slice(article.body, name), asked),
    );
  const pattern = PATTERNS[wanted];
  if (!pattern) return [];
  return Array.from(slice(article.body, sentence).matchAll(pattern), (match) =>
    span(sentence.start + match.index, sentence.start + match.index + match[0].length),
  ).filter((found) => wanted === 'reason' || isNews(slice(article.body, found), asked));
}

/** Whether the words say something that the question does not. */
const isNews = (words: string, asked: ReadonlySet<string>): boolean => {
  const told = stems(words);
  return told.length > 0 && !told.every((stem) => asked.has(stem));
};

function findNames(wanted: 'person' | 'place', reading: Reading, sentence: Span): Span[] {
  const { mentions, entities } = reading.facts;
  return mentions
    .filter(({ kind, span: place }) => kind === 'name' && contains(sentence, place))
    .filter(({ entity }) => fits(wanted, entities[entity]?.kind))
    .map((mention) => mention.span);
}

const fits = (wanted: 'person' | 'place', kind: string | undefined): boolean =>
  wanted === 'person' ? kind !== 'place' : kind === 'place' || kind === 'organisation';
