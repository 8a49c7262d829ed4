export default {
  'download.title': 'Descargar lo que se ve',
  'download.geojson.hint': 'Regiones con su geometría y sus cifras, para QGIS y otros',
  'download.csv.hint': 'Una fila por cifra, con su fuente',
  'download.csv-excel.hint': 'Lo mismo, que Excel abre con tildes y códigos correctos',
  'download.noGeometry': 'Este conjunto no tiene límites: el GeoJSON lleva las cifras sin geometría.',
  'download.cite': 'Cómo citar',
  'download.citation': '{sentence}. Fuente: {sources}. Consultado en Yunga, versión de datos {release}.',
  'download.boundaries': 'Límites: fuente y licencia',
  'download.noLicence': 'Sin límites en este conjunto.',
};
