package dev.plumbline.benchmarks;

import dev.plumbline.benchmarks.Row.Standing;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** A capture of 1 GB against {@code tshark -T json}. */
final class CaptureBenchmark implements Benchmark {
  private static final long WHOLE = 1_000_000_000;
  private static final int PAIRS = 3;
  private static final double REACH = 10;
  private static final int HEAP_MIB = 64;

  /** Resident memory may differ by so much between a tenth and the whole. */
  private static final int FLAT_MIB = 16;

  @Override
  public String name() {
    return "capture";
  }

  @Override
  public Result measure(Surroundings s) throws IOException, InterruptedException {
    DossierCopy dossier = DossierCopy.make(s, "1-65535");
    Path whole = s.scratch().resolve("whole.pcap");
    Path part = s.scratch().resolve("part.pcap");
    s.say("writing captures");
    CaptureFile.write(part, WHOLE / (s.quick() ? 100 : 10));
    CaptureFile.write(whole, WHOLE / (s.quick() ? 10 : 1));
    Samples ours = new Samples();
    Samples theirs = new Samples();
    double partMib = 0;
    for (int i = 0; i < s.times(PAIRS); i++) {
      s.say("pair " + (i + 1) + " of " + s.times(PAIRS) + ", on a tenth");
      theirs.add(tshark(s, part).seconds());
      Ran ran = plumbline(s, dossier, part);
      ours.add(ran.seconds());
      partMib = Math.max(partMib, ran.peakKib() / 1024.0);
    }
    s.say("flows and names, on a tenth");
    CaptureFacts seen = CaptureFacts.ofOurs(part, DossierCopy.ADDRESS);
    Optional<String> differences = seen.differences(fields(s, part));
    s.say("the whole");
    Ran all = plumbline(s, dossier, whole);
    Optional<Ran> tsharkAll = s.whole() ? Optional.of(tshark(s, whole)) : Optional.empty();
    double times =
        tsharkAll.map(t -> t.seconds() / all.seconds()).orElseGet(() -> theirs.ratio(ours));
    double wholeMib = all.peakKib() / 1024.0;
    String size = String.format(Locale.ROOT, "%.0f MB", Files.size(part) / 1e6);
    return new Result(
        List.of(
            new Row(
                "1 GB capture, whole process `./plumbline capture --dry-run`",
                "`tshark -T json` "
                    + tsharkAll
                        .map(t -> Samples.seconds(t.seconds()))
                        .orElseGet(() -> theirs.seconds() + " for " + size + " of it"),
                "≥ 10 × faster, same flows and names",
                Samples.seconds(all.seconds())
                    + ", "
                    + ours.seconds()
                    + " for "
                    + size
                    + "; "
                    + differences.orElse("agrees on " + size + ": " + seen),
                String.format(Locale.ROOT, "%.1f × faster", times),
                Standing.of(times >= REACH && differences.isEmpty())),
            new Row(
                "the same, memory with a heap of at most " + HEAP_MIB + " MiB",
                Row.NONE,
                "flat: at most " + FLAT_MIB + " MiB more for ten times the file",
                String.format(
                    Locale.ROOT, "%.0f MiB for %s, %.0f MiB for all", partMib, size, wholeMib),
                Row.NONE,
                Standing.of(wholeMib <= partMib + FLAT_MIB))),
        Map.of(
            "partSeconds", ours.values(),
            "tsharkPartSeconds", theirs.values(),
            "seconds", all.seconds(),
            "tsharkSeconds", tsharkAll.map(t -> List.of(t.seconds())).orElse(List.of()),
            "partMib", partMib,
            "wholeMib", wholeMib,
            "flows", seen.flows().size(),
            "names", seen.names().size(),
            "differences", differences.orElse("none")));
  }

  private static Ran plumbline(Surroundings s, DossierCopy dossier, Path file)
      throws IOException, InterruptedException {
    return Program.of(
            s.plumbline(), "capture", dossier.directory().toString(), file.toString(), "--dry-run")
        .with("JAVA_TOOL_OPTIONS", "-Xmx" + HEAP_MIB + "m")
        .run(s.scratch())
        .expecting(0);
  }

  /** What it writes goes nowhere: many times the size of the capture. */
  private static Ran tshark(Surroundings s, Path file) throws IOException, InterruptedException {
    return Program.of("sh", "-c", "exec tshark -n -r \"$0\" -T json >/dev/null", file.toString())
        .run(s.scratch())
        .expecting(0);
  }

  private static CaptureFacts fields(Surroundings s, Path file)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of("tshark", "-n", "-r", file.toString()));
    command.addAll(List.of("-T", "fields"));
    CaptureFacts.FIELDS.forEach(f -> command.addAll(List.of("-e", f)));
    Ran ran = Program.of(command.toArray(String[]::new)).run(s.scratch()).expecting(0);
    return CaptureFacts.ofTshark(ran.output(), DossierCopy.ADDRESS);
  }
}
