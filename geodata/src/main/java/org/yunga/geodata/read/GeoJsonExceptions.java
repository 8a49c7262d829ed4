package org.yunga.geodata.read;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import org.yunga.core.text.Bilingual;
import org.yunga.core.text.ExplainedException;

/** Why a file cannot be read as GeoJSON, in words. */
final class GeoJsonExceptions {

  private GeoJsonExceptions() {}

  static ExplainedException unreadable(String file, IOException cause) {
    return new ExplainedException(
        "file_unreadable",
        new Bilingual(
            "No se puede leer "
                + file
                + ". Revise que el archivo exista, que no sea una carpeta y que su usuario pueda"
                + " leerlo.",
            file
                + " cannot be read. Check that the file exists, that it is no folder, and that your"
                + " user may read it."),
        cause);
  }

  static ExplainedException empty(String file) {
    return new ExplainedException(
        "geojson_empty",
        new Bilingual(
            "El archivo "
                + file
                + " está vacío. Se espera GeoJSON (RFC 7946): un FeatureCollection. Descárguelo o"
                + " expórtelo de nuevo.",
            "The file "
                + file
                + " is empty. GeoJSON (RFC 7946) is expected: a FeatureCollection. Download or"
                + " export it again."));
  }

  static ExplainedException notUtf8(String file, IOException cause) {
    return new ExplainedException(
        "geojson_not_utf8",
        new Bilingual(
            "El archivo "
                + file
                + " no está en UTF-8, la única codificación de GeoJSON. Expórtelo de nuevo en UTF-8"
                + " (en QGIS: Codificación UTF-8); así no se pierden ñ ni tildes.",
            "The file "
                + file
                + " is not in UTF-8, the only encoding of GeoJSON. Export it again in UTF-8 (in"
                + " QGIS: encoding UTF-8), so that no ñ and no accent is lost."),
        cause);
  }

  static ExplainedException broken(String file, JsonProcessingException cause) {
    int line = cause.getLocation() == null ? 0 : cause.getLocation().getLineNr();
    int column = cause.getLocation() == null ? 0 : cause.getLocation().getColumnNr();
    return new ExplainedException(
        "geojson_broken",
        new Bilingual(
            "El archivo "
                + file
                + " no es JSON válido: se rompe en la línea "
                + line
                + ", columna "
                + column
                + ". Quizá se descargó a medias o es de otro formato; se espera GeoJSON (RFC 7946)."
                + " Descárguelo o expórtelo de nuevo.",
            "The file "
                + file
                + " is not valid JSON: it breaks at line "
                + line
                + ", column "
                + column
                + ". Perhaps it was downloaded in part, or is of another format; GeoJSON (RFC 7946)"
                + " is expected. Download or export it again."),
        cause);
  }

  static ExplainedException notACollection(String file, String given) {
    return new ExplainedException(
        "geojson_not_a_collection",
        new Bilingual(
            "El archivo "
                + file
                + " no es un FeatureCollection de GeoJSON: se encontró "
                + given
                + ". Se espera {\"type\": \"FeatureCollection\", \"features\": [...]}. Exporte la"
                + " capa como GeoJSON.",
            "The file "
                + file
                + " is no FeatureCollection of GeoJSON: "
                + given
                + " was found. Expected is {\"type\": \"FeatureCollection\", \"features\": [...]}."
                + " Export the layer as GeoJSON."));
  }
}
