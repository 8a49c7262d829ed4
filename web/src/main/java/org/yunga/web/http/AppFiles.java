package org.yunga.web.http;

import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The files of the map app and of Leaflet, read and put together once, under an address that holds
 * the hash of all of them: browsers may keep them for ever, and a new version has a new address.
 */
public final class AppFiles {

  private static final String APP_ROOT = "/app";
  private static final String LEAFLET_ROOT = "/META-INF/resources/webjars/leaflet/1.9.4/dist";

  private static final Map<String, String> TYPES =
      Map.of(
          "html", "text/html; charset=utf-8",
          "css", "text/css; charset=utf-8",
          "js", "text/javascript; charset=utf-8",
          "svg", "image/svg+xml",
          "png", "image/png",
          "json", "application/json",
          "webmanifest", "application/manifest+json");

  private final Map<String, Rendered> files = new TreeMap<>();
  private final String version;

  /** Reads all files. */
  public AppFiles() {
    readAll(APP_ROOT, "app/");
    for (String name : new String[] {"leaflet.js", "leaflet.css"}) {
      files.put("lib/leaflet/" + name, read(LEAFLET_ROOT + "/" + name));
    }
    join();
    StringBuilder hashes = new StringBuilder();
    files.forEach((name, file) -> hashes.append(name).append(file.hash()));
    version = Rendered.of(hashes.toString(), "").hash();
  }

  /** In place of the sources what browsers get: see {@link Modules}. */
  private void join() {
    Map<String, String> sources = new TreeMap<>();
    for (String name : files.keySet()) {
      if (name.startsWith("app/") && name.matches(".*\\.(js|css)")) {
        sources.put(name, text(name.substring("app/".length())));
      }
    }
    files.keySet().removeAll(sources.keySet());
    Modules.served(sources).forEach((name, text) -> files.put(name, Rendered.of(text, type(name))));
  }

  /** Hash of all files together. */
  public String version() {
    return version;
  }

  /** The names of all files. */
  public Set<String> names() {
    return Collections.unmodifiableSet(files.keySet());
  }

  /** The text of a file of the app. */
  public String text(String name) {
    Rendered file = files.get("app/" + name);
    return new String(file.bytes(Rendered.Encoding.IDENTITY), StandardCharsets.UTF_8);
  }

  /** The page with the addresses of its files made permanent. */
  public String versioned(String html) {
    return html.replace("\"/app/", "\"/v/" + version + "/app/")
        .replace("\"/lib/", "\"/v/" + version + "/lib/");
  }

  /** Serves {@code /app/...} and {@code /lib/...}, to be asked for again each time. */
  public void current(Context context) {
    send(context, context.path().substring(1), Responder.REVALIDATE);
  }

  /** Serves {@code /v/{version}/...}, never to be asked for again. */
  public void permanent(Context context) {
    boolean sameVersion = context.pathParam("version").equals(version);
    send(
        context,
        context.pathParam("name"),
        sameVersion ? Responder.IMMUTABLE : Responder.REVALIDATE);
  }

  private void send(Context context, String name, String cacheControl) {
    Rendered file = files.get(name);
    if (file == null) {
      throw new NotFoundResponse();
    }
    Responder.send(context, file, cacheControl);
  }

  private void readAll(String root, String prefix) {
    try {
      URL url = AppFiles.class.getResource(root);
      if (url == null) {
        throw new IllegalStateException("The map app is not on the class path: " + root);
      }
      URI uri = url.toURI();
      if (uri.getScheme().equals("jar")) {
        try (FileSystem jar = FileSystems.newFileSystem(uri, Map.of())) {
          readFolder(jar.getPath(root), prefix);
        }
      } else {
        readFolder(Path.of(uri), prefix);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  private void readFolder(Path folder, String prefix) throws IOException {
    try (Stream<Path> paths = Files.walk(folder)) {
      for (Path path : (Iterable<Path>) paths.filter(Files::isRegularFile)::iterator) {
        String name = folder.relativize(path).toString().replace('\\', '/');
        files.put(prefix + name, new Rendered(Files.readAllBytes(path), type(name)));
      }
    }
  }

  private static Rendered read(String resource) {
    try (var in = AppFiles.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException("Not on the class path: " + resource);
      }
      return new Rendered(in.readAllBytes(), type(resource));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String type(String name) {
    String ending = name.substring(name.lastIndexOf('.') + 1);
    return TYPES.getOrDefault(ending, "application/octet-stream");
  }
}
