package org.yunga.web.sheet;

import io.javalin.http.Context;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.locationtech.jts.geom.Envelope;
import org.yunga.core.monitor.Availability;
import org.yunga.core.monitor.Monitor;
import org.yunga.core.period.Period;
import org.yunga.core.region.RegionRef;
import org.yunga.core.text.UnknownNameException;
import org.yunga.web.api.Answers;
import org.yunga.web.api.AskedFigures;
import org.yunga.web.http.Format;
import org.yunga.web.http.Language;
import org.yunga.web.http.Parameters;

/** {@code /api/v1/sheets}: a map of figures as a page to print, in PDF or PNG. */
public final class SheetsResource {

  private final Answers answers;

  /** Sheets of these answers. */
  public SheetsResource(Answers answers) {
    this.answers = answers;
  }

  /** The sheet that the parameters select. */
  public void get(Context context) {
    Parameters parameters =
        Parameters.of(
            context,
            "indicator",
            "region-set",
            "measure",
            "series",
            "period",
            "region",
            "paper",
            "orientation",
            "lang",
            Answers.RELEASE);
    Format format = Format.of(context, Format.PDF, Format.PNG);
    Monitor monitor = answers.monitor(context);
    SheetQuestion question = question(context, parameters, monitor);
    Paper paper = parameters.constant("paper", Paper.class, Paper.A4);
    Optional<Paper.Orientation> wished = orientation(parameters);
    answers.sendFile(
        context,
        monitor.snapshot(),
        format,
        name(question, paper),
        question.address() + " " + question.language() + " " + question.pinned(),
        path -> {
          SheetContent content = SheetContents.of(monitor, question);
          Paper.Orientation orientation = wished.orElseGet(() -> fitting(content.extent()));
          byte[] sheet =
              format == Format.PDF
                  ? MapSheet.pdf(content, paper, orientation)
                  : MapSheet.png(content, paper, orientation);
          try {
            Files.write(path, sheet);
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        });
  }

  private static Optional<Paper.Orientation> orientation(Parameters parameters) {
    return parameters.find("orientation").isEmpty()
        ? Optional.empty()
        : Optional.of(
            parameters.constant(
                "orientation", Paper.Orientation.class, Paper.Orientation.PORTRAIT));
  }

  /** As the ground lies: the list beside the map takes width. */
  private static Paper.Orientation fitting(Envelope extent) {
    return extent.getWidth() > 1.1 * extent.getHeight()
        ? Paper.Orientation.LANDSCAPE
        : Paper.Orientation.PORTRAIT;
  }

  private static SheetQuestion question(Context context, Parameters parameters, Monitor monitor) {
    AskedFigures asked = AskedFigures.of(parameters, monitor, parameters.period("period"));
    Availability available = asked.available();
    Period period = period(parameters, available);
    Optional<RegionRef> region =
        parameters.find("region").map(code -> new RegionRef(asked.regionSet(), code));
    region.ifPresent(monitor.snapshot()::region);
    String language =
        parameters.find("lang").isEmpty()
            ? Language.SPANISH
            : parameters.oneOf("lang", List.of(Language.SPANISH, Language.ENGLISH));
    return new SheetQuestion(
        asked.indicator(),
        asked.regionSet(),
        asked.measure(),
        available.series(),
        period,
        region,
        language,
        context.scheme() + "://" + context.host(),
        parameters.find(Answers.RELEASE).isPresent());
  }

  private static Period period(Parameters parameters, Availability available) {
    Optional<Period> wanted = parameters.period("period");
    if (wanted.isPresent() && !available.periods().contains(wanted.get())) {
      throw new UnknownNameException(
          "period",
          wanted.get().toString(),
          available.periods().stream().map(Period::toString).toList());
    }
    return wanted.orElse(available.latestWellCovered());
  }

  private static String name(SheetQuestion question, Paper paper) {
    return String.join(
        "-",
        "yunga",
        question.indicator(),
        question.regionSet() + question.region().map(r -> "-" + r.code()).orElse(""),
        question.period().toString(),
        question.series(),
        paper.name().toLowerCase(Locale.ROOT));
  }
}
