package dev.plumbline.capture;

import dev.plumbline.capture.fact.CaptureReading;
import dev.plumbline.capture.file.CaptureFile;
import dev.plumbline.importing.Head;
import dev.plumbline.importing.Importer;
import dev.plumbline.importing.ImporterSpec;
import dev.plumbline.importing.MalformedImportException;
import dev.plumbline.importing.Reading;
import java.io.IOException;
import java.io.InputStream;

/**
 * Network captures. A capture that is cut is read as far as it is whole, and its coverage says so:
 * what was seen was seen.
 */
public final class PcapImporter implements Importer {
  @Override
  public ImporterSpec spec() {
    return ImporterSpec.load(PcapImporter.class);
  }

  @Override
  public boolean recognises(Head head) {
    return CaptureFile.recognises(head.bytes());
  }

  @Override
  public void read(InputStream in, Reading reading) throws IOException, MalformedImportException {
    new CaptureReading(reading).read(in);
  }
}
