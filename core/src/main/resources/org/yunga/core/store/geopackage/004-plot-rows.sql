-- The program has packed the rows of plots by now.
DELETE FROM gpkg_geometry_columns WHERE table_name = 'plot';
DELETE FROM gpkg_contents WHERE table_name = 'plot';
DROP TABLE plot;
