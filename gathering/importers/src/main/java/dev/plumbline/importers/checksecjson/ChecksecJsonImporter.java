package dev.plumbline.importers.checksecjson;

import static dev.plumbline.importers.shared.reading.Fields.text;

import dev.plumbline.importers.shared.reading.Texts;
import dev.plumbline.importing.Head;
import dev.plumbline.importing.ImportRefusal;
import dev.plumbline.importing.Importer;
import dev.plumbline.importing.ImporterSpec;
import dev.plumbline.importing.Kept;
import dev.plumbline.importing.MalformedImportException;
import dev.plumbline.importing.Reading;
import dev.plumbline.importing.ToolRun;
import dev.plumbline.importing.format.JsonInput;
import dev.plumbline.importing.format.JsonShape;
import dev.plumbline.observation.firmware.FirmwareHardening;
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
    JsonShape shape = JsonShape.of(head);
    return shape.members().stream().anyMatch(m -> shape.has("/" + m + "/relro", "/" + m + "/nx"))
        || (start.length() < 200 && shape.has("/dir/name"));
  }

  private static final List<String> PROTECTIONS = List.of("relro", "canary", "nx", "pie");

  @Override
  public void read(InputStream in, Reading reading) throws IOException, MalformedImportException {
    Hardening hardening = new Hardening();
    JsonInput.read(in, Map.of("", (part, line) -> files(part, line, hardening)));
    if (!hardening.read) {
      throw new MalformedImportException(ImportRefusal.EMPTY, "it is empty");
    }
    reading.ran(new ToolRun("", "", hardening.target, Optional.empty()));
    hardening.tell(reading);
  }

  private static void files(JsonNode part, int line, Hardening hardening)
      throws MalformedImportException {
    if (!part.isObject()) {
      throw new MalformedImportException(
          ImportRefusal.OTHER_FORMAT, "it is no object of files", line, 0);
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
    private final Kept<FirmwareHardening.Binary> binaries = new Kept<>();
    private final Map<String, Long> without = new TreeMap<>();
    private boolean read;
    private String target = "";

    void file(String name, JsonNode part) {
      read = true;
      for (String protection : PROTECTIONS) {
        without.merge(protection, "no".equals(text(part, protection)) ? 1L : 0L, Long::sum);
      }
      binaries.add(
          new FirmwareHardening.Binary(
              Texts.cut(name),
              Texts.some(text(part, "relro")),
              Texts.some(text(part, "canary")),
              Texts.some(text(part, "nx")),
              Texts.some(text(part, "pie")),
              Texts.some(text(part, "fortify_source")),
              Texts.some(text(part, "rpath")),
              Texts.some(text(part, "symbols"))));
    }

    void tell(Reading reading) {
      if (binaries.isEmpty()) {
        reading.undetermined(FirmwareHardening.class, "DUT", "it found no binary in " + target);
        return;
      }
      reading.counted("binaries", binaries.count(), binaries.all().size());
      reading.seen(
          "DUT",
          new FirmwareHardening(
              Map.copyOf(without),
              Optional.of(binaries.all()),
              Texts.some(target),
              binaries.count(),
              Optional.of(binaries.complete())));
    }
  }
}
