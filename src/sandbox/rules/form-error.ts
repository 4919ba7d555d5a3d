import type { z } from 'zod/mini';
import { placeUnder } from '../rest/failure.ts';
import type { FormError } from '../rest/failure.ts';

type Issue = z.core.$ZodIssue;

/**
 * Says zod's issues in Discord's words, as near as they are known: `docs/reference#error-messages`.
 * Where zod tries every kind of component or option, only the kind that was meant is reported.
 */
export function toFormErrors(issues: readonly Issue[], body: unknown): readonly FormError[] {
  return issues.flatMap((issue) => {
    const value = valueAt(body, issue.path);
    if (issue.code !== 'invalid_union') return [{ path: issue.path, ...inWords(issue, value) }];
    return placeUnder(issue.path, meantBranch(issue, value));
  });
}

function meantBranch(issue: z.core.$ZodIssueInvalidUnion, value: unknown): readonly FormError[] {
  if (value === undefined) return [{ path: [], ...REQUIRED }];
  const branches = issue.errors;
  const ofType = branches.filter((branch) => !branch.some(isTypeIssue));
  const [meant] = ofType.toSorted((left, right) => left.length - right.length);
  if (meant !== undefined) return toFormErrors(meant, value);
  const types = branches.flatMap((branch) =>
    branch.flatMap((each) =>
      isTypeIssue(each) && each.code === 'invalid_value' ? each.values : [],
    ),
  );
  if (valueAt(value, ['type']) === undefined) return [{ path: ['type'], ...REQUIRED }];
  return [unknownType(types.map(Number))];
}

/** The error for a component whose type may not stand where it stands. */
export function unknownType(types: readonly number[]): FormError {
  const allowed = types.toSorted((left, right) => left - right).join(', ');
  const message = `Value of field "type" must be one of (${allowed},).`;
  return { path: [], code: 'UNION_TYPE_CHOICES', message };
}

const REQUIRED = { code: 'BASE_TYPE_REQUIRED', message: 'This field is required' };

const isTypeIssue = (issue: Issue): boolean => issue.path.length === 1 && issue.path[0] === 'type';

function inWords(issue: Issue, value: unknown): Omit<FormError, 'path'> {
  if (value === undefined) return REQUIRED;
  if (issue.code === 'invalid_type') return TYPE_WORDS[issue.expected] ?? invalid('Invalid type.');
  if (issue.code === 'too_big') return tooBig(issue.origin, Number(issue.maximum));
  if (issue.code === 'too_small') return tooSmall(issue.origin, Number(issue.minimum));
  if (issue.code === 'invalid_format') return FORMAT_WORDS[issue.format] ?? NOT_AN_ID;
  if (issue.code !== 'invalid_value') return invalid('Invalid value.');
  const message = `Value must be one of {${issue.values.join(', ')}}.`;
  return { code: 'BASE_TYPE_CHOICES', message };
}

const invalid = (message: string) => ({ code: 'BASE_TYPE_INVALID', message });

const FORMAT_WORDS: Readonly<Record<string, Omit<FormError, 'path'>>> = {
  url: { code: 'URL_TYPE_INVALID_URL', message: 'Not a well formed URL.' },
  datetime: { code: 'DATE_TIME_TYPE_PARSE', message: 'Could not parse value as ISO8601.' },
};
// The one pattern of the schemas is that of ids.
const NOT_AN_ID = { code: 'NUMBER_TYPE_COERCE', message: 'Value is not snowflake.' };

const TYPE_WORDS: Readonly<Record<string, Omit<FormError, 'path'>>> = {
  string: { code: 'STRING_TYPE_CONVERT', message: 'Could not interpret value as string.' },
  number: { code: 'NUMBER_TYPE_COERCE', message: 'Value is not a number.' },
  int: { code: 'NUMBER_TYPE_COERCE', message: 'Value is not int.' },
  boolean: { code: 'BOOLEAN_TYPE_CONVERT', message: 'Must be either true or false.' },
  array: { code: 'LIST_TYPE_CONVERT', message: 'Only iterables may be used in a ListType' },
  object: { code: 'MODEL_TYPE_CONVERT', message: 'Only dictionaries may be used in a ModelType' },
};

function tooBig(origin: string, most: number): Omit<FormError, 'path'> {
  return isMeasured(origin)
    ? { code: 'BASE_TYPE_MAX_LENGTH', message: `Must be ${most} or fewer in length.` }
    : { code: 'NUMBER_TYPE_MAX', message: `Value should be less than or equal to ${most}.` };
}

function tooSmall(origin: string, least: number): Omit<FormError, 'path'> {
  return isMeasured(origin)
    ? { code: 'BASE_TYPE_MIN_LENGTH', message: `Must be ${least} or more in length.` }
    : { code: 'NUMBER_TYPE_MIN', message: `Value should be greater than or equal to ${least}.` };
}

const isMeasured = (origin: string): boolean => origin === 'string' || origin === 'array';

function valueAt(body: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (value, key) =>
      typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined,
    body,
  );
}
