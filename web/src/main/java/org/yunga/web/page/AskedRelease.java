package org.yunga.web.page;

import io.javalin.http.Context;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.yunga.core.snapshot.CurrentSnapshot;
import org.yunga.core.snapshot.Snapshot;
import org.yunga.core.text.Bilingual;
import org.yunga.core.text.UnknownNameException;
import org.yunga.web.http.Html;
import org.yunga.web.http.Language;

/**
 * The release that an address names by {@code release=}, or the newest one: also where it names one
 * that there is not, which is then said in words.
 *
 * @param snapshot what is shown
 * @param latest the newest one
 * @param pinned the id that the address names, where there is such a release
 * @param unknown what it names, where there is none
 * @param unpinned the same address without a release
 */
record AskedRelease(
    Snapshot snapshot,
    Snapshot latest,
    Optional<String> pinned,
    Optional<String> unknown,
    String unpinned) {

  private static final String PARAMETER = "release";
  private static final String NUMBER = "[1-9][0-9]{0,17}";
  private static final ZoneId PERU = ZoneId.of("America/Lima");

  private static final Bilingual OLDER =
      new Bilingual(
          "Está viendo la entrega %s, del %s. La última es la %s, del %s.",
          "You are looking at release %s of %s. The latest is %s of %s.");
  private static final Bilingual TO_LATEST = new Bilingual("Ver la última", "See the latest");
  private static final Bilingual UNKNOWN =
      new Bilingual(
          "Aquí no hay una entrega «%s». Se muestra la última, la %s, del %s; lo demás queda como"
              + " en el enlace.",
          "There is no release “%s” here. This is the latest, %s of %s; everything else is as in"
              + " the link.");

  /**
   * Reads the address.
   *
   * @throws org.yunga.core.work.BusyException when an older release is not at hand and others are
   *     being built
   */
  static AskedRelease of(Context context, CurrentSnapshot current) {
    Snapshot latest = current.get();
    String given = context.queryParam(PARAMETER);
    String unpinned = unpinned(context);
    if (given == null || given.isBlank()) {
      return new AskedRelease(latest, latest, Optional.empty(), Optional.empty(), unpinned);
    }
    if (given.matches(NUMBER)) {
      try {
        Snapshot named = current.get(Long.parseLong(given));
        return new AskedRelease(named, latest, Optional.of(given), Optional.empty(), unpinned);
      } catch (UnknownNameException e) {
        // said below
      }
    }
    return new AskedRelease(latest, latest, Optional.empty(), Optional.of(given), unpinned);
  }

  private static String unpinned(Context context) {
    return "/?"
        + context.queryParamMap().entrySet().stream()
            .filter(parameter -> !parameter.getKey().equals(PARAMETER))
            .flatMap(
                parameter ->
                    parameter.getValue().stream()
                        .map(value -> encoded(parameter.getKey()) + "=" + encoded(value)))
            .collect(Collectors.joining("&"));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("%2F", "/");
  }

  /** Whether it is not the newest one. */
  boolean isOlder() {
    return snapshot.release().number() != latest.release().number();
  }

  /** What goes behind an address that is to stay in the same release. */
  String inAddress() {
    return pinned.map(id -> "&" + PARAMETER + "=" + id).orElse("");
  }

  /** What is said of it, as HTML; empty for the newest one. */
  Optional<String> said(String language) {
    if (unknown.isPresent()) {
      return Optional.of(
          Html.escape(
              UNKNOWN
                  .in(language)
                  .formatted(unknown.get(), latest.release().id(), day(latest, language))));
    }
    return isOlder() ? Optional.of(Html.escape(older(language))) : Optional.empty();
  }

  private String older(String language) {
    return OLDER
        .in(language)
        .formatted(
            snapshot.release().id(),
            day(snapshot, language),
            latest.release().id(),
            day(latest, language));
  }

  /** The way to the same view of the newest one, as HTML; empty where it is that one. */
  Optional<String> toLatest(String language) {
    return isOlder()
        ? Optional.of(
            "<a class=\"quiet\" data-testid=\"to-latest\" href=\"%s\">%s</a>"
                .formatted(Html.escape(unpinned), TO_LATEST.in(language)))
        : Optional.empty();
  }

  /** As the app writes it: "21 nov 2026". */
  private static String day(Snapshot snapshot, String language) {
    Locale locale = language.equals(Language.SPANISH) ? new Locale("es", "PE") : Locale.ENGLISH;
    Instant published = snapshot.release().publishedAt();
    String pattern = language.equals(Language.SPANISH) ? "d MMM uuuu" : "MMM d, uuuu";
    return DateTimeFormatter.ofPattern(pattern, locale)
        .format(published.atZone(PERU))
        .replace(".", "");
  }
}
