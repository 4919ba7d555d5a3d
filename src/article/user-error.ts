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
