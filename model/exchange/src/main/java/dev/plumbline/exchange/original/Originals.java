package dev.plumbline.exchange.original;

import dev.plumbline.catalogue.Catalogue;
import dev.plumbline.catalogue.CatalogueLoader;
import dev.plumbline.catalogue.Edition;
import dev.plumbline.catalogue.EditionId;
import dev.plumbline.core.Digest;
import dev.plumbline.core.TooMuchWorkException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads the user's own copy of a standard. */
public final class Originals {
  private static final String TESTS = "TS 103 701";
  private static final String COPY =
      "Take the PDF that ETSI publishes; the number and version stand on its first page.";

  private Originals() {}

  /** The documents that the catalogue knows, with the edition that each belongs to. */
  public static Map<StandardName, EditionId> known() {
    Map<StandardName, EditionId> known = new LinkedHashMap<>();
    for (EditionId id : EditionId.all()) {
      Edition edition = CatalogueLoader.load(id).edition();
      StandardName.in(edition.document()).ifPresent(n -> known.put(n, id));
      StandardName.in(edition.testDocument()).ifPresent(n -> known.put(n, id));
    }
    return known;
  }

  /** Whether the document holds test cases rather than provisions. */
  public static boolean hasCases(StandardName name) {
    return name.series().equals(TESTS);
  }

  /**
   * Reads a PDF.
   *
   * @throws OriginalException if it cannot be read, is another document, or holds none of what the
   *     document should hold
   */
  public static Original read(Path file) throws IOException {
    return read(file, PdfText.DEFAULT);
  }

  static Original read(Path file, PdfText reader) throws IOException {
    List<PdfLine> lines = reader.lines(file);
    Map<StandardName, EditionId> known = known();
    String choices =
        known.keySet().stream().map(StandardName::toString).collect(Collectors.joining(", "));
    Optional<StandardName> name = StandardName.of(lines);
    if (name.filter(known::containsKey).isEmpty()) {
      throw new OriginalException(
          file.getFileName()
              + name.map(n -> " is " + n + ", which the catalogue does not know.")
                  .orElse(" names no standard of ETSI with its version."),
          "Known are " + choices + ". " + COPY);
    }
    try {
      return read(file, lines, name.get());
    } catch (TooMuchWorkException e) {
      throw new OriginalException(file.getFileName() + " has lines that are too long.", COPY);
    }
  }

  private static Original read(Path file, List<PdfLine> lines, StandardName name)
      throws IOException {
    List<PdfLine> text = PageFurniture.removed(lines);
    List<Paragraph> paragraphs = Paragraphs.of(text);
    boolean tests = hasCases(name);
    CasesReader.Read read =
        tests ? CasesReader.read(paragraphs) : new CasesReader.Read(List.of(), Set.of());
    Original original =
        new Original(
            Original.FORMAT,
            name,
            Digest.of(Files.readAllBytes(file)).hex(),
            lines.getLast().page(),
            tests ? List.of() : ProvisionsReader.provisions(paragraphs),
            tests ? Map.of() : ProvisionsReader.statuses(text),
            read.groups(),
            read.cases(),
            tests ? CasesReader.tables(paragraphs) : Set.of());
    if (original.provisions().isEmpty() && original.cases().isEmpty()) {
      throw new OriginalException(
          file.getFileName()
              + " is "
              + name
              + ", but no "
              + (tests ? "test case" : "provision")
              + " was found in it.",
          COPY);
    }
    return original;
  }

  /** Where the document and the catalogue differ. */
  public static List<Difference> differences(Original original) {
    EditionId id =
        Optional.ofNullable(known().get(original.document()))
            .orElseThrow(() -> new IllegalArgumentException("unknown: " + original.document()));
    Catalogue catalogue = CatalogueLoader.load(id);
    return new ArrayList<>(
        hasCases(original.document())
            ? TestDifferences.of(original, catalogue)
            : ProvisionDifferences.of(original, catalogue));
  }
}
