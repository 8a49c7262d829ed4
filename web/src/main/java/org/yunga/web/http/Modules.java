package org.yunga.web.http;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The scripts of the app as browsers get them. In the sources they are small modules; over a link
 * with 400 ms there and back thirty of them take longer to ask for than to send. So what {@code
 * app.js} imports, by way of whatever, comes joined into it, and the modules that are fetched later
 * take from it what they share with it: every module still runs once.
 *
 * <p>Joining needs no reader of JavaScript because the sources keep to a form, and what does not is
 * refused: imports are lines {@code import { a, b } from './x.js';}, exports stand before what they
 * export, and no two modules of the first view have a name in common.
 */
final class Modules {

  private static final String FOLDER = "app/js/";
  private static final String ENTRY = "app.js";

  private static final Pattern IMPORT =
      Pattern.compile("(?m)^import (?:\\{([^}]*)\\} from )?(.*);\\n");

  private static final Pattern FROM_HERE = Pattern.compile("'\\./([a-z0-9-]+\\.js)'");

  private static final Pattern DECLARATION =
      Pattern.compile(
          "(?m)^export default|^(export )?(?:(?:async )?function\\*? ?|class |const |let )([\\w$]*)");

  private static final Pattern EXPORT = Pattern.compile("(?m)^export ");

  private static final Pattern COMMENTS =
      Pattern.compile("(?m)^[ \\t]*(?:/\\*(?s:.*?)\\*/[ \\t]*|//.*)\\n");

  private final Map<String, String> sources;
  private final Set<String> joined = new LinkedHashSet<>();

  private Modules(Map<String, String> sources) {
    this.sources = sources;
    order(ENTRY, new LinkedHashSet<>());
  }

  /**
   * What is served instead of these scripts.
   *
   * @param sources by name, {@code app/js/app.js} among them
   * @throws IllegalStateException when they do not keep to the form
   */
  static Map<String, String> served(Map<String, String> sources) {
    Map<String, String> own = new TreeMap<>();
    sources.forEach(
        (name, text) -> {
          if (name.startsWith(FOLDER)) {
            own.put(name.substring(FOLDER.length()), text);
          }
        });
    Modules modules = new Modules(own);
    Map<String, String> served = new TreeMap<>();
    sources.forEach((name, text) -> served.put(name, withoutComments(text)));
    modules.joined.forEach(name -> served.remove(FOLDER + name));
    served.replaceAll((name, text) -> name.startsWith(FOLDER) ? modules.sharing(text) : text);
    served.put(FOLDER + ENTRY, modules.first());
    return served;
  }

  /** Comments that have lines of their own, as nearly all have, are a quarter of what is sent. */
  static String withoutComments(String text) {
    return COMMENTS.matcher(text).replaceAll("");
  }

  /** What a module needs comes before it, in the order in which a browser would run them. */
  private void order(String name, Set<String> above) {
    String text = sources.get(name);
    if (text == null || !above.add(name)) {
      throw refused(
          text == null ? "there is no " + name : name + " imports itself by way of others");
    }
    Matcher imports = IMPORT.matcher(text);
    while (imports.find()) {
      Matcher from = FROM_HERE.matcher(imports.group(2));
      if (imports.group(1) == null || imports.group(1).contains(" as ") || !from.matches()) {
        throw refused(name + " says '" + imports.group().trim() + "'");
      }
      if (!joined.contains(from.group(1))) {
        order(from.group(1), above);
      }
    }
    above.remove(name);
    joined.add(name);
  }

  private String first() {
    Map<String, String> homes = new LinkedHashMap<>();
    Set<String> exported = new TreeSet<>();
    StringBuilder script = new StringBuilder();
    for (String name : joined) {
      String text = IMPORT.matcher(sources.get(name)).replaceAll("");
      Matcher declarations = DECLARATION.matcher(text);
      while (declarations.find()) {
        String declared = declarations.group(2);
        if (declared == null || declared.isEmpty()) {
          throw refused(name + " has a declaration without a name");
        }
        String other = homes.putIfAbsent(declared, name);
        if (other != null) {
          throw refused("'" + declared + "' of " + name + " is in " + other + " too");
        }
        if (declarations.group(1) != null) {
          exported.add(declared);
        }
      }
      script.append(EXPORT.matcher(withoutComments(text)).replaceAll(""));
    }
    return script
        .append("export { ")
        .append(String.join(", ", exported))
        .append(" };\n")
        .toString();
  }

  /** A module that comes later: what the first script holds is taken from there. */
  private String sharing(String text) {
    return IMPORT
        .matcher(text)
        .replaceAll(
            found -> {
              Matcher from = FROM_HERE.matcher(found.group(2));
              boolean shared = from.matches() && joined.contains(from.group(1));
              String line = found.group();
              return Matcher.quoteReplacement(
                  shared ? line.replace(from.group(), "'./" + ENTRY + "'") : line);
            });
  }

  private static IllegalStateException refused(String what) {
    return new IllegalStateException("The modules of the first view cannot be joined: " + what);
  }
}
