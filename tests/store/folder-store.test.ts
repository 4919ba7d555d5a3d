import { openFolderStore } from '../../src/store/folder-store.ts';
import { articleStoreContract } from './contract.ts';
import { makeFolders } from './temporary-folder.ts';

articleStoreContract('the folder store', async () => {
  const folders = await makeFolders();
  const store = await openFolderStore(folders);
  return {
    store,
    end: async () => {
      await store.close();
      await folders.clear();
    },
  };
});
