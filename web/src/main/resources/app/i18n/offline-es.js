export default {
  'standing.offline': 'Sin conexión con el servidor. Se muestra lo guardado en este equipo: entrega {release}.',
  'standing.newer': 'Se publicó la entrega {release}. Esta página muestra la {given} hasta que la cargue de nuevo; no se mezclan.',
  'standing.unknown': 'Aquí no hay una entrega «{given}». Se muestra la {release}, del {date}; lo demás queda como en el enlace.',
  'standing.pinned': 'Está viendo la entrega {given}, del {date}. La última es la {release}, del {latest}.',
  'standing.latest': 'Ver la última',
  'standing.program': 'Hay una versión nueva de Yunga. Esta página sigue con la anterior hasta que la cargue de nuevo.',
  'standing.load': 'Cargar la nueva',
  'standing.pack': 'Paquete de {name}, entrega {release}, {age}.',
  'standing.leave': 'Salir del paquete',
  'standing.saved': 'guardado {age}',
  'standing.published': 'publicada el {date}; abierto de un archivo y no guardado en este equipo',
};
