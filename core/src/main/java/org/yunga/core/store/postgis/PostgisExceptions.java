package org.yunga.core.store.postgis;

import java.util.Set;
import org.yunga.core.text.Bilingual;
import org.yunga.core.text.ExplainedException;
import org.yunga.core.text.UnavailableException;

/** What can be wrong with the database and the way to it, in words. Never with credentials. */
final class PostgisExceptions {

  private static final String EXAMPLE = "postgresql://host:5432/yunga";

  private PostgisExceptions() {}

  static ExplainedException passwordInAddress() {
    return new ExplainedException(
        "password_in_store_address",
        new Bilingual(
            "La dirección del almacén lleva una contraseña, que así queda a la vista de otros"
                + " usuarios de esta máquina y en el historial. Escríbala sin ella ("
                + EXAMPLE
                + ") y dé el usuario en PGUSER y la contraseña en PGPASSWORD o en el archivo que"
                + " nombra PGPASSFILE. Cambie la contraseña si ya la escribió.",
            "The address of the store has a password in it, where other users of this machine and"
                + " the shell's history see it. Write it without ("
                + EXAMPLE
                + ") and give the user in PGUSER and the password in PGPASSWORD or in the file that"
                + " PGPASSFILE names. Change the password if you have typed it."));
  }

  static ExplainedException badAddress(String given) {
    return new ExplainedException(
        "bad_store_address",
        new Bilingual(
            "'" + given + "' no es la dirección de un almacén. Escriba " + EXAMPLE + ".",
            "'" + given + "' is not the address of a store. Write " + EXAMPLE + "."));
  }

  static ExplainedException badOption(String given, Set<String> allowed) {
    String names = String.join(", ", allowed);
    return new ExplainedException(
        "bad_store_address",
        new Bilingual(
            "La dirección del almacén no admite la opción '" + given + "'. Admite: " + names + ".",
            "The address of a store takes no option '" + given + "'. It takes: " + names + "."));
  }

  static ExplainedException down(String place, Throwable cause) {
    return new UnavailableException(
        "store_unavailable",
        new Bilingual(
            "La base de datos "
                + place
                + " no responde. No se cambió nada. Lo publicado se sigue consultando donde Yunga"
                + " ya está en marcha. Revise que PostgreSQL esté iniciado (con el disco lleno se"
                + " detiene) y que haya red; Yunga vuelve a conectarse solo.",
            "The database "
                + place
                + " does not answer. Nothing was changed. Where Yunga is running, what is published"
                + " can still be read. Check that PostgreSQL runs (when its disk is full it stops)"
                + " and the network is up; Yunga connects again by itself."),
        cause);
  }

  static ExplainedException behind(String place) {
    return new UnavailableException(
        "store_behind",
        new Bilingual(
            "La réplica de "
                + place
                + " de la que se lee todavía no tiene lo último publicado. Se sigue respondiendo"
                + " con la entrega anterior; Yunga vuelve a intentarlo solo.",
            "The replica of "
                + place
                + " that is read does not have yet what was published last. Answers go on from the"
                + " release before; Yunga tries again by itself."),
        null);
  }

  static ExplainedException halfCopied(String place) {
    return new ExplainedException(
        "store_half_restored",
        new Bilingual(
            "En "
                + place
                + " hay una restauración o copia a medias: está en curso, o fue interrumpida. No"
                + " contiene datos y no se usa. Espere a que termine, o repita la restauración o la"
                + " copia con la misma base: empieza de nuevo y no hace falta borrar nada.",
            "In "
                + place
                + " there is half a restore or copy: it is under way, or was interrupted. It holds"
                + " no data and is not used. Wait until it is done, or restore or copy again into"
                + " the same database: that begins anew, and nothing has to be deleted."));
  }

  static ExplainedException busy(String place, Throwable cause) {
    return new UnavailableException(
        "store_busy",
        new Bilingual(
            "La base de datos "
                + place
                + " no tiene conexiones libres. No se cambió nada. Espere un momento y repita; si"
                + " ocurre a menudo, suba max_connections en PostgreSQL.",
            "The database "
                + place
                + " has no free connection. Nothing was changed. Wait a moment and try again; if it"
                + " comes back often, raise max_connections in PostgreSQL."),
        cause);
  }

