package dev.plumbline.importing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.core.Problem;
import dev.plumbline.dossier.Observation;
import dev.plumbline.importing.kit.ImportTrial;
import dev.plumbline.observation.network.ServiceIdentified;
import dev.plumbline.recording.Recorder;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImportRunTest {
  private static final ImportTrial PRODUCT = ImportTrial.at("192.0.2.10");

  @TempDir private Path folder;

  /** Reads lines: {@code HOST PORT}, {@code version V}, {@code secret S} or {@code broken}. */
  private record LineImporter(String id) implements Importer {
    @Override
    public ImporterSpec spec() {
      return new ImporterSpec(
          id, "1", "lines", "text", "lines", List.of("service.identified"), List.of("2."));
    }

    @Override
    public boolean recognises(Head head) {
      return head.text().startsWith("lines");
    }

    @Override
    public void read(InputStream in, Reading reading) throws IOException, MalformedImportException {
      int number = 0;
      for (String line : new String(in.readAllBytes(), StandardCharsets.UTF_8).split("\n")) {
        number++;
        String[] word = line.split(" ", 2);
        switch (word[0]) {
          case "lines" -> {}
          case "deep" -> throw new StackOverflowError();
          case "broken" ->
              throw new MalformedImportException(
                  ImportRefusal.MALFORMED, "it is broken", number, 1);
          case "version" ->
              reading.ran(
                  new ToolRun(word[1], "", "", Optional.of(Instant.parse("2026-02-02T00:00:00Z"))));
          case "secret" -> reading.redact(word[1]);
          case "held" -> {
            String[] counts = word[1].split(" ", 2);
            reading.counted("findings", Long.parseLong(counts[0]), Long.parseLong(counts[1]));
          }
          case "odd" -> reading.leftOut("an odd line.", number);
          default -> {
            if (reading.ofDevice(word[0])) {
              reading.seen(word[0], said(word[1]));
            }
          }
        }
      }
    }
  }

  private static ServiceIdentified said(String banner) {
    return new ServiceIdentified(
        "unknown",
        false,
        Optional.empty(),
        Optional.of(banner),
        Optional.empty(),
        Optional.empty(),
        List.of(),
        Optional.empty());
  }

  private ImportReport read(String text) throws IOException {
    return PRODUCT.read(new LineImporter("line"), Files.writeString(folder.resolve("f.txt"), text));
  }

  @Test
  void aFileThatIsTooDeepForItsReaderIsTold() throws IOException {
    ImportReport report = read("lines\n192.0.2.10 22\ndeep");
    assertThat(ids(report)).containsExactly("PLB-8013");
    assertThat(report.observations()).isEmpty();
  }

  private static List<String> ids(ImportReport report) {
    return report.problems().stream().map(Problem::id).toList();
  }

  @Test
  void keepsWhatIsSaidOfTheDevice() throws IOException {
    ImportReport report = read("lines\nversion 2.1\n192.0.2.10 80\n");
    assertThat(report.problems()).isEmpty();
    Observation fact = report.observations().getFirst();
    assertThat(fact.value()).containsEntry("banner", "80");
    assertThat(fact.source().at()).isEqualTo(Instant.parse("2026-02-02T00:00:00Z"));
    assertThat(fact.evidence()).isPresent();
  }

  @Test
  void tellsHowManyResultsOfOtherHostsItLeftOut() throws IOException {
    ImportReport report = read("lines\n192.0.2.11 80\n192.0.2.10 80\n192.0.2.12 1\n");
    assertThat(report.observations()).hasSize(1);
    assertThat(report.problems().getFirst().what()).contains("2 results", "192.0.2.11");
  }

  @Test
  void tellsThatNothingWasSaidOfTheDevice() throws IOException {
    assertThat(ids(read("lines\n"))).containsExactly("PLB-8008");
  }

  @Test
  void tellsAnUnknownVersion() throws IOException {
    assertThat(ids(read("lines\nversion 3\n192.0.2.10 80\n"))).containsExactly("PLB-8007");
  }

  @Test
  void keepsNothingOfAFileThatBreaksOff() throws IOException {
    ImportReport report = read("lines\n192.0.2.10 80\nbroken\n");
    assertThat(report.observations()).isEmpty();
    assertThat(report.problems().getFirst().place().toString()).isEqualTo("f.txt:3:1");
    assertThat(report.read()).isFalse();
  }

  @Test
  void masksSecretsThatTheImporterNames() throws IOException {
    ImportReport report = read("lines\n192.0.2.10 abcdefgh\nsecret abcdefgh\n");
    assertThat(report.observations().getFirst().value()).containsEntry("banner", "[redacted]");
  }

  @Test
  void keepsNothingWhenThereAreTooManyFacts() throws IOException {
    ImportReport report = read("lines\n" + "192.0.2.10 1\n".repeat(Recorder.MOST + 1));
    assertThat(ids(report)).containsExactly("PLB-8005");
    assertThat(report.observations()).isEmpty();
  }

  @Test
  void showsFiveOfManyPartsLeftOut() throws IOException {
    assertThat(read("lines\n192.0.2.10 1\n" + "odd\n".repeat(9)).problems()).hasSize(6);
  }

  @Test
  void anUnknownFileAndAnAmbiguousOneAreProblems() throws IOException {
    Path unknown = Files.writeString(folder.resolve("u.txt"), "what");
    Path known = Files.writeString(folder.resolve("k.txt"), "lines");
    Importers two = new Importers(List.of(new LineImporter("a"), new LineImporter("b")));
    ImportRun run = new ImportRun(two, PRODUCT.product(), new dev.plumbline.dossier.Ixit(Map.of()));
    assertThat(ids(readWith(run, unknown))).containsExactly("PLB-8001");
    assertThat(ids(readWith(run, known))).containsExactly("PLB-8002");
    assertThat(ids(readWith(run, folder))).containsExactly("PLB-8004");
  }

  @Test
  void aLinkIsNotFollowed() throws IOException {
    Path known = Files.writeString(folder.resolve("k.txt"), "lines");
    Path link = Files.createSymbolicLink(folder.resolve("l.txt"), known);
    assertThat(ids(PRODUCT.read(new LineImporter("line"), link))).containsExactly("PLB-8004");
  }

  private static ImportReport readWith(ImportRun run, Path file) {
    return run.read(
        file,
        Optional.empty(),
        dev.plumbline.core.Digest.of(new byte[0]),
        "r",
        Instant.EPOCH,
        (at, of) -> {});
  }

  @Test
  void theDeviceIsKnownByAddressMacAndUrl() {
    DeviceNames names =
        DeviceNames.of(
            ImportTrial.at("192.0.2.10", "2001:db8::1").withMac("AA-BB-CC-00-11-22").product());
    assertThat(
            List.of(
                "192.0.2.10",
                "192.0.2.10:80",
                "http://u@192.0.2.10:8080/x",
                "https://[2001:db8::1]/",
                "2001:DB8::1",
                "aa:bb:cc:00:11:22"))
        .allMatch(names::contain);
    assertThat(List.of("192.0.2.101", "http://192.0.2.11/192.0.2.10", "", "camera.example"))
        .noneMatch(names::contain);
  }

  @Test
  void oneAddressHasManyForms() throws IOException {
    DeviceNames names = DeviceNames.of(ImportTrial.at("2001:db8::1").product());
    assertThat(
            List.of(
                "2001:0db8:0000:0000:0000:0000:0000:0001",
                "2001:db8:0:0::1",
                "https://[2001:DB8:0::1]:8443/"))
        .allMatch(names::contain);
    assertThat(names.contain("2001:db8::2")).isFalse();
    assertThat(
            ImportTrial.at("2001:db8::1")
                .read(
                    new LineImporter("line"),
                    Files.writeString(folder.resolve("f.txt"), "2001:0DB8:0:0:0:0:0:1 hello"))
                .observations())
        .singleElement()
        .matches(Observation::seen);
    assertThat(AddressForms.subject("tcp/[2001:0DB8::0:1]/443")).isEqualTo("tcp/[2001:db8::1]/443");
    assertThat(AddressForms.subject("address/2001:0db8::0:1")).isEqualTo("address/2001:db8::1");
    assertThat(AddressForms.subject("radio/wifi-5")).isEqualTo("radio/wifi-5");
  }

  @Test
  void whatWasLostIsCountedAndTold() throws IOException {
    ImportReport report = read("lines\nheld 5 3\nheld 2 2\n192.0.2.10 x");
    assertThat(report.counted()).containsExactly(new EntryCount("findings", 7, 5));
    assertThat(report.problems())
        .filteredOn(p -> p.id().equals("PLB-8006"))
        .extracting(Problem::what)
        .containsExactly("Left out: 2 of 7 findings.");
    assertThat(read("lines\nheld 2 2\n192.0.2.10 x").problems()).isEmpty();
  }

  @Test
  void aRefusalNamesTheNearestFormat() throws IOException {
    ImportRun run =
        new ImportRun(
            new Importers(List.of(new LineImporter("line"))),
            PRODUCT.product(),
            new dev.plumbline.dossier.Ixit(Map.of()));
    assertThat(
            readWith(run, Files.writeString(folder.resolve("a.txt"), "made by Lines 2")).problems())
        .extracting(Problem::what)
        .containsExactly("No importer knows this file. Nearest is line: lines, text.");
    assertThat(readWith(run, Files.writeString(folder.resolve("b.txt"), "made by hand")).problems())
        .extracting(Problem::what)
        .containsExactly("No importer knows this file.");
  }
}
