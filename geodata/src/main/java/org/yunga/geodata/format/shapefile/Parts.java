package org.yunga.geodata.format.shapefile;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.yunga.core.text.Bilingual;
import org.yunga.geodata.format.support.LimitedInputStream;
import org.yunga.geodata.table.FileExceptions;

/**
 * The sister files of each layer, in a folder or in a zip. Nothing is unpacked: what a zip holds is
 * read as a stream, so that its size is bounded by {@link #LARGEST_PART} and its names lead
 * nowhere.
 */
final class Parts implements AutoCloseable {

  /** The most that the 32-bit offsets of a {@code .shp} can tell, in bytes. */
  static final long LARGEST_PART = 1L << 32;

  private static final int MOST_ENTRIES = 10_000;

  /** Opens one part. */
  private interface Source {
    InputStream open() throws IOException;
  }

  private final Path file;
  private final Optional<ZipFile> zip;

  /** By name of the layer and ending in lower case. */
  private final Map<String, Map<String, Source>> layers = new LinkedHashMap<>();

  private Parts(Path file, Optional<ZipFile> zip) {
    this.file = file;
    this.zip = zip;
  }

  static Parts open(Path file) {
    if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
      throw FileExceptions.unreadable(file, null);
    }
    try {
      return isZip(file) ? inZip(file) : inFolder(file);
    } catch (ZipException e) {
      throw FileExceptions.broken(
          file.getFileName().toString(),
          "ZIP",
          "índice/index",
          new Bilingual("no se puede abrir el ZIP.", "the zip cannot be opened."),
          e);
    } catch (IOException e) {
      throw FileExceptions.unreadable(file, e);
    }
  }

  private static boolean isZip(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      byte[] first = in.readNBytes(2);
      return first.length == 2 && first[0] == 'P' && first[1] == 'K';
    }
  }

  private static Parts inZip(Path file) throws IOException {
    ZipFile zip;
    try {
      zip = new ZipFile(file.toFile(), StandardCharsets.UTF_8);
    } catch (ZipException e) {
      zip =
          new ZipFile(file.toFile(), StandardCharsets.ISO_8859_1); // names of old Windows programs
    }
    Parts parts = new Parts(file, Optional.of(zip));
    try {
      parts.listZip(zip);
      return parts;
    } catch (RuntimeException e) {
      zip.close();
      throw e;
    }
  }

  private void listZip(ZipFile zip) {
    if (zip.size() > MOST_ENTRIES) {
      throw FileExceptions.tooLarge(name(), "ZIP (entradas/entries)", zip.size(), MOST_ENTRIES);
    }
    Map<String, Map<String, Source>> byPath = new LinkedHashMap<>();
    List<? extends ZipEntry> entries = zip.stream().toList();
    for (ZipEntry entry : entries) {
      String path = entry.getName().replace('\\', '/');
      int dot = path.lastIndexOf('.');
      if (entry.isDirectory() || dot < 0 || path.contains("__MACOSX/")) {
        continue;
      }
      byPath
          .computeIfAbsent(path.substring(0, dot), stem -> new HashMap<>())
          .put(path.substring(dot + 1).toLowerCase(Locale.ROOT), () -> zip.getInputStream(entry));
    }
    byPath.values().removeIf(parts -> !parts.containsKey("shp"));
    Map<String, Integer> uses = new HashMap<>();
    byPath.keySet().forEach(path -> uses.merge(lastOf(path), 1, Integer::sum));
    byPath.forEach(
        (path, parts) -> layers.put(uses.get(lastOf(path)) == 1 ? lastOf(path) : path, parts));
  }

  private static String lastOf(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
  }

  private static Parts inFolder(Path file) throws IOException {
    Parts parts = new Parts(file, Optional.empty());
    String stem = stem(file);
    Map<String, Source> sisters = new HashMap<>();
    try (Stream<Path> files = Files.list(file.toAbsolutePath().getParent())) {
      for (Path sister : new ArrayList<>(files.toList())) {
        String name = sister.getFileName().toString();
        if (name.length() > stem.length() + 1 && name.startsWith(stem + ".")) {
          String ending = name.substring(stem.length() + 1).toLowerCase(Locale.ROOT);
          sisters.put(ending, () -> Files.newInputStream(sister));
        }
      }
    }
    sisters.put("shp", () -> Files.newInputStream(file));
    parts.layers.put(stem, sisters);
    return parts;
  }

  private static String stem(Path file) {
    String name = file.getFileName().toString();
    int dot = name.lastIndexOf('.');
    return dot > 0 ? name.substring(0, dot) : name;
  }

  String name() {
    return file.getFileName().toString();
  }

  List<String> layers() {
    return List.copyOf(layers.keySet());
  }

  boolean has(String layer, String ending) {
    return layers.getOrDefault(layer, Map.of()).containsKey(ending);
  }

  /** Opens a part that is there. */
  InputStream open(String layer, String ending) throws IOException {
    InputStream in = layers.get(layer).get(ending).open();
    return new LimitedInputStream(in, LARGEST_PART, name(), layer + "." + ending);
  }

  /** A short text part such as {@code .prj}, without blanks at its ends; empty when not there. */
  Optional<String> text(String layer, String ending) throws IOException {
    if (!has(layer, ending)) {
      return Optional.empty();
    }
    try (InputStream in = open(layer, ending)) {
      String text = new String(in.readNBytes(1 << 16), StandardCharsets.UTF_8);
      return Optional.of(text.replace("\uFEFF", "").strip()).filter(found -> !found.isEmpty());
    }
  }

  @Override
  public void close() {
    if (zip.isPresent()) {
      try {
        zip.get().close();
      } catch (IOException e) {
        throw FileExceptions.unreadable(file, e);
      }
    }
  }
}
