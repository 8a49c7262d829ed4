package org.yunga.core.store.postgis;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A way to a server that can fall silent: connections stay, nothing comes through any more. */
final class MuteProxy implements AutoCloseable {

  private final ServerSocket listening;
  private final String server;
  private final List<Closeable> open = new CopyOnWriteArrayList<>();
  private volatile boolean mute;
  private volatile boolean deaf;

  /**
   * Opens it.
   *
   * @param server where it leads, as {@code host:port}
   */
  MuteProxy(String server) {
    try {
      this.server = server;
      listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
      open.add(listening);
      start(this::accept);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private interface Task {
    void run() throws IOException;
  }

  private static void start(Task task) {
    Thread thread =
        new Thread(
            () -> {
              try {
                task.run();
              } catch (IOException e) {
                // closed
              }
            });
    thread.setDaemon(true);
    thread.start();
  }

  private void accept() throws IOException {
    while (true) {
      Socket client = listening.accept();
      URI there = URI.create("tcp://" + server);
      Socket other = new Socket(there.getHost(), there.getPort() < 0 ? 5432 : there.getPort());
      open.add(client);
      open.add(other);
      start(() -> forward(client, other));
      start(() -> forward(other, client));
    }
  }

  private void forward(Socket from, Socket to) throws IOException {
    byte[] portion = new byte[1 << 16];
    InputStream in = from.getInputStream();
    for (int read = in.read(portion); read >= 0; read = in.read(portion)) {
      if (!mute) {
        to.getOutputStream().write(portion, 0, read);
      }
      if (deaf) {
        return;
      }
    }
    if (!mute) {
      to.close();
    }
  }

  /** From now on all that is sent is lost, also that a side hangs up. */
  void mute() {
    mute = true;
  }

  /** From now on it reads no more than it is waiting for, and does not hang up. */
  void deafen() {
    deaf = true;
  }

  /** What is sent from now on comes through. */
  void speak() {
    mute = false;
  }

  /** Where it begins, as {@code host:port}. */
  String hosts() {
    return "127.0.0.1:" + listening.getLocalPort();
  }

  @Override
  public void close() throws IOException {
    for (Closeable one : open) {
      one.close();
    }
  }
}
