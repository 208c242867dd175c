package dev.plumbline.importers.naabujsonl;

import static dev.plumbline.importers.shared.reading.Fields.text;

import dev.plumbline.importers.shared.network.HeldFacts;
import dev.plumbline.importers.shared.network.HeldScans;
import dev.plumbline.importers.shared.network.Ports;
import dev.plumbline.importers.shared.reading.Fields;
import dev.plumbline.importing.Head;
import dev.plumbline.importing.ImportRefusal;
import dev.plumbline.importing.Importer;
import dev.plumbline.importing.ImporterSpec;
import dev.plumbline.importing.MalformedImportException;
import dev.plumbline.importing.Reading;
import dev.plumbline.importing.ToolRun;
import dev.plumbline.importing.format.JsonInput;
import dev.plumbline.importing.format.JsonShape;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Reads the open ports of naabu, which does not say what it asked. */
public final class NaabuJsonlImporter implements Importer {
  private static final Set<String> MEMBERS =
      Set.of(
          "host",
          "ip",
          "port",
          "protocol",
          "tls",
          "timestamp",
          "service",
          "product",
          "version",
          "mac_address",
          "cdn",
          "cdn-name",
          "is_cdn_ip");

  @Override
  public ImporterSpec spec() {
    return ImporterSpec.load(NaabuJsonlImporter.class);
  }

  @Override
  public boolean recognises(Head head) {
    JsonShape shape = JsonShape.of(head);
    return shape.has("/ip", "/port", "/timestamp")
        && (shape.has("/protocol") || shape.has("/tls"))
        && MEMBERS.containsAll(shape.members());
  }

  @Override
  public void read(InputStream in, Reading reading) throws IOException, MalformedImportException {
    HeldScans scans = new HeldScans();
    JsonInput.read(in, Map.of("", (part, line) -> record(part, line, reading, scans)));
    HeldFacts facts = new HeldFacts();
    scans.tell(facts);
    facts.tell(reading);
    reading.ran(ToolRun.UNTOLD);
  }

  private static void record(JsonNode part, int line, Reading reading, HeldScans scans)
      throws MalformedImportException {
    String address = Fields.first(part, "ip", "host");
    JsonNode port = part.path("port");
    int number = Ports.port(port.isObject() ? text(port, "Port") : text(port));
    if (address.isEmpty() || number == 0) {
      throw new MalformedImportException(
          ImportRefusal.MALFORMED, "a line is no result of naabu", line, 0);
    }
    if (reading.ofDevice(address)) {
      boolean udp = "udp".equals(text(part, "protocol").toLowerCase(Locale.ROOT));
      scans.of(udp ? "udp" : "tcp", address).open(number);
    }
  }
}
