package dev.plumbline.exchange.source;

import dev.plumbline.core.Place;
import dev.plumbline.core.Problems;
import dev.plumbline.exchange.aside.OfficeAsides;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.xml.sax.SAXException;

/** Reads a text document as a stream. */
public final class DocxReader {
  private final ReadLimits limits;
  private final Problems problems;

  /** Reads within these limits. */
  public DocxReader(ReadLimits limits, Problems problems) {
    this.limits = limits;
    this.problems = problems;
  }

  /** Its tables, and the text beside them; a document that judges test units is named alone. */
  public Source read(Path file) throws IOException {
    DocumentTables tables = tables(file);
    return VerdictDocument.isOne(tables.blocks())
        ? tables.source().judging(String.valueOf(file.getFileName()))
        : tables.source();
  }

  /** Its headings, paragraphs and tables. */
  public List<MarkdownBlock> blocks(Path file) throws IOException {
    return tables(file).blocks();
  }

  private DocumentTables tables(Path file) throws IOException {
    String name = String.valueOf(file.getFileName());
    DocumentTables tables = new DocumentTables(name, limits);
    try (OfficePackage opened = OfficePackage.open(file, "wordprocessingml", limits, problems)) {
      opened.readMain(tables);
      OfficeAsides asides = new OfficeAsides(OfficePackage::read, limits.letters());
      tables.add(asides.ofDocument(opened.main()));
      if (asides.isCut()) {
        throw new SheetCells.EnoughException(
            "A part of the document holds more than " + limits.letters() + " letters.");
      }
    } catch (SheetCells.EnoughException e) {
      problems.error(
          "PLB-9514",
          Place.of(name),
          e.getMessage() + " What follows is not read.",
          "Take the document apart.");
    } catch (SAXException e) {
      throw new UnreadableFileException(
          "The document is broken: " + e.getMessage(), "Open it and save it anew.");
    }
    return tables;
  }
}
