// Written for this project: abbreviations that news English ends with a full stop.

/** A name or a number follows, so no sentence ends here. */
const BEFORE_A_NAME = new Set(
  `mr mrs ms mx dr prof sen sens rep reps gov govs gen col lt maj capt cmdr adm sgt cpl pvt brig
  hon rev fr msgr pres sec supt insp det amb atty messrs mme mlle st mt ft no nos vs v fig pp vol
  art approx est op cf viz al-gen asst dep dist`.split(/\s+/u),
);

/** May end a sentence or stand inside one. */
const ANYWHERE = new Set(
  `u.s u.k u.n e.u d.c u.s.a u.a.e a.m p.m jr sr inc corp co ltd llc plc etc ph.d m.d b.a m.a
  jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thurs fri sat sun
  ala ariz ark calif colo conn del fla ga ill ind kan ky la mass md mich minn miss mo mont neb nev
  okla ore pa tenn tex va vt wash wis wyo n.y n.j n.h n.c s.c n.d s.d n.m w.va r.i ave blvd rd
  dept univ assn bros r-ky`.split(/\s+/u),
);

/** Words that open a sentence far more often than they follow an abbreviation inside one. */
const OPENERS = new Set(
  `a an the this that these those he she it they we i you his her its their our my your there here
  but and or yet so nor for in on at by to from with without after before during since until while
  when where as if though although because however meanwhile also then now both all some many most
  few several one two other another such what who why how not no yes still even only just instead
  according asked earlier later last next under over among between against despite`.split(/\s+/u),
);

/** `word` stands without its full stop. A single capital is an initial: `J. Edgar`. */
export function isAbbreviation(word: string): boolean {
  return (/^\p{Lu}$/u.test(word) && word !== 'I') || BEFORE_A_NAME.has(word.toLowerCase());
}

export function isAmbiguousAbbreviation(word: string): boolean {
  return ANYWHERE.has(word.toLowerCase()) || /^(?:\p{L}\.)+\p{L}$/u.test(word);
}

/** Whether a sentence is likely to begin with the word; true where there is none to judge by. */
export function isSentenceOpener(word: string | undefined): boolean {
  return word === undefined || OPENERS.has(word.toLowerCase());
}
