package dev.plumbline.importers.matterpics;

import dev.plumbline.importers.shared.reading.Beginning;
import dev.plumbline.importing.Head;
import dev.plumbline.importing.ImportRefusal;
import dev.plumbline.importing.Importer;
import dev.plumbline.importing.ImporterSpec;
import dev.plumbline.importing.MalformedImportException;
import dev.plumbline.importing.Reading;
import dev.plumbline.importing.ToolRun;
import java.io.IOException;
import java.io.InputStream;

/**
 * Reads the conformance statement (PICS) with which a product was or is certified for Matter: the
 * XML files of the Connectivity Standards Alliance, a zip archive of them, or the plain form of the
 * test harness.
 */
public final class MatterPicsImporter implements Importer {
  private static final ImporterSpec SPEC = ImporterSpec.load(MatterPicsImporter.class);

  @Override
  public ImporterSpec spec() {
    return SPEC;
  }

  @Override
  public boolean recognises(Head head) {
    return PicsXml.begins(head.text()) || PicsText.begins(head) || PicsArchive.recognises(head);
  }

  @Override
  public void read(InputStream in, Reading reading) throws IOException, MalformedImportException {
    Beginning beginning = Beginning.of(in);
    PicsItems items = new PicsItems();
    boolean ended = true;
    if (beginning.text().startsWith("PK")) {
      PicsArchive.read(beginning.file(), items, reading);
    } else if (beginning.text().stripLeading().startsWith("<")) {
      PicsXml.read(beginning.file(), items, reading);
    } else {
      PicsText.read(beginning.file(), items, reading);
      ended = false;
    }
    if (items.isEmpty()) {
      throw new MalformedImportException(ImportRefusal.EMPTY, "it has no item");
    }
    reading.ran(ToolRun.UNTOLD);
    items.tell(reading, ended);
  }
}
