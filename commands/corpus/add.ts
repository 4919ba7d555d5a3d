import { randomUUID } from 'node:crypto';
import { faultMessage } from '../../src/command/answering.ts';
import type { Command, Context, GivenFile, OptionValues } from '../../src/command/command.ts';
import { type Keeper, mustBeHere, mustKeep } from '../../src/command/keeping/access.ts';
import { draftActions, pasteForm, shownDraft } from '../../src/command/keeping/draft-actions.ts';
import { textOption } from '../../src/command/options.ts';
import { Refusal } from '../../src/command/refusal.ts';
import { refusedReply } from '../../src/command/replies.ts';
import {
  type Entry,
  type Message,
  type Reply,
  countPart,
  field,
  message,
  plainEntry,
} from '../../src/command/reply.ts';
import type { Taken } from '../../src/intake/taken.ts';
import { asRevision, beginDraft, changeDraft, isCrowding, previewDraft } from '../../src/keeping/draft.ts';
import { ownArticle } from '../../src/keeping/change.ts';
import type { Draft } from '../../src/store/server-store.ts';

const FILES = ['file', 'file2', 'file3', 'file4', 'file5'] as const;

/** Takes in articles by link or as files, and shows what was understood before anything is saved. */
export const corpusAdd: Command = {
  name: 'corpus add',
  description: 'corpus.add.description',
  options: { link: textOption('corpus.add.link') },
  files: Object.fromEntries(FILES.map((name) => [name, 'corpus.add.file'] as const)),
  access: 'manage-messages',
  answersBare: true,
  run: (options, context) => {
    mustKeep(context);
    return takeIn(options, context);
  },
  examples: () => [],
  actions: draftActions,
};

/** The same for members who may not save, but suggest. */
export const suggest: Command = {
  name: 'suggest',
  description: 'suggest.description',
  options: { link: textOption('corpus.add.link') },
  files: { file: 'corpus.add.file' },
  answersBare: true,
  form: ({ link }, { keeping, actor, files = {} }) => {
    const isBare = link === undefined && Object.keys(files).length === 0;
    const isHere = keeping !== undefined && actor.guildId !== undefined;
    return isBare && isHere ? pasteForm : undefined;
  },
  run: takeIn,
  examples: () => [],
};

function takeIn({ link }: OptionValues, context: Context): Promise<Reply> {
  const given = Object.values(context.files ?? {});
  return takeInAll(link === undefined ? [] : [link], given, context);
}

/** What was taken in, or what kept it from being so. */
type TakenIn =
  | { readonly name: string; readonly draft: Draft }
  | { readonly name: string; readonly fault: Message };

/**
 * What members give is fetched for them, which is not to be made others' sites' burden.
 * @throws Refusal where a member has given much of late
 */
function mustNotCrowd({ keeping, guildId, userId, rights }: Keeper): void {
  if (!rights.has('manage-messages') && isCrowding(keeping, guildId, userId))
    throw new Refusal(message('suggest.many'));
}

/** Takes in links and files; of one shows its card, of several what there is. */
export async function takeInAll(
  links: readonly string[],
  files: readonly GivenFile[],
  context: Context,
): Promise<Reply> {
  const keeper = mustBeHere(context);
  mustNotCrowd(keeper);
  const { takeLink, takeFile } = keeper.keeping.intake;
  const group = randomUUID();
  const taking = [
    ...links.map((link) => ({
      name: link,
      from: { kind: 'link' as const, host: hostOf(link) },
      take: () => takeLink(link),
    })),
    ...files.map((file) => ({
      name: file.name,
      from: { kind: 'file' as const },
      take: () => takeFile(file),
    })),
  ];
  const all = await Promise.all(
    taking.map(({ name, from, take }): Promise<TakenIn> =>
      begin(take, from, group, keeper).then(
        (draft) => ({ name, draft }),
        (error: unknown) => ({ name, fault: faultMessage(error, '/corpus add', context) }),
      ),
    ),
  );
  const [first, ...others] = all;
  if (first === undefined) return refusedReply(message('corpus.add.nothing'));
  if (others.length > 0) return severalReply(all, group, keeper);
  return 'draft' in first ? shownDraft(first.draft, keeper) : refusedReply(first.fault);
}

async function begin(
  take: () => Promise<Taken>,
  from: Draft['from'],
  group: string,
  { keeping, guildId, userId, rights }: Keeper,
): Promise<Draft> {
  const taken = await take();
  // What the page says of its own address counts, not what was typed.
  const origin = from.kind === 'link' && taken.url ? { ...from, host: hostOf(taken.url) } : from;
  return beginDraft(keeping, {
    taken,
    from: origin,
    guildId,
    by: userId,
    kind: 'draft',
    isUnshown: !rights.has('manage-messages'),
    group,
  });
}

const hostOf = (link: string): string =>
  URL.canParse(link) ? new URL(link).hostname.replace(/^www\./u, '') : '?';

function severalReply(all: readonly TakenIn[], group: string, keeper: Keeper): Reply {
  const isKeeper = keeper.rights.has('manage-messages');
  const drafts = all.flatMap((each) => ('draft' in each ? each.draft : []));
  return {
    outcome: 'guide',
    isPrivate: true,
    heading: message('draft.several', { count: countPart(drafts.length) }),
    entries: all.map((each) => severalEntry(each, keeper)),
    notes: [message(isKeeper ? 'draft.kept' : 'draft.kept.suggestion')],
    choices: [],
    controls: [
      ...(isKeeper && drafts.length > 0
        ? [
            {
              kind: 'button',
              label: 'draft.save.all',
              action: 'draft.save.all',
              argument: group,
            } as const,
          ]
        : []),
      ...(drafts.length === 0
        ? []
        : [
            {
              kind: 'select',
              prompt: 'draft.open',
              action: 'draft.open',
              options: drafts.map((draft) => ({
                value: draft.id,
                label: message('draft.title.bare', { title: field(titleOf(draft, keeper)) }),
                isChosen: false,
              })),
            } as const,
          ]),
    ],
  };
}

function severalEntry(each: TakenIn, keeper: Keeper): Entry {
  if ('fault' in each)
    return plainEntry(message('draft.failed', { name: field(each.name), fault: each.fault }));
  const { article, warnings, isBlocked, alike, known } = preview(each.draft, keeper);
  const count = warnings.length + alike.length + (known === undefined ? 0 : 1);
  const key = isBlocked ? 'draft.line.blocked' : count > 0 ? 'draft.line.warned' : 'draft.line';
  return plainEntry(
    message(key, { title: field(article.title), count: countPart(count), id: field(article.id) }),
  );
}

const preview = (draft: Draft, { keeping, corpus, guildId }: Keeper) =>
  previewDraft(draft, corpus, keeping.shelfOf(guildId));

const titleOf = (draft: Draft, keeper: Keeper): string => preview(draft, keeper).article.title;

/** A file in the place of an article's words. */
export async function replaceByFile(
  id: string,
  file: GivenFile,
  context: Context,
): Promise<Reply> {
  const keeper = mustKeep(context);
  const { keeping, guildId, corpus } = keeper;
  const article = ownArticle(id, guildId, corpus, keeping);
  const take = (): Promise<Taken> => keeping.intake.takeFile(file);
  const draft = await begin(take, { kind: 'file' }, randomUUID(), keeper);
  return shownDraft(await changeDraft(keeping, draft, asRevision(article)), keeper);
}
