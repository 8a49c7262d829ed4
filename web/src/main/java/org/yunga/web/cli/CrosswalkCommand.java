package org.yunga.web.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.yunga.core.catalogue.Catalogue;
import org.yunga.core.monitor.Crosswalk;
import org.yunga.core.monitor.CrosswalkQuery;
import org.yunga.core.monitor.Crosswalks;
import org.yunga.core.region.Region;
import org.yunga.core.snapshot.Snapshot;
import org.yunga.core.store.Store;
import org.yunga.core.text.Bilingual;
import org.yunga.core.text.ExplainedException;
import org.yunga.geodata.export.CrosswalkRows;
import org.yunga.geodata.format.Formats;
import org.yunga.geodata.load.BoundaryLoader;
import org.yunga.geodata.load.BoundaryOptions;
import org.yunga.geodata.table.Format;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code yunga boundaries crosswalk SET --from A --to B}. */
@Command(
    name = "crosswalk",
    description = {
      "Compara dos versiones de un conjunto de regiones: qué terreno pasó de qué código a cuál, y"
          + " si cambió la ley o solo el dibujo.",
      "Compares two versions of a region set: which ground went from which code to which, and"
          + " whether the law changed or only the drawing."
    },
    mixinStandardHelpOptions = true)
final class CrosswalkCommand implements Callable<Integer> {

  private static final int WRITTEN = 40;

  @Mixin private DataFolder data;

  @Parameters(
      paramLabel = "SET",
      description = {"Conjunto de regiones", "Region set"})
  private String regionSet;

  @Option(
      names = "--from",
      required = true,
      paramLabel = "RELEASE|FILE",
      description = {"Versión de antes: una entrega o un archivo", "The version before"})
  private String from;

  @Option(
      names = "--to",
      required = true,
      paramLabel = "RELEASE|FILE",
      description = {"Versión de después: una entrega o un archivo", "The version after"})
  private String to;

  @Option(
      names = "--line",
      paramLabel = "METRES",
      description = {
        "Terreno más angosto se toma por el mismo límite dibujado de nuevo (por omisión, 1000)",
        "Narrower ground is taken for the same border drawn anew (1000 by default)"
      })
  private double lineMetres = CrosswalkQuery.LINE_METRES;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = {
        "Escribe todos los pedazos a un archivo (.csv, .xlsx, .json)",
        "Writes all pieces to a file (.csv, .xlsx, .json)"
      })
  private Path out;

  @Option(
      names = "--force",
      description = {"Reemplaza el archivo si existe", "Replaces the file if it exists"})
  private boolean force;

  @Override
  public Integer call() {
    if (!(lineMetres >= 0 && lineMetres <= CrosswalkQuery.MOST_LINE_METRES)) {
      throw lineOutside(lineMetres);
    }
    Optional<RowsFile> file = Optional.ofNullable(out).map(path -> RowsFile.of(path, force));
    Crosswalk crosswalk;
    try (Store store = data.openAsItIs()) {
      crosswalk = Crosswalks.between(version(store, from), version(store, to), lineMetres);
    }
    tell(crosswalk);
    file.ifPresent(target -> target.write(CrosswalkRows.table(regionSet, from, to, crosswalk)));
    return 0;
  }

  /** A number is a release, unless a file has that name. */
  private List<Region> version(Store store, String text) {
    Path path = Path.of(text);
    if (text.matches("[1-9]\\d{0,17}") && !Files.exists(path)) {
      Snapshot snapshot = Snapshot.of(store.read(Long.parseLong(text)));
      snapshot.catalogue().regionSet(regionSet);
      return snapshot.regions(regionSet);
    }
    Snapshot current = Snapshot.of(store.readLatest());
    Catalogue catalogue = current.catalogue();
    List<Region> known =
        catalogue.regionSets().stream().flatMap(set -> current.regions(set.id()).stream()).toList();
    return new BoundaryLoader(catalogue, known)
        .load(path, BoundaryOptions.none().withRegionSet(regionSet))
        .delivery()
        .orElseThrow()
        .regions();
  }

  private void tell(Crosswalk crosswalk) {
    for (Crosswalk.RegionFate fate : Crosswalk.RegionFate.values()) {
      List<Crosswalk.Change> changes =
          crosswalk.changes().stream().filter(change -> change.fate() == fate).toList();
      if (changes.isEmpty()) {
        continue;
      }
      Bilingual words = words(fate);
      Console.say(words.es() + ": " + changes.size(), words.en() + ": " + changes.size());
      if (fate != Crosswalk.RegionFate.SAME && fate != Crosswalk.RegionFate.REDRAWN) {
        changes.stream().limit(WRITTEN).forEach(change -> Console.say(line(change)));
        if (changes.size() > WRITTEN) {
          Console.say("  ... todos con --out archivo.csv", "  ... all of them by --out file.csv");
        }
      }
    }
  }

  private static Bilingual words(Crosswalk.RegionFate fate) {
    return switch (fate) {
      case SAME -> new Bilingual("Iguales", "The same");
      case REDRAWN -> new Bilingual("Dibujadas de nuevo", "Drawn anew");
      case CHANGED_BY_LAW -> new Bilingual("Cambiadas por ley", "Changed by law");
      case CREATED -> new Bilingual("Nuevas", "New");
      case ENDED -> new Bilingual("Ya no existen", "Ended");
      case NOT_COMPARED -> new Bilingual("Sin límite en una versión", "Without boundary in one");
    };
  }

  private static Bilingual line(Crosswalk.Change change) {
    Region region = change.after().or(change::before).orElseThrow();
    String moved = String.format(Locale.ROOT, "%,.1f ha", change.movedHectares());
    return new Bilingual(
        "  " + change.code() + " " + region.name() + ": cambian de región " + moved,
        "  " + change.code() + " " + region.name() + ": " + moved + " change their region");
  }

  private static ExplainedException lineOutside(double given) {
    return new ExplainedException(
        "line_outside",
        new Bilingual(
            "--line " + given + " no vale: se esperan metros de 0 a 50000.",
            "--line " + given + " is out of range: metres from 0 to 50000 are expected."));
  }

  /** The format of a name, where it is one for rows without geometry. */
  static Optional<Format> format(Path path) {
    String name = path.getFileName().toString().toLowerCase(Locale.ROOT);
    return Formats.ALL.stream()
        .filter(format -> List.of("csv", "xlsx").contains(format.id()))
        .filter(format -> format.extensions().stream().anyMatch(e -> name.endsWith("." + e)))
        .findFirst();
  }
}
