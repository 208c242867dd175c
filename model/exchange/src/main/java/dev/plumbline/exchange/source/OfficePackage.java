package dev.plumbline.exchange.source;

import dev.plumbline.core.Place;
import dev.plumbline.core.Problems;
import dev.plumbline.exchange.aside.OfficeAsides;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.PackageAccess;
import org.apache.poi.openxml4j.opc.PackagePart;
import org.apache.poi.openxml4j.opc.PackageRelationship;
import org.apache.poi.openxml4j.opc.PackageRelationshipTypes;
import org.apache.poi.openxml4j.opc.TargetMode;
import org.apache.poi.openxml4j.util.ZipSecureFile;
import org.apache.poi.util.XMLHelper;
import org.xml.sax.ContentHandler;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.XMLReader;

/** A workbook or document of Office Open XML, opened with care: it may come from a stranger. */
public final class OfficePackage implements Closeable {
  private static final byte[] ZIP = {'P', 'K'};
  private static final byte[] OLE = {(byte) 0xd0, (byte) 0xcf, 0x11, (byte) 0xe0};
  private static final String MACROS = "application/vnd.ms-office.vbaProject";

  private final OPCPackage opened;
  private final PackagePart main;

  private OfficePackage(OPCPackage opened, PackagePart main) {
    this.opened = opened;
    this.main = main;
  }

  /**
   * Opens.
   *
   * @param wanted what the type of its main part contains: {@code spreadsheetml} or {@code
   *     wordprocessingml}
   * @param problems receives macros and links that are not followed
   * @throws UnreadableFileException if it is something else, or too large
   */
  static OfficePackage open(Path file, String wanted, ReadLimits limits, Problems problems)
      throws IOException {
    look(file, limits);
    // Both hold for the whole process; this is the only place that opens such packages.
    ZipSecureFile.setMaxEntrySize(limits.partBytes());
    ZipSecureFile.setMaxFileCount(2_000);
    OPCPackage opened;
    try {
      opened = OPCPackage.open(file.toFile(), PackageAccess.READ);
    } catch (InvalidFormatException e) {
      throw new UnreadableFileException(
          "The file is no Office Open XML package: " + e.getMessage(), "Save it anew.");
    }
    try {
      List<PackagePart> parts =
          opened.getPartsByRelationshipType(PackageRelationshipTypes.CORE_DOCUMENT);
      if (parts.isEmpty()) {
        parts = opened.getPartsByRelationshipType(PackageRelationshipTypes.STRICT_CORE_DOCUMENT);
      }
      if (parts.isEmpty() || !parts.getFirst().getContentType().contains(wanted)) {
        throw new UnreadableFileException(
            "The file is a package, but no "
                + (wanted.equals("spreadsheetml") ? "workbook" : "text document")
                + ".",
            "Give its name the ending of what it is.");
      }
      OfficePackage made = new OfficePackage(opened, parts.getFirst());
      made.active(Place.of(String.valueOf(file.getFileName())), problems);
      return made;
    } catch (IOException | RuntimeException e) {
      opened.revert();
      throw e;
    }
  }

  private static void look(Path file, ReadLimits limits) throws IOException {
    if (!Files.isRegularFile(file)) {
      throw new UnreadableFileException("There is no such file.", "Look at the path.");
    }
    if (Files.size(file) > limits.fileBytes()) {
      throw new UnreadableFileException(
          "The file has "
              + Files.size(file)
              + " bytes; at most "
              + limits.fileBytes()
              + " are read.",
          "Take pictures and foreign sheets out.");
    }
    byte[] head;
    try (InputStream in = Files.newInputStream(file)) {
      head = in.readNBytes(OLE.length);
    }
    if (starts(head, OLE)) {
      throw new UnreadableFileException(
          "The file is of the old binary format, or locked with a password.",
          "Save it as .xlsx or .docx without a password.");
    }
    if (!starts(head, ZIP)) {
      throw new UnreadableFileException(
          "The file is not what its name says; it is no zip package.",
          "Save it as .xlsx or .docx, or give its name the ending of what it is.");
    }
  }

  private static boolean starts(byte[] head, byte[] mark) {
    for (int i = 0; i < mark.length; i++) {
      if (i >= head.length || head[i] != mark[i]) {
        return false;
      }
    }
    return true;
  }

  /** Tells about macros and about links to other files; neither is touched. */
  private void active(Place place, Problems problems) throws IOException {
    boolean macros =
        main.getContentType().toLowerCase(Locale.ROOT).contains("macroenabled")
            || !opened.getPartsByContentType(MACROS).isEmpty();
    if (macros) {
      problems.warning(
          "PLB-9512",
          place,
          "The file has macros. They are not run and not read.",
          "Save it without macros, as .xlsx or .docx.");
    }
    try {
      int unread = OfficeAsides.unread(opened.getParts());
      if (unread > 0) {
        problems.hint(
            "PLB-9538",
            place,
            "Charts, diagrams and embedded files are not read; the file has " + unread + ".",
            "Write as text what they say, if it is an answer.");
      }
      for (PackagePart part : opened.getParts()) {
        if (part.isRelationshipPart()) {
          continue;
        }
        for (PackageRelationship to : part.getRelationships()) {
          boolean link = to.getTargetMode() == TargetMode.EXTERNAL;
          boolean hyperlink = to.getRelationshipType().endsWith("/hyperlink");
          if (link && !hyperlink) {
            problems.warning(
                "PLB-9513",
                place,
                "'" + part.getPartName() + "' refers to another file, which is not opened.",
                "Copy what you mean into the file.");
          }
        }
      }
    } catch (InvalidFormatException e) {
      throw new UnreadableFileException(
          "The package is broken: " + e.getMessage(), "Save it anew.");
    }
  }

  PackagePart main() {
    return main;
  }

  OPCPackage opened() {
    return opened;
  }

  /** Streams the main part. */
  void readMain(ContentHandler handler) throws IOException, SAXException {
    try (InputStream in = main.getInputStream()) {
      read(in, handler);
    }
  }

  /** Streams XML; a document type is refused, so that no entity can name or blow up anything. */
  static void read(InputStream in, ContentHandler handler) throws IOException, SAXException {
    try {
      XMLReader reader = XMLHelper.newXMLReader();
      reader.setContentHandler(handler);
      reader.parse(new InputSource(in));
    } catch (javax.xml.parsers.ParserConfigurationException e) {
      throw new IOException("no XML reader", e);
    }
  }

  @Override
  public void close() {
    opened.revert();
  }
}
