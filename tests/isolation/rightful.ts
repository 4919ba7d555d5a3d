import type { Ground } from './ground.ts';
import { cardAsking, commandOf, formOf, menuOf, pressOf } from './interactions.ts';
import { digestOf } from './names.ts';
import { ALFA, type Actor } from './places.ts';
import type { Seeded } from './seed.ts';
import type { Interaction } from './wire.ts';

// What those do who may: by the same ways that others try.

/** What those who may are shown: everything that is planted. */
export function readingsOf(keeper: Actor, { handles }: Seeded): readonly Interaction[] {
  const [vault = '', wharf = '', mill = ''] = handles.articles;
  const [ondra = '', bela = ''] = handles.asked;
  const command = (name: string, options: Readonly<Record<string, string>> = {}) =>
    commandOf(keeper, name, options);
  return [
    command('articles'),
    command('source', { ref: `${vault} 1` }),
    command('source', { ref: `${vault} 3` }),
    command('source', { ref: `${wharf} 1` }),
    command('quote', { who: ondra }),
    command('who-is', { who: ondra }),
    command('stance', { who: bela }),
    command('who-attended', { event: 'talks in Lisbon' }),
    command('timeline', { about: ondra }),
    command('search', { words: 'vault' }),
    command('ask', { question: 'Who opposes the toll?' }),
    command('corpus check'),
    command('corpus undo'),
    command('corpus export', { history: 'yes' }),
    command('corpus history', { article: wharf }),
    command('corpus history', { article: `${wharf} 4` }),
    command('corpus history', { article: `${mill} 3` }),
    command('corpus edit', { article: vault, paragraph: '1' }),
    command('corpus edit', { article: vault }),
    command('corpus remove', { article: vault }),
    command('feeds list'),
    command('review'),
    ...handles.keys.map((place) => command('review', { place })),
    command('review', { place: `${vault} 1` }),
    command('settings'),
    ...handles.drafts.map((id) =>
      pressOf(keeper, 'v1|do|draft.open|', cardAsking(), { kind: 3, values: [id] }),
    ),
    pressOf(keeper, 'v1|do|feeds.open|', cardAsking(), { kind: 3, values: [handles.feed.id] }),
    commandOf(keeper, 'source', { ref: 'v' }, { focused: 'ref' }),
    commandOf(keeper, 'feeds pause', { feed: '' }, { focused: 'feed' }),
    menuOf(keeper, 'Find evidence', {
      ...cardAsking(),
      text: `“The vault will be shut on Friday,” ${ondra} told reporters in Geneva.`,
      by: keeper.userId,
    }),
  ];
}

/** What those who may change, of the kinds of things that others have tried. */
export function changesOf(keeper: Actor, ground: () => Ground) {
  const alfa = () => ground().planted(ALFA).handles;
  const buttons = () => ground().targets.get(ALFA)?.buttons ?? [];
  const press = (id: string, on = cardAsking()) => pressOf(keeper, id, on);
  const form = (id: string, fields: Readonly<Record<string, string>>, on = cardAsking()) =>
    formOf(keeper, id, { reason: 'because', ...fields }, on);
  const draft = (at: number): string => alfa().drafts[at] ?? '';
  const place = 'vaultalfa 1';
  const rows: Readonly<Record<string, () => Interaction>> = {
    'a draft is saved': () => press(`v1|do|draft.save|${draft(0)}`),
    'a draft is changed': () => form(`v1|do|draft.edit.send|${draft(1)}`, { title: 'Another' }),
    'a draft is given up': () => press(`v1|do|draft.cancel|${draft(1)}`),
    'what a feed brought is saved': () =>
      press(buttons().find((id) => id.includes('review.feed.save')) ?? ''),
    'a reading is put right': () =>
      form(
        `v1|do|review.nobody.send|p.${alfa().facts[0] ?? ''}`,
        {},
        cardAsking(`/review place: ${place}`),
      ),
    'a feed is paused': () => press(`v1|do|feeds.pause|${alfa().feed.id}`),
    'a feed is removed': () => commandOf(keeper, 'feeds remove', { feed: alfa().feed.url }),
    'a paragraph is edited': () =>
      form('v1|do|corpus.edit.send|1', { place, words: 'Other words.' }),
    'an article is removed': () => form('v1|do|corpus.remove.send|4', { place: 'wharfalfa' }),
    'a version is put back': () =>
      form('v1|do|history.restore.send|4.9', {}, cardAsking('/corpus history article: wharfalfa')),
    'an article is imported': () =>
      commandOf(
        keeper,
        'corpus import',
        {},
        { files: { file: { name: 'out.zip', url: `${ground().wire.origin}/files/out.zip` } } },
      ),
    'a change is undone': () => form('v1|do|undo.send|10', {}),
    'a report is decided': () => form('v1|do|review.upheld|r.e00alfa', {}),
    'the settings are changed': () =>
      pressOf(keeper, 'v1|do|settings.cooldown|', cardAsking(), { kind: 3, values: ['60'] }),
    'the log channel is set': () =>
      pressOf(keeper, 'v1|do|settings.log|', cardAsking(), { kind: 8, values: [ALFA.channel] }),
    'a card is taken away': () => press(`v1|do|card.remove|1.${alfa().card}`),
    'an article is erased': () =>
      form(`v1|do|corpus.erase.send|${digestOf('vaultalfa')}`, { id: 'vaultalfa' }),
  };
  return Object.entries(rows).map(([name, interaction]) => ({ name, interaction }));
}
