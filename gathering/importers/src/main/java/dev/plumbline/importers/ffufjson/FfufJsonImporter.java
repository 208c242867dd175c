package dev.plumbline.importers.ffufjson;

import static dev.plumbline.importers.shared.reading.Fields.text;

import dev.plumbline.importers.shared.findings.EndpointFindings;
import dev.plumbline.importers.shared.findings.Finding;
import dev.plumbline.importers.shared.findings.Scopes;
import dev.plumbline.importers.shared.findings.Severity;
import dev.plumbline.importers.shared.findings.Tried;
import dev.plumbline.importers.shared.network.Commands;
import dev.plumbline.importers.shared.network.HeldFacts;
import dev.plumbline.importers.shared.reading.Fields;
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
import tools.jackson.databind.JsonNode;

/**
 * Reads the paths that ffuf found. It writes the same file when it is stopped early, so that
 * nothing follows from what is not in it.
 */
public final class FfufJsonImporter implements Importer {
  @Override
  public ImporterSpec spec() {
    return ImporterSpec.load(FfufJsonImporter.class);
  }

  @Override
  public boolean recognises(Head head) {
    return JsonShape.of(head).has("/commandline", "/time", "/config/url", "/results");
  }

  @Override
  public void read(InputStream in, Reading reading) throws IOException, MalformedImportException {
    Ffuf ffuf = new Ffuf(reading);
    JsonInput.read(
        in,
        Map.of(
            "/commandline", (part, line) -> ffuf.command = text(part),
            "/time", (part, line) -> ffuf.at = text(part),
            "/config/url", (part, line) -> ffuf.target = text(part),
            "/results/*", (part, line) -> ffuf.result(part)));
    if (ffuf.target.isEmpty()) {
      throw new MalformedImportException("it does not tell its target");
    }
    ffuf.tell();
  }

  private static final class Ffuf {
    private final Reading reading;
    private final EndpointFindings findings = new EndpointFindings();
    private String command = "";
    private String at = "";
    private String target = "";

    Ffuf(Reading reading) {
      this.reading = reading;
    }

    void result(JsonNode part) {
      String url = text(part, "url");
      Optional<String> subject = Scopes.ofUrl(reading, url);
      String title = "answers with status " + text(part, "status");
      Finding finding = new Finding("path", title, Severity.INFO, Scopes.where(url), List.of());
      subject.ifPresent(s -> findings.add(s, finding));
    }

    void tell() {
      HeldFacts facts = new HeldFacts();
      if (findings.isEmpty()) {
        Scopes.ofUrl(reading, target).ifPresent(findings::looked);
      }
      findings.tellUnfinished(
          facts,
          Tried.UNTOLD.scope("words that had an answer"),
          "ffuf does not tell whether it came to its end");
      facts.tell(reading);
      reading.ran(
          new ToolRun("", Commands.masked(command), target.split("\\?", 2)[0], Fields.moment(at)));
    }
  }
}
