package org.yunga.geodata.files;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.yunga.core.dataset.Dataset;
import org.yunga.core.dataset.Release;
import org.yunga.core.figure.Series;
import org.yunga.core.figure.SeriesBreak;
import org.yunga.core.snapshot.Snapshot;
import org.yunga.core.text.Bilingual;

/** Title, citation and method of a whole release. */
final class ReleaseWords {

  private static final ZoneId PERU = ZoneId.of("America/Lima");

  private static final Bilingual METHOD =
      new Bilingual(
          """
          MÉTODO

          Cifras. Cada fila es un valor publicado: región, indicador, medida (actual, target,
          baseline), período (ISO 8601), valor, unidad, serie (quién midió), método y fuente con su
          lugar. Las series no se mezclan ni se suman entre sí.
          Estados. value = con dato; zero = cero; not_monitored = no vigilado; missing = sin dato;
          withheld = reservado. Ninguno se escribe como otro.
          Existencias y flujos. La superficie de coca es una existencia al 31 de diciembre; la
          erradicación es un flujo de un período: no se restan una de otra.
          Zonas dadas como lista de distritos. Su límite es la unión de los distritos y sus cifras,
          sumas marcadas como estimadas.
          Superficies. En hectáreas, en la proyección cilíndrica de áreas iguales de WGS 84. Las
          coordenadas son longitud y latitud (WGS 84).
          Códigos. UBIGEO del INEI, como texto, con sus ceros.
          Parcelas. No están en estos archivos: el lugar de la parcela de una familia no es público.
          """,
          """
          METHOD

          Figures. Each row is a published value: region, indicator, measure (actual, target,
          baseline), period (ISO 8601), value, unit, series (who measured), method, and the source
          with the place in it. Series are never mixed or added to each other.
          States. value; zero; not_monitored; missing; withheld. None is written as another.
          Stocks and flows. Coca area is a stock on 31 December; eradication is a flow over a
          period: they are not subtracted from one another.
          Zones given as a list of districts. Their boundary is the union of the districts and their
          figures are sums, marked as estimated.
          Areas. In hectares, in the cylindrical equal-area projection of WGS 84. Coordinates are
          longitude and latitude (WGS 84).
          Codes. UBIGEO of INEI, as text, with their zeros.
          Plots. They are not in these files: the place of a family's plot is not public.
          """);

  private final Snapshot snapshot;

  ReleaseWords(Snapshot snapshot) {
    this.snapshot = snapshot;
  }

  private Release release() {
    return snapshot.release();
  }

  Bilingual title() {
    return new Bilingual(
        "Yunga: cifras y regiones del desarrollo alternativo en el Perú, entrega " + release().id(),
        "Yunga: figures and regions of alternative development in Peru, release " + release().id());
  }

  Bilingual citation() {
    String day = release().publishedAt().atZone(PERU).toLocalDate().toString();
    String sources =
        release().datasets().stream()
            .map(Dataset::source)
            .distinct()
            .collect(Collectors.joining("; "));
    return new Bilingual(
        title().es() + ", publicada el " + day + ". Con datos de: " + sources + ".",
        title().en() + ", published on " + day + ". With data of: " + sources + ".");
  }

  /** How the figures are to be read: the rules, then the series and their breaks. */
  Bilingual method() {
    List<String> es = new ArrayList<>(List.of(METHOD.es() + "\nSERIES\n"));
    List<String> en = new ArrayList<>(List.of(METHOD.en() + "\nSERIES\n"));
    for (Series series : snapshot.catalogue().series()) {
      es.add(series.id() + ": " + series.name().es() + ". " + series.definition().es());
      en.add(series.id() + ": " + series.name().en() + ". " + series.definition().en());
    }
    es.add("\nQUIEBRES DE SERIE\n");
    en.add("\nBREAKS OF SERIES\n");
    for (SeriesBreak at : snapshot.catalogue().breaks()) {
      String where = at.indicator() + ", " + at.after() + " | " + at.before() + ": ";
      es.add(where + at.explanation().es());
      en.add(where + at.explanation().en());
    }
    return new Bilingual(String.join("\n", es), String.join("\n", en));
  }

  List<ReleaseIndex.Licence> licences() {
    return release().datasets().stream()
        .map(
            dataset ->
                new ReleaseIndex.Licence(
                    dataset.id(), dataset.title(), dataset.source(), dataset.licence()))
        .toList();
  }
}
