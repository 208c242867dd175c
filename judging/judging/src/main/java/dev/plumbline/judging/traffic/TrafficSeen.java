package dev.plumbline.judging.traffic;

import dev.plumbline.judging.fact.Facts;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What captures show of the device's traffic, for a person to look at. */
public sealed interface TrafficSeen {
  /**
   * Nothing to show.
   *
   * @param reason why, as a sentence
   */
  record None(String reason) implements TrafficSeen {}

  /**
   * Traffic was seen.
   *
   * @param source who read it, such as {@code pcap 1}
   * @param whole whether the last file that was read has its end
   * @param gaps what the files lack, as clauses
   * @param volumes how much when; empty where the file's reader does not tell
   * @param contacts those that no row names first, then by volume
   */
  record Picture(
      String source,
      Optional<Instant> from,
      Optional<Instant> until,
      boolean whole,
      List<String> gaps,
      long bytesOut,
      long bytesIn,
      Optional<Volumes> volumes,
      List<Contact> contacts)
      implements TrafficSeen {
    public Picture {
      gaps = List.copyOf(gaps);
      contacts = List.copyOf(contacts);
    }
  }

  /** What the facts of the version, unit and state under assessment show. */
  static TrafficSeen of(Facts facts) {
    return new Painter(facts).paint();
  }
}
