package dev.plumbline.importers.masscanjson;

import static dev.plumbline.importers.shared.reading.Fields.text;

import dev.plumbline.dossier.Endpoint;
import dev.plumbline.importers.shared.network.HeldFacts;
import dev.plumbline.importers.shared.network.HeldScans;
import dev.plumbline.importers.shared.network.PortScan;
import dev.plumbline.importers.shared.network.Ports;
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
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Reads the ports and banners of masscan, which does not say what it asked. */
public final class MasscanJsonImporter implements Importer {
  private static final ImporterSpec SPEC = ImporterSpec.load(MasscanJsonImporter.class);
  private static final Set<String> CLEAR = Set.of("http", "ssh", "telnet", "ftp", "smtp");

  @Override
  public ImporterSpec spec() {
    return SPEC;
  }

  @Override
  public boolean recognises(Head head) {
    JsonShape shape = JsonShape.of(head);
    return shape.has("/*/ip", "/*/timestamp", "/*/ports/*/port", "/*/ports/*/proto");
  }

  @Override
  public void read(InputStream in, Reading reading) throws IOException, MalformedImportException {
    Masscan masscan = new Masscan(reading);
    JsonInput.read(in, Map.of("/*", masscan::host));
    if (!masscan.any) {
      throw new MalformedImportException(ImportRefusal.EMPTY, "it has no record of masscan");
    }
    HeldFacts facts = new HeldFacts();
    masscan.scans.tell(facts);
    masscan.services.forEach(facts::seen);
    facts.tell(reading);
    reading.ran(new ToolRun("", "", "", masscan.at));
  }

  private static final class Masscan {
    private final Reading reading;
    private final HeldScans scans = new HeldScans();
    private final Map<String, ServiceIdentified> services = new LinkedHashMap<>();
    private Optional<Instant> at = Optional.empty();
    private boolean any;

    Masscan(Reading reading) {
      this.reading = reading;
    }

    void host(JsonNode record, int line) {
      String address = text(record, "ip");
      any |= !address.isEmpty();
      if (address.isEmpty() || !reading.ofDevice(address)) {
        return;
      }
      String time = text(record, "timestamp").strip();
      if (time.matches("\\d{1,11}")) {
        at = Optional.of(Instant.ofEpochSecond(Long.parseLong(time)));
      }
      for (JsonNode port : record.path("ports")) {
        port(address, port, line);
      }
    }

    private void port(String address, JsonNode entry, int line) {
      int number = Ports.port(text(entry, "port"));
      String transport = text(entry, "proto");
      if (!transport.equals("tcp") && !transport.equals("udp")) {
        return;
      }
      if (number == 0) {
        reading.leftOut("a port without a number", line);
        return;
      }
      PortScan scan = scans.of(transport, address);
      if (text(entry, "status").equals("closed")) {
        scan.refused(number);
      } else {
        scan.open(number);
      }
      service(new Endpoint(transport, address, number), entry.path("service"));
    }

    private void service(Endpoint endpoint, JsonNode service) {
      String name = text(service, "name");
      if (CLEAR.contains(name)) {
        services.put(
            endpoint.toString(),
            service(name, false, Optional.of(printable(text(service, "banner")))));
      } else if (name.equals("ssl") || name.equals("X509")) {
        services.putIfAbsent(endpoint.toString(), service("unknown", true, Optional.empty()));
      }
    }

    private static ServiceIdentified service(
        String protocol, boolean tls, Optional<String> banner) {
      return new ServiceIdentified(
          protocol,
          tls,
          Optional.empty(),
          banner,
          Optional.empty(),
          Optional.empty(),
          List.of("masscan --banners"),
          Optional.empty());
    }

    private static String printable(String banner) {
      String shown = banner.replaceAll("\\p{Cntrl}", " ").strip();
      return shown.length() > 200 ? shown.substring(0, 200) : shown;
    }
  }
}
