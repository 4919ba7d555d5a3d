import { told } from '../src/command/answering.ts';
import type { Acted, Command, Context, Pressed } from '../src/command/command.ts';
import { type Message, type Reply, countPart, message, plainEntry } from '../src/command/reply.ts';

export const privacy: Command = {
  name: 'privacy',
  description: 'privacy.description',
  options: {},
  answersBare: true,
  run: (_options, context) => Promise.resolve(privacyReply(context)),
  examples: () => [],
  actions: { 'privacy.forget': forget },
};

function privacyReply({ actor, servers }: Context): Reply {
  const count = servers.reportsBy(actor.userId);
  const lines: readonly Message[] = [
    message('privacy.questions'),
    message('privacy.cards'),
    message('privacy.reports'),
    message('privacy.drafts'),
    message('privacy.changes'),
    ...(count === 0 ? [] : [message('privacy.own', { count: countPart(count) })]),
    message('privacy.forgetting'),
    message('privacy.forgetting.name'),
    message('privacy.backups'),
  ];
  return {
    outcome: 'guide',
    isPrivate: true,
    heading: message('privacy.heading'),
    entries: lines.map((line) => plainEntry(line)),
    notes: [],
    choices: [],
    controls: [
      { kind: 'button', label: 'privacy.forget', action: 'privacy.forget', isDangerous: true },
    ],
  };
}

async function forget(_pressed: Pressed, { actor, servers, keeping }: Context): Promise<Acted> {
  const reports =
    keeping === undefined
      ? await servers.forgetMember(actor.userId)
      : (await keeping.erasure.member(actor.userId)).reports;
  return told(message('privacy.forgotten', { count: countPart(reports) }));
}
