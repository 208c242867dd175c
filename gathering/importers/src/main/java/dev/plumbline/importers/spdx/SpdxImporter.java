package dev.plumbline.importers.spdx;

import dev.plumbline.importing.Head;
import dev.plumbline.importing.Importer;
import dev.plumbline.importing.ImporterSpec;
import dev.plumbline.importing.MalformedImportException;
import dev.plumbline.importing.Reading;
import dev.plumbline.importing.format.JsonInput;
import dev.plumbline.importing.format.JsonShape;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** Reads the packages of an SPDX document, in JSON or as tags and values. */
public final class SpdxImporter implements Importer {
  private static final int BEGINNING = 64;

  @Override
  public ImporterSpec spec() {
    return ImporterSpec.load(SpdxImporter.class);
  }

  @Override
  public boolean recognises(Head head) {
    String start = head.text().stripLeading();
    if (!start.startsWith("{")) {
      return SpdxTags.begins(start);
    }
    JsonShape shape = JsonShape.of(head);
    return shape.text("/spdxVersion").startsWith("SPDX-")
        || (shape.has("/@graph") && shape.text("/@context").contains("spdx.org/rdf/3"));
  }

  @Override
  public void read(InputStream in, Reading reading) throws IOException, MalformedImportException {
    SpdxDocument document = new SpdxDocument();
    BufferedInputStream buffered = new BufferedInputStream(in, 1 << 16);
    buffered.mark(BEGINNING);
    String start = new String(buffered.readNBytes(BEGINNING), StandardCharsets.UTF_8);
    buffered.reset();
    if (start.stripLeading().startsWith("{")) {
      JsonInput.read(buffered, new SpdxJson(document).handlers());
    } else {
      new SpdxTags(document).read(buffered);
    }
    document.tell(reading);
  }
}
