package org.yunga.web.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code wrk -t2 -c32} for some seconds. */
final class Wrk {

  private static final Pattern RATE = Pattern.compile("Requests/sec:\\s+([0-9.]+)");
  private static final Pattern FAILED = Pattern.compile("Non-2xx|Socket errors");

  private Wrk() {}

  /** Requests a second that were answered with 2xx, all of them. */
  static double rate(String url, int seconds, String... more) throws Exception {
    return rate(List.of(), url, seconds, more);
  }

  /**
   * The same on some of the machine's cores.
   *
   * @param cores as {@code taskset} takes them: {@code 0-1}
   */
  static double rateOn(String cores, String url, int seconds, String... more) throws Exception {
    return rate(List.of("taskset", "-c", cores), url, seconds, more);
  }

  private static double rate(List<String> before, String url, int seconds, String... more)
      throws Exception {
    List<String> command = new ArrayList<>(before);
    command.addAll(List.of("wrk", "-t2", "-c32", "-d" + seconds + "s"));
    command.addAll(List.of(more));
    command.add(url);
    String output = Commands.run(command);
    Matcher rate = RATE.matcher(output);
    if (FAILED.matcher(output).find() || !rate.find()) {
      throw new IllegalStateException(output);
    }
    return Double.parseDouble(rate.group(1));
  }

  /** Writes a script for wrk that posts these bodies in turn. */
  static void postingScript(Path file, List<String> bodies) throws IOException {
    StringBuilder script = new StringBuilder("local requests, n = {}, 0\nfunction init()\n");
    for (String body : bodies) {
      script
          .append("  requests[#requests + 1] = wrk.format('POST', nil,")
          .append(" {['Content-Type'] = 'application/json'}, '")
          .append(body)
          .append("')\n");
    }
    script.append("end\nfunction request()\n  n = n % #requests + 1\n  return requests[n]\nend\n");
    Files.writeString(file, script);
  }
}
