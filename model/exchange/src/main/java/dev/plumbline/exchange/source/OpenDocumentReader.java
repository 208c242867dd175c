package dev.plumbline.exchange.source;

import dev.plumbline.core.Place;
import dev.plumbline.core.Problems;
import dev.plumbline.exchange.aside.Aside;
import dev.plumbline.exchange.aside.AsidePart;
import dev.plumbline.exchange.aside.AsideText;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.xml.sax.SAXException;

/** Reads spreadsheets and text documents of OpenDocument (.ods, .odt), with care and streaming. */
public final class OpenDocumentReader {
  private static final String TYPE = "application/vnd.oasis.opendocument.";
  private static final int MOST_ENTRIES = 5_000;
  private static final String STYLES = "styles.xml";
  private static final Map<String, String> EDGES =
      Map.of(
          "header", "page header",
          "header-left", "page header",
          "header-first", "page header",
          "footer", "page footer",
          "footer-left", "page footer",
          "footer-first", "page footer");

  private final ReadLimits limits;
  private final Problems problems;

  /** Reads within these limits. */
  public OpenDocumentReader(ReadLimits limits, Problems problems) {
    this.limits = limits;
    this.problems = problems;
  }

  /** Its tables, and the text beside them; a document that judges test units is named alone. */
  public Source read(Path file) throws IOException {
    OpenDocumentTables tables = tables(file);
    return VerdictDocument.isOne(tables.blocks())
        ? tables.source().judging(String.valueOf(file.getFileName()))
        : tables.source();
  }

  /** Its headings, paragraphs and tables. */
  public List<MarkdownBlock> blocks(Path file) throws IOException {
    return tables(file).blocks();
  }

  private OpenDocumentTables tables(Path file) throws IOException {
    String name = String.valueOf(file.getFileName());
    if (Files.size(file) > limits.fileBytes()) {
      throw new UnreadableFileException(
          "The file is larger than the " + limits.fileBytes() + " bytes that are read.",
          "Take pictures and foreign sheets out.");
    }
    try (ZipFile zip = new ZipFile(file.toFile())) {
      if (zip.size() > MOST_ENTRIES || !type(zip).startsWith(TYPE)) {
        throw new UnreadableFileException(
            "The file is no spreadsheet or text document of OpenDocument.",
            "Give its name the ending of what it is.");
      }
      if (zip.stream().anyMatch(e -> e.getName().startsWith("Basic/"))) {
        problems.warning(
            "PLB-9512",
            Place.of(name),
            "The file has macros. They are not run and not read.",
            "Save it without macros.");
      }
      OpenDocumentTables tables = new OpenDocumentTables(name, limits, problems);
      try (InputStream in = part(zip, "content.xml")) {
        OfficePackage.read(in, tables);
        if (name.toLowerCase(Locale.ROOT).endsWith(".odt") && zip.getEntry(STYLES) != null) {
          tables.add(edges(zip));
        }
      } catch (SheetCells.EnoughException e) {
        problems.error(
            "PLB-9514",
            Place.of(name),
            e.getMessage() + " What follows is not read.",
            "Take the file apart.");
      }
      return tables;
    } catch (ZipException | SAXException e) {
      throw new UnreadableFileException(
          "The file is broken, or not what its name says: " + e.getMessage() + ".",
          "Open it where it was made, and save it anew.");
    }
  }

  /** Page headers and footers, which a text document has with its styles. */
  private List<Aside> edges(ZipFile zip) throws IOException, SAXException {
    AsidePart part = new AsidePart(EDGES, AsideText.OPEN_DOCUMENT, "", limits.letters());
    try (InputStream in = part(zip, STYLES)) {
      OfficePackage.read(in, part);
    }
    if (part.isCut()) {
      throw new SheetCells.EnoughException(
          "The page headers hold more than " + limits.letters() + " letters.");
    }
    return part.asides();
  }

  private String type(ZipFile zip) throws IOException {
    try (InputStream in = part(zip, "mimetype")) {
      return new String(in.readNBytes(200), StandardCharsets.US_ASCII);
    }
  }

  /** A part of the file, which ends with an error where it is longer than any real one. */
  private InputStream part(ZipFile zip, String name) throws IOException {
    ZipEntry entry = zip.getEntry(name);
    if (entry == null) {
      throw new UnreadableFileException(
          "The file has no part '" + name + "'.", "Give its name the ending of what it is.");
    }
    return new FilterInputStream(zip.getInputStream(entry)) {
      private long left = limits.partBytes();

      @Override
      public int read() throws IOException {
        return counted(super.read(), 1);
      }

      @Override
      public int read(byte[] bytes, int from, int length) throws IOException {
        int n = super.read(bytes, from, length);
        return counted(n, n);
      }

      private int counted(int result, int n) throws IOException {
        left -= Math.max(n, 0);
        if (left < 0) {
          throw new UnreadableFileException(
              "The part '" + name + "' unpacks to more than " + limits.partBytes() + " bytes.",
              "Take the file apart.");
        }
        return result;
      }
    };
  }
}
