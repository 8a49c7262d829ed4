package org.yunga.web.cli;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.yunga.core.text.Bilingual;
import org.yunga.geodata.intake.FileFacts;
import org.yunga.geodata.intake.IntakeCounts;
import org.yunga.geodata.intake.IntakeProblem;
import org.yunga.geodata.intake.IntakeReport;
import org.yunga.geodata.intake.MappedColumn;
import org.yunga.geodata.intake.ProblemCount;
import org.yunga.geodata.intake.RegionEffect;
import org.yunga.geodata.intake.Severity;

/** What loading a file tells on the terminal, the same for all kinds. */
final class IntakeWords {

  /** Of each kind of problem so many are written out; the rest is counted. */
  private static final int TOLD_OF_A_KIND = 5;

  private static final int TOLD_EFFECTS = 15;

  private final boolean all;

  /**
   * @param all whether every problem and change is written
   */
  IntakeWords(boolean all) {
    this.all = all;
  }

  /** All of a report. */
  void tell(IntakeReport report) {
    tell(report.file());
    report.mapping().forEach(IntakeWords::tell);
    tellProblems(report);
    tell(report.datasetKey(), report.counts());
    tellEffects(report.effects());
  }

  private static void tell(FileFacts file) {
    String crs = file.crs().map(FileFacts.Crs::name).map(name -> ", " + name).orElse("");
    Optional<Bilingual> basis = file.crs().map(known -> known.basis().words());
    String es = basis.map(words -> " (" + words.es() + ")").orElse("");
    String en = basis.map(words -> " (" + words.en() + ")").orElse("");
    String rows = String.format(Locale.ROOT, "%,d", file.rows());
    String head = file.name() + ": " + file.format() + ", " + file.layer() + crs;
    Console.say(head + es + ", " + rows + " filas.", head + en + ", " + rows + " rows.");
  }

  private static void tell(MappedColumn column) {
    String of =
        column
            .column()
            .map(name -> "«" + name + "» -> " + column.role())
            .orElseGet(() -> column.role() + " = " + column.constant().orElse(""));
    String samples = column.samples().isEmpty() ? "" : ": " + String.join(", ", column.samples());
    String es = "";
    String en = "";
    if (column.origin() == MappedColumn.Origin.REMEMBERED) {
      es = " (como la última vez)";
      en = " (as the last time)";
    } else if (column.origin() == MappedColumn.Origin.GIVEN) {
      es = " (indicado)";
      en = " (as said)";
    }
    Console.say("  " + of + es + samples, "  " + of + en + samples);
  }

  private void tellProblems(IntakeReport report) {
    Map<String, Integer> told = new HashMap<>();
    for (IntakeProblem problem : report.problems()) {
      if (told.merge(problem.code(), 1, Integer::sum) <= TOLD_OF_A_KIND || all) {
        Console.say(line(problem));
      }
    }
    for (ProblemCount count : report.problemCounts()) {
      int kept = told.getOrDefault(count.code(), 0);
      long more = count.count() - (all ? kept : Math.min(kept, TOLD_OF_A_KIND));
      if (more > 0) {
        Console.say(
            "  ... y "
                + more
                + " más de este tipo ("
                + count.code()
                + ")"
                + (all ? "." : "; --all los escribe."),
            "  ... and "
                + more
                + " more of this kind ("
                + count.code()
                + ")"
                + (all ? "." : "; --all lists them."));
      }
    }
  }

  private static Bilingual line(IntakeProblem problem) {
    Bilingual word = problem.severity().word();
    Bilingual where = problem.whereInWords();
    Bilingual text = problem.text();
    return new Bilingual(
        "  [" + word.es() + "] " + where.es() + ": " + text.es(),
        "  [" + word.en() + "] " + where.en() + ": " + text.en());
  }

  private static void tell(String key, IntakeCounts counts) {
    Console.say(
        key
            + ": "
            + counts.added()
            + " nuevos, "
            + counts.changed()
            + " cambian, "
            + counts.unchanged()
            + " iguales, "
            + counts.gone()
            + " dejan de regir, "
            + counts.refused()
            + " rechazados.",
        key
            + ": "
            + counts.added()
            + " new, "
            + counts.changed()
            + " changed, "
            + counts.unchanged()
            + " unchanged, "
            + counts.gone()
            + " out of force, "
            + counts.refused()
            + " refused.");
  }

  private void tellEffects(List<RegionEffect> effects) {
    int told = all ? effects.size() : Math.min(effects.size(), TOLD_EFFECTS);
    for (RegionEffect effect : effects.subList(0, told)) {
      Bilingual region =
          effect
              .region()
              .map(ref -> Bilingual.same(effect.regionName() + " (" + ref.code() + ")"))
              .orElse(new Bilingual("Fuera de todas", "Outside of all"));
      String change =
          ", "
              + effect.item()
              + ", "
              + effect.period()
              + ": "
              + number(effect.before())
              + " -> "
              + number(effect.after())
              + " "
              + effect.unit();
      String plots =
          effect.item().contains(",")
              ? ""
              : " (" + effect.countBefore() + " -> " + effect.countAfter() + ")";
      Console.say("  " + region.es() + change + plots, "  " + region.en() + change + plots);
    }
    int more = effects.size() - told;
    if (more > 0) {
      Console.say(
          "  ... y " + more + " más; --all los escribe.",
          "  ... and " + more + " more; --all lists them.");
    }
  }

  private static String number(OptionalDouble value) {
    return value.isEmpty()
        ? "-"
        : String.format(Locale.ROOT, "%,.4f", value.getAsDouble()).replaceFirst("\\.?0+$", "");
  }

  /** Why the whole file is refused; empty when it is not, or for several reasons. */
  static Optional<Bilingual> refusalOfTheFile(IntakeReport report) {
    return report.problems().stream()
        .filter(problem -> problem.severity() == Severity.REFUSED && problem.row().isEmpty())
        .filter(problem -> problem.field().isEmpty() && problem.value().isEmpty())
        .map(IntakeProblem::text)
        .findFirst();
  }

  /** Where the refused rows are. */
  static void tellRefused(Path file) {
    Console.say(
        "Las filas rechazadas están en " + file + ", con su problema; corríjalas y cárguelas.",
        "The refused rows are in " + file + ", with their problem; mend them and load them.");
  }
}
