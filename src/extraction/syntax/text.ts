import type { Article } from '../../article/article.ts';
import { type Document, openDocument } from './document.ts';
import { findNames, type Name } from './names.ts';
import { findPhrases, indexNames, type Phrases } from './phrases.ts';

/** A document with its names and noun phrases: what every reader of facts starts from. */
export interface Text {
  readonly document: Document;
  readonly names: {
    readonly list: readonly Name[];
    /** For each token the name that it belongs to, titles excluded. */
    readonly at: readonly (Name | undefined)[];
  };
  readonly phrases: Phrases;
}

export function openText(article: Article): Text {
  const document = openDocument(article);
  const list = findNames(document);
  const at = indexNames(document.tokens.length, list);
  return { document, names: { list, at }, phrases: findPhrases(document, at) };
}
