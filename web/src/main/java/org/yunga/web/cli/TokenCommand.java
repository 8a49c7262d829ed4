package org.yunga.web.cli;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.yunga.core.access.AccessToken;
import org.yunga.core.audit.Actor;
import org.yunga.core.store.Store;
import org.yunga.core.text.Bilingual;
import org.yunga.core.text.ExplainedException;
import org.yunga.web.access.TokenSecret;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code yunga token}: who may do more than read what is public. */
@Command(
    name = "token",
    description = {
      "Tokens para escribir y para ver lo que no es público.",
      "Tokens for writing and for what is not public."
    },
    mixinStandardHelpOptions = true,
    subcommands = {
      TokenCommand.Create.class,
      TokenCommand.ListTokens.class,
      TokenCommand.Revoke.class
    })
final class TokenCommand {

  /** Days begin and end in Peru, which has no daylight saving time. */
  private static final ZoneId PERU = ZoneId.of("America/Lima");

  /** {@code yunga token create NAME}. */
  @Command(
      name = "create",
      description = {"Crea un token y lo muestra una vez.", "Makes a token and shows it once."},
      mixinStandardHelpOptions = true)
  static final class Create implements Callable<Integer> {

    @Mixin private DataFolder data;
    @Mixin private Doer doer;

    @Parameters(
        paramLabel = "NAME",
        description = {
          "Para qué o para quién, por ejemplo oficina-tarapoto; consta en la auditoría",
          "What or who it is for; stands in the audit"
        })
    private String name;

    @Option(
        names = "--expires",
        paramLabel = "DATE",
        description = {
          "Último día en que vale, por ejemplo 2027-06-30; por omisión no vence",
          "Last day it is good for, such as 2027-06-30; by default it does not expire"
        })
    private String expires;

    @Override
    public Integer call() {
      Actor by = doer.actor();
      Optional<Instant> end = Optional.ofNullable(expires).map(Create::endOfDay);
      TokenSecret secret = TokenSecret.random();
      try (Store store = data.openAsItIs()) {
        store.tokens().create(name, secret.sha256(), end, by);
      }
      Console.say(
          "Token "
              + name
              + ". Se muestra solo esta vez: guárdelo ahora. Se envía como 'Authorization: Bearer"
              + " ...'.",
          "Token "
              + name
              + ". It is shown this once: keep it now. It is sent as 'Authorization: Bearer ...'.");
      Console.say(Bilingual.same(secret.reveal()));
      return 0;
    }

    private static Instant endOfDay(String text) {
      LocalDate day;
      try {
        day = LocalDate.parse(text.strip());
      } catch (DateTimeException e) {
        throw badDate(text);
      }
      LocalDate today = LocalDate.now(Clock.system(PERU));
      if (day.isBefore(today) || day.getYear() > today.getYear() + 100) {
        throw badDate(text);
      }
      return day.plusDays(1).atStartOfDay(PERU).toInstant();
    }

    private static ExplainedException badDate(String given) {
      return new ExplainedException(
          "bad_expiry",
          new Bilingual(
              "--expires "
                  + given
                  + " no vale. Indique un día que no haya pasado, como 2027-06-30.",
              "--expires "
                  + given
                  + " will not do. Give a day that is not past, such as 2027-06-30."));
    }
  }

  /** {@code yunga token list}. */
  @Command(
      name = "list",
      description = {"Escribe los tokens, sin el secreto.", "Writes the tokens, without secret."},
      mixinStandardHelpOptions = true)
  static final class ListTokens implements Callable<Integer> {

    @Mixin private DataFolder data;

    @Override
    public Integer call() {
      try (Store store = data.openAsItIs()) {
        List<AccessToken> tokens = store.tokens().all();
        tokens.forEach(token -> Console.say(line(token, Instant.now())));
        if (tokens.isEmpty()) {
          Console.say("No hay tokens.", "There are no tokens.");
        }
      }
      return 0;
    }

    private static Bilingual line(AccessToken token, Instant now) {
      String head = token.name() + "  " + token.created() + " (" + token.createdBy().name() + ")  ";
      Bilingual state;
      if (token.revoked().isPresent()) {
        state =
            new Bilingual("anulado " + token.revoked().get(), "revoked " + token.revoked().get());
      } else if (!token.isValid(now)) {
        state = new Bilingual("venció " + end(token), "expired " + end(token));
      } else {
        state =
            token.expires().isEmpty()
                ? new Bilingual("rige, no vence", "in force, does not expire")
                : new Bilingual("rige hasta " + end(token), "in force until " + end(token));
      }
      return new Bilingual(head + state.es(), head + state.en());
    }

    private static LocalDate end(AccessToken token) {
      return LocalDate.ofInstant(token.expires().orElseThrow(), PERU).minusDays(1);
    }
  }

  /** {@code yunga token revoke NAME}. */
  @Command(
      name = "revoke",
      description = {"Anula un token.", "Revokes a token."},
      mixinStandardHelpOptions = true)
  static final class Revoke implements Callable<Integer> {

    @Mixin private DataFolder data;
    @Mixin private Doer doer;

    @Parameters(
        paramLabel = "NAME",
        description = {"Nombre del token", "Name of the token"})
    private String name;

    @Override
    public Integer call() {
      Actor by = doer.actor();
      try (Store store = data.openAsItIs()) {
        store.tokens().revoke(name, by);
      }
      Console.say(
          "El token " + name + " ya no vale.", "The token " + name + " is of no use any more.");
      return 0;
    }
  }
}
