package dev.plumbline.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.app.team.RecordingResult;
import dev.plumbline.app.workspace.Workspace;
import dev.plumbline.core.Problem;
import dev.plumbline.core.Verdict;
import dev.plumbline.judging.Assessment;
import dev.plumbline.judging.Judged;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DecidingManyTest {
  private static final String HEAD = "Unit,Subject,Verdict,Reason,By,Evidence\n";

  @TempDir private Path place;
  private SoundCamera camera = new SoundCamera(Path.of(""), Path.of(""));

  @BeforeEach
  void copyTheSoundCamera() throws IOException {
    camera = SoundCamera.in(place);
  }

  private Workspace open() {
    return camera.open();
  }

  private Assessment judge() {
    return camera.judge();
  }

  private void record(DecidingMany.Read read) throws IOException {
    assertThat(
            DecidingMany.record(
                camera.recorder("A. Clerk"), open().dossier(), read.wanted(), SoundCamera.NOW))
        .isInstanceOf(RecordingResult.Stored.class);
  }

  private DecidingMany.Read read(String rows, String by) throws IOException {
    Path file = Files.writeString(place.resolve("verdicts.csv"), HEAD + rows);
    return DecidingMany.read(file, judge(), Optional.of(by).filter(b -> !b.isEmpty()));
  }

  private static List<String> ids(DecidingMany.Read read) {
    return read.problems().stream().map(Problem::id).toList();
  }

  private Judged item(String unit) {
    return judge()
        .items()
        .filter(i -> i.item().id().unit().value().equals(unit))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void eachRowIsADecisionOfThePersonWhomItNames() throws IOException {
    Files.writeString(place.resolve("notes.txt"), "seen");
    DecidingMany.Read read =
        read(
            """
            5.6-9-1a,,FAIL,No reviews.,B. Other,notes.txt
            5.1-1-1a,AuthMech-1,INCONCLUSIVE,Not looked at.,,page 3
            """,
            "A. Assessor");
    assertThat(ids(read)).isEmpty();
    record(read);
    Judged process = item("5.6-9-1a");
    assertThat(process.verdict()).isEqualTo(Verdict.FAIL);
    assertThat(process.decision().orElseThrow())
        .satisfies(
            d -> {
              assertThat(d.by()).isEqualTo("B. Other");
              assertThat(d.evidence()).hasSize(1);
              assertThat(d.basis()).isEqualTo(process.basisDigest());
            });
    assertThat(open().dossier().decisions())
        .filteredOn(d -> d.by().equals("A. Assessor"))
        .singleElement()
        .satisfies(
            d -> assertThat(d.finding().reason()).isEqualTo("Not looked at. Evidence: page 3."));
  }

  @Test
  void rowsThatASingleDecisionWouldRefuseAreRefusedHereToo() throws IOException {
    assertThat(ids(read("9.9-9-9a,,PASS,x,Me,\n", ""))).containsExactly("PLB-9552");
    assertThat(ids(read("5.6-9-1a,Nothing,PASS,x,Me,\n", ""))).containsExactly("PLB-9553");
    assertThat(ids(read("5.6-9-1a,,PASS,x,,\n", ""))).containsExactly("PLB-9554");
    assertThat(ids(read("5.6-9-1a,,PASS,,Me,\n", ""))).containsExactly("PLB-9555");
    assertThat(ids(read("5.6-9-1a,,PASS,x,Me,\n5.6-9-1a,,FAIL,y,Me,\n", "")))
        .containsExactly("PLB-9556");
  }

  @Test
  void aFailWithoutItsRowIsNotSpreadOverAllRows() throws IOException {
    assertThat(ids(read("5.1-1-1a,,FAIL,One is weak.,Me,\n", "")))
        .isSubsetOf("PLB-9557", "PLB-9552");
    assertThat(read("5.5-1-1a,,FAIL,One is weak.,Me,\n", "").wanted()).isEmpty();
    assertThat(read("5.5-1-1a,,PASS,All fit.,Me,\n", "").wanted()).hasSizeGreaterThan(1);
  }

  @Test
  void evidenceOutsideTheFolderOfTheTableIsNotTaken() throws IOException {
    DecidingMany.Read read = read("5.6-9-1a,,PASS,Seen.,Me,dossier/../../../../etc/passwd\n", "");
    assertThat(read.wanted()).singleElement().satisfies(w -> assertThat(w.evidence()).isEmpty());
  }

  @Test
  void anExportedTableBroughtBackDecidesNothingAnew() throws IOException {
    record(read("5.6-9-1a,,FAIL,No reviews.,Me,\n", ""));
    Path table = place.resolve("all.csv");
    assertThat(VerdictExport.write(judge(), table)).isPresent();
    DecidingMany.Read again = DecidingMany.read(table, judge(), Optional.empty());
    assertThat(ids(again)).isEmpty();
    assertThat(again.wanted()).isEmpty();
    assertThat(again.known()).isEqualTo(1);
    assertThat(VerdictExport.write(judge(), place.resolve("all.pdf"))).isEmpty();
  }
}
