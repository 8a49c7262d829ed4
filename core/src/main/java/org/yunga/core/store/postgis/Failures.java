package org.yunga.core.store.postgis;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Set;
import org.postgresql.util.PSQLException;

/** Says what a failure of PostgreSQL, or of the way to it, means to the user. */
final class Failures {

  /** Source files of PostgreSQL that read and write files. */
  private static final Set<String> STORAGE = Set.of("md.c", "fd.c", "copydir.c", "tablespace.c");

  private Failures() {}

  /** By the states of PostgreSQL (appendix A of its manual) and of pgjdbc. */
  static RuntimeException explain(String place, SQLException failure) {
    SQLException e = root(failure);
    String state = e.getSQLState() == null ? "" : e.getSQLState();
    return switch (state) {
      case "28P01", "28000", "08004" -> PostgisExceptions.refused(place, text(e), e);
      case "3D000" -> PostgisExceptions.noDatabase(place, e);
      case "42501" ->
          isOfFiles(e)
              ? PostgisExceptions.disk(place, text(e), e)
              : PostgisExceptions.notAllowed(place, text(e), e);
      case "58030" -> PostgisExceptions.disk(place, text(e), e);
      case "25006" -> PostgisExceptions.readOnly(place, e);
      case "53100" -> PostgisExceptions.diskFull(place, e);
      case "53300" -> PostgisExceptions.busy(place, e);
      case "55P03" -> PostgisExceptions.locked(place, e);
      case "57P01", "57P02", "57P03", "57P05" -> PostgisExceptions.down(place, e);
      case "57014", "25P03", "25P04" -> TransientExceptions.cutOff(place, text(e), e);
      case "40001", "40P01" -> TransientExceptions.inTheWay(place, text(e), e);
      case "53200" -> TransientExceptions.outOfMemory(place, e);
      case "55000" -> TransientExceptions.notReady(place, text(e), e);
      case "08P01", "26000", "42P05" -> PostgisExceptions.pooler(place, text(e), e);
      case "XX001", "XX002" -> PostgisExceptions.corrupt(place, text(e), e);
      case "42P01", "42703", "42704", "42883" -> PostgisExceptions.notAStore(place, text(e), e);
      default -> other(place, state, e);
    };
  }

  private static RuntimeException other(String place, String state, SQLException e) {
    if (state.startsWith("08")) {
      return PostgisExceptions.down(place, e);
    }
    if (e instanceof SQLTransientConnectionException) {
      return PostgisExceptions.busy(place, e);
    }
    return new IllegalStateException("Store " + place + ": " + e.getMessage(), e);
  }

  /** The pool tells that it waited in vain; why it could not connect is the cause. */
  private static SQLException root(SQLException failure) {
    return failure instanceof SQLTransientConnectionException
            && failure.getCause() instanceof SQLException cause
        ? cause
        : failure;
  }

  /** A folder that takes no files has the same state as a user who may not; who says so differs. */
  private static boolean isOfFiles(SQLException e) {
    return e instanceof PSQLException failure
        && failure.getServerErrorMessage() != null
        && STORAGE.contains(String.valueOf(failure.getServerErrorMessage().getFile()));
  }

  private static String text(SQLException e) {
    return e.getMessage().lines().findFirst().orElse("").replaceFirst("^[A-Z]+: ", "");
  }
}
