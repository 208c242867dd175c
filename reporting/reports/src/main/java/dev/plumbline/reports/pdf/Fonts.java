package dev.plumbline.reports.pdf;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PDFontSupplier;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import java.io.IOException;
import java.io.InputStream;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/** The fonts of a document; what it uses of them is embedded. */
record Fonts(PDDocument document) {
  private static final String FOLDER = "/liberation/";

  void add(PdfRendererBuilder builder, String family, String file, int weight) throws IOException {
    TrueTypeFont font = read(file);
    // Looking for ligatures was more than half the time of a report, and none of these languages
    // needs them.
    font.setEnableGsub(false);
    PDType0Font embedded = PDType0Font.load(document, font, true);
    document.registerTrueTypeFontForClosing(font);
    builder.useFont(new PDFontSupplier(embedded), family, weight, FontStyle.NORMAL, true);
  }

  private static TrueTypeFont read(String file) throws IOException {
    try (InputStream in = PdfReport.class.getResourceAsStream(FOLDER + file)) {
      if (in == null) {
        throw new IllegalStateException(file + " is missing from the release");
      }
      return new TTFParser().parse(new RandomAccessReadBuffer(in));
    }
  }
}
