export default {
  'help.languages': 'Other languages',
  'help.layer': '{name}: {share} of the texts of the main screens, in Quechua of Ayacucho (Chanka). Not yet reviewed by a speaker. What is missing, names and data stay in Spanish.',
  'help.layer.use': 'Show the page in {name}',
};
