package dev.plumbline.benchmarks;

import dev.plumbline.app.workspace.Workspace;
import dev.plumbline.benchmarks.Row.Standing;
import dev.plumbline.core.Problems;
import dev.plumbline.exchange.Delivery;
import dev.plumbline.exchange.DossierUpdate;
import dev.plumbline.exchange.ExchangeFormat;
import dev.plumbline.exchange.Export;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** A full IXIT out into each format, and back into its dossier. */
final class ExchangeBenchmark implements Benchmark {
  private static final int ITERATIONS = 40;
  private static final double REACH = 1;
  private static final LocalDate DAY = LocalDate.of(2026, 11, 24);

  @Override
  public String name() {
    return "exchange";
  }

  @Override
  public Result measure(Surroundings s) throws IOException {
    Workspace workspace =
        Workspace.open(s.home().resolve("examples/careless-camera"), DAY).workspace().orElseThrow();
    List<Row> rows = new ArrayList<>();
    Map<String, Object> raw = new LinkedHashMap<>();
    for (ExchangeFormat format : ExchangeFormat.values()) {
      String name = format.name();
      Path file = s.scratch().resolve("camera." + name.toLowerCase(Locale.ROOT));
      Samples out = new Samples();
      Samples in = new Samples();
      int times = s.times(ITERATIONS);
      for (int i = 0; i < 2 * times; i++) {
        double seconds = export(workspace, format, file);
        double back = bring(workspace, file);
        if (i >= times) {
          out.add(seconds);
          in.add(back);
        }
      }
      rows.add(row("export of a full IXIT as " + name + ", warm", out));
      rows.add(row("import of a full IXIT from " + name + ", warm", in));
      raw.put("export" + name, out.values());
      raw.put("import" + name, in.values());
    }
    return new Result(rows, raw);
  }

  private static double export(Workspace workspace, ExchangeFormat format, Path file)
      throws IOException {
    long start = System.nanoTime();
    byte[] bytes = Export.file(workspace.dossier(), workspace.catalogue(), format, new Problems());
    double seconds = (System.nanoTime() - start) / 1e9;
    Files.write(file, bytes);
    return seconds;
  }

  private static double bring(Workspace workspace, Path file) {
    Problems problems = new Problems();
    long start = System.nanoTime();
    Delivery delivery = Delivery.read(file, Optional.empty(), problems).orElseThrow();
    DossierUpdate.Changes changes = DossierUpdate.of(delivery, workspace.folder(), problems);
    double seconds = (System.nanoTime() - start) / 1e9;
    if (!changes.changes().isEmpty() || !problems.sorted().isEmpty()) {
      throw new IllegalStateException("the round trip lost something: " + problems.sorted());
    }
    return seconds;
  }

  private static Row row(String work, Samples samples) {
    return new Row(
        work,
        Row.NONE,
        "≤ 1 s",
        samples.seconds(),
        Row.NONE,
        Standing.of(samples.median() <= REACH));
  }
}
