import { describe, expect, it } from 'vitest';
import {
  DEFAULT_SETTINGS,
  type MistakeReport,
  type ServerStore,
  type ShownCard,
} from '../../src/store/server-store.ts';

export const NOW = Date.parse('2025-02-18T12:00:00Z');
const DAY = 24 * 3_600_000;

export const report = (id: string, change: Partial<MistakeReport> = {}): MistakeReport => ({
  id,
  guildId: 'g',
  userId: 'mia',
  at: '2025-02-18T12:00:00Z',
  mistake: 'speaker',
  detail: 'It was the deputy.',
  places: ['talks 3'],
  ...change,
});

export const card = (messageId: string, change: Partial<ShownCard> = {}): ShownCard => ({
  guildId: 'g',
  channelId: 'c',
  messageId,
  ownerId: 'mia',
  at: new Date(NOW).toISOString(),
  articles: { talks: 'abc' },
  ...change,
});

/** What every ServerStore does, whatever it keeps its notes in; `open` gives an empty one, as of `NOW`. */
export function serverStoreContract(name: string, open: () => Promise<ServerStore>): void {
  describe(`what servers keep in ${name}`, () => {
    it('has settings as they come until some are saved, each server its own', async () => {
      const store = await open();
      expect(store.settings('g')).toEqual(DEFAULT_SETTINGS);
      await store.saveSettings('g', { ...DEFAULT_SETTINGS, cooldown: 30, channels: ['1'] });
      expect(store.settings('g')).toMatchObject({ cooldown: 30, channels: ['1'] });
      expect(store.settings('other')).toEqual(DEFAULT_SETTINGS);
    });

    it('gives a server its own reports, oldest first, with what was decided', async () => {
      const store = await open();
      await store.saveReport(report('1'));
      await store.saveReport(report('2'));
      await store.saveReport(report('3', { guildId: 'other' }));
      const verdict = { isUpheld: true, by: 'mo', at: '2025-02-19T00:00:00Z', reason: 'Right.' };
      await store.saveReport(report('1', { verdict }));
      expect(store.reports('g')).toEqual([report('1', { verdict }), report('2')]);
      expect(store.reportsBy('mia')).toBe(3);
    });

    it('forgets a card after 30 days, and one that is gone at once', async () => {
      const store = await open();
      await store.keepCard(card('new'));
      await store.keepCard(card('gone'));
      await store.keepCard(card('old', { at: new Date(NOW - 31 * DAY).toISOString() }));
      await store.dropCard('gone');
      expect(store.cards().map(({ messageId }) => messageId)).toEqual(['new']);
      expect(store.card('old')).toBeUndefined();
    });

    it('forgets a member everywhere', async () => {
      const store = await open();
      await store.saveReport(report('1'));
      await store.saveReport(report('2', { userId: 'sam' }));
      await store.keepCard(card('a'));
      expect(await store.forgetMember('mia')).toBe(1);
      expect(store.reports('g').map(({ id }) => id)).toEqual(['2']);
      expect(store.card('a')?.ownerId).toBe('');
    });

    it('loses an article of the base shelf in every server, one of a server in that alone', async () => {
      const store = await open();
      await store.keepCard(card('a'));
      await store.keepCard(card('b', { guildId: 'other' }));
      await store.saveReport(report('1', { guildId: 'other' }));
      await store.eraseArticle({ shelf: 'g', id: 'talks', sources: [] });
      expect(store.cards().map(({ articles }) => articles['talks'])).toEqual(['erased', 'abc']);
      expect(store.reports('other')).toHaveLength(1);
      await store.eraseArticle({ shelf: 'base', id: 'talks', sources: [] });
      expect(store.card('b')?.articles).toEqual({ talks: 'erased' });
      expect(store.reports('other')).toEqual([]);
    });

    it('goes with the server, and it is known who was left when', async () => {
      const store = await open();
      await store.keepCard(card('a'));
      await store.saveReport(report('1', { guildId: 'other' }));
      await store.noteLeft('g', '2025-02-18T12:00:00.000Z');
      await store.noteLeft('other', '2025-02-18T12:00:00.000Z');
      await store.noteLeft('other', undefined);
      expect(store.left()).toEqual([{ guildId: 'g', at: '2025-02-18T12:00:00.000Z' }]);
      expect(store.known().toSorted()).toEqual(['g', 'other']);
      await store.eraseServer('g');
      expect([store.known(), store.left(), store.cards()]).toEqual([['other'], [], []]);
    });
  });
}
