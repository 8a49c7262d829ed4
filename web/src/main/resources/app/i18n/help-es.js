export default {
  'help.languages': 'Otras lenguas',
  'help.layer': '{name}: {share} de los textos de las pantallas principales, en quechua de Ayacucho (chanka). Aún sin revisar por un hablante. Lo que falta, los nombres y los datos siguen en español.',
  'help.layer.use': 'Ver la página en {name}',
};
