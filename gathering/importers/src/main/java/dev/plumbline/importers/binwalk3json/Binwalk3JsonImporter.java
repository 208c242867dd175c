package dev.plumbline.importers.binwalk3json;

import static dev.plumbline.importers.shared.reading.Fields.at;
import static dev.plumbline.importers.shared.reading.Fields.number;
import static dev.plumbline.importers.shared.reading.Fields.text;

import dev.plumbline.importers.shared.software.Contents;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Reads which parts Binwalk 3 recognised in an image. */
public final class Binwalk3JsonImporter implements Importer {
  @Override
  public ImporterSpec spec() {
    return ImporterSpec.load(Binwalk3JsonImporter.class);
  }

  @Override
  public boolean recognises(Head head) {
    return JsonShape.of(head).has("/*/Analysis/file_path", "/*/Analysis/file_map");
  }

  @Override
  public void read(InputStream in, Reading reading) throws IOException, MalformedImportException {
    Contents contents = new Contents();
    List<String> images = new ArrayList<>();
    JsonInput.read(
        in,
        Map.of(
            "/*/Analysis",
            (part, line) -> {
              String image = text(part, "file_path");
              if (image.isEmpty() || !part.path("file_map").isArray()) {
                throw new MalformedImportException(
                    ImportRefusal.MALFORMED, "an analysis names no file", line, 0);
              }
              images.add(image);
              for (JsonNode found : part.path("file_map")) {
                contents.add(
                    image,
                    number(found, "offset"),
                    number(found, "size"),
                    text(found, "name"),
                    text(found, "description"),
                    at(part, "extractions").has(text(found, "id")) ? "yes" : "");
              }
            }));
    if (images.isEmpty()) {
      throw new MalformedImportException(ImportRefusal.EMPTY, "it holds no analysis");
    }
    String first = images.getFirst();
    reading.ran(new ToolRun("", "", first, Optional.empty()));
    contents.tell(reading, first, images.size());
  }
}
