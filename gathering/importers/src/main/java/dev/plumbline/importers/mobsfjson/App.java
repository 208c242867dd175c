package dev.plumbline.importers.mobsfjson;

import dev.plumbline.importers.shared.reading.Fields;
import dev.plumbline.importers.shared.reading.Texts;
import dev.plumbline.importing.Kept;
import dev.plumbline.importing.Reading;
import dev.plumbline.observation.app.AppScan;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;

/**
 * What a report says of an app. Sections are lists or objects, as the versions of MobSF have it:
 * what has another form counts as held and not kept.
 */
final class App {
  /** Reads one section of the report. */
  interface Section {
    void into(App app, JsonNode part);
  }

  static final Map<String, Section> SECTIONS =
      Map.ofEntries(
          Map.entry("permissions", App::permissions),
          Map.entry("trackers", App::trackers),
          Map.entry(
              "certificate_analysis",
              (app, part) -> app.each(part, "certificate_findings", app::certificate)),
          Map.entry(
              "manifest_analysis",
              (app, part) -> app.each(part, "manifest_findings", app::manifest)),
          Map.entry(
              "network_security", (app, part) -> app.each(part, "network_findings", app::network)),
          Map.entry("ats_analysis", (app, part) -> app.each(part, "ats_findings", app::transport)),
          Map.entry("code_analysis", (app, part) -> app.rules(part, "code")),
          Map.entry("binary_analysis", App::binaries),
          Map.entry("macho_analysis", (app, part) -> app.hardening(part)),
          Map.entry("dylib_analysis", (app, part) -> part.forEach(app::hardening)),
          Map.entry("framework_analysis", (app, part) -> part.forEach(app::hardening)),
          Map.entry("file_analysis", (app, part) -> part.forEach(app::file)),
          Map.entry("firebase_urls", (app, part) -> part.forEach(app::database)));

  /** Severities of what a binary lacks; "info" says that it has it. */
  private static final Set<String> LACKING = Set.of("high", "warning", "medium");

  private static final Set<String> SUMMARIES =
      Set.of(
          "findings",
          "summary",
          "certificate_info",
          "certificate_summary",
          "manifest_summary",
          "network_summary",
          "ats_summary",
          "certificate_status",
          "description");

  private final Map<String, String> texts = new HashMap<>();
  private final Kept<AppScan.Finding> findings = new Kept<>();
  private final List<String> permissions = new ArrayList<>();
  private final List<String> trackers = new ArrayList<>();
  private long held;
  private long read;
  private long known;
  long secrets;

  void text(String name, String value) {
    texts.put(name, value);
  }

  String text(String name) {
    return texts.getOrDefault(name, "");
  }

  private void permissions(JsonNode part) {
    if (!part.isObject() && !part.isEmpty()) {
      held += part.size();
      return;
    }
    for (Map.Entry<String, JsonNode> one : part.properties()) {
      if ("dangerous".equals(Fields.text(one.getValue(), "status"))) {
        permissions.add(one.getKey());
      }
    }
  }

  private void trackers(JsonNode part) {
    part.path("trackers").forEach(t -> trackers.addAll(t.propertyNames()));
    known = Fields.number(part, "total_trackers").orElse(0);
  }

  /** Findings that are a list, or a list in an object with a summary. */
  private void each(JsonNode part, String name, Consumer<JsonNode> taker) {
    JsonNode list = part.isArray() ? part : part.path(name);
    if (!list.isArray() && part.isObject()) {
      other(part);
    }
    list.forEach(taker);
  }

  /** Members that are no summary are findings in a form that is not known. */
  private void other(JsonNode part) {
    held += part.propertyNames().stream().filter(n -> !SUMMARIES.contains(n)).count();
  }

  private void certificate(JsonNode part) {
    finding(
        "certificate",
        Fields.text(part.path(0)),
        Fields.text(part.path(2)),
        Fields.text(part.path(1)));
  }

  private void manifest(JsonNode part) {
    String name = Fields.first(part, "name", "title");
    String text = name.isEmpty() ? Fields.first(part, "description", "desc") : name;
    String rule = Fields.first(part, "rule", "title");
    finding("manifest", Fields.first(part, "severity", "stat"), rule, text);
  }

  private void network(JsonNode part) {
    String scope = String.join(" ", Fields.texts(part, "scope"));
    finding("network", Fields.text(part, "severity"), scope, Fields.text(part, "description"));
  }

  private void transport(JsonNode part) {
    finding(
        "network",
        Fields.first(part, "severity", "status"),
        Fields.text(part, "issue"),
        Fields.text(part, "description"));
  }

  /** Rules by their names, in an object of their own since MobSF 3.8. */
  private void rules(JsonNode part, String area) {
    JsonNode all = part.path("findings").isObject() ? part.path("findings") : part;
    for (Map.Entry<String, JsonNode> one : all.properties()) {
      JsonNode body = one.getValue();
      JsonNode says = body.path("metadata").isObject() ? body.path("metadata") : body;
      String text = Fields.first(says, "description", "detailed_desc");
      if (!text.isEmpty()) {
        finding(area, Fields.text(says, "severity"), one.getKey(), text);
      } else if (!SUMMARIES.contains(one.getKey())) {
        held++;
      }
    }
  }

  /** Rules for the binary of an iOS app, or how each library of an Android app is built. */
  private void binaries(JsonNode part) {
    if (part.isArray()) {
      part.forEach(this::hardening);
    } else {
      rules(part, "binary");
    }
  }

  private void hardening(JsonNode binary) {
    String name = Fields.text(binary, "name");
    for (Map.Entry<String, JsonNode> one : binary.properties()) {
      String severity = Fields.text(one.getValue(), "severity");
      if (LACKING.contains(severity)) {
        String text = Fields.text(one.getValue(), "description");
        finding("binary", severity, one.getKey(), name.isEmpty() ? text : name + ": " + text);
      }
    }
  }

  private void file(JsonNode part) {
    List<String> files = new ArrayList<>();
    for (JsonNode file : part.path("files")) {
      files.add(file.isObject() ? Fields.text(file, "file_path") : Fields.text(file));
    }
    finding("files", "", Fields.first(part, "finding", "issue"), String.join(" ", files));
  }

  private void database(JsonNode part) {
    if (Fields.flag(part, "open")) {
      finding("firebase", "high", "open database", Fields.text(part, "url"));
    }
  }

  private void finding(String area, String severity, String rule, String text) {
    held++;
    if (rule.isEmpty() && text.isEmpty()) {
      return;
    }
    read++;
    findings.add(
        new AppScan.Finding(area, Texts.some(severity), Texts.some(rule), Texts.some(text)));
  }

  void tell(Reading reading) {
    long lost = held - read + findings.count() - findings.all().size();
    reading.counted("findings", held, held - lost);
    reading.seen(
        "DUT",
        new AppScan(
            Texts.some(text("package_name").isEmpty() ? text("bundle_id") : text("package_name")),
            Texts.some(text("version_name").isEmpty() ? text("app_version") : text("version_name")),
            findings.all(),
            permissions.stream().limit(500).toList(),
            trackers.stream().limit(500).toList(),
            secrets,
            Texts.some(text("file_name")),
            Texts.some(text("sha256")),
            Optional.of(known),
            lost == 0));
  }
}
