-- Outlines made ready for totals in SQL: lists of them by the hash of all, in the frame of plots.
-- They are made when they are first asked with, and can be made again: not part of what is kept.
CREATE TABLE outline_list (
  number BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  sha256 TEXT NOT NULL UNIQUE
);

CREATE TABLE outline (
  list BIGINT NOT NULL REFERENCES outline_list(number) ON DELETE CASCADE,
  place BIGINT NOT NULL,
  geom geometry(Geometry, 54034) NOT NULL,
  PRIMARY KEY (list, place)
);

-- No piece has more than some hundred vertices: what lies inside it is found faster.
CREATE TABLE outline_piece (
  number BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  list BIGINT NOT NULL REFERENCES outline_list(number) ON DELETE CASCADE,
  place BIGINT NOT NULL,
  geom geometry(Geometry, 54034) NOT NULL
);

-- The border of each piece in short stretches with small boxes: what it may cut is found faster.
CREATE TABLE outline_border (
  piece BIGINT NOT NULL REFERENCES outline_piece(number) ON DELETE CASCADE,
  list BIGINT NOT NULL,
  geom geometry(Geometry, 54034) NOT NULL
);

-- None on list: workers share a table by pages, but an index of one page would go to one of them.
CREATE INDEX outline_border_of_piece ON outline_border (piece);

-- The planner thinks a few thousand rows too few to work on in parallel; here each is dear.
ALTER TABLE outline_piece SET (parallel_workers = 2);
ALTER TABLE outline_border SET (parallel_workers = 2);

-- Plots of several parts, which a border may pass between: for those that are there already.
DO $$ DECLARE part regclass; BEGIN
  FOR part IN SELECT inhrelid FROM pg_inherits WHERE inhparent = 'plot'::regclass LOOP
    EXECUTE format('CREATE INDEX ON %s USING gist (geom) WHERE ST_NumGeometries(geom) > 1', part);
  END LOOP;
END $$;
