export default {
  'empty.title': 'Este almacén aún no tiene cifras ni parcelas.',
  'empty.how': 'Cargue datos y vuelva a abrir esta página.',
};
