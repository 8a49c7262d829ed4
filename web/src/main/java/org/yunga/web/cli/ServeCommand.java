package org.yunga.web.cli;

import io.javalin.util.JavalinBindException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.yunga.core.snapshot.MemoryBudget;
import org.yunga.core.store.Store;
import org.yunga.core.text.Bilingual;
import org.yunga.core.text.ExplainedException;
import org.yunga.web.server.Server;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code yunga serve}: the server, until it is told to stop. */
@Command(
    name = "serve",
    description = {"Inicia el servidor.", "Starts the server."},
    mixinStandardHelpOptions = true)
final class ServeCommand implements Callable<Integer> {

  private static final int LARGEST_PORT = 65_535;

  @Mixin private DataFolder data;

  @Option(
      names = "--port",
      paramLabel = "PORT",
      description = {
        "Puerto; 0 para uno libre. Por omisión: ${DEFAULT-VALUE}",
        "Port; 0 for a free one."
      })
  private int port = 8080;

  @Option(
      names = "--host",
      paramLabel = "HOST",
      description = {
        "Dirección en la que atiende. Por omisión: ${DEFAULT-VALUE}, solo esta máquina",
        "Address to listen on; by default this machine only."
      })
  private String host = "127.0.0.1";

  @Option(
      names = "--memory-budget",
      paramLabel = "SIZE",
      description = {
        "Memoria para las parcelas, por ejemplo 800m o 2g; si no caben, PostGIS calcula los totales."
            + " Por omisión YUNGA_MEMORY_BUDGET, o la mitad de la de Java",
        "Memory for plots, for example 800m or 2g; if they need more, PostGIS computes totals."
            + " By default YUNGA_MEMORY_BUDGET, or half of Java's."
      })
  private String memoryBudget = System.getenv("YUNGA_MEMORY_BUDGET");

  @Override
  public Integer call() throws InterruptedException {
    if (port < 0 || port > LARGEST_PORT) {
      throw badPort();
    }
    checkAddress();
    MemoryBudget budget =
        memoryBudget == null || memoryBudget.isBlank()
            ? MemoryBudget.ofHeap()
            : new MemoryBudget(ByteCount.parse("--memory-budget", memoryBudget));
    try (Store store = data.open();
        Server server = start(store, budget)) {
      CountDownLatch stopped = new CountDownLatch(1);
      Runtime.getRuntime().addShutdownHook(new Thread(() -> close(server, store, stopped)));
      Console.say(
          "Yunga está en http://"
              + host
              + ":"
              + server.port()
              + "  (datos: "
              + store.place()
              + "; Ctrl+C para terminar)",
          "Yunga is at http://"
              + host
              + ":"
              + server.port()
              + "  (data: "
              + store.place()
              + "; Ctrl+C to stop)");
      stopped.await();
    }
    return 0;
  }

  private static void close(Server server, Store store, CountDownLatch stopped) {
    server.close();
    store.close();
    stopped.countDown();
  }

  /** Before any data folder is made: a wrong address should leave nothing behind. */
  private void checkAddress() {
    try (ServerSocket socket = new ServerSocket()) {
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(host, port));
    } catch (IOException | RuntimeException e) {
      throw cannotListen(e);
    }
  }

  private Server start(Store store, MemoryBudget budget) {
    try {
      return Server.start(store, data.folder().resolve("files"), host, port, budget);
    } catch (JavalinBindException e) {
      throw cannotListen(e);
    }
  }

  private ExplainedException badPort() {
    return new ExplainedException(
        "bad_port",
        new Bilingual(
            "El puerto " + port + " no existe. Indique uno entre 1 y 65535, o 0 para uno libre.",
            "There is no port " + port + ". Give one from 1 to 65535, or 0 for a free one."));
  }

  private ExplainedException cannotListen(Exception cause) {
    return new ExplainedException(
        "cannot_listen",
        new Bilingual(
            "No se puede atender en "
                + host
                + ":"
                + port
                + ": el puerto está en uso, la dirección"
                + " no es de esta máquina o falta permiso. Cierre el otro programa o elija otro con"
                + " --port (por ejemplo --port "
                + (port + 1)
                + ").",
            "Cannot listen on "
                + host
                + ":"
                + port
                + ": the port is in use, the address is not of"
                + " this machine, or permission is missing. Close the other program or choose"
                + " another with --port (for example --port "
                + (port + 1)
                + ")."),
        cause);
  }
}
