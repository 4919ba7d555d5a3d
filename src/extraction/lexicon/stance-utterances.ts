// Written for this project: words with which a speaker takes a side on what comes after them. Each
// stands in the speaker's own mouth: `our hearts go out to | the miners |`. Between commas.

const FOR = `
  thoughts are with, thoughts are tonight with, thoughts tonight are with, thoughts go out to,
  prayers are with, prayers go out to, prayers go to, thoughts go to, hearts are with,
  heart is with, hearts go out to, heart goes out to, hearts break for, heart breaks for,
  hearts ache for, heart aches for,
  condolences to, condolences go to, sympathies to, sympathies are with, sympathy and support to,
  sympathy to, best wishes to, good wishes to, good luck to, hats off to, kudos to, props to,
  congratulations to, congrats to, thank you to, thanks to all, many thanks to, bravo to, god bless,
  long live,
  proud to stand with, stand shoulder to shoulder with, stand side by side with,
  stand in solidarity with, join hands with, mourn with, mourn for, grieve with, grieve for,
  praying for, pray for, prayers for, rooting for,
  nothing wrong with, nothing improper about, nothing illegal about, nothing to fear from,
  nothing to hide in, no harm in, no shame in, no substitute for, no alternative to,
  no better choice than, no better person than, no better way than, no one better than,
  nobody better than, nothing better than, nobody is better than, best thing about,
  good thing about, beauty of,
  high time for, long past time for, past time for, time has come for, urgent need for, dire need for,
  strong case for, compelling case for, good reason for, every reason to, hooray for, cheers for, three cheers for, count me in on, bring on, all the best to, greatest respect for, utmost respect for, tremendous respect for, great respect for, deepest respect for, enormous respect for, nothing but respect for, nothing but praise for, deepest gratitude to, can't wait for, can’t wait for, look forward to working with, looking forward to working with, honored to have the support of, honored to serve with, honored to work with`;

const AGAINST = `
  shame on, boo on, to hell with, good riddance to, no place for, no place here for, no room for,
  no need for, no excuse for, no justification for, no basis for, no factual basis for,
  no legal basis for, no legitimate basis for, no rationale for, no reason for, no call for,
  no patience for, no patience with, no tolerance for, zero tolerance for, no sympathy for,
  no respect for, no confidence in,
  no use for, no appetite for, no support for, not much support for, little support for,
  little appetite for, not much appetite for, no time for, no defense for, no defence for,
  no acceptable explanation for, no good reason for, no legitimate reason for,
  no possible explanation for, no evidence for, no love for, no faith in, no trust in, no fan of,
  no big fan of,
  nothing good about, nothing fair about, nothing funny about, nothing presidential about,
  nothing conservative about, nothing right about, what's wrong with, what’s wrong with,
  what is wrong with, something wrong with, something is wrong with, everything wrong with,
  everything that's wrong with, everything that is wrong with, trouble with, problem with,
  serious problems with, serious concerns about, grave concerns about, deep concerns about,
  real concerns about, grave doubts about, serious doubts about, serious questions about,
  serious reservations about, worst thing about, last thing we need is, last thing america needs is,
  last thing this country needs is,
  had enough of, had it with, enough of, enough is enough with, had our fill of, can't stand, can’t stand, cannot stand, had no business, say no to, saying no to, hell no to, beware of, beware, cause for concern about, time to end, time to stop, time to, get rid of`;

export const utterances: readonly (readonly [string, 1 | -1])[] = [
  [FOR, 1],
  [AGAINST, -1],
];
