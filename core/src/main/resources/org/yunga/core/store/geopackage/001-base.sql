-- GeoPackage 1.3 (OGC 12-128r17), clause 1.1: the tables every GeoPackage has.
CREATE TABLE gpkg_spatial_ref_sys (
  srs_name TEXT NOT NULL,
  srs_id INTEGER NOT NULL PRIMARY KEY,
  organization TEXT NOT NULL,
  organization_coordsys_id INTEGER NOT NULL,
  definition TEXT NOT NULL,
  description TEXT
);

INSERT INTO gpkg_spatial_ref_sys VALUES
  ('Undefined cartesian SRS', -1, 'NONE', -1, 'undefined', 'undefined cartesian coordinate reference system'),
  ('Undefined geographic SRS', 0, 'NONE', 0, 'undefined', 'undefined geographic coordinate reference system'),
  ('WGS 84 geodetic', 4326, 'EPSG', 4326,
   'GEOGCS["WGS 84",DATUM["WGS_1984",SPHEROID["WGS 84",6378137,298.257223563,AUTHORITY["EPSG","7030"]],AUTHORITY["EPSG","6326"]],PRIMEM["Greenwich",0,AUTHORITY["EPSG","8901"]],UNIT["degree",0.0174532925199433,AUTHORITY["EPSG","9122"]],AUTHORITY["EPSG","4326"]]',
   'longitude/latitude coordinates in decimal degrees on the WGS 84 spheroid');

CREATE TABLE gpkg_contents (
  table_name TEXT NOT NULL PRIMARY KEY,
  data_type TEXT NOT NULL,
  identifier TEXT UNIQUE,
  description TEXT DEFAULT '',
  last_change DATETIME NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ','now')),
  min_x DOUBLE,
  min_y DOUBLE,
  max_x DOUBLE,
  max_y DOUBLE,
  srs_id INTEGER,
  CONSTRAINT fk_gc_r_srs_id FOREIGN KEY (srs_id) REFERENCES gpkg_spatial_ref_sys(srs_id)
);

CREATE TABLE gpkg_geometry_columns (
  table_name TEXT NOT NULL,
  column_name TEXT NOT NULL,
  geometry_type_name TEXT NOT NULL,
  srs_id INTEGER NOT NULL,
  z TINYINT NOT NULL,
  m TINYINT NOT NULL,
  CONSTRAINT pk_geom_cols PRIMARY KEY (table_name, column_name),
  CONSTRAINT uk_gc_table_name UNIQUE (table_name),
  CONSTRAINT fk_gc_tn FOREIGN KEY (table_name) REFERENCES gpkg_contents(table_name),
  CONSTRAINT fk_gc_srs FOREIGN KEY (srs_id) REFERENCES gpkg_spatial_ref_sys(srs_id)
);

-- Datasets and releases: rows are added, never changed.
CREATE TABLE dataset (
  number INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
  id TEXT NOT NULL UNIQUE,
  key TEXT NOT NULL,
  title TEXT NOT NULL,
  source TEXT NOT NULL,
  licence TEXT NOT NULL,
  file_name TEXT NOT NULL,
  sha256 TEXT NOT NULL
);

CREATE TABLE release (
  number INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
  published_at TEXT NOT NULL
);

CREATE TABLE release_dataset (
  id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
  release INTEGER NOT NULL REFERENCES release(number),
  dataset INTEGER NOT NULL REFERENCES dataset(number),
  UNIQUE (release, dataset)
);

-- The catalogue. "position" keeps the order in which people see the entries.
CREATE TABLE theme (
  position INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
  dataset INTEGER NOT NULL REFERENCES dataset(number),
  id TEXT NOT NULL,
  name_es TEXT NOT NULL,
  name_en TEXT NOT NULL,
  UNIQUE (dataset, id)
);

CREATE TABLE unit (
  position INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
  dataset INTEGER NOT NULL REFERENCES dataset(number),
  id TEXT NOT NULL,
  symbol TEXT NOT NULL,
  name_es TEXT NOT NULL,
  name_en TEXT NOT NULL,
  UNIQUE (dataset, id)
);

CREATE TABLE indicator (
  position INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
  dataset INTEGER NOT NULL REFERENCES dataset(number),
  id TEXT NOT NULL,
  theme TEXT NOT NULL,
  kind TEXT NOT NULL,
  space_rule TEXT NOT NULL,
  time_rule TEXT NOT NULL,
  numerator TEXT,
  denominator TEXT,
  unit TEXT NOT NULL,
  direction TEXT NOT NULL,
  absence TEXT NOT NULL,
  display TEXT NOT NULL,
  palette TEXT NOT NULL,
  lead_es TEXT NOT NULL,
  lead_en TEXT NOT NULL,
  short_es TEXT NOT NULL,
  short_en TEXT NOT NULL,
  name_es TEXT NOT NULL,
  name_en TEXT NOT NULL,
  definition_es TEXT NOT NULL,
  definition_en TEXT NOT NULL,
  source TEXT NOT NULL,
  UNIQUE (dataset, id)
);

