import { kindOfNoun } from '../extraction/lexicon/gathering-nouns.ts';

/** A question in plain words, as the command that is made for it. */
export type Intent =
  | { readonly command: 'who-attended'; readonly options: { readonly event: string } }
  | {
      readonly command: 'quote';
      readonly options: { readonly who?: string; readonly about?: string; readonly words?: string };
    }
  | {
      readonly command: 'stance';
      readonly options: { readonly who?: string; readonly on: string };
    };

type Parts = Readonly<Record<string, string | undefined>>;

interface Pattern {
  readonly words: RegExp;
  /** None where the parts do not make a question for the command after all. */
  readonly read: (parts: Parts) => Intent | undefined;
}

const WHO = String.raw`(?<who>[^?]+?)`;
const DOES = '(?:do|does|did|would|will|might|could|can)';
const IS = '(?:is|are|was|were|been|be)';
const ON = '(?:on|about|of|over|towards?|regarding|concerning|with regard to|when it comes to)';

const attendance = ({ event = '' }: Parts): Intent | undefined =>
  namesGathering(event) ? { command: 'who-attended', options: { event } } : undefined;

/** `the Riyadh talks`, `the press conference`; not `the lake` */
function namesGathering(event: string): boolean {
  const words = event.toLowerCase().match(/[\p{L}-]+/gu) ?? [];
  return words.some((word, at) => kindOfNoun(words[at - 1] ?? '', word) !== undefined);
}

function position({ who, on = '' }: Parts): Intent | undefined {
  if (wordCount(on) > MOST_TARGET_WORDS || (who !== undefined && !isName(who))) return undefined;
  return { command: 'stance', options: { ...(who === undefined ? {} : { who }), on } };
}

/** A longer thing to stand on asks for more than a position: `back any ban in Monday’s speech`. */
const MOST_TARGET_WORDS = 7;

const remark = ({ who = '', about }: Parts): Intent | undefined =>
  isName(who)
    ? { command: 'quote', options: { who, ...(about === undefined ? {} : { about }) } }
    : undefined;

const claim = ({ who, words = '' }: Parts): Intent | undefined => {
  if (wordCount(words) < LEAST_WORDS || (who !== undefined && !isName(who))) return undefined;
  return { command: 'quote', options: { ...(who === undefined ? {} : { who }), words } };
};

/** Words to look for; fewer ask about a thing. */
const LEAST_WORDS = 3;

const wordCount = (words: string): number => words.split(/\s+/u).filter(Boolean).length;

/** `Rubio`, `the Russian foreign minister`; not `people who live there` or a pronoun. */
const isName = (who: string): boolean =>
  wordCount(who) <= 6 &&
  !/\b(?:who|which|that|what|how|why|when|where|it|they|he|she|you|we|there|anyone|anybody|someone|somebody|everyone|people)\b/iu.test(
    who,
  );

const pattern = (words: string, read: Pattern['read']): Pattern => ({
  words: new RegExp(`^${words}$`, 'iu'),
  read,
});

const ATTENDED =
  '(?:attended|took part in|participated in|joined|came to|went to|showed up (?:at|for|to)|sat in on|was invited to|were invited to|skipped|boycotted|missed|stayed away from)';
const SUPPORTS = String.raw`(?:supports?|supported|supporting|backs?|backed|backing|opposes?|opposed|opposing|favou?rs?|favou?red|endorses?|endorsed|rejects?|rejected|objects? to|objected to|approves? of|approved of|disapproves? of|agrees? (?:to|with)|disagrees? with|accepts?|accepted|(?:is|are|was|were) (?:for|against|in favou?r of|opposed to|behind))`;

/** The first that fits counts. */
const PATTERNS: readonly Pattern[] = [
  pattern(
    String.raw`who (?:all )?${IS}(?: not|n't|n’t)? (?:all )?(?:there |present |represented |invited |in attendance )?(?:at|in|to|part of) (?<event>.+)`,
    attendance,
  ),
  pattern(
    String.raw`who (?:all )?(?:didn['’]?t |did not )?(?:attend|join|come to|go to) (?<event>.+)`,
    attendance,
  ),
  pattern(String.raw`who (?:all )?${ATTENDED} (?<event>.+)`, attendance),
  pattern(
    String.raw`${DOES} ${WHO} (?:really |ever |actually )?(?:say|claim|state) (?:anything |something )?about (?<about>.+)`,
    remark,
  ),
  pattern(
    String.raw`${DOES} ${WHO} (?:really |ever |actually )?(?:say|claim|state)(?: that)?:? ["“]?(?<words>.+?)["”]?`,
    claim,
  ),
  pattern(String.raw`who (?:really |actually )?said(?: that)?:? ["“]?(?<words>.+?)["”]?`, claim),
  pattern(
    String.raw`what (?:did|does|has|have) ${WHO} (?:say|said|have to say|had to say) ${ON} (?<about>.+)`,
    remark,
  ),
  pattern(String.raw`what (?:did|does|has|have) ${WHO} (?:say|said)`, remark),
  pattern(
    String.raw`what(?:['’]s| is| was| were| are) ${WHO}(?:['’]s?)? (?:take|reaction|response|comment|remarks?|words) (?:to|${ON}) (?<about>.+)`,
    remark,
  ),
  pattern(String.raw`what ${DOES} ${WHO} (?:think|feel|believe) ${ON} (?<on>.+)`, position),
  pattern(String.raw`how ${DOES} ${WHO} (?:feel|see|view|regard) (?:${ON} )?(?<on>.+)`, position),
  pattern(String.raw`where ${DOES} ${WHO} stand ${ON} (?<on>.+)`, position),
  pattern(
    String.raw`what(?:['’]s| is| was| are) ${WHO}(?:['’]s?)? (?:position|stance|views?|opinion|attitude|line) ${ON} (?<on>.+)`,
    position,
  ),
  pattern(
    String.raw`${DOES} ${WHO} (?:support|back|oppose|favou?r|endorse|reject|object to|approve of|disapprove of|agree (?:to|with)|disagree with|accept) (?<on>.+)`,
    position,
  ),
  pattern(
    String.raw`(?:is|are|was|were) ${WHO} (?:for|against|in favou?r of|opposed to) (?<on>.+)`,
    position,
  ),
  pattern(String.raw`who ${SUPPORTS} (?<on>.+)`, position),
];

/** The command that a question in plain words is meant for; undefined for any other question. */
export function readIntent(question: string): Intent | undefined {
  const asked = question
    .trim()
    .replace(/^(?:so|and|but|ok|okay|hey|please|tell me|do you know)[, ]+/iu, '')
    .replace(/(?<![\s?!.])[\s?!.]+$/u, '');
  for (const { words, read } of PATTERNS) {
    const parts = words.exec(asked)?.groups;
    const intent = parts && read(parts);
    if (intent !== undefined) return intent;
  }
  return undefined;
}
