CREATE TRIGGER {rtree_insert} AFTER INSERT ON {table}
WHEN (new.{geom} NOTNULL AND NOT ST_IsEmpty(NEW.{geom}))
BEGIN
  INSERT OR REPLACE INTO {rtree} VALUES (
    NEW.{fid}, ST_MinX(NEW.{geom}), ST_MaxX(NEW.{geom}), ST_MinY(NEW.{geom}), ST_MaxY(NEW.{geom}));
END;

CREATE TRIGGER {rtree_update1} AFTER UPDATE OF {geom} ON {table}
WHEN OLD.{fid} = NEW.{fid} AND (NEW.{geom} NOTNULL AND NOT ST_IsEmpty(NEW.{geom}))
BEGIN
  INSERT OR REPLACE INTO {rtree} VALUES (
    NEW.{fid}, ST_MinX(NEW.{geom}), ST_MaxX(NEW.{geom}), ST_MinY(NEW.{geom}), ST_MaxY(NEW.{geom}));
END;

CREATE TRIGGER {rtree_update2} AFTER UPDATE OF {geom} ON {table}
WHEN OLD.{fid} = NEW.{fid} AND (NEW.{geom} ISNULL OR ST_IsEmpty(NEW.{geom}))
BEGIN
  DELETE FROM {rtree} WHERE id = OLD.{fid};
END;

CREATE TRIGGER {rtree_update3} AFTER UPDATE ON {table}
WHEN OLD.{fid} != NEW.{fid} AND (NEW.{geom} NOTNULL AND NOT ST_IsEmpty(NEW.{geom}))
BEGIN
  DELETE FROM {rtree} WHERE id = OLD.{fid};
  INSERT OR REPLACE INTO {rtree} VALUES (
    NEW.{fid}, ST_MinX(NEW.{geom}), ST_MaxX(NEW.{geom}), ST_MinY(NEW.{geom}), ST_MaxY(NEW.{geom}));
END;

CREATE TRIGGER {rtree_update4} AFTER UPDATE ON {table}
WHEN OLD.{fid} != NEW.{fid} AND (NEW.{geom} ISNULL OR ST_IsEmpty(NEW.{geom}))
BEGIN
  DELETE FROM {rtree} WHERE id IN (OLD.{fid}, NEW.{fid});
END;

CREATE TRIGGER {rtree_delete} AFTER DELETE ON {table}
WHEN old.{geom} NOT NULL
BEGIN
  DELETE FROM {rtree} WHERE id = OLD.{fid};
END;
