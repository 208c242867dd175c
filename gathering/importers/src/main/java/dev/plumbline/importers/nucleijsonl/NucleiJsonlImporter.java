package dev.plumbline.importers.nucleijsonl;

import static dev.plumbline.importers.shared.reading.Fields.first;
import static dev.plumbline.importers.shared.reading.Fields.text;
import static dev.plumbline.importers.shared.reading.Fields.texts;

import dev.plumbline.dossier.Endpoint;
import dev.plumbline.importers.shared.findings.FindingsImporter;
import dev.plumbline.importers.shared.findings.ScanReport;
import dev.plumbline.importers.shared.findings.ScannerFinding;
import dev.plumbline.importers.shared.findings.ScannerSeverity;
import dev.plumbline.importers.shared.findings.Scopes;
import dev.plumbline.importers.shared.findings.Tried;
import dev.plumbline.importers.shared.network.Urls;
import dev.plumbline.importers.shared.reading.Fields;
import dev.plumbline.importing.Head;
import dev.plumbline.importing.ImportRefusal;
import dev.plumbline.importing.MalformedImportException;
import dev.plumbline.importing.ToolRun;
import dev.plumbline.importing.format.JsonInput;
import dev.plumbline.importing.format.JsonShape;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/**
 * Reads the lines of nuclei. Only with {@code -matcher-status} do they say what was tried without a
 * match; otherwise nothing follows from what is not there.
 */
public final class NucleiJsonlImporter extends FindingsImporter {
  @Override
  public boolean recognises(Head head) {
    return JsonShape.of(head).has("/template-id", "/info/severity", "/host")
        || JsonShape.of(head).has("/*/template-id", "/*/info/severity", "/*/host");
  }

  @Override
  protected void read(InputStream in, ScanReport report)
      throws IOException, MalformedImportException {
    Nuclei nuclei = new Nuclei(report);
    JsonInput.read(
        in,
        Map.of(
            "",
            (part, line) -> {
              if (part.isArray()) {
                for (JsonNode record : part) {
                  nuclei.record(record, line);
                }
              } else {
                nuclei.record(part, line);
              }
            }));
    nuclei.finish();
  }

  private static final class Nuclei {
    private final ScanReport report;
    private final Set<String> templates = new TreeSet<>();
    private Optional<Instant> at = Optional.empty();
    private boolean misses;

    Nuclei(ScanReport report) {
      this.report = report;
    }

    void record(JsonNode part, int line) throws MalformedImportException {
      String template = text(part, "template-id");
      if (template.isEmpty()) {
        throw new MalformedImportException(
            ImportRefusal.MALFORMED, "a line is no result of nuclei", line, 0);
      }
      Optional<Instant> moment = Fields.moment(text(part, "timestamp"));
      at = moment.isPresent() ? moment : at;
      Optional<String> subject = subject(part);
      if (subject.isEmpty()) {
        return;
      }
      templates.add(template);
      report.looked(subject.get());
      if (part.path("matcher-status").isBoolean() && !Fields.flag(part, "matcher-status")) {
        misses = true;
        return;
      }
      List<String> references = new ArrayList<>();
      references.addAll(texts(part, "info", "classification", "cve-id"));
      references.addAll(texts(part, "info", "classification", "cwe-id"));
      references.addAll(texts(part, "info", "reference"));
      String matcher = text(part, "matcher-name");
      report.add(
          subject.get(),
          new ScannerFinding(
              matcher.isEmpty() ? template : template + ":" + matcher,
              text(part, "info", "name"),
              ScannerSeverity.of(text(part, "info", "severity")),
              Scopes.where(text(part, "matched-at")),
              references));
    }

    /** The first of the fields that names a host and a port, with the address where it is told. */
    private Optional<String> subject(JsonNode part) {
      String ip = text(part, "ip");
      for (String name : List.of("matched-at", "url", "host")) {
        String written = text(part, name);
        Optional<Urls> url = Urls.parse(written.contains("://") ? written : "tcp://" + written);
        if (url.isPresent() && url.get().port() > 0) {
          String address = ip.isEmpty() ? url.get().host() : ip;
          return report.ofDevice(address)
              ? Optional.of(Endpoint.tcp(address, url.get().port()).toString())
              : Optional.empty();
        }
      }
      String address = ip.isEmpty() ? first(part, "host") : ip;
      return report.ofDevice(address) ? Optional.of("address/" + address) : Optional.empty();
    }

    void finish() {
      report.tried(
          misses
              ? Tried.UNTOLD
                  .templates(templates.size())
                  .scope("templates with a line, matching or not")
              : Tried.UNTOLD.scope("templates that matched; the others are not told"));
      report.ran(new ToolRun("", "", "", at));
    }
  }
}
