package dev.plumbline.checks;

import dev.plumbline.dossier.Observation;
import dev.plumbline.engine.Facts;
import dev.plumbline.yaml.YamlNode.Mapping;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Scans for radios, and whether they listened to a band so that silence there says something. */
record RadioScans(Facts facts) {
  private static final Mapping DATA = CheckData.read("radio.yaml");
  private static final long LEAST_SECONDS = Long.parseLong(DATA.text("leastSeconds").orElseThrow());
  private static final Pattern CHANNEL = Pattern.compile("^\\d{1,3}");
  private static final List<Part> PARTS = DATA.mappings("parts").stream().map(Part::of).toList();

  /** Channels that belong together. */
  private record Part(String band, int from, int to) {
    static Part of(Mapping m) {
      return new Part(m.text("band").orElseThrow(), number(m, "from"), number(m, "to"));
    }

    private static int number(Mapping m, String key) {
      return Integer.parseInt(m.text(key).orElseThrow());
    }

    boolean holds(Object channel) {
      Matcher m = CHANNEL.matcher(String.valueOf(channel));
      return m.find() && Integer.parseInt(m.group()) >= from && Integer.parseInt(m.group()) <= to;
    }
  }

  /** What was heard of the device in the band, or why there is no answer. */
  Optional<Observation> in(String band) {
    return facts.observations(Radio.SCAN, "radio/" + band).stream().findFirst();
  }

  /** The same, where the band has an answer; says what silence there lacks. */
  Optional<Observation> listened(String band, Questions questions) {
    Optional<Observation> scan = in(band);
    if (scan.filter(Observation::seen).isEmpty()) {
      questions.gap(
          scan.map(s -> "the scan of " + band + " has no answer: " + s.reason())
              .orElse("missing means: a radio scan of " + band + " (Kismet, airodump-ng)"));
      return Optional.empty();
    }
    questions.restsOn(scan.get());
    if (!Boolean.TRUE.equals(scan.get().coverage().get("complete"))) {
      questions.gap("not all that was heard in " + band + " was kept");
    }
    long present = scan.get().coverage().get("present") instanceof Number n ? n.longValue() : 0;
    if (present < LEAST_SECONDS) {
      questions.gap(
          "in the scan of "
              + band
              + " the device was heard for "
              + present
              + " of the "
              + LEAST_SECONDS
              + " seconds after which silence counts");
    }
    List<?> channels =
        scan.get().coverage().get("channels") instanceof List<?> l ? l : List.<Object>of();
    PARTS.stream()
        .filter(p -> p.band().equals(band) && channels.stream().noneMatch(p::holds))
        .forEach(
            p ->
                questions.gap(
                    "the scan of "
                        + band
                        + " heard nobody on the channels "
                        + p.from()
                        + " to "
                        + p.to()
                        + "; whether it listened there is not known"));
    return scan;
  }

  /** Radios beside the device have to be those that are there without it. */
  void others(String band, Questions questions) {
    String subject = "radio/" + band;
    Optional<Observation> beside = facts.observations(Radio.OTHERS, subject).stream().findFirst();
    if (beside.filter(Observation::seen).isEmpty()) {
      questions.gap("who else was heard in " + band + " is not told");
      return;
    }
    questions.restsOn(beside.get());
    Facts off = facts.inState(Radio.OFF);
    if (facts.dossier().product().state().equals(Radio.OFF)
        || off.observations(Radio.SCAN).stream().anyMatch(Observation::seen)) {
      questions.gap(
          "the device was heard in a scan that is said to be of the time while it was off");
      return;
    }
    Optional<Observation> without =
        off.observations(Radio.OTHERS, subject).stream().filter(Observation::seen).findFirst();
    if (without.isEmpty()) {
      questions.gap(
          "others were heard in "
              + band
              + "; missing means: a scan of the same place while the device is off (import --state"
              + " off), or a shielded place");
      return;
    }
    questions.restsOn(without.get());
    long news =
        beside.get().texts("others").stream()
            .filter(o -> !without.get().texts("others").contains(o))
            .count();
    boolean whole = Boolean.TRUE.equals(beside.get().coverage().get("complete"));
    if (news > 0 || !whole) {
      questions.gap(
          news
              + " radios in "
              + band
              + " were not heard while the device was off; whose they are is not known");
    }
  }
}
