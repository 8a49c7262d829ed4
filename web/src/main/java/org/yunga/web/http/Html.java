package org.yunga.web.http;

/** Text inside HTML. */
public final class Html {

  private Html() {}

  /** The text with what HTML would take for its own made plain. */
  public static String escape(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
