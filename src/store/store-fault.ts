import { FaultError } from '../article/user-error.ts';

/** What can keep a store from being used, in English; other languages have it by its key. */
export const STORE_FAULTS = {
  'store.lost':
    'The store of articles cannot be reached just now, so nothing was changed. Please try again in a few minutes.',
  'store.unsure':
    'The store of articles was lost just as this was to be saved. Please look in a few minutes whether it was, before you try again.',
} as const;

/** The database is out of reach. Its cause is for the log alone. */
export class StoreFault extends FaultError {
  override name = 'StoreFault';

  constructor(fault: keyof typeof STORE_FAULTS, cause: unknown) {
    super(STORE_FAULTS, fault);
    this.cause = cause;
  }
}
