package org.yunga.web.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yunga.core.text.Bilingual;

/** A title says what kind of problem it is, before anybody reads the detail. */
class ProblemTest {

  @ParameterizedTest
  @CsvSource({
    "400, Solicitud incorrecta,             Bad request",
    "401, Falta un token válido,            Unauthorized",
    "403, No permitido,                     Forbidden",
    "404, No encontrado,                    Not found",
    "405, Método no permitido,              Method not allowed",
    "406, Formato no disponible,            Not acceptable",
    "409, Conflicto con lo que hay,         Conflict",
    "413, Contenido demasiado grande,       Content too large",
    "414, Dirección demasiado larga,        URI too long",
    "415, Tipo de contenido no admitido,    Unsupported media type",
    "416, Rango fuera del archivo,          Range not satisfiable",
    "422, Contenido que no se puede usar,   Unprocessable content",
    "429, Demasiadas solicitudes,           Too many requests",
    "500, Error del servidor,               Server error",
    "503, Servicio no disponible por ahora, Service unavailable",
    "507, Sin espacio en el servidor,       Insufficient storage",
    "431, Solicitud incorrecta,             Bad request",
    "599, Error del servidor,               Server error"
  })
  void eachStatusHasATitleInBothLanguages(int status, String spanish, String english) {
    Problem problem = Problem.of(status, "code", new Bilingual("Detalle", "Detail"));

    assertThat(problem.members("es", "id").get("title")).isEqualTo(spanish);
    assertThat(problem.members("en", "id").get("title")).isEqualTo(english);
  }
}
