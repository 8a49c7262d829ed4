package org.yunga.geodata.crs;

import java.nio.file.Path;
import java.util.Optional;
import org.geotools.api.referencing.FactoryException;
import org.geotools.api.referencing.operation.MathTransform;
import org.geotools.api.referencing.operation.TransformException;
import org.geotools.referencing.CRS;
import org.geotools.referencing.crs.DefaultGeographicCRS;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.CoordinateXY;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.impl.CoordinateArraySequence;
import org.locationtech.jts.geom.util.GeometryTransformer;
import org.yunga.core.text.Bilingual;
import org.yunga.core.text.ExplainedException;

/** A frame of the EPSG data set, transformed by GeoTools. */
final class EpsgFrame implements CoordinateFrame {

  /** Where GeoTools unpacks its copy of the EPSG data set (33 MB), once per user and machine. */
  private static final String DATABASE_FOLDER = "EPSG-HSQL.directory";

  private final int code;
  private final Optional<String> replaced;
  private final MathTransform toLonLat;

  private EpsgFrame(int code, Optional<String> replaced, MathTransform toLonLat) {
    this.code = code;
    this.replaced = replaced;
    this.toLonLat = toLonLat;
  }

  static EpsgFrame of(int code, Optional<String> replaced) {
    chooseDatabaseFolder();
    try {
      boolean lenient = true; // old datums come without grid files: some metres, see toLonLat
      MathTransform transform =
          CRS.findMathTransform(
              CRS.decode("EPSG:" + code, true), DefaultGeographicCRS.WGS84, lenient);
      return new EpsgFrame(code, replaced, transform);
    } catch (FactoryException e) {
      throw CoordinateReferenceSystems.unknown("EPSG:" + code, e);
    }
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
    return "EPSG:" + code;
  }

  @Override
  public Optional<String> replaced() {
    return replaced;
  }

  @Override
  public Geometry toLonLat(Geometry geometry) {
    return new GeometryTransformer() {
      @Override
      protected CoordinateSequence transformCoordinates(
          CoordinateSequence sequence, Geometry parent) {
        return transformed(sequence);
      }
    }.transform(geometry);
  }

  /** Whole arrays at once: GeoTools is slow for single points. */
  private CoordinateSequence transformed(CoordinateSequence sequence) {
    double[] ordinates = new double[sequence.size() * 2];
    for (int i = 0; i < sequence.size(); i++) {
      ordinates[2 * i] = sequence.getX(i);
      ordinates[2 * i + 1] = sequence.getY(i);
    }
    try {
      toLonLat.transform(ordinates, 0, ordinates, 0, sequence.size());
    } catch (TransformException e) {
      throw outside(e);
    }
    CoordinateXY[] lonLat = new CoordinateXY[sequence.size()];
    for (int i = 0; i < lonLat.length; i++) {
      lonLat[i] = new CoordinateXY(ordinates[2 * i], ordinates[2 * i + 1]);
    }
    return new CoordinateArraySequence(lonLat, 2, 0);
  }

  private ExplainedException outside(TransformException cause) {
    return new ExplainedException(
        "crs_does_not_fit",
        new Bilingual(
            "Las coordenadas del archivo no caben en el sistema que declara ("
                + name()
                + "). Revise si el sistema declarado es el verdadero, o exporte la capa en"
                + " EPSG:4326.",
            "The coordinates of the file do not fit the system that it declares ("
                + name()
                + "). Check whether the declared system is the true one, or export the layer in"
                + " EPSG:4326."),
        cause);
  }
}
