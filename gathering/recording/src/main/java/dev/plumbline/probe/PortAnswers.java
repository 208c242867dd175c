package dev.plumbline.probe;

import java.util.BitSet;

/** What the ports of one address answered; each asked port is in exactly one of the sets. */
public record PortAnswers(BitSet open, BitSet refused, BitSet unanswered) {
  public PortAnswers {
    open = (BitSet) open.clone();
    refused = (BitSet) refused.clone();
    unanswered = (BitSet) unanswered.clone();
  }

  /** These answers, with those to a second asking of the unanswered ports. */
  public PortAnswers retried(PortAnswers second) {
    return new PortAnswers(
        union(open, second.open), union(refused, second.refused), second.unanswered);
  }

  /** The answers of both. */
  public PortAnswers and(PortAnswers other) {
    return new PortAnswers(
        union(open, other.open),
        union(refused, other.refused),
        union(unanswered, other.unanswered));
  }

  private static BitSet union(BitSet a, BitSet b) {
    BitSet both = (BitSet) a.clone();
    both.or(b);
    return both;
  }
}
