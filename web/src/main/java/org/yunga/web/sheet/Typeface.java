package org.yunga.web.sheet;

import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.GlyphData;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

/**
 * The letters of a sheet: Source Sans 3, shipped, so that a sheet looks the same everywhere and no
 * system fonts are asked for.
 */
enum Typeface {
  REGULAR("SourceSans3-Regular.ttf"),
  SEMIBOLD("SourceSans3-SemiBold.ttf");

  /** Millimetres of a typographer's point. */
  static final double POINT = 25.4 / 72;

  private static final int MISSING_GLYPH = 0;
  private static final char INSTEAD = '?';

  private final String file;
  private TrueTypeFont font;
  private CmapLookup glyphs;

  Typeface(String file) {
    this.file = file;
  }

  /** The font file, to be embedded. */
  InputStream open() {
    return Typeface.class.getResourceAsStream(file);
  }

  /**
   * The text with what these letters cannot write replaced by a question mark, and control
   * characters by spaces.
   */
  synchronized String writable(String text) {
    load();
    StringBuilder writable = new StringBuilder();
    text.codePoints()
        .map(c -> Character.isISOControl(c) || Character.isSpaceChar(c) ? ' ' : c)
        .map(c -> glyphs.getGlyphId(c) == MISSING_GLYPH ? INSTEAD : c)
        .forEach(writable::appendCodePoint);
    return writable.toString();
  }

  /** How wide a text is in millimetres, at a size in points. */
  synchronized double width(String text, double points) {
    load();
    double units = 0;
    for (int c : writable(text).codePoints().toArray()) {
      units += advance(c);
    }
    return units * scale(points);
  }

  /** The outlines of a text whose base line begins at a place in millimetres, y down. */
  synchronized Path2D outlines(String text, double x, double y, double points) {
    load();
    Path2D outlines = new Path2D.Double();
    double scale = scale(points);
    double at = 0;
    for (int c : writable(text).codePoints().toArray()) {
      GlyphData glyph = glyph(c);
      if (glyph != null) {
        AffineTransform place = new AffineTransform(scale, 0, 0, -scale, x + at * scale, y);
        outlines.append(glyph.getPath().getPathIterator(place), false);
      }
      at += advance(c);
    }
    return outlines;
  }

  private double scale(double points) {
    try {
      return points * POINT / font.getUnitsPerEm();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private double advance(int codePoint) {
    try {
      return font.getAdvanceWidth(glyphs.getGlyphId(codePoint));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private GlyphData glyph(int codePoint) {
    try {
      return font.getGlyph().getGlyph(glyphs.getGlyphId(codePoint));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void load() {
    if (font != null) {
      return;
    }
    try (InputStream in = open()) {
      font = new TTFParser().parse(new RandomAccessReadBuffer(in));
      glyphs = font.getUnicodeCmapLookup();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
