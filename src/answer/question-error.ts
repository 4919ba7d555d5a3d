import { FaultError } from '../article/user-error.ts';

/** What can be wrong with a question itself, in English; other languages have it by its key. */
export const QUESTION_FAULTS = {
  'fault.nobody': 'There is nobody to look for in this. Please type a name or a role.',
  'fault.nothing': 'There is nothing to look for in this. Please type some words.',
  'fault.everywhere': 'These words stand everywhere. Please paste more of what was said.',
  'fault.paragraph': '{article} has the paragraphs 1 to {count}. Please ask for one of them.',
  'fault.article':
    'There is no article “{id}” here. Please type an article’s id and a paragraph, as under any card.',
  'fault.article.example':
    'There is no article “{id}” here. Please type an article’s id and a paragraph, as under any card: {example}.',
  'fault.holders': 'At most {most} can stand next to each other. Please name fewer.',
  'fault.compared': 'Please say on what as well; several holders are compared on one thing.',
  'fault.period':
    '“since” is after “until”, so nothing can lie between. Swap them, or leave one out.',
} as const;

/** A question that cannot be answered as it stands, and what to do about it. */
export class QuestionError extends FaultError {
  override name = 'QuestionError';

  constructor(fault: keyof typeof QUESTION_FAULTS, params: FaultError['params'] = {}) {
    super(QUESTION_FAULTS, fault, params);
  }
}
