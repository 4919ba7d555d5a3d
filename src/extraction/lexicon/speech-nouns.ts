import { wordSet } from '../../text/word-numbers.ts';
/** Nouns for what is said: `his claim that`, `in Forbes’ words`. Written for this project. */
export const SPEECH_NOUNS = wordSet(
  `claim claims comment comments remark remarks statement statements words assertion assertions call
  calls tweet tweets promise promises vow vows pledge pledges warning warnings answer answers response
  responses speech message letter slogan motto argument description suggestion declaration admission
  question boast insistence phrase mantra accusation allegation contention view characterization
  criticism complaint testimony cry chant theme`.split(/\s+/u),
);
