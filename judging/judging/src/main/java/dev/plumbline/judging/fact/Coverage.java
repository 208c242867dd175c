package dev.plumbline.judging.fact;

import dev.plumbline.core.BoundedPattern;
import dev.plumbline.core.Finding;
import dev.plumbline.dossier.Observation;
import dev.plumbline.observation.network.OpenPorts;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.stream.Stream;

/**
 * What a search left unseen. "Nothing found" counts for what was looked at and for nothing else: a
 * check that would conclude from an absence asks here first.
 *
 * <pre>{@code
 * Coverage.of("open ports", facts.observations(TcpOpenPorts.class))
 *     .ports(1, 65535)
 *     .nothingFound("No port is open that the table omits.");
 * }</pre>
 *
 * @param gaps what was not looked at, as clauses for a sentence; empty when the search was whole
 */
public record Coverage(List<Observation> looks, List<String> gaps) {
  private static final BoundedPattern RANGE =
      BoundedPattern.compile("(\\d{1,5})(?:\\s*-\\s*(\\d{1,5}))?");

  public Coverage {
    looks = List.copyOf(looks);
    gaps = List.copyOf(gaps);
  }

  /**
   * The coverage of observations that answer one question.
   *
   * @param question what was looked for, such as {@code open ports}
   * @param looks none at all is a gap, and so is each without an answer
   */
  public static Coverage of(String question, Collection<Observation> looks) {
    List<String> gaps = new ArrayList<>();
    if (looks.isEmpty()) {
      gaps.add("nothing looked for " + question);
    }
    looks.stream()
        .filter(o -> !o.seen())
        .forEach(o -> gaps.add("no answer about " + question + " of " + o.subject() + why(o)));
    return new Coverage(List.copyOf(looks), gaps);
  }

  /** Every look has to have tried all ports from first to last, none of them out of scope. */
  public Coverage ports(int first, int last) {
    return plus(looks.stream().flatMap(o -> untried(o, first, last).stream()).toList());
  }

  private static Optional<String> untried(Observation o, int first, int last) {
    if (!(o.fact().orElse(null) instanceof OpenPorts look)) {
      return o.seen()
          ? Optional.of("which ports of " + o.subject() + " were tried is not recorded")
          : Optional.empty();
    }
    if (ranges(look.outOfScope()).stream().anyMatch(r -> r[0] <= last && r[1] >= first)) {
      return Optional.of("the scope forbids some ports of " + o.subject());
    }
    int left = first;
    for (int[] range : ranges(look.ports())) {
      left = range[0] <= left ? Math.max(left, range[1] + 1) : left;
    }
    return left > last
        ? Optional.empty()
        : Optional.of("ports of " + o.subject() + " from " + left + " were not tried");
  }

  /** Adds a gap of the caller's own, where a condition does not hold. */
  public Coverage need(boolean condition, String gap) {
    return condition ? this : plus(List.of(gap));
  }

  /** Both together. */
  public Coverage and(Coverage other) {
    return new Coverage(
        Stream.concat(looks.stream(), other.looks.stream()).toList(),
        Stream.concat(gaps.stream(), other.gaps.stream()).toList());
  }

  public boolean isWhole() {
    return gaps.isEmpty();
  }

  /**
   * The finding after a search that found nothing against the proposition.
   *
   * @param proposition what then holds, as a sentence
   */
  public Finding nothingFound(String proposition) {
    return isWhole()
        ? new Finding.Holds(proposition)
        : new Finding.Undetermined(
            "Nothing was found, but the search was not whole: " + String.join("; ", gaps) + ".");
  }

  private Coverage plus(List<String> more) {
    return new Coverage(looks, Stream.concat(gaps.stream(), more.stream()).toList());
  }

  private static List<int[]> ranges(List<String> written) {
    List<int[]> ranges = new ArrayList<>();
    Matcher m = RANGE.matcher(String.join(",", written));
    while (m.find()) {
      int from = Integer.parseInt(m.group(1));
      ranges.add(new int[] {from, m.group(2) == null ? from : Integer.parseInt(m.group(2))});
    }
    ranges.sort((a, b) -> Integer.compare(a[0], b[0]));
    return ranges;
  }

  private static String why(Observation o) {
    return o.reason().isBlank() ? "" : " (" + o.reason() + ")";
  }
}