CREATE TABLE series (
  position INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
  dataset INTEGER NOT NULL REFERENCES dataset(number),
  id TEXT NOT NULL,
  status TEXT NOT NULL,
  rank INTEGER NOT NULL,
  name_es TEXT NOT NULL,
  name_en TEXT NOT NULL,
  definition_es TEXT NOT NULL,
  definition_en TEXT NOT NULL,
  UNIQUE (dataset, id)
);

CREATE TABLE series_break (
  position INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
  dataset INTEGER NOT NULL REFERENCES dataset(number),
  indicator TEXT NOT NULL,
  after TEXT NOT NULL,
  before TEXT NOT NULL,
  kind TEXT NOT NULL,
  label_es TEXT NOT NULL,
  label_en TEXT NOT NULL,
  explanation_es TEXT NOT NULL,
  explanation_en TEXT NOT NULL,
  source TEXT NOT NULL
);

CREATE TABLE class_rule (
  position INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
  dataset INTEGER NOT NULL REFERENCES dataset(number),
  indicator TEXT NOT NULL,
  region_set TEXT NOT NULL,
  method TEXT NOT NULL,
  lower_bounds TEXT NOT NULL,
  UNIQUE (dataset, indicator, region_set)
);

CREATE TABLE absence_rule (
  position INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
  dataset INTEGER NOT NULL REFERENCES dataset(number),
  region_set TEXT NOT NULL,
  indicator TEXT NOT NULL,
  series TEXT NOT NULL,
  codes TEXT NOT NULL,
  state TEXT NOT NULL,
  explanation_es TEXT NOT NULL,
  explanation_en TEXT NOT NULL,
  UNIQUE (dataset, region_set, indicator, series, codes)
);

CREATE TABLE region_set (
  position INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
  dataset INTEGER NOT NULL REFERENCES dataset(number),
  id TEXT NOT NULL,
  kind TEXT NOT NULL,
  parent TEXT,
  name_es TEXT NOT NULL,
  name_en TEXT NOT NULL,
  one_es TEXT NOT NULL,
  one_en TEXT NOT NULL,
  definition_es TEXT NOT NULL,
  definition_en TEXT NOT NULL,
  source TEXT NOT NULL,
  licence TEXT NOT NULL,
  UNIQUE (dataset, id)
);

-- Regions: a boundary in geom, or a reference point in longitude and latitude, or neither.
CREATE TABLE region (
  fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
  dataset INTEGER NOT NULL REFERENCES dataset(number),
  region_set TEXT NOT NULL,
  code TEXT NOT NULL,
  name TEXT NOT NULL,
  parent_set TEXT,
  parent_code TEXT,
  note_es TEXT,
  note_en TEXT,
  longitude DOUBLE,
  latitude DOUBLE,
  basis_es TEXT,
  basis_en TEXT,
  area_ha DOUBLE,
  geom MULTIPOLYGON,
  UNIQUE (dataset, region_set, code)
);

CREATE TABLE region_member (
  position INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
  region INTEGER NOT NULL REFERENCES region(fid),
  member_set TEXT,
  member_code TEXT,
  member_name TEXT NOT NULL
);

CREATE TABLE figure (
  number INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
  dataset INTEGER NOT NULL REFERENCES dataset(number),
  region_set TEXT NOT NULL,
  region_code TEXT NOT NULL,
  indicator TEXT NOT NULL,
  measure TEXT NOT NULL,
  period TEXT NOT NULL,
  series TEXT NOT NULL,
  state TEXT NOT NULL,
  value DOUBLE,
  method TEXT NOT NULL,
  status TEXT NOT NULL,
  source_title TEXT NOT NULL,
  source_locator TEXT NOT NULL,
  note_es TEXT,
  note_en TEXT,
  UNIQUE (dataset, region_set, region_code, indicator, measure, period, series),
  CHECK ((state IN ('value', 'zero')) = (value IS NOT NULL))
);

INSERT INTO gpkg_contents (table_name, data_type, identifier, description, srs_id) VALUES
  ('region', 'features', 'region', 'All regions of all datasets', 4326),
  ('dataset', 'attributes', 'dataset', 'One row a delivery', NULL),
  ('release', 'attributes', 'release', 'One row a release', NULL),
  ('release_dataset', 'attributes', 'release_dataset', 'Which datasets a release holds', NULL),
  ('theme', 'attributes', 'theme', 'Headings of indicators', NULL),
  ('unit', 'attributes', 'unit', 'Units of measure', NULL),
  ('indicator', 'attributes', 'indicator', 'What is counted', NULL),
  ('series', 'attributes', 'series', 'Who measured', NULL),
  ('series_break', 'attributes', 'series_break', 'Where series must not be compared', NULL),
  ('class_rule', 'attributes', 'class_rule', 'Class bounds chosen by hand', NULL),
  ('absence_rule', 'attributes', 'absence_rule', 'Why a series has no figures for some regions', NULL),
  ('region_set', 'attributes', 'region_set', 'Families of regions', NULL),
  ('region_member', 'attributes', 'region_member', 'Zones given as lists', NULL),
  ('figure', 'attributes', 'figure', 'Reported values with their sources', NULL);

INSERT INTO gpkg_geometry_columns VALUES ('region', 'geom', 'MULTIPOLYGON', 4326, 0, 0);
