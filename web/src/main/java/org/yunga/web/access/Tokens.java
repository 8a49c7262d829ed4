package org.yunga.web.access;

import io.javalin.http.Context;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.jetty.server.HttpConfiguration;
import org.yunga.core.access.AccessToken;
import org.yunga.core.access.TokenRegister;
import org.yunga.core.text.Bilingual;
import org.yunga.web.http.Problem;
import org.yunga.web.http.ProblemException;

/**
 * The token of a request, {@code Authorization: Bearer TOKEN} (RFC 6750). A request without one is
 * nobody's; one with a wrong token is refused, so that its sender learns of it.
 *
 * <p>Only wrong tokens are limited: a right one is let in also from an address that sent many wrong
 * ones, since behind a proxy all users have one address.
 */
public final class Tokens {

  /** Characters of RFC 6750 (2.1), in a length that no token of ours exceeds. */
  private static final Pattern BEARER =
      Pattern.compile("(?i:Bearer) +([A-Za-z0-9._~+/-]{1,200}=*) *");

  private final TokenRegister register;
  private final Clock clock;
  private final FailedAttempts failures;

  /** Checks against these. */
  public Tokens(TokenRegister register, Clock clock) {
    this.register = register;
    this.clock = clock;
    this.failures = new FailedAttempts(clock);
  }

  /**
   * Lets a server hand out headers as they were sent. Jetty remembers the headers of a connection
   * and by default takes one for another that differs in case: a misspelt token would be mended by
   * an earlier one.
   */
  public static void configure(HttpConfiguration http) {
    http.setHeaderCacheCaseSensitive(true);
  }

  /**
   * The token that a request carries; empty when it carries none.
   *
   * @throws ProblemException 401 when it is wrong, 429 after too many wrong ones
   */
  public Optional<AccessToken> of(Context context) {
    String header = context.header("Authorization");
    if (header == null) {
      return Optional.empty();
    }
    Matcher bearer = BEARER.matcher(header);
    Optional<AccessToken> token =
        bearer.matches() ? find(TokenSecret.of(bearer.group(1))) : Optional.empty();
    if (token.isEmpty()) {
      throw refused(context);
    }
    return token;
  }

  /**
   * The token that a request must carry.
   *
   * @throws ProblemException 401 when it carries none or a wrong one
   */
  public AccessToken require(Context context) {
    return of(context).orElseThrow(() -> missing(context));
  }

  /** Compares with every token, whatever the first ones gave: the time tells nothing. */
  private Optional<AccessToken> find(TokenSecret secret) {
    byte[] given = secret.sha256().getBytes(StandardCharsets.US_ASCII);
    AccessToken found = null;
    for (AccessToken token : register.all()) {
      byte[] known = token.sha256().getBytes(StandardCharsets.US_ASCII);
      boolean same = MessageDigest.isEqual(given, known);
      found = same ? token : found;
    }
    return Optional.ofNullable(found).filter(token -> token.isValid(clock.instant()));
  }

  private ProblemException refused(Context context) {
    Optional<Duration> wait = failures.add(context.ip());
    if (wait.isPresent()) {
      long seconds = Math.max(1, wait.get().toSeconds());
      context.header("Retry-After", Long.toString(seconds));
      return problem(
          429,
          "too_many_wrong_tokens",
          new Bilingual(
              "Llegaron demasiados tokens equivocados desde su dirección. Espere "
                  + seconds
                  + " segundos y use el token correcto.",
              "Too many wrong tokens came from your address. Wait "
                  + seconds
                  + " seconds, and use the right token."));
    }
    context.header("WWW-Authenticate", "Bearer error=\"invalid_token\"");
    return problem(
        401,
        "wrong_token",
        new Bilingual(
            "El token de Authorization no vale: está mal escrito, venció o fue anulado. Envíe"
                + " 'Authorization: Bearer TOKEN', o nada para leer lo público. scripts/yunga token"
                + " create hace uno nuevo.",
            "The token in Authorization is no good: misspelt, expired or revoked. Send"
                + " 'Authorization: Bearer TOKEN', or nothing to read what is public."
                + " scripts/yunga token create makes a new one."));
  }

  private static ProblemException missing(Context context) {
    context.header("WWW-Authenticate", "Bearer");
    return problem(
        401,
        "token_needed",
        new Bilingual(
            "Para esto hace falta un token: envíe 'Authorization: Bearer TOKEN'. scripts/yunga"
                + " token create hace uno.",
            "This needs a token: send 'Authorization: Bearer TOKEN'. scripts/yunga token create"
                + " makes one."));
  }

  private static ProblemException problem(int status, String code, Bilingual text) {
    return new ProblemException(Problem.of(status, code, text));
  }
}
