package dev.plumbline.importers.cyclonedx;

import dev.plumbline.core.BoundedPattern;
import dev.plumbline.importing.Head;
import dev.plumbline.importing.Importer;
import dev.plumbline.importing.ImporterSpec;
import dev.plumbline.importing.MalformedImportException;
import dev.plumbline.importing.Reading;
import dev.plumbline.importing.format.JsonInput;
import dev.plumbline.importing.format.JsonShape;
import dev.plumbline.importing.format.XmlInput;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;

/** Reads a CycloneDX bill of materials, in JSON or XML, with what it says of vulnerabilities. */
public final class CycloneDxImporter implements Importer {
  private static final int BEGINNING = 8_192;
  private static final BoundedPattern NAMESPACE =
      BoundedPattern.compile("http://cyclonedx\\.org/schema/bom/([0-9.]+)");

  @Override
  public ImporterSpec spec() {
    return ImporterSpec.load(CycloneDxImporter.class);
  }

  @Override
  public boolean recognises(Head head) {
    String start = head.text().stripLeading();
    return start.startsWith("<")
        ? NAMESPACE.matcher(start).find() && head.has("<bom")
        : "CycloneDX".equals(JsonShape.of(head).text("/bomFormat"));
  }

  @Override
  public void read(InputStream in, Reading reading) throws IOException, MalformedImportException {
    Bom bom = new Bom();
    BufferedInputStream buffered = new BufferedInputStream(in, 1 << 16);
    String start = start(buffered);
    if (start.stripLeading().startsWith("<")) {
      Matcher version = NAMESPACE.matcher(start);
      if (version.find()) {
        bom.specVersion(version.group(1));
      }
      XmlInput.read(buffered, new BomXml(bom));
    } else {
      JsonInput.read(buffered, new BomJson(bom).handlers());
    }
    bom.tell(reading);
  }

  private static String start(BufferedInputStream in) throws IOException {
    in.mark(BEGINNING);
    String start = new String(in.readNBytes(BEGINNING), StandardCharsets.UTF_8);
    in.reset();
    return start.startsWith("\uFEFF") ? start.substring(1) : start;
  }
}
