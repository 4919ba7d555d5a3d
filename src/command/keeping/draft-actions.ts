import type { Article } from '../../article/article.ts';
import {
  type Saved,
  asRevision,
  beginDraft,
  changeDraft,
  decideDraft,
  isBlockedDraft,
  isUnshownNow,
  openDraft,
  previewDraft,
  readDraft,
  saveDrafts,
  suggestionsLeft,
  withFields,
  withWords,
} from '../../keeping/draft.ts';
import { readDate } from '../../intake/dates.ts';
import { takeText } from '../../intake/take-file.ts';
import { KeepingError } from '../../keeping/keeping-error.ts';
import type { Draft } from '../../store/server-store.ts';
import { told } from '../answering.ts';
import type { Acted, Actions, Context, Pressed } from '../command.ts';
import { Refusal } from '../refusal.ts';
import { refusedReply } from '../replies.ts';
import {
  type ButtonControl,
  type Form,
  type FormField,
  type Message,
  type Reply,
  countPart,
  field,
  message,
  userMention,
} from '../reply.ts';
import { type Keeper, mayKeep, mustBeHere, mustKeep } from './access.ts';
import { draftReply } from './draft-card.ts';

// What can be done with a draft, whatever it came from.

/** A draft's own card. */
export function shownDraft(draft: Draft, keeper: Keeper): Reply {
  const shelf = keeper.keeping.shelfOf(keeper.guildId);
  return draftReply(
    previewDraft(draft, keeper.corpus, shelf),
    keeper.rights.has('manage-messages'),
  );
}

/**
 * A draft that its own member may change until they suggest it, and whoever looks after the server at
 * any time: what a moderator has read is not exchanged for other words.
 * @throws Refusal for anybody else; KeepingError where it is gone
 */
function ownDraft({ argument }: Pressed, context: Context): { draft: Draft; keeper: Keeper } {
  const keeper = mustBeHere(context);
  const draft = openDraft(keeper.keeping, keeper.guildId, argument);
  const isOwn = draft.by === keeper.userId && isUnshownNow(draft);
  if (!isOwn && !mayKeep(context)) throw new Refusal(message('refused.right'));
  return { draft, keeper };
}

const inPlace = (reply: Reply): Acted => ({
  kind: 'reply',
  reply,
  question: undefined,
  isInPlace: true,
});

/** One of several drafts, chosen in a menu. */
function open(pressed: Pressed, context: Context): Promise<Acted> {
  const { draft, keeper } = ownDraft({ ...pressed, argument: pressed.chosen[0] ?? '' }, context);
  const reply = shownDraft(draft, keeper);
  return Promise.resolve({ kind: 'reply', reply, question: undefined, isInPlace: false });
}

async function save({ argument }: Pressed, context: Context): Promise<Acted> {
  const keeper = mustKeep(context);
  const draft = openDraft(keeper.keeping, keeper.guildId, argument);
  return saved(await saveDrafts(keeper.keeping, keeper.change(), [draft]), keeper);
}

/** Saves all the drafts that were begun together. */
async function saveAll({ argument }: Pressed, context: Context): Promise<Acted> {
  const keeper = mustKeep(context);
  const drafts = keeper.keeping.servers.drafts
    .of(keeper.guildId)
    .filter(({ group, decided }) => group === argument && decided === undefined);
  const whole = drafts.filter((draft) => !isBlockedDraft(draft));
  if (whole.length === 0) return told(message('keeping.draft'));
  return saved(await saveDrafts(keeper.keeping, keeper.change(), whole), keeper);
}

/** Says what was saved, lets it be asked about and undone, and tells the server. */
export function saved({ articles, revision }: Saved, { userId }: Keeper): Acted {
  const reply: Reply = {
    ...refusedReply(message('saved.heading', { count: countPart(articles.length) })),
    outcome: 'guide',
    choices: articles.slice(0, MOST_CHOICES).map(({ id, title }) => ({
      label: [field(title)],
      question: { command: 'source', options: { ref: `${id} 1` } },
    })),
    controls: [undoButton(revision)],
  };
  return {
    kind: 'reply',
    reply,
    question: undefined,
    isInPlace: true,
    notice: savedNotice(userId, articles),
  };
}

const MOST_CHOICES = 5;

export const undoButton = (revision: number): ButtonControl => ({
  kind: 'button',
  label: 'undo.button',
  action: 'undo.start',
  argument: String(revision),
});

/** `@mo saved "Talks in Riyadh" (talks-in-riyadh)`; of several the first and how many. */
function savedNotice(userId: string, articles: readonly Article[]): Message {
  const [first] = articles;
  return message('notice.saved', {
    user: userMention('user', userId),
    title: field(first?.title ?? ''),
    id: field(first?.id ?? ''),
    count: countPart(articles.length),
  });
}

async function revise(pressed: Pressed, context: Context): Promise<Acted> {
  const keeper = mustKeep(context);
  const { draft } = ownDraft(pressed, context);
  const { known } = previewDraft(draft, keeper.corpus, keeper.keeping.shelfOf(keeper.guildId));
  if (known === undefined) return inPlace(shownDraft(draft, keeper));
  return inPlace(shownDraft(await changeDraft(keeper.keeping, draft, asRevision(known)), keeper));
}