  static ExplainedException locked(String place, Throwable cause) {
    return new UnavailableException(
        "store_locked",
        new Bilingual(
            "Otro nodo o programa está escribiendo en "
                + place
                + " y no terminó en el tiempo de espera. No se cambió nada. Vuelva a intentarlo en"
                + " unos minutos.",
            "Another node or program is writing to "
                + place
                + " and did not finish in time. Nothing was changed. Try again in a few minutes."),
        cause);
  }

  static ExplainedException refused(String place, String reason, Throwable cause) {
    return new ExplainedException(
        "store_login_refused",
        new Bilingual(
            "La base de datos "
                + place
                + " no deja entrar ("
                + reason
                + "). Dé el usuario en PGUSER y la contraseña en PGPASSWORD o en el archivo que"
                + " nombra PGPASSFILE, y revise pg_hba.conf.",
            "The database "
                + place
                + " does not let us in ("
                + reason
                + "). Give the user in PGUSER and the password in PGPASSWORD or in the file that"
                + " PGPASSFILE names, and check pg_hba.conf."),
        cause);
  }

  static ExplainedException noDatabase(String place, Throwable cause) {
    return new ExplainedException(
        "store_missing",
        new Bilingual(
            "No existe la base de datos de "
                + place
                + ". Créela con createdb, o corrija el nombre.",
            "The database of " + place + " does not exist. Make it by createdb, or mend the name."),
        cause);
  }

  static ExplainedException notAllowed(String place, String reason, Throwable cause) {
    return new ExplainedException(
        "store_not_allowed",
        new Bilingual(
            "El usuario no tiene permiso para eso en "
                + place
                + " ("
                + reason
                + "). No se cambió nada. Haga que sea dueño de la base: ALTER DATABASE ... OWNER TO"
                + " usuario.",
            "The user may not do that in "
                + place
                + " ("
                + reason
                + "). Nothing was changed. Make it the owner of the database: ALTER DATABASE ..."
                + " OWNER TO user."),
        cause);
  }

  static ExplainedException readOnly(String place, Throwable cause) {
    return new ExplainedException(
        "store_read_only",
        new Bilingual(
            "La base de datos "
                + place
                + " es una réplica o solo admite lecturas. No se cambió nada. Escriba en la"
                + " primaria: nombre todas las máquinas, host1:5432,host2:5432, con la opción"
                + " targetServerType=preferSecondary para leer de las réplicas.",
            "The database "
                + place
                + " is a replica, or read-only. Nothing was changed. Write to the primary: name all"
                + " machines, host1:5432,host2:5432, with the option"
                + " targetServerType=preferSecondary to read from replicas."),
        cause);
  }

  static ExplainedException diskFull(String place, Throwable cause) {
    return new ExplainedException(
        "disk_full",
        new Bilingual(
            "No hay espacio en el disco del servidor de "
                + place
                + ". No se cambió nada: lo que ya estaba publicado sigue ahí, entero. Libere espacio"
                + " en él y repita lo mismo.",
            "There is no room left on the disk of the server of "
                + place
                + ". Nothing was changed: what was published already is there, whole. Make room on"
                + " it and do the same again."),
        cause);
  }

  static ExplainedException disk(String place, String reason, Throwable cause) {
    return new ExplainedException(
        "store_disk",
        new Bilingual(
            "El servidor de "
                + place
                + " no puede escribir en su disco ("
                + reason
                + "). No se cambió nada: sigue rigiendo la entrega anterior, entera. Revise en él"
                + " permisos y estado del disco.",
            "The server of "
                + place
                + " cannot write to its disk ("
                + reason
                + "). Nothing was changed: the release before stays in force, whole. Check"
                + " permissions and health of its disk."),
        cause);
  }

  static ExplainedException tooOld(String place, String what, String found, String needed) {
    return new ExplainedException(
        "store_too_old",
        new Bilingual(
            what + " de " + place + " es " + found + "; hace falta " + needed + " o más nuevo.",
            what + " of " + place + " is " + found + "; " + needed + " or later is needed."));
  }

  static ExplainedException encoding(String place, String found) {
    return new ExplainedException(
        "store_encoding",
        new Bilingual(
            "La base de datos "
                + place
                + " guarda los textos en "
                + found
                + ". Cree otra con createdb -E UTF8 -T template0.",
            "The database "
                + place
                + " keeps texts in "
                + found
                + ". Make another by createdb -E UTF8 -T template0."));
  }

