package org.yunga.core.store.postgis;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketOption;
import javax.net.SocketFactory;
import jdk.net.ExtendedSocketOptions;

/**
 * Sockets that find out within a minute that the other machine is gone, also while a statement runs
 * that takes hours. By default systems ask only after two hours. For pgjdbc, which makes it by its
 * name and switches asking on.
 */
public final class KeepAliveSockets extends SocketFactory {

  private final SocketFactory plain = SocketFactory.getDefault();

  private static Socket set(Socket socket) throws IOException {
    set(socket, ExtendedSocketOptions.TCP_KEEPIDLE, Timeouts.KEEPALIVE_IDLE_SECONDS);
    set(socket, ExtendedSocketOptions.TCP_KEEPINTERVAL, Timeouts.KEEPALIVE_INTERVAL_SECONDS);
    set(socket, ExtendedSocketOptions.TCP_KEEPCOUNT, Timeouts.KEEPALIVE_COUNT);
    return socket;
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
    return set(plain.createSocket());
  }

  @Override
  public Socket createSocket(String host, int port) throws IOException {
    return set(plain.createSocket(host, port));
  }

  @Override
  public Socket createSocket(String host, int port, InetAddress from, int fromPort)
      throws IOException {
    return set(plain.createSocket(host, port, from, fromPort));
  }

  @Override
  public Socket createSocket(InetAddress host, int port) throws IOException {
    return set(plain.createSocket(host, port));
  }

  @Override
  public Socket createSocket(InetAddress host, int port, InetAddress from, int fromPort)
      throws IOException {
    return set(plain.createSocket(host, port, from, fromPort));
  }
}
