package dev.plumbline.importers.btmgmtfind;

import dev.plumbline.core.BoundedPattern;
import dev.plumbline.importers.shared.radio.Bands;
import dev.plumbline.importers.shared.radio.Radios;
import dev.plumbline.importers.shared.reading.Lines;
import dev.plumbline.importers.shared.reading.Texts;
import dev.plumbline.importing.Head;
import dev.plumbline.importing.ImportRefusal;
import dev.plumbline.importing.Importer;
import dev.plumbline.importing.ImporterSpec;
import dev.plumbline.importing.MalformedImportException;
import dev.plumbline.importing.Reading;
import dev.plumbline.importing.ToolRun;
import dev.plumbline.observation.radio.RadioScan;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;

/** Reads the Bluetooth devices that btmgmt found. */
public final class BtmgmtFindImporter implements Importer {
  @Override
  public ImporterSpec spec() {
    return ImporterSpec.load(BtmgmtFindImporter.class);
  }

  @Override
  public boolean recognises(Head head) {
    return head.text().startsWith("Discovery started") || FOUND.matcher(head.text()).find();
  }

  private static final BoundedPattern FOUND =
      BoundedPattern.compile(
          "hci\\d+ (?:type \\d+ )?(?:discovering|dev_found: ([0-9A-Fa-f:]{17}) type ([A-Za-z/ ]+?) rssi (-?\\d+))");
  private static final BoundedPattern NAME =
      BoundedPattern.compile("^(?:AD flags .*|eir_len .*|name (.*))$");

  @Override
  public void read(InputStream in, Reading reading) throws IOException, MalformedImportException {
    Discovery discovery = new Discovery(new Radios(reading));
    Lines.read(in, (line, number) -> discovery.line(line.strip()));
    if (!discovery.started) {
      throw new MalformedImportException(
          ImportRefusal.OTHER_FORMAT, "it does not say that a discovery began");
    }
    reading.ran(ToolRun.UNTOLD);
    if (!discovery.ended) {
      reading.undetermined(RadioScan.class, "DUT", "the discovery did not come to its end");
      return;
    }
    discovery.tell();
  }

  private static final class Discovery {
    private record Found(String address, String type, long signal) {}

    private final Radios radios;
    private final Map<String, Found> found = new LinkedHashMap<>();
    private final Map<String, String> names = new HashMap<>();
    private String last = "";
    private boolean started;
    private boolean ended;

    Discovery(Radios radios) {
      this.radios = radios;
    }

    void line(String line) {
      if (line.isEmpty()) {
        return;
      }
      started |= line.startsWith("Discovery started") || line.endsWith("discovering on");
      ended |= line.endsWith("discovering off");
      Matcher device = FOUND.matcher(line);
      if (device.find() && device.group(1) != null && found.size() < 20_000) {
        last = device.group(1);
        found.put(last, new Found(last, device.group(2), Long.parseLong(device.group(3))));
      }
      Matcher name = NAME.matcher(line);
      if (name.matches() && name.group(1) != null && !last.isEmpty()) {
        names.put(last, name.group(1));
      }
    }

    void tell() {
      for (Found one : found.values()) {
        radios.heard(
            Bands.BLUETOOTH,
            "",
            one.address(),
            0,
            0,
            new RadioScan.Heard(
                "bluetooth",
                Texts.some(one.type()),
                Texts.some(names.getOrDefault(one.address(), "")),
                Texts.some(one.address().toLowerCase(Locale.ROOT)),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(one.signal()),
                Optional.empty(),
                Optional.empty(),
                Optional.empty()));
      }
      radios.tell(List.of("bluetooth"), "", "", 0);
    }
  }
}
