package dev.plumbline.importers.mobsfjson;

import static dev.plumbline.importers.shared.reading.Fields.number;

import dev.plumbline.importers.shared.reading.Fields;
import dev.plumbline.importers.shared.reading.Texts;
import dev.plumbline.importing.Head;
import dev.plumbline.importing.Importer;
import dev.plumbline.importing.ImporterSpec;
import dev.plumbline.importing.Kept;
import dev.plumbline.importing.MalformedImportException;
import dev.plumbline.importing.Reading;
import dev.plumbline.importing.ToolRun;
import dev.plumbline.importing.format.JsonInput;
import dev.plumbline.importing.format.JsonShape;
import dev.plumbline.observation.app.AppScan;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Reads what MobSF found in the app that belongs to the device. */
public final class MobsfJsonImporter implements Importer {
  @Override
  public ImporterSpec spec() {
    return ImporterSpec.load(MobsfJsonImporter.class);
  }

  @Override
  public boolean recognises(Head head) {
    JsonShape shape = JsonShape.of(head);
    return shape.has("/app_name", "/file_name", "/sha256")
        && (shape.has("/package_name") || shape.has("/bundle_id"));
  }

  @Override
  public void read(InputStream in, Reading reading) throws IOException, MalformedImportException {
    App app = new App();
    Map<String, JsonInput.Handler> handlers = new HashMap<>();
    for (String name :
        List.of(
            "version",
            "app_name",
            "file_name",
            "package_name",
            "bundle_id",
            "version_name",
            "app_version",
            "sha256",
            "timestamp")) {
      handlers.put("/" + name, (part, line) -> app.texts.put(name, Fields.text(part)));
    }
    handlers.put("/permissions", (part, line) -> app.permissions(part));
    handlers.put("/secrets/*", (part, line) -> app.secrets++);
    handlers.put("/trackers/trackers/*", (part, line) -> app.trackers.addAll(part.propertyNames()));
    handlers.put("/trackers/total_trackers", (part, line) -> app.known = number(part).orElse(0));
    handlers.put(
        "/certificate_analysis/certificate_findings/*", (part, line) -> app.certificate(part));
    handlers.put("/manifest_analysis/manifest_findings/*", (part, line) -> app.manifest(part));
    handlers.put("/network_security/network_findings/*", (part, line) -> app.network(part));
    handlers.put("/code_analysis/findings", (part, line) -> app.code(part));
    JsonInput.read(in, handlers);
    if (app.text("sha256").isEmpty()) {
      throw new MalformedImportException("it does not name the app's digest");
    }
    reading.ran(
        new ToolRun(
            app.text("version").replaceFirst("^v", ""),
            "",
            app.text("file_name"),
            Optional.empty()));
    app.tell(reading);
  }

  private static final class App {
    private final Map<String, String> texts = new HashMap<>();
    private final Kept<AppScan.Finding> findings = new Kept<>();
    private final List<String> permissions = new ArrayList<>();
    private final List<String> trackers = new ArrayList<>();
    private long secrets;
    private long known;

    String text(String name) {
      return texts.getOrDefault(name, "");
    }

    void permissions(JsonNode part) {
      for (Map.Entry<String, JsonNode> one : part.properties()) {
        if ("dangerous".equals(Fields.text(one.getValue(), "status"))) {
          permissions.add(one.getKey());
        }
      }
    }

    void certificate(JsonNode part) {
      finding(
          "certificate",
          Fields.text(part.path(0)),
          Fields.text(part.path(2)),
          Fields.text(part.path(1)));
    }

    void manifest(JsonNode part) {
      finding(
          "manifest",
          Fields.text(part, "severity"),
          Fields.text(part, "rule"),
          Fields.text(part, "name"));
    }

    void network(JsonNode part) {
      String scope = String.join(" ", Fields.texts(part, "scope"));
      finding("network", Fields.text(part, "severity"), scope, Fields.text(part, "description"));
    }

    void code(JsonNode part) {
      for (Map.Entry<String, JsonNode> one : part.properties()) {
        JsonNode metadata = one.getValue().path("metadata");
        finding(
            "code",
            Fields.text(metadata, "severity"),
            one.getKey(),
            Fields.text(metadata, "description"));
      }
    }

    private void finding(String area, String severity, String rule, String text) {
      findings.add(
          new AppScan.Finding(area, Texts.some(severity), Texts.some(rule), Texts.some(text)));
    }

    void tell(Reading reading) {
      reading.seen(
          "DUT",
          new AppScan(
              Texts.some(text("package_name").isEmpty() ? text("bundle_id") : text("package_name")),
              Texts.some(
                  text("version_name").isEmpty() ? text("app_version") : text("version_name")),
              findings.all(),
              permissions.stream().limit(500).toList(),
              trackers.stream().limit(500).toList(),
              secrets,
              Texts.some(text("file_name")),
              Texts.some(text("sha256")),
              Optional.of(known),
              findings.complete()));
    }
  }
}
