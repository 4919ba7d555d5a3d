// Written for this project: nouns for what somebody makes, decides or undertakes, and so stands for.

const WORDS = `plan plans proposal proposals policy policies order orders bill bills legislation budget budgets
  blueprint agenda initiative initiatives program programme programs programmes strategy strategies tariff tariffs
  ban bans decision decisions declaration effort efforts push bid drive crackdown veto vetoes
  lawsuit lawsuits suit amendment amendments measure measures resolution resolutions reform reforms overhaul
  rule rules regulation regulations directive directives decree decrees doctrine platform pledge pledges promise
  promises vow commitment commitments demand demands offer offers appeal nominee nominees nomination appointee
  appointees pick choice sanctions restrictions moratorium rollback repeal withdrawal
  embargo boycott blockade quarantine mandate mandates crusade mission quest
  vision idea ideas suggestion suggestions recommendation recommendations framework
  scheme roadmap package ceasefire approach stance position views view theory philosophy ideology`;

export const ownActs: ReadonlySet<string> = new Set(WORDS.trim().split(/\s+/u));
