import { Locale } from 'discord-api-types/v10';
import type { Driver } from '../driver/driver.ts';
import { createDriver } from '../driver/driver.ts';
import type { Outcome } from '../driver/driver.ts';
import type { SeenForm } from '../driver/form.ts';
import type { SeenMessage } from '../driver/seen.ts';
import type { State } from '../state.ts';
import type { Who } from '../world.ts';
import type { Deed, DeedResult, ShownForm, View } from './protocol.ts';
import { toFormValues, toOptions, toUpload } from './sent-file.ts';
import { viewOf } from './view.ts';

/** One open page: who acts on it, where, and the forms that are open. */
export interface Visit {
  /** Does what is asked; never rejects. */
  readonly perform: (deed: Deed) => Promise<DeedResult>;
  readonly view: () => View;
}

const LOCALES: ReadonlyMap<string, Locale> = new Map(
  Object.values(Locale).map((locale) => [locale, locale]),
);

export function openVisit(state: State): Visit {
  let where: { as: Who; channel: string; locale: Locale } = {
    as: 'member',
    channel: 'general',
    locale: Locale.EnglishUS,
  };
  const forms = new Map<string, SeenForm>();
  const driver = (): Driver => createDriver(state, where.as, where);
  const find = (id: string): SeenMessage => {
    const message = driver()
      .messages()
      .find((each) => each.id === id);
    if (message === undefined) throw new Error('This message is not there any more');
    return message;
  };
  const open = (outcome: Outcome): DeedResult => {
    if (outcome.kind === 'message') return {};
    const formId = outcome.form.openedBy.id;
    forms.set(formId, outcome.form);
    return { form: toShownForm(formId, outcome.form) };
  };
  const submit = async (formId: string, values: Parameters<Driver['submit']>[1]): Promise<void> => {
    const form = forms.get(formId);
    if (form === undefined) throw new Error('This form is not open any more');
    await driver().submit(form, values);
    forms.delete(formId);
  };
  const act = async (deed: Deed): Promise<DeedResult> => {
    switch (deed.act) {
      case 'look': {
        const { as, channel, locale } = deed;
        createDriver(state, as, { channel });
        where = { as, channel, locale: LOCALES.get(locale) ?? Locale.EnglishUS };
        return {};
      }
      case 'command':
        return open(await driver().outcomeOf.command(deed.name, toOptions(deed.options)));
      case 'complete':
        return {
          choices: await driver().complete(deed.name, toOptions(deed.options), deed.focused),
        };
      case 'press':
        return open(await driver().outcomeOf.press(find(deed.messageId), deed.customId));
      case 'select':
        return open(
          await driver().outcomeOf.select(find(deed.messageId), deed.customId, deed.values),
        );
      case 'submit':
        await submit(deed.formId, toFormValues(deed.values));
        return {};
      case 'messageCommand':
        await driver().messageCommand(find(deed.messageId), deed.name);
        return {};
      case 'say': {
        const { text, replyTo } = deed;
        const files = deed.files.map(toUpload);
        await driver().say(
          text,
          replyTo === undefined ? { files } : { files, replyTo: find(replyTo) },
        );
        return {};
      }
      case 'remove':
        driver().remove(find(deed.messageId));
        return {};
      default:
        return deed satisfies never;
    }
  };
  return {
    view: () => viewOf(state, where),
    perform: async (deed) => {
      try {
        return await act(deed);
      } catch (error) {
        return { error: error instanceof Error ? error.message : String(error) };
      }
    },
  };
}

const toShownForm = (formId: string, { title, fields }: SeenForm): ShownForm => ({
  formId,
  title,
  fields,
});
