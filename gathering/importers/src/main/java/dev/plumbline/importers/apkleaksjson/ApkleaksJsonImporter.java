package dev.plumbline.importers.apkleaksjson;

import static dev.plumbline.importers.shared.reading.Fields.text;

import dev.plumbline.importers.shared.findings.FileFindings;
import dev.plumbline.importers.shared.findings.Finding;
import dev.plumbline.importers.shared.findings.Severity;
import dev.plumbline.importers.shared.findings.Tried;
import dev.plumbline.importing.Head;
import dev.plumbline.importing.Importer;
import dev.plumbline.importing.ImporterSpec;
import dev.plumbline.importing.MalformedImportException;
import dev.plumbline.importing.Reading;
import dev.plumbline.importing.ToolRun;
import dev.plumbline.importing.format.JsonInput;
import dev.plumbline.importing.format.JsonShape;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Reads kinds of secrets that APKLeaks found in the app of the device; never what was found. */
public final class ApkleaksJsonImporter implements Importer {
  @Override
  public ImporterSpec spec() {
    return ImporterSpec.load(ApkleaksJsonImporter.class);
  }

  @Override
  public boolean recognises(Head head) {
    JsonShape shape = JsonShape.of(head);
    return shape.members().equals(Set.of("package", "results"))
        && (shape.has("/results/*/name", "/results/*/matches") || !shape.has("/results/*"));
  }

  @Override
  public void read(InputStream in, Reading reading) throws IOException, MalformedImportException {
    App app = new App();
    JsonInput.read(
        in, Map.of("/package", (part, line) -> app.name = text(part), "/results/*", app::result));
    if (app.name.isEmpty()) {
      throw new MalformedImportException("it does not name the app");
    }
    reading.ran(new ToolRun("", "", app.name, Optional.empty()));
    app.findings.tell(reading, Tried.UNTOLD.scope("patterns that matched, in the app " + app.name));
  }

  private static final class App {
    private final FileFindings findings = new FileFindings();
    private String name = "";

    void result(JsonNode part, int line) throws MalformedImportException {
      String kind = text(part, "name");
      if (kind.isEmpty()) {
        throw new MalformedImportException("a result has no name", line, 0);
      }
      findings.add(
          new Finding(
              kind,
              part.path("matches").size() + " matches in the app",
              Severity.UNKNOWN,
              "app",
              List.of()));
    }
  }
}
