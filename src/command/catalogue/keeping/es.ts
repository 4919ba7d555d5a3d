import type { KeepingTexts } from './en.ts';

/** What the bot says to those who keep the articles, in Spanish. */
export const spanishKeeping: KeepingTexts = {
  'group.corpus': 'Añadir, editar, quitar y cuidar los artículos con los que respondo',
  'refused.keeping':
    'Los artículos se cuidan en un servidor que me haya añadido; aquí no hay nada que cuidar.',
  'corpus.add.description':
    'Añadir artículos por enlace o como archivos; primero ves qué he entendido',
  'corpus.add.link': 'La dirección de un artículo: https://…',
  'corpus.add.file': 'Un artículo en Markdown, texto o HTML',
  'corpus.add.nothing': 'Indica un enlace o un archivo; un texto se pega con /corpus paste.',
  'corpus.add.message': 'Añadir al corpus',
  'corpus.add.message.nothing':
    'Este mensaje no tiene ni un enlace, ni un archivo, ni palabras suficientes para ser un artículo.',
  'suggest.description':
    'Proponer un artículo por enlace, archivo o texto pegado a quienes cuidan el corpus',
  'suggest.many': 'Has dado muchos artículos en esta hora. Propón uno de ellos o vuelve más tarde.',
  'suggest.most': 'Hoy has propuesto tres artículos. Vuelve mañana, por favor.',
  'suggest.done': 'Gracias. Quienes cuidan el corpus lo mirarán.',
  'corpus.paste.description': 'Añadir un artículo pegando su texto en un formulario',
  'corpus.edit.description': 'Cambiar un párrafo de un artículo, su título y fecha, o todo él',
  'corpus.edit.file': 'Un archivo que sustituya todo su texto',
  'corpus.edit.which': 'Indica qué artículo y, si se trata de un párrafo, cuál.',
  'corpus.which': 'Indica qué artículo, por su id tal como se ofrece.',
  'corpus.edit.long':
    'Este párrafo pasa de los 4000 caracteres que caben en un formulario. Da el artículo entero de nuevo, como archivo.',
  'corpus.remove.description': 'Quitar un artículo; las tarjetas que lo citan lo dirán',
  'corpus.erase.description': 'Borrar un artículo para siempre, con todo lo que fue',
  'corpus.erase.mistyped':
    'Ese no es el id del artículo que había que borrar. No se borró nada; empieza de nuevo.',
  'corpus.history.description':
    'Quién cambió un artículo, cuándo y por qué; y restaurar una versión',
  'corpus.undo.description': 'Deshacer un cambio entero, con todos los artículos que abarcó',
  'option.history': 'Si se lleva también lo que los artículos eran antes',
  'fault.option.history': 'Elige «yes» o «no».',
  'history.yes': 'con todas las versiones',
  'history.no': 'como están ahora',
  'corpus.export.description':
    'Llevarse todos los artículos de este servidor, en un zip de archivos Markdown',
  'corpus.export.none': 'Este servidor aún no tiene artículos propios.',
  'corpus.export.done': {
    by: 'count',
    forms: {
      one: '{count} artículo de este servidor; /corpus import lo vuelve a tomar.',
      many: '{count} de artículos de este servidor; /corpus import los vuelve a tomar.',
      other: '{count} artículos de este servidor; /corpus import los vuelve a tomar.',
    },
  },
  'corpus.import.description': 'Tomar un zip de archivos Markdown, como el que hace /corpus export',
  'corpus.import.file': 'Un zip con un archivo Markdown por artículo',
  'corpus.import.which': 'Indica un zip con un archivo Markdown por artículo.',
  'corpus.import.reading': 'Leyendo el zip…',
  'corpus.import.saving': 'Guardando los artículos y leyéndolos…',
  'corpus.import.left': {
    by: 'count',
    forms: {
      one: 'Guardado. Queda {count} artículo por leer…',
      many: 'Guardado. Quedan {count} artículos por leer…',
      other: 'Guardado. Quedan {count} artículos por leer…',
    },
  },
  'corpus.import.done':
    'Importados. Nuevos: {added}; sustituidos: {replaced}; sin cambios: {same}.',
  'corpus.import.faults': {
    by: 'count',
    forms: {
      one: 'Se ha omitido {count} archivo:',
      many: 'Se han omitido {count} de archivos:',
      other: 'Se han omitido {count} archivos:',
    },
  },
  'notice.imported': '{user} ha importado artículos. Nuevos: {added}; sustituidos: {replaced}.',
  'corpus.check.description': 'Qué se podría mejorar en los artículos de este servidor',
  'corpus.check.fine': 'No he encontrado nada mal en los artículos de este servidor.',
  'corpus.check.heading': 'Esto se podría mejorar:',
  'corpus.check.room':
    'Artículos: {count} de {most} como máximo; texto: {megabytes} de {mostMegabytes} MB como máximo.',
  'corpus.check.problems': 'Archivos que no se pueden leer:',
  'corpus.check.undated': {
    by: 'count',
    forms: {
      one: '{count} artículo sin fecha, que no pertenece a ningún periodo:',
      many: '{count} de artículos sin fecha, que no pertenecen a ningún periodo:',
      other: '{count} artículos sin fecha, que no pertenecen a ningún periodo:',
    },
  },
  'corpus.check.untitled': {
    by: 'count',
    forms: {
      one: '{count} artículo sin título:',
      many: '{count} de artículos sin título:',
      other: '{count} artículos sin título:',
    },
  },
  'corpus.check.alike': {
    by: 'count',
    forms: {
      one: '{count} pareja de artículos casi iguales:',
      many: '{count} de parejas de artículos casi iguales:',
      other: '{count} parejas de artículos casi iguales:',
    },
  },
  'corpus.check.pair': '{one} y {other}',
  'option.paragraph': 'El número de un párrafo, como al pie de cada tarjeta: 3',
  'fault.option.paragraph': 'Escribe el número de un párrafo, como 3.',
  'draft.heading': 'Esto es lo que he entendido. Aún no se ha guardado nada.',
  'draft.heading.revision': 'Una versión más nueva de {id}. Aún no se ha guardado nada.',
  'draft.title': 'Título: {title}',
  'draft.title.bare': '{title}',
  'draft.date': 'Fecha: {date}',
  'draft.publisher': 'Medio: {publisher}',
  'draft.url': 'Enlace: {url}',
  'draft.size': {
    by: 'words',
    forms: {
      one: '{words} palabra; párrafos: {paragraphs}',
      many: '{words} de palabras; párrafos: {paragraphs}',
      other: '{words} palabras; párrafos: {paragraphs}',
    },
  },
  'draft.people.none': 'No se nombra a nadie',
  'draft.begins': 'Empieza así: «{words}…»',
  'draft.ends': 'Termina así: «…{words}»',
  'draft.people': {
    by: 'count',
    forms: {
      one: '{count} persona con nombre:',
      many: '{count} de personas con nombre:',
      other: '{count} personas con nombre:',
    },
  },
  'draft.quotations': {
    by: 'count',
    forms: {
      one: '{count} cita; se sabe quién habla en {spoken}',
      many: '{count} de citas; se sabe quién habla en {spoken}',
      other: '{count} citas; se sabe quién habla en {spoken}',
    },
  },
  'draft.gatherings': {
    by: 'count',
    forms: {
      one: '{count} reunión:',
      many: '{count} de reuniones:',
      other: '{count} reuniones:',
    },
  },
  'draft.more': ', …',
  'draft.warnings': 'Mira antes esto, por favor:',
  'draft.known': 'Ya hay un artículo con este enlace: «{title}» ({id}).',
  'draft.same': 'Estas mismas palabras ya están aquí: «{title}» ({id}).',
  'draft.alike': 'Es casi igual que «{title}» ({id}).',
  'draft.kept': 'Los borradores se guardan siete días; /review los muestra.',
  'draft.kept.suggestion': 'Los borradores se guardan siete días.',
  'draft.kept.suggested': 'Las propuestas se guardan treinta días; /review las muestra.',
  'draft.several': {
    by: 'count',
    forms: {
      one: '{count} borrador. Aún no se ha guardado nada.',
      many: '{count} de borradores. Aún no se ha guardado nada.',
      other: '{count} borradores. Aún no se ha guardado nada.',
    },
  },
  'draft.failed': '{name}: {fault}',
  'draft.line': '{title}',
  'draft.line.warned': '{title} (por mirar: {count})',
  'draft.line.blocked': '{title} (no es el artículo mismo: pega su texto)',
  'draft.open': 'Ver uno',
  'draft.save': 'Guardar',
  'draft.save.other': 'Guardar como otro artículo',
  'draft.save.all': 'Guardar todos',
  'draft.revise': 'Convertir en versión más nueva',
  'draft.suggest': 'Proponer',
  'draft.edit': 'Editar',
  'draft.paste': 'Pegar el texto',
  'draft.cancel': 'Cancelar',
  'draft.cancelled': 'Cancelado. No se ha guardado nada.',
  'warning.no-date': 'No tiene fecha, así que queda al final y no pertenece a ningún periodo.',
  'warning.date':
    'La fecha escrita no se puede leer y se ha omitido. Pulsa «Editar» y escríbela así: 2025-02-18.',
  'warning.no-title': 'No tiene título.',
  'warning.fields': 'Algunos campos no se pueden fijar desde el archivo, y se han omitido.',
  'warning.long': 'Es muy largo. ¿Es un solo artículo?',
  'warning.short': 'Es muy corto.',
  'warning.not-english': 'No parece estar en inglés, que es lo único que puedo leer.',
  'warning.truncated': 'Parece cortarse antes del final.',
  'warning.consent':
    'Parece una página que pide consentimiento, no el artículo. Pega el texto, por favor.',
  'warning.teaser': 'Parece el comienzo de un artículo de pago. Pega el texto, por favor.',
  'form.fields': 'Título, fecha, medio, enlace',
  'form.paste': 'El texto del artículo',
  'form.paragraph': 'Editar un párrafo',
  'form.remove': 'Quitar un artículo',
  'form.erase': 'Borrar un artículo para siempre',
  'form.erase.id': 'Su id, para confirmarlo',
  'form.restore': 'Restaurar una versión',
  'form.undo': 'Deshacer un cambio',
  'form.title': 'Título',
  'form.date': 'Fecha: 2025-02-18',
  'form.publisher': 'Medio',
  'form.url': 'Enlace',
  'form.text': 'El texto, hasta 4000 caracteres',
  'form.text.second': 'El texto continúa',
  'form.text.third': 'El texto continúa aún más',
  'form.place': 'Cuál',
  'form.words': 'El párrafo (si queda vacío, se quita)',
  'form.reason': 'Por qué',
  'saved.heading': {
    by: 'count',
    forms: {
      one: 'Se ha guardado {count} artículo. Ya respondo con él.',
      many: 'Se han guardado {count} de artículos. Ya respondo con ellos.',
      other: 'Se han guardado {count} artículos. Ya respondo con ellos.',
    },
  },
  'undo.button': 'Deshacer',
  'undo.none': 'Aún no se ha cambiado nada.',
  'undo.heading': 'Los últimos cambios, primero los más recientes:',
  'undo.pick': 'Deshacer uno',
  'undo.done': 'Deshecho: {id}.',
  'undo.done.several': 'Deshecho: {id} y {count} más.',
  'edited.done': 'Cambiado: {place}. Las tarjetas dirán que se editó.',
  'edited.fields.done': 'Cambiado: {id}.',
  'removed.done': 'Quitado: {id}. Su historial se queda, y se puede restaurar.',
  'erased.done': {
    by: 'count',
    forms: {
      one: 'Borrado para siempre: el artículo, su {count} versión, quién la cambió y por qué.',
      many: 'Borrado para siempre: el artículo, sus {count} versiones, quién las cambió y por qué.',
      other:
        'Borrado para siempre: el artículo, sus {count} versiones, quién las cambió y por qué.',
    },
  },
  'erased.beside':
    'Tampoco quedan sus borradores, correcciones ni avisos, y las tarjetas de los últimos 30 días que lo citan pierden sus palabras. Tu motivo no se guarda.',
  'erased.backups.none': 'No se había hecho ninguna copia de seguridad que aún pueda tenerlo.',
  'erased.backups': {
    by: 'count',
    forms: {
      one: 'Aún puede estar en {count} copia de seguridad. Quien gestiona el bot tiene la lista y puede borrarla.',
      many: 'Aún puede estar en {count} copias de seguridad. Quien gestiona el bot tiene la lista y puede borrarlas.',
      other:
        'Aún puede estar en {count} copias de seguridad. Quien gestiona el bot tiene la lista y puede borrarlas.',
    },
  },
  'restored.done': 'Restaurado: {id}, versión {revision}.',
  'change.line': '{day} · {user} · {what} de {id}{why}',
  'change.line.several': {
    by: 'count',
    forms: {
      one: '{day} · {user} · {what} de {id} y {count} más{why}',
      many: '{day} · {user} · {what} de {id} y {count} más{why}',
      other: '{day} · {user} · {what} de {id} y {count} más{why}',
    },
  },
  'change.label': '{day} · {what} de {id}{why}',
  'change.put': 'guardado',
  'change.edit': 'edición',
  'change.remove': 'retirada',
  'history.heading': 'Versiones de {id}, primero las más recientes:',
  'history.line': 'Versión {revision} · {day} · {user} · {what}{why}',
  'history.label': 'Versión {revision} · {day} · {what}{why}',
  'history.pick': 'Qué cambió una versión',
  'history.version': '{id}, versión {revision}',
  'history.before': 'Antes:',
  'history.after': 'Después:',
  'history.same': 'No cambió ningún párrafo: solo el título, la fecha o algo así.',
  'history.restore': 'Restaurar esta versión',
  'history.all': 'Todas las versiones',
  'notice.why': ': {reason}',
  'notice.why.none': '',
  'notice.saved': {
    by: 'count',
    forms: {
      one: '{user} ha guardado {count} artículo: «{title}» ({id}).',
      many: '{user} ha guardado {count} de artículos, entre ellos «{title}» ({id}).',
      other: '{user} ha guardado {count} artículos, entre ellos «{title}» ({id}).',
    },
  },
  'notice.suggested': '{user} ha propuesto «{title}»; /review lo muestra.',
  'notice.edited': '{user} ha editado {id}{why}',
  'notice.removed': '{user} ha quitado {id}{why}',
  'notice.erased': '{user} borró un artículo para siempre.',
  'notice.restored': '{user} ha restaurado una versión de {id}{why}',
  'notice.undone': '{user} ha deshecho el cambio {id}{why}',
  'origin.disk': 'a cargo de quien gestiona el bot',
  'origin.link': 'tomado de {host} por {user}, {day}',
  'origin.file': 'un archivo que dio {user}, {day}',
  'origin.paste': 'pegado por {user}, {day}',
  'origin.feed': 'de un canal de {host}, {day}',
  'origin.import': 'importado por {user}, {day}',
  'source.from.link': 'tomado de {host}, {day}',
  'source.from.file': 'archivo de un moderador, {day}',
  'source.from.paste': 'pegado por un moderador, {day}',
  'source.from.feed': 'de un canal de {host}, {day}',
  'source.from.import': 'importado, {day}',
  'source.edited.here': 'párrafo editado por {user}, {day}',
  'source.edited.within': 'editado en parte por {user}, {day}',
  'source.edited.elsewhere': 'editado en otra parte, {day}',
  'source.paragraph.edited': '¶{number} · editado aquí',
  'source.asked.edited': '¶{number} · el que pediste · editado aquí',
  'source.provenance': 'De dónde viene este artículo:',
  'removed.told': 'El artículo {id} se quitó el {day}.',
  'removed.told.reason': 'El artículo {id} se quitó el {day}: {reason}',
  'mended.removed': 'Corregido el {day}: el artículo {id}, citado en esta tarjeta, se quitó.',
  'mended.removed.reason':
    'Corregido el {day}: el artículo {id}, citado en esta tarjeta, se quitó: {reason}',
  'actor.moderator': 'un moderador',
  'actor.disk': 'quien gestiona el bot',
  'actor.forgotten': 'alguien',
  'edited.by': 'editado por {user}, {day}{paragraphs}',
  'edited.by.reason': 'editado por {user}, {day}{paragraphs}: {reason}',
  'edited.places': ' ({places})',
  'edited.fields': ' (ningún párrafo)',
  'form.name': 'El nombre, como lo escribe el artículo',
  'form.name.place': 'El número de un párrafo con ese nombre: 3',
  'form.passage': 'El número del párrafo que lo dice: 3',
  'form.verdict': 'Estuvo o no estuvo',
  'fact.said': 'Lo dijo {name}: {words}',
  'fact.unsaid': 'No está claro quién habla: {words}',
  'fact.attended': 'Estuvo: {name} ({gathering})',
  'fact.absent': 'No estuvo: {name} ({gathering})',
  'fact.expected': 'Se esperaba a: {name} ({gathering})',
  'fact.supports': '{name} — a favor: {target}',
  'fact.opposes': '{name} — en contra: {target}',
  'fact.mixed': '{name} — ni del todo a favor ni en contra: {target}',
  'review.description':
    'Lo que espera a un moderador, de uno en uno; o lo que he leído en un pasaje',
  'review.place': 'Un pasaje que corregir, como al pie de cada tarjeta: riyadh-talks 3',
  'review.place.heading': 'Lo que he leído en {place}:',
  'review.place.unknown':
    'Aquí no hay ningún pasaje «{place}». Escríbelo como al pie de cada tarjeta: riyadh-talks 3.',
  'review.place.none': 'En {place} no he leído nada que se pueda corregir.',
  'review.heading': {
    by: 'count',
    forms: {
      one: '{count} aviso de un error',
      many: '{count} de avisos de un mismo error',
      other: '{count} avisos de un mismo error',
    },
  },
  'review.none': 'Nada espera a un moderador.',
  'review.done': 'Tu decisión está guardada.',
  'review.next': 'Tu decisión está guardada; esto es lo que espera después.',
  'fact.corrected': 'Corregido; había leído: {fact}',
  'review.count.report': {
    by: 'count',
    forms: {
      one: 'Espera {count} aviso.',
      many: 'Esperan {count} de avisos.',
      other: 'Esperan {count} avisos.',
    },
  },
  'review.count.correction': {
    by: 'count',
    forms: {
      one: 'Espera {count} corrección.',
      many: 'Esperan {count} de correcciones.',
      other: 'Esperan {count} correcciones.',
    },
  },
  'review.count.suggestion': {
    by: 'count',
    forms: {
      one: 'Espera {count} propuesta.',
      many: 'Esperan {count} de propuestas.',
      other: 'Esperan {count} propuestas.',
    },
  },
  'review.count.draft': {
    by: 'count',
    forms: {
      one: 'Espera {count} borrador.',
      many: 'Esperan {count} de borradores.',
      other: 'Esperan {count} borradores.',
    },
  },
  'review.count.feed': {
    by: 'count',
    forms: {
      one: '{count} canal ha traído algo.',
      many: '{count} de canales han traído algo.',
      other: '{count} canales han traído algo.',
    },
  },
  'review.count.doubt': {
    by: 'count',
    forms: {
      one: 'Espera {count} lectura dudosa.',
      many: 'Esperan {count} de lecturas dudosas.',
      other: 'Esperan {count} lecturas dudosas.',
    },
  },
  'review.notice': 'Un miembro ha avisado de un error ({mistake}); /review lo muestra.',
  'review.report': '{user}, {day}: {mistake}',
  'review.detail': 'Con sus palabras: {detail}',
  'review.card': 'Ir a la tarjeta',
  'review.cites': 'Lo que cita la tarjeta:',
  'review.gone': 'Ya no está en el corpus: {place}',
  'review.uphold': 'La tarjeta se equivoca',
  'review.dismiss': 'La tarjeta es correcta',
  'review.hide': 'Ocultar hasta que se decida',
  'review.hidden': 'Lo leído aquí queda oculto hasta que decidas.',
  'review.skip': 'Más tarde',
  'review.skip.all': 'Omitir todos',
  'review.title': 'Tu decisión',
  'review.reason': 'Por qué, para quien avisó',
  'review.decided': 'Ya lo decidió otra persona del equipo.',
  'review.facts': 'Corregir lo que he leído',
  'review.what': '¿Qué es lo correcto?',
  'review.doubt': 'Esto se ha mostrado a los miembros, y apenas tengo certeza de ello.',
  'review.contested': 'Los moderadores discrepan sobre esto, en {id}.',
  'review.lost': 'Las palabras de esta corrección ya no se encuentran en {id}.',
  'review.drop': 'Renunciar a la corrección',
  'review.decided.by': '{user}, {day}{why}',
  'review.suggested': 'Propuesto por {user}, {day}',
  'review.begun': 'Empezado por {user}, {day}',
  'review.feed': {
    by: 'count',
    forms: {
      one: '{count} artículo de un canal',
      many: '{count} de artículos de un canal',
      other: '{count} artículos de un canal',
    },
  },
  'review.line.alike': '{title} (casi igual que «{like}»)',
  'mended.hidden': 'Un moderador ocultó una lectura el {day}, hasta que se decida.',
  'mended.corrected': 'Corregido por un moderador el {day}.',
  'mended.corrected.is': 'Corregido por un moderador el {day}: lo dijo {is}.',
  'mended.corrected.not': 'Corregido por un moderador el {day}: lo dijo {is}, no {was}.',
  'review.add': 'Añadir a alguien que estuvo',
  'review.name': 'Indicar quién habla',
  'review.nobody': 'No nombrar a nadie',
  'review.right': 'Está bien así',
  'review.there': 'Estuvo',
  'review.absent': 'No estuvo',
  'review.unlisted': 'No debe figurar',
  'review.supports': 'A favor',
  'review.opposes': 'En contra',
  'review.mixed': 'Ni del todo a favor ni en contra',
  'review.none.stance': 'Sin postura',
  'notice.upheld': '{user} ha dado la razón a un aviso de error.',
  'notice.dismissed': '{user} ha dado por correcta una lectura de la que se avisó.',
  'notice.hidden': '{user} ha ocultado una lectura hasta que se decida un aviso sobre ella.',
  'notice.corrected': '{user} ha decidido sobre una lectura de {place}: {reason}',
  'notice.contested':
    'Los moderadores discrepan sobre una lectura de {place}, así que no se nombra a nadie hasta que decida quien gestiona el servidor. {user} escribió: {reason}',
  'notice.dropped': '{user} ha renunciado a una corrección de {id}, cuyas palabras ya no están.',
  'keeping.gone':
    'No hay ningún artículo «{id}» entre los de este servidor. Elige uno mientras escribes.',
  'keeping.base':
    '«{id}» es común a todos los servidores y no se cambia desde aquí. Pídelo a quien gestiona el bot; una lectura errónea se corrige con /review.',
  'keeping.changed':
    'Entretanto alguien ha cambiado «{id}». Ábrelo otra vez y haz tu cambio de nuevo.',
  'store.lost':
    'Ahora mismo no se puede acceder al almacén de artículos, así que no se ha cambiado nada. Inténtalo de nuevo en unos minutos.',
  'store.unsure':
    'Se perdió el almacén de artículos justo cuando esto se iba a guardar. Mira dentro de unos minutos si se guardó, antes de volver a intentarlo.',
  'keeping.busy': 'Se hacen demasiados cambios a la vez. Inténtalo de nuevo en un momento.',
  'keeping.paragraph': '«{id}» tiene los párrafos 1 a {count}. Elige uno de ellos.',
  'keeping.same': 'Eso no cambia nada, así que no se ha guardado nada.',
  'keeping.empty': 'Así no quedaría ninguna palabra. Para quitar el artículo, usa /corpus remove.',
  'keeping.blocked':
    'Esta página no es el artículo mismo. Pulsa «Pegar el texto» y da sus palabras.',
  'keeping.draft': 'Este borrador ya no está: se guardó, se canceló o tiene más de una semana.',
  'keeping.quota.articles':
    'Este servidor tiene {count} artículos, que es el máximo. Quita alguno o pide más espacio a quien gestiona el bot.',
  'keeping.quota.megabytes':
    'Los artículos de este servidor ocupan los {count} MB que pueden. Quita alguno o pide más espacio a quien gestiona el bot.',
  'keeping.quota.feeds':
    'Este servidor sigue {count} canales, que es el máximo. Quita antes alguno.',
  'keeping.undone':
    'Este cambio no se puede deshacer entero: «{id}» se volvió a cambiar después. Restáuralo con /corpus history.',
  'keeping.contested':
    'Los moderadores discrepan sobre esto, así que no se nombra a nadie hasta que decida quien gestiona el servidor.',
  'keeping.reason': 'Otra persona del equipo decidió lo contrario. Di por qué lo cambias.',
  'keeping.name':
    '«{name}» no está en {id}. Indica el nombre como lo escribe el artículo, y el párrafo donde está.',
  'keeping.fact': 'Esto ya no se lee en el artículo; abre /review otra vez.',
  'keeping.no.change': 'Ese cambio ya no existe, o no queda nada de él por deshacer.',
  'intake.link': '«{link}» no es un enlace. Indica uno que empiece por https://, o pega el texto.',
  'intake.link-scheme':
    'Solo se pueden leer enlaces que empiecen por http:// o https://. Indica uno así, o pega el texto.',
  'intake.link-credentials':
    'El enlace lleva un nombre de usuario o una contraseña (lo que va antes de una @). Indica el enlace sin eso.',
  'intake.link-port':
    'El enlace indica el puerto {port}; solo se leen los puertos habituales de la web. Indica un enlace público, o pega el texto.',
  'intake.link-private':
    '{host} lleva a una dirección privada. Indica un enlace público, o pega el texto.',
  'intake.link-unknown':
    'No hay ningún sitio {host}, o ahora no se puede buscar su nombre. Revisa el enlace, o pega el texto.',
  'intake.link-unreachable': '{host} no responde. Inténtalo más tarde, o pega el texto.',
  'intake.link-slow': '{host} tarda demasiado en responder. Inténtalo más tarde, o pega el texto.',
  'intake.link-large':
    'Aquello a lo que lleva el enlace pasa de {most}. Indica un enlace a un solo artículo, o pega el texto.',
  'intake.link-missing':
    '{host} no tiene esa página (respondió {status}). Revisa el enlace, o pega el texto.',
  'intake.link-refused':
    '{host} no muestra esta página a un bot (respondió {status}). Pega el texto, por favor.',
  'intake.link-failing':
    '{host} no puede mostrar la página ahora (respondió {status}). Inténtalo más tarde, o pega el texto.',
  'intake.link-broken':
    '{host} respondió de un modo que no se puede leer. Mejor pega el texto, por favor.',
  'intake.link-redirects':
    'El enlace solo lleva a otros enlaces (más de {most}). Indica el de la página donde terminan, o pega el texto.',
  'intake.link-downgrade':
    'El enlace lleva de una página segura a una no segura (http://). Indica el de la página donde termina, o pega el texto.',
  'intake.robots':
    '{host} pide que los bots no lean esta página (en su robots.txt). Mejor pega el texto, por favor.',
  'intake.robots-unreachable':
    '{host} no puede decir ahora si un bot puede leer esta página (su robots.txt falla). Inténtalo más tarde, o pega el texto.',
  'intake.attachment-host':
    'Aquí solo se puede leer un archivo subido a Discord. Súbelo con el comando, por favor.',
  'intake.file-kind':
    'Esto no parece texto ({kind}). Da un archivo Markdown, de texto o HTML, o pega el texto.',
  'intake.file-large': 'El archivo pasa de {most}. Divídelo o quita partes.',
  'intake.date': '«{date}» no es una fecha. Escríbela así: 2025-02-18.',
  'intake.front-matter': 'Los campos al comienzo del archivo no se pueden leer. {reason}',
  'intake.text-large':
    'El texto es más largo de lo que puede ser un artículo ({most}). Divídelo o quita partes.',
  'intake.archive':
    'Este zip no se puede leer. Da uno como el que hace /corpus export: un archivo Markdown por artículo.',
  'intake.archive-large':
    'El zip descomprimido pasa de {most}, o tiene demasiados archivos. Divídelo, por favor.',
  'intake.empty': 'Aquí no hay palabras. Da el texto de un artículo.',
  'intake.page-empty':
    'En esta página no se ha encontrado ningún artículo. Revisa el enlace, o pega el texto.',
  'intake.page-tangled':
    'Esta página está hecha de un modo que no se puede leer: sus partes están anidadas demasiado hondo o son demasiadas. Pega el texto.',
  'intake.page-heavy':
    'Leer esta página llevó más tiempo o memoria de lo que se permite a una. Mejor pega el texto, por favor.',
};
