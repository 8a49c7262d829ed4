package org.yunga.web.staging;

import java.util.List;
import java.util.Optional;
import org.yunga.core.text.Bilingual;
import org.yunga.core.text.ExplainedException;
import org.yunga.core.text.UnavailableException;
import org.yunga.core.text.UnknownNameException;
import org.yunga.web.http.Problem;
import org.yunga.web.http.ProblemException;

/** What can go wrong with a file on its way, in words. */
final class StagingProblems {

  private static final long MEGABYTE = 1 << 20;

  /** Most checks are done by then. */
  private static final int RETRY_SECONDS = 30;

  private StagingProblems() {}

  static ProblemException tooLarge(long allowed) {
    return of(
        413,
        "file_too_large",
        new Bilingual(
            "El archivo pasa de "
                + allowed / MEGABYTE
                + " MB. Divídalo, o cárguelo en la máquina del servidor con scripts/yunga load.",
            "The file is larger than "
                + allowed / MEGABYTE
                + " MB. Split it, or load it on the server's machine by scripts/yunga load."));
  }

  static ProblemException noRoom() {
    return of(
        507,
        "disk_full",
        new Bilingual(
            "No hay espacio en el disco del servidor para este archivo. No se guardó nada. Libere"
                + " espacio, o descarte cargas que esperan, y vuelva a enviarlo.",
            "There is no room on the server's disk for this file. Nothing was kept. Make room, or"
                + " discard staged datasets, and send it again."));
  }

  static ProblemException cut() {
    return of(
        400,
        "upload_cut",
        new Bilingual(
            "El archivo no llegó entero. No se guardó nada; vuelva a enviarlo.",
            "The file did not arrive whole. Nothing was kept; send it again."));
  }

  static ProblemException empty(String file) {
    return of(
        422,
        "file_empty",
        new Bilingual(
            "El archivo "
                + file
                + " llegó vacío. Envíe su contenido como cuerpo de la solicitud (curl -T ARCHIVO).",
            "The file "
                + file
                + " came empty. Send its content as the body of the request (curl -T FILE)."));
  }

  static ProblemException busy() {
    return of(
        429,
        "too_many_uploads",
        new Bilingual(
            "Ya se están recibiendo otros archivos. Espere unos segundos y vuelva a enviarlo.",
            "Other files are being received. Wait some seconds, and send it again."));
  }

  static ProblemException checksBusy() {
    Bilingual text =
        new Bilingual(
            "Otros archivos se están revisando y este no llegó a su turno. No se guardó ni cambió"
                + " nada; espere medio minuto y repita.",
            "Other files are being checked, and this one's turn did not come. Nothing was kept or"
                + " changed; wait half a minute, and do it again.");
    return new ProblemException(Problem.of(503, "checks_busy", text), RETRY_SECONDS);
  }

  static ProblemException tooManyWait(int most) {
    return of(
        409,
        "too_many_staged",
        new Bilingual(
            "Ya esperan "
                + most
                + " cargas. Publique o descarte alguna (GET /api/v1/datasets?state=staged) y vuelva"
                + " a enviarlo.",
            most
                + " staged datasets are waiting. Publish or discard some (GET"
                + " /api/v1/datasets?state=staged), and send it again."));
  }

  static ProblemException badFileName(String given) {
    return new ProblemException(
        Problem.parameter(
            "bad_file_name",
            new Bilingual(
                "'"
                    + given
                    + "' no sirve de nombre de archivo. Indique file=NOMBRE con su extensión, hasta"
                    + " 120 caracteres ("
                    + Staging.FILE_NAME_BYTES
                    + " bytes), sin carpetas: file=titulos-2015.xlsx.",
                "'"
                    + given
                    + "' will not do as the name of a file. Give file=NAME with its extension, up"
                    + " to 120 characters ("
                    + Staging.FILE_NAME_BYTES
                    + " bytes), without folders: file=titles-2015.xlsx."),
            "file",
            given,
            List.of("titulos-2015.xlsx")));
  }

  /** The file cannot be used at all: nothing was kept. */
  static ProblemException useless(String file, ExplainedException e) {
    return new ProblemException(
        Problem.of(422, e.code(), e.explanation())
            .with(List.of(Problem.Flaw.ofFile(file, e.code(), e.explanation()))));
  }

  /** What was said of the file names something that there is not. */
  static ProblemException unknown(String file, UnknownNameException e) {
    String code = "unknown_" + e.kind().replace('-', '_');
    Bilingual text = e.explanation();
    return new ProblemException(
        new Problem(
            422,
            code,
            text,
            Optional.of(e.kind()),
            Optional.of(e.given()),
            e.allowed(),
            List.of(Problem.Flaw.ofFile(file, code, text))));
  }

