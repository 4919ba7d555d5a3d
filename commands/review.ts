import { cite } from '../src/article/citation.ts';
import { told } from '../src/command/answering.ts';
import type { Acted, Command, Context, Pressed } from '../src/command/command.ts';
import { type Keeper, mustKeep } from '../src/command/keeping/access.ts';
import { saved } from '../src/command/keeping/draft-actions.ts';
import {
  type Fact,
  type Place,
  factsAt,
  gatheringsAt,
  hidingRuling,
  namedIn,
  toFact,
} from '../src/command/keeping/fact.ts';
import { factCard, factMenu, itemReply } from '../src/command/keeping/review-card.ts';
import {
  type ReviewItem,
  factsOfItem,
  placesOf,
  readPlace,
  reviewQueue,
} from '../src/command/keeping/review-queue.ts';
import {
  ADDING,
  VERDICTS,
  nameIn,
  passageOf,
  reasonField,
} from '../src/command/keeping/ruling-forms.ts';
import { completeArticles, textOption } from '../src/command/options.ts';
import { Refusal } from '../src/command/refusal.ts';
import { refusedReply } from '../src/command/replies.ts';
import {
  type Form,
  type Message,
  type Question,
  type Reply,
  field,
  message,
  userMention,
} from '../src/command/reply.ts';
import type { Ruling } from '../src/extraction/correction.ts';
import { decideFact } from '../src/keeping/correction.ts';
import { isBlocking } from '../src/intake/taken.ts';
import { decideDraft, saveDrafts } from '../src/keeping/draft.ts';
import { KeepingError } from '../src/keeping/keeping-error.ts';

/** What waits for a moderator, one at a time; or what was read out of a passage, to put it right. */
export const review: Command = {
  name: 'review',
  description: 'review.description',
  options: { place: textOption('review.place', completeArticles) },
  access: 'manage-messages',
  answersBare: true,
  run: ({ place }, context) =>
    Promise.resolve(
      place === undefined ? reviewReply(context) : placeReply(place, mustKeep(context)),
    ),
  examples: () => [],
  actions: {
    'review.uphold': (pressed, context) => startVerdict('review.upheld', pressed, context),
    'review.dismiss': (pressed, context) => startVerdict('review.dismissed', pressed, context),
    'review.upheld': (pressed, context) => decideReports(true, pressed, context),
    'review.dismissed': (pressed, context) => decideReports(false, pressed, context),
    'review.hide': hideUntilDecided,
    'review.skip': skip,
    'review.drop': drop,
    'review.fact': showFact,
    'review.add': startAdding,
    'review.add.send': add,
    'review.feed.save': saveFeed,
    'review.feed.skip': skipFeed,
    ...Object.fromEntries(
      Object.keys(VERDICTS).flatMap((name) => [
        [name, (pressed: Pressed, context: Context) => startRuling(name, pressed, context)],
        [`${name}.send`, (pressed: Pressed, context: Context) => rule(name, pressed, context)],
      ]),
    ),
  },
};

const QUESTION: Question = { command: 'review', options: {} };

/** The first that waits, or the next one after another. */
function reviewReply(context: Context, after?: string): Reply {
  const keeper = mustKeep(context);
  const queue = reviewQueue(context, keeper);
  const next = queue[queue.findIndex(({ key }) => key === after) + 1] ?? queue[0];
  return next === undefined ? refusedReply(message('review.none')) : itemReply(next, queue, keeper);
}

/** What was read out of a passage. */
function placeReply(place: string, { corpus }: Keeper): Reply {
  const found = readPlace(place, corpus);
  if (found === undefined) throw new Refusal(message('review.gone', { place: field(place) }));
  const facts = factsAt([found]);
  const span = found.article.paragraphs[found.paragraph - 1];
  return {
    outcome: 'guide',
    isPrivate: true,
    heading: message(facts.length === 0 ? 'review.place.none' : 'review.place.heading', {
      place: field(place),
    }),
    entries:
      span === undefined
        ? []
        : [[{ kind: 'quote', citation: cite(found.article, span), emphasis: [] }]],
    notes: [],
    choices: [],
    controls: [...factMenu(facts, PLACE_KEY), ...addButton([found], PLACE_KEY)],
  };
}

/** The key of a passage that a moderator named: the card itself says which. */
const PLACE_KEY = 'p';

const addButton = (places: readonly Place[], key: string) =>
  gatheringsAt(places).length === 0
    ? []
    : [{ kind: 'button', label: 'review.add', action: 'review.add', argument: key } as const];

const shown = (reply: Reply, notice?: Message): Acted => ({
  kind: 'reply',
  reply,
  question: QUESTION,
  isInPlace: true,
  ...(notice === undefined ? {} : { notice }),
});

/** An item by its key, while it still waits. */
const findItem = (key: string, context: Context, keeper: Keeper): ReviewItem | undefined =>
  reviewQueue(context, keeper).find((item) => item.key === key);

function skip({ argument }: Pressed, context: Context): Promise<Acted> {
  return Promise.resolve(shown(reviewReply(context, argument)));
}

