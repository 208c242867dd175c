package dev.plumbline.importers.shared.network;

import dev.plumbline.importing.Reading;
import dev.plumbline.observation.Fact;
import dev.plumbline.observation.network.ScanFindings;
import java.util.ArrayList;
import java.util.List;

/**
 * Facts that count only when the tool came to its end, which files tell last. Bounded by what they
 * tell of the device alone.
 */
public final class HeldFacts {
  private sealed interface Held {
    String subject();

    Class<? extends Fact> kind();

    record Seen(String subject, Fact fact) implements Held {
      @Override
      public Class<? extends Fact> kind() {
        return fact.getClass();
      }
    }

    record Unknown(Class<? extends Fact> kind, String subject, String reason) implements Held {}
  }

  private final List<Held> facts = new ArrayList<>();
  private long lost;

  /** Holds a fact. */
  public void seen(String subject, Fact fact) {
    facts.add(new Held.Seen(subject, fact));
  }

  /** Holds that there is no answer. */
  public void undetermined(Class<? extends Fact> kind, String subject, String reason) {
    facts.add(new Held.Unknown(kind, subject, reason));
  }

  /** So many findings are in no fact, for want of room. */
  public void lost(long findings) {
    lost += findings;
  }

  /** Holds all that another one holds. */
  public void add(HeldFacts others) {
    lost += others.lost;
    facts.addAll(others.facts);
  }

  /** Tells all, as the tool came to its end. */
  public void tell(Reading reading) {
    if (lost > 0) {
      reading.counted("findings", lost, 0);
    }
    for (Held held : facts) {
      switch (held) {
        case Held.Seen s -> {
          count(reading, s.fact());
          reading.seen(s.subject(), s.fact());
        }
        case Held.Unknown u -> reading.undetermined(u.kind(), u.subject(), u.reason());
      }
    }
  }

  private static void count(Reading reading, Fact fact) {
    if (fact instanceof ScanFindings scan && !scan.findings().isEmpty()) {
      long kept = scan.findings().size();
      reading.counted("findings", kept + scan.more().orElse(0L), kept);
    }
  }

  /** Tells that the questions have no answer, as the tool did not come to its end. */
  public void withhold(Reading reading, String reason) {
    facts.stream()
        .map(f -> new Held.Unknown(f.kind(), f.subject(), reason))
        .distinct()
        .forEach(f -> reading.undetermined(f.kind(), f.subject(), f.reason()));
  }
}
