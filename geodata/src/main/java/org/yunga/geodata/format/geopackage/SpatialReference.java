package org.yunga.geodata.format.geopackage;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.OptionalInt;
import org.yunga.geodata.crs.EpsgName;
import org.yunga.geodata.crs.WellKnownText;

/** Lines of {@code gpkg_spatial_ref_sys}. */
final class SpatialReference {

  private static final int UNDEFINED_GEOGRAPHIC = 0;
  private static final int FIRST_OF_OUR_OWN = 100_000;

  private SpatialReference() {}

  /** The id of a system, entered where it was not there. */
  static int enter(Connection connection, Optional<String> crs) throws SQLException {
    if (crs.isEmpty()) {
      return UNDEFINED_GEOGRAPHIC;
    }
    OptionalInt epsg = EpsgName.code(crs.get());
    if (epsg.isPresent()) {
      int code = epsg.getAsInt();
      insert(connection, code, "EPSG:" + code, "EPSG", WellKnownText.ogc(code).orElse("undefined"));
      return code;
    }
    int id = FIRST_OF_OUR_OWN + Math.floorMod(crs.get().hashCode(), FIRST_OF_OUR_OWN);
    insert(connection, id, "crs " + id, "NONE", crs.get());
    return id;
  }

  private static void insert(
      Connection connection, int id, String name, String organization, String definition)
      throws SQLException {
    GeoPackageOutput.execute(
        connection,
        "INSERT OR IGNORE INTO gpkg_spatial_ref_sys (srs_name, srs_id, organization,"
            + " organization_coordsys_id, definition) VALUES (?, ?, ?, ?, ?)",
        name,
        id,
        organization,
        id,
        definition);
  }
}
