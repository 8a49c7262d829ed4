-- What a dataset was when it came: who, when, how much, and the hash of all its rows.
CREATE TABLE dataset_arrival (
  dataset INTEGER PRIMARY KEY NOT NULL REFERENCES dataset(number),
  brought_by TEXT NOT NULL,
  brought_at TEXT NOT NULL,
  figures INTEGER NOT NULL,
  regions INTEGER NOT NULL,
  plots INTEGER NOT NULL,
  content_sha256 TEXT NOT NULL
);

CREATE TABLE dataset_problem (
  position INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
  dataset INTEGER NOT NULL REFERENCES dataset(number),
  code TEXT NOT NULL,
  count INTEGER NOT NULL,
  UNIQUE (dataset, code)
);

-- Who did what. Entries are only added; each holds the hash of the one before.
CREATE TABLE audit (
  number INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
  done_at TEXT NOT NULL,
  done_by TEXT NOT NULL,
  act TEXT NOT NULL,
  release INTEGER UNIQUE,
  subject TEXT NOT NULL,
  file_sha256 TEXT,
  content_sha256 TEXT,
  release_sha256 TEXT,
  previous_sha256 TEXT NOT NULL,
  sha256 TEXT NOT NULL
);

CREATE TRIGGER audit_is_not_changed BEFORE UPDATE ON audit
BEGIN SELECT RAISE(ABORT, 'the audit is only added to'); END;

CREATE TRIGGER audit_is_not_cut BEFORE DELETE ON audit
BEGIN SELECT RAISE(ABORT, 'the audit is only added to'); END;

-- Tokens: only their hashes.
CREATE TABLE access_token (
  number INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
  name TEXT NOT NULL,
  sha256 TEXT NOT NULL UNIQUE,
  created_at TEXT NOT NULL,
  created_by TEXT NOT NULL,
  expires_at TEXT,
  revoked_at TEXT
);

CREATE UNIQUE INDEX access_token_in_force ON access_token (name) WHERE revoked_at IS NULL;

INSERT INTO gpkg_contents (table_name, data_type, identifier, description, srs_id) VALUES
  ('dataset_arrival', 'attributes', 'dataset_arrival', 'Who brought a dataset, and when', NULL),
  ('dataset_problem', 'attributes', 'dataset_problem', 'Problems a dataset was published with', NULL),
  ('audit', 'attributes', 'audit', 'Who did what; never changed', NULL);
