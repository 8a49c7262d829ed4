package org.yunga.web.sheet;

import io.nayuki.qrcodegen.QrCode;
import java.awt.Color;
import java.awt.geom.Path2D;

/** An address as a QR code (ISO/IEC 18004), for a phone held over the paper. */
final class QrMark {

  private QrMark() {}

  /**
   * Draws the code in a square; addresses too long for a code are left out, since they stand beside
   * it in words.
   */
  static void draw(Canvas canvas, String address, double x, double y, double size) {
    QrCode code;
    try {
      code = QrCode.encodeText(address, QrCode.Ecc.MEDIUM);
    } catch (IllegalArgumentException e) {
      return;
    }
    double module = size / code.size;
    Path2D dark = new Path2D.Double();
    for (int row = 0; row < code.size; row++) {
      for (int column = 0; column < code.size; column++) {
        if (code.getModule(column, row)) {
          double left = x + column * module;
          double top = y + row * module;
          dark.moveTo(left, top);
          dark.lineTo(left + module, top);
          dark.lineTo(left + module, top + module);
          dark.lineTo(left, top + module);
          dark.closePath();
        }
      }
    }
    canvas.fill(dark, Color.BLACK);
  }
}
