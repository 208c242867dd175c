package dev.plumbline.capture.file;

/**
 * An interface of a pcapng section.
 *
 * @param snap most bytes kept of a frame; 0 for all
 * @param resolution if_tsresol: units a second as a power of 10, or of 2 with the highest bit set
 * @param offset if_tsoffset: seconds to add
 */
record CaptureInterface(int link, long snap, int resolution, long offset) {
  private static final long NANOS = 1_000_000_000L;
  private static final long LAST_SECOND = Long.MAX_VALUE / NANOS - 1;

  /** A time stamp in nanoseconds since 1970; 0 where it is beyond what can be told. */
  long nanos(long ticks) {
    int power = resolution & 0x7F;
    boolean binary = resolution > 0x7F;
    if (power > (binary ? 63 : 18)) {
      return 0;
    }
    long units = 1;
    for (int i = 0; i < power; i++) {
      units *= binary ? 2 : 10;
    }
    long seconds = Long.divideUnsigned(ticks, units);
    long rest = Long.remainderUnsigned(ticks, units);
    // The rest is below the units, which as a double is exact enough for a nanosecond only up to
    // 2^53; finer clocks lose what no capture has.
    double part = (rest < 0 ? rest + 0x1p64 : rest) / (units < 0 ? 0x1p63 : units);
    long nanos = units <= NANOS && !binary ? rest * (NANOS / units) : (long) (part * NANOS);
    if (seconds < 0 || seconds > LAST_SECOND) {
      return 0;
    }
    long at = seconds + offset;
    return at < 0 || at > LAST_SECOND ? 0 : at * NANOS + nanos;
  }
}
