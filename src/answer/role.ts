import type { Article } from '../article/article.ts';
import { type Citation, cite } from '../article/citation.ts';
import type { Member } from '../search/cast.ts';
import { standsAlone } from '../search/role.ts';

/** An entity's roles, in the article's words, that say something beside its name on a card. */
export const rolesOf = (article: Article, { roles }: Pick<Member, 'roles'>): readonly Citation[] =>
  roles.filter((role) => standsAlone(article, role)).map((role) => cite(article, role));
