package dev.plumbline.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.app.Reports;
import dev.plumbline.app.workspace.Workspace;
import dev.plumbline.dossier.Observation;
import dev.plumbline.dossier.Observation.Source;
import dev.plumbline.dossier.folder.DossierWriter;
import dev.plumbline.observation.Codec;
import dev.plumbline.observation.registry.Kinds;
import dev.plumbline.probe.hostile.SecretCodings;
import dev.plumbline.recording.Recorder;
import dev.plumbline.recording.Recorder.Written;
import dev.plumbline.recording.Redactor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A device sends a password of product.yaml in every coding, in every text of every kind of
 * observation; it stands nowhere in the record, the reports, the documents and their names.
 */
class SecretsInSinksTest {
  private static final String SECRET = "Geheim-Pass/4711+x";

  @TempDir Path temporary;

  @Test
  void noCodingOfASecretReachesAnyFileOrTerminal() throws IOException {
    Path dossier = Repository.copyOfExample("sound-camera", temporary.resolve("camera"));
    Path product = dossier.resolve("product.yaml");
    Files.writeString(
        product, Files.readString(product).replace("k7hw-q3vd-9tmx-2fzr", "'" + SECRET + "'"));
    record(dossier);
    Path out = Files.createDirectories(temporary.resolve("out"));
    String formats = String.join(",", Reports.formats().stream().map(f -> f.id()).toList());
    Map<String, String> sinks = new LinkedHashMap<>();
    for (Object[] command :
        List.<Object[]>of(
            new Object[] {"check", dossier},
            new Object[] {"judge", dossier},
            new Object[] {"status", dossier},
            new Object[] {"gaps", dossier},
            new Object[] {"catalogue", "attacks", "--against", dossier},
            new Object[] {"walk", dossier, "--cards", "--all"},
            new Object[] {"test", dossier, "--dry-run"},
            new Object[] {"schemes", "for", dossier},
            new Object[] {"portfolio", dossier, "--html", out.resolve("portfolio.html")},
            new Object[] {"report", dossier, "--out", out, "--format", formats},
            new Object[] {"documents", "write", dossier, "all", "--format", "docx", "-o", out},
            new Object[] {"export", dossier, "--format", "xlsx", "-o", out.resolve("x.xlsx")})) {
      Cli ran = Cli.run(command);
      assertThat(ran.code()).as(ran.err()).isIn(0, 1, 10, 11);
      sinks.put(List.of(command).toString(), ran.out() + ran.err());
    }
    for (Path folder : List.of(out, dossier.resolve("record"))) {
      try (Stream<Path> walk = Files.walk(folder)) {
        for (Path file : walk.filter(Files::isRegularFile).toList()) {
          sinks.put(file.toString(), file + "\n" + ShownTexts.of(file));
        }
      }
    }
    assertThat(sinks).hasSizeGreaterThan(35);
    assertThat(sinks.get(dossier.resolve("record/observations.jsonl").toString()))
        .contains(Redactor.MASK);
    sinks.forEach((sink, text) -> assertThat(codingsIn(text)).as("%s", sink).isEmpty());
    assertThat(codingsIn(Files.readString(product))).as("the search finds it").contains("plain");
  }

  private void record(Path dossier) throws IOException {
    Workspace workspace =
        Workspace.open(dossier, LocalDate.now(Clock.systemUTC())).workspace().orElseThrow();
    var device = workspace.dossier().product();
    Redactor redactor = new Redactor();
    device.credentials().forEach(c -> redactor.add(c.password()));
    Recorder recorder = new Recorder(redactor);
    List<String> forms =
        SecretCodings.all().values().stream().map(form -> form.apply(SECRET)).toList();
    int[] next = {0};
    List<Observation> seen = new ArrayList<>();
    for (Codec<?> kind : Kinds.all()) {
      for (int i = 0; i < 3; i++) {
        String subject = i == 0 ? "DUT" : "tcp/127.88.2.1/8443";
        seen.add(
            recorder.seen(
                i == 2 ? "http://127.88.2.1/?x=" + forms.get(next[0]++ % forms.size()) : subject,
                new Written(
                    kind.type(),
                    HostileFacts.of(
                        kind,
                        () -> "x " + forms.get(next[0]++ % forms.size()) + " x",
                        () -> forms.get(next[0]++ % forms.size()))),
                new Source(
                    "a-probe",
                    "1",
                    device.softwareVersion(),
                    device.unit(),
                    device.state(),
                    "a-run",
                    Instant.now()),
                Optional.empty()));
      }
    }
    try (DossierWriter writer = workspace.folder().write()) {
      writer.appendObservations(seen);
    }
  }

  private static List<String> codingsIn(String text) {
    String low = text.toLowerCase(Locale.ROOT);
    return SecretCodings.all().entrySet().stream()
        .filter(form -> low.contains(form.getValue().apply(SECRET).toLowerCase(Locale.ROOT)))
        .map(Map.Entry::getKey)
        .toList();
  }
}
