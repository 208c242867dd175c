package dev.plumbline.benchmarks;

import dev.plumbline.benchmarks.Row.Standing;
import dev.plumbline.dossier.Endpoint;
import dev.plumbline.observation.network.ServiceIdentified;
import dev.plumbline.probe.hostile.ProbeTrial;
import dev.plumbline.probe.run.Limits;
import dev.plumbline.probes.tlsendpoint.TlsEndpointProbe;
import dev.plumbline.testbed.DeviceSpec;
import dev.plumbline.testbed.SimulatedDevice;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All TLS facts of one endpoint, the careless camera's, against testssl.sh and sslscan. */
final class TlsBenchmark implements Benchmark {
  private static final int RUNS = 5;
  private static final double REACH = 1;
  private static final String TESTSSL = "testssl";

  @Override
  public String name() {
    return "tls";
  }

  @Override
  public Result measure(Surroundings s) throws IOException, InterruptedException {
    Samples warm = new Samples();
    Samples whole = new Samples();
    Samples sslscan = new Samples();
    try (SimulatedDevice device =
        SimulatedDevice.start(
            DeviceSpec.named("careless-camera").onlyParts("web"),
            InetAddress.getByName(DossierCopy.ADDRESS))) {
      int port = device.endpoint("web").getPort();
      String target = DossierCopy.ADDRESS + ":" + port;
      DossierCopy dossier = DossierCopy.make(s, String.valueOf(port));
      s.say("warming up");
      for (int i = 0; i < s.times(RUNS); i++) {
        probe(port);
      }
      TlsFacts seen = probe(port);
      TlsFacts scanned = TlsFacts.NONE;
      for (int i = 0; i < s.times(RUNS); i++) {
        s.say("round " + (i + 1) + " of " + s.times(RUNS));
        Ran scan =
            Program.of("sslscan", "--xml=-", "--no-colour", target).run(s.scratch()).expecting(0);
        sslscan.add(scan.seconds());
        scanned = TlsFacts.ofSslscan(scan.output());
        long start = System.nanoTime();
        seen = probe(port);
        warm.add((System.nanoTime() - start) / 1e9);
        whole.add(dossier.test(s, "tls-endpoint").run(s.scratch()).expecting(0).seconds());
      }
      if (s.quick()) {
        return result(
            warm, whole, sslscan, Optional.empty(), List.of(seen, scanned, TlsFacts.NONE));
      }
      s.say("testssl.sh --fast, once");
      Path json = s.scratch().resolve("testssl.json");
      Ran testssl =
          Program.of(
                  TESTSSL,
                  "--fast",
                  "--quiet",
                  "--color",
                  "0",
                  "--warnings",
                  "off",
                  "--jsonfile",
                  json.toString(),
                  target)
              .run(s.scratch());
      TlsFacts tested = TlsFacts.ofTestssl(Files.readString(json));
      return result(warm, whole, sslscan, Optional.of(testssl), List.of(seen, scanned, tested));
    }
  }

  private static TlsFacts probe(int port) {
    Endpoint endpoint = Endpoint.tcp(DossierCopy.ADDRESS, port);
    return TlsFacts.ofOurs(
        ProbeTrial.against(endpoint)
            .limits(Limits.usual())
            .given(
                endpoint.toString(),
                new ServiceIdentified(
                    "http",
                    true,
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    List.of(),
                    Optional.empty()))
            .run(new TlsEndpointProbe()));
  }

  private static String ratio(Samples ours, Optional<Ran> testssl) {
    return testssl
        .map(t -> Samples.times(ours.median() / t.seconds()) + " testssl.sh, ")
        .orElse("");
  }

  private static Result result(
      Samples warm, Samples whole, Samples sslscan, Optional<Ran> testssl, List<TlsFacts> facts) {
    List<String> differences = new ArrayList<>();
    differences.addAll(facts.get(0).differences("sslscan", facts.get(1)));
    if (testssl.isPresent()) {
      differences.addAll(facts.get(0).differences("testssl.sh", facts.get(2)));
    }
    String agreement =
        differences.isEmpty()
            ? "agrees: " + facts.get(0)
            : facts.get(0) + "; differs: " + String.join("; ", differences);
    String theirs =
        testssl.map(t -> "testssl.sh --fast " + Samples.seconds(t.seconds()) + ", ").orElse("")
            + "sslscan "
            + sslscan.seconds();
    return new Result(
        List.of(
            new Row(
                "all TLS facts of one endpoint, warm",
                theirs,
                "≤ 1 s, agreeing on each",
                warm.seconds() + ", " + agreement,
                ratio(warm, testssl) + Samples.times(warm.ratio(sslscan)) + " sslscan",
                Standing.of(warm.median() <= REACH && differences.isEmpty())),
            new Row(
                "the same, whole process `./plumbline test`",
                theirs,
                Row.NONE,
                whole.seconds(),
                ratio(whole, testssl) + Samples.times(whole.ratio(sslscan)) + " sslscan",
                Standing.TOLD)),
        Map.of(
            "warmSeconds", warm.values(),
            "processSeconds", whole.values(),
            "sslscanSeconds", sslscan.values(),
            "testsslSeconds", testssl.map(Ran::seconds).orElse(0.0),
            "ours", facts.get(0),
            "sslscan", facts.get(1),
            "testssl", facts.get(2),
            "differences", differences));
  }
}
