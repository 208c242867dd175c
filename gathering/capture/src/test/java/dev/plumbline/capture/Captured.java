package dev.plumbline.capture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.core.Severity;
import dev.plumbline.dossier.Observation;
import dev.plumbline.importing.ImportReport;
import dev.plumbline.importing.kit.ImportTrial;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a capture gave. */
record Captured(ImportReport report) {
  static final String DEVICE = "192.0.2.10";

  static Captured of(byte[] file) {
    return of(file, ImportTrial.at(DEVICE).withMac("02:00:5e:00:53:01"));
  }

  static Captured of(byte[] file, ImportTrial trial) {
    try {
      Path path = Files.createTempFile("capture", ".pcap");
      try {
        Files.write(path, file);
        return new Captured(trial.read(new PcapImporter(), path));
      } finally {
        Files.delete(path);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Captured withoutErrors() {
    assertThat(report.problems()).noneMatch(p -> p.severity() == Severity.ERROR);
    return this;
  }

  Observation one(String key, String subject) {
    List<Observation> found =
        report.observations().stream()
            .filter(o -> o.key().equals(key) && o.subject().equals(subject))
            .toList();
    assertThat(found).as("%s of %s in %s", key, subject, report.observations()).hasSize(1);
    return found.getFirst();
  }

  List<String> subjects(String key) {
    return report.observations().stream()
        .filter(o -> o.key().equals(key))
        .map(Observation::subject)
        .toList();
  }

  /** The maps in a list of a value. */
  static List<Map<?, ?>> list(Observation o, String name) {
    List<Map<?, ?>> maps = new ArrayList<>();
    for (Object item : (List<?>) Optional.ofNullable(o.value().get(name)).orElseThrow()) {
      maps.add((Map<?, ?>) item);
    }
    return maps;
  }

  List<String> gaps() {
    Object gaps = one("traffic.flows", "DUT").coverage().getOrDefault("gaps", List.of());
    return ((List<?>) gaps).stream().map(String::valueOf).toList();
  }
}
