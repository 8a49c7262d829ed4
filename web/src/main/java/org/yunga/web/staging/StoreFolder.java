package org.yunga.web.staging;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import org.yunga.core.audit.AuditEntry;
import org.yunga.core.store.Store;

/**
 * Which folder of uploads belongs to which store: several stores may be served from one data
 * folder, one after another, and the numbers of what waits in one mean nothing in another.
 *
 * <p>A store is known by the first entry of its audit, which holds a random number and so is no
 * other store's; a folder that is moved keeps what waits, and so does a store that is restored in
 * its place. A copy of a database has that entry too, and is told apart by its address. A store
 * without any entry holds nothing yet: what is sent to it waits until the program ends.
 */
final class StoreFolder {

  private static final int BYTES = 8;
  private static final String FILE = "file";

  private StoreFolder() {}

  /** The folder of a store below the one for all. */
  static Path of(Store store, Path all) {
    String first =
        store.audit().before(2, 1).stream().findFirst().map(AuditEntry::hash).orElse("empty");
    String place = store.state().kind().equals(FILE) ? "" : store.place();
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256")
              .digest((first + "\n" + place).getBytes(StandardCharsets.UTF_8));
      return all.resolve("store-" + HexFormat.of().formatHex(Arrays.copyOf(hash, BYTES)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    }
  }
}
