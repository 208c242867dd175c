package dev.plumbline.benchmarks;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.PortUnreachableException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/**
 * A device in a network namespace of its own, at the other end of a cable: Linux with its default
 * limits, which says "port unreachable" once a second to each asker after six at once. Some ports
 * answer, some listen and say nothing.
 */
final class SlowDevice implements AutoCloseable {
  static final String ADDRESS = "10.99.0.2";
  static final Set<Integer> ANSWER =
      Set.of(19, 53, 123, 161, 500, 1_111, 1_900, 7_777, 30_000, 61_000);
  static final Set<Integer> SILENT = Set.of(69, 93, 514, 1_234, 40_000);
  private static final int LAST_TESTER = 250;
  private static final long START_NANOS = TimeUnit.SECONDS.toNanos(30);

  private final Path scratch;
  private final List<Process> running = new ArrayList<>();

  private SlowDevice(Path scratch) {
    this.scratch = scratch;
  }

  /** Lays the cable, gives this side one address, and starts the device. */
  static SlowDevice start(Path scratch) throws IOException, InterruptedException {
    SlowDevice device = new SlowDevice(scratch);
    try {
      Process there = device.run("unshare", "--net", "sleep", "infinity");
      String pid = String.valueOf(there.pid());
      device.inOtherNetwork(pid);
      device.done("ip", "link", "add", "tester", "type", "veth", "peer", "device", "netns", pid);
      device.done("ip", "address", "add", "10.99.0.1/16", "dev", "tester");
      device.done("ip", "link", "set", "tester", "up");
      device.done("nsenter", "-t", pid, "-n", "ip", "link", "set", "lo", "up");
      device.done(
          "nsenter", "-t", pid, "-n", "ip", "address", "add", ADDRESS + "/16", "dev", "device");
      device.done("nsenter", "-t", pid, "-n", "ip", "link", "set", "device", "up");
      device.run(
          "nsenter",
          "-t",
          pid,
          "-n",
          Path.of(System.getProperty("java.home"), "bin", "java").toString(),
          "-cp",
          System.getProperty("java.class.path"),
          SlowDevice.class.getName());
      device.waitUntilItAnswers();
      return device;
    } catch (IOException | InterruptedException | RuntimeException e) {
      device.close();
      throw e;
    }
  }

  /** Gives this side 248 more addresses in the device's network. */
  void moreTesters() throws IOException, InterruptedException {
    for (int i = 3; i <= LAST_TESTER; i++) {
      done("ip", "address", "add", "10.99.0." + i + "/16", "dev", "tester");
    }
  }

  /** The namespace is there once the child is in another one than we are. */
  private void inOtherNetwork(String pid) throws IOException, InterruptedException {
    Path ours = Path.of("/proc/self/ns/net");
    Path theirs = Path.of("/proc", pid, "ns/net");
    long end = System.nanoTime() + START_NANOS;
    while (java.nio.file.Files.readSymbolicLink(ours)
        .equals(java.nio.file.Files.readSymbolicLink(theirs))) {
      if (System.nanoTime() > end) {
        throw new IllegalStateException("no network namespace");
      }
      TimeUnit.MILLISECONDS.sleep(20);
    }
  }

  private void waitUntilItAnswers() throws IOException, InterruptedException {
    long end = System.nanoTime() + START_NANOS;
    while (System.nanoTime() < end) {
      try (DatagramSocket socket = new DatagramSocket()) {
        socket.connect(InetAddress.ofLiteral(ADDRESS), 61_000);
        socket.setSoTimeout(200);
        socket.send(new DatagramPacket(new byte[] {1}, 1));
        socket.receive(new DatagramPacket(new byte[16], 16));
        return;
      } catch (PortUnreachableException | java.net.SocketTimeoutException notYet) {
        TimeUnit.MILLISECONDS.sleep(50);
      }
    }
    throw new IllegalStateException("the device did not start");
  }

  private Process run(String... command) throws IOException {
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(scratch.resolve("device-" + running.size() + ".log").toFile())
            .start();
    running.add(process);
    return process;
  }

  private void done(String... command) throws IOException, InterruptedException {
    Program.of(command).run(scratch).expecting(0);
  }

  @Override
  public void close() {
    running.reversed().forEach(Process::destroy);
  }

  /** The device itself; started in its namespace. */
  public static void main(String[] args) throws IOException, InterruptedException {
    List<Thread> threads = new ArrayList<>();
    for (int port : ANSWER) {
      DatagramSocket socket = new DatagramSocket(port, InetAddress.ofLiteral(ADDRESS));
      threads.add(Thread.ofPlatform().start(() -> serve(socket)));
    }
    List<DatagramSocket> mute = new ArrayList<>();
    for (int port : SILENT) {
      mute.add(new DatagramSocket(port, InetAddress.ofLiteral(ADDRESS)));
    }
    System.out.println("listening, " + mute.size() + " of them mute");
    for (Thread thread : threads) {
      thread.join();
    }
  }

  private static void serve(DatagramSocket socket) {
    DatagramPacket got = new DatagramPacket(new byte[2048], 2048);
    while (true) {
      try {
        socket.receive(got);
        socket.send(new DatagramPacket(new byte[] {1, 2, 3, 4}, 4, got.getSocketAddress()));
      } catch (IOException gone) {
        // The asker has gone, as it may.
      }
    }
  }
}
