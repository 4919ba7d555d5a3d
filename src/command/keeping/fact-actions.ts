import type { Ruling } from '../../extraction/correction.ts';
import { decideFact } from '../../keeping/correction.ts';
import { KeepingError } from '../../keeping/keeping-error.ts';
import type { Acted, Actions, Context, Pressed } from '../command.ts';
import { type Question, field, message, userMention } from '../reply.ts';
import { type Keeper, mustKeep } from './access.ts';
import {
  type Fact,
  type Place,
  factsAt,
  gatheringsAt,
  hidingRuling,
  namedIn,
  toFact,
} from './fact.ts';
import { type Outcome, closeReports } from './report-actions.ts';
import { factCard } from './review-card.ts';
import { factsOfItem, placesOf, readPlace } from './review-queue.ts';
import { PLACE_KEY, QUESTION, decided, findItem, formWith, reviewActed } from './review-reply.ts';
import { ADDING, VERDICTS, nameIn, passageOf } from './ruling-forms.ts';

// What a moderator puts right about what was read out of articles.

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
    reply: factCard(fact, key, message('review.what'), keeper),
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
  return settle(key, fact, ruling, pressed, context);
}

/** Keeps a ruling, ends the reports that it is about, and goes on to what waits next. */
async function settle(
  key: string,
  fact: Fact,
  ruling: Ruling | undefined,
  { fields, question }: Pressed,
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
  return decided(key, question, context, notice);
}

/** Who was named, and who is; of stances and lists nobody else is named. */
function correctedOf(fact: Fact, ruling: Ruling | undefined): NonNullable<Outcome['corrected']> {
  const was = namedIn(fact)?.text;
  const is = ruling?.kind === 'speaker' ? ruling.name?.words : undefined;
  return { ...(was === undefined ? {} : { was }), ...(is === undefined ? {} : { is }) };
}

/** A decision whose words are gone is given up. */
async function drop({ argument }: Pressed, context: Context): Promise<Acted> {
  const keeper = mustKeep(context);
  const { keeping, userId } = keeper;
  const item = findItem(argument, context, keeper);
  const known = item?.kind === 'correction' ? item.correction : undefined;
  if (known === undefined || known.isContested === true) throw new KeepingError('keeping.fact');
  await keeping.servers.corrections.change(known.id, (now) => (now === known ? undefined : now));
  const notice = message('notice.dropped', {
    user: userMention('user', userId),
    id: field(known.article),
  });
  return reviewActed(context, argument, notice);
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
  return settle(
    key,
    added,
    ruling.kind === 'attendee' ? { ...ruling, verdict: list } : ruling,
    pressed,
    context,
  );
}

export const factActions: Actions = {
  'review.fact': showFact,
  'review.add': startAdding,
  'review.add.send': add,
  'review.drop': drop,
  ...Object.fromEntries(
    Object.keys(VERDICTS).flatMap((name) => [
      [name, (pressed: Pressed, context: Context) => startRuling(name, pressed, context)],
      [`${name}.send`, (pressed: Pressed, context: Context) => rule(name, pressed, context)],
    ]),
  ),
};
