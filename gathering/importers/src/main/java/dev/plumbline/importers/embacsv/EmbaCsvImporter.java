package dev.plumbline.importers.embacsv;

import dev.plumbline.importers.shared.reading.Fields;
import dev.plumbline.importers.shared.reading.Lines;
import dev.plumbline.importers.shared.reading.Texts;
import dev.plumbline.importers.shared.software.Vulnerabilities;
import dev.plumbline.importers.shared.software.Vulnerability;
import dev.plumbline.importing.Head;
import dev.plumbline.importing.ImportRefusal;
import dev.plumbline.importing.Importer;
import dev.plumbline.importing.ImporterSpec;
import dev.plumbline.importing.MalformedImportException;
import dev.plumbline.importing.Reading;
import dev.plumbline.importing.ToolRun;
import dev.plumbline.observation.firmware.FirmwareAudit;
import dev.plumbline.observation.firmware.FirmwareHardening;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;

/** Reads the overview and the vulnerability list of an EMBA run. */
public final class EmbaCsvImporter implements Importer {
  @Override
  public ImporterSpec spec() {
    return ImporterSpec.load(EmbaCsvImporter.class);
  }

  @Override
  public boolean recognises(Head head) {
    String start = head.text().toLowerCase(Locale.ROOT);
    return start.startsWith(VULNERABILITIES)
        || (start.contains("\nemba_command;") && start.contains("fw_path;"));
  }

  private static final String VULNERABILITIES = "binary;version;cve identifier;";
  private static final Set<String> PROTECTIONS = Set.of("canary", "relro", "nx", "pie");

  @Override
  public void read(InputStream in, Reading reading) throws IOException, MalformedImportException {
    Run run = new Run();
    Lines.readWhole(in, run::line);
    if (run.list) {
      run.found.tell(reading, "EMBA", "", -1);
      return;
    }
    if (run.command.isEmpty()) {
      throw new MalformedImportException(ImportRefusal.OTHER_FORMAT, "it names no command of EMBA");
    }
    reading.ran(new ToolRun("", run.command, run.target, Optional.empty()));
    run.tell(reading);
  }

  private static final class Run {
    private final Vulnerabilities found = new Vulnerabilities();
    private final Map<String, Long> counts = new TreeMap<>();
    private final Map<String, Long> without = new TreeMap<>();
    private boolean list;
    private String command = "";
    private String target = "";
    private OptionalLong checked = OptionalLong.empty();

    void line(String line, int number) throws MalformedImportException {
      if (number == 1) {
        list = line.toLowerCase(Locale.ROOT).startsWith(VULNERABILITIES);
        if (list) {
          return;
        }
      }
      String[] cells = line.split(";", -1);
      if (cells.length < 3) {
        throw new MalformedImportException(ImportRefusal.CUT_OFF, "a line is cut", number, 0);
      }
      if (list) {
        found.add(
            new Vulnerability(cells[2], cells[0], cells[1], rating(cells), List.of(), "EMBA", ""));
      } else {
        overview(cells[0], cells[1]);
      }
    }

    private static String rating(String[] cells) {
      return cells.length > 3 ? cells[3] : "";
    }

    private void overview(String name, String value) {
      switch (name) {
        case "FW_path" -> target = value;
        case "emba_command" -> command = value;
        case "bins_checked" -> checked = Fields.whole(value);
        default -> {
          OptionalLong number = Fields.whole(value);
          if (number.isPresent() && PROTECTIONS.contains(name)) {
            without.put(name, number.getAsLong());
          } else if (number.isPresent() && counts.size() < 200) {
            counts.put(name, number.getAsLong());
          }
        }
      }
    }

    void tell(Reading reading) {
      reading.seen(
          "DUT",
          new FirmwareAudit(
              Optional.empty(),
              Optional.empty(),
              Optional.empty(),
              Optional.of(counts),
              Texts.some(target),
              Optional.empty(),
              Optional.empty()));
      if (checked.isPresent()) {
        reading.seen(
            "DUT",
            new FirmwareHardening(
                without,
                Optional.empty(),
                Texts.some(target),
                checked.getAsLong(),
                Optional.empty()));
      }
    }
  }
}