  static ExplainedException noPostgis(String place, Throwable cause) {
    return new ExplainedException(
        "no_postgis",
        new Bilingual(
            "La base de datos "
                + place
                + " no tiene PostGIS. Instálelo en el servidor (Debian: apt install"
                + " postgresql-postgis) y que un administrador ejecute en ella: CREATE EXTENSION"
                + " postgis;",
            "The database "
                + place
                + " has no PostGIS. Install it on the server (Debian: apt install"
                + " postgresql-postgis) and have an administrator run in it: CREATE EXTENSION"
                + " postgis;"),
        cause);
  }

  static ExplainedException postgisRemoved(String place) {
    return new ExplainedException(
        "postgis_removed",
        new Bilingual(
            "De la base de datos "
                + place
                + " se quitó la extensión PostGIS, y con ella los límites y parcelas de Yunga. No"
                + " se ha modificado nada. Cree otra base y restaure en ella una copia de seguridad"
                + " (scripts/yunga restore).",
            "The extension PostGIS was removed from the database "
                + place
                + ", and Yunga's boundaries and plots went with it. Nothing was changed. Make"
                + " another database and restore a backup into it (scripts/yunga restore)."),
        null);
  }

  static ExplainedException corrupt(String place, String reason, Throwable cause) {
    return new ExplainedException(
        "store_corrupt",
        new Bilingual(
            "PostgreSQL encontró datos dañados en "
                + place
                + " ("
                + reason
                + "). No publique nada más ahí: revise el disco del servidor y restaure una copia"
                + " de seguridad en otra base. Yunga sigue respondiendo con lo que tiene en"
                + " memoria.",
            "PostgreSQL found damaged data in "
                + place
                + " ("
                + reason
                + "). Publish nothing more there: check the server's disk and restore a backup into"
                + " another database. Yunga goes on answering from what it has in memory."),
        cause);
  }

  static ExplainedException pooler(String place, String reason, Throwable cause) {
    return new ExplainedException(
        "store_pooler",
        new Bilingual(
            "Entre Yunga y "
                + place
                + " parece haber un repartidor de conexiones, como PgBouncer ("
                + reason
                + "). Los candados y avisos de Yunga necesitan conexiones propias, que un"
                + " repartidor no da, tampoco en modo sesión: dé la dirección de PostgreSQL mismo."
                + " Yunga ya reparte las suyas: "
                + PostgisStore.CONNECTIONS_OF_A_NODE
                + " por servidor como mucho, "
                + PostgisStore.CONNECTIONS_WITH_REPLICAS
                + " con réplicas.",
            "Between Yunga and "
                + place
                + " there seems to be a connection pooler, such as PgBouncer ("
                + reason
                + "). Yunga's locks and notices need connections of their own, which a pooler does"
                + " not give, nor in session mode: give the address of PostgreSQL itself. Yunga"
                + " pools its own: "
                + PostgisStore.CONNECTIONS_OF_A_NODE
                + " a server at most, "
                + PostgisStore.CONNECTIONS_WITH_REPLICAS
                + " with replicas."),
        cause);
  }

  static ExplainedException newer(String place, int found, int known) {
    return new ExplainedException(
        "store_newer",
        new Bilingual(
            "El almacén "
                + place
                + " es de una versión más nueva de Yunga (esquema "
                + found
                + "; este programa conoce hasta "
                + known
                + "). No se ha modificado. Actualice Yunga.",
            "The store "
                + place
                + " was written by a newer Yunga (schema "
                + found
                + "; this program knows up to "
                + known
                + "). It was left as it is. Update Yunga."));
  }

  static ExplainedException olderReplica(String place, int found, int known) {
    return new ExplainedException(
        "store_older_read_only",
        new Bilingual(
            "El almacén "
                + place
                + " tiene el esquema "
                + found
                + " y este programa necesita el "
                + known
                + ", pero aquí no se puede escribir. Inicie Yunga una vez contra la primaria.",
            "The store "
                + place
                + " has schema "
                + found
                + " and this program needs "
                + known
                + ", but cannot write here. Start Yunga once against the primary."));
  }

  static ExplainedException notAStore(String place, String reason, Throwable cause) {
    return new ExplainedException(
        "store_unreadable",
        new Bilingual(
            "El esquema 'yunga' de "
                + place
                + " no es un almacén de Yunga o está dañado ("
                + reason
                + "). No se ha modificado. Indique otra base de datos, o restaure una copia.",
            "The schema 'yunga' of "
                + place
                + " is not a store of Yunga, or is damaged ("
                + reason
                + "). It was left as it is. Name another database, or restore a copy."),
        cause);
  }
}
