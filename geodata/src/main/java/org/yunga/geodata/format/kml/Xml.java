package org.yunga.geodata.format.kml;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.yunga.core.text.Bilingual;
import org.yunga.core.text.ExplainedException;
import org.yunga.geodata.table.FileExceptions;

/** A pull parser that trusts nobody: no DTD, no entities from elsewhere, bounded depth. */
final class Xml implements AutoCloseable {

  private static final int DEEPEST = 200;
  private static final int HEAD_BYTES = 200;
  private static final Pattern DECLARED =
      Pattern.compile("^[^>]*encoding\\s*=\\s*[\"']([A-Za-z0-9._-]+)[\"']");

  /** Of UTF-8, as Latin-1 shows it. */
  private static final String BYTE_ORDER_MARK = "\u00ef\u00bb\u00bf";

  private static final XMLInputFactory FACTORY = factory();

  private final Path file;
  private final Reader in;
  private final XMLStreamReader reader;
  private int depth;

  private Xml(Path file, Reader in, XMLStreamReader reader) {
    this.file = file;
    this.in = in;
    this.reader = reader;
  }

  private static XMLInputFactory factory() {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
    factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, true);
    return factory;
  }

  /**
   * The file as text in the encoding that it declares. Decoded here, because the parser of Java
   * writes to the console when bytes do not fit.
   */
  private static Reader text(Path file) throws IOException {
    InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16);
    in.mark(HEAD_BYTES);
    String head = new String(in.readNBytes(HEAD_BYTES), StandardCharsets.ISO_8859_1);
    in.reset();
    if (head.startsWith(BYTE_ORDER_MARK)) {
      in.skipNBytes(BYTE_ORDER_MARK.length());
    }
    Matcher declared = DECLARED.matcher(head);
    Charset charset = StandardCharsets.UTF_8;
    if (declared.find() && Charset.isSupported(declared.group(1))) {
      charset = Charset.forName(declared.group(1));
    }
    return new InputStreamReader(
        in,
        charset
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT));
  }

  static Xml open(Path file) {
    try {
      Reader in = text(file);
      try {
        return new Xml(file, in, FACTORY.createXMLStreamReader(in));
      } catch (XMLStreamException e) {
        in.close();
        throw broken(file, e);
      }
    } catch (IOException e) {
      throw FileExceptions.unreadable(file, e);
    }
  }

  /** Goes on to the next start or end of an element; null at the end of the file. */
  Boolean isStart() {
    while (true) {
      int event = step();
      if (event == XMLStreamConstants.START_ELEMENT) {
        return Boolean.TRUE;
      }
      if (event == XMLStreamConstants.END_ELEMENT) {
        return Boolean.FALSE;
      }
      if (event == XMLStreamConstants.END_DOCUMENT) {
        return null;
      }
    }
  }

  /** One event; depth is counted. */
  int step() {
    try {
      if (!reader.hasNext()) {
        return XMLStreamConstants.END_DOCUMENT;
      }
      int event = reader.next();
      if (event == XMLStreamConstants.START_ELEMENT && ++depth > DEEPEST) {
        throw FileExceptions.broken(
            file.getFileName().toString(),
            KmlFormat.LABEL,
            place(),
            new Bilingual(
                "hay más de " + DEEPEST + " elementos uno dentro de otro.",
                "more than " + DEEPEST + " elements lie one in another."),
            null);
      }
      depth -= event == XMLStreamConstants.END_ELEMENT ? 1 : 0;
      return event;
    } catch (XMLStreamException | RuntimeException e) {
      if (e instanceof ExplainedException explained) {
        throw explained;
      }
      throw broken(file, e);
    }
  }

  /** Local name of the element that begins or ends here. */
  String name() {
    return reader.getLocalName();
  }

  /** An attribute of the element that begins here; empty when it is not there. */
  String attribute(String name) {
    String value = reader.getAttributeValue(null, name);
    return value == null ? "" : value;
  }

  /** All text up to the end of the element that begins here, that of its children too. */
  String text() {
    StringBuilder text = new StringBuilder();
    int until = depth - 1;
    while (depth > until) {
      int event = step();
      if (event == XMLStreamConstants.CHARACTERS || event == XMLStreamConstants.CDATA) {
        text.append(reader.getText());
      } else if (event == XMLStreamConstants.END_DOCUMENT) {
        break;
      }
    }
    return text.toString();
  }

  /** Passes over the element that begins here. */
  void skip() {
    int until = depth - 1;
    while (depth > until && step() != XMLStreamConstants.END_DOCUMENT) {
      continue;
    }
  }

  /** Where the parser is. */
  String place() {
    return "línea/line " + Math.max(1, reader.getLocation().getLineNumber());
  }

  private static ExplainedException broken(Path file, Exception cause) {
    String place = "XML";
    if (cause instanceof XMLStreamException e && e.getLocation() != null) {
      place =
          "línea/line "
              + e.getLocation().getLineNumber()
              + ", "
              + e.getLocation().getColumnNumber();
    }
    return FileExceptions.broken(
        file.getFileName().toString(),
        KmlFormat.LABEL,
        place,
        new Bilingual(
            "no es XML válido, o sus letras no están en la codificación que declara (UTF-8).",
            "it is not valid XML, or its letters are not in the encoding that it declares"
                + " (UTF-8)."),
        cause);
  }

  @Override
  public void close() {
    try {
      reader.close();
      in.close();
    } catch (XMLStreamException | IOException e) {
      throw broken(file, e);
    }
  }
}
