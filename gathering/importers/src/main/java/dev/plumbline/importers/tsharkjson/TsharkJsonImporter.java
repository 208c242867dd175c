package dev.plumbline.importers.tsharkjson;

import dev.plumbline.importers.shared.traffic.LoggedTraffic;
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

/** Reads the packets that tshark writes as JSON. */
public final class TsharkJsonImporter implements Importer {
  @Override
  public ImporterSpec spec() {
    return ImporterSpec.load(TsharkJsonImporter.class);
  }

  @Override
  public boolean recognises(Head head) {
    return JsonShape.of(head).has("/*/_index", "/*/_source/layers/frame");
  }

  @Override
  public void read(InputStream in, Reading reading) throws IOException, MalformedImportException {
    CapturedPackets packets = new CapturedPackets(new LoggedTraffic(reading));
    JsonInput.read(in, Map.of("/*", packets::packet));
    if (packets.count == 0) {
      throw new MalformedImportException(ImportRefusal.EMPTY, "it holds no packet");
    }
    reading.ran(ToolRun.UNTOLD);
    packets.tell();
  }
}
