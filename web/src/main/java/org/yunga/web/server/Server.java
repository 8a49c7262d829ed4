package org.yunga.web.server;

import io.javalin.Javalin;
import io.javalin.compression.CompressionStrategy;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.yunga.core.snapshot.CurrentSnapshot;
import org.yunga.core.snapshot.MemoryBudget;
import org.yunga.core.store.Store;
import org.yunga.core.store.geopackage.GeoPackageStore;
import org.yunga.web.access.Tokens;
import org.yunga.web.api.Answers;
import org.yunga.web.api.AuditResource;
import org.yunga.web.api.ChangesResource;
import org.yunga.web.api.CrosswalksResource;
import org.yunga.web.api.DatasetsResource;
import org.yunga.web.api.ExplanationResource;
import org.yunga.web.api.FiguresResource;
import org.yunga.web.api.IndicatorsResource;
import org.yunga.web.api.InfoResource;
import org.yunga.web.api.LargeQuestions;
import org.yunga.web.api.NearestResource;
import org.yunga.web.api.OverlapsResource;
import org.yunga.web.api.PlotAccess;
import org.yunga.web.api.PlotListsResource;
import org.yunga.web.api.PlotTotalsResource;
import org.yunga.web.api.PlotsResource;
import org.yunga.web.api.QueriesResource;
import org.yunga.web.api.RegionSetsResource;
import org.yunga.web.api.RegionsResource;
import org.yunga.web.api.ReleaseDiffResource;
import org.yunga.web.api.ReleasesResource;
import org.yunga.web.api.StagedResource;
import org.yunga.web.api.StatusResource;
import org.yunga.web.data.AppData;
import org.yunga.web.files.FilesResource;
import org.yunga.web.files.KeptFiles;
import org.yunga.web.files.ReleaseFiles;
import org.yunga.web.http.AppFiles;
import org.yunga.web.http.Problems;
import org.yunga.web.http.UnreadableRequests;
import org.yunga.web.page.EmbedPage;
import org.yunga.web.page.HelpPage;
import org.yunga.web.page.MapPage;
import org.yunga.web.page.OfflineFiles;
import org.yunga.web.sheet.SheetsResource;
import org.yunga.web.staging.Staging;
import org.yunga.web.staging.StagingLimits;

/**
 * The HTTP server over one store. {@link #routes} is the table of contents.
 *
 * <p>Takes releases that other processes publish; see {@link Refresher}.
 */
public final class Server implements AutoCloseable {

  /** Folder beside the store where files lie that were sent and wait. */
  private static final String INCOMING = "incoming";

  /** Only our own files; no other host is ever asked. */
  private static final String CONTENT_SECURITY_POLICY =
      "default-src 'self'; style-src 'self'; img-src 'self' data:; object-src 'none';"
          + " base-uri 'none'; form-action 'none'; frame-ancestors 'self'";

  /**
   * What the page asks for, again and again, and nobody else: what only a document or another
   * origin heeds would cost 350 bytes each time.
   */
  private static final List<String> PARTS_OF_THE_PAGE = List.of("/v/", "/data/", "/places/");

  private final ReleaseFiles releaseFiles;
  private final KeptFiles kept;
  private final Javalin javalin;
  private final Refresher refresher;

  private Server(ReleaseFiles releaseFiles, KeptFiles kept, Javalin javalin, Refresher refresher) {
    this.kept = kept;
    this.releaseFiles = releaseFiles;
    this.javalin = javalin;
    this.refresher = refresher;
  }

  /**
   * Starts a server over a store in a file; what is made to be downloaded lies beside it.
   *
   * @param host address to listen on
   * @param port port to listen on; 0 for any that is free
   * @throws io.javalin.util.JavalinBindException when the port cannot be had
   */
  public static Server start(GeoPackageStore store, String host, int port) {
    return start(store, store.file().resolveSibling("files"), host, port);
  }

  /**
   * Starts a server.
   *
   * @param files folder for files that are made to be downloaded; made when it is needed, as is the
   *     one beside it for files that are sent
   * @param host address to listen on
   * @param port port to listen on; 0 for any that is free
   * @throws io.javalin.util.JavalinBindException when the port cannot be had
   */
  public static Server start(Store store, Path files, String host, int port) {
    return start(store, files, host, port, MemoryBudget.ofHeap());
  }

