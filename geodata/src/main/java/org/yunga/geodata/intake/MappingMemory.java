package org.yunga.geodata.intake;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import org.yunga.geodata.read.FileHash;
import org.yunga.geodata.table.FileExceptions;

/**
 * Mappings kept in a file of the data folder, by the columns of the files that they were of. A
 * convenience: without the file, or with a broken one, columns are proposed by their names.
 */
public final class MappingMemory implements RememberedMappings {

  private static final String FILE = "mappings.properties";
  private static final int SIGNATURE_DIGITS = 16;

  private final Path file;

  private MappingMemory(Path file) {
    this.file = file;
  }

  /** In a data folder. */
  public static MappingMemory in(Path dataFolder) {
    return new MappingMemory(dataFolder.resolve(FILE));
  }

  @Override
  public Map<String, String> recall(IntakeKind kind, List<String> columns) {
    String prefix = signature(kind, columns) + ".";
    Map<String, String> mapping = new TreeMap<>();
    Properties all = read();
    for (String key : all.stringPropertyNames()) {
      if (key.startsWith(prefix)) {
        mapping.put(key.substring(prefix.length()), all.getProperty(key));
      }
    }
    return mapping;
  }

  /**
   * Keeps what the columns of a published file were.
   *
   * @param columns names of all its columns
   */
  public void remember(IntakeKind kind, List<String> columns, List<MappedColumn> mapping) {
    Properties all = read();
    String prefix = signature(kind, columns) + ".";
    all.stringPropertyNames().stream().filter(key -> key.startsWith(prefix)).forEach(all::remove);
    mapping.forEach(
        one -> one.column().ifPresent(column -> all.setProperty(prefix + one.role(), column)));
    write(all);
  }

  private static String signature(IntakeKind kind, List<String> columns) {
    String text = kind.text() + "\n" + String.join("\n", columns.stream().sorted().toList());
    return FileHash.sha256(text.getBytes(StandardCharsets.UTF_8)).substring(0, SIGNATURE_DIGITS);
  }

  private Properties read() {
    Properties all = new Properties();
    if (Files.isRegularFile(file)) {
      try (Reader in = Files.newBufferedReader(file)) {
        all.load(in);
      } catch (IOException | IllegalArgumentException e) {
        return new Properties();
      }
    }
    return all;
  }

  private void write(Properties all) {
    Path pending = file.resolveSibling(FILE + ".pending");
    try {
      try (Writer out = Files.newBufferedWriter(pending)) {
        all.store(out, "Yunga: what the columns of published files were");
      }
      Files.move(
          pending, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw FileExceptions.unwritable(file, e);
    }
  }
}
