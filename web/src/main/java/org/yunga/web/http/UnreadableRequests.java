package org.yunga.web.http;

import java.nio.ByteBuffer;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;
import org.yunga.core.text.Bilingual;

/**
 * Problem details for requests that the server refuses before any of our handlers sees them. In
 * both languages: the headers that tell the reader's are not there yet.
 */
public final class UnreadableRequests extends ErrorHandler {

  @Override
  protected void generateResponse(
      Request request,
      Response response,
      int status,
      String message,
      Throwable cause,
      Callback callback) {
    Problem problem =
        Problem.of(
            status,
            status < 500 ? "malformed_request" : "internal_error",
            Bilingual.same(
                "No se pudo leer la solicitud: su dirección o sus cabeceras no son válidas o son"
                    + " demasiado largas. / The request could not be read: its address or its"
                    + " headers are not valid, or too long."));
    response.getHeaders().put(HttpHeader.CONTENT_TYPE, Problems.MEDIA_TYPE);
    response.getHeaders().put(HttpHeader.CACHE_CONTROL, "no-store");
    byte[] body = Problems.body(problem, Language.SPANISH, Problems.newRequestId());
    response.write(true, ByteBuffer.wrap(body), callback);
  }
}
