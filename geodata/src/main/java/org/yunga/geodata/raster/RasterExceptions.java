package org.yunga.geodata.raster;

import java.util.Locale;
import org.locationtech.jts.geom.Envelope;
import org.yunga.core.text.Bilingual;
import org.yunga.core.text.ExplainedException;

/** Why a raster cannot be counted, and the command that mends it. */
final class RasterExceptions {

  private RasterExceptions() {}

  static ExplainedException notReadable(String file) {
    return new ExplainedException(
        "raster_not_readable",
        new Bilingual(
            "No se puede leer " + file + ": no existe o falta permiso. Revise la ruta.",
            file
                + " cannot be read: it does not exist, or permission is missing. Check the path."));
  }

  static ExplainedException notATiff(String file, Exception cause) {
    return new ExplainedException(
        "raster_not_tiff",
        new Bilingual(
            file
                + " no es un GeoTIFF que se pueda leer. Se admite GeoTIFF sin comprimir o con DEFLATE,"
                + " LZW, PackBits o ZSTD. Conviértalo: gdal_translate -of GTiff -co TILED=YES -co"
                + " COMPRESS=DEFLATE ENTRADA SALIDA.tif",
            file
                + " is no GeoTIFF that can be read. Allowed is GeoTIFF, not compressed or with"
                + " DEFLATE, LZW, PackBits or ZSTD. Convert it: gdal_translate -of GTiff -co TILED=YES"
                + " -co COMPRESS=DEFLATE INPUT OUTPUT.tif"),
        cause);
  }

  static ExplainedException broken(String file, Exception cause) {
    return new ExplainedException(
        "raster_broken",
        new Bilingual(
            file
                + " se abre, pero sus celdas no se pueden leer ("
                + cause.getMessage()
                + "): está cortado, dañado o comprimido de un modo que Yunga no lee. Cópielo de"
                + " nuevo, o conviértalo: gdal_translate -co TILED=YES -co COMPRESS=DEFLATE ENTRADA"
                + " SALIDA.tif",
            file
                + " opens, but its cells cannot be read ("
                + cause.getMessage()
                + "): it is cut short, damaged, or compressed in a way that Yunga does not read. Copy"
                + " it again, or convert it: gdal_translate -co TILED=YES -co COMPRESS=DEFLATE INPUT"
                + " OUTPUT.tif"),
        cause);
  }

  static ExplainedException tilesTooLarge(String file, int rows, int columns) {
    return new ExplainedException(
        "raster_tiles_too_large",
        new Bilingual(
            file
                + " guarda "
                + columns
                + " x "
                + rows
                + " celdas en una sola pieza, que habría que descomprimir entera en memoria."
                + " Conviértalo en teselas: gdal_translate -co TILED=YES -co COMPRESS=DEFLATE ENTRADA"
                + " SALIDA.tif",
            file
                + " keeps "
                + columns
                + " x "
                + rows
                + " cells in one piece, which would have to be unpacked whole in memory. Tile it:"
                + " gdal_translate -co TILED=YES -co COMPRESS=DEFLATE INPUT OUTPUT.tif"));
  }

  static ExplainedException tooManyCells(String file, int columns, int rows) {
    return new ExplainedException(
        "raster_too_many_cells",
        new Bilingual(
            file
                + " dice tener "
                + columns
                + " x "
                + rows
                + " celdas, más de las que caben en el Perú a 2 m. Recórtelo con gdalwarp -te, o use"
                + " celdas mayores.",
            file
                + " claims to have "
                + columns
                + " x "
                + rows
                + " cells, more than fit into Peru at 2 m. Cut it with gdalwarp -te, or use larger"
                + " cells."));
  }

  static ExplainedException tooWide(String file, int columns, int rows) {
    return new ExplainedException(
        "raster_too_wide",
        new Bilingual(
            file
                + " abarca mucho más que un país ("
                + columns
                + " x "
                + rows
                + " celdas). Recórtelo alrededor del Perú: gdalwarp -te_srs EPSG:4326 -te -82 -19"
                + " -68 1 ENTRADA SALIDA.tif",
            file
                + " covers far more than a country ("
                + columns
                + " x "
                + rows
                + " cells). Cut it round Peru: gdalwarp -te_srs EPSG:4326 -te -82 -19 -68 1 INPUT"
                + " OUTPUT.tif"));
  }

