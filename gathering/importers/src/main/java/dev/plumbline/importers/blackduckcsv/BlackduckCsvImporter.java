package dev.plumbline.importers.blackduckcsv;

import dev.plumbline.importers.shared.reading.Table;
import dev.plumbline.importers.shared.software.Vulnerabilities;
import dev.plumbline.importers.shared.software.Vulnerability;
import dev.plumbline.importing.Head;
import dev.plumbline.importing.Importer;
import dev.plumbline.importing.ImporterSpec;
import dev.plumbline.importing.MalformedImportException;
import dev.plumbline.importing.Reading;
import dev.plumbline.importing.ToolRun;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;

/** Reads the security report of Black Duck, a table without an end mark. */
public final class BlackduckCsvImporter implements Importer {
  @Override
  public ImporterSpec spec() {
    return ImporterSpec.load(BlackduckCsvImporter.class);
  }

  @Override
  public boolean recognises(Head head) {
    return Table.begins(
        head.text(),
        "Vulnerability id",
        "Vulnerability source",
        "Remediation status",
        "Security Risk");
  }

  @Override
  public void read(InputStream in, Reading reading) throws IOException, MalformedImportException {
    Vulnerabilities found = new Vulnerabilities();
    found.notWhole();
    Table.read(in, (row, line) -> found.add(vulnerability(row)));
    reading.ran(ToolRun.UNTOLD);
    found.tell(reading, "", "", -1);
  }

  /** Older reports name the component as the project. */
  private static Vulnerability vulnerability(Table.Row row) {
    return new Vulnerability(
        row.get("Vulnerability id"),
        row.get("Component name", "Project name"),
        row.get("Component version name", "Component origin version name", "Version"),
        row.get("Security Risk"),
        List.of(),
        row.get("Vulnerability source"),
        row.get("Remediation status").toLowerCase(Locale.ROOT));
  }
}
