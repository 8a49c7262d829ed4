package org.yunga.core.store.sql;

import static org.yunga.core.store.sql.Sql.bilingual;
import static org.yunga.core.store.sql.Sql.en;
import static org.yunga.core.store.sql.Sql.es;
import static org.yunga.core.store.sql.Sql.optionalBilingual;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;
import org.yunga.core.dataset.Dataset;
import org.yunga.core.region.Place;
import org.yunga.core.region.Region;
import org.yunga.core.region.RegionRef;
import org.yunga.core.region.Validity;

/** Reads and writes regions, their places and their members. */
final class RegionTables {

  private RegionTables() {}

  static void write(Session session, long dataset, List<Region> regions) throws SQLException {
    Sql.insert(
        session,
        "region",
        "region_set, code, name, parent_set, parent_code, note_es, note_en, longitude, latitude,"
            + " basis_es, basis_en, area_ha, geom, valid_from, valid_to",
        dataset,
        regions,
        RegionTables::values);
    writeMembers(session.connection(), dataset, regions);
  }

  private static Object[] values(Region region) {
    Place.Boundary boundary = region.place() instanceof Place.Boundary b ? b : null;
    Place.ReferencePoint point = region.place() instanceof Place.ReferencePoint p ? p : null;
    return new Object[] {
      region.ref().regionSet(),
      region.code(),
      region.name(),
      region.parent().map(RegionRef::regionSet).orElse(null),
      region.parent().map(RegionRef::code).orElse(null),
      es(region.note()),
      en(region.note()),
      point == null ? null : point.longitude(),
      point == null ? null : point.latitude(),
      point == null ? null : point.basis().es(),
      point == null ? null : point.basis().en(),
      boundary == null ? null : boundary.areaHectares(),
      boundary == null ? null : asMultiPolygon(boundary.geometry()),
      text(region.validity().from()),
      text(region.validity().to())
    };
  }

  private static String text(Optional<LocalDate> day) {
    return day.map(LocalDate::toString).orElse(null);
  }

  /** A column has one type of geometry. */
  private static Geometry asMultiPolygon(Geometry geometry) {
    return geometry instanceof Polygon polygon
        ? geometry.getFactory().createMultiPolygon(new Polygon[] {polygon})
        : geometry;
  }

  private static void writeMembers(Connection connection, long dataset, List<Region> regions)
      throws SQLException {
    String sql =
        "INSERT INTO region_member (region, member_set, member_code, member_name,"
            + " valid_from, valid_to) SELECT fid, ?, ?, ?, ?, ? FROM region"
            + " WHERE dataset = ? AND region_set = ? AND code = ?";
    try (PreparedStatement insert = connection.prepareStatement(sql)) {
      for (Region region : regions) {
        for (Region.Member member : region.members()) {
          insert.setString(1, member.ref().map(RegionRef::regionSet).orElse(null));
          insert.setString(2, member.ref().map(RegionRef::code).orElse(null));
          insert.setString(3, member.name());
          insert.setString(4, text(member.validity().from()));
          insert.setString(5, text(member.validity().to()));
          insert.setLong(6, dataset);
          insert.setString(7, region.ref().regionSet());
          insert.setString(8, region.code());
          insert.addBatch();
        }
      }
      insert.executeBatch();
    }
  }

  static List<Region> read(Session session, long release) throws SQLException {
    Map<Long, List<Region.Member>> members = readMembers(session.connection());
    return Sql.query(
        session.connection(),
        "SELECT region.* FROM region JOIN dataset ON dataset.number = region.dataset"
            + " WHERE dataset IN (SELECT dataset FROM release_dataset WHERE release = ?)"
            + " ORDER BY dataset.key LIKE '"
            + Dataset.BOUNDARIES
            + "%', dataset, fid",
        row -> region(session, row, members.getOrDefault(row.getLong("fid"), List.of())),
        release);
  }

  private static Map<Long, List<Region.Member>> readMembers(Connection connection)
      throws SQLException {
    Map<Long, List<Region.Member>> members = new HashMap<>();
    Sql.query(
        connection,
        "SELECT * FROM region_member ORDER BY position",
        row ->
            members
                .computeIfAbsent(row.getLong("region"), key -> new ArrayList<>())
                .add(
                    new Region.Member(
                        ref(row.getString("member_set"), row.getString("member_code")),
                        row.getString("member_name"),
                        validity(row))));
    return members;
  }

  private static Region region(Session session, ResultSet row, List<Region.Member> members)
      throws SQLException {
    return new Region(
        new RegionRef(row.getString("region_set"), row.getString("code")),
        row.getString("name"),
        ref(row.getString("parent_set"), row.getString("parent_code")),
        optionalBilingual(row, "note"),
        place(session, row),
        members,
        validity(row));
  }

  private static Validity validity(ResultSet row) throws SQLException {
    Optional<LocalDate> from =
        Optional.ofNullable(row.getString("valid_from")).map(LocalDate::parse);
    Optional<LocalDate> to = Optional.ofNullable(row.getString("valid_to")).map(LocalDate::parse);
    return from.isEmpty() && to.isEmpty() ? Validity.ALWAYS : new Validity(from, to);
  }

  private static Place place(Session session, ResultSet row) throws SQLException {
    Optional<Geometry> geometry = session.dialect().geometry(row, "geom");
    if (geometry.isPresent()) {
      return new Place.Boundary(geometry.get(), row.getDouble("area_ha"));
    }
    double longitude = row.getDouble("longitude");
    return row.wasNull()
        ? new Place.Unknown()
        : new Place.ReferencePoint(longitude, row.getDouble("latitude"), bilingual(row, "basis"));
  }

  private static Optional<RegionRef> ref(String set, String code) {
    return set == null || code == null ? Optional.empty() : Optional.of(new RegionRef(set, code));
  }
}
