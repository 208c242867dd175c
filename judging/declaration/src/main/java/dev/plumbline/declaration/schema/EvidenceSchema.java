package dev.plumbline.declaration.schema;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The schema of evidence.yaml. */
final class EvidenceSchema {
  private EvidenceSchema() {}

  static Map<String, Object> of() {
    Map<String, Object> file = new LinkedHashMap<>();
    file.put("sha256", Schemas.pattern("Digest of the file.", "^[0-9A-Fa-f]{64}$"));
    file.put("path", Schemas.pattern("Path from the dossier's root.", "^evidence/\\S.*$"));
    file.put("what", Schemas.text("What it shows."));
    file.put("tool", Schemas.text("Tool that made it."));
    file.put("toolVersion", Schemas.text("Version of the tool."));
    file.put("command", Schemas.text("Command line."));
    file.put("operator", Schemas.text("Who ran it."));
    file.put(
        "at",
        Schemas.time(
            "When it was taken.", "^\\d{4}-\\d{2}-\\d{2}(T\\d{2}:\\d{2}(:\\d{2}(\\.\\d+)?)?Z)?$"));
    file.put("softwareVersion", Schemas.text("Version of the device's software."));
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put(
        "files",
        Schemas.list("The files.", Schemas.object("A file.", file, List.of("sha256", "at"))));
    return Schemas.titled("Evidence", Schemas.object("Files below evidence/.", fields, List.of()));
  }
}
