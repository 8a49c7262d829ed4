package org.yunga.geodata.format.xlsx;

import java.io.IOException;
import java.io.InputStream;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.yunga.geodata.format.support.LimitedInputStream;

/**
 * What the parts of a workbook are, as its list of content types says: names are free, and the
 * reader goes by this list. A part that is said to be two things is both.
 *
 * @param inMemory names, in lower case, of parts that the reader holds in memory
 */
record ContentTypes(Set<String> inMemory) {

  private static final String LIST = "[Content_Types].xml";

  /** Lists of honest workbooks have some kilobytes. */
  private static final long LARGEST_LIST = 1 << 20;

  /** Shared texts, styles, and the workbook itself. */
  private static final Set<String> HELD =
      Set.of(
          "application/vnd.openxmlformats-officedocument.spreadsheetml.sharedstrings+xml",
          "application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml",
          "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml",
          "application/vnd.ms-excel.sheet.macroenabled.main+xml");

  /**
   * Reads the list; empty when there is none, which the reader of workbooks then tells.
   *
   * @param file for messages
   */
  static ContentTypes of(ZipFile zip, String file) throws IOException {
    Set<String> inMemory = new HashSet<>();
    ZipEntry entry = zip.getEntry(LIST);
    if (entry == null) {
      return new ContentTypes(inMemory);
    }
    try (InputStream in =
        new LimitedInputStream(zip.getInputStream(entry), LARGEST_LIST, file, LIST)) {
      XMLStreamReader reader = factory().createXMLStreamReader(in);
      while (reader.hasNext()) {
        if (reader.next() == XMLStreamReader.START_ELEMENT) {
          String type = reader.getAttributeValue(null, "ContentType");
          String part = reader.getAttributeValue(null, "PartName");
          if (type != null && part != null && HELD.contains(type.toLowerCase(Locale.ROOT))) {
            inMemory.add(name(part));
          }
        }
      }
    } catch (XMLStreamException e) {
      throw new IOException(e.getMessage(), e);
    }
    return new ContentTypes(inMemory);
  }

  /** Whether the reader holds a part of this name in memory. */
  boolean holds(String part) {
    return inMemory.contains(name(part));
  }

  /** As parts are compared: without the first slash, and upper case is lower case. */
  static String name(String part) {
    return (part.startsWith("/") ? part.substring(1) : part).toLowerCase(Locale.ROOT);
  }

  private static XMLInputFactory factory() {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    return factory;
  }
}
