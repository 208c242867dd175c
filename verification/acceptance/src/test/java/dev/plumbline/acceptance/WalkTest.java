package dev.plumbline.acceptance;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.app.Assessor;
import dev.plumbline.app.Walk;
import dev.plumbline.app.workspace.Workspace;
import dev.plumbline.catalogue.crypto.CryptoPolicies;
import dev.plumbline.core.Verdict;
import dev.plumbline.judging.Assessment;
import dev.plumbline.judging.WorkCard;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A person is led through all that waits for one. */
class WalkTest {
  private static final LocalDate DAY = LocalDate.of(2026, 11, 24);

  @TempDir private Path temporary;

  private static Assessment judge(Path dossier) {
    Workspace workspace = Workspace.open(dossier, DAY).workspace().orElseThrow();
    return new Assessor(workspace.catalogue())
        .judge(workspace.dossier(), CryptoPolicies.load(), DAY);
  }

  private static Cli walk(String typed, Object... args) {
    InputStream before = System.in;
    try {
      System.setIn(new ByteArrayInputStream(typed.getBytes(UTF_8)));
      return Cli.run(args);
    } finally {
      System.setIn(before);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"sound-camera", "sound-camera-2.1.1", "smart-lock"})
  void everyItemOfAPlanHasAWholeCard(String example) {
    Assessment assessment = judge(Repository.at("examples/" + example));
    List<WorkCard> cards = Walk.ofAll(assessment, List.of()).cards();
    assertThat(cards).hasSize((int) assessment.items().count());
    assertThat(cards)
        .allSatisfy(
            c -> {
              assertThat(c.station().prepare().split(" ")).hasSizeGreaterThan(20);
              assertThat(c.work().split(" ")).hasSizeGreaterThan(20);
              assertThat(c.lookFor()).isNotBlank();
              assertThat(c.keep()).isNotBlank();
              assertThat(c.decide()).hasSize(3);
            });
  }

  @Test
  void eachStationIsGoneThroughOnce() {
    List<String> stations =
        Walk.of(judge(Repository.at("examples/sound-camera")), List.of()).cards().stream()
            .map(c -> c.station().id())
            .toList();
    long changes =
        java.util.stream.IntStream.range(1, stations.size())
            .filter(i -> !stations.get(i).equals(stations.get(i - 1)))
            .count();
    assertThat(changes + 1).isEqualTo(stations.stream().distinct().count());
  }

  @Test
  void aDecisionIsKeptWithItsEvidenceAndTheWalkGoesOnBehindIt() throws IOException {
    Path dossier = Repository.copyOfExample("sound-camera", temporary.resolve("camera"));
    Path note = Files.writeString(temporary.resolve("note.txt"), "what I saw");
    List<WorkCard> before = Walk.of(judge(dossier), List.of()).cards();
    String typed = "x\np\nIt is as declared.\nno-such-file\n" + note + "\ns\nq\n";
    Cli first = walk(typed, "walk", dossier, "--by", "A. Assessor").ends(11);
    assertThat(first.out())
        .contains(before.getFirst().item().toString(), "Recorded.", "There is no file")
        .contains("Type one of: p pass, f fail, i cannot tell, n not applicable.", "Stopped");
    List<WorkCard> after = Walk.of(judge(dossier), List.of()).cards();
    assertThat(after).hasSize(before.size() - 1);
    assertThat(judge(dossier).items())
        .anySatisfy(
            i -> {
              assertThat(i.item().id()).isEqualTo(before.getFirst().item());
              assertThat(i.verdict()).isEqualTo(Verdict.PASS);
              assertThat(i.decision().orElseThrow().evidence()).hasSize(1);
            });
    assertThat(walk("", "walk", dossier, "--by", "A. Assessor").ends(11).out())
        .contains(after.getFirst().item().toString());
  }

  @Test
  void cardsAreReadableByOthersToo() {
    Path dossier = Repository.at("examples/sound-camera");
    Cli json = Cli.run("walk", dossier, "--format", "json", "--station", "opened").ends(0);
    assertThat(json.out()).contains("\"station\" : \"opened\"").doesNotContain("\"desk\"");
    Cli text = Cli.run("walk", dossier, "--cards").ends(0);
    assertThat(text.out()).contains("Look for", "Record", "== At the desk");
  }
}
