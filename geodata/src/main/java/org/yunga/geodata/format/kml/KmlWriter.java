package org.yunga.geodata.format.kml;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;
import org.yunga.core.text.Bilingual;
import org.yunga.geodata.format.support.Dates;
import org.yunga.geodata.format.support.PendingFile;
import org.yunga.geodata.table.Column;
import org.yunga.geodata.table.ColumnType;
import org.yunga.geodata.table.FileExceptions;
import org.yunga.geodata.table.Notice;
import org.yunga.geodata.table.Row;
import org.yunga.geodata.table.Table;
import org.yunga.geodata.table.TableWriter;
import org.yunga.geodata.table.WriteOptions;

/** One placemark a row, values as typed extended data; a column {@code name} names it. */
final class KmlWriter implements TableWriter {

  private static final String NAMESPACE = "http://www.opengis.net/kml/2.2";

  private final PendingFile file;
  private final Writer out;
  private final XMLStreamWriter xml;
  private final List<Column> columns;
  private boolean finished;

  private KmlWriter(PendingFile file, Writer out, XMLStreamWriter xml, List<Column> columns) {
    this.file = file;
    this.out = out;
    this.xml = xml;
    this.columns = columns;
  }

  static KmlWriter begin(Path target, Table table, WriteOptions options) {
    if (table.geometry().filter(place -> !place.isLonLat()).isPresent()) {
      throw FileExceptions.cannotHold(
          KmlFormat.LABEL,
          new Bilingual(
              "solo admite longitud y latitud WGS 84. Reproyecte los datos.",
              "it holds only longitude, latitude, WGS 84. Reproject the data."));
    }
    PendingFile file = new PendingFile(target);
    try {
      Writer out = new BufferedWriter(Files.newBufferedWriter(file.path()), 1 << 16);
      XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(out);
      KmlWriter writer = new KmlWriter(file, out, xml, table.columns());
      writer.head(table, options);
      return writer;
    } catch (IOException | XMLStreamException e) {
      file.close();
      throw FileExceptions.unwritable(target, e);
    }
  }

  private void head(Table table, WriteOptions options) throws XMLStreamException {
    xml.writeStartDocument(StandardCharsets.UTF_8.name(), "1.0");
    xml.writeStartElement("kml");
    xml.writeDefaultNamespace(NAMESPACE);
    xml.writeStartElement("Document");
    element("name", options.title().isBlank() ? table.name() : options.title());
    if (!options.description().isBlank()) {
      element("description", options.description());
    }
    xml.writeStartElement("Schema");
    xml.writeAttribute("id", "columns");
    xml.writeAttribute("name", "columns");
    for (Column column : columns) {
      xml.writeEmptyElement("SimpleField");
      xml.writeAttribute("name", plain(column.name()));
      xml.writeAttribute("type", type(column.type()));
    }
    xml.writeEndElement();
  }

  /** An "int" of KML has 32 bits, and GDAL takes it at its word. */
  private static String type(ColumnType type) {
    return switch (type) {
      case INTEGER, DECIMAL -> "double";
      case BOOLEAN -> "bool";
      default -> "string";
    };
  }

  private void element(String name, String text) throws XMLStreamException {
    xml.writeStartElement(name);
    xml.writeCharacters(plain(text));
    xml.writeEndElement();
  }

  /** Without the control characters that XML cannot hold at all. */
  private static String plain(String text) {
    return text.replaceAll("[\\x00-\\x08\\x0b\\x0c\\x0e-\\x1f\\ufffe\\uffff]", "\uFFFD");
  }

  @Override
  public void write(Row row) {
    try {
      xml.writeCharacters("\n");
      xml.writeStartElement("Placemark");
      boolean extended = false;
      for (int i = 0; i < columns.size(); i++) {
        Object value = row.values().get(i);
        if (value != null && isOwnElement(columns.get(i))) {
          element(columns.get(i).name(), text(value));
        }
        extended |= value != null && !isOwnElement(columns.get(i));
      }
      if (extended) {
        extended(row.values());
      }
      if (row.geometry().isPresent()) {
        geometry(row.geometry().get());
      }
      xml.writeEndElement();
    } catch (XMLStreamException e) {
      throw FileExceptions.unwritable(file.target(), e);
    }
  }

  private static boolean isOwnElement(Column column) {
    return column.type() == ColumnType.TEXT
        && (column.name().equals("name") || column.name().equals("description"));
  }

  private void extended(List<Object> values) throws XMLStreamException {
    xml.writeStartElement("ExtendedData");
    xml.writeStartElement("SchemaData");
    xml.writeAttribute("schemaUrl", "#columns");
    for (int i = 0; i < columns.size(); i++) {
      Object value = values.get(i);
      if (value != null && !isOwnElement(columns.get(i))) {
        xml.writeStartElement("SimpleData");
        xml.writeAttribute("name", plain(columns.get(i).name()));
        xml.writeCharacters(plain(text(value)));
        xml.writeEndElement();
      }
    }
    xml.writeEndElement();
    xml.writeEndElement();
  }

  private static String text(Object value) {
    if (value instanceof Boolean bool) {
      return bool ? "1" : "0";
    }
    return value instanceof LocalDateTime time ? Dates.text(time) : value.toString();
  }

  private void geometry(Geometry geometry) throws XMLStreamException {
    if (geometry instanceof Point point) {
      xml.writeStartElement("Point");
      coordinates(point.getCoordinateSequence());
      xml.writeEndElement();
    } else if (geometry instanceof LineString line) {
      xml.writeStartElement("LineString");
      coordinates(line.getCoordinateSequence());
      xml.writeEndElement();
    } else if (geometry instanceof Polygon polygon) {
      polygon(polygon);
    } else {
      xml.writeStartElement("MultiGeometry");
      for (int i = 0; i < geometry.getNumGeometries(); i++) {
        geometry(geometry.getGeometryN(i));
      }
      xml.writeEndElement();
    }
  }

  private void polygon(Polygon polygon) throws XMLStreamException {
    xml.writeStartElement("Polygon");
    if (!polygon.isEmpty()) {
      ring("outerBoundaryIs", polygon.getExteriorRing());
      for (int i = 0; i < polygon.getNumInteriorRing(); i++) {
        ring("innerBoundaryIs", polygon.getInteriorRingN(i));
      }
    }
    xml.writeEndElement();
  }

  private void ring(String boundary, LineString ring) throws XMLStreamException {
    xml.writeStartElement(boundary);
    xml.writeStartElement("LinearRing");
    coordinates(ring.getCoordinateSequence());
    xml.writeEndElement();
    xml.writeEndElement();
  }

  private void coordinates(CoordinateSequence points) throws XMLStreamException {
    StringBuilder text = new StringBuilder(points.size() * 24);
    for (int i = 0; i < points.size(); i++) {
      text.append(i == 0 ? "" : " ").append(points.getX(i)).append(',').append(points.getY(i));
    }
    element("coordinates", text.toString());
  }

  @Override
  public void finish() {
    if (finished) {
      return;
    }
    try {
      xml.writeEndDocument();
      xml.close();
      out.close();
      finished = true;
      file.complete();
    } catch (XMLStreamException | IOException e) {
      throw FileExceptions.unwritable(file.target(), e);
    }
  }

  @Override
  public List<Notice> notices() {
    return List.of();
  }

  @Override
  public void close() {
    try {
      out.close();
    } catch (IOException e) {
      throw FileExceptions.unwritable(file.target(), e);
    } finally {
      file.close();
    }
  }
}