// Reports.

const formWith = (action: string, argument: string, fields: Form['fields']): Form => ({
  kind: 'form',
  title: 'review.title',
  action,
  argument,
  fields,
});

function startVerdict(action: string, { argument }: Pressed, context: Context): Promise<Acted> {
  mustKeep(context);
  const reason = {
    ...reasonField,
    label: 'review.reason',
    isLong: true,
    isRequired: false,
  } as const;
  return Promise.resolve(formWith(action, argument, [reason]));
}

async function decideReports(
  isUpheld: boolean,
  { argument, fields }: Pressed,
  context: Context,
): Promise<Acted> {
  const keeper = mustKeep(context);
  const isDecided = await closeReports(argument, context, keeper, {
    isUpheld,
    reason: (fields['reason'] ?? '').trim(),
  });
  if (!isDecided) return told(message('review.decided'));
  return shown(reviewReply(context, argument), decidedNotice(isUpheld, keeper));
}

const decidedNotice = (isUpheld: boolean, { userId }: Keeper): Message =>
  message(isUpheld ? 'notice.upheld' : 'notice.dismissed', { user: userMention('user', userId) });

interface Outcome {
  readonly isUpheld: boolean;
  readonly reason: string;
  readonly corrected?: { readonly was?: string; readonly is?: string };
}

/** Decides all the reports of an item alike; false where a colleague was faster. */
async function closeReports(
  key: string,
  context: Context,
  keeper: Keeper,
  outcome: Outcome,
): Promise<boolean> {
  const item = findItem(key, context, keeper);
  if (item?.kind !== 'report') return false;
  const verdict = { ...outcome, by: keeper.userId, at: new Date().toISOString() };
  const decided = await Promise.all(
    item.reports.map(({ id }) => context.servers.decideReport(id, verdict)),
  );
  for (const { id } of item.reports) await endHiding(id, outcome.isUpheld, keeper);
  return decided.some(Boolean);
}

/** Hides whatever the reported passages were read to say, until the report is decided. */
async function hideUntilDecided({ argument }: Pressed, context: Context): Promise<Acted> {
  const keeper = mustKeep(context);
  const item = findItem(argument, context, keeper);
  if (item?.kind !== 'report') return told(message('review.decided'));
  const until = item.reports[0]?.id ?? '';
  for (const fact of factsOfItem(item, keeper.corpus))
    await decideFact(keeper.keeping, keeper.change(until), {
      article: fact.article,
      fact: fact.key,
      ruling: hidingRuling(fact),
      isManager: keeper.rights.has('manage-server'),
      until,
    });
  const notice = message('notice.hidden', { user: userMention('user', keeper.userId) });
  return shown(reviewReply(context, argument), notice);
}

/** What was hidden is shown again where the report was not upheld, and stays hidden where it was. */
async function endHiding(reportId: string, isUpheld: boolean, keeper: Keeper): Promise<void> {
  const { corrections } = keeper.keeping.servers;
  for (const { id, until } of corrections.of(keeper.guildId))
    if (until === reportId)
      await corrections.change(id, (correction) => {
        if (correction === undefined || !isUpheld) return undefined;
        const { until: _, ...kept } = correction;
        return kept;
      });
}

// Facts.

const FACT_ID = /^(?<key>.+)\.(?<fact>[0-9a-f]{16})$/u;

/**
 * The fact that a button is about, and the key of the item that it belongs to.
 * @throws KeepingError where it is not read any more
 */
function factOf(
  { argument, question }: Pressed,
  context: Context,
  keeper: Keeper,
): { readonly key: string; readonly fact: Fact } {
  const { key = '', fact: id } = FACT_ID.exec(argument)?.groups ?? {};
  const fact = factsOfKey(key, question, context, keeper).find((each) => each.id === id);
  if (fact === undefined) throw new KeepingError('keeping.fact');
  return { key, fact };
}

function factsOfKey(
  key: string,
  question: Question | undefined,
  context: Context,
  keeper: Keeper,
): readonly Fact[] {
  if (key === PLACE_KEY) return factsAt(placesOfKey(key, question, context, keeper));
  const item = findItem(key, context, keeper);
  return item === undefined ? [] : factsOfItem(item, keeper.corpus);
}

function placesOfKey(
  key: string,
  question: Question | undefined,
  context: Context,
  keeper: Keeper,
): readonly Place[] {
  const item = key === PLACE_KEY ? undefined : findItem(key, context, keeper);
  if (item !== undefined) return placesOf(item, keeper.corpus);
  const place = readPlace(question?.options['place'] ?? '', keeper.corpus);
  return place === undefined ? [] : [place];
}

function showFact(pressed: Pressed, context: Context): Promise<Acted> {
  const keeper = mustKeep(context);
  const argument = `${pressed.argument}.${pressed.chosen[0] ?? ''}`;
  const { key, fact } = factOf({ ...pressed, argument }, context, keeper);
  return Promise.resolve({
    kind: 'reply',
    reply: factCard(fact, key, message('review.what')),
    question: pressed.question ?? QUESTION,
    isInPlace: true,
  });
}

