package dev.plumbline.importers.gitleaksjson;

import static dev.plumbline.importers.shared.reading.Fields.number;
import static dev.plumbline.importers.shared.reading.Fields.text;

import dev.plumbline.importers.shared.software.SoftwareSecrets;
import dev.plumbline.importing.Head;
import dev.plumbline.importing.ImportRefusal;
import dev.plumbline.importing.Importer;
import dev.plumbline.importing.ImporterSpec;
import dev.plumbline.importing.MalformedImportException;
import dev.plumbline.importing.Reading;
import dev.plumbline.importing.ToolRun;
import dev.plumbline.importing.format.JsonInput;
import dev.plumbline.importing.format.JsonShape;
import java.io.IOException;
import java.io.InputStream;

/** Reads kinds and places of the secrets that Gitleaks found. */
public final class GitleaksJsonImporter implements Importer {
  @Override
  public ImporterSpec spec() {
    return ImporterSpec.load(GitleaksJsonImporter.class);
  }

  @Override
  public boolean recognises(Head head) {
    if ("[]".equals(head.text().strip())) {
      return head.name().contains("gitleaks");
    }
    return JsonShape.of(head).has("/*/RuleID", "/*/Secret", "/*/StartLine", "/*/File");
  }

  @Override
  public void read(InputStream in, Reading reading) throws IOException, MalformedImportException {
    SoftwareSecrets secrets = new SoftwareSecrets();
    JsonInput.readList(
        in,
        (part, line) -> {
          if (text(part, "RuleID").isEmpty()) {
            throw new MalformedImportException(
                ImportRefusal.MALFORMED, "a finding names no rule", line, 0);
          }
          secrets.add(
              text(part, "RuleID"),
              text(part, "File"),
              number(part, "StartLine"),
              "",
              text(part, "Secret"));
        });
    reading.ran(ToolRun.UNTOLD);
    secrets.tell(reading, "", "gitleaks");
  }
}
