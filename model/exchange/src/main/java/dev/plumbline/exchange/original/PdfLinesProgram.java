package dev.plumbline.exchange.original;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.fontbox.FontBoxFont;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.apache.pdfbox.pdmodel.font.CIDFontMapping;
import org.apache.pdfbox.pdmodel.font.FontMapper;
import org.apache.pdfbox.pdmodel.font.FontMappers;
import org.apache.pdfbox.pdmodel.font.FontMapping;
import org.apache.pdfbox.pdmodel.font.PDCIDSystemInfo;
import org.apache.pdfbox.pdmodel.font.PDFontDescriptor;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;

/**
 * Reads the lines of a PDF in a process of its own, so that a hostile file takes the memory and
 * time of that process alone. It writes to a file: a word that says how it went, then the lines.
 */
final class PdfLinesProgram {
  static final String READ = "read";
  static final String LOCKED = "locked";
  static final String BROKEN = "broken";
  static final String PAGES = "pages";
  static final String LETTERS = "letters";

  private PdfLinesProgram() {}

  /**
   * Reads and writes.
   *
   * @param args the PDF, the file to write, the most pages and the most letters
   */
  public static void main(String[] args) throws IOException {
    Path target = Path.of(args[1]);
    int mostPages = Integer.parseInt(args[2]);
    long mostLetters = Long.parseLong(args[3]);
    FontMappers.set(new OneFont());
    try (PDDocument document =
        Loader.loadPDF(new RandomAccessReadBuffer(Files.readAllBytes(Path.of(args[0]))))) {
      if (document.getNumberOfPages() > mostPages) {
        say(target, PAGES);
        return;
      }
      try (BufferedWriter out = Files.newBufferedWriter(target, StandardCharsets.UTF_8)) {
        out.write(READ + "\n");
        new Lines(out, mostLetters).writeText(document, Writer.nullWriter());
      }
    } catch (InvalidPasswordException e) {
      say(target, LOCKED);
    } catch (TooManyLettersException e) {
      say(target, LETTERS);
    } catch (IOException | RuntimeException e) {
      say(target, BROKEN);
    }
  }

  private static void say(Path target, String how) throws IOException {
    Files.writeString(target, how + "\n");
  }

  private static final class TooManyLettersException extends IOException {
    private static final long serialVersionUID = 1L;
  }

  /** Collects lines with the place of their first letter. */
  private static final class Lines extends PDFTextStripper {
    private final Writer out;
    private final StringBuilder text = new StringBuilder();
    private float x;
    private float y;
    private float size;
    private long left;

    Lines(Writer out, long mostLetters) {
      this.out = out;
      this.left = mostLetters;
      setSortByPosition(true);
      setShouldSeparateByBeads(false);
    }

    @Override
    protected void writeString(String word, List<TextPosition> letters) throws IOException {
      left -= word.length() + 1L;
      if (left < 0) {
        throw new TooManyLettersException();
      }
      if (text.isEmpty() && !letters.isEmpty()) {
        x = letters.getFirst().getXDirAdj();
        y = letters.getFirst().getYDirAdj();
        size = letters.getFirst().getFontSizeInPt();
      }
      text.append(word);
    }

    @Override
    protected void writeWordSeparator() {
      text.append(' ');
    }

    @Override
    protected void writeLineSeparator() throws IOException {
      end();
    }

    @Override
    protected void writePageEnd() throws IOException {
      end();
    }

    private void end() throws IOException {
      String line = text.toString().replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
      text.setLength(0);
      if (!line.isEmpty()) {
        out.write(new PdfLine(getCurrentPageNo(), x, y, size, line).encoded() + "\n");
      }
    }
  }

  /** Stands for every font that a document does not bring, so that no font of the system counts. */
  private static final class OneFont implements FontMapper {
    private final TrueTypeFont font;

    OneFont() throws IOException {
      try (InputStream in =
          PDDocument.class.getResourceAsStream(
              "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf")) {
        if (in == null) {
          throw new IOException("PDFBox has no font.");
        }
        font = new TTFParser().parse(new RandomAccessReadBuffer(in));
      }
    }

    @Override
    public FontMapping<TrueTypeFont> getTrueTypeFont(String name, PDFontDescriptor descriptor) {
      return new FontMapping<>(font, true);
    }

    @Override
    public FontMapping<FontBoxFont> getFontBoxFont(String name, PDFontDescriptor descriptor) {
      return new FontMapping<>(font, true);
    }

    @Override
    public CIDFontMapping getCIDFont(
        String name, PDFontDescriptor descriptor, PDCIDSystemInfo system) {
      return new CIDFontMapping(null, font, true);
    }
  }
}
