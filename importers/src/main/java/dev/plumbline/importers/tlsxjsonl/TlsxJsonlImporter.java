package dev.plumbline.importers.tlsxjsonl;

import static dev.plumbline.importers.reading.Fields.text;
import static dev.plumbline.importers.reading.Fields.texts;

import dev.plumbline.dossier.Endpoint;
import dev.plumbline.importers.network.HeldFacts;
import dev.plumbline.importers.network.Ports;
import dev.plumbline.importers.reading.Fields;
import dev.plumbline.importers.tls.Certificates;
import dev.plumbline.importers.tls.SuiteFacts;
import dev.plumbline.importers.tls.TlsVersions;
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
            facts.undetermined("tls.versions", endpoint, "tlsx agreed on no version of TLS");
          } else {
            for (String version : TlsVersions.ALL) {
              suites.undecided(version, "tlsx does not tell refusal from silence");
            }
            suites.tell(facts, endpoint, false);
          }
        });
    tlsx.certificates.forEach(
        (endpoint, value) ->
            facts.seen(
                "tls.certificate",
                endpoint,
                value,
                Map.of("checkedOn", tlsx.at.map(Certificates::day).orElse("not told"))));
    facts.tell(reading);
    reading.ran(new ToolRun("", "", String.join(" ", tlsx.suites.keySet()), tlsx.at));
  }

  private static final class Tlsx {
    private final Reading reading;
    private final Map<String, SuiteFacts> suites = new LinkedHashMap<>();
    private final Map<String, Map<String, Object>> certificates = new LinkedHashMap<>();
    private Optional<Instant> at = Optional.empty();

    Tlsx(Reading reading) {
      this.reading = reading;
    }

    void line(JsonNode record, int line) throws MalformedImportException {
      if (!record.has("probe_status")) {
        throw new MalformedImportException("a line is no result of tlsx", line, 0);
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
      Optional<String> agreed = TlsVersions.label(text(record, "tls_version"));
      String cipher = text(record, "cipher");
      agreed.ifPresent(facts::accepts);
      if (agreed.isPresent() && !cipher.isEmpty()) {
        facts.suite(agreed.get(), cipher);
      }
      texts(record, "version_enum").forEach(v -> TlsVersions.label(v).ifPresent(facts::accepts));
      for (JsonNode row : record.path("cipher_enum")) {
        Optional<String> version = TlsVersions.label(text(row, "version"));
        for (JsonNode list : row.path("ciphers")) {
          texts(list).forEach(name -> version.ifPresent(v -> facts.suite(v, name)));
        }
      }
    }

    private void certificate(JsonNode record, String endpoint) {
      Optional<Map<String, Object>> copied =
          Certificates.parse(text(record, "certificate"))
              .filter(c -> at.isPresent())
              .flatMap(c -> Certificates.value(List.of(c), false, at.orElseThrow()));
      if (copied.isPresent()) {
        certificates.put(endpoint, copied.get());
        return;
      }
      if (text(record, "subject_dn").isEmpty()) {
        return;
      }
      Map<String, Object> value = new LinkedHashMap<>();
      value.put("subject", text(record, "subject_dn"));
      value.put("issuer", text(record, "issuer_dn"));
      value.put("names", texts(record, "subject_an"));
      value.put("notBefore", day(text(record, "not_before")));
      value.put("notAfter", day(text(record, "not_after")));
      value.put("sha256", text(record, "fingerprint_hash", "sha256"));
      value.put("selfSigned", Fields.flag(record, "self_signed"));
      List<String> faults =
          Stream.of("expired", "self_signed")
              .filter(f -> Fields.flag(record, f))
              .map(f -> f.replace('_', '-'))
              .toList();
      if (!faults.isEmpty()) {
        value.put("faults", faults);
      }
      certificates.put(endpoint, value);
    }

    private static String day(String moment) {
      return Fields.moment(moment).map(Certificates::day).orElse("");
    }
  }
}
