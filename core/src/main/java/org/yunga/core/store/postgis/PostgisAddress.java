package org.yunga.core.store.postgis;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a database is and how to get in, in the form {@code
 * postgresql://host:port,host:port/database?option=value}.
 *
 * @param hosts host and port, several separated by commas
 * @param database its name
 * @param user who connects; else {@code PGUSER}, else the user of the machine
 * @param options of pgjdbc, those of {@link #OPTIONS} only
 */
public record PostgisAddress(
    String hosts, String database, Optional<String> user, Map<String, String> options) {

  /** Options that an address may have. */
  public static final Set<String> OPTIONS =
      Set.of("sslmode", "sslrootcert", "sslcert", "sslkey", "targetServerType", "loadBalanceHosts");

  /** Which of several hosts answers reads, if not the one that is written to. */
  private static final String READ_FROM = "targetServerType";

  private static final Pattern FORM =
      Pattern.compile(
          "postgres(?:ql)?://(?:([^@/?]*)@)?([^@/?]*)/([^@/?]+)(?:\\?(.*))?",
          Pattern.CASE_INSENSITIVE);

  /** An option that is a password of some kind. */
  private static final Pattern PASSWORD =
      Pattern.compile("(^|&)[^=&]*pass[^=&]*=", Pattern.CASE_INSENSITIVE);

  /** Copies the options. */
  public PostgisAddress {
    options = Map.copyOf(options);
  }

  /** Whether a text means such an address, well-formed or not. */
  public static boolean isOne(String text) {
    return text.matches("(?i)postgres(ql)?:.*");
  }

  /**
   * Reads an address.
   *
   * @throws org.yunga.core.text.ExplainedException when it is not of the form, or has a password;
   *     the message does not repeat what was given
   */
  public static PostgisAddress parse(String text) {
    Matcher parts = FORM.matcher(text);
    if (!parts.matches()) {
      throw text.contains("@") || PASSWORD.matcher(text).find()
          ? PostgisExceptions.passwordInAddress()
          : PostgisExceptions.badAddress(text);
    }
    Optional<String> user = Optional.ofNullable(parts.group(1)).filter(name -> !name.isEmpty());
    if (user.filter(name -> name.contains(":")).isPresent()) {
      throw PostgisExceptions.passwordInAddress();
    }
    String hosts = parts.group(2).isEmpty() ? "localhost" : parts.group(2);
    return new PostgisAddress(
        hosts, decoded(parts.group(3)), user.map(PostgisAddress::decoded), options(parts.group(4)));
  }

  private static Map<String, String> options(String query) {
    Map<String, String> options = new LinkedHashMap<>();
    if (query != null && !query.isEmpty()) {
      if (PASSWORD.matcher(query).find()) {
        throw PostgisExceptions.passwordInAddress();
      }
      for (String option : query.split("&")) {
        String[] words = option.split("=", 2);
        String name = decoded(words[0]);
        if (!OPTIONS.contains(name) || words.length < 2) {
          throw PostgisExceptions.badOption(name, new TreeSet<>(OPTIONS));
        }
        options.put(name, decoded(words[1]));
      }
    }
    return options;
  }

  private static String decoded(String text) {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      throw PostgisExceptions.badAddress("%");
    }
  }

  /** As it is shown to people: without user and options. */
  public String place() {
    return "postgresql://" + hosts + "/" + database;
  }

  /** Whether reads go to another host than writes. */
  boolean readsElsewhere() {
    return options.containsKey(READ_FROM);
  }

  /** For pgjdbc. */
  String jdbcUrl() {
    return "jdbc:postgresql://"
        + hosts
        + "/"
        + URLEncoder.encode(database, StandardCharsets.UTF_8).replace("+", "%20");
  }

  /** For pgjdbc, credentials included: of the host that is written to. */
  Properties toWrite(Map<String, String> environment) {
    Properties properties = toRead(environment);
    properties.setProperty(READ_FROM, readsElsewhere() ? "primary" : "any");
    return properties;
  }

  /** For pgjdbc, credentials included: of the host that is read from. */
  Properties toRead(Map<String, String> environment) {
    Properties properties = new Properties();
    properties.putAll(options);
    user.or(() -> Optional.ofNullable(environment.get("PGUSER")))
        .ifPresent(name -> properties.setProperty("user", name));
    // without it pgjdbc looks into the file that PGPASSFILE names, or ~/.pgpass
    Optional.ofNullable(environment.get("PGPASSWORD"))
        .ifPresent(word -> properties.setProperty("password", word));
    properties.setProperty("ApplicationName", "Yunga");
    // details of an error may quote a row, and so the place of a family's field
    properties.setProperty("logServerErrorDetail", "false");
    return properties;
  }
}
