package org.yunga.web.sheet;

import java.util.ArrayList;
import java.util.List;

/** A text in lines of a width. */
final class Paragraph {

  private Paragraph() {}

  /** Breaks at spaces; a word that is too long for a line is broken where the line ends. */
  static List<String> lines(String text, TextStyle style, double width) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (String word : text.strip().split("\\s+")) {
      String rest = word;
      String longer = line.isEmpty() ? rest : line + " " + rest;
      if (style.width(longer) <= width) {
        line = new StringBuilder(longer);
        continue;
      }
      if (!line.isEmpty()) {
        lines.add(line.toString());
      }
      while (style.width(rest) > width && rest.length() > 1) {
        int end = fitting(rest, style, width);
        lines.add(rest.substring(0, end));
        rest = rest.substring(end);
      }
      line = new StringBuilder(rest);
    }
    lines.add(line.toString());
    return lines;
  }

  /** The text, or as much of it as fits, with an ellipsis. */
  static String shortened(String text, TextStyle style, double width) {
    if (style.width(text) <= width) {
      return text;
    }
    String start = text;
    while (!start.isEmpty() && style.width(start + "…") > width) {
      start = start.substring(0, start.length() - 1).stripTrailing();
    }
    return start + "…";
  }

  private static int fitting(String word, TextStyle style, double width) {
    int end = word.length() - 1;
    while (end > 1 && style.width(word.substring(0, end)) > width) {
      end--;
    }
    return end;
  }

  /** Writes lines below each other and gives the base line of the next one. */
  static double write(Canvas canvas, List<String> lines, double x, double y, TextStyle style) {
    double at = y;
    for (String line : lines) {
      canvas.text(line, x, at, style);
      at += style.lineHeight();
    }
    return at;
  }
}
