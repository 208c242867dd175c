package dev.plumbline.workbench.web;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

/**
 * How many forms of the login are read at once: 3 of one source, 8 together. Whoever sends one
 * slowly keeps a thread of the server waiting, and there are few.
 */
public final class LoginPlaces {
  private static final int SOURCE = 3;
  private static final int TOGETHER = 8;

  private final Map<String, Integer> taken = new HashMap<>();

  /** What is done in a place. */
  @FunctionalInterface
  public interface Work {
    /** Does it. */
    void run() throws IOException;
  }

  /**
   * Does something in a place, which is free again afterwards.
   *
   * @throws Refusal 503 if there is none
   */
  public void within(String source, Work work) throws IOException {
    String network = LoginThrottle.network(source);
    take(network);
    try {
      work.run();
    } finally {
      leave(network);
    }
  }

  private synchronized void take(String network) {
    int own = taken.getOrDefault(network, 0);
    int all = taken.values().stream().mapToInt(Integer::intValue).sum();
    if (own >= SOURCE || all >= TOGETHER) {
      throw new Refusal(503, "Too many people log in at once.", "Try again in a minute.");
    }
    taken.put(network, own + 1);
  }

  private synchronized void leave(String network) {
    taken.computeIfPresent(network, (n, own) -> own > 1 ? own - 1 : null);
  }
}
