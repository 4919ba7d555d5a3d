import { expect, test } from 'vitest';
import { UserError } from '../../src/article/user-error.ts';
import { INTAKE_FAULTS, IntakeError } from '../../src/intake/intake-error.ts';

test.each(Object.entries(INTAKE_FAULTS))(
  '%s says what happened and what to do',
  (key, sentence) => {
    expect(key).toMatch(/^intake\.[a-z-]+$/u);
    // What is wrong with front matter says for itself what to do.
    if (key !== 'intake.front-matter') expect(sentence).toMatch(/ Please .+\.$/u);
  },
);

test('a fault fills its sentence', () => {
  const error = new IntakeError('intake.link-missing', { host: 'news.example', status: 404 });
  expect(error).toBeInstanceOf(UserError);
  expect(error.message).toBe(
    'news.example has no such page (it answered 404). Please check the link, or paste the text.',
  );
});
