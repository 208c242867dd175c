package dev.plumbline.probe;

/**
 * Asks the device one question and records what it answers. A probe knows no standard and judges
 * nothing. Found through {@code ServiceLoader}; one package each.
 */
public interface Probe {
  ProbeSpec spec();

  /**
   * Whether what it records tells of the device's fall, so that it stands when the device is down
   * afterwards. Facts of all other probes are withdrawn then. Such a probe has to make sure itself
   * that it was the device that fell.
   */
  default boolean tellsOfFalls() {
    return false;
  }

  /**
   * Asks. Everything that leaves the machine goes through the context, which bounds and records it.
   *
   * @throws InterruptedException when the run is stopped; never swallowed
   */
  void run(ProbeContext context) throws InterruptedException;
}
