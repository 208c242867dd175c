package dev.plumbline.importers.har;

import static dev.plumbline.importers.shared.reading.Fields.text;

import dev.plumbline.importers.shared.network.HeldFacts;
import dev.plumbline.importers.shared.network.Urls;
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
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Reads which exchanges a browser or proxy had with the device; bodies are passed over. */
public final class HarImporter implements Importer {
  private static final ImporterSpec SPEC = ImporterSpec.load(HarImporter.class);

  @Override
  public ImporterSpec spec() {
    return SPEC;
  }

  @Override
  public boolean recognises(Head head) {
    JsonShape shape = JsonShape.of(head);
    return shape.has("/log/creator")
        && (shape.has("/log/entries") || shape.has("/log/version", "/log/pages"));
  }

  @Override
  public void read(InputStream in, Reading reading) throws IOException, MalformedImportException {
    Har har = new Har(reading);
    JsonInput.read(
        in,
        Map.of(
            "/log/creator",
            (part, line) -> har.creator = text(part, "version"),
            "/log/entries/*",
            har::entry),
        Set.of("content", "postData", "timings", "cache", "_initiator", "_webSocketMessages"));
    if (har.creator.isEmpty()) {
      throw new MalformedImportException(
          ImportRefusal.OTHER_FORMAT, "it does not name what wrote it");
    }
    HeldFacts facts = new HeldFacts();
    har.exchanges.tell(facts);
    facts.tell(reading);
    reading.ran(new ToolRun(har.creator, "", "", har.at));
  }

  private static final class Har {
    private final Reading reading;
    private final Exchanges exchanges = new Exchanges();
    private String creator = "";
    private Optional<Instant> at = Optional.empty();

    Har(Reading reading) {
      this.reading = reading;
    }

    void entry(JsonNode part, int line) {
      Optional<Urls> url = Urls.parse(text(part, "request", "url"));
      if (url.isEmpty() || url.get().endpoint().isEmpty()) {
        reading.leftOut("an exchange without a URL", line);
        return;
      }
      if (at.isEmpty()) {
        at = Fields.moment(text(part, "startedDateTime"));
      }
      if (reading.ofDevice(url.get().host())) {
        exchanges.add(url.get(), part);
      }
    }
  }
}
