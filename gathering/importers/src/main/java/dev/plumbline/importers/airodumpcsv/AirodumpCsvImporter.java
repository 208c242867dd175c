package dev.plumbline.importers.airodumpcsv;

import dev.plumbline.importers.shared.radio.Bands;
import dev.plumbline.importers.shared.radio.Radios;
import dev.plumbline.importers.shared.reading.Fields;
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
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Reads the access points and stations that airodump-ng heard. */
public final class AirodumpCsvImporter implements Importer {
  @Override
  public ImporterSpec spec() {
    return ImporterSpec.load(AirodumpCsvImporter.class);
  }

  @Override
  public boolean recognises(Head head) {
    return head.text().stripLeading().startsWith(POINTS);
  }

  private static final String POINTS = "BSSID, First time seen, Last time seen, channel";
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");
  private static final String STATIONS = "Station MAC, First time seen";

  @Override
  public void read(InputStream in, Reading reading) throws IOException, MalformedImportException {
    Scan scan = new Scan(new Radios(reading));
    Lines.readWhole(in, scan::line);
    if (!scan.points) {
      throw new MalformedImportException(
          ImportRefusal.OTHER_FORMAT, "it has no list of access points");
    }
    reading.ran(ToolRun.UNTOLD);
    if (!scan.closed) {
      scan.radios.cut();
    }
    scan.radios.tell(List.of("wifi"), scan.from, scan.until, scan.seconds());
  }

  private static final class Scan {
    private final Radios radios;
    private final Map<String, String> channels = new HashMap<>();
    private boolean points;
    private boolean stations;
    private boolean closed;
    private String from = "";
    private String until = "";

    Scan(Radios radios) {
      this.radios = radios;
    }

    void line(String line, int number) throws MalformedImportException {
      // An empty line stands behind the stations, the last of the file.
      closed = stations && line.isBlank();
      if (line.isBlank()) {
        return;
      }
      if (line.startsWith(POINTS)) {
        points = true;
      } else if (line.startsWith(STATIONS)) {
        stations = true;
      } else if (!points) {
        throw new MalformedImportException(
            ImportRefusal.OTHER_FORMAT, "it does not begin with access points", number, 0);
      } else {
        record(line.split(",", -1), number);
      }
    }

    private void record(String[] cells, int number) throws MalformedImportException {
      if (cells.length < (stations ? 7 : 15)) {
        throw new MalformedImportException(ImportRefusal.CUT_OFF, "a line is cut", number, 0);
      }
      String first = cells[1].strip();
      String last = cells[2].strip();
      from = from.isEmpty() || first.compareTo(from) < 0 ? first : from;
      until = last.compareTo(until) > 0 ? last : until;
      if (!stations) {
        channels.putIfAbsent(cells[0].strip(), cells[3].strip());
      }
      // A station is heard in the channel of the access point that it joined.
      String channel = stations ? channels.getOrDefault(cells[5].strip(), "") : cells[3].strip();
      radios.heard(
          Bands.wifi(channel),
          channel,
          cells[0].strip(),
          second(first),
          second(last),
          stations ? station(cells) : accessPoint(cells));
    }

    private static RadioScan.Heard station(String[] cells) {
      return new RadioScan.Heard(
          "wifi",
          Optional.of("station"),
          Optional.empty(),
          Texts.some(cells[0].strip().toLowerCase(Locale.ROOT)),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Texts.some(Fields.whole(cells[3])),
          Texts.some(cells[5].strip()),
          Texts.some(names(cells)),
          Optional.empty());
    }

    private static RadioScan.Heard accessPoint(String[] cells) {
      return new RadioScan.Heard(
          "wifi",
          Optional.of("access point"),
          Texts.some(cells[13].strip()),
          Texts.some(cells[0].strip().toLowerCase(Locale.ROOT)),
          Texts.some(cells[3].strip()),
          Texts.some(List.of(cells[5].strip().split(" "))),
          Texts.some(cells[6].strip()).map(List::of),
          Texts.some(cells[7].strip()).map(List::of),
          Texts.some(Fields.whole(cells[8])),
          Optional.empty(),
          Optional.empty(),
          Optional.empty());
    }

    /** Times stand there without a zone; their distance does not need one. */
    long seconds() {
      long begin = second(from);
      long end = second(until);
      return begin > 0 ? Math.max(0, end - begin) : 0;
    }

    private static long second(String time) {
      try {
        return LocalDateTime.parse(time, TIME).toEpochSecond(ZoneOffset.UTC);
      } catch (DateTimeParseException e) {
        return 0;
      }
    }

    private static List<String> names(String[] cells) {
      return Arrays.stream(cells).skip(6).map(String::strip).filter(n -> !n.isEmpty()).toList();
    }
  }
}
