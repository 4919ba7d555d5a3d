// Written for this project: words that shape a question, or speak of reporting, and say little
// about its topic.
const ASKING_WORDS = new Set(
  `account accounts actually ago agree amount answer anybody anyone anything apparently article
  articles call called calls came case claim claims come comes coverage describe described
  detail details differ different disagree does ever everyone exactly explain explained far
  finally first gave get gets getting give gives go goes going gone got gotten happen happened
  happening happens initially instead kind know last lasted latest let like likely long lot made
  main make makes making many maybe mean means much name named names news number often outlet
  outlets people person place please possibly put puts quite really reason reasons report
  reported reportedly reporting reports said say saying says seem seems so somebody someone
  something sort source sources stories story supposed take takes tell thing things think time
  total try trying type use used version versions way went whatever whether while
  among amid around beside besides despite per toward towards upon via`.split(/\s+/u),
);

/** `word` is folded. */
export const isAskingWord = (word: string): boolean => ASKING_WORDS.has(word);
