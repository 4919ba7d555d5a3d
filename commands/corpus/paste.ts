import type { Command } from '../../src/command/command.ts';
import { mayKeep } from '../../src/command/keeping/access.ts';
import { pasteForm } from '../../src/command/keeping/draft-actions.ts';
import { Refusal } from '../../src/command/refusal.ts';
import { message } from '../../src/command/reply.ts';

/** Opens a form for an article's text. */
export const corpusPaste: Command = {
  name: 'corpus paste',
  description: 'corpus.paste.description',
  options: {},
  answersBare: true,
  access: 'manage-messages',
  form: (_options, context) =>
    mayKeep(context) && context.keeping !== undefined ? pasteForm : undefined,
  run: () => Promise.reject(new Refusal(message('refused.demoted'))),
  examples: () => [],
};
