package dev.plumbline.importers.tlsxjsonl;

import static dev.plumbline.importers.shared.reading.Fields.text;
import static dev.plumbline.importers.shared.reading.Fields.texts;

import dev.plumbline.dossier.Endpoint;
import dev.plumbline.importers.shared.network.HeldFacts;
import dev.plumbline.importers.shared.network.Ports;
import dev.plumbline.importers.shared.reading.Fields;
import dev.plumbline.importers.shared.tls.ReportedCertificate;
import dev.plumbline.importers.shared.tls.SuiteFacts;
import dev.plumbline.importers.shared.tls.VersionLabels;
import dev.plumbline.importing.Head;
import dev.plumbline.importing.ImportRefusal;
import dev.plumbline.importing.Importer;
import dev.plumbline.importing.ImporterSpec;
import dev.plumbline.importing.MalformedImportException;
import dev.plumbline.importing.Reading;
import dev.plumbline.importing.ToolRun;
import dev.plumbline.importing.format.JsonInput;
import dev.plumbline.importing.format.JsonShape;
import dev.plumbline.observation.tls.TlsCertificate;
import dev.plumbline.observation.tls.TlsVersions;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * Reads the lines of tlsx. It lists what it agreed on and does not tell refusal from silence, so
 * that nothing follows from what is not there.
 */
public final class TlsxJsonlImporter implements Importer {
  private static final ImporterSpec SPEC = ImporterSpec.load(TlsxJsonlImporter.class);

  @Override
  public ImporterSpec spec() {
    return SPEC;
  }

  @Override
  public boolean recognises(Head head) {
    return JsonShape.of(head).has("/timestamp", "/host", "/port", "/probe_status");
  }

  @Override
  public void read(InputStream in, Reading reading) throws IOException, MalformedImportException {
    Tlsx tlsx = new Tlsx(reading);
    JsonInput.read(in, Map.of("", tlsx::line));
    HeldFacts facts = new HeldFacts();
    tlsx.suites.forEach(
        (endpoint, suites) -> {
          if (suites.isEmpty()) {
            facts.undetermined(TlsVersions.class, endpoint, "tlsx agreed on no version of TLS");
          } else {
            for (String version : VersionLabels.ALL) {
              suites.undecided(version, "tlsx does not tell refusal from silence");
            }
            suites.tell(facts, endpoint, false);
          }
        });
    tlsx.certificates.forEach((endpoint, c) -> ReportedCertificate.tell(facts, endpoint, c, false));
    facts.tell(reading);
    reading.ran(new ToolRun("", "", String.join(" ", tlsx.suites.keySet()), tlsx.at));
  }

  private static final class Tlsx {
    private final Reading reading;
    private final Map<String, SuiteFacts> suites = new LinkedHashMap<>();
    private final Map<String, TlsCertificate> certificates = new LinkedHashMap<>();
    private Optional<Instant> at = Optional.empty();

    Tlsx(Reading reading) {
      this.reading = reading;
    }

    void line(JsonNode record, int line) throws MalformedImportException {
      if (!record.has("probe_status")) {
        throw new MalformedImportException(
            ImportRefusal.MALFORMED, "a line is no result of tlsx", line, 0);
      }
      String ip = text(record, "ip");
      String host = ip.isEmpty() ? text(record, "host") : ip;
      if (!reading.ofDevice(host)) {
        return;
      }
      int port = Ports.port(text(record, "port"));
      if (port == 0) {
        reading.leftOut("a line without a port", line);
        return;
      }
      Optional<Instant> moment = Fields.moment(text(record, "timestamp"));
      at = moment.isPresent() ? moment : at;
      String endpoint = Endpoint.tcp(host, port).toString();
      SuiteFacts facts = suites.computeIfAbsent(endpoint, e -> new SuiteFacts());
      if (Fields.flag(record, "probe_status")) {
        versions(record, facts);
        certificate(record, endpoint);
      }
    }

    private static void versions(JsonNode record, SuiteFacts facts) {
      Optional<String> agreed = VersionLabels.label(text(record, "tls_version"));
      String cipher = text(record, "cipher");
      agreed.ifPresent(facts::accepts);
      if (agreed.isPresent() && !cipher.isEmpty()) {
        facts.suite(agreed.get(), cipher);
      }
      texts(record, "version_enum").forEach(v -> VersionLabels.label(v).ifPresent(facts::accepts));
      for (JsonNode row : record.path("cipher_enum")) {
        Optional<String> version = VersionLabels.label(text(row, "version"));
        for (JsonNode list : row.path("ciphers")) {
          texts(list).forEach(name -> version.ifPresent(v -> facts.suite(v, name)));
        }
      }
    }

    private void certificate(JsonNode record, String endpoint) {
      String seen = at.map(ReportedCertificate::day).orElse("not told");
      Optional<TlsCertificate> copied =
          ReportedCertificate.parse(text(record, "certificate"))
              .filter(c -> at.isPresent())
              .flatMap(c -> ReportedCertificate.fact(List.of(c), false, at.orElseThrow(), seen));
      if (copied.isPresent()) {
        certificates.put(endpoint, copied.get());
        return;
      }
      if (text(record, "subject_dn").isEmpty()) {
        return;
      }
      List<String> faults =
          Stream.of("expired", "self_signed")
              .filter(f -> Fields.flag(record, f))
              .map(f -> f.replace('_', '-'))
              .toList();
      certificates.put(
          endpoint,
          new TlsCertificate(
              text(record, "subject_dn"),
              text(record, "issuer_dn"),
              texts(record, "subject_an"),
              day(text(record, "not_before")),
              day(text(record, "not_after")),
              Optional.empty(),
              Optional.empty(),
              Optional.empty(),
              Fields.flag(record, "self_signed"),
              Optional.empty(),
              text(record, "fingerprint_hash", "sha256"),
              Optional.empty(),
              faults,
              Optional.empty(),
              seen));
    }

    private static String day(String moment) {
      return Fields.moment(moment).map(ReportedCertificate::day).orElse("");
    }
  }
}
