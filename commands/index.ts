import type { Command, MessageCommand } from '../src/command/command.ts';
import { articles } from './articles.ts';
import { addToCorpus } from './corpus/add-message.ts';
import { corpusAdd, suggest } from './corpus/add.ts';
import { corpusCheck } from './corpus/check.ts';
import { corpusEdit } from './corpus/edit.ts';
import { corpusErase } from './corpus/erase.ts';
import { corpusExport } from './corpus/export.ts';
import { corpusHistory } from './corpus/history.ts';
import { corpusImport } from './corpus/import.ts';
import { corpusPaste } from './corpus/paste.ts';
import { corpusRemove } from './corpus/remove.ts';
import { corpusUndo } from './corpus/undo.ts';
import { ask } from './ask.ts';
import { feedsAdd } from './feeds/add.ts';
import { feedsList } from './feeds/list.ts';
import { feedsPause, feedsRemove, feedsResume } from './feeds/one.ts';
import { findEvidenceCommand } from './find-evidence.ts';
import { help } from './help.ts';
import { privacy } from './privacy.ts';
import { quote } from './quote.ts';
import { review } from './review.ts';
import { search } from './search.ts';
import { settings } from './settings.ts';
import { source } from './source.ts';
import { stance } from './stance.ts';
import { timeline } from './timeline.ts';
import { whoAttended } from './who-attended.ts';
import { whoIs } from './who-is.ts';

/** Every slash command, in the order in which help lists them. */
export const commands: readonly Command[] = [
  whoAttended,
  quote,
  whoIs,
  stance,
  ask,
  timeline,
  search,
  source,
  articles,
  help,
  privacy,
  suggest,
  corpusAdd,
  corpusPaste,
  corpusEdit,
  corpusRemove,
  corpusHistory,
  corpusUndo,
  corpusExport,
  corpusImport,
  corpusCheck,
  corpusErase,
  feedsAdd,
  feedsList,
  feedsPause,
  feedsResume,
  feedsRemove,
  review,
  settings,
];

/** Every command of a message's menu. */
export const messageCommands: readonly MessageCommand[] = [findEvidenceCommand, addToCorpus];
