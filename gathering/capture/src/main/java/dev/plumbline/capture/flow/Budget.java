package dev.plumbline.capture.flow;

/** Bytes that all flows together may hold back. Used by one thread. */
public final class Budget {
  private final long most;
  private long held;
  private long refused;

  public Budget(long most) {
    this.most = most;
  }

  /** Whether so many more may be held; they count as held then. */
  public boolean take(long bytes) {
    if (held + bytes > most) {
      refused++;
      return false;
    }
    held += bytes;
    return true;
  }

  public void give(long bytes) {
    held -= bytes;
  }

  /** How often there was no room. */
  public long refused() {
    return refused;
  }
}
