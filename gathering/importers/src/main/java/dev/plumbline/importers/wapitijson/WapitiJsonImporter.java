package dev.plumbline.importers.wapitijson;

import dev.plumbline.importers.shared.findings.FindingsImporter;
import dev.plumbline.importers.shared.findings.ScanReport;
import dev.plumbline.importers.shared.reading.Beginning;
import dev.plumbline.importing.Head;
import dev.plumbline.importing.MalformedImportException;
import dev.plumbline.importing.format.JsonShape;
import java.io.IOException;
import java.io.InputStream;

/** Reads the findings of Wapiti, whose target stands at the end of its file. */
public final class WapitiJsonImporter extends FindingsImporter {
  @Override
  public boolean recognises(Head head) {
    if (head.text().stripLeading().startsWith("<")) {
      return head.has("<report", "<report_infos>", "generatorName") && head.has("apiti");
    }
    JsonShape shape = JsonShape.of(head);
    return shape.has("/vulnerabilities", "/anomalies")
        || shape.has("/classifications", "/vulnerabilities")
        || shape.has("/infos/target", "/vulnerabilities");
  }

  @Override
  protected void read(InputStream in, ScanReport report)
      throws IOException, MalformedImportException {
    Beginning beginning = Beginning.of(in);
    Wapiti wapiti = new Wapiti(report);
    if (beginning.startsWith('<')) {
      new WapitiXml(wapiti).read(beginning.file());
    } else {
      WapitiJson.read(beginning.file(), wapiti);
    }
    wapiti.finish();
  }
}
