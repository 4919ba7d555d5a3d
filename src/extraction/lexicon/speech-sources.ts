// Written for this project. Nouns and adjectives that tell what somebody says, thinks or wants.

import { speechForms } from './speech-frames.ts';
import { testByNumber, type WordSet, wordSet } from '../../text/word-numbers.ts';

const words = (list: string): WordSet => wordSet(list.trim().split(/\s+/u));

/** `his claim that the talks had failed` */
export const NOUNS_WITH_THAT = words(`
  accusation accusations acknowledgment acknowledgement admission allegation allegations announcement
  argument arguments assertion assertions assessment assumption assurance assurances belief beliefs
  boast charge charges claim claims comment comments complaint complaints concern concerns conclusion
  confidence contention conviction declaration denial disclosure doubt doubts estimate estimates
  explanation expectation fear fears feeling finding findings forecast hope hopes hunch idea
  insinuation insistence intuition judgment judgement message notion observation opinion point
  prediction predictions pledge promise promises proposition realisation realization
  recommendation remark remarks reminder report reports revelation rumor rumors rumour rumours
  statement statements stance suggestion suggestions suspicion suspicions testimony theory thesis
  threat threats understanding view views vow warning warnings word worry worries
`);

/** `his promise to resign` */
export const NOUNS_WITH_TO = words(`
  call calls decision demand demands desire determination hope intention intentions invitation offer
  plan plans pledge pledges promise promises proposal proposals recommendation refusal reluctance
  request requests resolve threat threats unwillingness vow vows willingness wish
`);

/** `was confident that the talks would go on`, `made clear that …` */
export const ADJECTIVES_WITH_THAT = words(`
  adamant afraid alarmed amazed angry astonished aware certain clear concerned confident convinced
  delighted disappointed doubtful emphatic explicit fearful frustrated furious glad grateful happy
  hopeful insistent mindful optimistic outraged pessimistic pleased positive proud sceptical
  shocked skeptical sorry sure surprised unaware unconvinced unsure upset wary worried
`);

/** Sources of findings: `the poll shows` */
export const FINDERS = words(`
  poll polls polling survey surveys study studies data figures statistics records results returns
  numbers report reports research analysis review documents filings projections estimates count
  tally
`);

/** `is critical of the deal`, `is optimistic about the talks` */
export const ADJECTIVES_WITH_OBJECT = words(`
  angry anxious apologetic ashamed bullish cautious concerned confident critical dismissive
  disappointed dubious effusive enthusiastic fearful frustrated furious happy hopeful nervous
  optimistic outspoken pessimistic proud sceptical skeptical supportive suspicious uneasy unhappy
  vocal wary worried
`);

const CUES: ReadonlySet<string> = new Set([
  ...speechForms(),
  ...NOUNS_WITH_THAT,
  ...NOUNS_WITH_TO,
  ...ADJECTIVES_WITH_THAT,
  ...ADJECTIVES_WITH_OBJECT,
  'according',
  ':',
]);

/** Whether a word or mark may tell of what somebody says, thinks or wants. */
export const isSpeechCue = testByNumber((word) => CUES.has(word));