  /** As above, with plots in memory only as far as a budget allows. */
  public static Server start(Store store, Path files, String host, int port, MemoryBudget budget) {
    CurrentSnapshot current = new CurrentSnapshot(store, budget);
    ReleaseFiles releaseFiles = new ReleaseFiles(store, current, files);
    KeptFiles kept = new KeptFiles();
    Staging staging = new Staging(store, files.resolveSibling(INCOMING), StagingLimits.DEFAULT);
    Refresher refresher = Refresher.start(store, current);
    Served served = new Served(store, current, releaseFiles, kept, staging, refresher);
    Javalin javalin = Javalin.create(config -> configure(config, served));
    try {
      javalin.start(host, port);
    } catch (RuntimeException e) {
      refresher.close();
      throw e;
    }
    return new Server(releaseFiles, kept, javalin, refresher);
  }

  /** The port it listens on. */
  public int port() {
    return javalin.port();
  }

  /** What answers are given from. */
  private record Served(
      Store store,
      CurrentSnapshot current,
      ReleaseFiles files,
      KeptFiles kept,
      Staging staging,
      Refresher refresher) {}

  private static void configure(JavalinConfig config, Served served) {
    config.startup.showJavalinBanner = false;
    config.startup.showOldJavalinVersionWarning = false;
    config.http.compressionStrategy = CompressionStrategy.NONE;
    config.http.prefer405over404 = true;
    config.router.ignoreTrailingSlashes = true;
    config.jetty.modifyHttpConfiguration(Tokens::configure);
    config.jetty.modifyServer(jetty -> jetty.setErrorHandler(new UnreadableRequests()));
    config.routes.before(Server::headers);
    routes(config, served);
    Problems.install(config.routes);
  }

