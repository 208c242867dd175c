package dev.plumbline.importers.kismetjson;

import static dev.plumbline.importers.shared.reading.Fields.first;
import static dev.plumbline.importers.shared.reading.Fields.number;
import static dev.plumbline.importers.shared.reading.Fields.text;
import static dev.plumbline.importers.shared.reading.Fields.texts;

import dev.plumbline.importers.shared.radio.Bands;
import dev.plumbline.importers.shared.radio.Radios;
import dev.plumbline.importers.shared.reading.Records;
import dev.plumbline.importers.shared.reading.Texts;
import dev.plumbline.importing.Head;
import dev.plumbline.importing.ImportRefusal;
import dev.plumbline.importing.Importer;
import dev.plumbline.importing.ImporterSpec;
import dev.plumbline.importing.MalformedImportException;
import dev.plumbline.importing.Reading;
import dev.plumbline.importing.ToolRun;
import dev.plumbline.importing.format.JsonShape;
import dev.plumbline.observation.radio.RadioScan;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/** Reads the devices that Kismet heard, as a list or as lines. */
public final class KismetJsonImporter implements Importer {
  @Override
  public ImporterSpec spec() {
    return ImporterSpec.load(KismetJsonImporter.class);
  }

  @Override
  public boolean recognises(Head head) {
    JsonShape shape = JsonShape.of(head);
    return shape.has("/kismet.device.base.macaddr") || shape.has("/*/kismet.device.base.macaddr");
  }

  private static final String BASE = "kismet.device.base.";

  @Override
  public void read(InputStream in, Reading reading) throws IOException, MalformedImportException {
    Kismet kismet = new Kismet(new Radios(reading));
    Records.read(in, kismet::device);
    if (kismet.bands.isEmpty()) {
      throw new MalformedImportException(ImportRefusal.EMPTY, "it holds no device of Kismet");
    }
    reading.ran(ToolRun.UNTOLD);
    kismet.radios.tell(
        List.copyOf(kismet.bands),
        time(kismet.from),
        time(kismet.until),
        kismet.from > 0 ? kismet.until - kismet.from : 0);
  }

  /** Times beyond the year 9999 are none. */
  private static final long LATEST = 253_402_300_799L;

  private static String time(long seconds) {
    return seconds <= 0 || seconds > LATEST ? "" : Instant.ofEpochSecond(seconds).toString();
  }

  private static final class Kismet {
    private final Radios radios;
    private final Set<String> bands = new TreeSet<>();
    private long from = Long.MAX_VALUE;
    private long until;

    Kismet(Radios radios) {
      this.radios = radios;
    }

    void device(JsonNode part, int line) throws MalformedImportException {
      String address = text(part, BASE + "macaddr");
      if (address.isEmpty()) {
        throw new MalformedImportException(
            ImportRefusal.MALFORMED, "a device has no address", line, 0);
      }
      String phy = text(part, BASE + "phyname");
      String band =
          switch (phy) {
            case "IEEE802.11" -> "wifi";
            case "Bluetooth", "BTLE" -> "bluetooth";
            default -> "other";
          };
      bands.add(band);
      long first = number(part, BASE + "first_time").orElse(0);
      long last = number(part, BASE + "last_time").orElse(0);
      from = first > 0 ? Math.min(from, first) : from;
      until = Math.max(until, last);
      String channel = text(part, BASE + "channel");
      radios.heard(
          band.equals("wifi") ? Bands.wifi(channel) : Bands.phy(phy),
          channel,
          address,
          first,
          last,
          new RadioScan.Heard(
              band,
              Texts.some(text(part, BASE + "type")),
              Texts.some(first(part, BASE + "commonname", BASE + "name")),
              Texts.some(address.toLowerCase(Locale.ROOT)),
              Texts.some(channel),
              Texts.some(texts(part, BASE + "crypt")),
              Optional.empty(),
              Optional.empty(),
              Optional.empty(),
              Optional.empty(),
              Optional.empty(),
              Texts.some(phy)));
    }
  }
}