async function suggest(pressed: Pressed, context: Context): Promise<Acted> {
  const { draft, keeper } = ownDraft(pressed, context);
  const { keeping, guildId, userId } = keeper;
  // Counted in its turn, so that several at once are no more than so many.
  await changeDraft(keeping, draft, (each) => {
    if (each.kind !== 'draft') throw new KeepingError('keeping.draft');
    if (suggestionsLeft(keeping, guildId, userId) <= 0) throw new Refusal(message('suggest.most'));
    return { ...each, kind: 'suggestion' };
  });
  const reply = refusedReply(message('suggest.done'));
  const { title } = readDraft(draft);
  const notice = message('notice.suggested', {
    user: userMention('user', userId),
    title: field(title),
  });
  return { kind: 'reply', reply, question: undefined, isInPlace: true, notice };
}

async function cancel(pressed: Pressed, context: Context): Promise<Acted> {
  const { draft, keeper } = ownDraft(pressed, context);
  await decideDraft(keeper.keeping, draft, keeper.userId, false);
  return inPlace(refusedReply(message('draft.cancelled')));
}

const textField = (
  name: string,
  label: Extract<FormField, { kind: 'text' }>['label'],
  most: number,
  value = '',
): FormField => ({
  kind: 'text',
  name,
  label,
  isLong: false,
  isRequired: false,
  most,
  ...(value === '' ? {} : { value }),
});

const LONGEST_TITLE = 300;
const LONGEST_URL = 2000;
const LONGEST_NAME = 200;
const LONGEST_DATE = 40;

/** The fields of an article's front matter, to be filled in; an id in a title's place is none. */
export const fieldsOf = ({ id, title, date, publisher, url }: Article): FormField[] => [
  textField('title', 'form.title', LONGEST_TITLE, title === id ? '' : title),
  textField('date', 'form.date', LONGEST_DATE, date),
  textField('publisher', 'form.publisher', LONGEST_NAME, publisher),
  textField('url', 'form.url', LONGEST_URL, url),
];

function startEdit(pressed: Pressed, context: Context): Promise<Acted> {
  const { draft } = ownDraft(pressed, context);
  return Promise.resolve<Form>({
    kind: 'form',
    title: 'form.fields',
    action: 'draft.edit.send',
    argument: draft.id,
    fields: fieldsOf(readDraft(draft)),
  });
}

async function edit(pressed: Pressed, context: Context): Promise<Acted> {
  const { draft, keeper } = ownDraft(pressed, context);
  const { title = '', date = '', publisher = '', url = '' } = pressed.fields;
  const change = withFields({ title, date, publisher, url });
  return inPlace(shownDraft(await changeDraft(keeper.keeping, draft, change), keeper));
}

/** One field of a form holds so many characters. */
const FIELD_ROOM = 4000;

/** Three fields for a text that is too long for one; they are joined as they stand. */
const pasteFields = (): FormField[] =>
  (['form.text', 'form.text.second', 'form.text.third'] as const).map((label, at) => ({
    kind: 'text',
    name: `text${at + 1}`,
    label,
    isLong: true,
    isRequired: at === 0,
    most: FIELD_ROOM,
  }));

/**
 * What was pasted into three fields. Cut at a word, the next begins where the last ended; a member who
 * cuts at a paragraph leaves out the blank line.
 */
function pastedText({ text1 = '', text2 = '', text3 = '' }: Pressed['fields']): string {
  return [text1, text2, text3].reduce((whole, part) => {
    if (part.trim() === '') return whole;
    if (whole === '') return part;
    const isCut = whole.length >= FIELD_ROOM - 1 || /[^\s.!?…"”’)]$/u.test(whole);
    return isCut ? whole + part : `${whole.trimEnd()}\n\n${part.trimStart()}`;
  }, '');
}

function startPaste(pressed: Pressed, context: Context): Promise<Acted> {
  const { draft } = ownDraft(pressed, context);
  return Promise.resolve<Form>({
    kind: 'form',
    title: 'form.paste',
    action: 'draft.paste.send',
    argument: draft.id,
    fields: pasteFields(),
  });
}

async function paste(pressed: Pressed, context: Context): Promise<Acted> {
  const { draft, keeper } = ownDraft(pressed, context);
  const taken = takeText(pastedText(pressed.fields), {});
  return inPlace(shownDraft(await changeDraft(keeper.keeping, draft, withWords(taken)), keeper));
}

/** A text pasted without a draft to go under. */
async function pasteNew(pressed: Pressed, context: Context): Promise<Acted> {
  const keeper = mustBeHere(context);
  const { title = '', date = '' } = pressed.fields;
  const day = readDate(date);
  const taken = takeText(pastedText(pressed.fields), {
    ...(title.trim() === '' ? {} : { title }),
    ...(day === undefined ? {} : { date: day }),
  });
  // A form that is refused is gone with all that was pasted into it.
  const isUnread = date.trim() !== '' && day === undefined;
  const draft = await beginDraft(keeper.keeping, {
    taken: isUnread ? { ...taken, warnings: ['date', ...taken.warnings] } : taken,
    from: { kind: 'paste' },
    guildId: keeper.guildId,
    by: keeper.userId,
    kind: 'draft',
    isUnshown: !mayKeep(context),
  });
  return { kind: 'reply', reply: shownDraft(draft, keeper), question: undefined, isInPlace: false };
}

export const pasteForm: Form = {
  kind: 'form',
  title: 'form.paste',
  action: 'draft.new.send',
  fields: [
    ...pasteFields(),
    textField('title', 'form.title', LONGEST_TITLE),
    textField('date', 'form.date', LONGEST_DATE),
  ],
};

export const draftActions: Actions = {
  'draft.open': open,
  'draft.save': save,
  'draft.save.all': saveAll,
  'draft.revise': revise,
  'draft.suggest': suggest,
  'draft.cancel': cancel,
  'draft.edit': startEdit,
  'draft.edit.send': edit,
  'draft.paste': startPaste,
  'draft.paste.send': paste,
  'draft.new.send': pasteNew,
};
