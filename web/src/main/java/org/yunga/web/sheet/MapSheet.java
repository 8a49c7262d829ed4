package org.yunga.web.sheet;

import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;

/**
 * Lays a sheet out: title above, map at the left, legend and list at the right, sources and code
 * below.
 */
final class MapSheet {

  private static final double MARGIN = 12;
  private static final double GAP = 6;
  private static final double GRID_LABELS = 5;
  private static final double COLUMN_SHARE = 0.26;
  private static final double QR = 24;

  private static final TextStyle TITLE = TextStyle.strong(15, Ink.DARK);
  private static final TextStyle HEADING = TextStyle.strong(8, Ink.DARK);
  private static final TextStyle BODY = TextStyle.plain(7.5, Ink.DARK);
  private static final TextStyle SMALL = TextStyle.plain(6.5, Ink.SOFT);

  private final Canvas canvas;
  private final SheetContent content;
  private final double width;
  private final double height;

  private MapSheet(Canvas canvas, SheetContent content, double width, double height) {
    this.canvas = canvas;
    this.content = content;
    this.width = width;
    this.height = height;
  }

  /** A sheet as PDF. */
  static byte[] pdf(SheetContent content, Paper paper, Paper.Orientation orientation) {
    double width = paper.width(orientation);
    double height = paper.height(orientation);
    return draw(
        new PdfCanvas(width, height, content.title(), content.language(), content.published()),
        content,
        width,
        height);
  }

  /** A sheet as PNG. */
  static byte[] png(SheetContent content, Paper paper, Paper.Orientation orientation) {
    double width = paper.width(orientation);
    double height = paper.height(orientation);
    return draw(new PngCanvas(width, height), content, width, height);
  }

  private static byte[] draw(Canvas canvas, SheetContent content, double width, double height) {
    MapSheet sheet = new MapSheet(canvas, content, width, height);
    double top = sheet.head();
    double bottom = sheet.foot();
    double column = (width - 2 * MARGIN) * COLUMN_SHARE;
    double left = MARGIN + GRID_LABELS;
    Rectangle2D frame =
        new Rectangle2D.Double(
            left, top, width - MARGIN - GAP - column - left, bottom - top - GRID_LABELS);
    new MapPart(canvas, content, frame).draw();
    sheet.column(width - MARGIN - column, top, column, bottom);
    return canvas.finish();
  }

  /** Gives where the map may begin. */
  private double head() {
    double y = MARGIN + TITLE.points() * Typeface.POINT;
    List<String> lines = Paragraph.lines(content.title(), TITLE, width - 2 * MARGIN);
    y = Paragraph.write(canvas, lines, MARGIN, y, TITLE);
    if (content.warning().isPresent()) {
      TextStyle alert = TextStyle.strong(9, Ink.ALERT);
      y = Paragraph.write(canvas, List.of(content.warning().get()), MARGIN, y, alert);
    }
    return y - 1;
  }

  /** Gives where the map must end. */
  private double foot() {
    double textWidth = width - 2 * MARGIN - QR - GAP;
    List<String> lines = new ArrayList<>();
    content.notes().forEach(note -> lines.addAll(Paragraph.lines(note, SMALL, textWidth)));
    lines.addAll(Paragraph.lines(content.imprint(), SMALL, textWidth));
    lines.addAll(Paragraph.lines(content.link(), SMALL, textWidth));
    double text = lines.size() * SMALL.lineHeight();
    double top = height - MARGIN - Math.max(QR, text);
    canvas.stroke(new Line2D.Double(MARGIN, top - 3, width - MARGIN, top - 3), Ink.LINE, 0.2);
    Paragraph.write(canvas, lines, MARGIN, top + SMALL.points() * Typeface.POINT, SMALL);
    QrMark.draw(canvas, content.link(), width - MARGIN - QR, top, QR);
    return top - 5;
  }

  private void column(double x, double top, double columnWidth, double bottom) {
    double y = top + HEADING.points() * Typeface.POINT;
    y =
        Paragraph.write(
            canvas, Paragraph.lines(content.unit(), HEADING, columnWidth), x, y, HEADING);
    y += 1;
    for (SheetContent.LegendEntry entry : content.legend()) {
      y = legend(entry, x, y, columnWidth);
    }
    if (content.legendNote().isPresent()) {
      List<String> lines = Paragraph.lines(content.legendNote().get(), SMALL, columnWidth);
      y = Paragraph.write(canvas, lines, x, y, SMALL);
    }
    table(x, y + 4, columnWidth, bottom);
  }

  private double legend(SheetContent.LegendEntry entry, double x, double y, double columnWidth) {
    Shape swatch =
        entry.round()
            ? new Ellipse2D.Double(x + 1.5, y - 2.6, 3.2, 3.2)
            : new Rectangle2D.Double(x, y - 2.6, 6, 3.4);
    entry.fill().paint(canvas, swatch);
    canvas.stroke(swatch, Ink.SOFT, 0.15);
    List<String> lines = Paragraph.lines(entry.label(), BODY, columnWidth - 8);
    return Paragraph.write(canvas, lines, x + 8, y, BODY) + 1.2;
  }

  /** As many rows as there is room for; the rest is counted. */
  private void table(double x, double top, double columnWidth, double bottom) {
    SheetContent.Table table = content.table();
    double line = BODY.lineHeight() + 0.6;
    canvas.text(table.heading(), x, top, HEADING);
    double y = top + line + 0.4;
    int room = (int) Math.floor((bottom - y) / line) - table.foot().size();
    boolean all = table.rows().size() <= room;
    int shown = all ? table.rows().size() : Math.max(0, room - 1);
    for (SheetContent.Row row : table.rows().subList(0, shown)) {
      y = row(row, x, y, columnWidth, row.chosen() ? HEADING : BODY);
    }
    if (!all) {
      int more = table.rows().size() - shown;
      String text =
          content.language().equals("es") ? "y %d más en la descarga" : "and %d more in the file";
      canvas.text(text.formatted(more), x, y, TextStyle.plain(7, Ink.SOFT));
      y += line;
    }
    if (!table.foot().isEmpty()) {
      canvas.stroke(
          new Line2D.Double(x, y - line + 1.3, x + columnWidth, y - line + 1.3), Ink.SOFT, 0.15);
      y += 1;
    }
    for (SheetContent.Row row : table.foot()) {
      y = row(row, x, y, columnWidth, HEADING);
    }
  }

  private double row(
      SheetContent.Row row, double x, double y, double columnWidth, TextStyle style) {
    double value = style.width(row.value());
    canvas.text(Paragraph.shortened(row.name(), style, columnWidth - value - 2), x, y, style);
    canvas.text(row.value(), x + columnWidth, y, style.at(TextStyle.Align.END));
    return y + BODY.lineHeight() + 0.6;
  }
}
