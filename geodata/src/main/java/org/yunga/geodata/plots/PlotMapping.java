package org.yunga.geodata.plots;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.yunga.geodata.intake.IntakeRoles;
import org.yunga.geodata.intake.MappedColumn;

/**
 * Which column of a file of plots is what.
 *
 * @param year column of years or dates
 * @param yearForAll the year of all rows, where no column says it
 * @param value column of what the kind tells of a plot besides its size
 * @param hectares column of the declared area
 * @param unit of the declared area
 * @param regionCode column of UBIGEO codes
 * @param regionName column of names of regions
 * @param columns the same for people, and what else was recognised
 */
record PlotMapping(
    Optional<String> year,
    OptionalInt yearForAll,
    Optional<String> value,
    Optional<String> hectares,
    Optional<AreaUnit> unit,
    Optional<String> regionCode,
    Optional<String> regionName,
    List<MappedColumn> columns) {

  /** Roles that columns can have. */
  static final String YEAR = "year";

  static final String VALUE = "value";
  static final String HECTARES = "hectares";
  static final String ID = "id";
  static final String REGION_CODE = "region_code";
  static final String REGION_NAME = "region_name";

  /** What can be said for all rows. */
  static final String UNIT = "unit";

  static final List<String> COLUMN_ROLES =
      List.of(YEAR, VALUE, HECTARES, ID, REGION_CODE, REGION_NAME);
  static final List<String> CONSTANT_ROLES = List.of(YEAR, UNIT);
  static final IntakeRoles ROLES = new IntakeRoles(COLUMN_ROLES, CONSTANT_ROLES);

  /** Copies the list. */
  PlotMapping {
    columns = List.copyOf(columns);
  }

  /** The same without what cannot be compared. */
  PlotMapping checking(boolean areas, boolean codes) {
    return new PlotMapping(
        year,
        yearForAll,
        value,
        areas ? hectares : Optional.empty(),
        unit,
        codes ? regionCode : Optional.empty(),
        codes ? regionName : Optional.empty(),
        columns);
  }

  /** Whether somebody said in which unit areas are declared. */
  boolean isUnitSaid() {
    return columns.stream().anyMatch(one -> one.role().equals(UNIT));
  }

  /** What decides which plots come out of a file. */
  String reading() {
    return year + " " + yearForAll + " " + value;
  }
}
