package dev.plumbline.importers.trufflehogjsonl;

import static dev.plumbline.importers.shared.reading.Fields.at;
import static dev.plumbline.importers.shared.reading.Fields.first;
import static dev.plumbline.importers.shared.reading.Fields.flag;
import static dev.plumbline.importers.shared.reading.Fields.moment;
import static dev.plumbline.importers.shared.reading.Fields.number;
import static dev.plumbline.importers.shared.reading.Fields.text;

import dev.plumbline.importers.shared.software.SoftwareSecrets;
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
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Reads kinds and places of the secrets that TruffleHog found. */
public final class TrufflehogJsonlImporter implements Importer {
  @Override
  public ImporterSpec spec() {
    return ImporterSpec.load(TrufflehogJsonlImporter.class);
  }

  @Override
  public boolean recognises(Head head) {
    JsonShape shape = JsonShape.of(head);
    return shape.has("/SourceMetadata", "/DetectorName")
        || "trufflehog".equals(shape.text("/logger"));
  }

  @Override
  public void read(InputStream in, Reading reading) throws IOException, MalformedImportException {
    Hog hog = new Hog();
    JsonInput.read(in, Map.of("", hog::line));
    if (hog.lines == 0) {
      throw new MalformedImportException(ImportRefusal.EMPTY, "it is empty");
    }
    reading.ran(new ToolRun(hog.version, "", hog.source, moment(hog.at)));
    hog.secrets.tell(reading, hog.finished ? hog.source + hog.looked : "", "trufflehog detectors");
  }

  private static final class Hog {
    private final SoftwareSecrets secrets = new SoftwareSecrets();
    private int lines;
    private boolean finished;
    private String version = "";
    private String source = "";
    private String looked = "";
    private String at = "";

    /** Its log, when it stands in the same file, says how much was looked through. */
    void line(JsonNode part, int line) throws MalformedImportException {
      lines++;
      if ("trufflehog".equals(text(part, "logger"))) {
        if ("finished scanning".equals(text(part, "msg"))) {
          finished = true;
          version = text(part, "trufflehog_version");
          at = text(part, "ts");
          looked = text(part, "chunks") + " chunks, " + text(part, "bytes") + " bytes";
        }
        return;
      }
      if (text(part, "DetectorName").isEmpty()) {
        throw new MalformedImportException(
            ImportRefusal.MALFORMED, "a result names no detector", line, 0);
      }
      source = text(part, "SourceName") + ", ";
      for (JsonNode place : at(part, "SourceMetadata", "Data")) {
        secrets.add(
            text(part, "DetectorName"),
            first(place, "file", "link", "bucket"),
            number(place, "line"),
            flag(part, "Verified") ? "yes" : "no",
            text(part, "Raw"));
      }
    }
  }
}
