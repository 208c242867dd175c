package dev.plumbline.checks.surface;

import dev.plumbline.checks.CheckData;
import dev.plumbline.checks.Declared;
import dev.plumbline.checks.Questions;
import dev.plumbline.core.BoundedPattern;
import dev.plumbline.core.Remedy;
import dev.plumbline.core.TableRole;
import dev.plumbline.dossier.IxitEntry;
import dev.plumbline.judging.fact.Facts;
import dev.plumbline.observation.radio.RadioOthers;
import dev.plumbline.observation.radio.RadioScan;
import dev.plumbline.observation.radio.RadioScan.Heard;
import dev.plumbline.observation.registry.Kinds;
import dev.plumbline.yaml.YamlNode.Mapping;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * What scans for radios heard, held against the rows of air interfaces. A band has an answer only
 * where the same scan heard the device in some band: silence of a device that is away says nothing.
 */
record Radio(Facts facts) {
  /** Keys of what scans heard. */
  static final String SCAN = Kinds.key(RadioScan.class);

  static final String OTHERS = Kinds.key(RadioOthers.class);

  /** The device state in which everything that a scan hears is of others. */
  static final String OFF = "off";

  private static final String BANDS = "bands";

  /** The band of a Wi-Fi radio whose channel is not told. */
  private static final String UNTOLD = "wifi";

