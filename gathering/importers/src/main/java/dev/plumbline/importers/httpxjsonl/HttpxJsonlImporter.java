package dev.plumbline.importers.httpxjsonl;

import static dev.plumbline.importers.shared.reading.Fields.text;

import dev.plumbline.dossier.Endpoint;
import dev.plumbline.importers.shared.network.HeldFacts;
import dev.plumbline.importers.shared.network.Urls;
import dev.plumbline.importers.shared.reading.Fields;
import dev.plumbline.importers.shared.reading.Texts;
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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Reads which ports httpx saw speaking HTTP. */
public final class HttpxJsonlImporter implements Importer {
  @Override
  public ImporterSpec spec() {
    return ImporterSpec.load(HttpxJsonlImporter.class);
  }

  @Override
  public boolean recognises(Head head) {
    JsonShape shape = JsonShape.of(head);
    return shape.has("/url", "/input", "/scheme", "/port", "/failed");
  }

  @Override
  public void read(InputStream in, Reading reading) throws IOException, MalformedImportException {
    HeldFacts facts = new HeldFacts();
    JsonInput.read(in, Map.of("", (part, line) -> record(part, line, reading, facts)));
    facts.tell(reading);
    reading.ran(ToolRun.UNTOLD);
  }

  private static void record(JsonNode part, int line, Reading reading, HeldFacts facts)
      throws MalformedImportException {
    Optional<Urls> url = Urls.parse(text(part, "url"));
    if (url.isEmpty() || url.get().port() == 0) {
      throw new MalformedImportException(
          ImportRefusal.MALFORMED, "a line is no result of httpx", line, 0);
    }
    String address = address(part, url.get().host());
    if (!reading.ofDevice(address)) {
      return;
    }
    String subject = Endpoint.tcp(address, url.get().port()).toString();
    if (Fields.flag(part, "failed")) {
      facts.undetermined(ServiceIdentified.class, subject, "httpx had no answer of HTTP");
      return;
    }
    String[] server = text(part, "webserver").split("/", 2);
    facts.seen(
        subject,
        new ServiceIdentified(
            "http",
            url.get().isEncrypted(),
            Optional.empty(),
            Optional.empty(),
            Texts.some(server[0]),
            server.length == 2 ? Texts.some(server[1]) : Optional.empty(),
            List.of("httpx"),
            Optional.empty()));
  }

  /** Newer versions tell the address beside the name that the URL has. */
  private static String address(JsonNode part, String host) {
    String told = Fields.first(part, "host_ip", "host");
    return told.matches("[0-9A-Fa-f.:]+") && !told.equals(host) ? told : host;
  }
}
