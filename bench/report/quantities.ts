// Figures as tables show them: two significant digits, whole from ten on.

/** `4.8`, `0.85`, `13`, `1,178`. */
export function quantity(value: number): string {
  return value < 9.95 ? withoutZeros(value.toPrecision(2)) : count(Math.round(value));
}

/** `0.0` says no more than `0`; `1.0` says that it is not `1.4`. */
const withoutZeros = (digits: string): string => (Number(digits) === 0 ? '0' : digits);

/** Several in one unit: `4.8 · 13 ms`. */
export const quantities = (values: readonly number[], unit: string): string =>
  `${values.map(quantity).join(' · ')} ${unit}`;

/** A part of one: `0.74`. */
export const share = (value: number): string => withoutZeros(value.toFixed(2));

/** All digits of what was counted: `1`, `16,450`. */
export const count = (value: number): string => value.toLocaleString('en');
