package org.yunga.web.cli;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.yunga.core.dataset.ReleaseContent;
import org.yunga.core.figure.Figure;
import org.yunga.core.region.Region;
import org.yunga.core.region.RegionRef;
import org.yunga.core.text.Bilingual;
import org.yunga.geodata.figures.FigureEdition;
import org.yunga.geodata.figures.FigureMapping;
import org.yunga.geodata.figures.FigureMapping.ValueColumn;
import org.yunga.geodata.figures.FigureProblem;
import org.yunga.geodata.figures.FigureReport;
import org.yunga.geodata.figures.FigureTable;
import org.yunga.geodata.intake.Severity;
import org.yunga.geodata.table.Row;
import org.yunga.geodata.table.RowFlaw;

/** What loading a table of figures tells on the terminal. */
final class FigureWords {

  /** Of each kind of problem so many are written out; the rest is counted. */
  private static final int TOLD_OF_A_KIND = 5;

  private static final int TOLD_CHANGES = 15;

  private final boolean all;

  /**
   * @param all whether every problem and change is written
   */
  FigureWords(boolean all) {
    this.all = all;
  }

  /** How many flaws of a table keep something of it from being loaded. */
  int refusals(FigureTable table, FigureReport report) {
    long problems =
        report.problems().stream()
            .filter(problem -> problem.severity() == Severity.REFUSED)
            .count();
    long rows = table.rows().stream().filter(Row::isDamaged).count();
    return Math.toIntExact(Math.max(problems, report.refused()) + rows);
  }

  /** What the table was taken for, and its problems. */
  void tell(FigureTable table, FigureReport report) {
    table.notices().forEach(notice -> Console.say(notice.text()));
    report.mapping().ifPresent(FigureWords::tell);
    Map<String, Integer> counts = new LinkedHashMap<>();
    for (Row row : table.rows()) {
      for (RowFlaw flaw : row.flaws()) {
        Bilingual place = new Bilingual(flaw.place(), flaw.place());
        count(counts, flaw.code(), line(flaw.isRepaired(), place, flaw.explanation()));
      }
    }
    for (FigureProblem problem : report.problems()) {
      Bilingual line =
          line(outcome(problem.severity()), problem.place().inWords(), problem.explanation());
      count(counts, problem.code(), line);
    }
    counts.forEach(
        (code, count) -> {
          if (!all && count > TOLD_OF_A_KIND) {
            int more = count - TOLD_OF_A_KIND;
            Console.say(
                "  ... y " + more + " más de este tipo (" + code + "); --all los escribe.",
                "  ... and " + more + " more of this kind (" + code + "); --all lists them.");
          }
        });
  }

  private void count(Map<String, Integer> counts, String code, Bilingual line) {
    if (counts.merge(code, 1, Integer::sum) <= TOLD_OF_A_KIND || all) {
      Console.say(line);
    }
  }

  private static void tell(FigureMapping mapping) {
    for (ValueColumn column : mapping.values()) {
      String of =
          "  «"
              + column.column()
              + "» -> "
              + column.indicator()
              + ", "
              + column.measure().name().toLowerCase(Locale.ROOT)
              + column.period().map(period -> ", " + period).orElse("")
              + ", "
              + mapping.series()
              + ", "
              + mapping.regionSet();
      Console.say(of, of);
    }
  }

  private static Bilingual line(boolean repaired, Bilingual place, Bilingual text) {
    Severity outcome = repaired ? Severity.REPAIRED : Severity.REFUSED;
    return line(outcome(outcome), place, text);
  }

  private static Bilingual line(Bilingual outcome, Bilingual place, Bilingual text) {
    return new Bilingual(
        "  [" + outcome.es() + "] " + place.es() + ": " + text.es(),
        "  [" + outcome.en() + "] " + place.en() + ": " + text.en());
  }

  private static Bilingual outcome(Severity outcome) {
    return switch (outcome) {
      case TOLD -> new Bilingual("aviso", "note");
      case REPAIRED -> new Bilingual("reparado", "repaired");
      case REFUSED -> new Bilingual("rechazado", "refused");
    };
  }

