package dev.plumbline.importers.zeeklogs;

import static dev.plumbline.importers.shared.reading.Fields.text;

import dev.plumbline.importers.shared.reading.Lines;
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
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;

/** Reads a log of Zeek, as tab-separated values or JSON lines: conn, dns, ssl, http and x509. */
public final class ZeekLogsImporter implements Importer {
  @Override
  public ImporterSpec spec() {
    return ImporterSpec.load(ZeekLogsImporter.class);
  }

  @Override
  public boolean recognises(Head head) {
    String start = head.text();
    if (start.startsWith("#separator")) {
      return head.has("#path", "#fields");
    }
    JsonShape shape = JsonShape.of(head);
    return shape.has("/ts")
        && (shape.has("/uid", "/id.orig_h", "/id.resp_p") || shape.has("/certificate.subject"));
  }

  @Override
  public void read(InputStream in, Reading reading) throws IOException, MalformedImportException {
    Zeek zeek = new Zeek(new LoggedTraffic(reading));
    BufferedInputStream buffered = new BufferedInputStream(in, 1 << 16);
    buffered.mark(1);
    boolean tabs = buffered.read() == '#';
    buffered.reset();
    if (tabs) {
      ZeekTable table = new ZeekTable(zeek);
      Lines.readWhole(buffered, table::line);
      zeek.whole = table.closed();
    } else {
      JsonInput.read(
          buffered,
          Map.of(
              "",
              (part, line) -> {
                String log = text(part, "_path");
                LogKind kind = log.isEmpty() ? LogKind.of(part::has) : LogKind.named(log);
                zeek.kind(kind, log);
                zeek.record(kind, name -> text(part, name), line);
              }));
    }
    if (zeek.records == 0 && !zeek.whole) {
      throw new MalformedImportException(ImportRefusal.EMPTY, "it holds no record");
    }
    reading.ran(ToolRun.UNTOLD);
    zeek.tell(reading);
  }
}
