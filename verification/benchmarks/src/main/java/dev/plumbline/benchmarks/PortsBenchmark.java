package dev.plumbline.benchmarks;

import dev.plumbline.benchmarks.Row.Standing;
import dev.plumbline.observation.network.TcpOpenPorts;
import dev.plumbline.probe.hostile.ProbeTrial;
import dev.plumbline.probe.run.Limits;
import dev.plumbline.probes.tcpopenports.TcpOpenPortsProbe;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** All TCP ports of one address, twenty of them open, against nmap. */
final class PortsBenchmark implements Benchmark {
  private static final int PAIRS = 5;
  private static final int MOST_MIB = 128;
  private static final Pattern OPEN = Pattern.compile("(\\d+)/open/");

  @Override
  public String name() {
    return "ports";
  }

  @Override
  public Result measure(Surroundings s) throws IOException, InterruptedException {
    Samples warm = new Samples();
    Samples whole = new Samples();
    Samples nmap = new Samples();
    Samples memory = new Samples();
    List<String> differences = new ArrayList<>();
    try (OpenPorts open = OpenPorts.on(DossierCopy.ADDRESS)) {
      DossierCopy dossier = DossierCopy.make(s, "1-65535");
      s.say("warming up");
      probe();
      for (int i = 0; i < s.times(PAIRS); i++) {
        s.say("pair " + (i + 1) + " of " + s.times(PAIRS));
        Ran theirs =
            Program.of("nmap", "-p-", "-T4", "-n", "-Pn", "-oG", "-", DossierCopy.ADDRESS)
                .run(s.scratch())
                .expecting(0);
        nmap.add(theirs.seconds());
        long start = System.nanoTime();
        TcpOpenPorts seen = probe();
        warm.add((System.nanoTime() - start) / 1e9);
        Ran ours = dossier.test(s, "tcp-open-ports").run(s.scratch()).expecting(0);
        whole.add(ours.seconds());
        memory.add(ours.peakKib() / 1024.0);
        differ("nmap", open.ports(), nmapOpen(theirs.output()), differences);
        differ("warm", open.ports(), open(seen), differences);
        differ("process", open.ports(), open(dossier.last(TcpOpenPorts.class)), differences);
      }
    }
    String found = differences.isEmpty() ? "same 20 ports" : String.join("; ", differences);
    double peak = memory.values().stream().mapToDouble(d -> d).max().orElse(0);
    return new Result(
        List.of(
            new Row(
                "all TCP ports, 20 open, warm",
                "nmap " + nmap.seconds(),
                "≤ 1.0 ×, same findings",
                warm.seconds() + ", " + found,
                Samples.times(warm.ratio(nmap)),
                Standing.of(warm.ratio(nmap) <= 1 && differences.isEmpty())),
            new Row(
                "the same, whole process `./plumbline test`",
                "nmap " + nmap.seconds(),
                "≤ 1.0 ×",
                whole.seconds(),
                Samples.times(whole.ratio(nmap)),
                Standing.of(whole.ratio(nmap) <= 1)),
            new Row(
                "the same, peak memory of the process",
                Row.NONE,
                "≤ " + MOST_MIB + " MiB",
                Math.round(peak) + " MiB",
                Row.NONE,
                Standing.of(peak <= MOST_MIB))),
        Map.of(
            "warmSeconds", warm.values(),
            "processSeconds", whole.values(),
            "nmapSeconds", nmap.values(),
            "peakMib", memory.values(),
            "differences", differences));
  }

  private static TcpOpenPorts probe() {
    return ProbeTrial.against()
        .target(DossierCopy.ADDRESS, 1, 65_535)
        .limits(Limits.usual())
        .run(new TcpOpenPortsProbe())
        .fact(TcpOpenPorts.class);
  }

  private static void differ(
      String who, Set<Integer> wanted, Set<Integer> found, List<String> differences) {
    if (!wanted.equals(found)) {
      differences.add(who + " found " + found.size() + " ports, not the 20 that are open");
    }
  }

  private static Set<Integer> open(TcpOpenPorts seen) {
    return new TreeSet<>(seen.open());
  }

  private static Set<Integer> nmapOpen(String output) {
    return OPEN.matcher(output)
        .results()
        .map(m -> Integer.valueOf(m.group(1)))
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