  private static final Mapping DATA = CheckData.read("radio.yaml");
  private static final BoundedPattern ACCESS_POINT = CheckData.pattern(DATA, "accessPoint");
  private static final BoundedPattern STATION = CheckData.pattern(DATA, "station");

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
    Questions.Asked asked = questions.ask("Is the radio heard in one of its bands?", row.subject());
    boolean maybe = false;
    for (String band : bands(row, asked)) {
      Optional<Facts.Seen<RadioScan>> scan = scans().seen(band);
      for (Heard heard : scan.map(s -> s.fact().heard()).orElse(List.of())) {
        Match match = match(row, band, heard);
        if (match == Match.YES) {
          asked.answered(scan.get().observation(), "it is heard in " + band + told(heard));
          return;
        }
        maybe |= match == Match.MAYBE;
      }
    }
    if (maybe) {
      asked.left(
          "what was heard in the bands of " + row.id() + " can be of another row",
          new Remedy.ChangeDeclaration(row.subject(), "state radioRole or radioAddresses"));
    } else if (!row.texts(BANDS).isEmpty()) {
      asked.left(
          row.id()
              + " was not heard in "
              + row.texts(BANDS)
              + "; not tested; needed: a radio scan that hears the device there",
          RadioScans.importScan(String.join(", ", row.texts(BANDS))));
    }
  }

  /** The radio of the row is heard in none of its bands. */
  void off(IxitEntry row, Questions questions) {
    Questions.Asked known = questions.ask("Are the bands of the radio known?", row.subject());
    for (String band : bands(row, known)) {
      known.answeredBy(row, BANDS, "these: " + row.texts(BANDS));
      Questions.Asked silent =
          questions.ask("Is the radio silent in the band?", row.subject() + " " + band);
      scans().listened(band, silent, questions).ifPresent(scan -> silent(row, band, scan, silent));
    }
    if (row.texts(BANDS).stream().anyMatch(b -> b.startsWith(UNTOLD + "-"))) {
      scans()
          .seen(UNTOLD)
          .ifPresent(
              s ->
                  silent(
                      row,
                      UNTOLD,
                      s,
                      questions.ask("Is it no radio whose channel is not told?", row.subject())));
    }
  }

  private void silent(
      IxitEntry row, String band, Facts.Seen<RadioScan> scan, Questions.Asked silent) {
    for (Heard heard : scan.fact().heard()) {
      Match match = match(row, band, heard);
      boolean anybodys = rows().stream().noneMatch(r -> couldBe(r, band, heard));
      if (match == Match.YES && !band.equals(UNTOLD)) {
        silent.refuted(scan.observation(), row.id() + " is heard in " + band + told(heard));
      } else if (match != Match.NO) {
        silent.left("what is heard in " + band + told(heard) + " can be " + row.id());
      } else if (anybodys) {
        silent.left(
            "what is heard in " + band + told(heard) + " is of no row, and can be " + row.id());
      }
    }
    silent.answered(
        scan.observation(), "the scan heard the device, and nothing of this radio in " + band);
  }

  /** No radio of the device is heard that no row declares. */
  void declared(Questions questions) {
    List<IxitEntry> rows = rows();
    List<IxitEntry> silent =
        Declared.of(facts).table(TableRole.PHYSICAL_INTERFACES).stream()
            .filter(Radio::isAir)
            .filter(r -> r.texts(BANDS).isEmpty())
            .toList();
    silent.forEach(r -> bands(r, questions.ask("Are the bands of the radio known?", r.subject())));
    facts
        .seen(RadioScan.class)
        .forEach(
            scan ->
                undeclared(
                    rows,
                    scan,
                    silent.isEmpty(),
                    questions.ask("Does a row name each radio that is heard?", scan.subject())));
    for (String band : reached()) {
      Questions.Asked known =
          questions.ask("Is it known who is heard in the band?", "radio/" + band);
      scans()
          .listened(band, known, questions)
          .ifPresent(
              scan -> {
                if (scan.fact().beside() > 0) {
                  scans().others(band, known, questions);
                }
                known.answered(
                    scan.observation(),
                    scan.fact().beside() > 0
                        ? "the other radios are there without the device"
                        : "nobody but the device is heard in " + band);
              });
    }
  }

  /** The bands that a whole search has to reach, for people. */
  List<String> reached() {
    Set<String> needed = new LinkedHashSet<>(DATA.texts("always"));
    rows().forEach(r -> needed.addAll(r.texts(BANDS)));
    return List.copyOf(needed);
  }

  /**
   * @param told whether every air interface says its bands; one that does not can be any radio
   */
  private static void undeclared(
      List<IxitEntry> rows, Facts.Seen<RadioScan> scan, boolean told, Questions.Asked named) {
    String band = scan.subject().replaceFirst("^radio/", "");
    for (Heard heard : scan.fact().heard()) {
      if (rows.stream().noneMatch(r -> couldBe(r, band, heard))) {
        String clause = "a radio of the device is heard in " + band + told(heard);
        if (told) {
          named.refuted(scan.observation(), clause);
        } else {
          named.left(clause + ", which can be a row without bands");
        }
      }
    }
    named.answered(
        scan.observation(),
        scan.fact().heard().isEmpty()
            ? "no radio of the device is heard in " + band
            : "each can be a row with this band");
  }

  /** Whether any row declares a radio there, in whatever role is told. */
  private static boolean couldBe(IxitEntry row, String band, Heard heard) {
    boolean there =
        row.texts(BANDS).stream()
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
    return Declared.of(facts).table(TableRole.PHYSICAL_INTERFACES).stream()
        .filter(r -> !r.texts(BANDS).isEmpty())
        .toList();
  }

  private static List<String> bands(IxitEntry row, Questions.Asked asked) {
    if (row.texts(BANDS).isEmpty()) {
      asked.left(
          "row " + row.id() + " does not say its bands",
          new Remedy.ChangeDeclaration(row.subject(), "state '" + BANDS + "'"));
    }
    return row.texts(BANDS);
  }

  private Match match(IxitEntry row, String band, Heard heard) {
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

  private static boolean otherAddress(IxitEntry row, Heard heard) {
    List<String> addresses =
        row.texts("radioAddresses").stream().map(a -> a.toLowerCase(Locale.ROOT)).toList();
    return !addresses.isEmpty()
        && heard
            .address()
            .map(a -> a.toLowerCase(Locale.ROOT))
            .filter(addresses::contains)
            .isEmpty();
  }

  private static String role(Heard heard) {
    String kind = heard.kind().orElse("");
    if (ACCESS_POINT.matcher(kind).find()) {
      return "access-point";
    }
    return STATION.matcher(kind).find() ? "station" : "";
  }

  private static String told(Heard heard) {
    return " ("
        + heard.kind().orElse("of a kind that is not told")
        + heard.name().map(n -> " " + n).orElse("")
        + ")";
  }
}
