package dev.plumbline.checks.surface;

import dev.plumbline.checks.CheckData;
import dev.plumbline.checks.Questions;
import dev.plumbline.core.BoundedPattern;
import dev.plumbline.core.Remedy;
import dev.plumbline.dossier.Observation;
import dev.plumbline.judging.fact.Facts;
import dev.plumbline.observation.radio.RadioOthers;
import dev.plumbline.observation.radio.RadioScan;
import dev.plumbline.yaml.YamlNode.Mapping;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;

/** Scans for radios, and whether they listened to a band so that silence there says something. */
record RadioScans(Facts facts) {
  private static final Mapping DATA = CheckData.read("radio.yaml");
  private static final long LEAST_SECONDS = Long.parseLong(DATA.text("leastSeconds").orElseThrow());
  private static final BoundedPattern CHANNEL = BoundedPattern.compile("^\\d{1,3}");
  private static final List<Part> PARTS = DATA.mappings("parts").stream().map(Part::of).toList();

  /** Channels that belong together. */
  private record Part(String band, int from, int to) {
    static Part of(Mapping m) {
      return new Part(m.text("band").orElseThrow(), number(m, "from"), number(m, "to"));
    }

    private static int number(Mapping m, String key) {
      return Integer.parseInt(m.text(key).orElseThrow());
    }

    boolean holds(String channel) {
      Matcher m = CHANNEL.matcher(channel);
      return m.find() && Integer.parseInt(m.group()) >= from && Integer.parseInt(m.group()) <= to;
    }
  }

  /** What was heard of the device in the band, or why there is no answer. */
  Optional<Observation> in(String band) {
    return facts.observations(RadioScan.class, subject(band)).stream().findFirst();
  }

  /** What was heard of the device in the band. */
  Optional<Facts.Seen<RadioScan>> seen(String band) {
    return facts.seen(RadioScan.class, subject(band)).stream().findFirst();
  }

  private static String subject(String band) {
    return "radio/" + band;
  }

  /** The same; leaves open what silence there lacks. */
  Optional<Facts.Seen<RadioScan>> listened(
      String band, Questions.Asked asked, Questions questions) {
    Optional<Facts.Seen<RadioScan>> scan = seen(band);
    in(band).ifPresent(questions::restsOn);
    if (scan.isEmpty()) {
      asked.left(
          in(band)
              .map(s -> "the scan of " + band + " has no answer: " + s.reason())
              .orElse("not tested; needed: a radio scan of " + band + " (Kismet, airodump-ng)"),
          importScan(band));
      return Optional.empty();
    }
    RadioScan heard = scan.get().fact();
    if (!heard.complete()) {
      asked.left("not all that was heard in " + band + " was kept", importScan(band));
    }
    long present = heard.present().orElse(0L);
    if (present < LEAST_SECONDS) {
      asked.left(
          "in the scan of "
              + band
              + " the device was heard for "
              + present
              + " of the "
              + LEAST_SECONDS
              + " seconds after which silence counts",
          new Remedy.RunLonger("the radio scan of " + band, LEAST_SECONDS + " seconds or more"));
    }
    List<String> channels = heard.channels().orElse(List.of());
    PARTS.stream()
        .filter(p -> p.band().equals(band) && channels.stream().noneMatch(p::holds))
        .forEach(
            p ->
                asked.left(
                    "the scan of "
                        + band
                        + " heard nobody on the channels "
                        + p.from()
                        + " to "
                        + p.to()
                        + "; whether it listened there is not known",
                    importScan(band)));
    questions.lookedAt(band + " for " + present + " seconds");
    return scan;
  }

  static Remedy importScan(String band) {
    return new Remedy.ImportFile("a radio scan of " + band + " (docs/importing.md)");
  }

  /** Radios beside the device have to be those that are there without it. */
  void others(String band, Questions.Asked asked, Questions questions) {
    facts.observations(RadioOthers.class, subject(band)).forEach(questions::restsOn);
    Optional<RadioOthers> beside = others(facts, band).map(Facts.Seen::fact);
    if (beside.isEmpty()) {
      asked.left("who else was heard in " + band + " is not told", importScan(band));
      return;
    }
    Facts off = facts.inState(Radio.OFF);
    if (facts.product().state().equals(Radio.OFF) || !off.seen(RadioScan.class).isEmpty()) {
      asked.left("the device was heard in a scan that is said to be of the time while it was off");
      return;
    }
    Optional<Facts.Seen<RadioOthers>> without = others(off, band);
    if (without.isEmpty()) {
      asked.left(
          "others were heard in "
              + band
              + "; not tested; needed: a scan of the same place while the device is off (import"
              + " --state off), or a shielded place",
          new Remedy.ImportFile("a radio scan of the same place while the device is off"));
      return;
    }
    questions.restsOn(without.get().observation());
    List<String> there = without.get().fact().others();
    long news =
        beside.get().others().stream().filter(o -> !there.contains(o)).count()
            + Math.max(0, beside.get().count() - beside.get().others().size());
    if (news > 0 || !beside.get().complete()) {
      asked.left(
          news
              + " radios in "
              + band
              + " were not heard while the device was off; whose they are is not known",
          new Remedy.PersonLooks("whose radios are heard in " + band));
    }
  }

  private static Optional<Facts.Seen<RadioOthers>> others(Facts facts, String band) {
    return facts.seen(RadioOthers.class, subject(band)).stream().findFirst();
  }
}
