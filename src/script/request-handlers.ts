import * as z from 'zod';
import type { ArticleStore } from '../store/article-store.ts';
import { requestHandler, type RequestHandlers } from '../store/requests.ts';
import { restoreInto } from '../store/restore.ts';
import type { ServerStore } from '../store/server-store.ts';

const restoreSchema = z.object({ kind: z.literal('restore'), file: z.string() });

/** What the process that has DATA_DIR does for other commands. */
export const requestHandlers = (
  stores: { readonly articles: ArticleStore; readonly servers: ServerStore },
  dataDir: string,
): RequestHandlers => ({
  restore: requestHandler(restoreSchema, ({ file }) => restoreInto(stores, dataDir, file)),
});
