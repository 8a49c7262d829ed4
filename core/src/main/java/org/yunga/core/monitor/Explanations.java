package org.yunga.core.monitor;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Collectors;
import org.yunga.core.figure.AbsenceRule;
import org.yunga.core.figure.Figure;
import org.yunga.core.figure.ValueState;
import org.yunga.core.indicator.Indicator;
import org.yunga.core.monitor.Explanation.LeftOut;
import org.yunga.core.monitor.Explanation.Making;
import org.yunga.core.region.Region;
import org.yunga.core.region.RegionRef;
import org.yunga.core.snapshot.Snapshot;
import org.yunga.core.text.Bilingual;
import org.yunga.core.text.ExplainedException;

/** Answers {@link ExplanationQuery}: takes a number apart again, from the same cells it is of. */
final class Explanations {

  private static final Bilingual UNKNOWN_MEMBER =
      new Bilingual(
          "La lista de la zona la nombra, y ningún conjunto de datos la trae.",
          "The list of the zone names it, and no dataset brings it.");

  private final Snapshot snapshot;
  private final ExplanationQuery query;
  private final FiguresAnswer answer;
  private final Frame frame;

  Explanations(Snapshot snapshot, ExplanationQuery query) {
    this.snapshot = snapshot;
    this.query = query;
    this.answer = figures(query.regionSet());
    this.frame = new Frame(answer);
  }

  private FiguresAnswer figures(String regionSet) {
    return new FigureTables(
            snapshot,
            new FiguresQuery(
                query.indicator(),
                regionSet,
                query.measure(),
                Optional.of(query.series()),
                Optional.of(query.period())))
        .answer();
  }

  /** Every region of a set in the series and period that is asked about. */
  private static final class Frame {

    private final Map<RegionRef, Cell> cells = new LinkedHashMap<>();
    private final Map<RegionRef, Bilingual> explanations = new HashMap<>();

    Frame(FiguresAnswer answer) {
      answer.allCells().forEach(cell -> cells.put(cell.region().ref(), cell));
      for (FiguresAnswer.NotCovered group : answer.notCovered()) {
        group
            .explanation()
            .ifPresent(
                text -> group.regions().forEach(region -> explanations.put(region.ref(), text)));
      }
    }

    LeftOut leftOut(Cell cell) {
      RegionRef ref = cell.region().ref();
      Optional<Bilingual> why =
          cell.figure().isPresent()
              ? cell.figure().get().note()
              : Optional.ofNullable(explanations.get(ref));
      return new LeftOut(Optional.of(ref), cell.region().name(), cell.state(), why);
    }
  }

  Explanation answer() {
    return query.region().isPresent()
        ? ofRegion(snapshot.region(new RegionRef(query.regionSet(), query.region().get())))
        : ofSet();
  }

  private Explanation ofRegion(Region region) {
    Cell cell = frame.cells.get(region.ref());
    Optional<Figure> figure = cell == null ? Optional.empty() : cell.figure();
    if (figure.isEmpty()) {
      LeftOut absent = cell == null ? absent(region) : frame.leftOut(cell);
      return made(
          Optional.of(region),
          number(Making.ABSENT, absent.state(), absent.explanation(), figure),
          List.of(),
          List.of());
    }
    List<Figure> parts = snapshot.partsOf(figure.get());
    Making making = parts.isEmpty() ? Making.REPORTED : Making.SUM_OF_MEMBERS;
    boolean has = figure.get().state().hasValue();
    return made(
        Optional.of(region),
        number(making, figure.get().state(), has ? Optional.empty() : figure.get().note(), figure),
        parts.isEmpty() ? List.of(figure.get()) : parts,
        parts.isEmpty() ? List.of() : membersLeftOut(region, parts));
  }

  private static Explanation.Number number(
      Making making, ValueState state, Optional<Bilingual> reason, Optional<Figure> figure) {
    OptionalDouble value = figure.map(Figure::value).orElse(OptionalDouble.empty());
    return new Explanation.Number(making, state, value, reason, figure);
  }

