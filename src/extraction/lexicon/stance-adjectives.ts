import type { StanceRow } from './stance-entry.ts';

// Written for this project, in the manner of `stance-cues.ts`.

/** After a copula or beside a noun: the noun holds, the target follows. */
export const ADJECTIVES: readonly StanceRow[] = [
  {
    frame: 'adjective',
    polarity: 'supports',
    weight: 'firm',
    cues: `in favor of, in favour of, supportive of, behind, for, all for, committed to, devoted to, dedicated to, loyal to, faithful to,
      grateful for, grateful to, thankful for, proud of, fond of, enthusiastic about, excited about, thrilled with,
      thrilled about, thrilled by, delighted with, delighted by, delighted at, pleased with, pleased by, pleased at, happy with, happy about,
      satisfied with, confident in, bullish on, keen on, eager for, appreciative of, complimentary of, impressed by,
      impressed with, inspired by, encouraged by, heartened by, gratified by, gung-ho about, on board with, in agreement with, in accord with,
      in step with, in lockstep with, aligned with, allied with, sympathetic to, sympathetic toward, at ease with,
      comfortable with, fully behind, firmly behind, squarely behind, solidly behind, on the side of, in support of, on side with, sold on`,
  },
  {
    frame: 'adjective',
    polarity: 'supports',
    weight: 'hedged',
    cues: `open to, amenable to, receptive to, willing to accept, ready for, prepared for, ready to accept,
      prepared to accept, inclined toward, inclined towards, interested in, curious about, optimistic about,
      hopeful about, content with, fine with, okay with, ok with, relaxed about, resigned to, favorable to, favourable to, flexible on, flexible about`,
  },
  {
    frame: 'adjective',
    polarity: 'opposes',
    weight: 'firm',
    cues: `against, opposed to, critical of, contemptuous of, scornful of, dismissive of, disdainful of, hostile to,
      hostile toward, hostile towards, averse to, allergic to, intolerant of, antagonistic to, antagonistic toward,
      furious at, furious with, furious about, furious over, angry at, angry with, angry about, angry over,
      outraged by, outraged at, outraged over, incensed by, incensed at, incensed over, livid about, livid at, livid over, irate over,
      appalled by, appalled at, disgusted by, disgusted with, disgusted at, disappointed by, disappointed in,
      disappointed with, dismayed by, dismayed at, alarmed by, alarmed at, shocked by, horrified by, offended by, upset with,
      upset about, upset over, upset by, unhappy with, unhappy about, dissatisfied with, displeased with,
      frustrated with, frustrated by, fed up with, sick of, tired of, weary of, ashamed of, embarrassed by,
      concerned about, concerned by, concerned over, worried about, worried by, worried over, troubled by,
      disturbed by, afraid of, fearful of, terrified of, scared of, bitter about, bitter over, resentful of,
      at odds with, at loggerheads with, out of step with, in opposition to, at war with, up in arms over, up in arms about,
      unimpressed by, unimpressed with, unmoved by, deaf to, intent on blocking, dead set against, dead against, set against,
      adamant against, strongly against, firmly against, staunchly against, unwilling to accept, unwilling to support,
      unwilling to back, incompatible with, irreconcilable with, jealous of, envious of, disrespectful of, disrespectful to, disrespectful toward`,
  },
  {
    frame: 'adjective',
    polarity: 'opposes',
    weight: 'hedged',
    cues: `wary of, leery of, skeptical of, skeptical about, skeptical that, sceptical of, sceptical about, sceptical that,
      cautious about, cautious of, lukewarm on, lukewarm about, lukewarm toward, cool to, cool toward, cool on, reluctant to,
      reluctant about, uneasy about, uneasy with, uneasy over, uncomfortable with, nervous about, suspicious of, distrustful of,
      doubtful about, doubtful of, dubious about, dubious of, pessimistic about, hesitant about, hesitant to, unsure about, unenthusiastic about, unconvinced by, unconvinced of, not sold on`,
  },
  {
    frame: 'adjective',
    polarity: 'mixed',
    weight: 'hedged',
    cues: `undecided on, undecided about, undecided over, ambivalent about, ambivalent on, ambivalent toward, neutral on,
      neutral about, agnostic on, agnostic about, noncommittal on, noncommittal about, non-committal on, non-committal about,
      torn over, torn about, torn on, of two minds about, in two minds about, divided on, divided over, divided about, split on, split over, indifferent to, on the fence about, on the fence over`,
  },
];
