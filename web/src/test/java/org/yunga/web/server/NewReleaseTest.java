package org.yunga.web.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.GeometryFactory;
import org.yunga.core.dataset.Dataset;
import org.yunga.core.dataset.Delivery;
import org.yunga.core.region.Place;
import org.yunga.core.region.Region;
import org.yunga.core.region.RegionRef;
import org.yunga.core.store.geopackage.GeoPackageStore;
import org.yunga.geodata.reference.ReferenceData;
import org.yunga.web.Answer;
import org.yunga.web.Client;

/** Another process publishes a release while the server runs. */
class NewReleaseTest {

  private static final Duration LONGEST_WAIT = Duration.ofSeconds(20);

  @Test
  void isServedWithinSeconds(@TempDir Path folder) throws InterruptedException {
    try (GeoPackageStore store = GeoPackageStore.open(folder)) {
      ReferenceData.install(store);
      try (Server server = Server.start(store, "127.0.0.1", 0)) {
        Client client = new Client(server.port());
        Answer before = client.get("/api/v1/region-sets/departments?detail=full");
        assertThat(before.json().get("release").asText()).isEqualTo("1");

        publishFromElsewhere(folder);
        awaitRelease(client, "2");

        Answer after =
            client.get(
                "/api/v1/region-sets/departments?detail=full",
                "If-None-Match",
                before.header("ETag"));
        assertThat(after.status()).as("what was kept is out of date").isEqualTo(200);
        assertThat(after.json().get("release").asText()).isEqualTo("2");
        assertThat(after.json().get("source").asText()).isEqualTo("Oficina de prueba");
        assertThat(area(after.json(), "22")).isEqualTo(123.5);
        assertThat(area(after.json(), "05")).isEqualTo(area(before.json(), "05"));
        assertThat(client.get("/api/v1/info").json().get("datasets")).hasSize(2);
      }
    }
  }

  /** A second store over the same file, as another process has one. */
  private static void publishFromElsewhere(Path folder) {
    Region sanMartin =
        new Region(
            new RegionRef("departments", "22"),
            "San Martín",
            Optional.empty(),
            Optional.empty(),
            new Place.Boundary(
                new GeometryFactory().toGeometry(new Envelope(-77, -76, -8, -7)), 123.5),
            List.of());
    Dataset dataset =
        Dataset.of(
            Dataset.BOUNDARIES + "departments",
            "Límites de prueba",
            "Oficina de prueba",
            "CC0",
            "prueba.geojson",
            "ab".repeat(32));
    try (GeoPackageStore elsewhere = GeoPackageStore.open(folder)) {
      elsewhere.publish(Delivery.ofRegions(dataset, List.of(sanMartin)));
    }
  }

  private static void awaitRelease(Client client, String release) throws InterruptedException {
    Instant end = Instant.now().plus(LONGEST_WAIT);
    while (!client.get("/api/v1/info").json().get("release").asText().equals(release)) {
      assertThat(Instant.now()).as("release " + release + " is served").isBefore(end);
      Thread.sleep(100);
    }
  }

  private static double area(JsonNode collection, String code) {
    return collection
        .get("features")
        .valueStream()
        .filter(feature -> feature.get("id").asText().equals(code))
        .findFirst()
        .orElseThrow()
        .at("/properties/area_ha")
        .asDouble();
  }
}
