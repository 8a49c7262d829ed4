-- What somebody brought and nobody published yet. Its datasets are rows of dataset under an id of
-- their own, so that the same file can wait twice; publishing gives them the id they are to have.
CREATE TABLE staging (
  number INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
  staged_by TEXT NOT NULL,
  staged_at TEXT NOT NULL,
  base INTEGER NOT NULL,
  report TEXT NOT NULL,
  release INTEGER REFERENCES release(number)
);

CREATE TABLE staging_dataset (
  position INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
  staging INTEGER NOT NULL REFERENCES staging(number),
  dataset INTEGER NOT NULL REFERENCES dataset(number),
  id TEXT NOT NULL,
  UNIQUE (staging, id)
);

INSERT INTO gpkg_contents (table_name, data_type, identifier, description, srs_id) VALUES
  ('staging', 'attributes', 'staging', 'What waits to be published', NULL),
  ('staging_dataset', 'attributes', 'staging_dataset', 'Datasets that wait to be published', NULL);
