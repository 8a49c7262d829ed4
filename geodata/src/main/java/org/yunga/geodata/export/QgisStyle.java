package org.yunga.geodata.export;

import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Style documents of QGIS (QML) with a rule for each class and state. */
final class QgisStyle {

  private final XMLStreamWriter xml;

  private QgisStyle(XMLStreamWriter xml) {
    this.xml = xml;
  }

  static String of(List<FigureStyle.Rule> rules) {
    StringWriter text = new StringWriter();
    try {
      XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
      new QgisStyle(xml).write(rules);
      xml.close();
    } catch (XMLStreamException e) {
      throw new IllegalStateException("A text in memory can always be written", e);
    }
    return text.toString();
  }

  private void write(List<FigureStyle.Rule> rules) throws XMLStreamException {
    xml.writeDTD("<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>");
    start("qgis", "version", "3.22.0", "styleCategories", "Symbology");
    start("renderer-v2", "type", "RuleRenderer", "symbollevels", "0", "forceraster", "0");
    start("rules", "key", "{yunga}");
    for (int i = 0; i < rules.size(); i++) {
      start(
          "rule",
          "key",
          "{yunga-" + i + "}",
          "symbol",
          Integer.toString(i),
          "label",
          rules.get(i).label(),
          "filter",
          rules.get(i).filter());
      xml.writeEndElement();
    }
    xml.writeEndElement();
    start("symbols");
    for (int i = 0; i < rules.size(); i++) {
      symbol(Integer.toString(i), rules.get(i).symbol());
    }
    xml.writeEndElement();
    xml.writeEndElement();
    xml.writeEndElement();
  }

  private void symbol(String name, QgisSymbol symbol) throws XMLStreamException {
    start("symbol", "name", name, "type", symbol.type(), "alpha", "1", "clip_to_extent", "1");
    for (QgisSymbol.Layer layer : symbol.layers()) {
      layer(name, layer);
    }
    xml.writeEndElement();
  }

  private void layer(String name, QgisSymbol.Layer layer) throws XMLStreamException {
    start("layer", "class", layer.kind(), "enabled", "1", "locked", "0", "pass", "0");
    start("Option", "type", "Map");
    for (Map.Entry<String, String> option : new TreeMap<>(layer.options()).entrySet()) {
      option(option.getKey(), option.getValue(), "QString");
    }
    xml.writeEndElement();
    if (layer.size() != null) {
      size(layer.size());
    }
    if (layer.marker() != null) {
      symbol("@" + name + "@1", new QgisSymbol("marker", List.of(layer.marker())));
    }
    xml.writeEndElement();
  }

  private void size(String expression) throws XMLStreamException {
    start("data_defined_properties");
    start("Option", "type", "Map");
    option("name", "", "QString");
    start("Option", "type", "Map", "name", "properties");
    start("Option", "type", "Map", "name", "size");
    option("active", "true", "bool");
    option("expression", expression, "QString");
    option("type", "3", "int");
    xml.writeEndElement();
    xml.writeEndElement();
    option("type", "collection", "QString");
    xml.writeEndElement();
    xml.writeEndElement();
  }

  private void option(String name, String value, String type) throws XMLStreamException {
    start("Option", "name", name, "value", value, "type", type);
    xml.writeEndElement();
  }

  private void start(String name, String... attributes) throws XMLStreamException {
    xml.writeStartElement(name);
    for (int i = 0; i < attributes.length; i += 2) {
      xml.writeAttribute(attributes[i], attributes[i + 1]);
    }
  }
}
