// Written for this project. Verbs that report speech, by what may follow them. Forms are made by
// `inflect`; irregular ones stand in full.

import { inflect } from './inflection.ts';
import { byNumber } from '../../text/word-numbers.ts';

/** Report words whatever stands around them: `said`, `told reporters`, `added that`. */
const PLAIN = `say tell add ask announce argue assert claim comment conclude concede confirm declare
 explain exclaim emphasize emphasise insist joke lament mention note observe opine quip recall reiterate
 remark repeat reply respond retort state stress tweet underline underscore warn write
 acknowledge admit affirm allege boast caution charge clarify complain contend counter
 deny echo elaborate estimate growl hint interject maintain mutter predict
 proclaim promise pronounce protest recount report scoff shout speculate suggest testify thunder
 venture vow counsel wonder yell crow deadpan inquire retaliate reflect reason riff rejoin sigh snap urge advise
 assure believe continue demand disclose divulge forecast interrupt plead post pledge preach rail
 rant relay remind reveal summarize summarise swear text tout whisper bark cry chant chide
 chime counsel confide crack intone opined philosophize pontificate fume gush muse cite reaffirm
 rebut rule volunteer inform blog email signal indicate assess`.split(/\s+/u);

/** Say of somebody or something what it is, in words that are quoted: `called the rate “…”`. */
const NAMING =
  `accuse applaud attack bemoan berate blast brand call characterize characterise condemn
 criticize criticise decry defend denounce deplore deride describe dismiss dub hail label laud lambast
 lambaste mock portray rate brand admire blame praise rebuke refer ridicule scold slam term vent`.split(
    /\s+/u,
  );

/** Report words only beside a quotation: `thinks “…”`, `pledged to “…”`. */
const BESIDE_A_QUOTATION =
  `agree answer appeal express lash offer oppose order point present propose question read
recommend reject sum thank threaten toast hope feel fear know consider regard see welcome want
support hit rip fire go begin open close start finish use tick push voice put deem speak talk
think laugh smile greet invoke frame sign cast liken compare commend admonish sneer`.split(/\s+/u);

const forms = (verbs: readonly string[]): Map<string, string> => {
  const byForm = new Map<string, string>();
  for (const verb of verbs) for (const form of inflect(verb)) byForm.set(form, verb);
  return byForm;
};

const plain = forms(PLAIN);
const besideQuotation = forms(BESIDE_A_QUOTATION);
const naming = forms(NAMING);
const quoting = new Map([...besideQuotation, ...naming, ...plain]);

/** The verb whose form it is, if it reports words anywhere: `told` → `tell`. */
export const plainReportingVerb = byNumber((form) => plain.get(form));

/** The verb whose form it is, if it reports words beside a quotation. */
export const quotingVerb = byNumber((form) => quoting.get(form));

/** The verb whose form it is, if its subject gives the quoted words as a name for its object. */
export const namingVerb = byNumber((form) => naming.get(form));
