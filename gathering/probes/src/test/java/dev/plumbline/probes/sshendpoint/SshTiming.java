package dev.plumbline.probes.sshendpoint;

import dev.plumbline.dossier.Endpoint;
import dev.plumbline.probes.tlsendpoint.ServerProcess;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Measures one SSH endpoint, warm, against ssh-audit: {@code SshTiming [runs]}. Starts its own
 * Dropbear on loopback.
 */
public final class SshTiming {
  private static final String ADDRESS = "127.77.21.9";

  private SshTiming() {}

  /** Prints medians in milliseconds. */
  public static void main(String[] args) throws Exception {
    int runs = args.length > 0 ? Integer.parseInt(args[0]) : 9;
    Path directory = Files.createTempDirectory("ssh-timing");
    for (String type : List.of("rsa", "ecdsa", "ed25519")) {
      ServerProcess.run(directory, List.of("dropbearkey", "-t", type, "-f", type));
    }
    int port = ServerProcess.freePort(ADDRESS);
    List<String> command =
        List.of(
            "dropbear",
            "-F",
            "-E",
            "-r",
            "rsa",
            "-r",
            "ecdsa",
            "-r",
            "ed25519",
            "-p",
            ADDRESS + ":" + port);
    try (ServerProcess server =
        ServerProcess.listening(ADDRESS, port, directory, command, "Not backgrounding")) {
      Endpoint endpoint = server.endpoint();
      List<String> audit =
          List.of("ssh-audit", "-j", "--skip-rate-test", "-p", "" + port, endpoint.address());
      for (int i = 0; i < 3; i++) {
        SshServersPeerTest.trial(endpoint);
      }
      List<Double> ours = new ArrayList<>();
      List<Double> theirs = new ArrayList<>();
      for (int i = 0; i < runs; i++) {
        long start = System.nanoTime();
        SshServersPeerTest.trial(endpoint);
        ours.add((System.nanoTime() - start) / 1e6);
        start = System.nanoTime();
        ServerProcess.run(directory, audit);
        theirs.add((System.nanoTime() - start) / 1e6);
      }
      System.out.println("dropbear with three host keys");
      System.out.println("  plumbline, warm: " + median(ours) + " ms");
      System.out.println("  ssh-audit, process: " + median(theirs) + " ms");
    }
  }

  private static double median(List<Double> values) {
    List<Double> sorted = new ArrayList<>(values);
    Collections.sort(sorted);
    return Math.round(sorted.get(sorted.size() / 2) * 10) / 10.0;
  }
}
