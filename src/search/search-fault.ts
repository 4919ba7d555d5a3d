import { FaultError } from '../article/user-error.ts';

/** What can keep search from being used, in English; other languages have it by its key. */
export const SEARCH_FAULTS = {
  'search.lost':
    'The articles cannot be searched just now. What asks by name alone goes on, as /quote who and /who-is do. Please try again in a few minutes.',
} as const;

/** What the index is in is out of reach. Its cause is for the log alone. */
export class SearchFault extends FaultError {
  override name = 'SearchFault';

  constructor(fault: keyof typeof SEARCH_FAULTS, cause: unknown) {
    super(SEARCH_FAULTS, fault);
    this.cause = cause;
  }
}
