package org.yunga.core.backup;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Seals for the holder of a key, by a program of the machine: age for its own keys and those of
 * SSH, GnuPG for all others. Who makes backups then need not be able to read them.
 *
 * @param program {@code age} or {@code gpg}
 * @param recipient public key, or what GnuPG knows it by
 */
record ProgramSeal(String program, String recipient) implements Seal {

  static final String AGE = "age";
  static final String GPG = "gpg";

  /** What they say in English, which is what they are asked for. */
  private static final String NO_ROOM = "o space left on device";

  private static final byte[] AGE_MAGIC =
      "age-encryption.org/v1\n".getBytes(StandardCharsets.US_ASCII);

  /**
   * What the programs need of the environment: where they, their keys, agents and words are. All
   * else is none of theirs; passphrase and password of the database are in it.
   */
  static final Pattern NEEDED =
      Pattern.compile(
          "PATH|HOME|USER|LOGNAME|USERNAME|LANG|LANGUAGE|LC_.*|TERM|TZ|TMP|TEMP|TMPDIR"
              + "|GNUPGHOME|GPG_TTY|GPG_AGENT_INFO|XDG_.*|DISPLAY|WAYLAND_DISPLAY"
              + "|DBUS_SESSION_BUS_ADDRESS|SYSTEMROOT|WINDIR|APPDATA|LOCALAPPDATA|USERPROFILE",
          Pattern.CASE_INSENSITIVE);

  /** The seal for a recipient. */
  static ProgramSeal of(String recipient) {
    boolean age = recipient.startsWith("age1") || recipient.startsWith("ssh-");
    if (recipient.isBlank() || recipient.startsWith("-")) {
      throw SealExceptions.badRecipient(recipient);
    }
    return new ProgramSeal(age ? AGE : GPG, recipient);
  }

  /** The program that opens a file which begins like this. */
  static Optional<String> thatOpens(byte[] first) {
    if (PassphraseSeal.startsWith(first, AGE_MAGIC)) {
      return Optional.of(AGE);
    }
    // a binary OpenPGP message begins with a packet of a session key: tags 1 and 3, RFC 4880 4.2
    int tag = first.length == 0 ? 0 : first[0] & 0xff;
    boolean openPgp = tag >= 0x84 && tag <= 0x87 || tag >= 0x8c && tag <= 0x8f;
    return openPgp || tag == 0xc1 || tag == 0xc3 ? Optional.of(GPG) : Optional.empty();
  }

  @Override
  public String suffix() {
    return "." + program;
  }

  @Override
  public void seal(Path plain, Path sealed) throws IOException {
    List<String> command =
        program.equals(AGE)
            ? List.of(program, "--encrypt", "--recipient", recipient)
            : List.of(
                program,
                "--batch",
                "--quiet",
                "--trust-model",
                "always",
                "--recipient",
                recipient,
                "--encrypt");
    run(command, plain, sealed)
        .ifPresent(
            said -> {
              throw said.contains(NO_ROOM)
                  ? BackupExceptions.diskFull(sealed, null)
                  : SealExceptions.programRefused(program, said);
            });
  }

  /**
   * Opens what a program sealed.
   *
   * @param identity file with the secret key of age; GnuPG has its own
   */
  static void open(String program, Path sealed, Path plain, Optional<Path> identity)
      throws IOException {
    List<String> command = new ArrayList<>(List.of(program));
    if (program.equals(AGE)) {
      Path key = identity.orElseThrow(() -> SealExceptions.identityMissing(sealed));
      command.addAll(List.of("--decrypt", "--identity", key.toString()));
    } else {
      command.addAll(List.of("--batch", "--quiet", "--decrypt"));
    }
    run(command, sealed, plain)
        .ifPresent(
            said -> {
              throw said.contains(NO_ROOM)
                  ? BackupExceptions.diskFull(plain, null)
                  : SealExceptions.notOpened(program, sealed, said);
            });
  }

  /** Gives what the program complained of; nothing when all went well. */
  private static Optional<String> run(List<String> command, Path in, Path out) throws IOException {
    Path said = Files.createTempFile("yunga-", ".txt");
    try {
      ProcessBuilder builder =
          new ProcessBuilder(command)
              .redirectInput(in.toFile())
              .redirectOutput(out.toFile())
              .redirectError(said.toFile());
      builder.environment().keySet().removeIf(name -> !NEEDED.matcher(name).matches());
      builder.environment().put("LC_ALL", "C.UTF-8");
      Process process = builder.start();
      int code = waitFor(process);
      String words = Files.readString(said, StandardCharsets.ISO_8859_1).strip();
      return code == 0 ? Optional.empty() : Optional.of(words.isEmpty() ? "exit " + code : words);
    } catch (IOException e) {
      if (e.getMessage() != null && e.getMessage().startsWith("Cannot run program")) {
        throw SealExceptions.programMissing(command.get(0), e);
      }
      throw e;
    } finally {
      Files.deleteIfExists(said);
    }
  }

  private static int waitFor(Process process) {
    try {
      return process.waitFor();
    } catch (InterruptedException e) {
      process.destroy();
      Thread.currentThread().interrupt();
      return -1;
    }
  }
}
