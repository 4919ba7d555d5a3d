import {
  type Days,
  addDays,
  dayOf,
  daysApart,
  monthAround,
  monthOf,
  oneDay,
  weekAround,
  weekdayOf,
  yearAround,
} from '../../text/days.ts';
import type { Direction } from './direction.ts';
import { monthNumber, weekdayNumber } from '../lexicon/calendar.ts';
import { countOf } from './patterns.ts';

/** The day from which `yesterday` is counted, and whether what happens then is past or to come. */
export interface Standpoint {
  readonly day: string;
  readonly direction: Direction;
}

type Groups = Readonly<Record<string, string | undefined>>;

/** The days that some words name by themselves; undefined where they leave the year open. */
export function readWritten(groups: Groups): Days | undefined {
  const { iso, monthOfYear, yearOfMonth, decade, yearAlone } = groups;
  if (iso !== undefined) return oneOf(dayOf(...numbersOf(iso)));
  if (monthOfYear !== undefined) return monthOf(Number(yearOfMonth), monthNumber(monthOfYear));
  if (decade !== undefined)
    return { first: `${decade}-01-01`, last: `${decade.slice(0, 3)}9-12-31` };
  if (yearAlone !== undefined) return yearAround(`${yearAlone}-01-01`);
  const { month, day, year } = dayOfMonth(groups);
  return year === undefined ? undefined : fromDay(groups, oneOf(dayOf(Number(year), month, day)));
}

/** The days that some words mean when they are read on the day of an article. */
export function readCounted(
  groups: Groups,
  { day: today, direction }: Standpoint,
): Days | undefined {
  const { weekday, whichDay, near, which, unit, count, agoUnit } = groups;
  const { month, whichMonth, monthNear, monthThen, whichYear } = groups;
  if (weekday !== undefined)
    return weekdayAround(weekdayNumber(weekday), whichDay, today, direction);
  if (near !== undefined) return oneDay(addDays(today, NEAR[near.toLowerCase()] ?? 0));
  if (which !== undefined) return unitAround(unit ?? '', STEPS[which.toLowerCase()] ?? 0, today);
  if (count !== undefined) return ago(countOf(count.toLowerCase()), agoUnit ?? '', today);
  if (monthThen !== undefined)
    return monthOf(yearIn(today) + (STEPS[whichYear ?? ''] ?? 0), monthNumber(monthThen));
  if (monthNear !== undefined)
    return monthNamed(monthNumber(monthNear), whichMonth, today, direction);
  if (month !== undefined) return monthNamed(monthNumber(month), undefined, today, direction);
  return fromDay(groups, dayInYear(dayOfMonth(groups), today, direction));
}

/** `3 to 7 May` from its first day, where that is one in the same month. */
function fromDay({ fromDay: typed }: Groups, days: Days | undefined): Days | undefined {
  if (typed === undefined || days === undefined) return days;
  const [year, month] = numbersOf(days.last);
  const first = dayOf(year, month, Number(typed));
  return first === undefined || first > days.last ? days : { first, last: days.last };
}

const NEAR: Readonly<Record<string, number>> = {
  yesterday: -1,
  tomorrow: 1,
};
const STEPS: Readonly<Record<string, number>> = { last: -1, this: 0, next: 1 };

const yearIn = (day: string): number => Number(day.slice(0, 4));

const oneOf = (day: string | undefined): Days | undefined =>
  day === undefined ? undefined : oneDay(day);

function numbersOf(iso: string): [year: number, month: number, day: number] {
  const [year = 0, month = 0, day = 0] = iso.split('-').map(Number);
  return [year, month, day];
}

const FEASTS: Readonly<Record<string, readonly [month: number, day: number]>> = {
  "new year's day": [1, 1],
  'christmas eve': [12, 24],
  'christmas day': [12, 25],
  'boxing day': [12, 26],
  "new year's eve": [12, 31],
};

