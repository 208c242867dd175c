package dev.plumbline.importers.openocdlog;

import dev.plumbline.importers.shared.reading.Lines;
import dev.plumbline.importing.Head;
import dev.plumbline.importing.Importer;
import dev.plumbline.importing.ImporterSpec;
import dev.plumbline.importing.MalformedImportException;
import dev.plumbline.importing.Reading;
import java.io.IOException;
import java.io.InputStream;

/** Reads which debug ports OpenOCD reached. */
public final class OpenOcdLogImporter implements Importer {
  @Override
  public ImporterSpec spec() {
    return ImporterSpec.load(OpenOcdLogImporter.class);
  }

  @Override
  public boolean recognises(Head head) {
    return head.text().lines().limit(50).anyMatch(l -> l.startsWith("Open On-Chip Debugger"));
  }

  @Override
  public void read(InputStream in, Reading reading) throws IOException, MalformedImportException {
    OpenOcdLog log = new OpenOcdLog();
    Lines.read(in, (line, number) -> log.line(line));
    log.tell(reading);
  }
}