  static ProblemException notPublishable(List<Problem.Flaw> flaws) {
    return new ProblemException(
        Problem.of(
                422,
                "nothing_to_publish",
                new Bilingual(
                    "No hay nada que publicar: todo fue rechazado, o falta decir qué es cada"
                        + " columna. Vea errors y corrija el archivo o el mapeo.",
                    "There is nothing to publish: all was refused, or what the columns are is still"
                        + " to be said. See errors, and mend the file or the mapping."))
            .with(flaws));
  }

  static ProblemException consentNeeded(List<String> missing) {
    String parameters = String.join("=true&", missing) + "=true";
    return new ProblemException(
        new Problem(
            409,
            "consent_needed",
            new Bilingual(
                "No se publicó nada: diga que lo acepta con ?"
                    + parameters
                    + " (accept: los avisos; partial: entra lo bueno aunque haya filas rechazadas;"
                    + " replace: cambian o salen cifras o parcelas de la edición anterior).",
                "Nothing was published: say that you accept it by ?"
                    + parameters
                    + " (accept: the notes; partial: what is good goes in though rows were refused;"
                    + " replace: figures or plots of the edition before change or go)."),
            Optional.empty(),
            Optional.empty(),
            missing,
            List.of()));
  }

  static ProblemException moved(String release) {
    return of(
        409,
        "release_moved",
        new Bilingual(
            "No se publicó nada: desde que se revisó rige otra entrega ("
                + release
                + ") y el resultado es otro. Se revisó de nuevo: mírelo y publique.",
            "Nothing was published: since it was checked another release came into force ("
                + release
                + "), and the outcome differs. It was checked again: look at it, and publish."));
  }

  /** Somebody published between its check and its turn. */
  static ProblemException movedMeanwhile(String release) {
    return of(
        409,
        "release_moved",
        new Bilingual(
            "No se publicó nada: en este momento alguien publicó otra entrega ("
                + release
                + "). La carga sigue esperando, no se perdió nada. Publíquela de nuevo: antes se"
                + " revisa contra esa entrega.",
            "Nothing was published: just now somebody published another release ("
                + release
                + "). It waits on, and nothing is lost. Publish it again: it is checked against"
                + " that release first."));
  }

  /** It has to be checked again, and its file is elsewhere. */
  static ProblemException cannotBeCheckedAgain(String base, String latest) {
    return of(
        409,
        "file_gone",
        new Bilingual(
            "No se publicó nada: la carga se revisó contra la entrega "
                + base
                + " y mientras tanto se publicó otra ("
                + latest
                + "). Hay que revisarla de nuevo y su archivo no está en este servidor. Publíquela"
                + " en el servidor al que se envió, o descártela y envíe el archivo otra vez.",
            "Nothing was published: it was checked against release "
                + base
                + ", and meanwhile another was published ("
                + latest
                + "). It has to be checked again, and its file is not on this server. Publish it on"
                + " the server that it was sent to, or discard it and send the file again."));
  }

  static ProblemException fileGone() {
    return of(
        409,
        "file_gone",
        new Bilingual(
            "El archivo de esta carga no está en este servidor y no se puede revisar de nuevo."
                + " Hágalo en el servidor al que se envió, o descártela y envíelo otra vez.",
            "The file of this staged dataset is not on this server, and cannot be checked again."
                + " Do it on the server that it was sent to, or discard it and send the file"
                + " again."));
  }

  /** None were refused, or they are elsewhere by now. */
  static ProblemException noRefusedRows() {
    return of(
        404,
        "unknown_refused",
        new Bilingual(
            "Este servidor no tiene filas rechazadas de esta carga: no las hubo, el archivo se"
                + " envió a otro servidor, o pasaron los "
                + Sweeper.KEPT_DAYS
                + " días que se guardan. Envíe el archivo otra vez para tenerlas de nuevo.",
            "This server has no refused rows of this staged dataset: there were none, the file was"
                + " sent to another server, or the "
                + Sweeper.KEPT_DAYS
                + " days are over for which they are kept. Send the file again to have them"
                + " again."));
  }

  /** What the store refuses: a conflict with what is in force, unless it is about the machine. */
  static ProblemException refused(ExplainedException e) {
    int status =
        switch (e.code()) {
          case "disk_full" -> 507;
          case "store_locked", "data_folder_unusable" -> 503;
          default -> e instanceof UnavailableException ? 503 : 409;
        };
    return of(status, e.code(), e.explanation());
  }

  private static ProblemException of(int status, String code, Bilingual text) {
    return new ProblemException(Problem.of(status, code, text));
  }
}
