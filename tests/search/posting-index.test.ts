import { createPostingIndex } from '../../src/search/posting-index.ts';
import { passageIndexContract } from './passage-index-contract.ts';

passageIndexContract('the index in memory', 100, () => ({
  openIndex: () => createPostingIndex(),
  begin: () => Promise.resolve(),
}));
