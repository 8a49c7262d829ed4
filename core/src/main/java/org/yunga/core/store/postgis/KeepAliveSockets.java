package org.yunga.core.store.postgis;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.SocketOption;
import java.time.Duration;
import javax.net.SocketFactory;
import jdk.net.ExtendedSocketOptions;

/**
 * Sockets that find out within a minute that the other machine is gone, also while a statement runs
 * that takes hours; by default systems ask only after two hours. And that it is there but takes
 * nothing; see {@link WatchedSocket}. For pgjdbc, which makes it by its name and switches asking
 * on.
 */
public final class KeepAliveSockets extends SocketFactory {

  private final Duration stall;

  /**
   * A factory.
   *
   * @param stall how long the other machine may take nothing of what is sent to it, in milliseconds
   */
  public KeepAliveSockets(String stall) {
    this.stall = Duration.ofMillis(Long.parseLong(stall));
  }

  /** Not every system has it. */
  private static void set(Socket socket, SocketOption<Integer> option, int value)
      throws IOException {
    if (socket.supportedOptions().contains(option)) {
      socket.setOption(option, value);
    }
  }

  @Override
  public Socket createSocket() throws IOException {
    Socket socket = new WatchedSocket(stall);
    set(socket, ExtendedSocketOptions.TCP_KEEPIDLE, Timeouts.KEEPALIVE_IDLE_SECONDS);
    set(socket, ExtendedSocketOptions.TCP_KEEPINTERVAL, Timeouts.KEEPALIVE_INTERVAL_SECONDS);
    set(socket, ExtendedSocketOptions.TCP_KEEPCOUNT, Timeouts.KEEPALIVE_COUNT);
    return socket;
  }

  @Override
  public Socket createSocket(String host, int port) throws IOException {
    return connected(new InetSocketAddress(host, port), null);
  }

  @Override
  public Socket createSocket(String host, int port, InetAddress from, int fromPort)
      throws IOException {
    return connected(new InetSocketAddress(host, port), new InetSocketAddress(from, fromPort));
  }

  @Override
  public Socket createSocket(InetAddress host, int port) throws IOException {
    return connected(new InetSocketAddress(host, port), null);
  }

  @Override
  public Socket createSocket(InetAddress host, int port, InetAddress from, int fromPort)
      throws IOException {
    return connected(new InetSocketAddress(host, port), new InetSocketAddress(from, fromPort));
  }

  private Socket connected(SocketAddress to, SocketAddress from) throws IOException {
    Socket socket = createSocket();
    try {
      socket.bind(from);
      socket.connect(to);
      return socket;
    } catch (IOException e) {
      socket.close();
      throw e;
    }
  }
}
