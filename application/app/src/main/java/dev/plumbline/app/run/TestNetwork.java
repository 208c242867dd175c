package dev.plumbline.app.run;

import dev.plumbline.dossier.Product;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.Inet4Address;
import java.net.InterfaceAddress;
import java.net.NetworkInterface;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Answers the declared device's questions for an address and for names, on one interface that the
 * user named, with dnsmasq. So the device finds the servers that Plumbline stands in for, and
 * nothing about it has to be changed.
 */
public final class TestNetwork implements AutoCloseable {
  private static final long GRACE_SECONDS = 10;
  private static final int MOST_NAMES = 200;
  private static final Pattern ASKED = Pattern.compile("query\\[[A-Z0-9]+\\] (\\S+) from (\\S+)");

  private final TestNetworkPlan plan;
  private final Process process;
  private final Set<String> asked = new TreeSet<>();
  private int leases;

  private TestNetwork(TestNetworkPlan plan, Process process) {
    this.plan = plan;
    this.process = process;
  }

  /**
   * Begins to answer.
   *
   * @param network the one interface where questions are answered
   * @throws IllegalArgumentException with what is missing in product.yaml or at the interface
   * @throws IOException with the right or program that is missing
   */
  public static TestNetwork start(Product product, String network) throws IOException {
    InterfaceAddress own = address(network);
    if (isWayOut(network)) {
      throw new IllegalArgumentException(
          network
              + " leads to the default gateway: others live there, whom a second DHCP server would"
              + " lead astray; use a network of its own");
    }
    TestNetworkPlan plan =
        TestNetworkPlan.of(
            product, network, (Inet4Address) own.getAddress(), own.getNetworkPrefixLength());
    return start(plan);
  }

  private static InterfaceAddress address(String network) throws IOException {
    NetworkInterface found = NetworkInterface.getByName(network);
    if (found == null || !found.isUp() || found.isLoopback()) {
      throw new IllegalArgumentException(
          "'" + network + "' is not an active, non-loopback network interface");
    }
    return found.getInterfaceAddresses().stream()
        .filter(a -> a.getAddress() instanceof Inet4Address)
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException(network + " has no IPv4 address"));
  }

  private static boolean isWayOut(String network) throws IOException {
    Path routes = Path.of("/proc/net/route");
    return Files.isReadable(routes)
        && Files.readAllLines(routes).stream()
            .anyMatch(r -> r.startsWith(network + "\t00000000\t"));
  }

  private static TestNetwork start(TestNetworkPlan plan) throws IOException {
    List<String> command = new ArrayList<>(plan.command());
    if (hasOneUser()) {
      command.addAll(List.of("--user=root", "--group=root"));
    }
    Process process;
    try {
      process = new ProcessBuilder(command).redirectErrorStream(true).start();
    } catch (IOException e) {
      throw new IOException(
          "dnsmasq, which answers the device, is missing. Type: sudo apt-get install -y"
              + " dnsmasq-base",
          e);
    }
    TestNetwork started = new TestNetwork(plan, process);
    BufferedReader log = process.inputReader();
    String last = "";
    for (String line = log.readLine(); line != null; line = log.readLine()) {
      last = line;
      if (line.contains(": started, ")) {
        Thread.ofPlatform().daemon().name("test-network").start(() -> started.listen(log));
        return started;
      }
    }
    started.close();
    throw new IOException(
        "dnsmasq cannot answer at "
            + plan.network()
            + ": "
            + last.strip()
            + ". It needs the rights of root for the ports 53 and 67, and nobody else at them");
  }

  /** In a user namespace of one user, the program cannot become another. */
  private static boolean hasOneUser() throws IOException {
    Path map = Path.of("/proc/self/uid_map");
    return Files.isReadable(map) && Files.readString(map).strip().matches("\\d+\\s+\\d+\\s+1");
  }

  private void listen(BufferedReader log) {
    try {
      for (String line = log.readLine(); line != null; line = log.readLine()) {
        note(line);
      }
    } catch (IOException e) {
      // The program has ended.
    }
  }

  private synchronized void note(String line) {
    if (line.contains("DHCPACK(" + plan.network() + ")")) {
      leases++;
    }
    Matcher question = ASKED.matcher(line);
    if (question.find() && question.group(2).equals(plan.device()) && asked.size() < MOST_NAMES) {
      asked.add(question.group(1));
    }
  }

  /** What was told to whom, in a sentence. */
  public synchronized String summary() {
    String led =
        leases == 0
            ? "No device with the MAC address " + plan.mac() + " asked for an address at "
            : "The device took the address " + plan.device() + " at ";
    return led
        + plan.network()
        + (asked.isEmpty()
            ? "; it asked for no name."
            : "; it asked for " + String.join(", ", asked) + ".");
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(GRACE_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
