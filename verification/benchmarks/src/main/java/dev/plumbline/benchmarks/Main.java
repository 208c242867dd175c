package dev.plumbline.benchmarks;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** Runs the named benchmarks, all if none is named, and keeps the numbers. */
public final class Main {
  static final List<Benchmark> ALL =
      List.of(
          new PortsBenchmark(),
          new UdpBenchmark(),
          new TlsBenchmark(),
          new SshBenchmark(),
          new CheckBenchmark(),
          new DecideBenchmark(),
          new KillBenchmark(),
          new RecordBenchmark(),
          new JudgeBenchmark(),
          new SchemesBenchmark(),
          new PortfolioBenchmark(),
          new WorkbenchBenchmark(),
          new ExchangeBenchmark(),
          new PdfBenchmark(),
          new DemoBenchmark(),
          new CaptureBenchmark(),
          new ImportsBenchmark());

  private Main() {}

  /**
   * Runs.
   *
   * @param args the project's directory, then names; {@code --quick} measures a hundredth and keeps
   *     nothing, {@code --whole} judges 100,000 dossiers too and lets tshark read the whole capture
   */
  public static void main(String[] args) throws IOException, InterruptedException {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    List<String> wanted = new ArrayList<>(List.of(args).subList(1, args.length));
    boolean quick = wanted.remove("--quick");
    boolean whole = wanted.remove("--whole");
    List<String> names = ALL.stream().map(Benchmark::name).toList();
    if (!names.containsAll(wanted)) {
      out.println(
          "Usage: verification/benchmarks/run [--quick | --whole] [NAME...]; there are "
              + names
              + ".");
      System.exit(2);
    }
    Path scratch = Files.createTempDirectory("plumbline-benchmarks");
    List<String> failed;
    try {
      Path home = Path.of(args[0]);
      failed =
          run(
              wanted,
              new Surroundings(home, home.resolve("plumbline"), scratch, quick, whole, out));
    } finally {
      delete(scratch);
    }
    if (!failed.isEmpty()) {
      out.println("Not measured: " + String.join(", ", failed));
      System.exit(1);
    }
  }

  /** Measures, and names those that failed; one that fails costs none of the others. */
  private static List<String> run(List<String> wanted, Surroundings s)
      throws IOException, InterruptedException {
    List<String> failed = new ArrayList<>();
    Map<String, String> machine = Machine.description(s.scratch());
    Page page = new Page(s.home());
    for (Benchmark benchmark : ALL) {
      if (!wanted.isEmpty() && !wanted.contains(benchmark.name())) {
        continue;
      }
      double before = Machine.load();
      s.out().println(benchmark.name() + " (load average " + before + ")");
      Result result;
      try {
        result = benchmark.measure(s);
      } catch (IOException | IllegalStateException e) {
        s.out().println(benchmark.name() + " failed: " + e.getMessage());
        failed.add(benchmark.name());
        continue;
      }
      double after = Machine.load();
      result.rows().forEach(r -> s.out().println(r.markdown()));
      s.out().println("  load average " + after);
      if (!s.quick()) {
        page.keep(benchmark.name(), result, machine, before, after);
      }
    }
    if (!s.quick()) {
      page.write(ALL.stream().map(Benchmark::name).toList());
    }
    return failed;
  }

  private static void delete(Path tree) throws IOException {
    List<Path> all;
    try (var walk = Files.walk(tree)) {
      all = walk.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path path : all) {
      Files.delete(path);
    }
  }
}
