const words = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/u));

const WEEKDAYS = words(`monday tuesday wednesday thursday friday saturday sunday mondays
  tuesdays wednesdays thursdays fridays saturdays sundays`);

export const MONTHS = words(`january february march april may june july august september october
  november december jan feb mar apr jun jul aug sep sept oct nov dec jan. feb. mar. apr. jun. jul. aug.
  sep. sept. oct. nov. dec.`);

const CALENDAR: ReadonlySet<string> = new Set([...WEEKDAYS, ...MONTHS]);

const SPANS_OF_TIME =
  words(`second seconds minute minutes hour hours day days night nights week weeks
  weekend weekends month months quarter year years decade decades century centuries spring summer
  autumn fall winter while`);

/** `years`, `spring`: in `for years` and `next spring` they say how long or when. */
export const isSpanOfTime = (word: string): boolean => SPANS_OF_TIME.has(word);

export const isCalendarWord = (word: string): boolean => CALENDAR.has(word);
