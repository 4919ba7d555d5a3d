import type { Article } from '../../src/article/article.ts';
import { cite } from '../../src/article/citation.ts';
import type { Acted, Command, Context, Pressed } from '../../src/command/command.ts';
import { mustKeep } from '../../src/command/keeping/access.ts';
import { kindOf, whyMessage } from '../../src/command/keeping/change-list.ts';
import { changedActed } from '../../src/command/keeping/changed.ts';
import { dayOf, memberPart } from '../../src/command/keeping/origin.ts';
import { ownArticleOption } from '../../src/command/options.ts';
import { Refusal } from '../../src/command/refusal.ts';
import {
  type ButtonControl,
  type Entry,
  type Form,
  type Message,
  type Question,
  type Reply,
  field,
  message,
  plainEntry,
  under,
} from '../../src/command/reply.ts';
import { isArticleId } from '../../src/article/article.ts';
import { changesBetween, historyOf } from '../../src/keeping/history.ts';
import { restoreVersion } from '../../src/keeping/change.ts';
import { KeepingError } from '../../src/keeping/keeping-error.ts';
import type { Change } from '../../src/store/article-store.ts';
import { reasonField } from '../../src/command/keeping/ruling-forms.ts';

/** Who changed an article, when and why; what each change was; and back to how it was. */
export const corpusHistory: Command = {
  name: 'corpus history',
  description: 'corpus.history.description',
  // Of an article that is gone, too, which no list offers.
  options: { article: ownArticleOption },
  access: 'manage-messages',
  answersBare: true,
  run: ({ article }, context) => {
    if (article === undefined) throw new Refusal(message('corpus.which'));
    const { id, revision } = readVersion(article);
    return revision === undefined
      ? historyReply(id, context)
      : versionReply(id, revision, context);
  },
  examples: () => [],
  actions: {
    'history.show': show,
    'history.all': showAll,
    'history.restore': startRestore,
    'history.restore.send': restore,
  },
};

const MOST_VERSIONS = 25;

/** Asks for one version, `riyadh-talks 12`, so that its other pages can be asked for, too. */
const questionOf = (id: string, revision?: number): Question => ({
  command: 'corpus history',
  options: { article: revision === undefined ? id : `${id} ${revision}` },
});

function readVersion(article: string): { readonly id: string; readonly revision?: number } {
  const [id = '', revision] = article.trim().split(/\s+/u);
  return revision === undefined ? { id } : { id, revision: Number(revision) };
}

async function historyReply(id: string, context: Context): Promise<Reply> {
  const { keeping, guildId } = mustKeep(context);
  const versions = (await historyOf(keeping, guildId, id)).toReversed().slice(0, MOST_VERSIONS);
  if (versions.length === 0) throw new KeepingError('keeping.gone', { id });
  return {
    outcome: 'guide',
    isPrivate: true,
    heading: message('history.heading', { id: field(id) }),
    entries: versions.map((version) => plainEntry(versionLine(version))),
    notes: [],
    choices: [],
    controls: [
      {
        kind: 'select',
        prompt: 'history.pick',
        action: 'history.show',
        options: versions.map((version) => ({
          value: String(version.revision),
          label: versionLabel(version),
          isChosen: false,
        })),
      },
    ],
  };
}

/** `Version 12 · 3 Mar 2025 · @mo · edited: a slip` */
const versionLine = (change: Change): Message =>
  message('history.line', {
    revision: field(change.revision),
    day: dayOf(change.at),
    user: memberPart(change.actor),
    what: message(kindOf(change)),
    why: whyMessage(change.reason),
  });

/** The same on one line of a menu, which shows nobody's name. */
const versionLabel = (change: Change): Message =>
  message('history.label', {
    revision: field(change.revision),
    day: dayOf(change.at),
    what: message(kindOf(change)),
    why: whyMessage(change.reason),
  });

/** The article whose history a card shows. */
function articleOn({ question }: Pressed): string {
  const article = question?.options['article'];
  if (question?.command !== 'corpus history' || article === undefined)
    throw new Refusal(message('press.unreadable'));
  return readVersion(article).id;
}

async function show(pressed: Pressed, context: Context): Promise<Acted> {
  const id = articleOn(pressed);
  const revision = Number(pressed.chosen[0]);
  const reply = await versionReply(id, revision, context);
  return { kind: 'reply', reply, question: questionOf(id, revision), isInPlace: true };
}

async function versionReply(id: string, revision: number, context: Context): Promise<Reply> {
  const { keeping, guildId } = mustKeep(context);
  const versions = await historyOf(keeping, guildId, id);
  const version = versions.find((each) => each.revision === revision);
  if (version === undefined) throw new KeepingError('keeping.gone', { id });
  const { before, after } = await changesBetween(keeping, guildId, version, versions);
  const isNewest = version === versions.at(-1);
  return {
    outcome: 'guide',
    isPrivate: true,
    heading: message('history.version', { id: field(id), revision: field(revision) }),
    entries: [
      plainEntry(versionLine(version)),
      ...under(message('history.before'), before.map(quoteEntry)),
      ...under(message('history.after'), after.map(quoteEntry)),
      ...(before.length + after.length === 0 ? [plainEntry(message('history.same'))] : []),
    ],
    notes: [],
    choices: [],
    controls: [
      ...(version.kind === 'remove' || isNewest
        ? []
        : [restoreButton(`${revision}.${versions.at(-1)?.revision ?? 0}`)]),
      { kind: 'button', label: 'history.all', action: 'history.all' },
    ],
  };
}

const restoreButton = (argument: string): ButtonControl => ({
  kind: 'button',
  label: 'history.restore',
  action: 'history.restore',
  argument,
});

/** Back from one version to the list of them. */
async function showAll(pressed: Pressed, context: Context): Promise<Acted> {
  const id = articleOn(pressed);
  const reply = await historyReply(id, context);
  return { kind: 'reply', reply, question: questionOf(id), isInPlace: true };
}

const quoteEntry = ({ article, paragraph }: Placed): Entry => {
  const span = article.paragraphs[paragraph - 1];
  return span === undefined
    ? []
    : [{ kind: 'quote', citation: cite(article, span), emphasis: [] }];
};

interface Placed {
  readonly article: Article;
  readonly paragraph: number;
}

function startRestore({ argument, ...pressed }: Pressed, context: Context): Promise<Acted> {
  mustKeep(context);
  articleOn({ argument, ...pressed });
  return Promise.resolve<Form>({
    kind: 'form',
    title: 'form.restore',
    action: 'history.restore.send',
    argument,
    fields: [reasonField],
  });
}

async function restore(pressed: Pressed, context: Context): Promise<Acted> {
  const keeper = mustKeep(context);
  const id = articleOn(pressed);
  if (!isArticleId(id)) throw new KeepingError('keeping.gone', { id });
  const reason = pressed.fields['reason'] ?? '';
  const [revision = 0, newest = 0] = pressed.argument.split('.').map(Number);
  const version = { id, revision, newest };
  const changed = await restoreVersion(keeper.keeping, keeper.change(reason), version);
  return changedActed(changed, {
    heading: message('restored.done', { id: field(id), revision: field(revision) }),
    notice: 'notice.restored',
    keeper,
    id,
    reason,
  });
}
