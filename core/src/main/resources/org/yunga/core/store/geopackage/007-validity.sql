-- When a region, or its membership in a zone, holds by law: ISO dates, from the first day to the
-- first day on which it holds no more; null where that is not known.
ALTER TABLE region ADD COLUMN valid_from TEXT;
ALTER TABLE region ADD COLUMN valid_to TEXT;
ALTER TABLE region_member ADD COLUMN valid_from TEXT;
ALTER TABLE region_member ADD COLUMN valid_to TEXT;
