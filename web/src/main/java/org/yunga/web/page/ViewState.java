package org.yunga.web.page;

import io.javalin.http.Context;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.yunga.core.figure.Measure;
import org.yunga.core.monitor.Availability;
import org.yunga.core.monitor.Monitor;
import org.yunga.core.period.Period;
import org.yunga.web.http.Language;

/**
 * What a page shows: the state in its address, made complete. What does not exist gives way to what
 * does; the app says so in words once it runs.
 *
 * @param indicator indicator id
 * @param regionSet region set id
 * @param measure actual, target or baseline
 * @param series series id
 * @param period the period
 * @param language es or en
 * @param pinned what goes behind addresses that are to stay in the same release; mostly nothing
 */
record ViewState(
    String indicator,
    String regionSet,
    Measure measure,
    String series,
    Period period,
    String language,
    String pinned) {

  private static final String FIRST_INDICATOR = "coca_area";
  static final String FIRST_REGION_SET = "departments";

  /** The state that an address asks for; empty when the store has no figures at all. */
  static Optional<ViewState> of(Context context, Monitor monitor, String pinned) {
    String language =
        Language.ENGLISH.equals(context.queryParam("lang")) ? Language.ENGLISH : Language.SPANISH;
    String indicator =
        monitor.snapshot().catalogue().indicators().stream()
            .map(i -> i.id())
            .filter(id -> id.equals(context.queryParam("indicator")))
            .filter(id -> !monitor.availability(id).isEmpty())
            .findFirst()
            .orElse(FIRST_INDICATOR);
    if (monitor.snapshot().catalogue().isEmpty()) {
      return Optional.empty();
    }
    List<Availability> available = monitor.availability(indicator);
    return best(context, available)
        .map(
            choice ->
                new ViewState(
                    indicator,
                    choice.regionSet(),
                    choice.measure(),
                    choice.series(),
                    period(context, choice),
                    language,
                    pinned));
  }

  /** The availability that fits most of what the address says, in order of weight. */
  private static Optional<Availability> best(Context context, List<Availability> available) {
    String wantedSet = wish(context, "region-set", FIRST_REGION_SET);
    String wantedMeasure = wish(context, "measure", "actual");
    String wantedPeriod = wish(context, "period", "");
    String wantedSeries = wish(context, "series", "");
    Comparator<Availability> fit =
        Comparator.comparing((Availability a) -> a.regionSet().equals(wantedSet))
            .thenComparing(a -> a.regionSet().equals(FIRST_REGION_SET))
            .thenComparing(a -> text(a.measure()).equals(wantedMeasure))
            .thenComparing(
                a -> a.periods().stream().anyMatch(p -> p.toString().equals(wantedPeriod)))
            .thenComparing(a -> a.series().equals(wantedSeries));
    // the list is in order of preference, and max takes the last of equals: so reduce keeps the
    // first
    return available.stream().reduce((a, b) -> fit.compare(a, b) >= 0 ? a : b);
  }

  private static Period period(Context context, Availability choice) {
    String wanted = wish(context, "period", "");
    List<Period> periods = choice.periods();
    return periods.stream()
        .filter(period -> period.toString().equals(wanted))
        .findFirst()
        .orElse(choice.latestWellCovered());
  }

  private static String wish(Context context, String name, String fallback) {
    String given = context.queryParam(name);
    return given == null ? fallback : given;
  }

  private static String text(Measure measure) {
    return measure.name().toLowerCase(Locale.ROOT);
  }

  /** The address of the same page in another period; the best series is found there. */
  String at(Period other) {
    return "/?indicator="
        + indicator
        + "&region-set="
        + regionSet
        + "&measure="
        + text(measure)
        + "&period="
        + other
        + "&lang="
        + language
        + pinned;
  }

  /** The address of exactly this. */
  String address() {
    String encoded = URLEncoder.encode(series, StandardCharsets.UTF_8).replace("%2F", "/");
    return at(period).replace("&lang=", "&series=" + encoded + "&lang=");
  }

  /** The address of the same page in the other language. */
  String inLanguage() {
    String other = language.equals(Language.ENGLISH) ? Language.SPANISH : Language.ENGLISH;
    return at(period).replace("&lang=" + language, "&lang=" + other);
  }

  /** The address of another indicator, with regions and period as near to these as there are. */
  String of(String other) {
    return "/?indicator=" + other + "&region-set=" + regionSet + "&lang=" + language + pinned;
  }

  /** Where what the page shows can be had as CSV, in all years. */
  String csvPath() {
    return "/api/v1/figures?indicator="
        + indicator
        + "&region-set="
        + regionSet
        + "&measure="
        + text(measure)
        + pinned
        + "&f=csv";
  }
}
