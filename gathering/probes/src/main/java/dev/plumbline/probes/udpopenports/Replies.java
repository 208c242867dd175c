package dev.plumbline.probes.udpopenports;

import dev.plumbline.probes.udpopenports.PortQuestions.Told;
import java.util.BitSet;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What the ports of one address sent back; each port that was asked is in exactly one of the three.
 * What answered once stays answered. Grows while the ports are asked; used by one thread.
 */
final class Replies {
  private final SortedMap<Integer, String> answered = new TreeMap<>();
  private final SortedMap<Integer, Told> told = new TreeMap<>();
  private final BitSet refused = new BitSet();
  private final BitSet unanswered = new BitSet();

  /**
   * @param protocol that the answer shows
   */
  void answered(int port, String protocol) {
    if (!isRecognised(port)) {
      answered.put(port, protocol);
    }
    refused.clear(port);
    unanswered.clear(port);
  }

  /** What the answer of a port says about the device. */
  void told(int port, Told what) {
    told.putIfAbsent(port, what);
  }

  SortedMap<Integer, Told> told() {
    return told;
  }

  /** What has answered once is not closed because it refuses later. */
  void refused(int port) {
    if (!answered.containsKey(port)) {
      refused.set(port);
      unanswered.clear(port);
    }
  }

  /** Until something else is known. */
  void unanswered(int port) {
    if (!answered.containsKey(port) && !refused.get(port)) {
      unanswered.set(port);
    }
  }

  /** Whether the port answered in a protocol that was asked for. */
  boolean isRecognised(int port) {
    return !answered.getOrDefault(port, PortQuestions.UNKNOWN).equals(PortQuestions.UNKNOWN);
  }

  /** Ports where something answered that is none of the protocols asked for so far. */
  BitSet unrecognised() {
    BitSet ports = new BitSet();
    answered.keySet().stream().filter(p -> !isRecognised(p)).forEach(ports::set);
    return ports;
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
