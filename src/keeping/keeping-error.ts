import { FaultError } from '../article/user-error.ts';

/** What can keep an article from being changed, in English; other languages have it by its key. */
export const KEEPING_FAULTS = {
  'keeping.gone':
    'There is no article “{id}” on this server’s shelf. Please choose one as its id is offered.',
  'keeping.base':
    '“{id}” is on the shelf that all servers share, which is not written from here. Please ask whoever runs the bot; a wrong reading of it can be corrected with /review.',
  'keeping.changed':
    'Somebody has changed “{id}” meanwhile. Please open it again and make your change anew.',
  'keeping.busy': 'Too many changes are being made at once. Please try again in a moment.',
  'keeping.paragraph': '“{id}” has the paragraphs 1 to {count}. Please choose one of them.',
  'keeping.same': 'That changes nothing, so nothing was saved.',
  'keeping.empty': 'That would leave no words. To take the article out, use /corpus remove.',
  'keeping.blocked':
    'This page is not the article itself. Please press “Paste the text” and give its words.',
  'keeping.draft': 'This draft is gone: it was saved, cancelled, or is older than a week.',
  'keeping.quota.articles':
    'This server keeps {count} articles, which is as many as it may. Please remove some, or ask whoever runs the bot for more room.',
  'keeping.quota.megabytes':
    'This server’s articles fill the {count} MB that they may. Please remove some, or ask whoever runs the bot for more room.',
  'keeping.quota.feeds':
    'This server follows {count} feeds, which is as many as it may. Please remove one first.',
  'keeping.undone':
    'This change cannot be undone as a whole: “{id}” was changed again later. Please restore it with /corpus history.',
  'keeping.contested':
    'Moderators disagree about this, so nobody is named until someone who manages the server decides.',
  'keeping.reason': 'A colleague decided otherwise. Please say why you reverse it.',
  'keeping.name':
    '“{name}” does not stand in {id}. Please give the name as the article spells it, and the paragraph where it stands.',
  'keeping.fact': 'This is not read out of the article any more; please open /review again.',
  'keeping.no.change': 'There is no such change any more, or nothing of it is left to undo.',
} as const;

export class KeepingError extends FaultError {
  override name = 'KeepingError';

  constructor(fault: keyof typeof KEEPING_FAULTS, params: FaultError['params'] = {}) {
    super(KEEPING_FAULTS, fault, params);
  }
}
