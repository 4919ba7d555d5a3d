import { stem } from '../../text/stems.ts';

// Written for this project: words for putting an end or a bar to something, or going against it.
// Whoever is for `a ban on X` is against X. By stems, so a word stands once for its family.
const ENDINGS = `
end ending cease cessation stop stopping stoppage halt terminate termination 
abolish abolition repeal revoke revocation rescind annul annulment cancel cancellation scrap scrapping
dismantle undo reverse reversal overturn overrule nullify invalidate void strike-down
ban prohibit prohibition outlaw bar forbid block blocking blockade prevent prevention stymie thwart
veto reject rejection defeat derail 
withdraw withdrawal pullout pull-out quit exit abandon abandonment 
cut reduce reduction curb control restrict restriction curtail shrink slash
remove removal oust ouster dismiss dismissal expel expulsion eliminate elimination strip defund
suspend suspension freeze delay postpone postponement
oppose opposition resist resistance against anti
sanction embargo boycott
impeach impeachment prosecute prosecution indict indictment sue lawsuit investigate investigation
inquiry probe censure
repatriate deport deportation evict eviction
lift lifting ease easing waive waiver exempt exemption
expire expiry lapse
`;

const endings = new Set(ENDINGS.trim().split(/\s+/u).map(stem));

/** Whether what stands behind a word of this stem is put an end to. */
export const isEnding = (stemmed: string): boolean => endings.has(stemmed);
