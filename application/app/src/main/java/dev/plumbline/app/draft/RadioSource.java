package dev.plumbline.app.draft;

import dev.plumbline.app.draft.Known.Seen;
import dev.plumbline.catalogue.IxitTable;
import dev.plumbline.core.TableRole;
import dev.plumbline.observation.radio.RadioScan;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Air interfaces of the radios that a scan heard of the device. */
final class RadioSource implements DraftSource {
  private static final String BANDS = "bands";
  private static final String WIFI = "wifi";
  private static final String SUBJECT = "radio/";

  /** What was heard of one kind of radio. */
  private record Heard(Set<String> bands, Set<String> roles, List<String> from) {
    Heard() {
      this(new TreeSet<>(), new TreeSet<>(), new ArrayList<>());
    }
  }

  @Override
  public void propose(Known known, DraftTables tables) {
    Map<String, Heard> radios = new TreeMap<>();
    for (Seen<RadioScan> seen : known.seen(RadioScan.class)) {
      if (!seen.fact().heard().isEmpty() && seen.subject().startsWith(SUBJECT)) {
        String band = seen.subject().substring(SUBJECT.length());
        Heard heard = radios.computeIfAbsent(band.startsWith(WIFI) ? WIFI : band, b -> new Heard());
        heard.bands().add(band);
        heard.from().add(seen.from());
        seen.fact().heard().forEach(h -> heard.roles().add(role(h)));
      }
    }
    radios.forEach((kind, heard) -> propose(kind, heard, tables));
  }

  /** Tools call an access point AP or access point, and its guests clients or stations. */
  private static String role(RadioScan.Heard radio) {
    String kind = radio.kind().orElse("").toLowerCase(Locale.ROOT);
    if (!radio.band().equals(WIFI)) {
      return "";
    }
    return kind.equals("access point") || kind.equals("wi-fi ap")
        ? "access-point"
        : kind.equals("station") || kind.equals("wi-fi client") ? "station" : "";
  }

  private static void propose(String kind, Heard heard, DraftTables tables) {
    Optional<IxitTable> table = tables.table(TableRole.PHYSICAL_INTERFACES, BANDS);
    if (table.isEmpty()) {
      return;
    }
    String from = String.join(", ", heard.from());
    String name = kind.equals(WIFI) ? "Wi-Fi" : kind;
    DraftRow row =
        tables.row(
            table.get(),
            r ->
                r.texts(BANDS).stream().anyMatch(b -> isOf(kind, b))
                    || (r.texts(BANDS).isEmpty() && r.mentions(name)));
    row.seen("description", "Radio (" + name + ").", Certainty.LIKELY, from)
        .seen("type", List.of("air interface"), Certainty.LIKELY, from)
        .seen("status", "enabled", Certainty.CERTAIN, from)
        .seen("air", true, Certainty.CERTAIN, from)
        .seen("debugInterface", false, Certainty.GUESS, from);
    if (!heard.bands().contains(WIFI)) {
      row.seen(BANDS, List.copyOf(heard.bands()), Certainty.LIKELY, from);
    }
    if (kind.equals(WIFI)) {
      row.seen("networkInterface", true, Certainty.LIKELY, from);
    }
    if (heard.roles().size() == 1) {
      row.seen("radioRole", heard.roles().iterator().next(), Certainty.LIKELY, from);
    }
  }

  private static boolean isOf(String kind, String band) {
    return kind.equals(WIFI) ? band.startsWith(WIFI) : band.equals(kind);
  }
}
