package org.yunga.web.api;

import io.javalin.http.Context;
import java.util.Optional;
import java.util.function.Supplier;
import org.yunga.core.monitor.Explanation;
import org.yunga.core.monitor.ExplanationQuery;
import org.yunga.core.monitor.Monitor;
import org.yunga.core.period.Period;
import org.yunga.core.store.Store;
import org.yunga.web.http.Format;
import org.yunga.web.http.Parameters;
import org.yunga.web.http.Rendered;

/**
 * {@code /api/v1/figures/explanation}: how one number came to be, down to the rows that went in: of
 * a region, or the sum over a set.
 */
public final class ExplanationResource {

  private static final String PERIOD = "period";
  private static final String REGION = "region";

  private final Answers answers;
  private final Store store;

  /**
   * @param store tells who brought the datasets, and when
   */
  public ExplanationResource(Answers answers, Store store) {
    this.answers = answers;
    this.store = store;
  }

  /** The explanation of the number that the parameters name. */
  public void get(Context context) {
    Parameters parameters =
        Parameters.of(
            context,
            "indicator",
            "region-set",
            REGION,
            "measure",
            "series",
            PERIOD,
            Answers.RELEASE);
    Format format = Format.of(context, Format.JSON, Format.CSV, Format.CSV_EXCEL);
    Monitor monitor = answers.monitor(context);
    Optional<Period> wanted = parameters.period(PERIOD);
    AskedFigures asked = AskedFigures.of(parameters, monitor, wanted);
    Period period =
        wanted.orElseGet(
            () ->
                Period.parse(
                    parameters.get(
                        PERIOD,
                        asked.available().periods().stream().map(Period::toString).toList())));
    ExplanationQuery query =
        new ExplanationQuery(
            asked.indicator(),
            asked.regionSet(),
            parameters.find(REGION),
            asked.measure(),
            period,
            asked.available().series());
    Answers.fileName(context, name(query), format);
    Supplier<Rendered> answer = () -> render(monitor, query, format);
    answers.send(context, monitor.snapshot().release().number(), format, answer);
  }

  private Rendered render(Monitor monitor, ExplanationQuery query, Format format) {
    Explanation explanation = monitor.explanation(query);
    ExplanationJson fields = new ExplanationJson(monitor.snapshot(), explanation, store.datasets());
    return format == Format.JSON
        ? Answers.json(fields.members())
        : Answers.csv(format, ExplanationJson.COLUMNS, fields.rows());
  }

  private static String name(ExplanationQuery query) {
    return String.join(
        "-",
        "yunga-explanation",
        query.indicator(),
        query.regionSet(),
        query.region().orElse("total"),
        query.period().toString(),
        query.series());
  }
}
