package org.yunga.geodata.fetch;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import org.yunga.core.text.Bilingual;
import org.yunga.core.text.ExplainedException;

/** Why a download failed, in words. */
final class FetchExceptions {

  private static final String BY_HAND_ES =
      " Descárguelo a mano con un navegador y cárguelo con: scripts/yunga boundaries load ARCHIVO";
  private static final String BY_HAND_EN =
      " Download it by hand with a browser and load it with: scripts/yunga boundaries load FILE";

  private FetchExceptions() {}

  static ExplainedException wrongContent(URI uri, String expected, String found) {
    return new ExplainedException(
        "download_wrong_content",
        new Bilingual(
            "Lo que llegó de "
                + uri
                + " no es el archivo esperado: su SHA-256 es "
                + found
                + " y debía ser "
                + expected
                + ". No se guardó. Quizá el archivo publicado cambió, o un servidor intermedio"
                + " respondió otra cosa. Si confía en el archivo nuevo:"
                + BY_HAND_ES,
            "What came from "
                + uri
                + " is not the expected file: its SHA-256 is "
                + found
                + " and should be "
                + expected
                + ". It was not kept. Perhaps the published file has changed, or a server in"
                + " between answered with something else. If you trust the new file:"
                + BY_HAND_EN));
  }

  static ExplainedException refused(URI uri, int status) {
    return new ExplainedException(
        "download_refused",
        new Bilingual(
            "El servidor respondió "
                + status
                + " al pedir "
                + uri
                + "; se esperaba 200. Quizá el archivo se mudó."
                + BY_HAND_ES,
            "The server answered "
                + status
                + " when asked for "
                + uri
                + "; 200 was expected. Perhaps the file has moved."
                + BY_HAND_EN));
  }

  static ExplainedException noNetwork(URI uri, Exception cause) {
    return new ExplainedException(
        "download_failed",
        new Bilingual(
            "No se pudo descargar "
                + uri
                + ": sin conexión, o el servidor no respondió a tiempo. Revise la red (y el proxy:"
                + " -Dhttps.proxyHost), o hágalo en otra máquina."
                + BY_HAND_ES,
            uri
                + " could not be downloaded: no connection, or the server did not answer in time."
                + " Check the network (and the proxy: -Dhttps.proxyHost), or use another machine."
                + BY_HAND_EN),
        cause);
  }

  static ExplainedException cannotWrite(Path folder, IOException cause) {
    return new ExplainedException(
        "download_folder_unusable",
        new Bilingual(
            "No se puede escribir en la carpeta "
                + folder
                + ". Revise el espacio y los permisos, o indique otra.",
            "The folder "
                + folder
                + " cannot be written to. Check space and permissions, or name another."),
        cause);
  }
}
