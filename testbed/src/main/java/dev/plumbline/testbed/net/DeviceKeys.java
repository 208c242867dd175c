package dev.plumbline.testbed.net;

import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Keys that a device made at its first start and keeps while it has no power, as devices do. Making
 * them anew takes seconds on a busy machine.
 */
public final class DeviceKeys {
  private final Map<String, Object> made = new ConcurrentHashMap<>();

  /** Makes a key. */
  @FunctionalInterface
  public interface Maker<T> {
    T make() throws IOException;
  }

  /**
   * The key of that name, made at the first call.
   *
   * @param owner the unit and part whose it is; each asks for its own alone
   */
  <T> T of(String owner, Class<T> kind, Maker<T> maker) throws IOException {
    Object kept = made.get(owner);
    if (kept == null) {
      kept = maker.make();
      made.put(owner, kept);
    }
    return kind.cast(kept);
  }
}