  private Explanation ofSet() {
    if (answer.indicator().space() != Indicator.SpaceRule.SUM) {
      throw notAdded(answer.indicator());
    }
    List<Figure> rows =
        frame.cells.values().stream()
            .filter(cell -> cell.state().hasValue())
            .map(cell -> cell.figure().orElseThrow())
            .toList();
    List<LeftOut> leftOut =
        frame.cells.values().stream()
            .filter(cell -> !cell.state().hasValue())
            .map(frame::leftOut)
            .toList();
    Optional<FiguresAnswer.Total> total = answer.totals().stream().findFirst();
    double sum = total.map(FiguresAnswer.Total::sum).orElse(0.0);
    ValueState state =
        rows.isEmpty() ? ValueState.MISSING : sum == 0 ? ValueState.ZERO : ValueState.VALUE;
    Explanation made =
        made(
            Optional.empty(),
            new Explanation.Number(
                Making.SUM_OF_REGIONS,
                state,
                rows.isEmpty() ? OptionalDouble.empty() : OptionalDouble.of(sum),
                Optional.empty(),
                Optional.empty()),
            rows,
            leftOut);
    return total
        .flatMap(FiguresAnswer.Total::published)
        .map(
            figure ->
                made.beside(
                    new Explanation.Published(figure, total.get().difference().orElseThrow())))
        .orElse(made);
  }

  private static ExplainedException notAdded(Indicator indicator) {
    return new ExplainedException(
        "not_added",
        new Bilingual(
            "El indicador '"
                + indicator.id()
                + "' no se suma entre regiones: indique una con 'region'.",
            "The indicator '"
                + indicator.id()
                + "' is not added up over regions: give one by 'region'."));
  }

  /** The members on the last day of the period that brought nothing to the sum of a zone. */
  private List<LeftOut> membersLeftOut(Region zone, List<Figure> parts) {
    Set<RegionRef> added = parts.stream().map(Figure::region).collect(Collectors.toSet());
    Map<String, Optional<Frame>> frames = new HashMap<>();
    List<LeftOut> leftOut = new ArrayList<>();
    for (Region.Member member : zone.membersOn(query.period().lastDay())) {
      if (member.ref().map(added::contains).orElse(false)) {
        continue;
      }
      Optional<Region> region = member.ref().flatMap(snapshot::find);
      leftOut.add(
          region
              .map(known -> member(known, frames))
              .orElseGet(
                  () ->
                      new LeftOut(
                          member.ref(),
                          member.name(),
                          ValueState.MISSING,
                          Optional.of(UNKNOWN_MEMBER))));
    }
    return leftOut;
  }

  private LeftOut member(Region member, Map<String, Optional<Frame>> frames) {
    return frames
        .computeIfAbsent(member.ref().regionSet(), this::frame)
        .map(of -> of.leftOut(of.cells.get(member.ref())))
        .orElseGet(() -> absent(member));
  }

  /** Empty where the series has nothing of the set in the period. */
  private Optional<Frame> frame(String regionSet) {
    boolean any =
        snapshot.figures(query.indicator(), regionSet).stream()
            .anyMatch(
                figure ->
                    figure.measure() == query.measure()
                        && figure.series().equals(query.series())
                        && figure.period().equals(query.period()));
    return any ? Optional.of(new Frame(figures(regionSet))) : Optional.empty();
  }

  /** A region of a set that the series has nothing of in the period. */
  private LeftOut absent(Region region) {
    Optional<AbsenceRule> rule =
        snapshot
            .catalogue()
            .absenceRule(
                region.ref().regionSet(), query.indicator(), query.series(), region.code());
    return new LeftOut(
        Optional.of(region.ref()),
        region.name(),
        rule.map(AbsenceRule::state).orElse(ValueState.MISSING),
        rule.map(AbsenceRule::explanation));
  }

  private Explanation made(
      Optional<Region> region,
      Explanation.Number number,
      List<Figure> rows,
      List<LeftOut> leftOut) {
    return new Explanation(
        answer.release(),
        query,
        answer.indicator(),
        answer.unit(),
        answer.regionSet(),
        region,
        snapshot.catalogue().series(query.series()),
        number,
        rows,
        leftOut,
        Optional.empty(),
        snapshot.catalogue().breaks().stream()
            .filter(one -> one.indicator().equals(query.indicator()))
            .toList());
  }
}
