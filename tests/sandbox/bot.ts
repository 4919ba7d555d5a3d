import {
  ActionRowBuilder,
  ButtonBuilder,
  ButtonStyle,
  Client,
  ContainerBuilder,
  Events,
  GatewayIntentBits,
  MessageFlags,
  SlashCommandBuilder,
  StringSelectMenuBuilder,
  TextDisplayBuilder,
} from 'discord.js';
import type {
  ChatInputCommandInteraction,
  Interaction,
  MessageComponentInteraction,
} from 'discord.js';
import type { Sandbox } from '../../src/sandbox/index.ts';

// A small bot on the real discord.js, which the sandbox's tests talk to.

const card = (text: string, page = 1) => ({
  flags: MessageFlags.IsComponentsV2 as const,
  components: [
    new ContainerBuilder()
      .addTextDisplayComponents(new TextDisplayBuilder().setContent(text))
      .addActionRowComponents(
        new ActionRowBuilder<ButtonBuilder>().addComponents(
          new ButtonBuilder()
            .setCustomId(`page:${page + 1}`)
            .setLabel('Next')
            .setStyle(ButtonStyle.Primary),
          new ButtonBuilder()
            .setCustomId('previous')
            .setLabel('Previous')
            .setStyle(ButtonStyle.Secondary)
            .setDisabled(true),
          new ButtonBuilder()
            .setCustomId('later')
            .setLabel('Later')
            .setStyle(ButtonStyle.Secondary),
          new ButtonBuilder().setCustomId('more').setLabel('More').setStyle(ButtonStyle.Secondary),
          new ButtonBuilder()
            .setURL('https://example.org/')
            .setLabel('Source')
            .setStyle(ButtonStyle.Link),
        ),
      )
      .addActionRowComponents(
        new ActionRowBuilder<StringSelectMenuBuilder>().addComponents(
          new StringSelectMenuBuilder()
            .setCustomId('choose')
            .setMaxValues(2)
            .addOptions({ label: 'Riyadh', value: 'riyadh' }, { label: 'Geneva', value: 'geneva' }),
        ),
      ),
  ],
});

export const COMMANDS = [
  new SlashCommandBuilder()
    .setName('quote')
    .setDescription('Who said it')
    .addStringOption((option) =>
      option.setName('who').setDescription('Who').setRequired(true).setAutocomplete(true),
    )
    .addStringOption((option) => option.setName('about').setDescription('About what'))
    .addIntegerOption((option) =>
      option.setName('most').setDescription('How many').setMinValue(1).setMaxValue(5),
    ),
  new SlashCommandBuilder()
    .setName('whisper')
    .setDescription('For you alone')
    .addUserOption((option) => option.setName('to').setDescription('To whom')),
  new SlashCommandBuilder()
    .setName('shelf')
    .setDescription('Keeps articles')
    .setDefaultMemberPermissions('32')
    .addSubcommand((sub) =>
      sub
        .setName('add')
        .setDescription('Adds one')
        .addStringOption((option) => option.setName('title').setDescription('Title')),
    ),
  new SlashCommandBuilder().setName('silence').setDescription('Never answers'),
  new SlashCommandBuilder().setName('broken').setDescription('Sends what Discord refuses'),
].map((command) => command.toJSON());

/** Logs a bot in over the sandbox and registers its commands. */
export async function startBot(sandbox: Sandbox): Promise<Client<true>> {
  const client = new Client({
    intents: [GatewayIntentBits.Guilds],
    rest: { api: sandbox.apiUrl },
  });
  client.on(Events.InteractionCreate, (interaction) => {
    void answer(interaction).catch(() => undefined);
  });
  const ready = new Promise<Client<true>>((resolve) => client.once(Events.ClientReady, resolve));
  await client.login(sandbox.token);
  const bot = await ready;
  await bot.application.commands.set(COMMANDS);
  return bot;
}

async function answer(interaction: Interaction): Promise<void> {
  if (interaction.isAutocomplete()) {
    const typed = interaction.options.getFocused();
    await interaction.respond([{ name: `${typed}…`, value: `${typed} Rubio` }]);
  }
  if (interaction.isChatInputCommand()) await answerCommand(interaction);
  if (interaction.isMessageComponent()) await answerComponent(interaction);
}

async function answerCommand(interaction: ChatInputCommandInteraction): Promise<void> {
  const { options, member, guild, channel, locale } = interaction;
  switch (interaction.commandName) {
    case 'quote':
      await interaction.deferReply();
      await interaction.editReply(card(`**${options.getString('who', true)}** said it`));
      return;
    case 'whisper': {
      const to = options.getUser('to')?.username ?? 'nobody';
      const where = `${guild?.name} #${channel !== null && 'name' in channel ? channel.name : ''}`;
      const asker = member?.user.username;
      const content = `${asker} to ${to} in ${where}, ${locale}`;
      await interaction.reply({ content, flags: MessageFlags.Ephemeral });
      return;
    }
    case 'shelf':
      await interaction.deferReply({ flags: MessageFlags.Ephemeral });
      await interaction.followUp(`Added ${options.getString('title')}`);
      return;
    case 'broken':
      await interaction.reply({ content: 'x', flags: MessageFlags.IsComponentsV2 });
      return;
    default:
  }
}

async function answerComponent(interaction: MessageComponentInteraction): Promise<void> {
  if (interaction.isStringSelectMenu()) {
    await interaction.update(card(`You chose ${interaction.values.join()}`));
  } else if (interaction.customId === 'later') {
    await interaction.deferUpdate();
    await interaction.editReply(card('Later it is'));
  } else if (interaction.customId === 'more') {
    await interaction.reply({ content: 'More of it', flags: MessageFlags.Ephemeral });
  } else {
    const page = Number(interaction.customId.split(':')[1]);
    await interaction.update(card(`Page ${page}`, page));
  }
}
