package org.yunga.web.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalInt;
import org.yunga.core.dataset.ReleaseContent;
import org.yunga.core.plot.PlotKind;
import org.yunga.core.store.Store;
import org.yunga.core.text.Bilingual;
import org.yunga.geodata.plots.PlotTable;
import org.yunga.geodata.table.Format;
import org.yunga.geodata.table.Notice;
import org.yunga.geodata.table.TableWriter;
import org.yunga.geodata.table.WriteOptions;

/** Writes the plots of a kind into a file. Who may read the store's file may have them. */
final class PlotExporting {

  private final Path file;
  private final Format format;

  /**
   * @param force replaces a file that is there
   */
  PlotExporting(Path file, Format format, boolean force) {
    this.file = file;
    this.format = format;
    if (Files.isDirectory(file) || Files.exists(file) && !force) {
      throw ExportFile.there(file);
    }
  }

  /**
   * Writes them one after another.
   *
   * @throws org.yunga.core.text.UnknownNameException when there is no such kind
   */
  void write(Store store, String kindId, OptionalInt year) {
    ReleaseContent content = store.readLatest();
    PlotKind kind = content.catalogue().plotKind(kindId);
    PlotTable plots = new PlotTable(content.release(), kind, year, store::plots);
    boolean synthetic = content.release().isSynthetic();
    String words =
        "Yunga, release " + content.release().id() + (synthetic ? " (synthetic, made up)" : "");
    WriteOptions options = WriteOptions.titled(kind.name().es(), words);
    long rows;
    try (TableWriter writer = format.write(file, plots.table(), options)) {
      rows = plots.forEach(writer::write);
      writer.finish();
      writer.notices().stream().map(Notice::text).forEach(Console::say);
    }
    Console.say(file + ": " + rows + " parcelas.", file + ": " + rows + " plots.");
    if (!synthetic) {
      Console.say(
          new Bilingual(
              "El lugar de la parcela de una familia no es público: no publique este archivo.",
              "The place of one family's plot is not public: do not publish this file."));
    }
  }
}
