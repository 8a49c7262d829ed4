package org.yunga.geodata.crs;

import java.nio.file.Path;
import java.util.Optional;
import org.geotools.api.referencing.FactoryException;
import org.geotools.api.referencing.crs.CoordinateReferenceSystem;
import org.geotools.api.referencing.operation.MathTransform;
import org.geotools.api.referencing.operation.TransformException;
import org.geotools.referencing.CRS;
import org.geotools.referencing.crs.DefaultGeographicCRS;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.CoordinateXY;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.impl.CoordinateArraySequence;
import org.locationtech.jts.geom.util.GeometryTransformer;

/** A frame of the EPSG data set, transformed by GeoTools. */
final class EpsgFrame implements CoordinateFrame {

  /** Where GeoTools unpacks its copy of the EPSG data set (33 MB), once per user and machine. */
  private static final String DATABASE_FOLDER = "EPSG-HSQL.directory";

  private final String name;
  private final Optional<String> replaced;
  private final MathTransform toLonLat;

  private EpsgFrame(String name, Optional<String> replaced, MathTransform toLonLat) {
    this.name = name;
    this.replaced = replaced;
    this.toLonLat = toLonLat;
  }

  static EpsgFrame of(int code, Optional<String> replaced) {
    chooseDatabaseFolder();
    String name = "EPSG:" + code;
    try {
      return new EpsgFrame(name, replaced, toLonLat(CRS.decode(name, true)));
    } catch (FactoryException e) {
      throw CoordinateReferenceSystems.unknown(name, e);
    }
  }

  /** A system that is spelt out; its name is the one that the text gives it. */
  static EpsgFrame ofWkt(String wkt) {
    chooseDatabaseFolder();
    try {
      CoordinateReferenceSystem crs = CRS.parseWKT(wkt);
      return new EpsgFrame(crs.getName().getCode(), Optional.empty(), toLonLat(crs));
    } catch (FactoryException | RuntimeException e) {
      throw CoordinateReferenceSystems.unknown(wkt.substring(0, Math.min(80, wkt.length())), e);
    }
  }

  private static MathTransform toLonLat(CoordinateReferenceSystem crs) throws FactoryException {
    boolean lenient = true; // old datums come without grid files: some metres, see toLonLat
    return CRS.findMathTransform(crs, DefaultGeographicCRS.WGS84, lenient);
  }

  /** The folder of its own choice is shared by all users of a machine, and not theirs to write. */
  private static void chooseDatabaseFolder() {
    if (System.getProperty(DATABASE_FOLDER) == null) {
      Path folder =
          Path.of(
              System.getProperty("java.io.tmpdir"),
              "yunga-epsg-" + System.getProperty("user.name"));
      System.setProperty(DATABASE_FOLDER, folder.toAbsolutePath().toString());
    }
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public Optional<String> replaced() {
    return replaced;
  }

  @Override
  public Optional<Geometry> toLonLat(Geometry geometry) {
    try {
      return Optional.of(new LonLatTransformer().transform(geometry));
    } catch (DoesNotHold e) {
      return Optional.empty();
    }
  }

  private final class LonLatTransformer extends GeometryTransformer {

    /** Whole arrays at once: GeoTools is slow for single points. */
    @Override
    protected CoordinateSequence transformCoordinates(CoordinateSequence given, Geometry parent) {
      double[] ordinates = new double[given.size() * 2];
      for (int i = 0; i < given.size(); i++) {
        ordinates[2 * i] = given.getX(i);
        ordinates[2 * i + 1] = given.getY(i);
      }
      try {
        toLonLat.transform(ordinates, 0, ordinates, 0, given.size());
      } catch (TransformException e) {
        throw new DoesNotHold(e);
      }
      CoordinateXY[] lonLat = new CoordinateXY[given.size()];
      for (int i = 0; i < lonLat.length; i++) {
        lonLat[i] = new CoordinateXY(ordinates[2 * i], ordinates[2 * i + 1]);
      }
      return new CoordinateArraySequence(lonLat, 2, 0);
    }
  }

  /** Carries a failure out of the transformer; never leaves this class. */
  private static final class DoesNotHold extends RuntimeException {
    private static final long serialVersionUID = 1L;

    DoesNotHold(TransformException cause) {
      super(cause);
    }
  }
}
