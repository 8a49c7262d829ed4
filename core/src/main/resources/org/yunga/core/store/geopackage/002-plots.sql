-- Plots: pieces of ground that were measured, and the catalogue of their kinds.
CREATE TABLE plot_kind (
  position INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
  dataset INTEGER NOT NULL REFERENCES dataset(number),
  id TEXT NOT NULL,
  name_es TEXT NOT NULL,
  name_en TEXT NOT NULL,
  palette TEXT NOT NULL,
  UNIQUE (dataset, id)
);

CREATE TABLE plot (
  fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
  dataset INTEGER NOT NULL REFERENCES dataset(number),
  kind TEXT NOT NULL,
  year INTEGER NOT NULL,
  area_ha DOUBLE NOT NULL,
  geom GEOMETRY NOT NULL
);

CREATE INDEX plot_slot ON plot (dataset, kind, year);

INSERT INTO gpkg_contents (table_name, data_type, identifier, description, srs_id) VALUES
  ('plot', 'features', 'plot', 'Pieces of ground that were measured', 4326),
  ('plot_kind', 'attributes', 'plot_kind', 'What plots are of', NULL);

INSERT INTO gpkg_geometry_columns VALUES ('plot', 'geom', 'GEOMETRY', 4326, 0, 0);
