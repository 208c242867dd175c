package dev.plumbline.importers.shared.findings;

import dev.plumbline.importing.Importer;
import dev.plumbline.importing.ImporterSpec;
import dev.plumbline.importing.MalformedImportException;
import dev.plumbline.importing.Reading;
import java.io.IOException;
import java.io.InputStream;

/**
 * Reads the file of a tool that reports findings. An importer says which part of the file is which
 * finding; what is kept, counted and recorded is the same for all of them: {@link ScanReport}.
 */
public abstract class FindingsImporter implements Importer {
  @Override
  public final ImporterSpec spec() {
    return ImporterSpec.load(getClass());
  }

  @Override
  public final void read(InputStream in, Reading reading)
      throws IOException, MalformedImportException {
    ScanReport report = new ScanReport(reading);
    read(in, report);
    report.record();
  }

  /**
   * Reads the file to its end.
   *
   * @param in the file from its beginning; not closed here
   * @throws MalformedImportException if the file is not what it claims to be, or ends early
   */
  protected abstract void read(InputStream in, ScanReport report)
      throws IOException, MalformedImportException;
}
