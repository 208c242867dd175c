package dev.plumbline.importers.serialconsolelog;

import dev.plumbline.core.BoundedPattern;
import dev.plumbline.importers.shared.reading.Lines;
import dev.plumbline.importing.Head;
import dev.plumbline.importing.Importer;
import dev.plumbline.importing.ImporterSpec;
import dev.plumbline.importing.MalformedImportException;
import dev.plumbline.importing.Reading;
import java.io.IOException;
import java.io.InputStream;

/** Reads what a device says on its serial console. */
public final class SerialConsoleLogImporter implements Importer {
  @Override
  public ImporterSpec spec() {
    return ImporterSpec.load(SerialConsoleLogImporter.class);
  }

  @Override
  public boolean recognises(Head head) {
    return head.name().endsWith(".console.log")
        || (SIGNS.matcher(head.text()).find() && !head.text().contains("Open On-Chip Debugger"));
  }

  /** How boot loaders, kernels and recorders of serial lines begin what they write. */
  private static final BoundedPattern SIGNS =
      BoundedPattern.compile(
          "(?m)^(?:\\[[^\\]]{1,40}\\] )?(?:# plumbline trial |U-Boot (?:SPL )?\\d{4}\\.\\d\\d|\\[ +0\\.000000\\] (?:Booting )?Linux|Starting kernel \\.\\.\\.)");

  @Override
  public void read(InputStream in, Reading reading) throws IOException, MalformedImportException {
    ConsoleLines log = new ConsoleLines();
    Lines.readRaw(in, (line, number) -> log.line(line));
    log.tell(reading);
  }
}
