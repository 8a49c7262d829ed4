package org.yunga.geodata.figures;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.yunga.core.catalogue.Catalogue;
import org.yunga.core.dataset.AcceptedProblem;
import org.yunga.core.dataset.Dataset;
import org.yunga.core.dataset.Delivery;
import org.yunga.core.dataset.ReleaseContent;
import org.yunga.core.figure.Figure;
import org.yunga.geodata.read.FileHash;

/**
 * What publishing the figures of a table as a dataset would do to a release. The dataset takes the
 * place of its edition before; figures of other datasets it leaves alone: what they hold already is
 * left out when it is the same, and a {@link Conflict} when it is not, since a release has one
 * figure of a key.
 *
 * @param dataset the new edition
 * @param figures all that it would hold
 * @param changes what readers would see changed, added and changed in the order of the table, then
 *     dropped
 * @param unchanged how many figures the edition before holds with the same value
 * @param elsewhere how many figures were left out, since another dataset has them
 * @param conflicts figures that were left out, since another dataset says otherwise
 */
public record FigureEdition(
    Dataset dataset,
    List<Figure> figures,
    List<Change> changes,
    int unchanged,
    int elsewhere,
    List<Conflict> conflicts) {

  /** Copies the lists. */
  public FigureEdition {
    figures = List.copyOf(figures);
    changes = List.copyOf(changes);
    conflicts = List.copyOf(conflicts);
  }

  /**
   * A figure before and after.
   *
   * @param before empty when it is new
   * @param after empty when the new edition lacks it
   */
  public record Change(Optional<Figure> before, Optional<Figure> after) {
    /** What the figure is of. */
    public Figure.Key key() {
      return after.or(() -> before).orElseThrow().key();
    }

    public boolean isAdded() {
      return before.isEmpty();
    }

    public boolean isDropped() {
      return after.isEmpty();
    }
  }

  /** A figure of the table, and the one of another dataset that it contradicts. */
  public record Conflict(Figure given, Figure published) {}

  /** Compares a table with a release. */
  public static FigureEdition of(FigureReport report, Dataset dataset, ReleaseContent content) {
    return of(report.figures(), dataset, content);
  }

  /**
   * Compares what was read out of a file. The id tells two readings of one file apart: with another
   * period it is other data.
   */
  public static FigureEdition read(List<Figure> all, Dataset ofFile, ReleaseContent content) {
    FigureEdition first = of(all, ofFile, content);
    StringBuilder reading = new StringBuilder(ofFile.sha256());
    first
        .figures()
        .forEach(figure -> reading.append('\n').append(figure.key()).append(figure.value()));
    String hash = FileHash.sha256(reading.toString().getBytes(StandardCharsets.UTF_8));
    return of(
        all,
        new Dataset(
            Dataset.idOf(ofFile.key(), hash),
            ofFile.key(),
            ofFile.title(),
            ofFile.source(),
            ofFile.licence(),
            ofFile.fileName(),
            ofFile.sha256()),
        content);
  }

  /** Compares figures, of whatever they were made, with a release. */
  public static FigureEdition of(List<Figure> all, Dataset dataset, ReleaseContent content) {
    Set<String> own =
        content.release().datasets().stream()
            .filter(held -> held.key().equals(dataset.key()))
            .map(Dataset::id)
            .collect(Collectors.toSet());
    Map<Figure.Key, Figure> published = new HashMap<>();
    content.figures().forEach(figure -> published.put(figure.key(), figure));
    List<Figure> figures = new ArrayList<>();
    List<Change> changes = new ArrayList<>();
    List<Conflict> conflicts = new ArrayList<>();
    int unchanged = 0;
    int elsewhere = 0;
    for (Figure given : all) {
      Figure figure = of(given, dataset);
      Optional<Figure> before = Optional.ofNullable(published.get(figure.key()));
      boolean same = before.filter(held -> held.value().equals(figure.value())).isPresent();
      if (before.isPresent() && !own.contains(before.get().dataset())) {
        if (same) {
          elsewhere++;
        } else {
          conflicts.add(new Conflict(figure, before.get()));
        }
        continue;
      }
      figures.add(figure);
      if (same) {
        unchanged++;
      } else {
        changes.add(new Change(before, Optional.of(figure)));
      }
    }
    Set<Figure.Key> kept = figures.stream().map(Figure::key).collect(Collectors.toSet());
    content.figures().stream()
        .filter(figure -> own.contains(figure.dataset()) && !kept.contains(figure.key()))
        .forEach(figure -> changes.add(new Change(Optional.of(figure), Optional.empty())));
    return new FigureEdition(dataset, figures, changes, unchanged, elsewhere, conflicts);
  }

  private static Figure of(Figure figure, Dataset dataset) {
    return new Figure(
        figure.key(),
        figure.state(),
        figure.value(),
        figure.method(),
        figure.status(),
        figure.source(),
        figure.note(),
        dataset.id());
  }

  /** How many figures are new. */
  public long added() {
    return changes.stream().filter(Change::isAdded).count();
  }

  /** How many figures of the edition before the new one lacks. */
  public long dropped() {
    return changes.stream().filter(Change::isDropped).count();
  }

  /** How many figures of the edition before get another value. */
  public long changed() {
    return changes.size() - added() - dropped();
  }

  /** Whether the edition before is not only added to. */
  public boolean replaces() {
    return changed() + dropped() > 0;
  }

  /**
   * Why it does not go with what the release holds.
   *
   * @param replace whether the edition before may change or lose something
   */
  public List<FigureProblem> problems(boolean replace) {
    List<FigureProblem> problems = new ArrayList<>();
    conflicts.forEach(
        one -> problems.add(new EditionProblem.Contradicts(one.given(), one.published())));
    if (replaces() && !replace) {
      problems.add(new EditionProblem.ReplaceNeeded(dataset.key(), changed(), dropped()));
    }
    return problems;
  }

  /** Ready to be published. */
  public Delivery delivery(List<FigureProblem> accepted) {
    Map<String, Long> counts =
        accepted.stream()
            .collect(Collectors.groupingBy(FigureProblem::code, Collectors.counting()));
    return new Delivery(dataset, Catalogue.empty(), List.of(), figures)
        .accepting(
            counts.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(entry -> new AcceptedProblem(entry.getKey(), entry.getValue()))
                .toList());
  }
}
