const words = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/u));

const WEEKDAYS = words(`monday tuesday wednesday thursday friday saturday sunday mondays
  tuesdays wednesdays thursdays fridays saturdays sundays`);

export const MONTHS = words(`january february march april may june july august september october
  november december jan feb mar apr jun jul aug sep sept oct nov dec jan. feb. mar. apr. jun. jul. aug.
  sep. sept. oct. nov. dec.`);

const CALENDAR: ReadonlySet<string> = new Set([...WEEKDAYS, ...MONTHS]);

export const isCalendarWord = (word: string): boolean => CALENDAR.has(word);
