package org.yunga.web.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.MultiFormatReader;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MapSheetTest {

  /** Java versions smooth edges a little differently. */
  private static final double TOLERANCE = 0.002;

  /** Golden images are kept at a quarter of the size. */
  private static final int SMALLER = 4;

  private static final Path SEEN = Path.of("target", "sheets");

  @ParameterizedTest
  @CsvSource({"A4,PORTRAIT,5", "A3,LANDSCAPE,90"})
  void looksAsItDid(Paper paper, Paper.Orientation orientation, int rows) throws IOException {
    BufferedImage drawn = Picture.read(MapSheet.png(SampleSheet.content(rows), paper, orientation));
    BufferedImage small =
        Picture.scaled(drawn, drawn.getWidth() / SMALLER, drawn.getHeight() / SMALLER);
    String name = (paper + "-" + orientation + ".png").toLowerCase(java.util.Locale.ROOT);
    Files.createDirectories(SEEN);
    ImageIO.write(small, "png", SEEN.resolve(name).toFile());

    try (InputStream golden = MapSheetTest.class.getResourceAsStream(name)) {
      assertThat(golden).as("golden image %s; look at %s and keep it", name, SEEN).isNotNull();
      assertThat(Picture.difference(small, ImageIO.read(golden)))
          .as("%s in %s against the golden one", name, SEEN)
          .isLessThan(TOLERANCE);
    }
  }

  /** Two ways to draw, one picture: each is the other's oracle. */
  @Test
  void pdfAndPngShowTheSame() throws IOException {
    SheetContent content = SampleSheet.content(5);
    byte[] pdf = MapSheet.pdf(content, Paper.A4, Paper.Orientation.PORTRAIT);
    BufferedImage png = Picture.read(MapSheet.png(content, Paper.A4, Paper.Orientation.PORTRAIT));
    BufferedImage rendered;
    try (PDDocument document = Loader.loadPDF(pdf)) {
      rendered = new PDFRenderer(document).renderImageWithDPI(0, 100);
    }

    int width = png.getWidth() / SMALLER;
    int height = png.getHeight() / SMALLER;
    assertThat(
            Picture.difference(
                Picture.scaled(png, width, height), Picture.scaled(rendered, width, height)))
        .isLessThan(0.01);
  }

  @Test
  void theSameContentGivesTheSameBytes() {
    for (Paper paper : Paper.values()) {
      assertThat(MapSheet.pdf(SampleSheet.content(5), paper, Paper.Orientation.PORTRAIT))
          .isEqualTo(MapSheet.pdf(SampleSheet.content(5), paper, Paper.Orientation.PORTRAIT));
      assertThat(MapSheet.png(SampleSheet.content(5), paper, Paper.Orientation.PORTRAIT))
          .isEqualTo(MapSheet.png(SampleSheet.content(5), paper, Paper.Orientation.PORTRAIT));
    }
  }

  @Test
  void pdfIsMadeOfLinesAndTextAndHoldsItsFonts() throws IOException {
    byte[] pdf = MapSheet.pdf(SampleSheet.content(5), Paper.A4, Paper.Orientation.PORTRAIT);

    try (PDDocument document = Loader.loadPDF(pdf)) {
      PDPage page = document.getPage(0);
      assertThat(page.getResources().getXObjectNames()).as("images").isEmpty();
      assertThat(page.getResources().getFontNames()).hasSize(2);
      for (var name : page.getResources().getFontNames()) {
        assertThat(page.getResources().getFont(name).isEmbedded()).isTrue();
      }
      assertThat(document.getDocumentCatalog().getLanguage()).isEqualTo("es");
      assertThat(document.getDocumentInformation().getTitle()).startsWith("Superficie de coca");
      assertThat(new PDFTextStripper().getText(document))
          .contains(
              "Superficie de coca por departamento en 2024, según DEVIDA-OPD",
              "Datos sintéticos",
              "12,345",
              "Punto ñandú",
              "1 : 9,700,000",
              "76° O",
              "10° S",
              "Fuentes: DEVIDA",
              "entrega 7 del 21/11/2026",
              SampleSheet.LINK);
    }
  }

  @Test
  void aPhoneReadsTheCode() throws Exception {
    BufferedImage png =
        Picture.read(MapSheet.png(SampleSheet.content(5), Paper.A4, Paper.Orientation.PORTRAIT));
    int[] pixels = png.getRGB(0, 0, png.getWidth(), png.getHeight(), null, 0, png.getWidth());
    RGBLuminanceSource source = new RGBLuminanceSource(png.getWidth(), png.getHeight(), pixels);

    String read =
        new MultiFormatReader()
            .decode(
                new BinaryBitmap(
                    new HybridBinarizer(
                        source.crop(
                            png.getWidth() * 3 / 4,
                            png.getHeight() * 3 / 4,
                            png.getWidth() / 4,
                            png.getHeight() / 4))))
            .getText();

    assertThat(read).isEqualTo(SampleSheet.LINK);
  }

  @Test
  void aLongListIsCutAndCounted() throws IOException {
    byte[] pdf = MapSheet.pdf(SampleSheet.content(90), Paper.A4, Paper.Orientation.LANDSCAPE);

    try (PDDocument document = Loader.loadPDF(pdf)) {
      String text = new PDFTextStripper().getText(document);
      long shown = text.lines().filter(line -> line.matches("Región \\d+ \\d+")).count();
      assertThat(shown).isBetween(10L, 89L);
      assertThat(text).contains("y " + (90 - shown) + " más en la descarga", "Suma 89,754");
    }
  }
}
