import type { FeedTexts } from './en.ts';

/** What the bot says of the feeds that a server follows, in Spanish. */
export const spanishFeeds: FeedTexts = {
  'group.feeds': 'Seguir canales de la prensa, para que los artículos nuevos lleguen solos',
  'feeds.add.description': 'Seguir un canal desde ahora: RSS, Atom o JSON Feed',
  'feeds.list.description': 'Los canales que sigue este servidor y cómo van',
  'feeds.pause.description': 'No tomar nada más de un canal hasta que se reanude',
  'feeds.resume.description': 'Volver a seguir un canal en pausa, desde ahora',
  'feeds.remove.description': 'Dejar de seguir un canal; lo que llegó de él se queda',
  'feeds.url': 'La dirección del canal: https://…',
  'feeds.add.nothing': 'Indica la dirección de un canal.',
  'feeds.mode': 'Qué se hace con los artículos nuevos; si no se dice, esperan',
  'feeds.mode.queue': 'esperan a un moderador, en /review',
  'feeds.mode.save': 'guardar enseguida lo que no deja dudas',
  'feeds.feed': 'Qué canal',
  'feeds.none': 'Este servidor aún no sigue ningún canal. /feeds add toma la dirección de uno.',
  'feeds.heading': {
    by: 'count',
    forms: {
      one: 'Este servidor sigue {count} canal, de {most} como máximo.',
      many: 'Este servidor sigue {count} de canales, de {most} como máximo.',
      other: 'Este servidor sigue {count} canales, de {most} como máximo.',
    },
  },
  'feeds.line': '{title}: {state}; los artículos nuevos {mode}',
  'feeds.label': '{title}',
  'feeds.open': 'Ver uno',
  'feeds.added': 'Sigo «{title}» desde ahora; lo que ya contiene no lo tomo.',
  'feeds.card': 'El canal «{title}»',
  'feeds.card.url': 'Dirección: {url}',
  'feeds.card.state': 'Estado: {state}',
  'feeds.card.mode': 'Los artículos nuevos {mode}',
  'feeds.card.by': 'Añadido por {user}, {day}',
  'feeds.card.waiting': {
    by: 'count',
    forms: {
      one: '{count} artículo suyo espera en /review.',
      many: '{count} de artículos suyos esperan en /review.',
      other: '{count} artículos suyos esperan en /review.',
    },
  },
  'feeds.does.queue': 'esperan en /review',
  'feeds.does.save': 'se guardan enseguida, salvo duda',
  'feeds.state.followed': 'lo sigo',
  'feeds.state.failing': 'ahora no se puede leer; lo vuelvo a intentar',
  'feeds.state.moderator': 'en pausa',
  'feeds.state.busy': 'en pausa, porque traía demasiado',
  'feeds.state.gone': 'en pausa, porque ya no existe',
  'feeds.pause': 'Pausar',
  'feeds.resume': 'Reanudar',
  'feeds.remove': 'Quitar',
  'feeds.to.queue': 'Que esperen',
  'feeds.to.save': 'Guardar enseguida',
  'feeds.removed': 'Ya no sigo «{title}». Lo que llegó de él se queda.',
  'notice.feed.added': '{user} ha añadido el canal «{title}»: los artículos nuevos {mode}.',
  'notice.feed.paused': '{user} ha puesto en pausa el canal «{title}».',
  'notice.feed.resumed': '{user} ha reanudado el canal «{title}».',
  'notice.feed.removed': '{user} ha quitado el canal «{title}».',
  'notice.feed.mode': '{user} ha cambiado el canal «{title}»: los artículos nuevos {mode}.',
  'notice.feed.busy':
    'He puesto en pausa el canal «{title}»: más de 30 artículos en un día, o 200 esperan en /review. /feeds resume lo reanuda.',
  'notice.feed.gone':
    'He puesto en pausa el canal «{title}»: ya no existe. /feeds resume lo vuelve a intentar.',
  'notice.feeds.digest': 'De los canales en la última hora: {what}.',
  'notice.feeds.both': '{saved}; {waiting}',
  'notice.feeds.saved': {
    by: 'count',
    forms: {
      one: '{count} artículo guardado',
      many: '{count} de artículos guardados',
      other: '{count} artículos guardados',
    },
  },
  'notice.feeds.waiting': {
    by: 'count',
    forms: {
      one: '{count} artículo por revisar (/review)',
      many: '{count} de artículos por revisar (/review)',
      other: '{count} artículos por revisar (/review)',
    },
  },
  'feeds.line.alike': {
    by: 'count',
    forms: {
      one: '{title} (y {count} más, casi igual)',
      many: '{title} (y {count} más, casi iguales)',
      other: '{title} (y {count} más, casi iguales)',
    },
  },
  'feeds.kept': 'Lo que llega de los canales espera catorce días; /review lo muestra.',
  'warning.unread':
    'No he podido leer la página: quizá sea solo para suscriptores o esté cerrada a los bots. Pega el texto, por favor.',
  'fault.feed.none':
    'En esta dirección no hay ningún canal: ni RSS, ni Atom, ni JSON Feed. Indica la dirección de un canal.',
  'fault.feed.page':
    'Esto es una página, no un canal. Indica la dirección del canal; suele estar tras un enlace «RSS».',
  'fault.feed.page.link': 'Esto es una página, no un canal. Su canal está en {feed}',
  'fault.feed.broken':
    'El canal está dañado: la línea {line} no es XML correcto. Avisa al medio o inténtalo más tarde.',
  'fault.feed.doctype':
    'El canal declara un tipo de documento o entidades propias, que no se leen. Indica otro canal.',
  'fault.feed.deep':
    'El canal está anidado demasiado hondo para ser uno corriente. Indica otro canal.',
  'fault.feed.size':
    'El canal ocupa más de {most} MB. Indica uno que solo tenga los artículos más nuevos.',
  'fault.feed.encoding':
    'El canal está escrito en la codificación «{encoding}», que aquí no se conoce. Indica uno en UTF-8.',
  'fault.feed.address':
    '«{url}» no es una dirección de la web pública. Indica la de un canal, que empiece por https://.',
  'fault.feed.status':
    'El servidor del canal ha respondido con el estado {status}. Revisa la dirección o inténtalo más tarde.',
  'fault.feed.unreachable':
    'No se llega al servidor del canal. Revisa la dirección o inténtalo más tarde.',
  'fault.feed.gone':
    'El servidor del canal dice que ha desaparecido para siempre. Quítalo, por favor.',
  'fault.feed.same': 'Este servidor ya sigue este canal: «{title}».',
  'fault.feed.unlisted': 'Este servidor no sigue ese canal. Elige uno de /feeds list.',
};
