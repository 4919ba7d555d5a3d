import { UserError } from '../article/user-error.ts';
import type { Message } from './reply.ts';

/** What a member may not do, or cannot, told in their language. */
export class Refusal extends UserError {
  override name = 'Refusal';
  readonly told: Message;

  constructor(told: Message) {
    super(told.key);
    this.told = told;
  }
}
