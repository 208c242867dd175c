package dev.plumbline.importers.shared.radio;

import dev.plumbline.core.Digest;
import dev.plumbline.dossier.IxitEntry;
import dev.plumbline.importers.shared.reading.Texts;
import dev.plumbline.importing.Kept;
import dev.plumbline.importing.Reading;
import dev.plumbline.observation.radio.RadioOthers;
import dev.plumbline.observation.radio.RadioScan;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Gathers the radios of the device that a scan heard, an observation a band; and who else was
 * there, by digests that name nobody.
 */
public final class Radios {

  private static final int MOST_OTHERS = 2_000;

  /** Seconds since 1970 up to the year 9999; what lies beyond is no time. */
  private static final long LATEST = 253_402_300_799L;

  /** What was heard in one band. */
  private static final class Heard {
    private final Kept<RadioScan.Heard> own = new Kept<>();
    private final Set<String> channels = new TreeSet<>();
    private final Set<String> others = new TreeSet<>();
    private long all;
    private boolean allOthers = true;
  }

  private final Reading reading;
  private final Set<String> declared;
  private final SortedMap<String, Heard> bands = new TreeMap<>();
  private long all;
  private boolean whole = true;
  private long ownFirst = Long.MAX_VALUE;
  private long ownLast;

  public Radios(Reading reading) {
    this.reading = reading;
    this.declared =
        reading.ixit().tables().entrySet().stream()
            .filter(t -> t.getKey().startsWith("15-"))
            .flatMap(t -> t.getValue().stream())
            .flatMap((IxitEntry e) -> e.texts("radioAddresses").stream())
            .map(a -> a.toLowerCase(Locale.ROOT))
            .collect(Collectors.toUnmodifiableSet());
  }

  /**
   * Notes a radio of whomever; keeps it when the address is the device's.
   *
   * @param band as {@link Bands} names it
   * @param first second at which it was heard first, by whatever clock; 0 where it is not told
   * @param last second at which it was heard last
   * @param radio what is told of it, with its address in lower case
   */
  public void heard(
      String band, String channel, String address, long first, long last, RadioScan.Heard radio) {
    Heard heard = bands.computeIfAbsent(band, b -> new Heard());
    all++;
    heard.all++;
    if (!channel.isBlank() && heard.channels.size() < 500) {
      heard.channels.add(channel);
    }
    String lower = address.toLowerCase(Locale.ROOT);
    if (declared.contains(lower) || reading.ofDevice(address)) {
      heard.own.add(radio);
      if (first > 0 && first <= last && last <= LATEST) {
        ownFirst = Math.min(ownFirst, first);
        ownLast = Math.max(ownLast, last);
      }
    } else if (heard.others.size() < MOST_OTHERS) {
      heard.others.add(Digest.of(lower).hex().substring(0, 16));
    } else {
      heard.allOthers = false;
    }
  }

  /** The file ends before its tool did: there may be more radios than it tells. */
  public void cut() {
    whole = false;
  }

  /**
   * Tells what was gathered. Where the device was heard in no band it may have been off or far
   * away, which says nothing of its radios; where it was heard in one, that it was not in another
   * does.
   *
   * @param tool what the tool listens to: {@code wifi}, {@code bluetooth}, {@code other}
   * @param seconds between the first and the last radio heard; 0 where the tool does not tell
   */
  public void tell(List<String> tool, String from, String until, long seconds) {
    boolean there = bands.values().stream().anyMatch(h -> !h.own.isEmpty());
    String absent = "none of the " + all + " radios that were heard has an address of the device";
    if (bands.isEmpty()) {
      reading.undetermined(RadioScan.class, "DUT", absent);
    }
    List<String> order = new ArrayList<>(bands.keySet());
    order.sort((a, b) -> Boolean.compare(own(b), own(a)));
    for (String band : order) {
      Heard heard = bands.getOrDefault(band, new Heard());
      Optional<List<String>> channels = Texts.some(List.copyOf(heard.channels));
      Optional<Long> lasted = seconds > 0 ? Optional.of(seconds) : Optional.empty();
      Optional<Long> present =
          ownFirst <= ownLast ? Optional.of(ownLast - ownFirst) : Optional.empty();
      long beside = heard.all - heard.own.count();
      if (there) {
        reading.seen(
            "radio/" + band,
            new RadioScan(
                heard.own.all(),
                beside,
                tool,
                channels,
                Texts.some(from),
                Texts.some(until),
                lasted,
                present,
                all,
                whole && heard.own.complete()));
      } else {
        reading.undetermined(RadioScan.class, "radio/" + band, absent);
      }
      reading.seen(
          "radio/" + band,
          new RadioOthers(
              List.copyOf(heard.others),
              beside,
              tool,
              channels,
              Texts.some(from),
              Texts.some(until),
              lasted,
              present,
              all,
              whole && heard.allOthers));
    }
  }

  private boolean own(String band) {
    return !bands.getOrDefault(band, new Heard()).own.isEmpty();
  }
}
