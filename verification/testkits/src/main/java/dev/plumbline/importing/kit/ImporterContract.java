package dev.plumbline.importing.kit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.core.Severity;
import dev.plumbline.dossier.Observation;
import dev.plumbline.importing.Head;
import dev.plumbline.importing.ImportReport;
import dev.plumbline.importing.Importer;
import dev.plumbline.importing.Importers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What every importer keeps. A test class extends it and lays three samples into the folder of its
 * package under test resources: {@code found.*}, {@code nothing.*} and {@code broken.*}. Hostile
 * files are the matter of {@link HostileFileContract}.
 */
public abstract class ImporterContract {
  private static final int CUTS = 60;

  /** The importer under test. */
  protected abstract Importer importer();

  /** The product whose device the samples are about. */
  protected ImportTrial trial() {
    return ImportTrial.at("192.0.2.10", "127.0.0.1").withMac("02:00:5e:00:53:01");
  }

  /** A file of the package's folder under test resources whose name begins so. */
  protected final Path sample(String name) throws IOException {
    Path folder = Path.of("src/test/resources", getClass().getPackageName().replace('.', '/'));
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(f -> String.valueOf(f.getFileName()).startsWith(name + "."))
          .findFirst()
          .orElseThrow(() -> new AssertionError("there is no sample " + name + " in " + folder));
    }
  }

  /** The first fact of a sample with this key. */
  protected final Observation fact(String sample, String key) throws IOException {
    ImportReport report = trial().read(importer(), sample(sample));
    return report.observations().stream()
        .filter(o -> o.key().equals(key))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no " + key + ": " + report));
  }

  @Test
  final void whatWasFoundIsSeen() throws IOException {
    ImportReport report = trial().read(sample("found"));
    assertThat(report.problems()).noneMatch(p -> p.severity() == Severity.ERROR);
    assertThat(report.importer()).isEqualTo(importer().spec().id());
    assertThat(report.observations()).anyMatch(Observation::seen);
    assertThat(report.observations())
        .allSatisfy(o -> assertThat(importer().spec().produces()).contains(o.key()));
    assertThat(report.problems()).noneMatch(p -> p.toString().contains("is no fact of its kind"));
  }

  /** "Nothing found" counts only for what was looked at. */
  @Test
  final void nothingFoundSaysWhatWasLookedAt() throws IOException {
    ImportReport report = trial().read(sample("nothing"));
    assertThat(report.problems()).noneMatch(p -> p.severity() == Severity.ERROR);
    assertThat(report.importer()).isEqualTo(importer().spec().id());
    assertThat(report.observations())
        .filteredOn(Observation::seen)
        .allSatisfy(o -> assertThat(o.coverage()).isNotEmpty());
  }

  @Test
  final void aBrokenFileGivesOneProblemAndNoFact() throws IOException {
    ImportReport report = trial().read(importer(), sample("broken"));
    assertThat(report.problems()).filteredOn(p -> p.severity() == Severity.ERROR).hasSize(1);
    assertThat(report.observations()).isEmpty();
  }

  @Test
  final void itsFilesAreClaimedByNoOther() throws IOException {
    for (String name : List.of("found", "nothing")) {
      Path file = sample(name);
      byte[] bytes = Files.readAllBytes(file);
      byte[] beginning = Arrays.copyOf(bytes, Math.min(bytes.length, Head.SIZE));
      Head head = new Head(String.valueOf(file.getFileName()), beginning);
      assertThat(Importers.installed().claiming(head))
          .extracting(i -> i.spec().id())
          .containsExactly(importer().spec().id());
    }
  }

  /** Whether results name the host they are of; false for files of an image or a source tree. */
  protected boolean namesHosts() {
    return true;
  }

  @Test
  final void resultsOfAnotherDeviceAreLeftOut() throws IOException {
    if (namesHosts()) {
      ImportReport report = ImportTrial.at("198.51.100.77").read(importer(), sample("found"));
      assertThat(report.observations()).noneMatch(Observation::seen);
      assertThat(report.problems()).isNotEmpty();
    }
  }

  /** Half a file is a problem, or says no more than the whole one. */
  @Test
  final void aCutFileNeverSaysMore(@TempDir Path folder) throws IOException {
    byte[] whole = Files.readAllBytes(sample("found"));
    int facts = trial().read(importer(), sample("found")).observations().size();
    for (int i = 1; i < CUTS; i++) {
      Path cut = folder.resolve("cut");
      Files.write(cut, Arrays.copyOf(whole, (int) ((long) whole.length * i / CUTS)));
      ImportReport report = trial().read(importer(), cut);
      assertThat(report.observations()).hasSizeLessThanOrEqualTo(facts);
      if (!report.read()) {
        assertThat(report.observations()).isEmpty();
      }
    }
  }

  @Test
  final void unknownFieldsDoNoHarm(@TempDir Path folder) throws IOException {
    Path sample = sample("found");
    String text = Files.readString(sample, java.nio.charset.StandardCharsets.ISO_8859_1);
    Path more = folder.resolve(String.valueOf(sample.getFileName()));
    Files.writeString(
        more, HostileFiles.withUnknownFields(text), java.nio.charset.StandardCharsets.ISO_8859_1);
    assertThat(trial().read(importer(), more).observations())
        .extracting(Observation::key)
        .isEqualTo(
            trial().read(importer(), sample).observations().stream()
                .map(Observation::key)
                .toList());
  }
}
