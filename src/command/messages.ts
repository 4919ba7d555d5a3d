/** Everything that the bot itself says, in English. `{name}` stands for a parameter. */
export const english = {
  'none.heading': 'The corpus does not say.',
  'none.scope': 'Nothing in {articles} articles answers; that does not mean it was not said.',
  'none.scope.dated':
    'Nothing in {articles} articles, {from} to {to}, answers; that does not mean it was not said.',
  'none.near': 'Nearest in the corpus, and not an answer:',
  'ambiguous.heading': 'Which do you mean?',
  'guide.heading': 'Try one of these:',
  'guide.empty': 'Give at least one option; the corpus has nothing to offer as an example yet.',
  'page.place': 'Page {number} of {count}',
  'page.back': '‹ Back',
  'page.next': 'Next ›',
  'refused.reason': '{reason}',
  'refused.option': 'The option “{option}” cannot be read: {reason}',
  'refused.unknown.option': 'There is no option “{option}” here.',
  'refused.unknown.command': 'There is no command /{command} here.',
  'refused.too.long': 'That question is too long to show; please ask it in fewer words.',
  'refused.failure': 'Something went wrong here, and it has been noted. Please try again later.',
  'press.unreadable': 'This card can no longer be read. Please ask again.',
  'press.foreign': 'This button is not on a card of mine.',
  'ask.description': 'Ask anything; the answer is passages of the articles, word for word',
  'ask.question': 'Your question, in your own words: When might Trump and Putin meet?',
  'ask.heading': 'What the articles say:',
  'ask.short': 'In short: {answer}',
  'demo.note': 'From the demonstration articles, which step aside once you add your own.',
} as const;

export type MessageKey = keyof typeof english;
