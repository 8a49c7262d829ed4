package org.yunga.geodata.intake;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.yunga.geodata.read.FileHash;
import org.yunga.geodata.table.FileExceptions;

/**
 * Mappings kept in a file of the data folder, by the columns of the files that they were of. A
 * convenience: without the file, or with a broken one, columns are proposed by their names.
 */
public final class MappingMemory implements RememberedMappings {

  private static final String FILE = "mappings.properties";
  private static final int SIGNATURE_DIGITS = 16;
  private static final String COLUMN = "column";
  private static final String VALUE = "value";
  private static final int PARTS = 4;
  private static final int FIRST = 1000;

  /** What the next file of the same columns has otherwise: it is of another year. */
  private static final Set<String> OF_ONE_DELIVERY = Set.of("period", "year", "classes");

  private static final String WORDS_OF_A_NEW_SET = "set_";

  private final Path file;

  private MappingMemory(Path file) {
    this.file = file;
  }

  /** In a data folder. */
  public static MappingMemory in(Path dataFolder) {
    return new MappingMemory(dataFolder.resolve(FILE));
  }

  @Override
  public RememberedMapping recall(IntakeKind kind, List<String> columns) {
    String prefix = signature(kind, columns) + ".";
    Properties all = read();
    Map<String, List<String>> byRole = new TreeMap<>();
    Map<String, String> constants = new TreeMap<>();
    for (String key : new TreeSet<>(all.stringPropertyNames())) {
      String[] parts = key.split("\\.");
      if (!key.startsWith(prefix) || parts.length != PARTS) {
        continue;
      }
      if (parts[1].equals(COLUMN)) {
        byRole.computeIfAbsent(parts[2], role -> new ArrayList<>()).add(all.getProperty(key));
      } else {
        constants.put(parts[2], all.getProperty(key));
      }
    }
    return new RememberedMapping(byRole, constants);
  }

  /**
   * Keeps what somebody said of the columns of a published file. What was proposed by names and
   * values is proposed again next time, and need not be kept.
   *
   * @param columns names of all its columns
   */
  public void remember(IntakeKind kind, List<String> columns, List<MappedColumn> mapping) {
    Properties all = read();
    String prefix = signature(kind, columns) + ".";
    boolean knew = all.keySet().removeIf(key -> key.toString().startsWith(prefix));
    int number = FIRST;
    boolean knows = false;
    for (MappedColumn one : mapping) {
      if (one.origin() == MappedColumn.Origin.PROPOSED || isOfOneDelivery(one)) {
        continue;
      }
      // numbers of equal length, so that several columns of a role keep their order
      String key = one.column().isPresent() ? COLUMN : VALUE;
      all.setProperty(
          prefix + key + "." + one.role() + "." + number++,
          one.column().or(one::constant).orElseThrow());
      knows = true;
    }
    if (knew || knows) {
      write(all);
    }
  }

  private static boolean isOfOneDelivery(MappedColumn one) {
    return one.constant().isPresent()
        && (OF_ONE_DELIVERY.contains(one.role()) || one.role().startsWith(WORDS_OF_A_NEW_SET));
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
      Files.createDirectories(file.toAbsolutePath().getParent());
      try (Writer out = Files.newBufferedWriter(pending)) {
        all.store(out, "Yunga: what was said of the columns of published files");
      }
      Files.move(
          pending, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw FileExceptions.unwritable(file, e);
    }
  }
}
