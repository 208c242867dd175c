package dev.plumbline.importing.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import com.sun.management.ThreadMXBean;
import dev.plumbline.core.Severity;
import dev.plumbline.dossier.Observation;
import dev.plumbline.importing.ImportReport;
import dev.plumbline.importing.Importer;
import dev.plumbline.importing.Importers;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Hostile files against every installed importer, so that none is forgotten: a module with
 * importers has one class that extends this. An importer's own samples lie where {@link
 * ImporterContract} wants them.
 */
public abstract class HostileFileContract {
  /** Work of a processor that no file may cause, in nanoseconds; the same on a busy machine. */
  private static final long MOST_WORK = 10_000_000_000L;

  /** A hang, however busy the machine. */
  private static final Duration HANG = Duration.ofMinutes(2);

  /** Bytes that may be allocated whatever the file's size, and for each byte of it. */
  private static final long ALLOCATED = 384L << 20;

  private static final long ALLOCATED_PER_BYTE = 96;

  private static final String FOUND = "found";
  private static final int MOST_CUTS = 250;

  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  @TempDir private static Path made;
  @TempDir private Path folder;

  /** The product for files of an importer. */
  protected ImportTrial trial(Importer importer) {
    return ImportTrial.at("192.0.2.10", "127.0.0.1").withMac("02:00:5e:00:53:01");
  }

  /**
   * Importers of text without an end mark, by id: a file of theirs that was cut cannot be told from
   * a whole one, which docs/importing.md has to say. Nobody may be here without need.
   */
  protected Set<String> withoutEnd() {
    return Set.of();
  }

  /**
   * Bytes that may be allocated, one after the other, to read a file.
   *
   * @param size of the file
   */
  protected long mostAllocated(long size) {
    return ALLOCATED + ALLOCATED_PER_BYTE * size;
  }

  private static Stream<Importer> importers() {
    return Importers.installed().all().stream();
  }

  private static Path sample(Importer importer, String name) throws IOException {
    Path of = Path.of("src/test/resources", importer.getClass().getPackageName().replace('.', '/'));
    try (Stream<Path> files = Files.list(of)) {
      return files
          .filter(f -> String.valueOf(f.getFileName()).startsWith(name + "."))
          .findFirst()
          .orElseThrow(() -> new AssertionError("there is no sample " + name + " in " + of));
    }
  }

  private ImportReport read(Importer importer, Path file) throws IOException {
    long most = mostAllocated(Files.size(file));
    return assertTimeoutPreemptively(
        HANG,
        () -> {
          long before = THREADS.getCurrentThreadAllocatedBytes();
          long began = THREADS.getCurrentThreadCpuTime();
          ImportReport report = trial(importer).read(importer, file);
          assertThat(THREADS.getCurrentThreadCpuTime() - began).as("work").isLessThan(MOST_WORK);
          assertThat(THREADS.getCurrentThreadAllocatedBytes() - before)
              .as("bytes allocated by %s to read %d", importer, Files.size(file))
              .isLessThan(most);
          ReadingPromise.kept(importer, report);
          return report;
        });
  }

  /** A file that has nothing to do with the tool is refused, and is no answer to anything. */
  @TestFactory
  Stream<DynamicTest> aForeignFileProvesNothing() {
    return importers()
        .flatMap(
            i ->
                Stream.of(HostileFiles.values())
                    .map(f -> test(i, f.name(), () -> provesNothing(i, f))));
  }

  private void provesNothing(Importer importer, HostileFiles hostile) throws IOException {
    Path file = made.resolve(hostile.name()).resolve("hostile");
    if (Files.notExists(file)) {
      hostile.write(Files.createDirectory(file.getParent()));
    }
    ImportReport report = read(importer, file);
    assertThat(report.problems().isEmpty() && report.observations().isEmpty())
        .as("told nothing at all")
        .isFalse();
    assertThat(report.observations()).filteredOn(Observation::seen).isEmpty();
    assertThat(report.toString()).doesNotContain(HostileFiles.SECRET);
  }

  /** The tool's own file, tampered with. */
  @TestFactory
  Stream<DynamicTest> aFileThatTurnsHostileKeepsThePromise() {
    return importers().flatMap(i -> variants(i).entrySet().stream().map(v -> variant(i, v)));
  }

  private static Map<String, Supplier<byte[]>> variants(Importer importer) {
    try {
      return HostileVariants.of(Files.readAllBytes(sample(importer, FOUND)));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private DynamicTest variant(Importer i, Map.Entry<String, Supplier<byte[]>> v) {
    return test(
        i,
        v.getKey(),
        () -> {
          Path file = folder.resolve(String.valueOf(sample(i, FOUND).getFileName()));
          Files.write(file, v.getValue().get());
          read(i, file);
        });
  }

  /** However a file was cut, what the tool found does not become "nothing found". */
  @TestFactory
  Stream<DynamicTest> aFileCutAnywhereTellsNothingElse() {
    return importers().map(i -> test(i, "cut", () -> isCutEverywhere(i)));
  }

  private void isCutEverywhere(Importer importer) throws IOException {
    Path sample = sample(importer, FOUND);
    byte[] whole = Files.readAllBytes(sample);
    Map<List<String>, List<Observation>> told = facts(read(importer, sample));
    Path cut = folder.resolve(String.valueOf(sample.getFileName()));
    int step = 1 + whole.length / MOST_CUTS;
    for (int at = 0; at < whole.length; at += step) {
      Files.write(cut, Arrays.copyOf(whole, at));
      ImportReport report = read(importer, cut);
      if (report.problems().stream().anyMatch(p -> p.severity() == Severity.ERROR)) {
        continue;
      }
      if (!withoutEnd().contains(importer.spec().id())) {
        facts(report)
            .forEach(
                (what, facts) ->
                    assertThat(told.getOrDefault(what, List.of()))
                        .as("told of %s by the first bytes", what)
                        .extracting(Observation::value)
                        .containsAll(facts.stream().map(Observation::value).toList()));
      }
    }
  }

  private static Map<List<String>, List<Observation>> facts(ImportReport report) {
    return report.observations().stream()
        .filter(o -> o.seen() && !saysThatItIsCut(o))
        .collect(Collectors.groupingBy(o -> List.of(o.key(), o.subject())));
  }

  private static boolean saysThatItIsCut(Observation fact) {
    return Stream.of("complete", "whole")
        .anyMatch(c -> Boolean.FALSE.equals(fact.coverage().get(c)));
  }

  private static DynamicTest test(
      Importer importer, String name, org.junit.jupiter.api.function.Executable test) {
    return DynamicTest.dynamicTest(importer.spec().id() + ": " + name, test);
  }

  /** Somebody thought of the samples of each importer. */
  @TestFactory
  Stream<DynamicTest> everyImporterHasItsSamples() {
    Function<Importer, DynamicTest> has =
        i -> test(i, "samples", () -> assertThat(sample(i, FOUND)).isNotEmptyFile());
    return importers().map(has);
  }
}
