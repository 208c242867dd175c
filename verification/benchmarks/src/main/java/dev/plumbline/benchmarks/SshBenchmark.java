package dev.plumbline.benchmarks;

import dev.plumbline.benchmarks.Row.Standing;
import dev.plumbline.dossier.Endpoint;
import dev.plumbline.observation.network.ServiceIdentified;
import dev.plumbline.observation.ssh.SshAlgorithms;
import dev.plumbline.probe.hostile.ProbeTrial;
import dev.plumbline.probe.run.Limits;
import dev.plumbline.probes.sshendpoint.SshEndpointProbe;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One SSH endpoint, Debian's OpenSSH, against ssh-audit without its rate test. */
final class SshBenchmark implements Benchmark {
  private static final int PAIRS = 5;
  private static final Map<String, String> SHARED =
      Map.of("key", "hostKey", "enc", "ciphers", "mac", "macs", "kex", "kex");

  @Override
  public String name() {
    return "ssh";
  }

  @Override
  public Result measure(Surroundings s) throws IOException, InterruptedException {
    Samples warm = new Samples();
    Samples whole = new Samples();
    Samples audit = new Samples();
    TreeSet<String> differences = new TreeSet<>();
    try (Sshd server = Sshd.start(s.scratch(), DossierCopy.ADDRESS)) {
      DossierCopy dossier = DossierCopy.make(s, String.valueOf(server.port()));
      s.say("warming up");
      for (int i = 0; i < s.times(PAIRS); i++) {
        probe(server.port());
      }
      for (int i = 0; i < s.times(PAIRS); i++) {
        s.say("pair " + (i + 1) + " of " + s.times(PAIRS));
        Ran theirs =
            Program.of(
                    "ssh-audit",
                    "-j",
                    "--skip-rate-test",
                    "-p",
                    String.valueOf(server.port()),
                    DossierCopy.ADDRESS)
                .run(s.scratch());
        audit.add(theirs.seconds());
        long start = System.nanoTime();
        SshAlgorithms seen = probe(server.port());
        warm.add((System.nanoTime() - start) / 1e9);
        differences.addAll(differences(seen, theirs));
        whole.add(dossier.test(s, "ssh-endpoint").run(s.scratch()).expecting(0).seconds());
      }
    }
    String agreement =
        differences.isEmpty()
            ? "agrees on " + String.join(", ", new TreeSet<>(SHARED.values()))
            : "differs: " + String.join("; ", differences);
    return new Result(
        List.of(
            new Row(
                "one SSH endpoint, warm",
                "ssh-audit " + audit.seconds(),
                "≤ 1.0 ×",
                warm.seconds() + ", " + agreement,
                Samples.times(warm.ratio(audit)),
                Standing.of(warm.ratio(audit) <= 1 && differences.isEmpty())),
            new Row(
                "the same, whole process `./plumbline test`",
                "ssh-audit " + audit.seconds(),
                Row.NONE,
                whole.seconds(),
                Samples.times(whole.ratio(audit)),
                Standing.TOLD)),
        Map.of(
            "warmSeconds", warm.values(),
            "processSeconds", whole.values(),
            "sshAuditSeconds", audit.values(),
            "differences", differences));
  }

  private static SshAlgorithms probe(int port) {
    Endpoint endpoint = Endpoint.tcp(DossierCopy.ADDRESS, port);
    return ProbeTrial.against(endpoint)
        .limits(Limits.usual())
        .given(
            endpoint.toString(),
            new ServiceIdentified(
                "ssh",
                false,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Optional.empty()))
        .run(new SshEndpointProbe())
        .fact(SshAlgorithms.class);
  }

  private static List<String> differences(SshAlgorithms seen, Ran audit) {
    String text = audit.output();
    JsonNode theirs = JsonMapper.shared().readTree(text.substring(Math.max(0, text.indexOf('{'))));
    List<String> all = new ArrayList<>();
    // ssh-audit lists the extension marks among the key exchanges.
    List<String> exchanges = new ArrayList<>(seen.kex());
    seen.extensions().ifPresent(exchanges::addAll);
    Map<String, List<String>> lists =
        Map.of(
            "hostKey", seen.hostKey(),
            "ciphers", seen.ciphers(),
            "macs", seen.macs(),
            "kex", exchanges);
    SHARED.forEach(
        (name, ours) -> {
          List<String> names = lists.getOrDefault(ours, List.of());
          TreeSet<String> found = new TreeSet<>();
          theirs.path(name).forEach(n -> found.add(n.path("algorithm").asString()));
          if (!found.equals(new TreeSet<>(names))) {
            all.add("ssh-audit has other " + ours + ": " + found);
          }
        });
    return all;
  }
}
