package dev.plumbline.importers.shodanhostjson;

import static dev.plumbline.importers.shared.reading.Fields.text;
import static dev.plumbline.importers.shared.reading.Fields.texts;

import dev.plumbline.dossier.Endpoint;
import dev.plumbline.importers.shared.findings.EndpointFindings;
import dev.plumbline.importers.shared.findings.ScannerFinding;
import dev.plumbline.importers.shared.findings.ScannerSeverity;
import dev.plumbline.importers.shared.findings.Tried;
import dev.plumbline.importers.shared.network.HeldFacts;
import dev.plumbline.importers.shared.network.HeldScans;
import dev.plumbline.importers.shared.network.Ports;
import dev.plumbline.importers.shared.reading.Fields;
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
import dev.plumbline.observation.network.ServiceIdentified;
import dev.plumbline.observation.network.TcpOpenPorts;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * Reads what Shodan saw of a host from the Internet. It lists what answered and not what it asked:
 * nothing follows from what is not there.
 */
public final class ShodanHostJsonImporter implements Importer {
  private static final ImporterSpec SPEC = ImporterSpec.load(ShodanHostJsonImporter.class);
  private static final Set<String> PROTOCOLS =
      Set.of("http", "ssh", "telnet", "ftp", "smtp", "mqtt", "rtsp", "upnp", "dns");

  @Override
  public ImporterSpec spec() {
    return SPEC;
  }

  @Override
  public boolean recognises(Head head) {
    JsonShape shape = JsonShape.of(head);
    return shape.has("/ip_str", "/ports") && (shape.has("/data") || shape.has("/last_update"));
  }

  @Override
  public void read(InputStream in, Reading reading) throws IOException, MalformedImportException {
    Shodan shodan = new Shodan();
    JsonInput.read(
        in,
        Map.of(
            "/ip_str", (part, line) -> shodan.address = text(part),
            "/last_update", (part, line) -> shodan.at = Fields.moment(text(part) + "Z"),
            "/data/*", (part, line) -> shodan.service(part, line, reading)));
    if (shodan.address.isEmpty()) {
      throw new MalformedImportException(ImportRefusal.MALFORMED, "it names no host");
    }
    reading.ran(new ToolRun("", "", shodan.address, shodan.at));
    if (reading.ofDevice(shodan.address)) {
      shodan.tell(reading);
    }
  }

  private static final class Shodan {
    private record Banner(String transport, int port, JsonNode node) {}

    private final Map<String, Banner> banners = new LinkedHashMap<>();
    private String address = "";
    private Optional<Instant> at = Optional.empty();

    void service(JsonNode part, int line, Reading reading) {
      int port = Ports.port(text(part, "port"));
      String transport = text(part, "transport");
      if (port == 0 || !Set.of("tcp", "udp").contains(transport)) {
        reading.leftOut("a service without a port or transport", line);
        return;
      }
      banners.put(transport + port, new Banner(transport, port, part));
    }

    void tell(Reading reading) {
      HeldScans scans = new HeldScans();
      HeldFacts facts = new HeldFacts();
      EndpointFindings findings = new EndpointFindings();
      for (Banner banner : banners.values()) {
        scans.of(banner.transport, address).open(banner.port);
        Endpoint endpoint = new Endpoint(banner.transport, address, banner.port);
        identify(endpoint, banner.node, facts);
        tls(endpoint, banner.node.path("ssl"), facts);
        for (Map.Entry<String, JsonNode> v : banner.node.path("vulns").properties()) {
          findings.add(endpoint.toString(), finding(v.getKey(), v.getValue()));
        }
      }
      scans.tell(facts);
      findings.tell(facts, Tried.UNTOLD.tests("what Shodan derives from versions"));
      if (banners.isEmpty()) {
        facts.undetermined(TcpOpenPorts.class, "address/" + address, "Shodan saw no open port");
      }
      facts.tell(reading);
    }

    private static void identify(Endpoint endpoint, JsonNode banner, HeldFacts facts) {
      String module = text(banner, "_shodan", "module").replaceFirst("-.*", "");
      boolean tls = banner.has("ssl");
      String plain = module.equals("https") ? "http" : module.equals("mqtts") ? "mqtt" : module;
      facts.seen(
          endpoint.toString(),
          new ServiceIdentified(
              PROTOCOLS.contains(plain) ? plain : "unknown",
              tls,
              Optional.empty(),
              Optional.empty(),
              Optional.of(text(banner, "product")).filter(p -> !p.isEmpty()),
              Optional.of(text(banner, "version")).filter(v -> !v.isEmpty()),
              List.of("Shodan: " + module),
              Optional.empty()));
    }

    private static void tls(Endpoint endpoint, JsonNode ssl, HeldFacts facts) {
      SuiteFacts suites = new SuiteFacts();
      for (String version : texts(ssl, "versions")) {
        boolean not = version.startsWith("-");
        VersionLabels.label(version.replaceFirst("^-", ""))
            .ifPresent(
                v -> {
                  if (not) {
                    suites.undecided(v, "Shodan does not tell refusal from silence");
                  } else {
                    suites.accepts(v);
                  }
                });
      }
      if (!suites.isEmpty()) {
        suites.tell(facts, endpoint.toString(), false);
      }
    }

    private static ScannerFinding finding(String id, JsonNode node) {
      boolean verified = Fields.flag(node, "verified");
      return new ScannerFinding(
          id,
          text(node, "summary"),
          ScannerSeverity.ofScore(text(node, "cvss")),
          verified ? "verified" : "by version alone",
          texts(node, "references"));
    }
  }
}
