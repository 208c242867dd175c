package dev.plumbline.catalogue.scheme;

import dev.plumbline.catalogue.Confidence;
import java.util.List;

/**
 * What holding a level gives in another scheme.
 *
 * @param level the level that has to be held
 * @param orHigher whether a higher level of the same scheme does as well
 * @param toLevel what it is worth there; empty where the other scheme has no level for it
 * @param since since when
 * @param covers what of the other scheme it covers, in our words
 * @param conditions what has to be so beside; never checked here
 */
public record Edge(
    String scheme,
    String level,
    boolean orHigher,
    String toScheme,
    String toLevel,
    Kind kind,
    PartialDate since,
    String covers,
    List<String> conditions,
    List<String> sources,
    Confidence confidence) {
  public Edge {
    conditions = List.copyOf(conditions);
    sources = List.copyOf(sources);
  }

  /** How the other side takes it. */
  public enum Kind {
    /** A law counts it as fulfilled. */
    DEEMED,
    /** It counts as a level there. */
    RECOGNISED,
    /** It makes the application there shorter. */
    SIMPLIFIED,
    /** It spares single items there. */
    ITEMS
  }

  /** Whether holding a level of a scheme is enough to start from. */
  public boolean leaves(Scheme held, Level of) {
    return held.id().equals(scheme)
        && (of.id().equals(level)
            || (orHigher && held.level(level).map(l -> of.rank() >= l.rank()).orElse(false)));
  }
}
