package org.yunga.geodata.raster;

import java.awt.Rectangle;
import java.awt.image.DataBuffer;
import java.io.IOException;
import java.nio.file.Path;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

/** Reads windows of the first band of a TIFF. */
final class TiffCells implements Raster.Cells {

  private final Path file;
  private final ImageInputStream in;
  private final ImageReader reader;
  private Window window;
  private java.awt.image.Raster loaded;
  private byte[] bytes = new byte[0];

  TiffCells(Path file) throws IOException {
    this.file = file;
    this.in = GeoTiff.stream(file);
    this.reader = GeoTiff.reader(in);
  }

  @Override
  public void load(Window wanted) {
    loaded = null; // lets go of one window before the next is made
    window = wanted;
    ImageReadParam parameters = reader.getDefaultReadParam();
    parameters.setSourceRegion(
        new Rectangle(wanted.column(), wanted.row(), wanted.columns(), wanted.rows()));
    try {
      loaded = reader.read(0, parameters).getRaster();
    } catch (IOException | RuntimeException e) {
      throw RasterExceptions.broken(file.getFileName().toString(), e);
    }
  }

  @Override
  public void row(int row, double[] into) {
    int y = loaded.getMinY() + row - window.row();
    int columns = window.columns();
    if (loaded.getTransferType() == DataBuffer.TYPE_BYTE
        && loaded.getSampleModel().getSampleSize(0) == Byte.SIZE
        && loaded.getNumBands() == 1) {
      if (bytes.length < columns) {
        bytes = new byte[columns];
      }
      loaded.getDataElements(loaded.getMinX(), y, columns, 1, bytes);
      for (int i = 0; i < columns; i++) {
        into[i] = bytes[i] & 0xff;
      }
    } else {
      loaded.getSamples(loaded.getMinX(), y, columns, 1, 0, into);
    }
  }

  @Override
  public void close() {
    reader.dispose();
    try {
      in.close();
    } catch (IOException e) {
      throw RasterExceptions.broken(file.getFileName().toString(), e);
    }
  }
}
