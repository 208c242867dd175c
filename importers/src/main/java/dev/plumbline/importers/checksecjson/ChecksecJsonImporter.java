package dev.plumbline.importers.checksecjson;

import static dev.plumbline.importers.reading.Fields.text;

import dev.plumbline.importers.reading.Kept;
import dev.plumbline.importers.reading.Row;
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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/** Reads how binaries are protected, as checksec says. */
public final class ChecksecJsonImporter implements Importer {
  @Override
  public ImporterSpec spec() {
    return ImporterSpec.load(ChecksecJsonImporter.class);
  }

  @Override
  public boolean recognises(Head head) {
    String start = head.text().stripLeading();
    if (!start.startsWith("{")) {
      return false;
    }
    return JsonShape.of(head).texts().keySet().stream().anyMatch(p -> p.endsWith("/relro"))
        || (start.length() < 200 && JsonShape.of(head).has("/dir/name"));
  }

  private static final List<String> PROTECTIONS = List.of("relro", "canary", "nx", "pie");

  @Override
  public void read(InputStream in, Reading reading) throws IOException, MalformedImportException {
    Hardening hardening = new Hardening();
    JsonInput.read(in, Map.of("", (part, line) -> files(part, line, hardening)));
    if (!hardening.read) {
      throw new MalformedImportException("it is empty");
    }
    reading.ran(new ToolRun("", "", hardening.target, Optional.empty()));
    hardening.tell(reading);
  }

  private static void files(JsonNode part, int line, Hardening hardening)
      throws MalformedImportException {
    if (!part.isObject()) {
      throw new MalformedImportException("it is no object of files", line, 0);
    }
    for (Map.Entry<String, JsonNode> file : part.properties()) {
      if ("dir".equals(file.getKey()) && !file.getValue().has("relro")) {
        hardening.target = text(file.getValue(), "name");
        hardening.read = true;
      } else if (file.getValue().has("relro") && file.getValue().has("nx")) {
        hardening.file(file.getKey(), file.getValue());
      }
    }
  }

  private static final class Hardening {
    private final Kept binaries = new Kept();
    private final Map<String, Long> without = new TreeMap<>();
    private boolean read;
    private String target = "";

    void file(String name, JsonNode part) {
      read = true;
      Row row = new Row().put("file", name);
      for (String protection : PROTECTIONS) {
        String state = text(part, protection);
        row.put(protection, state);
        without.merge(protection, "no".equals(state) ? 1L : 0L, Long::sum);
      }
      binaries.add(
          row.put("fortified", text(part, "fortify_source"))
              .put("rpath", text(part, "rpath"))
              .put("symbols", text(part, "symbols")));
    }

    void tell(Reading reading) {
      if (binaries.isEmpty()) {
        reading.undetermined("firmware.hardening", "DUT", "it found no binary in " + target);
        return;
      }
      reading.seen(
          "firmware.hardening",
          "DUT",
          Map.of("binaries", binaries.rows(), "without", Map.copyOf(without)),
          new Row()
              .put("target", target)
              .put("binaries", binaries.count())
              .put("complete", binaries.complete())
              .map());
    }
  }
}
