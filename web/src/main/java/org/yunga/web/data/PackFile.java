package org.yunga.web.data;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;
import org.yunga.core.region.RegionSet;
import org.yunga.web.api.InfoResource;

/**
 * All that one office needs, as one file to be kept on a device or carried to another: the very
 * files that the app asks for, by their addresses, as JSON in gzip (whose checksum finds a broken
 * file).
 */
final class PackFile {

  /** Raised when an app of before could not read it. */
  private static final int FORM = 1;

  private static final ObjectMapper JSON = new ObjectMapper();

  private final OfficeScope scope;
  private final String base;
  private final Map<String, String> files = new LinkedHashMap<>();

  private PackFile(OfficeScope scope, String key) {
    this.scope = scope;
    this.base = "/data/" + key + "/";
  }

  /**
   * The bytes of a pack.
   *
   * @param key of the release
   * @param store which one the release is of; see {@link org.yunga.core.audit.AuditLog#identity}
   * @param changes what the release changed for the office
   */
  static byte[] of(
      OfficeScope scope, String key, Optional<String> store, Map<String, Object> changes) {
    PackFile pack = new PackFile(scope, key);
    pack.collect(changes);
    return pack.bytes(key, store);
  }

  private void collect(Map<String, Object> changes) {
    List<Map<String, Object>> sets = new ArrayList<>();
    for (RegionSet set : scope.snapshot().catalogue().regionSets()) {
      if (!scope.regions(set.id()).isEmpty()) {
        String places = PlacesFile.text(scope.snapshot(), set.id(), scope.regions(set.id()));
        String address = PlacesFile.address(set.id(), places);
        files.put(address, places);
        sets.add(AppData.set(scope, set, address));
        put("values/" + set.id(), ValuesFile.of(scope, set.id()));
      }
    }
    Map<String, Object> list = new LinkedHashMap<>();
    list.put("release", scope.snapshot().release().id());
    list.put("region_sets", sets);
    put("region-sets", list);
    put("indicators", AppData.indicators(scope));
    Map<String, Object> info = InfoResource.members(scope.snapshot());
    // plots are asked of a server
    info.put("plots", null);
    put("info", info);
    put("changes/" + scope.office().ref().regionSet() + "/" + scope.office().code(), changes);
  }

  private void put(String name, Map<String, Object> members) {
    try {
      files.put(base + name, JSON.writeValueAsString(members));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private byte[] bytes(String key, Optional<String> store) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (JsonGenerator json = JSON.getFactory().createGenerator(compressed(out))) {
      json.writeStartObject();
      json.writeNumberField("yunga_pack", FORM);
      json.writeStringField("key", key);
      if (store.isPresent()) {
        // every store has a release 1
        json.writeStringField("store", store.get());
      }
      json.writeStringField("release", scope.snapshot().release().id());
      json.writeStringField("released", scope.snapshot().release().publishedAt().toString());
      json.writeStringField("region_set", scope.office().ref().regionSet());
      json.writeStringField("region_code", scope.office().code());
      json.writeStringField("region_name", scope.office().name());
      json.writeObjectFieldStart("files");
      for (Map.Entry<String, String> file : files.entrySet()) {
        json.writeFieldName(file.getKey());
        json.writeRawValue(file.getValue());
      }
      json.writeEndObject();
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  private static Writer compressed(ByteArrayOutputStream out) throws IOException {
    GZIPOutputStream gzip =
        new GZIPOutputStream(out) {
          {
            def.setLevel(Deflater.BEST_COMPRESSION);
          }
        };
    return new OutputStreamWriter(gzip, StandardCharsets.UTF_8);
  }
}
