/**
 * What a person did wrong, or can put right: a bad file, a bad setting, a folder in use. The message
 * is shown as it stands, so it says what to do. All else is a fault of ours and is only logged.
 */
export class UserError extends Error {
  override name = 'UserError';
}

/** An article's file that cannot be read as one. */
export class ArticleError extends UserError {
  override name = 'ArticleError';
  /** In the file, from 1, where it is known. */
  readonly line: number | undefined;

  constructor(message: string, line?: number) {
    super(message);
    this.line = line;
  }
}

/** What is wrong by its key, so that it can be told in any language; its message tells it in English. */
export class FaultError extends UserError {
  override name = 'FaultError';
  readonly fault: string;
  readonly params: Readonly<Record<string, string | number>>;

  /** @param faults English texts by their keys, `{name}` standing for a parameter */
  constructor(
    faults: Readonly<Record<string, string>>,
    fault: string,
    params: FaultError['params'] = {},
  ) {
    const fill = (_: string, name: string): string => String(params[name] ?? '');
    super((faults[fault] ?? fault).replaceAll(/\{(\w+)\}/gu, fill));
    this.fault = fault;
    this.params = params;
  }
}
