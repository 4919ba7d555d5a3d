import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { traceOf } from '../../src/command/trace.ts';

describe('a trace', () => {
  it('says what kind of error it was and where it arose', () => {
    const error = Object.assign(new TypeError('secret'), { code: 'ENOSPC' });
    expect(traceOf(error)).toMatch(/^TypeError ENOSPC\n\s+at .*trace\.test\.ts/u);
  });

  it.each([
    ['a string', 'secret', 'string'],
    ['nothing', undefined, 'undefined'],
    ['an error without a stack', Object.assign(new Error('secret'), { stack: '' }), 'Error'],
  ])('of %s that was thrown has none of its words', (_what, thrown, trace) => {
    expect(traceOf(thrown)).toBe(trace);
  });

  it('has no code that is made of words', () => {
    const error = Object.assign(new Error('x'), { code: 'what a member typed' });
    expect(traceOf(error)).not.toContain('typed');
  });

  it('has nothing of the message, even where a line of it looks like a place', () => {
    const typed = fc.array(
      fc.constantFrom('\n    at ', 'MARK', '\n', ' ', '$&', 'MARK (file:///MARK.ts:1:2)'),
    );
    fc.assert(
      fc.property(typed, (parts) => {
        const error = new Error(parts.join(''));
        expect(traceOf(error)).not.toContain('MARK');
        expect(traceOf(error)).toContain('trace.test.ts');
      }),
    );
  });

  it('has no places where the message is not the one that the error was made with', () => {
    const error = new Error('one\n    at MARK');
    // The stack is put together when it is first asked for.
    expect(error.stack).toContain('MARK');
    error.message = 'another';
    expect(traceOf(error)).toBe('Error');
  });
});
