package org.yunga.geodata.raster;

import it.geosolutions.imageioimpl.plugins.tiff.TIFFImageReaderSpi;
import java.awt.geom.AffineTransform;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalDouble;
import javax.imageio.ImageReader;
import javax.imageio.stream.FileImageInputStream;
import javax.imageio.stream.ImageInputStream;
import org.geotools.api.referencing.FactoryException;
import org.geotools.api.referencing.crs.CoordinateReferenceSystem;
import org.geotools.api.referencing.crs.GeographicCRS;
import org.geotools.api.referencing.crs.ProjectedCRS;
import org.geotools.api.referencing.datum.PixelInCell;
import org.geotools.api.referencing.operation.MathTransform;
import org.geotools.api.referencing.operation.TransformException;
import org.geotools.gce.geotiff.GeoTiffReader;
import org.geotools.referencing.CRS;
import org.geotools.referencing.crs.DefaultGeographicCRS;
import org.locationtech.jts.geom.Envelope;

/**
 * A GeoTIFF of one band, or the first band of one with several: any of the usual compressions
 * (deflate, LZW, PackBits, ZSTD), tiled or in strips, BigTIFF or not, whole numbers or decimals.
 */
final class GeoTiff implements Raster {

  /** Strips and tiles are unpacked whole: this many bytes for each thread at most. */
  private static final long LARGEST_TILE_BYTES = 128L << 20;

  /** Peru, with the sea around it, in cells of 2 m. */
  private static final long MOST_CELLS = 1_000_000_000_000L;

  /** Some 8,000 km of such cells. */
  private static final int MOST_CELLS_ACROSS = 4_000_000;

  private final Path file;
  private final RasterGrid grid;
  private final Envelope extent;
  private final String frame;
  private final OptionalDouble nodata;
  private final int bands;
  private final int tileRows;
  private final int tileColumns;

  private GeoTiff(Path file, Header header, Shape shape) throws TransformException {
    this.file = file;
    this.frame = header.frame;
    this.nodata = header.nodata;
    this.bands = shape.bands;
    this.tileRows = Math.min(shape.tileRows, shape.rows);
    this.tileColumns = Math.min(shape.tileColumns, shape.columns);
    Affine affine = header.affine(shape);
    this.extent = ProjectedGrid.lonLatExtent(affine, header.toLonLat);
    this.grid =
        header.toLonLat.isIdentity()
            ? new LonLatGrid(affine)
            : new ProjectedGrid(header.name, affine, header.toLonLat);
  }

  /**
   * Opens a file and reads what it says of itself.
   *
   * @throws org.yunga.core.text.ExplainedException when it is no GeoTIFF, does not say where it
   *     lies, is rotated, or is packed in a way that cannot be read in parts
   */
  static GeoTiff open(Path file) {
    String name = file.getFileName().toString();
    if (!Files.isReadable(file)) {
      throw RasterExceptions.notReadable(name);
    }
    Shape shape = Shape.read(file);
    checkWhole(file);
    if (!shape.isReadableInParts()) {
      throw RasterExceptions.tilesTooLarge(name, shape.tileRows, shape.tileColumns);
    }
    if ((long) shape.columns * shape.rows > MOST_CELLS
        || Math.max(shape.columns, shape.rows) > MOST_CELLS_ACROSS) {
      throw RasterExceptions.tooManyCells(name, shape.columns, shape.rows);
    }
    Header header = Header.read(file);
    try {
      return new GeoTiff(file, header, shape);
    } catch (TransformException e) {
      throw RasterExceptions.coordinatesOutsideFrame(name, header.frame, e);
    }
  }

  private static void checkWhole(Path file) {
    try {
      if (!TiffDirectory.isWhole(file)) {
        throw RasterExceptions.broken(
            file.getFileName().toString(), new EOFException("the file ends before its cells"));
      }
    } catch (IOException e) {
      throw RasterExceptions.broken(file.getFileName().toString(), e);
    }
  }

