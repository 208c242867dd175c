package dev.plumbline.capture.flow;

/** What a capture lacks of the connections in it. Used by one thread. */
public final class Losses {
  private long begun;
  private long gaps;

  void addBegun() {
    begun++;
  }

  void addGap() {
    gaps++;
  }

  /** Connections that were open when their first packet was captured. */
  public long begun() {
    return begun;
  }

  /** Places at which bytes of a connection are missing. */
  public long gaps() {
    return gaps;
  }

  /** Whether nothing is known to be missing. */
  public boolean none() {
    return begun == 0 && gaps == 0;
  }
}