  static ExplainedException frameMissing(String file) {
    return new ExplainedException(
        "raster_frame_missing",
        new Bilingual(
            file
                + " no dice en qué sistema de coordenadas está. Averígüelo con quien lo hizo y"
                + " escríbalo, por ejemplo: gdal_edit.py -a_srs EPSG:32718 "
                + file,
            file
                + " does not say in which coordinate reference system it is. Ask who made it, and"
                + " write it in, for example: gdal_edit.py -a_srs EPSG:32718 "
                + file));
  }

  static ExplainedException placeMissing(String file, Exception cause) {
    return new ExplainedException(
        "raster_place_missing",
        new Bilingual(
            file
                + " es una imagen TIFF sin georreferencia: no dice dónde están sus celdas."
                + " Georreferénciela (en QGIS: Capa, Georreferenciador) o pida el GeoTIFF original.",
            file
                + " is a TIFF picture without georeference: it does not say where its cells lie."
                + " Georeference it (in QGIS: Layer, Georeferencer), or ask for the GeoTIFF it was"
                + " made from."),
        cause);
  }

  static ExplainedException rotated(String file) {
    return new ExplainedException(
        "raster_rotated",
        new Bilingual(
            file
                + " está girado o inclinado respecto a su sistema de coordenadas. Enderécelo:"
                + " gdalwarp -r near ENTRADA SALIDA.tif",
            file
                + " is rotated or skewed against its coordinate reference system. Straighten it:"
                + " gdalwarp -r near INPUT OUTPUT.tif"));
  }

  static ExplainedException coordinatesOutsideFrame(String file, String frame, Exception cause) {
    return new ExplainedException(
        "raster_outside_frame",
        new Bilingual(
            "Las coordenadas de "
                + file
                + " no existen en el sistema que declara ("
                + frame
                + "). Revise el sistema: gdalinfo "
                + file,
            "The coordinates of "
                + file
                + " do not exist in the system that it declares ("
                + frame
                + "). Check the system: gdalinfo "
                + file),
        cause);
  }

  static ExplainedException farAway(String file, String frame, Envelope extent) {
    String place =
        String.format(
            Locale.ROOT,
            "%.2f %.2f, %.2f %.2f",
            extent.getMinX(),
            extent.getMinY(),
            extent.getMaxX(),
            extent.getMaxY());
    return new ExplainedException(
        "raster_far_away",
        new Bilingual(
            file
                + " no toca ninguna de las regiones: según su sistema ("
                + frame
                + ") cae en longitud, latitud "
                + place
                + ". Quizá declara otra zona UTM u otro sistema; compruébelo con gdalinfo.",
            file
                + " touches none of the regions: by its system ("
                + frame
                + ") it lies at longitude, latitude "
                + place
                + ". Perhaps it declares another UTM zone or another system; check with gdalinfo."));
  }

  static ExplainedException notAClass(double value, int row, int column) {
    return new ExplainedException(
        "raster_not_classes",
        new Bilingual(
            "La celda de la fila "
                + row
                + ", columna "
                + column
                + " vale "
                + value
                + "; las clases son números enteros. Si el ráster trae la parte de cada celda,"
                + " cuéntelo como fracciones.",
            "The cell in row "
                + row
                + ", column "
                + column
                + " is "
                + value
                + "; classes are whole numbers. If the raster holds the share of each cell, count it"
                + " as fractions."));
  }

  static ExplainedException tooManyClasses(int most) {
    return new ExplainedException(
        "raster_too_many_classes",
        new Bilingual(
            "El ráster tiene más de "
                + most
                + " valores distintos: no es un ráster de clases. Reclasifíquelo, o cuéntelo como"
                + " fracciones.",
            "The raster has more than "
                + most
                + " different values: it is no raster of classes. Reclassify it, or count it as"
                + " fractions."));
  }

  static ExplainedException notAFraction(double value, double whole, int row, int column) {
    return new ExplainedException(
        "raster_fraction_out_of_range",
        new Bilingual(
            "La celda de la fila "
                + row
                + ", columna "
                + column
                + " vale "
                + value
                + "; una fracción va de 0 a "
                + whole
                + ". Indique qué valor es una celda entera (1, 100...), o declare el valor sin datos:"
                + " gdal_edit.py -a_nodata VALOR",
            "The cell in row "
                + row
                + ", column "
                + column
                + " is "
                + value
                + "; a fraction goes from 0 to "
                + whole
                + ". Say which value is a whole cell (1, 100...), or declare the value without data:"
                + " gdal_edit.py -a_nodata VALUE"));
  }
}
