package dev.plumbline.checks;

import dev.plumbline.dossier.IxitEntry;
import dev.plumbline.dossier.Observation;
import dev.plumbline.engine.Facts;
import dev.plumbline.yaml.YamlNode.Mapping;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What scans for radios heard, held against the rows of air interfaces. A band has an answer only
 * where the same scan heard the device in some band: silence of a device that is away says nothing.
 */
record Radio(Facts facts) {
  static final String SCAN = "radio.scan";
  static final String OTHERS = "radio.others";

  /** The device state in which everything that a scan hears is of others. */
  static final String OFF = "off";

  /** The band of a Wi-Fi radio whose channel is not told. */
  private static final String UNTOLD = "wifi";

  private static final Mapping DATA = CheckData.read("radio.yaml");
  private static final Pattern ACCESS_POINT = CheckData.pattern(DATA, "accessPoint");
  private static final Pattern STATION = CheckData.pattern(DATA, "station");

  /** Whether a radio that was heard is that of a row. */
  private enum Match {
    YES,
    NO,
    /** The scan does not tell enough of it, or another row declares the same. */
    MAYBE
  }

  static boolean isAir(IxitEntry row) {
    return row.flag("air").orElseGet(() -> row.texts("type").contains("air interface"));
  }

  /** The radio of the row is heard in one of its bands. */
  void on(IxitEntry row, Questions questions) {
    boolean maybe = false;
    for (String band : bands(row, questions)) {
      Optional<Observation> scan = scans().in(band);
      for (Map<?, ?> heard : scan.map(Radio::heard).orElse(List.of())) {
        Match match = match(row, band, heard);
        if (match == Match.YES) {
          scan.ifPresent(questions::restsOn);
          return;
        }
        maybe |= match == Match.MAYBE;
      }
    }
    if (maybe) {
      questions.gap("what was heard in the bands of " + row.id() + " can be of another row");
    } else if (!row.texts("bands").isEmpty()) {
      questions.gap(
          row.id()
              + " was not heard in "
              + row.texts("bands")
              + "; missing means: a radio scan that hears the device there");
    }
  }

  /** The radio of the row is heard in none of its bands. */
  void off(IxitEntry row, Questions questions) {
    for (String band : bands(row, questions)) {
      scans().listened(band, questions).ifPresent(scan -> silent(row, band, scan, questions));
    }
    if (row.texts("bands").stream().anyMatch(b -> b.startsWith(UNTOLD + "-"))) {
      scans()
          .in(UNTOLD)
          .filter(Observation::seen)
          .ifPresent(s -> silent(row, UNTOLD, s, questions));
    }
  }

  private void silent(IxitEntry row, String band, Observation scan, Questions questions) {
    for (Map<?, ?> heard : heard(scan)) {
      Match match = match(row, band, heard);
      boolean anybodys = rows().stream().noneMatch(r -> couldBe(r, band, heard));
      if (match == Match.YES && !band.equals(UNTOLD)) {
        questions.against(row.id() + " is heard in " + band + told(heard), scan);
      } else if (match != Match.NO) {
        questions.gap("what is heard in " + band + told(heard) + " can be " + row.id());
      } else if (anybodys) {
        questions.gap(
            "what is heard in " + band + told(heard) + " is of no row, and can be " + row.id());
      }
    }
  }

  /** No radio of the device is heard that no row declares. */
  void declared(Questions questions) {
    List<IxitEntry> rows = rows();
    List<IxitEntry> silent =
        Declared.of(facts).table(15).stream()
            .filter(Radio::isAir)
            .filter(r -> r.texts("bands").isEmpty())
            .toList();
    silent.forEach(r -> questions.gap("row " + r.id() + " does not say its bands"));
    facts.observations(SCAN).stream()
        .filter(Observation::seen)
        .forEach(o -> undeclared(rows, o, silent.isEmpty(), questions));
    Set<String> needed = new LinkedHashSet<>(DATA.texts("always"));
    rows.forEach(r -> needed.addAll(r.texts("bands")));
    for (String band : needed) {
      scans()
          .listened(band, questions)
          .filter(scan -> scan.number("beside").orElse(1L) > 0)
          .ifPresent(scan -> scans().others(band, questions));
    }
  }

  /** The bands that a whole search has to reach, for people. */
  List<String> reached() {
    Set<String> needed = new LinkedHashSet<>(DATA.texts("always"));
    rows().forEach(r -> needed.addAll(r.texts("bands")));
    return List.copyOf(needed);
  }

  /**
   * @param told whether every air interface says its bands; one that does not can be any radio
   */
  private static void undeclared(
      List<IxitEntry> rows, Observation scan, boolean told, Questions questions) {
    String band = scan.subject().replaceFirst("^radio/", "");
    for (Map<?, ?> heard : heard(scan)) {
      if (rows.stream().noneMatch(r -> couldBe(r, band, heard))) {
        String clause = "a radio of the device is heard in " + band + told(heard);
        if (told) {
          questions.against(clause, scan);
        } else {
          questions.gap(clause + ", which can be a row without bands");
        }
      }
    }
  }

  /** Whether any row declares a radio there, in whatever role is told. */
  private static boolean couldBe(IxitEntry row, String band, Map<?, ?> heard) {
    boolean there =
        row.texts("bands").stream()
            .anyMatch(b -> b.equals(band) || (band.equals(UNTOLD) && b.startsWith(UNTOLD + "-")));
    String role = row.text("radioRole");
    String shown = role(heard);
    boolean otherRole =
        !shown.isEmpty() && Set.of("access-point", "station").contains(role) && !role.equals(shown);
    return there && !otherRole && !otherAddress(row, heard);
  }

  private RadioScans scans() {
    return new RadioScans(facts);
  }

  private List<IxitEntry> rows() {
    return Declared.of(facts).table(15).stream().filter(r -> !r.texts("bands").isEmpty()).toList();
  }

  private static List<String> bands(IxitEntry row, Questions questions) {
    if (row.texts("bands").isEmpty()) {
      questions.gap("row " + row.id() + " does not say its bands");
    }
    return row.texts("bands");
  }

  private Match match(IxitEntry row, String band, Map<?, ?> heard) {
    String role = row.text("radioRole");
    String shown = role(heard);
    if (otherAddress(row, heard)) {
      return Match.NO;
    }
    if (Set.of("access-point", "station").contains(role)) {
      return shown.isEmpty() ? Match.MAYBE : shown.equals(role) ? Match.YES : Match.NO;
    }
    boolean alone =
        rows().stream()
            .noneMatch(r -> !r.subject().equals(row.subject()) && couldBe(r, band, heard));
    return alone ? Match.YES : Match.MAYBE;
  }

  private static boolean otherAddress(IxitEntry row, Map<?, ?> heard) {
    List<String> addresses =
        row.texts("radioAddresses").stream().map(a -> a.toLowerCase(Locale.ROOT)).toList();
    return !addresses.isEmpty() && !addresses.contains(String.valueOf(heard.get("address")));
  }

  private static String role(Map<?, ?> heard) {
    String kind = String.valueOf(heard.get("kind"));
    if (ACCESS_POINT.matcher(kind).find()) {
      return "access-point";
    }
    return STATION.matcher(kind).find() ? "station" : "";
  }

  private static List<Map<?, ?>> heard(Observation scan) {
    return Traffic.maps(scan, "heard");
  }

  private static String told(Map<?, ?> heard) {
    Object name = heard.get("name");
    Object kind = heard.get("kind");
    return " ("
        + (kind == null ? "of a kind that is not told" : kind)
        + (name == null ? "" : " " + name)
        + ")";
  }
}