interface DayOfMonth {
  readonly month: number;
  readonly day: number;
  readonly year: string | undefined;
}

/** `18 February`, `Feb. 18, 2025` */
function dayOfMonth(groups: Groups): DayOfMonth {
  const { dayFirst, monthSecond, monthFirst, daySecond, year, yearThird, feast } = groups;
  const [month, day] = FEASTS[feast?.toLowerCase().replace('’', "'") ?? ''] ?? [];
  return {
    month: month ?? monthNumber(monthSecond ?? monthFirst ?? ''),
    day: day ?? Number.parseInt(dayFirst ?? daySecond ?? '', 10),
    year: year ?? yearThird,
  };
}

/** An article may be dated a day before what it tells of, where the day had begun elsewhere. */
const SLACK = 1;

const isSure = (direction: Direction): boolean => direction === 'back' || direction === 'ahead';

/** `Nov. 3` in the year that puts it on the side that the words look to, else in the nearest. */
function dayInYear(
  { month, day }: DayOfMonth,
  today: string,
  direction: Direction,
): Days | undefined {
  const year = yearIn(today);
  const days = [year - 1, year, year + 1].flatMap((each) => dayOf(each, month, day) ?? []);
  const ahead = days.find((each) => each >= today);
  const back = days.findLast((each) => each <= addDays(today, SLACK));
  if (!isSure(direction) && ahead !== undefined && back !== undefined)
    return oneOf(daysApart(today, ahead) <= daysApart(back, today) ? ahead : back);
  return oneOf(direction === 'back' ? back : ahead);
}

/**
 * `last Tuesday` and `next Tuesday` are left alone where some would take them for this week's and
 * others for that of the week beside it.
 */
function weekdayAround(
  weekday: number,
  which: string | undefined,
  today: string,
  direction: Direction,
): Days | undefined {
  const sinceThen = (weekdayOf(today) - weekday + 7) % 7;
  const word = which?.toLowerCase().split(' ')[0];
  if (word === 'last')
    return weekday >= weekdayOf(today) ? oneDay(addDays(today, -(sinceThen || 7))) : undefined;
  if (word === 'next')
    return weekday <= weekdayOf(today) ? oneDay(addDays(today, 7 - sinceThen)) : undefined;
  return oneDay(
    addDays(
      today,
      (direction === 'ahead' || direction === 'either') && sinceThen > 0
        ? 7 - sinceThen
        : -sinceThen,
    ),
  );
}

function unitAround(unit: string, steps: number, today: string): Days {
  if (unit === 'month') return monthAround(today, steps);
  if (unit === 'year') return yearAround(today, steps);
  const week = weekAround(today, steps);
  return unit === 'weekend' ? { first: addDays(week.first, 5), last: week.last } : week;
}

/** `three days ago` is a day; weeks, months and years ago are told no closer than that. */
function ago(count: number, unit: string, today: string): Days | undefined {
  if (!Number.isFinite(count)) return undefined;
  if (unit === 'day') return oneDay(addDays(today, -count));
  if (unit === 'week') return weekAround(today, -count);
  if (unit === 'month') return monthAround(today, -count);
  return unit === 'year' && count < 300 ? yearAround(today, -count) : undefined;
}

/** `in March`, `last March`: the nearest on the side that the words look to. */
function monthNamed(
  month: number,
  which: string | undefined,
  today: string,
  direction: Direction,
): Days | undefined {
  const now = Number(today.slice(5, 7));
  const steps = (month - now + 12) % 12;
  const word = which?.toLowerCase();
  if (word === 'last') return monthAround(today, steps === 0 ? -12 : steps - 12);
  if (word === 'next') return monthAround(today, steps === 0 ? 12 : steps);
  const isAhead = direction === 'ahead' || (!isSure(direction) && steps <= 6);
  return monthAround(today, steps === 0 || isAhead ? steps : steps - 12);
}
