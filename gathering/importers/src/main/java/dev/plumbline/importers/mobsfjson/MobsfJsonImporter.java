package dev.plumbline.importers.mobsfjson;

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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads what MobSF found in the app that belongs to the device. */
public final class MobsfJsonImporter implements Importer {
  @Override
  public ImporterSpec spec() {
    return ImporterSpec.load(MobsfJsonImporter.class);
  }

  @Override
  public boolean recognises(Head head) {
    JsonShape shape = JsonShape.of(head);
    return shape.has("/app_name", "/file_name", "/sha256")
        && (shape.has("/package_name") || shape.has("/bundle_id"));
  }

  @Override
  public void read(InputStream in, Reading reading) throws IOException, MalformedImportException {
    App app = new App();
    Map<String, JsonInput.Handler> handlers = new HashMap<>();
    for (String name :
        List.of(
            "version",
            "app_name",
            "file_name",
            "package_name",
            "bundle_id",
            "version_name",
            "app_version",
            "sha256",
            "timestamp")) {
      handlers.put("/" + name, (part, line) -> app.text(name, Fields.text(part)));
    }
    App.SECTIONS.forEach((name, read) -> handlers.put("/" + name, (p, line) -> read.into(app, p)));
    handlers.put("/secrets/*", (part, line) -> app.secrets++);
    JsonInput.read(in, handlers);
    if (app.text("sha256").isEmpty()) {
      throw new MalformedImportException(
          ImportRefusal.MALFORMED, "it does not name the app's digest");
    }
    reading.ran(
        new ToolRun(
            app.text("version").replaceFirst("^v", ""),
            "",
            app.text("file_name"),
            Optional.empty()));
    app.tell(reading);
  }
}
