package dev.plumbline.benchmarks;

import dev.plumbline.benchmarks.Row.Standing;
import dev.plumbline.observation.network.UdpOpenPorts;
import dev.plumbline.probe.hostile.ProbeTrial;
import dev.plumbline.probe.run.Limits;
import dev.plumbline.probes.udpopenports.UdpOpenPortsProbe;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** UDP ports of a device that says "port unreachable" once a second, against nmap -sU. */
final class UdpBenchmark implements Benchmark {
  private static final int LAST = 65_535;

  /** nmap takes a second a port: all of them are a matter of 19 hours. */
  private static final int RANGE = 100;

  private static final double REACH = 0.5;

  /** Until the device has six refusals in store for every asker again. */
  private static final long STORE_SECONDS = 7;

  private static final Pattern OPEN = Pattern.compile("(\\d+)/open/udp");
  private static final Pattern SILENT = Pattern.compile("(\\d+)/open\\|filtered/udp");

  @Override
  public String name() {
    return "udp";
  }

  @Override
  public Result measure(Surroundings s) throws IOException, InterruptedException {
    int range = s.quick() ? 20 : RANGE;
    try (SlowDevice device = SlowDevice.start(s.scratch())) {
      s.say("nmap on ports 1 to " + range);
      fillStore();
      Ran nmap =
          Program.of("nmap", "-sU", "-n", "-Pn", "-p", "1-" + range, "-oG", "-", SlowDevice.ADDRESS)
              .run(s.scratch())
              .expecting(0);
      Found theirs =
          new Found(ports(OPEN, nmap.output()), ports(SILENT, nmap.output()), nmap.seconds());
      s.say("the same ports from one address");
      fillStore();
      Found ours = probe(range);
      s.say("all ports from one address");
      fillStore();
      Found alone = probe(s.quick() ? 5_000 : LAST);
      s.say("all ports from 249 addresses");
      device.moreTesters();
      fillStore();
      Found many = probe(s.quick() ? 5_000 : LAST);
      return result(range, theirs, ours, alone, many, s.quick() ? 5_000 : LAST);
    }
  }

  private static Result result(
      int range, Found nmap, Found ours, Found alone, Found many, int last) {
    Found few = Found.truth(range);
    double whole = nmap.seconds() / range * LAST;
    String theirs =
        String.format(
            Locale.ROOT,
            "nmap -sU on ports 1 to %d: %.1f s; so all in about %.1f h",
            range,
            nmap.seconds(),
            whole / 3600);
    String right = nmap.same(few) ? "" : ", " + nmap.wrong(few) + " ports told wrongly";
    List<String> differences = new ArrayList<>();
    Found truth = Found.truth(last);
    if (!many.same(truth)) {
      differences.add("not all of the device's ports were told as they are: " + many);
    }
    if (!ours.same(few)) {
      differences.add("not all of ports 1 to " + range + " were told as they are: " + ours);
    }
    boolean same = differences.isEmpty();
    double ratio = many.seconds() / whole;
    return new Result(
        List.of(
            new Row(
                "65,535 UDP ports of a device that refuses once a second, from 249 addresses of the tester",
                theirs,
                "≤ 0.5 ×, same findings",
                Samples.seconds(many.seconds())
                    + (same
                        ? ", "
                            + truth.answered().size()
                            + " answer, "
                            + truth.silent().size()
                            + " silent, all others closed"
                        : ", " + String.join("; ", differences)),
                Samples.times(ratio),
                Standing.of(ratio <= REACH && same)),
            new Row(
                "the same from one address",
                theirs,
                "–",
                Samples.seconds(alone.seconds())
                    + (alone.answered().equals(truth.answered())
                        ? ", the same that answer; silent and closed not told apart"
                        : ", others answer"),
                Samples.times(alone.seconds() / whole),
                Standing.TOLD),
            new Row(
                "ports 1 to " + range + " alone, from one address",
                "nmap -sU " + Samples.seconds(nmap.seconds()) + right,
                "≤ 0.5 ×",
                Samples.seconds(ours.seconds())
                    + (ours.same(few) ? ", all told as they are" : ", not all told as they are"),
                Samples.times(ours.seconds() / nmap.seconds()),
                Standing.of(ours.seconds() <= REACH * nmap.seconds() && ours.same(few)))),
        Map.of(
            "nmapSeconds",
            nmap.seconds(),
            "nmapPorts",
            range,
            "nmapPortsWrong",
            nmap.wrong(few),
            "rangeSeconds",
            ours.seconds(),
            "oneAddressSeconds",
            alone.seconds(),
            "manyAddressesSeconds",
            many.seconds(),
            "differences",
            differences));
  }

  private static void fillStore() throws InterruptedException {
    TimeUnit.SECONDS.sleep(STORE_SECONDS);
  }

  private static Found probe(int last) {
    long start = System.nanoTime();
    UdpOpenPorts seen =
        ProbeTrial.against()
            .target(SlowDevice.ADDRESS, 1, last)
            .limits(Limits.usual())
            .run(new UdpOpenPortsProbe())
            .fact(UdpOpenPorts.class);
    double seconds = (System.nanoTime() - start) / 1e9;
    return new Found(new TreeSet<>(seen.answered()), new TreeSet<>(seen.silent()), seconds);
  }

  private static Set<Integer> ports(Pattern pattern, String output) {
    return pattern
        .matcher(output)
        .results()
        .map(m -> Integer.valueOf(m.group(1)))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** What was found, and how long it took. */
  private record Found(Set<Integer> answered, Set<Integer> silent, double seconds) {
    static Found truth(int last) {
      return new Found(upTo(last, SlowDevice.ANSWER), upTo(last, SlowDevice.SILENT), 0);
    }

    private static Set<Integer> upTo(int last, Set<Integer> ports) {
      return Stream.of(ports)
          .flatMap(Set::stream)
          .filter(p -> p <= last)
          .collect(Collectors.toCollection(TreeSet::new));
    }

    /** How many ports it tells otherwise: as answering, silent or closed. */
    long wrong(Found truth) {
      return Stream.of(answered, silent, truth.answered, truth.silent)
          .flatMap(Set::stream)
          .distinct()
          .filter(
              p ->
                  answered.contains(p) != truth.answered.contains(p)
                      || silent.contains(p) != truth.silent.contains(p))
          .count();
    }

    boolean same(Found other) {
      return answered.equals(other.answered) && silent.equals(other.silent);
    }
  }
}
