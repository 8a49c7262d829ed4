package org.yunga.geodata.plots;

import java.nio.file.Path;
import org.yunga.core.plot.PlotKind;
import org.yunga.core.text.Bilingual;
import org.yunga.core.text.ExplainedException;
import org.yunga.geodata.format.Formats;
import org.yunga.geodata.intake.Inspector;
import org.yunga.geodata.intake.IntakeKind;
import org.yunga.geodata.intake.IntakeOptions;
import org.yunga.geodata.intake.KnownRelease;
import org.yunga.geodata.intake.RememberedMapping;
import org.yunga.geodata.table.Column;
import org.yunga.geodata.table.Format;
import org.yunga.geodata.table.TableReader;

/** Inspects files of plots. */
public final class PlotIntake implements Inspector {

  /** Keys of datasets of plots start so. */
  public static final String KEY = "plots/";

  @Override
  public PlotIntakeReport inspect(
      Path file, IntakeKind as, IntakeOptions options, KnownRelease release) {
    if (!(as instanceof IntakeKind.Plots plots)) {
      throw new IllegalArgumentException("Not plots: " + as.text());
    }
    PlotKind kind = release.content().catalogue().plotKind(plots.plotKind());
    if (release.content().release().isSynthetic()) {
      throw besideSynthetic(file);
    }
    Format format = Formats.of(file);
    try (TableReader reader = format.read(file, options.readOptions())) {
      if (reader.table().geometry().isEmpty()) {
        throw withoutGeometry(file, reader);
      }
      RememberedMapping remembered =
          release
              .remembered()
              .recall(as, reader.table().columns().stream().map(Column::name).toList());
      return new PlotInspection(file, format, kind, options, release).inspect(reader, remembered);
    }
  }

  private static ExplainedException withoutGeometry(Path file, TableReader reader) {
    String columns =
        String.join(", ", reader.table().columns().stream().map(Column::name).toList());
    return new ExplainedException(
        "plots_without_geometry",
        new Bilingual(
            file.getFileName()
                + " no tiene geometría (columnas: "
                + columns
                + "). Las parcelas necesitan una: en una tabla, una columna WKT, o dos llamadas"
                + " longitud y latitud, o este y norte.",
            file.getFileName()
                + " has no geometry (columns: "
                + columns
                + "). Plots need one: in a table a column WKT, or two called longitude and"
                + " latitude, or easting and northing."));
  }

  private static ExplainedException besideSynthetic(Path file) {
    return new ExplainedException(
        "plots_beside_synthetic",
        new Bilingual(
            "No se cargó "
                + file.getFileName()
                + ": el almacén tiene datos sintéticos, y junto a ellos no van parcelas reales."
                + " Use un almacén en otra carpeta de datos (data).",
            file.getFileName()
                + " was not loaded: the store holds synthetic data, and real plots do not stand"
                + " beside it. Use a store in another data folder (data)."));
  }
}
