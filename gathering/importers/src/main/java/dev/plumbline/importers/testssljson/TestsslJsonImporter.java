package dev.plumbline.importers.testssljson;

import static dev.plumbline.importers.shared.reading.Fields.text;

import dev.plumbline.importers.shared.network.CommandLines;
import dev.plumbline.importers.shared.network.HeldFacts;
import dev.plumbline.importers.shared.network.Ports;
import dev.plumbline.importers.shared.reading.Table;
import dev.plumbline.importing.Head;
import dev.plumbline.importing.ImportRefusal;
import dev.plumbline.importing.Importer;
import dev.plumbline.importing.ImporterSpec;
import dev.plumbline.importing.MalformedImportException;
import dev.plumbline.importing.Reading;
import dev.plumbline.importing.ToolRun;
import dev.plumbline.importing.format.JsonInput;
import dev.plumbline.importing.format.JsonShape;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Reads the tables of testssl.sh and both kinds of its JSON: the flat list, and the sections. */
public final class TestsslJsonImporter implements Importer {
  private static final ImporterSpec SPEC = ImporterSpec.load(TestsslJsonImporter.class);

  @Override
  public ImporterSpec spec() {
    return SPEC;
  }

  @Override
  public boolean recognises(Head head) {
    if (Table.begins(head.text(), "id", "fqdn/ip", "port", "severity", "finding")) {
      return true;
    }
    JsonShape shape = JsonShape.of(head);
    return shape.has("/*/id", "/*/ip", "/*/port", "/*/severity", "/*/finding")
        || (shape.has("/Invocation", "/startTime") && shape.has("/openssl"));
  }

  @Override
  public void read(InputStream in, Reading reading) throws IOException, MalformedImportException {
    Testssl testssl = new Testssl(reading);
    BufferedInputStream buffered = new BufferedInputStream(in, 1 << 16);
    buffered.mark(1);
    int first = buffered.read();
    buffered.reset();
    if (first == '"' || first == 'i') {
      Table.read(buffered, testssl::row);
    } else {
      json(buffered, testssl);
    }
    testssl.tell();
  }

  private static void json(InputStream in, Testssl testssl)
      throws IOException, MalformedImportException {
    JsonInput.read(
        in,
        Map.of(
            "/*",
            testssl::flat,
            "/Invocation",
            (part, line) -> testssl.header("command", text(part)),
            "/version",
            (part, line) -> testssl.header("version", text(part)),
            "/scanTime",
            (part, line) -> testssl.ended(text(part)),
            "/scanResult/*",
            testssl::sections));
  }

  private static final class Testssl {
    private final Reading reading;
    private final Map<String, TestsslTarget> targets = new LinkedHashMap<>();
    private final Map<String, String> header = new LinkedHashMap<>();
    private boolean any;

    Testssl(Reading reading) {
      this.reading = reading;
    }

    void header(String name, String value) {
      any = true;
      header.put(name, value);
    }

    /** An element of the flat list; members of the other kind's root are no objects with an id. */
    void flat(JsonNode part, int line) {
      if (part.path("id").isString() && part.path("finding").isString()) {
        any = true;
        String ip = text(part, "ip");
        finding(part, ip.substring(ip.indexOf('/') + 1), text(part, "port"), line);
      }
    }

    void row(Table.Row row, int line) {
      any = true;
      String ip = row.get("fqdn/ip");
      finding(
          row.get("id"),
          row.get("severity"),
          row.get("finding"),
          ip.substring(ip.indexOf('/') + 1),
          row.get("port"),
          line);
    }

    void sections(JsonNode part, int line) {
      any = true;
      String ip = text(part, "ip");
      for (Map.Entry<String, JsonNode> section : part.properties()) {
        for (JsonNode finding : section.getValue()) {
          if (finding.isObject()) {
            finding(finding, ip, text(part, "port"), line);
          }
        }
      }
    }

    void ended(String time) {
      targets.values().forEach(t -> t.finding("scanTime", "INFO", time));
    }

    private void finding(JsonNode part, String ip, String port, int line) {
      finding(text(part, "id"), text(part, "severity"), text(part, "finding"), ip, port, line);
    }

    private void finding(
        String id, String severity, String finding, String ip, String port, int line) {
      String name = ip + "/" + port;
      if (!targets.containsKey(name)) {
        if (ip.isEmpty() || !reading.ofDevice(ip)) {
          return;
        }
        if (Ports.port(port) == 0) {
          reading.leftOut("a result without a port", line);
          return;
        }
        targets.put(name, new TestsslTarget(ip, Ports.port(port)));
      }
      TestsslTarget target = targets.get(name);
      if (target != null) {
        target.finding(id, severity, finding);
      }
    }

    void tell() throws MalformedImportException {
      if (!any) {
        throw new MalformedImportException(ImportRefusal.EMPTY, "it has no result of testssl.sh");
      }
      HeldFacts facts = new HeldFacts();
      String command = header.getOrDefault("command", "");
      boolean limited = command.contains("--ssl-native") || command.contains("--fast");
      targets.values().forEach(t -> t.tell(facts, !limited));
      facts.tell(reading);
      reading.ran(
          new ToolRun(
              header.getOrDefault("version", "").replaceFirst("\\s.*", ""),
              CommandLines.masked(command),
              String.join(" ", targets.keySet()),
              Optional.empty()));
    }
  }
}
