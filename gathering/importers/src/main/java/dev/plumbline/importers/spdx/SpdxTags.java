package dev.plumbline.importers.spdx;

import dev.plumbline.importers.shared.reading.Lines;
import dev.plumbline.importing.ImportRefusal;
import dev.plumbline.importing.MalformedImportException;
import java.io.IOException;
import java.io.InputStream;

/** The form of tags and values. Text between {@code <text>} marks may have many lines. */
final class SpdxTags {
  private static final String FIRST = "SPDXVersion:";

  private final SpdxDocument document;
  private boolean inText;
  private String name = "";
  private String version = "";
  private String purl = "";
  private String cpe = "";
  private boolean placed;
  private long unplaced;

  SpdxTags(SpdxDocument document) {
    this.document = document;
  }

  /** Whether the first line that is no comment is the first tag. */
  static boolean begins(String text) {
    return text.lines()
        .map(String::strip)
        .filter(l -> !l.isEmpty() && !l.startsWith("#"))
        .findFirst()
        .filter(l -> l.startsWith(FIRST))
        .isPresent();
  }

  void read(InputStream in) throws IOException, MalformedImportException {
    document.notWhole();
    Lines.readWhole(in, (line, number) -> line(line));
    if (!name.isEmpty() && !placed && unplaced == 0) {
      throw new MalformedImportException(ImportRefusal.CUT_OFF, "it ends inside a package");
    }
    endPackage();
    if (inText) {
      throw new MalformedImportException(ImportRefusal.CUT_OFF, "it ends inside a text");
    }
  }

  private void line(String line) {
    if (inText) {
      inText = !line.contains("</text>");
      return;
    }
    int colon = line.indexOf(':');
    if (colon < 0 || line.startsWith("#")) {
      return;
    }
    String value = line.substring(colon + 1).strip();
    inText = value.startsWith("<text>") && !value.contains("</text>");
    switch (line.substring(0, colon).strip()) {
      case "SPDXVersion" -> document.specVersion(value);
      case "DocumentName" -> document.name(value);
      case "Creator" -> document.creator(value);
      case "Created" -> document.created(value);
      case "PackageName" -> {
        endPackage();
        name = value;
      }
      case "PackageDownloadLocation" -> placed = true;
      case "PackageVersion" -> version = value;
      case "ExternalRef" -> reference(value.split("\\s+"));
      default -> {}
    }
  }

  private void reference(String[] words) {
    if (words.length < 3) {
      return;
    }
    if ("purl".equals(words[1])) {
      purl = words[2];
    } else if (words[1].startsWith("cpe") && cpe.isEmpty()) {
      cpe = words[2];
    }
  }

  private void endPackage() {
    // Every package has to have a place; a file whose packages have none was written by others.
    unplaced += name.isEmpty() || placed ? 0 : 1;
    placed = false;
    if (!name.isEmpty()) {
      document.component(name, version, purl, cpe, "");
    }
    name = "";
    version = "";
    purl = "";
    cpe = "";
  }
}
