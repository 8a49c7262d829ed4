package org.yunga.web.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.locationtech.jts.geom.Geometry;
import org.yunga.core.space.EqualAreaFrame;
import org.yunga.core.store.geopackage.GeoPackageStore;
import org.yunga.web.bench.PostgisPeer.Cell;

/**
 * Drawn polygons over HTTP, as {@code scripts/run} serves them: beside PostGIS through an open psql
 * (B3) and beside nginx with a static file (B4), in turns in one run.
 */
public final class HttpBench {

  private static final int ROUNDS = 5;

  /** Answers of ours in a round. */
  private static final int CALLS = 100;

  private static final int WARM_UP = 5_000;
  private static final int WRK_SECONDS = 4;

  /** Java compiles on the two cores that also serve: it takes that long until it is done. */
  private static final int WARM_UP_SECONDS = 40;

  private static final String PATH = "/api/v1/queries";
  private static final ObjectMapper JSON = new ObjectMapper();

  /** A class of polygons and its bar. */
  private record Case(String name, List<Geometry> polygons, double postgis) {}

  private final Path root;
  private final Path scratch = Files.createTempDirectory("yunga-bench");
  private final Report report;
  private final Path plots;
  private final List<Case> cases;

  private HttpBench(Path root, Path folder, int count) throws Exception {
    this.root = root;
    report = new Report(root.resolve("target/bench/http.jsonl"));
    plots = folder.resolve("fields_" + count + ".csv");
    Map<String, List<Geometry>> drawn = EngineData.queries(folder.resolve("queries.csv"));
    cases =
        List.of(
            new Case("drawn polygon of 10 km", drawn.get("S").subList(0, 12), 15),
            new Case("drawn polygon of 100 km", drawn.get("M").subList(0, 8), 60),
            new Case("drawn polygon of 500 km", drawn.get("L").subList(0, 4), 600));
  }

  /**
   * Runs it.
   *
   * @param arguments the project's folder, that of the plots, how many, the address of the
   *     database, the path of nginx
   */
  public static void main(String[] arguments) throws Exception {
    HttpBench bench =
        new HttpBench(Path.of(arguments[0]), Path.of(arguments[1]), Integer.parseInt(arguments[2]));
    Path data = bench.scratch.resolve("data");
    try (GeoPackageStore store = GeoPackageStore.open(data)) {
      store.publishAll(List.of(EngineStore.words(), EngineStore.plots(bench.plots)));
    }
    int port = Started.freePort();
    try (Started server = Started.yunga(bench.root, bench.scratch.resolve("log"), data, port)) {
      server.await("http://127.0.0.1:" + port + "/api/v1/info");
      try (PostgisPeer postgis = new PostgisPeer(arguments[3]);
          KeptConnection yunga = new KeptConnection(port)) {
        postgis.loadPlots(EngineData.plots(bench.plots));
        bench.agree(yunga, postgis);
        try (PsqlSession psql = new PsqlSession()) {
          bench.oneClient(yunga, psql);
        }
      }
      bench.manyClients(port, arguments[4]);
    } finally {
      Commands.run(List.of("rm", "-r", bench.scratch.toString()));
    }
    bench.report.finish();
  }

  private void agree(KeptConnection yunga, PostgisPeer postgis) throws Exception {
    Agreement agreement = new Agreement();
    for (Case of : cases) {
      for (Geometry polygon : of.polygons()) {
        JsonNode answer = JSON.readTree(yunga.post(PATH, body(polygon)));
        Map<String, Cell> theirs = postgis.bySlotExactly(EqualAreaFrame.project(polygon));
        for (JsonNode row : answer.at("/queries/0/totals")) {
          int kind = EngineStore.KINDS.indexOf(row.get("kind").asText());
          int slot = EngineData.slot(EngineData.KINDS.get(kind), row.get("year").asInt());
          Cell cell = theirs.remove(String.valueOf(slot));
          double hectares = row.get("hectares").asDouble();
          agreement.compare(of.name(), row.get("count").asLong(), hectares, cell);
        }
        agreement.same(of.name() + ", what was left out", theirs, Map.of());
      }
    }
    agreement.report(report, "PostGIS");
  }

  /** B3. */
  private void oneClient(KeptConnection yunga, PsqlSession psql) throws Exception {
    byte[] first = body(cases.get(0).polygons().get(0));
    for (int i = 0; i < WARM_UP; i++) {
      yunga.post(PATH, first);
    }
    for (Case of : cases) {
      Race race = new Race();
      for (Geometry polygon : of.polygons()) {
        Samples ours = new Samples();
        Samples theirs = new Samples();
        byte[] body = body(polygon);
        String sql = PostgisPeer.bySlotSql(EqualAreaFrame.project(polygon));
        psql.ask(sql);
        for (int round = 0; round < ROUNDS; round++) {
          theirs.time(() -> psql.ask(sql));
          for (int call = 0; call < CALLS; call++) {
            ours.time(() -> yunga.post(PATH, body));
          }
        }
        race.add(ours, theirs);
      }
      String name = of.name() + " over HTTP";
      report.faster("B3", name + "; PostGIS through psql", race, "ms", of.postgis());
      report.atMost("B3", name + ", median", race.ours(), "ms", 1);
      report.atMost("B3", name + ", 99 %", race.ours().percentile(99), "ms", 5);
    }
  }

  /** B4. */
  private void manyClients(int port, String nginx) throws Exception {
    Path script = scratch.resolve("post.lua");
    Wrk.postingScript(script, cases.get(0).polygons().stream().map(HttpBench::geoJson).toList());
    String address = "http://127.0.0.1:" + port + PATH;
    Samples ours = new Samples();
    Samples theirs = new Samples();
    try (NginxPeer peer = new NginxPeer(nginx)) {
      Wrk.rate(address, WARM_UP_SECONDS, "-s", script.toString());
      for (int round = 0; round < ROUNDS; round++) {
        theirs.add(Wrk.rate(peer.url(), WRK_SECONDS));
        ours.add(Wrk.rate(address, WRK_SECONDS, "-s", script.toString()));
      }
    }
    String name = "drawn polygon of 10 km, wrk -t2 -c32; nginx, static 2 KB";
    report.share("B4", name, ours, theirs, "requests/s", 0.2);
  }

  private static byte[] body(Geometry polygon) {
    return geoJson(polygon).getBytes(StandardCharsets.US_ASCII);
  }

  /** A request with a polygon without holes. */
  private static String geoJson(Geometry polygon) {
    return Arrays.stream(polygon.getCoordinates())
        .map(c -> String.format(Locale.ROOT, "[%s,%s]", c.x, c.y))
        .collect(
            Collectors.joining(
                ",", "{\"geometry\":{\"type\":\"Polygon\",\"coordinates\":[[", "]]}}"));
  }
}
