package dev.plumbline.importers.lynisreport;

import dev.plumbline.importers.shared.reading.Lines;
import dev.plumbline.importing.Head;
import dev.plumbline.importing.Importer;
import dev.plumbline.importing.ImporterSpec;
import dev.plumbline.importing.MalformedImportException;
import dev.plumbline.importing.Reading;
import java.io.IOException;
import java.io.InputStream;

/** Reads the report of a Lynis audit that ran on the device. */
public final class LynisReportImporter implements Importer {
  @Override
  public ImporterSpec spec() {
    return ImporterSpec.load(LynisReportImporter.class);
  }

  @Override
  public boolean recognises(Head head) {
    return head.text().startsWith("# Lynis Report")
        || head.has("\nlynis_version=", "report_datetime_start=");
  }

  @Override
  public void read(InputStream in, Reading reading) throws IOException, MalformedImportException {
    LynisReport report = new LynisReport();
    Lines.read(in, report::line);
    report.tell(reading);
  }
}
