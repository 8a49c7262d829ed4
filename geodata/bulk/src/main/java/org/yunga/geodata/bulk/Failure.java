package org.yunga.geodata.bulk;

import java.io.FileNotFoundException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.util.Locale;
import java.util.stream.Stream;
import org.apache.hadoop.fs.FileAlreadyExistsException;
import org.apache.hadoop.security.AccessControlException;

/** What lies at the bottom of what Spark and Hadoop throw; workers tell theirs as text only. */
final class Failure {

  private static final int LONGEST_TOLD = 300;

  private Failure() {}

  static Throwable root(Throwable failure) {
    Throwable root = failure;
    while (root.getCause() != null && root.getCause() != root) {
      root = root.getCause();
    }
    return root;
  }

  /** Its first line. */
  static String told(Throwable failure) {
    String message = failure.getMessage() == null ? failure.toString() : failure.getMessage();
    String text = message.lines().findFirst().orElse("");
    return text.length() <= LONGEST_TOLD ? text : text.substring(0, LONGEST_TOLD) + "…";
  }

  static boolean isFull(Throwable failure) {
    return says(failure, "no space left on device", "disk quota exceeded", "dsquotaexceeded");
  }

  static boolean isForbidden(Throwable failure) {
    return is(failure, AccessControlException.class)
        || is(failure, AccessDeniedException.class)
        || says(failure, "permission denied", "accessdeniedexception", "accesscontrolexception");
  }

  static boolean isThere(Throwable failure) {
    return is(failure, FileAlreadyExistsException.class)
        || is(failure, java.nio.file.FileAlreadyExistsException.class);
  }

  /** By somebody who stopped Spark: all that is told after that follows from it. */
  static boolean isStopped(Throwable failure) {
    return says(failure, "stopped sparkcontext", "sparkcontext was shut down");
  }

  static boolean isMissing(Throwable failure) {
    return is(failure, FileNotFoundException.class)
        || is(failure, NoSuchFileException.class)
        || says(failure, "filenotfoundexception");
  }

  private static boolean is(Throwable failure, Class<?> type) {
    return chain(failure).anyMatch(type::isInstance);
  }

  private static boolean says(Throwable failure, String... words) {
    return chain(failure)
        .map(one -> String.valueOf(one.getMessage()).toLowerCase(Locale.ROOT))
        .anyMatch(text -> Stream.of(words).anyMatch(text::contains));
  }

  private static Stream<Throwable> chain(Throwable failure) {
    return Stream.iterate(failure, one -> one != null, Throwable::getCause);
  }
}
