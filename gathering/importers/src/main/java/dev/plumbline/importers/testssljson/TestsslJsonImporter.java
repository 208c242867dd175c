package dev.plumbline.importers.testssljson;

import static dev.plumbline.importers.shared.reading.Fields.text;

import dev.plumbline.importers.shared.network.Commands;
import dev.plumbline.importers.shared.network.HeldFacts;
import dev.plumbline.importers.shared.network.Ports;
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
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Reads both kinds of JSON of testssl.sh: the flat list, and the one in sections. */
public final class TestsslJsonImporter implements Importer {
  private static final ImporterSpec SPEC = ImporterSpec.load(TestsslJsonImporter.class);

  @Override
  public ImporterSpec spec() {
    return SPEC;
  }

  @Override
  public boolean recognises(Head head) {
    JsonShape shape = JsonShape.of(head);
    return shape.has("/*/id", "/*/ip", "/*/port", "/*/severity", "/*/finding")
        || (shape.has("/Invocation", "/startTime") && shape.has("/openssl"));
  }

  @Override
  public void read(InputStream in, Reading reading) throws IOException, MalformedImportException {
    Testssl testssl = new Testssl(reading);
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
    testssl.tell();
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
        target.finding(text(part, "id"), text(part, "severity"), text(part, "finding"));
      }
    }

    void tell() throws MalformedImportException {
      if (!any) {
        throw new MalformedImportException("it has no result of testssl.sh");
      }
      HeldFacts facts = new HeldFacts();
      String command = header.getOrDefault("command", "");
      boolean limited = command.contains("--ssl-native") || command.contains("--fast");
      targets.values().forEach(t -> t.tell(facts, !limited));
      facts.tell(reading);
      reading.ran(
          new ToolRun(
              header.getOrDefault("version", "").replaceFirst("\\s.*", ""),
              Commands.masked(command),
              String.join(" ", targets.keySet()),
              Optional.empty()));
    }
  }
}
