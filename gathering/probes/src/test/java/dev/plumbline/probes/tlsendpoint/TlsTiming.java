package dev.plumbline.probes.tlsendpoint;

import dev.plumbline.dossier.Endpoint;
import dev.plumbline.probe.hostile.ProbeTrial;
import dev.plumbline.probe.hostile.ProbeTrial.Result;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/**
 * Measures one TLS endpoint, warm, against testssl.sh and sslscan: {@code TlsTiming [runs]}. Starts
 * its own nginx on loopback.
 */
public final class TlsTiming {
  private static final String ADDRESS = "127.77.20.9";

  private TlsTiming() {}

  /** Prints medians in milliseconds. */
  public static void main(String[] args) throws Exception {
    int runs = args.length > 0 ? Integer.parseInt(args[0]) : 9;
    Path directory = Files.createTempDirectory("tls-timing");
    TestKeys.selfSigned(directory, "server", "rsa:2048", "-days", "90");
    String everything =
        "ssl_protocols TLSv1 TLSv1.1 TLSv1.2 TLSv1.3; ssl_ciphers ALL:@SECLEVEL=0;"
            + " ssl_prefer_server_ciphers on;";
    for (String lines : List.of(everything, "", "ssl_protocols TLSv1.3;")) {
      try (ServerProcess server = WebServers.nginx(ADDRESS, directory, lines)) {
        System.out.println("nginx with: " + (lines.isEmpty() ? "its defaults" : lines));
        measure(server.endpoint(), directory, runs, !lines.isEmpty());
      }
    }
  }

  private static void measure(Endpoint endpoint, Path directory, int runs, boolean testssl) {
    List<Double> ours = new ArrayList<>();
    List<Double> scans = new ArrayList<>();
    String target = endpoint.address() + ":" + endpoint.port();
    for (int i = 0; i < 3; i++) {
      trial(endpoint);
    }
    Object connections = "";
    for (int i = 0; i < runs; i++) {
      long start = System.nanoTime();
      Result result = trial(endpoint);
      ours.add((System.nanoTime() - start) / 1e6);
      connections = result.one("tls.weaknesses").coverage().getOrDefault("connections", "?");
      scans.add(time(directory, List.of("sslscan", "--show-sigs", target)));
    }
    System.out.println(
        "  plumbline, warm: " + median(ours) + " ms; " + connections + " connections");
    System.out.println("  sslscan: " + median(scans) + " ms");
    if (testssl) {
      List<String> command =
          List.of(
              "testssl",
              "--fast",
              "--warnings",
              "batch",
              "--color",
              "0",
              "--nodns",
              "none",
              target);
      System.out.println("  testssl.sh --fast, once: " + time(directory, command) + " ms");
    }
  }

  static Result trial(Endpoint endpoint) {
    return ProbeTrial.against(endpoint)
        .given("service.identified", endpoint.toString(), Map.of("protocol", "http", "tls", true))
        .run(new TlsEndpointProbe());
  }

  private static double time(Path directory, List<String> command) {
    long start = System.nanoTime();
    ServerProcess.run(directory, command);
    return Math.round((System.nanoTime() - start) / 1e5) / 10.0;
  }

  private static double median(List<Double> values) {
    List<Double> sorted = new ArrayList<>(values);
    Collections.sort(sorted);
    return Math.round(sorted.get(sorted.size() / 2) * 10) / 10.0;
  }
}
