-- Plots packed in blocks along a curve: a start reads a million in a second. No layer for a GIS:
-- the place of a family's field is not for everyone who has the file open; exports bring plots out.
CREATE TABLE plot_pack (
  number INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
  dataset INTEGER NOT NULL REFERENCES dataset(number),
  form TEXT NOT NULL,
  slots TEXT NOT NULL,
  plots INTEGER NOT NULL,
  rings INTEGER NOT NULL,
  vertices INTEGER NOT NULL,
  valued INTEGER NOT NULL,
  checksum INTEGER NOT NULL,
  UNIQUE (dataset, form)
);

CREATE TABLE plot_block (
  number INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
  pack INTEGER NOT NULL REFERENCES plot_pack(number),
  position INTEGER NOT NULL,
  plots INTEGER NOT NULL,
  rings INTEGER NOT NULL,
  vertices INTEGER NOT NULL,
  checksum INTEGER NOT NULL,
  records BLOB NOT NULL,
  UNIQUE (pack, position)
);

-- What plots of a kind are, and what is told of each besides its size.
ALTER TABLE plot_kind ADD COLUMN form TEXT NOT NULL DEFAULT 'area';
ALTER TABLE plot_kind ADD COLUMN value_es TEXT;
ALTER TABLE plot_kind ADD COLUMN value_en TEXT;
ALTER TABLE plot_kind ADD COLUMN value_unit TEXT;
ALTER TABLE plot_kind ADD COLUMN sharing TEXT;

INSERT INTO gpkg_contents (table_name, data_type, identifier, description, srs_id) VALUES
  ('plot_pack', 'attributes', 'plot_pack', 'Plots of a dataset', NULL),
  ('plot_block', 'attributes', 'plot_block', 'Plots in packed form', NULL);
