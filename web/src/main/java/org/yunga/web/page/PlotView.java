package org.yunga.web.page;

import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.yunga.core.figure.ValueState;
import org.yunga.core.monitor.Monitor;
import org.yunga.core.monitor.PlotTotals;
import org.yunga.core.monitor.RegionSetPlots;
import org.yunga.core.plot.PlotIndex;
import org.yunga.core.plot.PlotKind;
import org.yunga.core.plot.PlotSlot;
import org.yunga.core.region.RegionSet;
import org.yunga.core.text.Bilingual;
import org.yunga.web.api.MapWords;
import org.yunga.web.http.Html;
import org.yunga.web.http.Language;

/**
 * Sentence and list of a store that has plots and no figures, as HTML: plots of one kind and year
 * by region, as the address asks in the app's own words ({@code indicator=plots.coca_field}).
 */
final class PlotView {

  private static final String THEME = "plots.";
  private static final Bilingual WITHHELD = new Bilingual("Reservado", "Withheld");
  private static final Bilingual OUTSIDE = new Bilingual("Fuera de todas", "Outside of all");

  private final RegionSetPlots answer;
  private final List<PlotSlot> slots;
  private final PlotKind kind;
  private final int year;
  private final String language;
  private final String pinned;
  private final MapWords words;

  /** A line of the list. */
  private record Line(String name, PlotTotals.Row row) {}

  private PlotView(
      RegionSetPlots answer,
      List<PlotSlot> slots,
      PlotKind kind,
      int year,
      String language,
      String pinned) {
    this.answer = answer;
    this.slots = slots;
    this.kind = kind;
    this.year = year;
    this.language = language;
    this.pinned = pinned;
    this.words = new MapWords(language);
  }

  /**
   * What an address asks for, made complete; empty for a store without plots.
   *
   * @param pinned what goes behind addresses that are to stay in the same release
   */
  static Optional<PlotView> of(Context context, Monitor monitor, String pinned) {
    List<PlotSlot> slots =
        monitor.snapshot().plots().map(PlotIndex::slots).orElse(List.of()).stream()
            .sorted()
            .toList();
    List<String> sets =
        monitor.snapshot().catalogue().regionSets().stream().map(RegionSet::id).toList();
    if (slots.isEmpty() || sets.isEmpty()) {
      return Optional.empty();
    }
    List<String> kinds = slots.stream().map(PlotSlot::kind).distinct().toList();
    String wanted = context.queryParam("indicator");
    String kind =
        kinds.stream().filter(id -> (THEME + id).equals(wanted)).findFirst().orElse(kinds.get(0));
    List<Integer> years = years(slots, kind);
    String period = context.queryParam("period");
    int year =
        years.stream()
            .filter(one -> one.toString().equals(period))
            .findFirst()
            .orElse(years.get(years.size() - 1));
    String set =
        Stream.of(context.queryParam("region-set"), ViewState.FIRST_REGION_SET)
            .filter(sets::contains)
            .findFirst()
            .orElse(sets.get(0));
    String language =
        Language.ENGLISH.equals(context.queryParam("lang")) ? Language.ENGLISH : Language.SPANISH;
    return Optional.of(
        new PlotView(
            monitor.plotsByRegion(set),
            slots,
            monitor.snapshot().catalogue().plotKind(kind),
            year,
            language,
            pinned));
  }

  private static List<Integer> years(List<PlotSlot> slots, String kind) {
    return slots.stream().filter(slot -> slot.kind().equals(kind)).map(PlotSlot::year).toList();
  }

  String language() {
    return language;
  }

  /** The title: "Campos de coca por departamento en 2024 (datos sintéticos)". */
  String sentence() {
    Bilingual form = new Bilingual("%s por %s en %s", "%s by %s in %s");
    Bilingual made = new Bilingual(" (datos sintéticos)", " (synthetic data)");
    String sentence = in(form).formatted(in(kind.name()), in(answer.regionSet().one()), year);
    return answer.release().isSynthetic() ? sentence + in(made) : sentence;
  }

