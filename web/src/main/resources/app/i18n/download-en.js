export default {
  'download.title': 'Download what is shown',
  'download.geojson.hint': 'Regions with their geometry and figures, for QGIS and others',
  'download.csv.hint': 'One row per figure, with its source',
  'download.csv-excel.hint': 'The same, opened by Excel with accents and codes intact',
  'download.noGeometry': 'This set has no boundaries: the GeoJSON holds the figures without geometry.',
  'download.cite': 'How to cite',
  'download.citation': '{sentence}. Source: {sources}. Consulted in Yunga, data release {release}.',
  'download.boundaries': 'Boundaries: source and licence',
  'download.noLicence': 'No boundaries in this set.',
};
