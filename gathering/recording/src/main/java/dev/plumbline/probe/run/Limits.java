package dev.plumbline.probe.run;

import java.time.Duration;

/**
 * Bounds on what a run may do to the device, and the device to the run.
 *
 * @param packetsPerSecond to a device on the network
 * @param loopbackPacketsPerSecond to a simulated device on this machine
 * @param connections open at once
 * @param connectionTime longest life of one connection
 * @param patience longest wait for one answer, whatever a probe asks for
 * @param bytes most bytes read from one connection
 * @param transcriptBytes most bytes of each direction kept in a transcript
 * @param health how long a device may take to answer again after a probe
 * @param farewell how long a stopped probe may take to end
 */
public record Limits(
    int packetsPerSecond,
    int loopbackPacketsPerSecond,
    int connections,
    Duration connectionTime,
    Duration patience,
    long bytes,
    int transcriptBytes,
    Duration health,
    Duration farewell) {

  /** What a small device on a home network bears. */
  public static Limits usual() {
    return new Limits(
        2_000,
        500_000,
        16,
        Duration.ofSeconds(60),
        Duration.ofSeconds(15),
        8L * 1024 * 1024,
        256 * 1024,
        Duration.ofSeconds(5),
        Duration.ofSeconds(5));
  }

  /** The same with another longest wait and longest life of a connection. */
  public Limits hurried(Duration wait, Duration whole) {
    return new Limits(
        packetsPerSecond,
        loopbackPacketsPerSecond,
        connections,
        whole,
        wait,
        bytes,
        transcriptBytes,
        health,
        farewell);
  }

  /** The wait, or the longest allowed one if that is shorter. */
  Duration cap(Duration wait) {
    return wait.compareTo(patience) > 0 ? patience : wait;
  }
}
