package org.yunga.web.sheet;

import java.awt.Color;
import java.awt.Shape;
import java.awt.geom.PathIterator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.GregorianCalendar;
import java.util.Map;
import java.util.zip.CRC32;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.pdmodel.interactive.viewerpreferences.PDViewerPreferences;
import org.apache.pdfbox.util.Matrix;

/** A page as PDF: lines and areas as vectors, text as text with its font inside. */
final class PdfCanvas implements Canvas {

  private static final double POINTS_PER_MILLIMETRE = 72 / 25.4;
  private static final int ROUND = 1;

  private final PDDocument document = new PDDocument();
  private final PDPageContentStream page;
  private final Map<Typeface, PDFont> fonts = new EnumMap<>(Typeface.class);

  /**
   * An empty page.
   *
   * @param title of the document
   * @param language BCP 47, for who reads aloud
   * @param made when what it shows was published: the time of drawing would make every copy differ
   */
  PdfCanvas(double width, double height, String title, String language, Instant made) {
    PDRectangle size =
        new PDRectangle(
            (float) (width * POINTS_PER_MILLIMETRE), (float) (height * POINTS_PER_MILLIMETRE));
    PDPage sheet = new PDPage(size);
    document.addPage(sheet);
    describe(title, language, made);
    try {
      page = new PDPageContentStream(document, sheet);
      page.transform(
          new Matrix(
              (float) POINTS_PER_MILLIMETRE,
              0,
              0,
              (float) -POINTS_PER_MILLIMETRE,
              0,
              size.getHeight()));
      page.setLineJoinStyle(ROUND);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void describe(String title, String language, Instant made) {
    PDDocumentInformation information = document.getDocumentInformation();
    information.setTitle(title);
    information.setCreator("Yunga");
    information.setCreationDate(GregorianCalendar.from(made.atZone(ZoneOffset.UTC)));
    document.getDocumentCatalog().setLanguage(language);
    PDViewerPreferences preferences =
        new PDViewerPreferences(document.getDocumentCatalog().getCOSObject());
    preferences.setDisplayDocTitle(true);
    document.getDocumentCatalog().setViewerPreferences(preferences);
    // else the file's identity is made from the time of day
    CRC32 identity = new CRC32();
    identity.update((title + made).getBytes(StandardCharsets.UTF_8));
    document.setDocumentId(identity.getValue());
  }

  @Override
  public void fill(Shape shape, Color colour) {
    draw(
        () -> {
          page.setNonStrokingColor(colour);
          if (append(shape) == PathIterator.WIND_EVEN_ODD) {
            page.fillEvenOdd();
          } else {
            page.fill();
          }
        });
  }

  @Override
  public void stroke(Shape shape, Color colour, double width, float... dashes) {
    draw(
        () -> {
          page.setStrokingColor(colour);
          page.setLineWidth((float) width);
          page.setLineDashPattern(dashes, 0);
          append(shape);
          page.stroke();
        });
  }

  @Override
  public void within(Shape clip, Runnable drawing) {
    draw(
        () -> {
          page.saveGraphicsState();
          if (append(clip) == PathIterator.WIND_EVEN_ODD) {
            page.clipEvenOdd();
          } else {
            page.clip();
          }
          drawing.run();
          page.restoreGraphicsState();
        });
  }

  @Override
  public void letters(String text, double x, double y, TextStyle style) {
    draw(
        () -> {
          page.beginText();
          page.setFont(font(style.typeface()), (float) (style.points() * Typeface.POINT));
          page.setNonStrokingColor(style.colour());
          page.setTextMatrix(new Matrix(1, 0, 0, -1, (float) x, (float) y));
          page.showText(style.typeface().writable(text));
          page.endText();
        });
  }

  private PDFont font(Typeface typeface) throws IOException {
    PDFont font = fonts.get(typeface);
    if (font == null) {
      try (InputStream in = typeface.open()) {
        font = PDType0Font.load(document, in, true);
      }
      fonts.put(typeface, font);
    }
    return font;
  }

  private int append(Shape shape) throws IOException {
    PathIterator path = shape.getPathIterator(null);
    float[] c = new float[6];
    float x = 0;
    float y = 0;
    for (; !path.isDone(); path.next()) {
      switch (path.currentSegment(c)) {
        case PathIterator.SEG_MOVETO -> page.moveTo(x = c[0], y = c[1]);
        case PathIterator.SEG_LINETO -> page.lineTo(x = c[0], y = c[1]);
        case PathIterator.SEG_QUADTO -> {
          page.curveTo(
              x + (c[0] - x) * 2 / 3,
              y + (c[1] - y) * 2 / 3,
              c[2] + (c[0] - c[2]) * 2 / 3,
              c[3] + (c[1] - c[3]) * 2 / 3,
              c[2],
              c[3]);
          x = c[2];
          y = c[3];
        }
        case PathIterator.SEG_CUBICTO -> page.curveTo(c[0], c[1], c[2], c[3], x = c[4], y = c[5]);
        default -> page.closePath();
      }
    }
    return path.getWindingRule();
  }

  @Override
  public byte[] finish() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (document) {
      page.close();
      document.save(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  /** A step of drawing; in memory it does not fail. */
  private interface Step {
    void run() throws IOException;
  }

  private static void draw(Step step) {
    try {
      step.run();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
