package dev.plumbline.importers.sslyzejson;

import static dev.plumbline.importers.shared.reading.Fields.at;
import static dev.plumbline.importers.shared.reading.Fields.text;

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
import dev.plumbline.observation.tls.TlsVersions;
import java.io.IOException;
import java.io.InputStream;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Reads the results of SSLyze; a part of a scan that failed or was not asked for tells nothing. */
public final class SslyzeJsonImporter implements Importer {
  private static final ImporterSpec SPEC = ImporterSpec.load(SslyzeJsonImporter.class);

  @Override
  public ImporterSpec spec() {
    return SPEC;
  }

  @Override
  public boolean recognises(Head head) {
    return JsonShape.of(head).has("/server_scan_results/*/server_location/port");
  }

  @Override
  public void read(InputStream in, Reading reading) throws IOException, MalformedImportException {
    Sslyze sslyze = new Sslyze(reading);
    JsonInput.read(
        in,
        Map.of(
            "/server_scan_results/*", sslyze::server,
            "/sslyze_version", (part, line) -> sslyze.version = text(part),
            "/date_scans_started", (part, line) -> sslyze.at = moment(text(part))));
    if (sslyze.version.isEmpty()) {
      throw new MalformedImportException(
          ImportRefusal.OTHER_FORMAT, "it does not name the SSLyze that wrote it");
    }
    for (JsonNode server : sslyze.ours) {
      tell(server, sslyze.at, sslyze.facts);
    }
    sslyze.facts.tell(reading);
    reading.ran(new ToolRun(sslyze.version, "", String.join(" ", sslyze.targets), sslyze.at));
  }

  /** SSLyze writes UTC without an offset. */
  private static Optional<Instant> moment(String text) {
    Optional<Instant> whole = Fields.moment(text);
    return whole.isPresent() ? whole : Fields.moment(text + "Z");
  }

  private static final class Sslyze {
    private final Reading reading;
    private final HeldFacts facts = new HeldFacts();
    private final List<JsonNode> ours = new ArrayList<>();
    private final List<String> targets = new ArrayList<>();
    private String version = "";
    private Optional<Instant> at = Optional.empty();

    Sslyze(Reading reading) {
      this.reading = reading;
    }

    void server(JsonNode part, int line) {
      JsonNode location = part.path("server_location");
      String address = text(location, "ip_address");
      String host = address.isEmpty() ? text(location, "hostname") : address;
      if (!reading.ofDevice(host)) {
        return;
      }
      if (Ports.port(text(location, "port")) == 0) {
        reading.leftOut("a server without a port", line);
        return;
      }
      targets.add(host + ":" + text(location, "port"));
      ours.add(part);
    }
  }

  private static void tell(JsonNode server, Optional<Instant> at, HeldFacts facts) {
    JsonNode location = server.path("server_location");
    String address = text(location, "ip_address");
    String host = address.isEmpty() ? text(location, "hostname") : address;
    String subject = Endpoint.tcp(host, Ports.port(text(location, "port"))).toString();
    if (!text(server, "scan_status").equals("COMPLETED")) {
      facts.undetermined(TlsVersions.class, subject, "SSLyze could not connect");
      return;
    }
    JsonNode scan = server.path("scan_result");
    SuiteFacts suites = new SuiteFacts();
    for (String version : VersionLabels.ALL) {
      version(version, scan, suites);
    }
    weaknesses(scan, suites);
    for (JsonNode curve : at(scan, "elliptic_curves", "result", "supported_curves")) {
      String name = text(curve, "name").toLowerCase(Locale.ROOT);
      suites.group(name.equals("prime256v1") ? "secp256r1" : name);
    }
    suites.tell(facts, subject, suites.isWhole());
    certificates(scan, at, subject, facts);
  }

  private static void version(String version, JsonNode scan, SuiteFacts suites) {
    String name =
        version
                .toLowerCase(Locale.ROOT)
                .replace("sslv2", "ssl_2_0")
                .replace("sslv3", "ssl_3_0")
                .replace("tlsv", "tls_")
                .replace('.', '_')
            + "_cipher_suites";
    JsonNode part = scan.path(name);
    if (!text(part, "status").equals("COMPLETED")) {
      suites.undecided(version, "SSLyze did not test it");
      return;
    }
    JsonNode accepted = at(part, "result", "accepted_cipher_suites");
    if (accepted.isEmpty()) {
      if (part.path("result").path("is_tls_version_supported").asBoolean(false)) {
        suites.accepts(version);
      } else {
        suites.refuses(version);
      }
    }
    for (JsonNode suite : accepted) {
      suites.suite(version, text(suite, "cipher_suite", "name"));
      String bits = text(suite, "ephemeral_key", "size");
      if (text(suite, "ephemeral_key", "type_name").equals("DH") && bits.matches("\\d{1,6}")) {
        suites.field(Integer.parseInt(bits));
      }
    }
  }

  private static void weaknesses(JsonNode scan, SuiteFacts suites) {
    flag(scan, suites, "tls_compression", "supports_compression", "compression", true);
    flag(scan, suites, "tls_fallback_scsv", "supports_fallback_scsv", "no-fallback-scsv", false);
    flag(
        scan,
        suites,
        "session_renegotiation",
        "supports_secure_renegotiation",
        "no-secure-renegotiation",
        false);
    flag(
        scan,
        suites,
        "session_renegotiation",
        "is_vulnerable_to_client_renegotiation_dos",
        "client-renegotiation",
        true);
  }

  private static void flag(
      JsonNode scan, SuiteFacts suites, String part, String name, String weakness, boolean bad) {
    JsonNode flag = at(scan, part, "result", name);
    if (text(scan, part, "status").equals("COMPLETED") && flag.isBoolean()) {
      suites.weakness(weakness, flag.booleanValue() == bad);
    }
  }

  private static void certificates(
      JsonNode scan, Optional<Instant> at, String subject, HeldFacts facts) {
    JsonNode deployments = at(scan, "certificate_info", "result", "certificate_deployments");
    List<X509Certificate> chain = new ArrayList<>();
    int shown = 0;
    for (JsonNode certificate : deployments.path(0).path("received_certificate_chain")) {
      shown++;
      ReportedCertificate.parse(text(certificate, "as_pem")).ifPresent(chain::add);
    }
    if (chain.isEmpty() || at.isEmpty()) {
      return;
    }
    boolean all = deployments.size() == 1 && chain.size() == shown;
    ReportedCertificate.fact(chain, all, at.get(), ReportedCertificate.day(at.get()))
        .ifPresent(c -> ReportedCertificate.tell(facts, subject, c, all));
  }
}