  private static void routes(JavalinConfig config, Served served) {
    Store store = served.store();
    CurrentSnapshot current = served.current();
    Answers answers = new Answers(current, served.kept());
    AppFiles files = new AppFiles();
    AppData data = new AppData(current, store.audit(), files.version());
    MapPage page = new MapPage(current, files, data);
    EmbedPage embed = new EmbedPage(current, files);
    HelpPage help = new HelpPage(current, files);
    StatusResource status = new StatusResource(current, served.refresher()::watch);
    InfoResource info = new InfoResource(answers);
    IndicatorsResource indicators = new IndicatorsResource(answers);
    RegionSetsResource regionSets = new RegionSetsResource(answers);
    FiguresResource figures = new FiguresResource(answers);
    ExplanationResource explanation = new ExplanationResource(answers, store);
    SheetsResource sheets = new SheetsResource(answers);
    ChangesResource changes = new ChangesResource(answers);
    RegionsResource regions = new RegionsResource(answers);
    LargeQuestions large = new LargeQuestions();
    OverlapsResource overlaps = new OverlapsResource(answers, large);
    CrosswalksResource crosswalks = new CrosswalksResource(answers);
    Tokens tokens = new Tokens(store.tokens(), Clock.systemUTC());
    PlotAccess access = new PlotAccess(tokens);
    PlotTotalsResource plotTotals = new PlotTotalsResource(answers, access);
    PlotListsResource plotLists = new PlotListsResource(answers, access, large);
    NearestResource nearest = new NearestResource(answers, access);
    PlotsResource plots = new PlotsResource(answers, access);
    QueriesResource queries = new QueriesResource(answers, access, large);
    ReleasesResource releases = new ReleasesResource(store, tokens, served.refresher()::refresh);
    ReleaseDiffResource diff = new ReleaseDiffResource(answers, access);
    StagedResource staged =
        new StagedResource(served.staging(), tokens, served.refresher()::refresh);
    DatasetsResource datasets = new DatasetsResource(store, staged);
    AuditResource audit = new AuditResource(store, tokens);
    FilesResource downloads = new FilesResource(current, served.files());

    read(config, "/", page::get);
    read(config, "/embed", embed::get);
    read(config, "/help", help::get);
    read(config, "/shell", page::shell);
    read(config, "/sw.js", new OfflineFiles(files)::worker);
    read(config, "/v/{version}/<name>", files::permanent);
    read(config, "/app/<name>", files::current);
    read(config, "/lib/<name>", files::current);

    read(config, "/data/current", data::current);
    read(config, "/data/{key}/start", data::start);
    read(config, "/data/{key}/values/{set}", data::values);
    read(config, "/data/{key}/places/{set}", data::placesOf);
    read(config, "/data/{key}/changes/{set}/{code}", data::changes);
    read(config, "/data/{key}/packs/{set}/{code}", data::pack);
    read(config, "/places/{set}/{hash}", data::places);

    read(config, "/files", downloads::root);
    read(config, "/files/{release}", downloads::list);
    read(config, "/files/{release}/<name>", downloads::get);

    read(config, "/api/v1", info::links);
    read(config, "/api/v1/info", info::get);
    read(config, "/api/v1/status", status::get);
    read(config, "/api/v1/indicators", indicators::list);
    read(config, "/api/v1/region-sets", regionSets::list);
    read(config, "/api/v1/region-sets/{set}", regionSets::get);
    read(config, "/api/v1/figures", figures::list);
    read(config, "/api/v1/figures/explanation", explanation::get);
    read(config, "/api/v1/sheets", sheets::get);
    read(config, "/api/v1/changes", changes::list);
    read(config, "/api/v1/regions/{set}/{code}", regions::get);
    read(config, "/api/v1/totals", plotTotals::list);
    read(config, "/api/v1/overlaps", overlaps::list);
    read(config, "/api/v1/crosswalks", crosswalks::list);
    read(config, "/api/v1/plots", plots::list);
    read(config, "/api/v1/nearest", nearest::list);
    read(config, "/api/v1/limits", info::limits);
    read(config, "/api/v1/releases", releases::list);
    config.routes.post("/api/v1/releases", releases::post);
    read(config, "/api/v1/releases/{id}", releases::get);
    read(config, "/api/v1/releases/{id}/diff", diff::get);
    read(config, "/api/v1/datasets", datasets::list);
    config.routes.post("/api/v1/datasets", staged::post);
    read(config, "/api/v1/datasets/{id}/refused", staged::refused);
    config.routes.patch("/api/v1/datasets/{id}/mapping", staged::mapping);
    config.routes.put("/api/v1/datasets/{id}/mapping", staged::mapping);
    config.routes.post("/api/v1/datasets/{id}/publish", staged::publish);
    config.routes.delete("/api/v1/datasets/{id}", staged::discard);
    read(config, "/api/v1/datasets/<id>", datasets::get);
    read(config, "/api/v1/audit", audit::list);
    read(config, "/api/v1/audit/verification", audit::verification);
    config.routes.post("/api/v1/queries", queries::post);
    config.routes.options("/api/v1/queries", Server::preflight);
    config.routes.post("/api/v1/queries/plots", plotLists::post);
    config.routes.options("/api/v1/queries/plots", Server::preflight);
  }

  /** GET and HEAD: the same headers, as RFC 9110 (9.3.2) asks; Jetty keeps the body back. */
  private static void read(JavalinConfig config, String path, Handler handler) {
    config.routes.get(path, handler);
    config.routes.head(path, handler);
    config.routes.options(path, Server::preflight);
  }

  /** What a page of another origin may send: conditional reads, and polygons as JSON. */
  private static void preflight(Context context) {
    context.status(204);
    context.header("Access-Control-Allow-Methods", "GET, HEAD, POST");
    context.header(
        "Access-Control-Allow-Headers",
        "Authorization, Content-Type, If-None-Match, If-Range, Range, Accept-Language");
    context.header("Access-Control-Max-Age", "86400");
  }

  private static void headers(Context context) {
    context.header("X-Content-Type-Options", "nosniff");
    String path = context.path();
    for (String part : PARTS_OF_THE_PAGE) {
      if (path.startsWith(part)) {
        return;
      }
    }
    context.header("Access-Control-Allow-Origin", "*");
    context.header(
        "Access-Control-Expose-Headers",
        "ETag, Accept-Ranges, Content-Range, Content-Disposition, Link, Repr-Digest, Retry-After");
    context.header("Content-Security-Policy", CONTENT_SECURITY_POLICY);
    context.header("Referrer-Policy", "no-referrer");
  }

  @Override
  public void close() {
    refresher.close();
    javalin.stop();
    releaseFiles.close();
    kept.close();
  }
}