  /** What publishing would do. */
  void tell(FigureEdition edition, ReleaseContent content) {
    Map<RegionRef, String> names = new HashMap<>();
    for (Region region : content.regions()) {
      names.putIfAbsent(region.ref(), region.name());
    }
    edition.conflicts().stream().limit(most(TOLD_OF_A_KIND)).forEach(c -> tell(c, names));
    more(edition.conflicts().size(), TOLD_OF_A_KIND);
    Console.say(
        edition.dataset().key()
            + ": "
            + edition.added()
            + " cifras nuevas, "
            + edition.changed()
            + " cambian, "
            + edition.unchanged()
            + " iguales, "
            + edition.dropped()
            + " dejan de regir; "
            + edition.elsewhere()
            + " ya están publicadas en otro conjunto, "
            + edition.conflicts().size()
            + " lo contradicen.",
        edition.dataset().key()
            + ": "
            + edition.added()
            + " new figures, "
            + edition.changed()
            + " changed, "
            + edition.unchanged()
            + " unchanged, "
            + edition.dropped()
            + " out of force; "
            + edition.elsewhere()
            + " are published in another dataset already, "
            + edition.conflicts().size()
            + " contradict one.");
    List<FigureEdition.Change> changes = edition.changes();
    for (FigureEdition.Change change : changes.subList(0, most(changes.size(), TOLD_CHANGES))) {
      String line =
          "  "
              + words(change.key(), names)
              + ": "
              + value(change.before())
              + " -> "
              + value(change.after());
      Console.say(line, line);
    }
    more(changes.size(), TOLD_CHANGES);
  }

  private long most(int told) {
    return all ? Long.MAX_VALUE : told;
  }

  private int most(int size, int told) {
    return all ? size : Math.min(size, told);
  }

  private void more(int size, int told) {
    if (!all && size > told) {
      int more = size - told;
      Console.say(
          "  ... y " + more + " más; --all las escribe.",
          "  ... and " + more + " more; --all lists them.");
    }
  }

  private static void tell(FigureEdition.Conflict conflict, Map<RegionRef, String> names) {
    String what = words(conflict.given().key(), names);
    String given = value(Optional.of(conflict.given()));
    String published = value(Optional.of(conflict.published()));
    String dataset = conflict.published().dataset();
    String key = dataset.replaceFirst("@.*", "");
    boolean ownable = key.matches("figures/.*");
    String name = key.replaceFirst("figures/", "");
    Console.say(
        "  [rechazado] "
            + what
            + ": el archivo dice "
            + given
            + " y "
            + dataset
            + " dice "
            + published
            + ". Un conjunto no cambia las cifras de otro: "
            + (ownable
                ? "para corregirlo cargue su edición nueva con --name " + name + " --replace."
                : "si otra entidad lo midió, indique su --series; si los datos de referencia están"
                    + " mal, avise a quien mantiene Yunga."),
        "  [refused] "
            + what
            + ": the file says "
            + given
            + ", and "
            + dataset
            + " says "
            + published
            + ". A dataset does not change figures of another: "
            + (ownable
                ? "to correct it load its new edition by --name " + name + " --replace."
                : "if somebody else measured it, name their --series; if the reference data is"
                    + " wrong, tell who keeps Yunga."));
  }

  private static String words(Figure.Key key, Map<RegionRef, String> names) {
    return names.getOrDefault(key.region(), key.region().code())
        + " ("
        + key.region().code()
        + "), "
        + key.indicator()
        + ", "
        + key.measure().name().toLowerCase(Locale.ROOT)
        + ", "
        + key.period()
        + ", "
        + key.series();
  }

  private static String value(Optional<Figure> figure) {
    if (figure.isEmpty()) {
      return "-";
    }
    return figure.get().value().isPresent()
        ? String.format(Locale.ROOT, "%,.4f", figure.get().value().getAsDouble())
            .replaceFirst("\\.?0+$", "")
        : figure.get().state().name().toLowerCase(Locale.ROOT);
  }
}
