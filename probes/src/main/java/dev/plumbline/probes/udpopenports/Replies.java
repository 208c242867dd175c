package dev.plumbline.probes.udpopenports;

import java.util.BitSet;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What the ports of one address sent back; each port that was asked is in exactly one of the three.
 * Grows while the ports are asked; used by one thread.
 */
final class Replies {
  private final SortedMap<Integer, String> answered = new TreeMap<>();
  private final BitSet refused = new BitSet();
  private final BitSet unanswered = new BitSet();

  /**
   * @param protocol that the answer shows
   */
  void answered(int port, String protocol) {
    answered.put(port, protocol);
    unanswered.clear(port);
  }

  void refused(int port) {
    refused.set(port);
    unanswered.clear(port);
  }

  void unanswered(int port) {
    unanswered.set(port);
  }

  /** Protocols by port. */
  SortedMap<Integer, String> answered() {
    return answered;
  }

  BitSet refused() {
    return (BitSet) refused.clone();
  }

  BitSet unanswered() {
    return (BitSet) unanswered.clone();
  }

  /** Whether anything came back from the address. */
  boolean any() {
    return !answered.isEmpty() || !refused.isEmpty();
  }

  /** Those of the ports that have neither answered nor refused. */
  BitSet notSettled(BitSet ports) {
    BitSet left = (BitSet) ports.clone();
    left.andNot(refused);
    answered.keySet().forEach(left::clear);
    return left;
  }

  BitSet asked() {
    BitSet asked = (BitSet) refused.clone();
    asked.or(unanswered);
    answered.keySet().forEach(asked::set);
    return asked;
  }
}
