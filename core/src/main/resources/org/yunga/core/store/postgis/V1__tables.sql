-- The same rows as the embedded store has, so that datasets have the same hashes. Whole numbers are
-- all BIGINT: COPY in binary form asks for the very type.

-- Numbers without gaps: a sequence would keep those of what was rolled back, and a gap in the audit
-- means that somebody cut it. Writers take turns anyway.
CREATE TABLE counter (
  name TEXT PRIMARY KEY,
  last BIGINT NOT NULL
);

INSERT INTO counter VALUES
  ('dataset', 0), ('release', 0), ('staging', 0), ('access_token', 0), ('audit', 0);

CREATE FUNCTION next_number(counted TEXT) RETURNS BIGINT LANGUAGE sql SET search_path = ${flyway:defaultSchema} AS
$$ UPDATE counter SET last = last + 1 WHERE name = counted RETURNING last $$;

CREATE TABLE dataset (
  number BIGINT PRIMARY KEY DEFAULT next_number('dataset'),
  id TEXT NOT NULL UNIQUE,
  key TEXT NOT NULL,
  title TEXT NOT NULL,
  source TEXT NOT NULL,
  licence TEXT NOT NULL,
  file_name TEXT NOT NULL,
  sha256 TEXT NOT NULL
);

CREATE TABLE release (
  number BIGINT PRIMARY KEY DEFAULT next_number('release'),
  published_at TEXT NOT NULL
);

CREATE TABLE release_dataset (
  id BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  release BIGINT NOT NULL REFERENCES release(number),
  dataset BIGINT NOT NULL REFERENCES dataset(number),
  UNIQUE (release, dataset)
);

CREATE TABLE theme (
  position BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  dataset BIGINT NOT NULL REFERENCES dataset(number),
  id TEXT NOT NULL,
  name_es TEXT NOT NULL,
  name_en TEXT NOT NULL,
  UNIQUE (dataset, id)
);

CREATE TABLE unit (
  position BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  dataset BIGINT NOT NULL REFERENCES dataset(number),
  id TEXT NOT NULL,
  symbol TEXT NOT NULL,
  name_es TEXT NOT NULL,
  name_en TEXT NOT NULL,
  UNIQUE (dataset, id)
);

CREATE TABLE indicator (
  position BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  dataset BIGINT NOT NULL REFERENCES dataset(number),
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
  position BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  dataset BIGINT NOT NULL REFERENCES dataset(number),
  id TEXT NOT NULL,
  status TEXT NOT NULL,
  rank BIGINT NOT NULL,
  name_es TEXT NOT NULL,
  name_en TEXT NOT NULL,
  definition_es TEXT NOT NULL,
  definition_en TEXT NOT NULL,
  UNIQUE (dataset, id)
);

CREATE TABLE series_break (
  position BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  dataset BIGINT NOT NULL REFERENCES dataset(number),
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
  position BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  dataset BIGINT NOT NULL REFERENCES dataset(number),
  indicator TEXT NOT NULL,
  region_set TEXT NOT NULL,
  method TEXT NOT NULL,
  lower_bounds TEXT NOT NULL,
  UNIQUE (dataset, indicator, region_set)
);

