package org.yunga.web.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.yunga.core.snapshot.Snapshot;
import org.yunga.core.text.Bilingual;
import org.yunga.geodata.export.ExportTable;
import org.yunga.geodata.export.ReleaseExport;
import org.yunga.geodata.format.Formats;
import org.yunga.geodata.read.FileHash;
import org.yunga.geodata.table.FileExceptions;

/**
 * A release as a folder: a GeoPackage with every region set and all figures, the figures as CSV and
 * XLSX, licences and citation, and the hashes of all. It is made under another name and takes its
 * own when it is whole.
 */
final class ReleaseFolder {

  private ReleaseFolder() {}

  static void write(Path folder, Snapshot snapshot, boolean force) {
    Path target = folder.toAbsolutePath().normalize();
    if (Files.exists(target) && !(force && isOurs(target))) {
      throw ExportFile.there(target);
    }
    Path pending = null;
    try {
      pending = Files.createDirectory(target.resolveSibling(".pending-" + UUID.randomUUID()));
      fill(pending, snapshot);
      if (Files.exists(target)) {
        delete(target);
      }
      Files.move(pending, target, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw FileExceptions.unwritable(target, e);
    } finally {
      if (pending != null) {
        delete(pending);
      }
    }
    Console.say(
        target + ": entrega " + snapshot.release().id() + ".",
        target + ": release " + snapshot.release().id() + ".");
  }

  /** Only a folder that was written by this class may be replaced. */
  private static boolean isOurs(Path folder) {
    return Files.isRegularFile(folder.resolve("SHA256SUMS"))
        && Files.isRegularFile(folder.resolve("figures.csv"));
  }

  private static void fill(Path folder, Snapshot snapshot) throws IOException {
    ReleaseExport export = new ReleaseExport(snapshot);
    ExportTable figures = export.figures();
    List<ExportTable> all = new ArrayList<>(export.regionSets());
    all.add(figures);
    file(folder, "release.gpkg", "gpkg").write(all);
    file(folder, "figures.csv", "csv").write(List.of(figures));
    file(folder, "figures.xlsx", "xlsx").write(List.of(figures));
    Bilingual sources = export.sources();
    Files.writeString(folder.resolve("LICENCIA.txt"), sources.es() + "\n");
    Files.writeString(folder.resolve("LICENCE.txt"), sources.en() + "\n");
    Files.writeString(folder.resolve("SHA256SUMS"), sums(folder), StandardCharsets.UTF_8);
  }

  private static ExportFile file(Path folder, String name, String format) {
    return new ExportFile(folder.resolve(name), Formats.byId(format).orElseThrow(), false);
  }

  private static String sums(Path folder) throws IOException {
    StringBuilder sums = new StringBuilder();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.sorted().toList()) {
        sums.append(FileHash.sha256(file)).append("  ").append(file.getFileName()).append('\n');
      }
    }
    return sums.toString();
  }

  private static void delete(Path folder) {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw FileExceptions.unwritable(folder, e);
    }
  }
}
