package org.yunga.web.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** One open psql, asked by its standard input. Where it connects to says the environment. */
final class PsqlSession implements AutoCloseable {

  private static final String END = "--end--";

  private final Process process;
  private final Writer input;
  private final BufferedReader output;

  PsqlSession() throws IOException {
    process =
        new ProcessBuilder("psql", "-XAtq", "-v", "ON_ERROR_STOP=1")
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    input = new OutputStreamWriter(process.getOutputStream(), StandardCharsets.UTF_8);
    output =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    ask(PostgisPeer.SETTINGS);
  }

  /** The rows of an answer, columns parted by a bar. */
  List<String> ask(String sql) throws IOException {
    input.write(sql + ";\n\\echo " + END + "\n");
    input.flush();
    List<String> rows = new ArrayList<>();
    for (String line = output.readLine(); !END.equals(line); line = output.readLine()) {
      if (line == null) {
        throw new IOException("psql ended");
      }
      rows.add(line);
    }
    return rows;
  }

  @Override
  public void close() throws IOException {
    input.close();
    process.destroy();
  }
}
