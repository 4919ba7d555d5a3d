const DAY_MS = 24 * 60 * 60 * 1_000;
/** The web is no older; what says so has a clock that was never set. */
const EARLIEST = Date.UTC(1990, 0, 1);

const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');

/** Zones by name, in hours east of Greenwich: those of RFC 822, and those that the press writes. */
const ZONES: ReadonlyMap<string, number> = new Map(
  (
    'ut 0 utc 0 gmt 0 z 0 wet 0 bst 1 west 1 cet 1 cest 2 eet 2 eest 3 msk 3 ' +
    'est -5 edt -4 cst -6 cdt -5 mst -7 mdt -6 pst -8 pdt -7'
  )
    .match(/\b[a-z]+ -?\d/gu)
    ?.map((zone) => zone.split(' '))
    .map(([name = '', hours]) => [name, Number(hours)]),
);

// `Tue, 18 Feb 2025 09:30:00 +0300` (RFC 822 and 2822), with or without the day, seconds and zone.
const MAIL =
  /^(?:[a-z]+,?\s+)?(\d{1,2})[\s-]+([a-z]{3})[a-z]*[\s-]+(\d{4}|\d{2})(?:[,\s]+(\d{1,2}):(\d{2})(?::(\d{2}))?)?\s*([a-z]{1,4}|[+-]\d{2}:?\d{2})?$/iu;
// `2025-02-18T09:30:00Z` (RFC 3339), and less of it.
const ISO =
  /^(\d{4})-(\d{2})-(\d{2})(?:[t\s]+(\d{2}):(\d{2})(?::(\d{2})(?:[.,]\d+)?)?)?\s*([a-z]{1,4}|[+-]\d{2}:?\d{2})?$/iu;

/**
 * When something was published, as ISO 8601 in UTC; without a zone it is taken to be in UTC. Nothing
 * for what is no date, and for one that lies more than a day ahead: a clock that goes wrong.
 */
export function readDate(written: string, now: Date): string | undefined {
  const time = timeOf(written.trim().slice(0, 60));
  if (time === undefined || time < EARLIEST || time > now.getTime() + DAY_MS) return undefined;
  return new Date(time).toISOString();
}

function timeOf(written: string): number | undefined {
  const iso = ISO.exec(written);
  if (iso) return timeOfParts([iso[1], iso[2], iso[3]], iso.slice(4, 7), iso[7]);
  const mail = MAIL.exec(written);
  if (!mail) return undefined;
  const month = MONTHS.indexOf((mail[2] ?? '').toLowerCase()) + 1;
  const year = mail[3]?.length === 2 ? `20${mail[3]}` : mail[3];
  return timeOfParts([year, String(month), mail[1]], mail.slice(4, 7), mail[7]);
}

type Part = string | undefined;

function timeOfParts(date: readonly Part[], clock: readonly Part[], zone: Part) {
  const [year = 0, month = 0, day = 0] = date.map(Number);
  const [hour = 0, minute = 0, second = 0] = clock.map((part) => Number(part ?? 0));
  const offset = offsetOf(zone ?? 'z');
  const midnight = new Date(Date.UTC(year, month - 1, day));
  const isOfCalendar = midnight.getUTCMonth() === month - 1 && midnight.getUTCDate() === day;
  if (!isOfCalendar || hour > 24 || minute > 59 || second > 60 || offset === undefined)
    return undefined;
  return midnight.getTime() + ((hour * 60 + minute - offset) * 60 + second) * 1_000;
}

/** Minutes east of Greenwich: `+0530` → 330, `EST` → -300. */
function offsetOf(zone: string): number | undefined {
  const [, sign, hours, minutes] = /^([+-])(\d{2}):?(\d{2})$/u.exec(zone) ?? [];
  if (hours === undefined) {
    const named = ZONES.get(zone.toLowerCase());
    return named === undefined ? undefined : named * 60;
  }
  return (Number(hours) * 60 + Number(minutes)) * (sign === '-' ? -1 : 1);
}
