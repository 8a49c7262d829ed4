package org.yunga.web.api;

import java.text.NumberFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.yunga.core.figure.Measure;
import org.yunga.core.figure.ValueState;
import org.yunga.core.indicator.Unit;
import org.yunga.core.monitor.FiguresAnswer;
import org.yunga.core.period.Period;
import org.yunga.core.region.RegionSet;
import org.yunga.core.text.Bilingual;
import org.yunga.web.http.Language;

/** What is written on a map of figures, on the page without script as on paper. */
public final class MapWords {

  private static final Map<ValueState, Bilingual> STATES =
      Map.of(
          ValueState.VALUE, new Bilingual("Valor", "Value"),
          ValueState.ZERO, new Bilingual("Cero", "Zero"),
          ValueState.NOT_MONITORED, new Bilingual("No vigilado", "Not monitored"),
          ValueState.MISSING, new Bilingual("Sin dato", "Missing"),
          ValueState.WITHHELD, new Bilingual("Reservado", "Withheld"));

  private static final Bilingual SENTENCE =
      new Bilingual("%s por %s en %s, según %s", "%s by %s in %s, according to %s");
  private static final Bilingual TARGET = new Bilingual("Meta: ", "Target: ");
  private static final Bilingual BELOW = new Bilingual("menos de %s", "below %s");
  private static final Bilingual FROM = new Bilingual("%s y más", "%s and more");

  /** Bounds have the decimals of rounded values: two where money is told. */
  private static final int CENTS = 2;

  /** Hectares and kilometres of plots are rounded alike. */
  private static final Unit EXTENT = new Unit("ha", "ha", new Bilingual("hectáreas", "hectares"));

  private final String language;
  private final NumberFormat numbers;

  /** Words in one of the languages. */
  public MapWords(String language) {
    this.language = language;
    this.numbers =
        NumberFormat.getNumberInstance(
            language.equals(Language.SPANISH) ? new Locale("es", "PE") : Locale.ENGLISH);
    numbers.setMaximumFractionDigits(CENTS);
  }

  /** The text in the language. */
  public String in(Bilingual text) {
    return text.in(language);
  }

  /** What is shown: "Superficie de coca". */
  public String subject(FiguresAnswer answer) {
    return (in(answer.indicator().lead()) + " " + in(answer.indicator().shortName())).strip();
  }

  /** The title: "Superficie de coca por departamento en 2024, según DEVIDA-OPD". */
  public String sentence(FiguresAnswer answer, Period period, String series) {
    String sentence =
        in(SENTENCE).formatted(subject(answer), in(answer.regionSet().one()), when(period), series);
    return answer.measure() == Measure.TARGET ? in(TARGET) + sentence : sentence;
  }

  /** A period as it is read. */
  public static String when(Period period) {
    return period.toString().replace("/", " – ");
  }

  /** The name of a state. */
  public String state(ValueState state) {
    return in(STATES.get(state));
  }

  /** "12 departamentos", or "1 departamento". */
  public String regions(RegionSet set, int count) {
    return count + " " + in(count == 1 ? set.one() : set.name()).toLowerCase(Locale.ROOT);
  }

  /** A value, rounded and with as many decimals as everywhere. */
  public String value(Unit unit, double value) {
    NumberFormat exact = (NumberFormat) numbers.clone();
    exact.setMinimumFractionDigits(unit.decimals(value));
    exact.setMaximumFractionDigits(unit.decimals(value));
    return exact.format(unit.rounded(value));
  }

  /** Hectares or kilometres of plots. */
  public String extent(double value) {
    return value(EXTENT, value);
  }

  /** How many. */
  public String count(long number) {
    return numbers.format(number);
  }

  /** The bounds of a class: "1,000 – 5,000". */
  public String bounds(List<Double> lowerBounds, int i) {
    if (i == lowerBounds.size() - 1) {
      return in(FROM).formatted(numbers.format(lowerBounds.get(i)));
    }
    String to = numbers.format(lowerBounds.get(i + 1));
    return i == 0 && lowerBounds.get(0) == 0
        ? in(BELOW).formatted(to)
        : numbers.format(lowerBounds.get(i)) + " – " + to;
  }
}
