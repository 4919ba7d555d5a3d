import * as z from 'zod';
import { isArticleId } from '../article/article.ts';
import type { ArticleStore } from '../store/article-store.ts';
import type { Erasure } from '../store/erasing/erasure.ts';
import { requestHandler, type RequestHandlers } from '../store/requests.ts';
import { restoreInto } from '../store/backup/restore.ts';
import type { ServerStore } from '../store/server-store.ts';
import { SHELF_NAME } from '../store/shelf-name.ts';
import { eraseAndTell } from './erase-script.ts';

const restoreSchema = z.object({ kind: z.literal('restore'), file: z.string() });

const discordId = z.string().regex(/^\d{1,20}$/u);

const eraseSchema = z.object({
  kind: z.literal('erase'),
  erasing: z.discriminatedUnion('what', [
    z.object({
      what: z.literal('article'),
      shelf: z.string().regex(SHELF_NAME),
      id: z.string().refine(isArticleId),
    }),
    z.object({ what: z.enum(['member', 'server']), id: discordId }),
  ]),
});

/** What the process that has DATA_DIR does for other commands. */
export const requestHandlers = (
  stores: {
    readonly articles: ArticleStore;
    readonly servers: ServerStore;
    readonly erasure: Erasure;
  },
  dataDir: string,
): RequestHandlers => ({
  restore: requestHandler(restoreSchema, ({ file }) => restoreInto(stores, dataDir, file)),
  erase: requestHandler(eraseSchema, ({ erasing }) => eraseAndTell(stores.erasure, erasing)),
});