function startRuling(name: string, pressed: Pressed, context: Context): Promise<Acted> {
  factOf(pressed, context, mustKeep(context));
  const fields = VERDICTS[name]?.fields ?? [];
  return Promise.resolve(formWith(`${name}.send`, pressed.argument, fields));
}

async function rule(name: string, pressed: Pressed, context: Context): Promise<Acted> {
  const keeper = mustKeep(context);
  const { key, fact } = factOf(pressed, context, keeper);
  const ruling = VERDICTS[name]?.rule(fact, pressed.fields);
  return decided(key, fact, ruling, pressed, context);
}

/** Keeps a ruling, ends the reports that it is about, and goes on to what waits next. */
async function decided(
  key: string,
  fact: Fact,
  ruling: Ruling | undefined,
  { fields }: Pressed,
  context: Context,
): Promise<Acted> {
  const keeper = mustKeep(context);
  const reason = (fields['reason'] ?? '').trim();
  const { isContested } = await decideFact(keeper.keeping, keeper.change(reason), {
    article: fact.article,
    fact: fact.key,
    ruling,
    isManager: keeper.rights.has('manage-server'),
  });
  const corrected = correctedOf(fact, ruling);
  await closeReports(key, context, keeper, {
    isUpheld: ruling !== undefined,
    reason,
    ...(ruling === undefined ? {} : { corrected }),
  });
  const notice = message(isContested === true ? 'notice.contested' : 'notice.corrected', {
    user: userMention('user', keeper.userId),
    place: field(`${fact.article.id} ¶${fact.paragraph}`),
    reason: field(reason),
  });
  return shown(reviewReply(context, key), notice);
}

/** Who was named, and who is; of stances and lists nobody else is named. */
function correctedOf(fact: Fact, ruling: Ruling | undefined): NonNullable<Outcome['corrected']> {
  const was = namedIn(fact)?.text;
  const is = ruling?.kind === 'speaker' ? ruling.name?.words : undefined;
  return { ...(was === undefined ? {} : { was }), ...(is === undefined ? {} : { is }) };
}

/** A decision whose words are gone is given up. */
async function drop({ argument }: Pressed, context: Context): Promise<Acted> {
  const { keeping, guildId, userId } = mustKeep(context);
  const { corrections } = keeping.servers;
  const known = corrections.get(argument.slice('c.'.length));
  if (known === undefined || known.guildId !== guildId || known.isContested === true)
    throw new KeepingError('keeping.fact');
  await corrections.change(known.id, () => undefined);
  const notice = message('notice.dropped', {
    user: userMention('user', userId),
    id: field(known.article),
  });
  return shown(reviewReply(context, argument), notice);
}

function startAdding({ argument }: Pressed, context: Context): Promise<Acted> {
  mustKeep(context);
  return Promise.resolve(formWith('review.add.send', argument, ADDING));
}

/** Somebody whom an article says to have been there, or not, and who was not read out of it. */
async function add(pressed: Pressed, context: Context): Promise<Acted> {
  const keeper = mustKeep(context);
  const { argument: key, question, fields } = pressed;
  const places = placesOfKey(key, question, context, keeper);
  const [gathering] = gatheringsAt(places);
  if (gathering === undefined) throw new KeepingError('keeping.fact');
  const { article } = gathering;
  const facts = keeper.corpus.reading(article.id)?.facts;
  if (facts === undefined) throw new KeepingError('keeping.gone', { id: article.id });
  const name = nameIn({ article, facts }, fields);
  const list = fields['verdict'] === 'absent' ? 'absent' : 'attended';
  const evidence = name;
  const fact = toFact(article, facts, { kind: 'attendee', gathering, name, list, evidence });
  const passage = passageOf(fact, fields);
  const added = toFact(article, facts, {
    kind: 'attendee',
    gathering,
    name,
    list,
    evidence: passage,
  });
  const ruling = hidingRuling(added);
  return decided(
    key,
    added,
    ruling.kind === 'attendee' ? { ...ruling, verdict: list } : ruling,
    pressed,
    context,
  );
}

// What came from a feed.

const draftsOf = (key: string, context: Context, keeper: Keeper) => {
  const item = findItem(key, context, keeper);
  return item?.kind === 'feed' ? item.drafts : [];
};

async function saveFeed({ argument }: Pressed, context: Context): Promise<Acted> {
  const keeper = mustKeep(context);
  const drafts = draftsOf(argument, context, keeper).filter(
    ({ warnings }) => !warnings.some(isBlocking),
  );
  if (drafts.length === 0) throw new KeepingError('keeping.draft');
  return saved(await saveDrafts(keeper.keeping, keeper.change(), drafts), keeper);
}

async function skipFeed({ argument }: Pressed, context: Context): Promise<Acted> {
  const keeper = mustKeep(context);
  for (const draft of draftsOf(argument, context, keeper))
    await decideDraft(keeper.keeping, draft, keeper.userId, false);
  return shown(reviewReply(context, argument));
}
