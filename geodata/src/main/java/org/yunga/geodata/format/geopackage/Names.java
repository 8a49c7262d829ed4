package org.yunga.geodata.format.geopackage;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Names of tables and columns as SQLite takes them: any text, but case does not tell apart. */
final class Names {

  private Names() {}

  static String quoted(String name) {
    return '"' + name.replace("\"", "\"\"") + '"';
  }

  /** Each name with a number behind it where one before it, or a reserved one, reads the same. */
  static List<String> unique(List<String> wanted, Set<String> reserved) {
    Set<String> taken = new HashSet<>();
    reserved.forEach(name -> taken.add(key(name)));
    return wanted.stream().map(name -> free(name, taken)).toList();
  }

  /** The name, or with the first number that makes it new; taken from now on. */
  static String free(String wanted, Set<String> takenKeys) {
    String name = wanted;
    for (int i = 2; !takenKeys.add(key(name)); i++) {
      name = wanted + "_" + i;
    }
    return name;
  }

  static String key(String name) {
    return name.toLowerCase(Locale.ROOT);
  }
}
