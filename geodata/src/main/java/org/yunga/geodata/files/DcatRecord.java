package org.yunga.geodata.files;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.GeometryFactory;
import org.yunga.core.figure.Figure;
import org.yunga.core.region.Place;
import org.yunga.core.region.Region;
import org.yunga.core.region.RegionSet;
import org.yunga.core.snapshot.Snapshot;
import org.yunga.core.text.Bilingual;

/**
 * The release as a {@code dcat:Dataset} of DCAT 3 with the properties that DCAT-AP asks for.
 * Addresses are relative to the record itself, so that its bytes do not depend on the server.
 */
final class DcatRecord {

  /** In the order of their names: maps of Java have another order in each process. */
  private static final ObjectMapper JSON =
      new ObjectMapper()
          .enable(SerializationFeature.INDENT_OUTPUT)
          .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS);

  private static final String THEME =
      "http://publications.europa.eu/resource/authority/data-theme/AGRI";

  private static final String FREQUENCY =
      "http://publications.europa.eu/resource/authority/frequency/IRREG";

  private DcatRecord() {}

  static String of(ReleaseIndex index, Snapshot snapshot) {
    Map<String, Object> record = new LinkedHashMap<>();
    record.put("@context", context());
    record.put("@id", "./");
    record.put("@type", "dcat:Dataset");
    record.put("dct:title", texts(index.title()));
    record.put("dct:description", texts(index.citation()));
    record.put("dct:identifier", "yunga-" + index.release());
    record.put("dcat:version", index.release());
    record.put("dct:issued", typed("xsd:dateTime", index.published()));
    record.put("dct:publisher", Map.of("@type", "foaf:Agent", "foaf:name", "Yunga"));
    record.put("dct:accrualPeriodicity", id(FREQUENCY));
    record.put("dct:license", licence());
    record.put("dct:bibliographicCitation", texts(index.citation()));
    record.put("dcat:theme", id(THEME));
    record.put("dcat:keyword", keywords(snapshot));
    spatial(snapshot).ifPresent(place -> record.put("dct:spatial", place));
    temporal(snapshot).ifPresent(time -> record.put("dct:temporal", time));
    record.put("dct:source", index.licences().stream().map(DcatRecord::source).toList());
    record.put(
        "dcat:distribution",
        index.files().stream()
            .filter(DcatRecord::isData)
            .map(file -> distribution(file, index))
            .toList());
    try {
      return JSON.writeValueAsString(record) + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Map<String, String> context() {
    Map<String, String> context = new LinkedHashMap<>();
    context.put("dcat", "http://www.w3.org/ns/dcat#");
    context.put("dct", "http://purl.org/dc/terms/");
    context.put("foaf", "http://xmlns.com/foaf/0.1/");
    context.put("spdx", "http://spdx.org/rdf/terms#");
    context.put("locn", "http://www.w3.org/ns/locn#");
    context.put("xsd", "http://www.w3.org/2001/XMLSchema#");
    context.put("gsp", "http://www.opengis.net/ont/geosparql#");
    context.put("rdfs", "http://www.w3.org/2000/01/rdf-schema#");
    return context;
  }

  private static boolean isData(ReleaseFile file) {
    return !file.group().equals(ReleaseFile.ABOUT);
  }

  private static Map<String, Object> distribution(ReleaseFile file, ReleaseIndex index) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("@type", "dcat:Distribution");
    fields.put("dct:title", file.name());
    fields.put("dct:description", texts(file.holds()));
    fields.put("dcat:accessURL", id("./"));
    fields.put("dcat:downloadURL", id(file.name()));
    fields.put("dcat:mediaType", mediaType(file));
    fields.put("dct:format", file.label());
    fields.put("dcat:byteSize", typed("xsd:nonNegativeInteger", Long.toString(file.bytes())));
    fields.put(
        "spdx:checksum",
        Map.of(
            "@type",
            "spdx:Checksum",
            "spdx:algorithm",
            id("http://spdx.org/rdf/terms#checksumAlgorithm_sha256"),
            "spdx:checksumValue",
            typed("xsd:hexBinary", file.sha256())));
    fields.put("dct:license", licence());
    fields.put("dct:issued", typed("xsd:dateTime", index.published()));
    return fields;
  }

  private static Map<String, Object> mediaType(ReleaseFile file) {
    String bare = file.mediaType().replaceFirst(";.*", "");
    return id("https://www.iana.org/assignments/media-types/" + bare);
  }

  private static Map<String, Object> licence() {
    return Map.of("@id", "LICENCE.txt", "@type", "dct:LicenseDocument");
  }

  private static Map<String, Object> source(ReleaseIndex.Licence licence) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("@type", "dcat:Dataset");
    fields.put("dct:identifier", licence.dataset());
    fields.put("dct:title", licence.title());
    fields.put("dct:publisher", Map.of("@type", "foaf:Agent", "foaf:name", licence.source()));
    fields.put(
        "dct:license", Map.of("@type", "dct:LicenseDocument", "rdfs:label", licence.licence()));
    return fields;
  }

  private static List<Object> keywords(Snapshot snapshot) {
    List<Object> keywords = new ArrayList<>();
    snapshot.catalogue().themes().forEach(theme -> keywords.addAll(texts(theme.name())));
    return keywords;
  }

  private static Optional<Object> spatial(Snapshot snapshot) {
    Envelope extent = new Envelope();
    for (Region region : regions(snapshot)) {
      if (region.place() instanceof Place.Boundary boundary) {
        extent.expandToInclude(boundary.geometry().getEnvelopeInternal());
      }
    }
    if (extent.isNull()) {
      return Optional.empty();
    }
    Map<String, Object> place = new LinkedHashMap<>();
    place.put("@type", "dct:Location");
    place.put(
        "dcat:bbox", typed("gsp:wktLiteral", new GeometryFactory().toGeometry(extent).toText()));
    return Optional.of(place);
  }

  /** From the first to the last period that any figure is about. */
  private static Optional<Object> temporal(Snapshot snapshot) {
    TreeSet<LocalDate> starts = new TreeSet<>();
    TreeSet<LocalDate> ends = new TreeSet<>();
    for (Region region : regions(snapshot)) {
      for (Figure figure : snapshot.figures(region.ref())) {
        starts.add(figure.period().start());
        ends.add(figure.period().lastDay());
      }
    }
    if (starts.isEmpty()) {
      return Optional.empty();
    }
    Map<String, Object> time = new LinkedHashMap<>();
    time.put("@type", "dct:PeriodOfTime");
    time.put("dcat:startDate", typed("xsd:date", starts.first().toString()));
    time.put("dcat:endDate", typed("xsd:date", ends.last().toString()));
    return Optional.of(time);
  }

  private static List<Region> regions(Snapshot snapshot) {
    List<Region> regions = new ArrayList<>();
    for (RegionSet set : snapshot.catalogue().regionSets()) {
      regions.addAll(snapshot.regions(set.id()));
    }
    return regions;
  }

  private static List<Map<String, String>> texts(Bilingual text) {
    Map<String, String> es = new LinkedHashMap<>();
    es.put("@value", text.es());
    es.put("@language", "es");
    Map<String, String> en = new LinkedHashMap<>();
    en.put("@value", text.en());
    en.put("@language", "en");
    return List.of(es, en);
  }

  private static Map<String, Object> id(String address) {
    return Map.of("@id", address);
  }

  private static Map<String, Object> typed(String type, String value) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("@value", value);
    fields.put("@type", type);
    return fields;
  }
}
