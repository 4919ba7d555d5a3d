import type {
  APIAllowedMentions,
  APIEmbed,
  APIMessageTopLevelComponent,
  ApplicationCommandOptionType,
  ApplicationCommandType,
} from 'discord-api-types/v10';
import type { Upload } from '../attachment.ts';

// What a bot sends, as the request schemas let it through: absent and null mean the same.

type Maybe<T> = T | null | undefined;
export type Localizations = Maybe<Readonly<Record<string, string>>>;

export interface ChoiceBody {
  readonly name: string;
  readonly name_localizations?: Localizations;
  readonly value: string | number;
}

export interface OptionBody {
  readonly type: ApplicationCommandOptionType;
  readonly name: string;
  readonly name_localizations?: Localizations;
  readonly description: string;
  readonly description_localizations?: Localizations;
  readonly required?: Maybe<boolean>;
  readonly autocomplete?: Maybe<boolean>;
  readonly choices?: Maybe<readonly ChoiceBody[]>;
  readonly options?: Maybe<readonly OptionBody[]>;
  readonly min_length?: Maybe<number>;
  readonly max_length?: Maybe<number>;
  readonly min_value?: Maybe<number>;
  readonly max_value?: Maybe<number>;
}

export interface CommandBody {
  readonly type?: Maybe<ApplicationCommandType>;
  readonly name: string;
  readonly name_localizations?: Localizations;
  readonly description?: Maybe<string>;
  readonly description_localizations?: Localizations;
  readonly options?: Maybe<readonly OptionBody[]>;
  readonly default_member_permissions?: Maybe<string | number>;
  readonly dm_permission?: Maybe<boolean>;
  readonly contexts?: Maybe<readonly number[]>;
  readonly integration_types?: Maybe<readonly number[]>;
  readonly nsfw?: Maybe<boolean>;
}

/** An attachment that stays, or with its number for id one that comes with the request. */
export interface AttachmentBody {
  readonly id: string | number;
  readonly filename?: Maybe<string>;
  readonly title?: Maybe<string>;
  readonly description?: Maybe<string>;
}

export interface MessageBody {
  readonly content?: Maybe<string>;
  readonly embeds?: Maybe<readonly APIEmbed[]>;
  readonly components?: Maybe<readonly APIMessageTopLevelComponent[]>;
  readonly allowed_mentions?: Maybe<APIAllowedMentions>;
  readonly attachments?: Maybe<readonly AttachmentBody[]>;
  /** What came beside the JSON, by its number. */
  readonly uploads?: ReadonlyMap<number, Upload>;
  readonly sticker_ids?: Maybe<readonly string[]>;
  readonly poll?: unknown;
  readonly flags?: Maybe<number>;
  readonly message_reference?: Maybe<{
    readonly message_id?: Maybe<string>;
    readonly fail_if_not_exists?: Maybe<boolean>;
  }>;
  readonly tts?: Maybe<boolean>;
  readonly nonce?: Maybe<string | number>;
  readonly enforce_nonce?: Maybe<boolean>;
}

/** How a thread is started. */
export interface ThreadBody {
  readonly name: string;
  readonly auto_archive_duration?: Maybe<number>;
}

export interface CompletionBody {
  readonly choices?: Maybe<readonly ChoiceBody[]>;
}
