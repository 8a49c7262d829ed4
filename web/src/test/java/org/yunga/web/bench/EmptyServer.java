package org.yunga.web.bench;

import io.javalin.Javalin;

/** The peer of the start: the same web server on the same Java with nothing in it. */
public final class EmptyServer {

  private EmptyServer() {}

  /** Starts on the port given as the only argument. */
  public static void main(String[] arguments) {
    Javalin.create(config -> config.routes.get("/", context -> context.result("ready")))
        .start("127.0.0.1", Integer.parseInt(arguments[0]));
  }
}