CREATE TABLE absence_rule (
  position BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  dataset BIGINT NOT NULL REFERENCES dataset(number),
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
  position BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  dataset BIGINT NOT NULL REFERENCES dataset(number),
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

CREATE TABLE region (
  fid BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  dataset BIGINT NOT NULL REFERENCES dataset(number),
  region_set TEXT NOT NULL,
  code TEXT NOT NULL,
  name TEXT NOT NULL,
  parent_set TEXT,
  parent_code TEXT,
  note_es TEXT,
  note_en TEXT,
  longitude DOUBLE PRECISION,
  latitude DOUBLE PRECISION,
  basis_es TEXT,
  basis_en TEXT,
  area_ha DOUBLE PRECISION,
  geom geometry(MultiPolygon, 4326),
  valid_from TEXT,
  valid_to TEXT,
  UNIQUE (dataset, region_set, code)
);

CREATE TABLE region_member (
  position BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  region BIGINT NOT NULL REFERENCES region(fid),
  member_set TEXT,
  member_code TEXT,
  member_name TEXT NOT NULL,
  valid_from TEXT,
  valid_to TEXT
);

CREATE TABLE figure (
  number BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  dataset BIGINT NOT NULL REFERENCES dataset(number),
  region_set TEXT NOT NULL,
  region_code TEXT NOT NULL,
  indicator TEXT NOT NULL,
  measure TEXT NOT NULL,
  period TEXT NOT NULL,
  series TEXT NOT NULL,
  state TEXT NOT NULL,
  value DOUBLE PRECISION,
  method TEXT NOT NULL,
  status TEXT NOT NULL,
  source_title TEXT NOT NULL,
  source_locator TEXT NOT NULL,
  note_es TEXT,
  note_en TEXT,
  UNIQUE (dataset, region_set, region_code, indicator, measure, period, series),
  CHECK ((state IN ('value', 'zero')) = (value IS NOT NULL))
);

CREATE TABLE plot_kind (
  position BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  dataset BIGINT NOT NULL REFERENCES dataset(number),
  id TEXT NOT NULL,
  name_es TEXT NOT NULL,
  name_en TEXT NOT NULL,
  palette TEXT NOT NULL,
  form TEXT NOT NULL DEFAULT 'area',
  value_es TEXT,
  value_en TEXT,
  value_unit TEXT,
  sharing TEXT,
  UNIQUE (dataset, id)
);

CREATE TABLE plot_pack (
  number BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  dataset BIGINT NOT NULL REFERENCES dataset(number),
  form TEXT NOT NULL,
  slots TEXT NOT NULL,
  plots BIGINT NOT NULL,
  rings BIGINT NOT NULL,
  vertices BIGINT NOT NULL,
  valued BIGINT NOT NULL,
  checksum BIGINT NOT NULL,
  UNIQUE (dataset, form)
);

CREATE TABLE plot_block (
  number BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  pack BIGINT NOT NULL REFERENCES plot_pack(number),
  position BIGINT NOT NULL,
  plots BIGINT NOT NULL,
  rings BIGINT NOT NULL,
  vertices BIGINT NOT NULL,
  checksum BIGINT NOT NULL,
  records BYTEA NOT NULL,
  UNIQUE (pack, position)
);

CREATE TABLE dataset_arrival (
  dataset BIGINT PRIMARY KEY REFERENCES dataset(number),
  brought_by TEXT NOT NULL,
  brought_at TEXT NOT NULL,
  figures BIGINT NOT NULL,
  regions BIGINT NOT NULL,
  plots BIGINT NOT NULL,
  content_sha256 TEXT NOT NULL
);

CREATE TABLE dataset_problem (
  position BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  dataset BIGINT NOT NULL REFERENCES dataset(number),
  code TEXT NOT NULL,
  count BIGINT NOT NULL,
  UNIQUE (dataset, code)
);

CREATE TABLE audit (
  number BIGINT PRIMARY KEY,
  done_at TEXT NOT NULL,
  done_by TEXT NOT NULL,
  act TEXT NOT NULL,
  release BIGINT UNIQUE,
  subject TEXT NOT NULL,
  file_sha256 TEXT,
  content_sha256 TEXT,
  release_sha256 TEXT,
  previous_sha256 TEXT NOT NULL,
  sha256 TEXT NOT NULL
);

CREATE TABLE access_token (
  number BIGINT PRIMARY KEY DEFAULT next_number('access_token'),
  name TEXT NOT NULL,
  sha256 TEXT NOT NULL UNIQUE,
  created_at TEXT NOT NULL,
  created_by TEXT NOT NULL,
  expires_at TEXT,
  revoked_at TEXT
);

CREATE TABLE staging (
  number BIGINT PRIMARY KEY DEFAULT next_number('staging'),
  staged_by TEXT NOT NULL,
  staged_at TEXT NOT NULL,
  base BIGINT NOT NULL,
  report TEXT NOT NULL,
  release BIGINT REFERENCES release(number)
);

CREATE TABLE staging_dataset (
  position BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  staging BIGINT NOT NULL REFERENCES staging(number),
  dataset BIGINT NOT NULL REFERENCES dataset(number),
  id TEXT NOT NULL,
  UNIQUE (staging, id)
);


CREATE INDEX region_of_dataset ON region (dataset);
CREATE INDEX region_geom ON region USING gist (geom);
CREATE INDEX region_member_of_region ON region_member (region);

CREATE UNIQUE INDEX access_token_in_force ON access_token (name) WHERE revoked_at IS NULL;

-- The audit is only added to.
CREATE FUNCTION refuse_to_change_the_audit() RETURNS trigger LANGUAGE plpgsql AS
$$ BEGIN RAISE EXCEPTION 'the audit is only added to'; END $$;

CREATE TRIGGER audit_is_not_changed BEFORE UPDATE OR DELETE ON audit
FOR EACH ROW EXECUTE FUNCTION refuse_to_change_the_audit();

CREATE TRIGGER audit_is_not_emptied BEFORE TRUNCATE ON audit
FOR EACH STATEMENT EXECUTE FUNCTION refuse_to_change_the_audit();

CREATE FUNCTION count_the_audit() RETURNS trigger LANGUAGE plpgsql SET search_path = ${flyway:defaultSchema} AS
$$ BEGIN
  UPDATE counter SET last = greatest(last, NEW.number) WHERE name = 'audit';
  RETURN NULL;
END $$;

CREATE TRIGGER audit_is_counted AFTER INSERT ON audit
FOR EACH ROW EXECUTE FUNCTION count_the_audit();

-- Blocks are compressed already by what they are; trying again costs time only.
ALTER TABLE plot_block ALTER COLUMN records SET STORAGE EXTERNAL;

-- Plots once more, one in a row, for totals in SQL: a partition a dataset, filled by COPY. Frame:
-- ESRI:54034, the equal-area frame of the program, metres; sizes and values in fixed point, as the
-- program keeps them (square millimetres, or thousandths of a millimetre of length).
CREATE TABLE plot (
  dataset BIGINT NOT NULL,
  number BIGINT NOT NULL,
  kind TEXT NOT NULL,
  year BIGINT NOT NULL,
  size BIGINT NOT NULL,
  value BIGINT,
  inside geometry(Point, 54034) NOT NULL,
  geom geometry(Geometry, 54034) NOT NULL
) PARTITION BY LIST (dataset);

-- What a GIS may show: the regions of the newest release. Where several datasets bring a boundary
-- for one region the last one counts, those of boundaries before all.
CREATE VIEW region_in_force AS
SELECT DISTINCT ON (region_set, code)
  fid, region_set, code, name, parent_set, parent_code, area_ha, valid_from, valid_to, geom
FROM region
JOIN dataset ON dataset.number = region.dataset
JOIN release_dataset ON release_dataset.dataset = dataset.number
WHERE release = (SELECT max(number) FROM release) AND geom IS NOT NULL
ORDER BY region_set, code, dataset.key LIKE 'boundaries/%' DESC, dataset.number DESC;
