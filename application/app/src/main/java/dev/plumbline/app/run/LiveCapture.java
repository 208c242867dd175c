package dev.plumbline.app.run;

import dev.plumbline.dossier.Product;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/**
 * Captures the device's traffic with dumpcap or, where that is missing, tcpdump. The filter names
 * the addresses of product.yaml alone, so that nobody else's packets are kept.
 *
 * @param filter what is kept, in the words of pcap-filter(7)
 */
public record LiveCapture(String network, String filter, Duration time) {
  /** Time that a program gets to begin, and to end after the capture. */
  private static final long GRACE_SECONDS = 30;

  private static final long LOOK_MILLIS = 20;

  /**
   * A capture of a product's traffic.
   *
   * @param network interface to listen on, such as {@code eth0}, or {@code any}
   * @throws IllegalArgumentException if product.yaml names no address
   */
  public static LiveCapture of(Product product, String network, Duration time) {
    String filter =
        product.targets().stream()
            .map(t -> "host " + t.address())
            .distinct()
            .collect(Collectors.joining(" or "));
    if (filter.isEmpty()) {
      throw new IllegalArgumentException("product.yaml names no address to capture");
    }
    return new LiveCapture(network, filter, time);
  }

  /** The command with dumpcap, which ends by itself. */
  public List<String> dumpcap(Path file) {
    return List.of(
        "dumpcap",
        "-q",
        "-i",
        network,
        "-a",
        "duration:" + time.toSeconds(),
        "-f",
        filter,
        "-w",
        file.toString());
  }

  /** The command with tcpdump, which has to be ended. */
  public List<String> tcpdump(Path file) {
    return List.of("tcpdump", "-i", network, "-s", "0", "-U", "-w", file.toString(), filter);
  }

  /** What a person types who has the right that this process has not. */
  public String typed(Path file) {
    return "sudo timeout "
        + time.toSeconds()
        + " "
        + tcpdump(file).stream()
            .map(w -> w.matches("[\\w./:-]+") ? w : "'" + w + "'")
            .collect(Collectors.joining(" "));
  }

  /**
   * Captures into a file for the whole time, which counts from when the program listens; whether it
   * worked. A program that is missing or has no right to capture gives false.
   */
  public boolean run(Path file) throws InterruptedException {
    return run(dumpcap(file), file, true) || run(tcpdump(file), file, false);
  }

  private boolean run(List<String> command, Path file, boolean endsItself)
      throws InterruptedException {
    Process process;
    try {
      process =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
    } catch (IOException e) {
      return false;
    }
    try {
      if (endsItself) {
        return process.waitFor(time.toSeconds() + GRACE_SECONDS, TimeUnit.SECONDS)
            && process.exitValue() == 0;
      }
      if (!listens(process, file) || process.waitFor(time.toSeconds(), TimeUnit.SECONDS)) {
        return false;
      }
      process.destroy();
      return process.waitFor(GRACE_SECONDS, TimeUnit.SECONDS);
    } finally {
      process.destroyForcibly();
    }
  }

  /** Waits for the head of the file, which tcpdump writes when it begins to listen. */
  private static boolean listens(Process process, Path file) throws InterruptedException {
    long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(GRACE_SECONDS);
    while (file.toFile().length() == 0 && System.nanoTime() - until < 0) {
      if (process.waitFor(LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
        return false;
      }
    }
    return file.toFile().length() > 0;
  }
}