  String name() {
    return file.getFileName().toString();
  }

  /** Name of the reference system. */
  String frame() {
    return frame;
  }

  /** West, south, east, north in degrees. */
  Envelope extent() {
    return extent;
  }

  int bands() {
    return bands;
  }

  @Override
  public RasterGrid grid() {
    return grid;
  }

  @Override
  public OptionalDouble nodata() {
    return nodata;
  }

  @Override
  public int tileRows() {
    return tileRows;
  }

  @Override
  public int tileColumns() {
    return tileColumns;
  }

  @Override
  public Cells open() {
    try {
      return new TiffCells(file);
    } catch (IOException e) {
      throw RasterExceptions.broken(name(), e);
    }
  }

  static ImageReader reader(ImageInputStream in) throws IOException {
    ImageReader reader = new TIFFImageReaderSpi().createReaderInstance();
    reader.setInput(in);
    return reader;
  }

  static ImageInputStream stream(Path file) throws IOException {
    return new FileImageInputStream(file.toFile());
  }

  /** What the picture part of the file says. */
  private record Shape(
      int columns, int rows, int tileRows, int tileColumns, int bands, int bytesPerSample) {

    static Shape read(Path file) {
      try (ImageInputStream in = stream(file)) {
        ImageReader reader = reader(in);
        var model = reader.getRawImageType(0).getSampleModel();
        return new Shape(
            reader.getWidth(0),
            reader.getHeight(0),
            reader.getTileHeight(0),
            reader.getTileWidth(0),
            model.getNumBands(),
            Math.max(1, model.getSampleSize(0) / 8));
      } catch (IOException | RuntimeException e) {
        throw RasterExceptions.notATiff(file.getFileName().toString(), e);
      }
    }

    boolean isReadableInParts() {
      return (long) tileRows * tileColumns * bands * bytesPerSample <= LARGEST_TILE_BYTES;
    }
  }

  /** What the geographic part of the file says. */
  private record Header(
      String name,
      AffineTransform toModel,
      String frame,
      MathTransform toLonLat,
      OptionalDouble nodata) {

    static Header read(Path file) {
      String name = file.getFileName().toString();
      GeoTiffReader reader = null;
      try {
        reader = new GeoTiffReader(file.toFile());
        CoordinateReferenceSystem crs = reader.getCoordinateReferenceSystem();
        if (!(crs instanceof GeographicCRS) && !(crs instanceof ProjectedCRS)) {
          throw RasterExceptions.frameMissing(name);
        }
        if (!(reader.getOriginalGridToWorld(PixelInCell.CELL_CORNER)
            instanceof AffineTransform m)) {
          throw RasterExceptions.rotated(name);
        }
        boolean lenient = true; // old datums come without grid files: some metres
        var metadata = reader.getMetadata();
        return new Header(
            name,
            m,
            crs.getName().getCode(),
            CRS.findMathTransform(crs, DefaultGeographicCRS.WGS84, lenient),
            metadata.hasNoData()
                ? OptionalDouble.of(metadata.getNoData())
                : OptionalDouble.empty());
      } catch (FactoryException e) {
        throw RasterExceptions.frameMissing(name);
      } catch (IOException e) {
        throw RasterExceptions.placeMissing(name, e);
      } finally {
        if (reader != null) {
          reader.dispose();
        }
      }
    }

    Affine affine(Shape shape) {
      double tolerance = 1e-9 * Math.abs(toModel.getScaleX());
      if (Math.abs(toModel.getShearX()) > tolerance
          || Math.abs(toModel.getShearY()) > tolerance
          || toModel.getScaleX() <= 0) {
        throw RasterExceptions.rotated(name);
      }
      return new Affine(
          toModel.getTranslateX(),
          toModel.getTranslateY(),
          toModel.getScaleX(),
          toModel.getScaleY(),
          shape.columns,
          shape.rows);
    }
  }
}
