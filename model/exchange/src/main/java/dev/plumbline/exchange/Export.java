package dev.plumbline.exchange;

import dev.plumbline.catalogue.Catalogue;
import dev.plumbline.core.Place;
import dev.plumbline.core.Problems;
import dev.plumbline.dossier.Dossier;
import dev.plumbline.exchange.layout.Pack;
import dev.plumbline.exchange.write.DocxWriter;
import dev.plumbline.exchange.write.MarkdownWriter;
import dev.plumbline.exchange.write.TooLongException;
import dev.plumbline.exchange.write.XlsxWriter;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** ICS and IXIT of a dossier as files. */
public final class Export {
  private Export() {}

  /**
   * One file.
   *
   * @param problems receives what has no place in the file; an error when it cannot be made
   * @return its bytes; none when it cannot be made
   */
  public static byte[] file(
      Dossier dossier, Catalogue catalogue, ExchangeFormat format, Problems problems) {
    Pack pack = Packing.of(catalogue, dossier, problems);
    try {
      return switch (format) {
        case XLSX -> XlsxWriter.write(pack);
        case DOCX -> DocxWriter.write(pack);
        case MD -> MarkdownWriter.whole(pack).getBytes(StandardCharsets.UTF_8);
      };
    } catch (TooLongException e) {
      problems.error(
          "PLB-9502",
          Place.of("."),
          e.what(),
          "Move long material into evidence/, or export as DOCX or Markdown.");
      return new byte[0];
    }
  }

  /** Markdown as one file for the ICS and one for each table of the IXIT, by name. */
  public static Map<String, byte[]> folder(
      Dossier dossier, Catalogue catalogue, Problems problems) {
    Map<String, byte[]> files = new LinkedHashMap<>();
    MarkdownWriter.folder(Packing.of(catalogue, dossier, problems))
        .forEach((name, text) -> files.put(name, text.getBytes(StandardCharsets.UTF_8)));
    return files;
  }
}