  /** Regions with plots, those with most first; then what lies outside of all. */
  String list() {
    List<Line> lines = new ArrayList<>();
    for (RegionSetPlots.RegionPlots region : answer.regions()) {
      region
          .totals()
          .flatMap(this::row)
          .filter(row -> row.state() != ValueState.ZERO)
          .ifPresent(row -> lines.add(new Line(region.region().name(), row)));
    }
    lines.sort(Comparator.comparingLong((Line line) -> -line.row().count()));
    answer
        .outside()
        .flatMap(this::row)
        .filter(row -> row.state() != ValueState.ZERO)
        .ifPresent(row -> lines.add(new Line(in(OUTSIDE), row)));
    StringBuilder html = new StringBuilder("<table class=\"first-list\"><caption>");
    html.append(Html.escape(in(answer.regionSet().name()))).append("</caption><tbody>");
    for (Line line : lines) {
      html.append("<tr><th scope=\"row\">").append(Html.escape(line.name())).append("</th><td>");
      html.append(Html.escape(shown(line.row()))).append("</td></tr>");
    }
    return html.append("</tbody></table>").toString();
  }

  private Optional<PlotTotals.Row> row(PlotTotals totals) {
    return totals.rows().stream()
        .filter(row -> row.slot().equals(new PlotSlot(kind.id(), year)))
        .findFirst();
  }

  /** "1,234 parcelas, 456.7 ha". */
  private String shown(PlotTotals.Row row) {
    if (row.state() == ValueState.WITHHELD) {
      return in(WITHHELD);
    }
    String size =
        switch (kind.form()) {
          case AREA -> ", " + words.extent(row.hectares()) + " ha";
          case LINE -> ", " + words.extent(row.kilometres().orElseThrow().total()) + " km";
          case POINT -> "";
        };
    return words.count(row.count()) + " " + in(new Bilingual("parcelas", "plots")) + size;
  }

  /** Links to the same list in other years. */
  String years() {
    StringBuilder html = new StringBuilder("<nav class=\"first-years\" aria-label=\"");
    html.append(in(new Bilingual("Períodos", "Periods"))).append("\">");
    for (int other : years(slots, kind.id())) {
      html.append("<a href=\"").append(Html.escape(at(kind.id(), other, language)));
      html.append(other == year ? "\" aria-current=\"page\">" : "\">").append(other);
      html.append("</a>");
    }
    return html.append("</nav>").toString();
  }

  /** Links to the other language and to other kinds. */
  String others(Monitor monitor) {
    String other = language.equals(Language.ENGLISH) ? Language.SPANISH : Language.ENGLISH;
    StringBuilder html = new StringBuilder("<p class=\"first-years\">");
    link(html, at(kind.id(), year, other), in(new Bilingual("In English", "En español")));
    html.append("</p><ul>");
    for (String id : slots.stream().map(PlotSlot::kind).distinct().toList()) {
      Bilingual name = monitor.snapshot().catalogue().plotKind(id).name();
      link(html.append("<li>"), at(id, year, language), in(name));
    }
    return html.append("</ul>").toString();
  }

  private static void link(StringBuilder html, String address, String words) {
    html.append("<a href=\"").append(Html.escape(address)).append("\">");
    html.append(Html.escape(words)).append("</a>");
  }

  private String at(String kindId, int otherYear, String otherLanguage) {
    return "/?indicator="
        + THEME
        + kindId
        + "&region-set="
        + answer.regionSet().id()
        + "&period="
        + otherYear
        + "&lang="
        + otherLanguage
        + pinned;
  }

  /** Where what the page shows can be had as CSV, in all years. */
  String csvPath() {
    return "/api/v1/totals?region-set="
        + answer.regionSet().id()
        + "&kind="
        + kind.id()
        + pinned
        + "&f=csv";
  }

  private String in(Bilingual text) {
    return text.in(language);
  }
}
