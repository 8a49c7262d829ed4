package org.yunga.core.store.postgis;

import org.yunga.core.text.Bilingual;
import org.yunga.core.text.ExplainedException;
import org.yunga.core.text.UnavailableException;

/** What a server refuses just now and may do the next time, in words. */
final class TransientExceptions {

  /** Code of what a transaction of its own may get over by being run again. */
  static final String IN_THE_WAY = "store_in_the_way";

  private TransientExceptions() {}

  static ExplainedException cutOff(String place, String reason, Throwable cause) {
    return new UnavailableException(
        "store_cut_off",
        new Bilingual(
            "La base de datos "
                + place
                + " interrumpió la operación porque tardaba demasiado o porque un administrador la"
                + " detuvo ("
                + reason
                + "). No se cambió nada. Vuelva a intentarlo; si se repite, pida menos de una vez o"
                + " espere a que el servidor tenga menos carga.",
            "The database "
                + place
                + " cut the operation off, because it took too long or an administrator ended it ("
                + reason
                + "). Nothing was changed. Try again; if it comes back, ask for less at once, or"
                + " wait until the server has less to do."),
        cause);
  }

  static ExplainedException inTheWay(String place, String reason, Throwable cause) {
    return new UnavailableException(
        IN_THE_WAY,
        new Bilingual(
            "En la base de datos "
                + place
                + " dos operaciones se estorbaron y PostgreSQL detuvo esta ("
                + reason
                + "). No se cambió nada. Vuelva a intentarlo.",
            "In the database "
                + place
                + " two operations were in each other's way and PostgreSQL ended this one ("
                + reason
                + "). Nothing was changed. Try again."),
        cause);
  }

  static ExplainedException outOfMemory(String place, Throwable cause) {
    return new UnavailableException(
        "store_out_of_memory",
        new Bilingual(
            "Al servidor de "
                + place
                + " se le acabó la memoria. No se cambió nada. Vuelva a intentarlo en unos minutos;"
                + " si se repite, dele más memoria o baje work_mem y max_connections en"
                + " PostgreSQL.",
            "The server of "
                + place
                + " ran out of memory. Nothing was changed. Try again in a few minutes; if it comes"
                + " back, give it more memory, or lower work_mem and max_connections in"
                + " PostgreSQL."),
        cause);
  }

  static ExplainedException notReady(String place, String reason, Throwable cause) {
    return new UnavailableException(
        "store_not_ready",
        new Bilingual(
            "La base de datos "
                + place
                + " no está en estado de hacer eso ahora ("
                + reason
                + "). No se cambió nada. Vuelva a intentarlo en unos minutos; si se repite, muestre"
                + " este mensaje a quien administra PostgreSQL.",
            "The database "
                + place
                + " is in no state to do that now ("
                + reason
                + "). Nothing was changed. Try again in a few minutes; if it comes back, show this"
                + " to who administers PostgreSQL."),
        cause);
  }
}
