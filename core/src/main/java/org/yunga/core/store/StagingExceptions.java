package org.yunga.core.store;

import org.yunga.core.text.Bilingual;
import org.yunga.core.text.ExplainedException;

/** Why what is staged cannot be published or changed. */
public final class StagingExceptions {

  private StagingExceptions() {}

  /** It is in a release already. */
  public static ExplainedException published(long number, long release) {
    return new ExplainedException(
        "staged_already_published",
        new Bilingual(
            "La carga "
                + number
                + " ya se publicó: es parte de la entrega "
                + release
                + ". Para quitarla retire su conjunto de datos o vuelva a una entrega anterior.",
            "Staged dataset "
                + number
                + " was published: it is part of release "
                + release
                + ". To take it out retire its dataset, or go back to an older release."));
  }

  /** There is nothing in it to publish. */
  public static ExplainedException empty(long number) {
    return new ExplainedException(
        "staged_empty",
        new Bilingual(
            "La carga "
                + number
                + " no tiene nada que publicar: falta decir qué es cada columna, o todo fue"
                + " rechazado. Vea sus problemas y corrija el mapeo o el archivo.",
            "There is nothing to publish in staged dataset "
                + number
                + ": what its columns are is still to be said, or all was refused. See its"
                + " problems, and mend the mapping or the file."));
  }

  /** Another release came into force than the one that it was checked against. */
  public static ExplainedException releaseMoved(long number, long base, long latest) {
    return new ExplainedException(
        "release_moved",
        new Bilingual(
            "No se publicó nada: la carga "
                + number
                + " se revisó contra la entrega "
                + base
                + " y mientras tanto se publicó otra: rige la "
                + latest
                + ". La carga sigue esperando, no se perdió nada. Vuelva a revisarla y publíquela.",
            "Nothing was published: staged dataset "
                + number
                + " was checked against release "
                + base
                + ", and meanwhile another was published: release "
                + latest
                + " is in force. It waits on, and nothing is lost. Check it again, and publish."));
  }

  /** The same of what was checked and did not wait. */
  public static ExplainedException releaseMoved(long base, long latest) {
    return new ExplainedException(
        "release_moved",
        new Bilingual(
            "No se publicó nada: el archivo se revisó contra la entrega "
                + base
                + " y mientras tanto se publicó otra: rige la "
                + latest
                + ". Repita: se revisa de nuevo.",
            "Nothing was published: the file was checked against release "
                + base
                + ", and meanwhile another was published: release "
                + latest
                + " is in force. Do it again: it is checked anew."));
  }

  /** It fitted when it was checked, and does no longer. */
  public static ExplainedException noLongerFits(long number, Bilingual reason, Throwable cause) {
    return new ExplainedException(
        "staged_no_longer_fits",
        new Bilingual(
            "No se publicó nada: la carga "
                + number
                + " ya no cabe en lo que rige. "
                + reason.es()
                + " Vuelva a revisarla.",
            "Nothing was published: staged dataset "
                + number
                + " no longer fits what is in force. "
                + reason.en()
                + " Check it again."),
        cause);
  }

  /** The same file was published before with another content. */
  public static ExplainedException readOtherwise(String dataset) {
    return new ExplainedException(
        "dataset_read_otherwise",
        new Bilingual(
            "No se publicó nada: este mismo archivo ya se publicó como "
                + dataset
                + ", leído de otra manera. Retírelo si aún rige y dé otro nombre a esta carga.",
            "Nothing was published: this very file was published as "
                + dataset
                + ", read in another way. Retire it if it is in force, and give this one another"
                + " name."));
  }
}
