package org.yunga.geodata.format.kml;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.locationtech.jts.geom.Geometry;
import org.yunga.core.text.Bilingual;
import org.yunga.geodata.table.ColumnType;
import org.yunga.geodata.table.FileExceptions;

/** The placemarks of a file one after the other, and the types that its schemas declare. */
final class Placemarks implements AutoCloseable {

  private final Xml xml;
  private final KmlGeometry geometries;
  private final Map<String, ColumnType> types = new HashMap<>();
  private final String file;
  private boolean isKml;

  Placemarks(Path path) {
    this.xml = Xml.open(path);
    this.geometries = new KmlGeometry(xml);
    this.file = path.getFileName().toString();
  }

  /** The next; null after the last. */
  Placemark next() {
    while (true) {
      Boolean start = xml.isStart();
      if (start == null) {
        return null;
      }
      if (!start) {
        continue;
      }
      String element = xml.name();
      if (!isKml && !element.equals("kml")) {
        throw FileExceptions.wrongFormat(
            "xml_is_no_kml",
            file,
            KmlFormat.LABEL,
            new Bilingual(
                "su primer elemento es <" + element + ">.",
                "its first element is <" + element + ">."));
      }
      isKml = true;
      switch (element) {
        case "Placemark" -> {
          return placemark();
        }
        case "SimpleField" -> field();
        case "Style", "StyleMap", "NetworkLink", "GroundOverlay", "ScreenOverlay", "PhotoOverlay" ->
            xml.skip();
        default -> {
          continue;
        }
      }
    }
  }

  private void field() {
    ColumnType type =
        switch (xml.attribute("type").toLowerCase(Locale.ROOT)) {
          case "int", "uint", "short", "ushort" -> ColumnType.INTEGER;
          case "float", "double" -> ColumnType.DECIMAL;
          case "bool" -> ColumnType.BOOLEAN;
          default -> ColumnType.TEXT;
        };
    types.merge(xml.attribute("name"), type, (one, other) -> one == other ? one : ColumnType.TEXT);
    xml.skip();
  }

  private Placemark placemark() {
    String place = xml.place();
    Map<String, String> texts = new LinkedHashMap<>();
    Optional<Geometry> geometry = Optional.empty();
    KmlGeometry.BadGeometry bad = null;
    for (Boolean start = xml.isStart(); Boolean.TRUE.equals(start); start = xml.isStart()) {
      String element = xml.name();
      if (KmlGeometry.is(element)) {
        try {
          geometry = Optional.of(geometries.read(element));
        } catch (KmlGeometry.BadGeometry e) {
          bad = e;
        }
        continue;
      }
      switch (element) {
        case "name", "description" -> put(texts, element, xml.text());
        case "ExtendedData" -> extended(texts);
        case "TimeStamp" -> put(texts, "when", xml.text());
        default -> xml.skip();
      }
    }
    return new Placemark(place, texts, bad == null ? geometry : Optional.empty(), bad);
  }

  private void extended(Map<String, String> texts) {
    for (Boolean start = xml.isStart(); Boolean.TRUE.equals(start); start = xml.isStart()) {
      switch (xml.name()) {
        case "Data" -> data(texts);
        case "SchemaData" -> schemaData(texts);
        default -> xml.skip();
      }
    }
  }

  private void data(Map<String, String> texts) {
    String name = xml.attribute("name");
    for (Boolean start = xml.isStart(); Boolean.TRUE.equals(start); start = xml.isStart()) {
      if (xml.name().equals("value")) {
        put(texts, name, xml.text());
      } else {
        xml.skip();
      }
    }
  }

  private void schemaData(Map<String, String> texts) {
    for (Boolean start = xml.isStart(); Boolean.TRUE.equals(start); start = xml.isStart()) {
      if (xml.name().equals("SimpleData")) {
        String name = xml.attribute("name");
        put(texts, name, xml.text());
      } else {
        xml.skip();
      }
    }
  }

  private static void put(Map<String, String> texts, String name, String text) {
    if (!text.isBlank()) {
      texts.put(name, text.strip());
    }
  }

  /** The type that a schema declares for a name; text when none does. */
  ColumnType type(String name) {
    return types.getOrDefault(name, ColumnType.TEXT);
  }

  boolean hadHeights() {
    return geometries.hadHeights();
  }

  @Override
  public void close() {
    xml.close();
  }
}
