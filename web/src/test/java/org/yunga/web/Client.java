package org.yunga.web;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Asks a server on this machine. Sends no header that was not asked for. */
public final class Client {

  private static final HttpClient HTTP =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private static final int TIMEOUT_SECONDS = 20;

  private final int port;

  public Client(int port) {
    this.port = port;
  }

  /** GET. Headers as name, value, name, value. */
  public Answer get(String path, String... headers) {
    return send("GET", path, headers);
  }

  /** POST of JSON. */
  public Answer post(String path, String json, String... headers) {
    String[] all = Arrays.copyOf(headers, headers.length + 2);
    all[headers.length] = "Content-Type";
    all[headers.length + 1] = "application/json";
    return send("POST", path, HttpRequest.BodyPublishers.ofString(json), all);
  }

  /** Any method, without a body. */
  public Answer send(String method, String path, String... headers) {
    return send(method, path, HttpRequest.BodyPublishers.noBody(), headers);
  }

  private Answer send(
      String method, String path, HttpRequest.BodyPublisher body, String... headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
            .method(method, body)
            .timeout(Duration.ofSeconds(TIMEOUT_SECONDS));
    if (headers.length > 0) {
      request.headers(headers);
    }
    try {
      HttpResponse<byte[]> response =
          HTTP.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
      return new Answer(response.statusCode(), response.headers(), response.body());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new UncheckedIOException(new InterruptedIOException(method + " " + path));
    }
  }

  /**
   * Sends a request as it is written: for what {@link HttpClient} refuses to send.
   *
   * @param target what stands between method and version
   * @param headers whole lines
   */
  public Answer raw(String target, String... headers) {
    String head =
        "GET "
            + target
            + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
            + Arrays.stream(headers).map(line -> line + "\r\n").collect(Collectors.joining())
            + "\r\n";
    try (Socket socket = new Socket("127.0.0.1", port)) {
      socket.setSoTimeout(TIMEOUT_SECONDS * 1000);
      socket.getOutputStream().write(head.getBytes(StandardCharsets.ISO_8859_1));
      return parse(socket.getInputStream().readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Answer parse(byte[] response) {
    String text = new String(response, StandardCharsets.ISO_8859_1);
    int end = text.indexOf("\r\n\r\n");
    String[] lines = text.substring(0, end).split("\r\n");
    Map<String, List<String>> headers =
        Arrays.stream(lines)
            .skip(1)
            .map(line -> line.split(":\\s*", 2))
            .collect(
                Collectors.groupingBy(
                    field -> field[0], Collectors.mapping(field -> field[1], Collectors.toList())));
    return new Answer(
        Integer.parseInt(lines[0].split(" ")[1]),
        HttpHeaders.of(headers, (name, value) -> true),
        Arrays.copyOfRange(response, end + 4, response.length));
  }
}
