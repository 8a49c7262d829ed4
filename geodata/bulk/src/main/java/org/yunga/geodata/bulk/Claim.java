package org.yunga.geodata.bulk;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/**
 * Who writes into a place, as a file there says.
 *
 * @param job id, of this job alone
 * @param machine where it runs: name, boot and process namespace
 * @param process its number there
 * @param started when that process began, in milliseconds; 0 when the system does not tell
 * @param since when the place was taken, for people
 */
record Claim(String job, String machine, long process, long started, String since) {

  /** Jobs of this process that have not ended. */
  private static final Set<String> HERE = ConcurrentHashMap.newKeySet();

  private static final String MACHINE = machineName();

  /** A new job of this process. */
  static Claim ours() {
    ProcessHandle self = ProcessHandle.current();
    String job = UUID.randomUUID().toString();
    HERE.add(job);
    return new Claim(
        job, MACHINE, self.pid(), start(self), Instant.now().truncatedTo(ChronoUnit.SECONDS) + "");
  }

  /** The job has ended. */
  void end() {
    HERE.remove(job);
  }

  private static long start(ProcessHandle process) {
    return process.info().startInstant().map(Instant::toEpochMilli).orElse(0L);
  }

  /** Two containers may share a name, and not their processes. */
  private static String machineName() {
    StringBuilder name = new StringBuilder();
    try {
      name.append(InetAddress.getLocalHost().getHostName());
    } catch (IOException e) {
      name.append('?');
    }
    try {
      name.append(' ').append(Files.readSymbolicLink(java.nio.file.Path.of("/proc/self/ns/pid")));
      name.append(' ')
          .append(
              Files.readString(java.nio.file.Path.of("/proc/sys/kernel/random/boot_id")).strip());
    } catch (IOException | UnsupportedOperationException e) {
      name.append(" ?"); // no Linux: its name must do
    }
    return name.toString();
  }

  /** Whether the job still runs; empty when that cannot be seen from this machine. */
  Optional<Boolean> runs() {
    if (!machine.equals(MACHINE)) {
      return Optional.empty();
    }
    if (process == ProcessHandle.current().pid()) {
      return Optional.of(HERE.contains(job));
    }
    return Optional.of(
        ProcessHandle.of(process)
            .filter(ProcessHandle::isAlive)
            .filter(found -> started == 0 || start(found) == started)
            .isPresent());
  }

  byte[] bytes() {
    return "job=%s\nmachine=%s\nprocess=%d\nstarted=%d\nsince=%s\n"
        .formatted(job, machine, process, started, since)
        .getBytes(StandardCharsets.UTF_8);
  }

  /**
   * The claim in a file.
   *
   * @return empty when there is no file, or it is none of ours
   */
  static Optional<Claim> read(FileSystem files, Path file) throws IOException {
    if (!files.exists(file)) {
      return Optional.empty();
    }
    Properties lines = new Properties();
    try (InputStream in = files.open(file)) {
      lines.load(new InputStreamReader(in, StandardCharsets.UTF_8));
      return Optional.of(
          new Claim(
              UUID.fromString(lines.getProperty("job", "")).toString(),
              lines.getProperty("machine", ""),
              Long.parseLong(lines.getProperty("process", "")),
              Long.parseLong(lines.getProperty("started", "")),
              lines.getProperty("since", "")));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
