package org.yunga.geodata.load;

import java.util.Collection;
import org.yunga.core.text.Bilingual;
import org.yunga.core.text.ExplainedException;

/** Why a file of boundaries cannot be loaded at all, in words. */
final class LoadExceptions {

  private LoadExceptions() {}

  static ExplainedException noFeatures(String file) {
    return new ExplainedException(
        "boundaries_empty",
        new Bilingual(
            "El archivo "
                + file
                + " no trae ninguna entidad; no se cargó nada. Exporte la capa completa, o indique"
                + " otra (layer).",
            "The file "
                + file
                + " has no feature at all; nothing was loaded. Export the whole layer, or name"
                + " another (layer)."));
  }

  static ExplainedException fieldsUnknown(String file, Collection<String> found) {
    if (found.isEmpty()) {
      return new ExplainedException(
          "boundary_fields_missing",
          new Bilingual(
              "El archivo "
                  + file
                  + " solo trae geometrías, sin columnas de código y nombre. Si es un Shapefile,"
                  + " falta el .dbf: agréguelo al zip y vuelva a cargarlo.",
              "The file "
                  + file
                  + " holds geometries only, without columns of code and name. If it is a"
                  + " Shapefile, its .dbf is missing: add it to the zip and load it again."));
    }
    String names = String.join(", ", found);
    return new ExplainedException(
        "boundary_fields_unknown",
        new Bilingual(
            "No se reconoce qué campos de "
                + file
                + " traen código y nombre; el archivo tiene: "
                + names
                + ". Se conocen FIRST_IDDP y NOMBDEP, FIRST_IDPR y NOMBPROV, IDDIST y NOMBDIST,"
                + " code y name. Indique cuál es cuál (mapping): code=CAMPO, name=CAMPO.",
            "Which fields of "
                + file
                + " hold code and name is not recognised; the file has: "
                + names
                + ". Known are FIRST_IDDP and NOMBDEP, FIRST_IDPR and NOMBPROV, IDDIST and"
                + " NOMBDIST, code and name. Say which is which (mapping): code=FIELD, name=FIELD."));
  }

  static ExplainedException fieldMissing(String file, String field, Collection<String> found) {
    String names = String.join(", ", found);
    return new ExplainedException(
        "boundary_field_missing",
        new Bilingual(
            "El archivo " + file + " no tiene el campo '" + field + "'; tiene: " + names + ".",
            "The file " + file + " has no field '" + field + "'; it has: " + names + "."));
  }

  static ExplainedException regionSetUnclear(String file) {
    return new ExplainedException(
        "region_set_unclear",
        new Bilingual(
            "Los códigos de "
                + file
                + " no son UBIGEO de 2, 4 o 6 dígitos, así que no dicen qué regiones son. Indíquelo"
                + " así (as): boundaries:CONJUNTO.",
            "The codes of "
                + file
                + " are no UBIGEO of 2, 4 or 6 digits, so they do not say which regions these are."
                + " Say it so (as): boundaries:SET."));
  }

  static ExplainedException tooManyRows(String file, int most) {
    return new ExplainedException(
        "boundaries_too_many",
        new Bilingual(
            file
                + " tiene más de "
                + most
                + " entidades; ningún conjunto de regiones tiene tantas. Si son parcelas, cárguelas"
                + " como parcelas.",
            file
                + " has more than "
                + most
                + " features; no set of regions has so many. If these are plots, load them as"
                + " plots."));
  }

  static ExplainedException noGeometry(String file) {
    return new ExplainedException(
        "boundaries_without_geometry",
        new Bilingual(
            file
                + " no tiene geometría ni una lista de zonas con sus UBIGEO. Un límite es un"
                + " polígono (GeoPackage, Shapefile, GeoJSON, KML, CSV con WKT); una lista tiene las"
                + " columnas zona, nombre y ubigeo.",
            file
                + " has neither geometry nor a list of zones with their UBIGEO. A boundary is a"
                + " polygon (GeoPackage, Shapefile, GeoJSON, KML, CSV with WKT); a list has the"
                + " columns zone, name and ubigeo."));
  }

  static ExplainedException regionSetNew(String id, Collection<String> known) {
    String sets = String.join(", ", known);
    return new ExplainedException(
        "region_set_new",
        new Bilingual(
            "No se conoce el conjunto de regiones '"
                + id
                + "'. Hay: "
                + sets
                + ". Si es nuevo, dígale nombre en español y en inglés: set_name=Comunidades nativas,"
                + " set_name_en=Native communities.",
            "The region set '"
                + id
                + "' is not known. There are: "
                + sets
                + ". If it is new, name it in Spanish and in English: set_name=Comunidades nativas,"
                + " set_name_en=Native communities."));
  }

  static ExplainedException regionSetIdBroken(String id) {
    return new ExplainedException(
        "region_set_id_broken",
        new Bilingual(
            "'"
                + id
                + "' no vale como id de un conjunto de regiones: se esperan minúsculas sin tilde,"
                + " cifras y guiones, por ejemplo native-communities.",
            "'"
                + id
                + "' is no id of a region set: expected are small letters without accents, digits"
                + " and hyphens, for example native-communities."));
  }
}
