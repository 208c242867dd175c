package dev.plumbline.acceptance;

import dev.plumbline.cli.Main;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Lays a cable between the tester and a device in a network of its own, and runs {@code plumbline
 * test --lead} there; started by {@link LeadingPeerTest}. The argument: a dossier.
 */
final class LeadingRun {
  private LeadingRun() {}

  public static void main(String[] args) throws IOException, InterruptedException {
    Path dossier = Path.of(args[0]);
    Process elsewhere = new ProcessBuilder("unshare", "--net", "sleep", "180").start();
    try {
      String there = Long.toString(elsewhere.pid());
      while (sameNetwork(there)) {
        Thread.onSpinWait();
      }
      sh("ip link add tester type veth peer name device");
      sh("ip link set device address " + LedDevice.MAC + " netns " + there);
      sh("ip addr add " + LedDevice.TESTER + "/24 dev tester && ip link set tester up");
      sh(
          "ip link add empty type veth peer name loose && ip link set loose up"
              + " && ip addr add 192.168.78.1/24 dev empty && ip link set empty up");
      sh("nsenter -t " + there + " -n ip link set device up");
      // A device takes answers from whoever sends them.
      sh("nsenter -t " + there + " -n ip route add default dev device");
      List<String> device = new ArrayList<>(List.of("nsenter", "-t", there, "-n"));
      device.addAll(PrivateNetwork.java(LedDevice.class, List.of(args[0])));
      int nowhere = lead(dossier, "nosuch");
      int itself = lead(dossier, "lo");
      int empty = lead(dossier, "empty");
      Process asking = new ProcessBuilder(device).inheritIO().start();
      int led = lead(dossier, "tester");
      asking.waitFor();
      elsewhere.destroy();
      elsewhere.waitFor();
      Files.writeString(
          dossier.resolve("ended"),
          "exits "
              + nowhere
              + " "
              + itself
              + " "
              + empty
              + " "
              + led
              + ", children "
              + ProcessHandle.current().children().count());
    } finally {
      elsewhere.destroyForcibly();
    }
  }

  private static int lead(Path dossier, String network) throws IOException {
    return Main.run(
        new String[] {
          "test",
          dossier.toString(),
          "--lead",
          network,
          "--only",
          "client-tls",
          "--yes",
          Agreed.to(dossier)
        });
  }

  private static boolean sameNetwork(String pid) throws IOException {
    return Files.readSymbolicLink(Path.of("/proc", pid, "ns", "net"))
        .equals(Files.readSymbolicLink(Path.of("/proc", "self", "ns", "net")));
  }

  private static void sh(String command) throws IOException, InterruptedException {
    Process shell = new ProcessBuilder("sh", "-c", command).inheritIO().start();
    if (shell.waitFor() != 0) {
      throw new IOException("failed: " + command);
    }
  }
}
