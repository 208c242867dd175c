package dev.plumbline.capture.net;

import dev.plumbline.capture.file.Frame;
import java.util.Map;
import java.util.TreeMap;

/** Counts of what a capture held and what could not be read of it. */
public final class Tally {
  private final Map<String, Long> unread = new TreeMap<>();
  private long frames;
  private long carried;
  private long cut;
  private long malformed;
  private long encrypted;
  private long other;
  private long fragments;
  private long first = Long.MAX_VALUE;
  private long last;

  void frame(Frame frame) {
    frames++;
    if (frame.cut()) {
      cut++;
    }
    if (frame.nanos() > 0) {
      first = Math.min(first, frame.nanos());
      last = Math.max(last, frame.nanos());
    }
  }

  void addCarried() {
    carried++;
  }

  void addUnread(int link) {
    unread.merge("link type " + link, 1L, Long::sum);
  }

  void addEncrypted() {
    encrypted++;
  }

  void addMalformed() {
    malformed++;
  }

  void addOther() {
    other++;
  }

  void addFragment() {
    fragments++;
  }

  /** Frames whose link could be read. */
  public long carried() {
    return carried;
  }

  public long frames() {
    return frames;
  }

  /** Frames that were captured without their end. */
  public long cut() {
    return cut;
  }

  /** Frames whose lengths contradict each other. */
  public long malformed() {
    return malformed;
  }

  /** Radio frames that are encrypted. */
  public long encrypted() {
    return encrypted;
  }

  /** Frames that carry no IP. */
  public long other() {
    return other;
  }

  public long fragments() {
    return fragments;
  }

  /** Frames by the kind of link that is not read. */
  public Map<String, Long> unread() {
    return Map.copyOf(unread);
  }

  /** Time of the earliest frame in nanoseconds since 1970; 0 where no frame tells. */
  public long first() {
    return last == 0 ? 0 : first;
  }

  /** Time of the latest frame; 0 where no frame tells. */
  public long last() {
    return last;
  }
}
