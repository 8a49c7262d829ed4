package org.yunga.core.store.postgis;

import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * A socket that is closed when the other end takes nothing for some time. Sockets have a time limit
 * for reading only: who sends rows by COPY to a server that is there and reads nothing, or whose
 * network goes away meanwhile, would wait without end, or for the quarter of an hour that the
 * system sends again. {@code TCP_USER_TIMEOUT} is not to be had in Java, and would not find out the
 * former.
 */
final class WatchedSocket extends Socket {

  /** What has to be taken in time; more at once would be no stall on a slow line. */
  private static final int PORTION = 1 << 16;

  private static final ScheduledThreadPoolExecutor WATCH = watch();

  private final Duration patience;

  WatchedSocket(Duration patience) {
    this.patience = patience;
  }

  private static ScheduledThreadPoolExecutor watch() {
    ScheduledThreadPoolExecutor watch =
        new ScheduledThreadPoolExecutor(
            1,
            task -> {
              Thread thread = new Thread(task, "watch for stalled connections");
              thread.setDaemon(true);
              return thread;
            });
    watch.setRemoveOnCancelPolicy(true);
    return watch;
  }

  @Override
  public OutputStream getOutputStream() throws IOException {
    return new Watched(super.getOutputStream());
  }

  private void giveUp() {
    try {
      close();
    } catch (IOException e) {
      // it is closed
    }
  }

  private final class Watched extends OutputStream {

    private final OutputStream out;

    Watched(OutputStream out) {
      this.out = out;
    }

    @Override
    public void write(int one) throws IOException {
      write(new byte[] {(byte) one}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
      for (int sent = 0; sent < length; sent += PORTION) {
        Future<?> stalled =
            WATCH.schedule(WatchedSocket.this::giveUp, patience.toMillis(), TimeUnit.MILLISECONDS);
        try {
          out.write(bytes, offset + sent, Math.min(PORTION, length - sent));
        } finally {
          stalled.cancel(false);
        }
      }
    }

    @Override
    public void flush() throws IOException {
      out.flush();
    }

    @Override
    public void close() throws IOException {
      out.close();
    }
  }
}
