import { memoryServerStore } from '../../src/store/folder-server-store.ts';
import { DEFAULT_SETTINGS, type ServerStore } from '../../src/store/server-store.ts';

/** A server in which members may ask as fast as a test can. */
export async function patientServers(guildId: string): Promise<ServerStore> {
  const servers = memoryServerStore();
  await servers.saveSettings(guildId, { ...DEFAULT_SETTINGS, cooldown: 0 });
  return servers;
}
