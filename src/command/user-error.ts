import type { Message } from './reply.ts';

/** Something that a member did wrong; the message says what to do instead, and is shown to them. */
export class UserError extends Error {
  override readonly name = 'UserError';
  readonly shown: Message;

  constructor(shown: Message) {
    super(shown.key);
    this.shown = shown;
  }
}
