package org.yunga.web.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.yunga.core.store.geopackage.GeoPackageStore;
import org.yunga.web.server.Server;

/** A store that a test filled, a server over it, and a browser that looks at it. */
final class RunningApp implements AutoCloseable {

  private final GeoPackageStore store;
  private final Server server;
  private final AppBrowser browser;

  RunningApp(Path folder, Consumer<GeoPackageStore> filling) {
    store = GeoPackageStore.open(folder);
    filling.accept(store);
    server = Server.start(store, "127.0.0.1", 0);
    try {
      browser = new AppBrowser("http://127.0.0.1:" + server.port());
    } catch (RuntimeException | Error e) {
      server.close();
      store.close();
      throw e;
    }
  }

  GeoPackageStore store() {
    return store;
  }

  Page laptop(String pathAndQuery) {
    return browser.laptop(pathAndQuery);
  }

  Page phone(String pathAndQuery) {
    return browser.phone(pathAndQuery);
  }

  /** A browser of its own that has not opened the app yet. */
  Page page(int width, int height) {
    return browser.page(width, height);
  }

  Page page(Browser.NewContextOptions options) {
    return browser.page(options);
  }

  Page pageWithoutWorker() {
    return browser.pageWithoutWorker();
  }

  Page pageWithoutScript() {
    return browser.pageWithoutScript();
  }

  String address() {
    return browser.address();
  }

  /** From now on nobody answers. */
  void stopServer() {
    server.close();
  }

  void forgetComplaints(String about) {
    browser.forgetComplaints(about);
  }

  void assertOnlyUnreachable() {
    browser.assertOnlyUnreachable();
  }

  void assertNoComplaints() {
    browser.assertNoComplaints();
  }

  @Override
  public void close() {
    browser.close();
    server.close();
    store.close();
  }
}
