package dev.plumbline.importers.unblobjson;

import static dev.plumbline.importers.shared.reading.Fields.flag;
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

/** Reads which parts unblob recognised in an image. */
public final class UnblobJsonImporter implements Importer {
  @Override
  public ImporterSpec spec() {
    return ImporterSpec.load(UnblobJsonImporter.class);
  }

  @Override
  public boolean recognises(Head head) {
    JsonShape shape = JsonShape.of(head);
    return shape.has("/*/task/path", "/*/reports") && shape.has("/*/task/depth");
  }

  @Override
  public void read(InputStream in, Reading reading) throws IOException, MalformedImportException {
    Contents contents = new Contents();
    List<String> images = new ArrayList<>();
    JsonInput.read(
        in,
        Map.of(
            "/*",
            (part, line) -> {
              String image = text(part, "task", "path");
              if (image.isEmpty() || !part.path("reports").isArray()) {
                throw new MalformedImportException(
                    ImportRefusal.MALFORMED, "a result names no task", line, 0);
              }
              if (images.size() < 100_000) {
                images.add(image);
              }
              part.path("reports").forEach(r -> report(image, r, contents));
            }));
    if (images.isEmpty()) {
      throw new MalformedImportException(ImportRefusal.EMPTY, "it holds no result");
    }
    String first = images.getFirst();
    reading.ran(new ToolRun("", "", first, Optional.empty()));
    contents.tell(reading, first, images.size());
  }

  private static void report(String image, JsonNode report, Contents contents) {
    switch (text(report, "__typename__")) {
      case "ChunkReport" ->
          contents.add(
              image,
              number(report, "start_offset"),
              number(report, "size"),
              text(report, "handler_name"),
              flag(report, "is_encrypted") ? "encrypted" : "",
              report.path("extraction_reports").isEmpty() ? "yes" : "failed");
      case "UnknownChunkReport" ->
          contents.add(
              image, number(report, "start_offset"), number(report, "size"), "unknown", "", "");
      default -> {}
    }
  }
}
