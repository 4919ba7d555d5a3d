import type { FeedTexts } from './en.ts';

/** What the bot says of the feeds that a server follows, in Ukrainian. */
export const ukrainianFeeds: FeedTexts = {
  'group.feeds': 'Стежити за стрічками новин, щоб нові статті надходили самі',
  'feeds.add.description': 'Відтепер стежити за стрічкою: RSS, Atom або JSON Feed',
  'feeds.list.description': 'Стрічки, за якими стежить цей сервер, і що з ними',
  'feeds.pause.description': 'Нічого не брати зі стрічки, доки її не відновлять',
  'feeds.resume.description': 'Знову стежити за призупиненою стрічкою, відтепер',
  'feeds.remove.description': 'Більше не стежити за стрічкою; що з неї взято, лишається',
  'feeds.url': 'Адреса стрічки: https://…',
  'feeds.add.nothing': 'Вкажіть, будь ласка, адресу стрічки.',
  'feeds.mode': 'Що робити з новими статтями; якщо не вказати, вони чекають',
  'feeds.mode.queue': 'чекають на модератора в /review',
  'feeds.mode.save': 'зберігати одразу те, що не викликає сумнівів',
  'feeds.feed': 'Яка стрічка',
  'feeds.none': 'Цей сервер ще не стежить за жодною стрічкою. Її адресу приймає /feeds add.',
  'feeds.heading': {
    by: 'count',
    forms: {
      one: 'Цей сервер стежить за {count} стрічкою, найбільше – {most}.',
      few: 'Цей сервер стежить за {count} стрічками, найбільше – {most}.',
      many: 'Цей сервер стежить за {count} стрічками, найбільше – {most}.',
      other: 'Цей сервер стежить за {count} стрічки, найбільше – {most}.',
    },
  },
  'feeds.line': '{title}: {state}; нові статті {mode}',
  'feeds.label': '{title}',
  'feeds.open': 'Переглянути одну',
  'feeds.added': 'Відтепер стежу за «{title}»; того, що в ній уже є, не беру.',
  'feeds.card': 'Стрічка «{title}»',
  'feeds.card.url': 'Адреса: {url}',
  'feeds.card.state': 'Стан: {state}',
  'feeds.card.mode': 'Нові статті {mode}',
  'feeds.card.by': 'Додано: {user}, {day}',
  'feeds.card.waiting': {
    by: 'count',
    forms: {
      one: 'З неї в /review чекає {count} стаття.',
      few: 'З неї в /review чекають {count} статті.',
      many: 'З неї в /review чекає {count} статей.',
      other: 'З неї в /review чекає {count} статті.',
    },
  },
  'feeds.does.queue': 'чекають у /review',
  'feeds.does.save': 'зберігаються одразу, якщо немає сумнівів',
  'feeds.state.followed': 'стежу',
  'feeds.state.failing': 'зараз не читається; спробую ще',
  'feeds.state.moderator': 'призупинено',
  'feeds.state.busy': 'призупинено, бо принесла забагато',
  'feeds.state.gone': 'призупинено, бо її більше немає',
  'feeds.pause': 'Призупинити',
  'feeds.resume': 'Відновити',
  'feeds.remove': 'Вилучити',
  'feeds.to.queue': 'Нехай чекають',
  'feeds.to.save': 'Зберігати одразу',
  'feeds.removed': 'Більше не стежу за «{title}». Що з неї взято, лишається.',
  'notice.feed.added': '{user} додає стрічку «{title}»: нові статті {mode}.',
  'notice.feed.paused': '{user} призупиняє стрічку «{title}».',
  'notice.feed.resumed': '{user} відновлює стрічку «{title}».',
  'notice.feed.removed': '{user} вилучає стрічку «{title}».',
  'notice.feed.mode': '{user} змінює стрічку «{title}»: нові статті {mode}.',
  'notice.feed.busy':
    'Призупиняю стрічку «{title}»: понад 30 статей за день або 200 чекають у /review. /feeds resume відновить її.',
  'notice.feed.gone':
    'Призупиняю стрічку «{title}»: її більше немає. /feeds resume спробує ще раз.',
  'notice.feeds.digest': 'Зі стрічок за останню годину: {what}.',
  'notice.feeds.both': '{saved}, {waiting}',
  'notice.feeds.saved': {
    by: 'count',
    forms: {
      one: 'збережено {count} статтю',
      few: 'збережено {count} статті',
      many: 'збережено {count} статей',
      other: 'збережено {count} статті',
    },
  },
  'notice.feeds.waiting': {
    by: 'count',
    forms: {
      one: 'треба переглянути {count} статтю (/review)',
      few: 'треба переглянути {count} статті (/review)',
      many: 'треба переглянути {count} статей (/review)',
      other: 'треба переглянути {count} статті (/review)',
    },
  },
  'feeds.line.alike': {
    by: 'count',
    forms: {
      one: '{title} (і ще {count} майже така сама)',
      few: '{title} (і ще {count} майже такі самі)',
      many: '{title} (і ще {count} майже таких самих)',
      other: '{title} (і ще {count} майже такої самої)',
    },
  },
  'feeds.kept': 'Те, що надходить зі стрічок, чекає чотирнадцять днів; його показує /review.',
  'warning.unread':
    'Сторінку не вдалося прочитати: можливо, вона лише для передплатників або закрита для ботів. Вставте, будь ласка, текст.',
  'fault.feed.none':
    'За цією адресою немає стрічки: ні RSS, ні Atom, ні JSON Feed. Вкажіть, будь ласка, адресу стрічки.',
  'fault.feed.page':
    'Це сторінка, а не стрічка. Вкажіть, будь ласка, адресу стрічки; часто вона за посиланням «RSS».',
  'fault.feed.page.link': 'Це сторінка, а не стрічка. Її стрічка: {feed}',
  'fault.feed.broken':
    'Стрічку пошкоджено: рядок {line} – неправильний XML. Повідомте видання або спробуйте пізніше.',
  'fault.feed.doctype':
    'Стрічка оголошує власний тип документа або сутності, а таких я не читаю. Вкажіть, будь ласка, іншу.',
  'fault.feed.deep':
    'Стрічку вкладено надто глибоко, як на звичайну. Вкажіть, будь ласка, іншу стрічку.',
  'fault.feed.size':
    'Стрічка більша за {most} МБ. Вкажіть, будь ласка, стрічку лише з найновішими статтями.',
  'fault.feed.encoding':
    'Стрічку записано в кодуванні «{encoding}», якого тут не знають. Вкажіть, будь ласка, стрічку в UTF-8.',
  'fault.feed.address':
    '«{url}» – не адреса у відкритому вебі. Вкажіть, будь ласка, адресу стрічки, що починається з https://.',
  'fault.feed.status':
    'Сервер стрічки відповів статусом {status}. Перевірте, будь ласка, адресу або спробуйте пізніше.',
  'fault.feed.unreachable':
    'Сервер стрічки недоступний. Перевірте, будь ласка, адресу або спробуйте пізніше.',
  'fault.feed.gone': 'Сервер стрічки повідомляє, що її більше не буде. Вилучіть її, будь ласка.',
  'fault.feed.same': 'Цей сервер уже стежить за цією стрічкою: «{title}».',
  'fault.feed.unlisted': 'Цей сервер не стежить за такою стрічкою. Виберіть одну з /feeds list.',
};
