import * as z from 'zod';

/** What was read out of a page; it passes from the worker as this schema checks. */
export const readPageSchema = z.object({
  title: z.string().exactOptional(),
  date: z.string().exactOptional(),
  publisher: z.string().exactOptional(),
  canonical: z.string().exactOptional(),
  authors: z.array(z.string()),
  /** Markdown; empty where no article was found. */
  body: z.string(),
  gate: z.enum(['consent', 'teaser']).exactOptional(),
});

export type ReadPage = Readonly<z.output<typeof readPageSchema>>;
