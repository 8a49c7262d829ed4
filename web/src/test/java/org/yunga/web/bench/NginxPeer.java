package org.yunga.web.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;

/** The peer of the server: nginx with one static file of 2 KB, on the loopback, of its own. */
final class NginxPeer implements AutoCloseable {

  private static final int BYTES = 2048;

  private final int port = Started.freePort();
  private final Path folder;
  private final Started nginx;

  /**
   * Starts it.
   *
   * @param program path of nginx
   */
  NginxPeer(String program) throws Exception {
    folder = Files.createTempDirectory("yunga-bench-nginx");
    // the workers of a master that is root are somebody else
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
    Files.writeString(folder.resolve("file.json"), "x".repeat(BYTES));
    Path configuration = folder.resolve("nginx.conf");
    Files.writeString(configuration, configuration());
    String error = folder.resolve("error.log").toString();
    nginx =
        Started.of(
            folder.resolve("log"), List.of(program, "-c", configuration.toString(), "-e", error));
    nginx.await(url());
  }

  private String configuration() {
    return """
        daemon off;
        worker_processes auto;
        pid %1$s/pid;
        error_log %1$s/error.log;
        events { worker_connections 256; }
        http {
          access_log off;
          sendfile on;
          tcp_nopush on;
          keepalive_requests 1000000000;
          open_file_cache max=100;
          default_type application/json;
          client_body_temp_path %1$s/t1; proxy_temp_path %1$s/t2; fastcgi_temp_path %1$s/t3;
          uwsgi_temp_path %1$s/t4; scgi_temp_path %1$s/t5;
          server { listen 127.0.0.1:%2$d; root %1$s; }
        }
        """
        .formatted(folder, port);
  }

  String url() {
    return "http://127.0.0.1:" + port + "/file.json";
  }

  @Override
  public void close() throws Exception {
    nginx.close();
    Commands.run(List.of("rm", "-r", folder.toString()));
  }
}
