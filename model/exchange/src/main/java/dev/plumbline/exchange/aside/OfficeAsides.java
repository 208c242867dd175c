package dev.plumbline.exchange.aside;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.openxml4j.opc.PackagePart;
import org.apache.poi.openxml4j.opc.PackageRelationship;
import org.apache.poi.openxml4j.opc.TargetMode;
import org.xml.sax.ContentHandler;
import org.xml.sax.SAXException;

/** Reads the parts of an Office Open XML package that hold comments, notes and text boxes. */
public final class OfficeAsides {
  /** Streams XML to a handler, so that no entity is resolved. */
  @FunctionalInterface
  public interface Xml {
    /** Reads to the end. */
    void read(InputStream in, ContentHandler handler) throws IOException, SAXException;
  }

  private record Kind(Map<String, String> elements, String key) {}

  /** By the end of the type of the relationship that leads from the main part to them. */
  private static final Map<String, Kind> OF_A_DOCUMENT =
      Map.of(
          "/comments", new Kind(Map.of("comment", "comment"), "id"),
          "/footnotes", new Kind(Map.of("footnote", "footnote"), "id"),
          "/endnotes", new Kind(Map.of("endnote", "endnote"), "id"),
          "/header", new Kind(Map.of("hdr", "page header"), ""),
          "/footer", new Kind(Map.of("ftr", "page footer"), ""));

  /** The same, from a sheet to them. */
  private static final Map<String, Kind> OF_A_SHEET =
      Map.of(
          "/comments", new Kind(Map.of("comment", "comment"), "ref"),
          "/threadedComment", new Kind(Map.of("threadedComment", "comment"), "ref"),
          "/drawing", new Kind(Map.of("sp", "text box", "cxnSp", "text box"), ""));

  private static final Set<String> NOT_READ =
      Set.of("drawingml.chart+xml", "drawingml.diagramData+xml", "oleObject", "activeX");

  private final Xml xml;
  private final long most;
  private boolean cut;

  /**
   * For one file.
   *
   * @param most letters that are read of one part
   */
  public OfficeAsides(Xml xml, long most) {
    this.xml = xml;
    this.most = most;
  }

  /** Whether some part holds more letters than were read. */
  public boolean isCut() {
    return cut;
  }

  /** The comments, notes, headers and footers of a text document. */
  public List<Aside> ofDocument(PackagePart main) throws IOException, SAXException {
    return read(main, OF_A_DOCUMENT);
  }

  /** The comments and text boxes of a sheet; a comment that a thread repeats stands once. */
  public List<Aside> ofSheet(PackagePart sheet) throws IOException, SAXException {
    List<Aside> all = read(sheet, OF_A_SHEET);
    return all.stream()
        .filter(
            a ->
                all.stream()
                    .noneMatch(
                        o -> !o.equals(a) && o.at().equals(a.at()) && copies(a.text(), o.text())))
        .toList();
  }

  /** Older programs show a thread as one comment that begins with a notice in brackets. */
  private static boolean copies(String comment, String threaded) {
    return comment.startsWith("[Threaded comment]") && comment.contains(threaded.strip());
  }

  private List<Aside> read(PackagePart from, Map<String, Kind> kinds)
      throws IOException, SAXException {
    List<Aside> asides = new ArrayList<>();
    try {
      for (PackageRelationship to : from.getRelationships()) {
        String type = to.getRelationshipType();
        Kind kind = kinds.get(type.substring(Math.max(0, type.lastIndexOf('/'))));
        if (kind == null || to.getTargetMode() == TargetMode.EXTERNAL) {
          continue;
        }
        AsidePart part = new AsidePart(kind.elements(), AsideText.OFFICE, kind.key(), most);
        try (InputStream in = from.getRelatedPart(to).getInputStream()) {
          xml.read(in, part);
        }
        cut |= part.isCut();
        asides.addAll(part.asides());
      }
    } catch (InvalidFormatException e) {
      throw new IOException("a part is named that the package does not have", e);
    }
    return asides;
  }

  /** How many parts hold charts, diagrams or embedded files, whose words are not read. */
  public static int unread(Iterable<PackagePart> parts) {
    int unread = 0;
    for (PackagePart part : parts) {
      if (NOT_READ.stream().anyMatch(part.getContentType()::contains)) {
        unread++;
      }
    }
    return unread;
  }
}
