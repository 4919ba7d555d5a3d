import { IntakeError, type IntakeFault } from './intake-error.ts';

/** Codes of Node's resolver, of sockets, of undici and of its parser, and what they come to. */
const FAULTS: readonly (readonly [RegExp, IntakeFault])[] = [
  [/^(?:ENOTFOUND|EAI_\w+|ENODATA|ESERVFAIL|EREFUSED|EBADNAME)$/u, 'intake.link-unknown'],
  [/^UND_ERR_(?:CONNECT|HEADERS|BODY)_TIMEOUT$/u, 'intake.link-slow'],
  [
    /^E(?:CONNREFUSED|CONNRESET|HOSTUNREACH|NETUNREACH|TIMEDOUT|PIPE|ADDRNOTAVAIL|ACCES|PERM|INVAL)$/u,
    'intake.link-unreachable',
  ],
  [/^(?:UND_ERR_|HPE_|Z_|ERR_|EPROTO$|CERT_|DEPTH_|SELF_SIGNED|UNABLE_)/u, 'intake.link-broken'],
];

/** A brotli stream's faults have codes of their own: `ERR__ERROR_FORMAT_PADDING_1`. */
function codeOf(error: unknown): string {
  if (!(error instanceof Error)) return '';
  // undici's parser gives its faults no code.
  if (error.name === 'HTTPParserError') return 'HPE_';
  return 'code' in error && typeof error.code === 'string' ? error.code : '';
}

/**
 * The failure of a fetch as an IntakeError, where it is one of the network or of the other side; what
 * is neither is given back as it is.
 */
export function explainFailure(error: unknown, host: string): unknown {
  if (error instanceof IntakeError) return error;
  // Node wraps the reason of an aborted pipeline.
  const reasons = error instanceof Error ? [error, error.cause] : [error];
  if (reasons.some((reason) => reason instanceof Error && reason.name === 'TimeoutError'))
    return new IntakeError('intake.link-slow', { host });
  const code = codeOf(error);
  const fault = FAULTS.find(([pattern]) => pattern.test(code))?.[1];
  return fault === undefined ? error : new IntakeError(fault, { host });
}
