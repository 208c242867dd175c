package dev.plumbline.app.merge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.app.SoundCamera;
import dev.plumbline.app.merge.MergeReport.Entry;
import dev.plumbline.app.merge.MergeReport.TwoValues;
import dev.plumbline.app.merge.MergeReport.Value;
import dev.plumbline.app.merge.MergedFile.Joined;
import dev.plumbline.app.merge.MergedFile.Unjoined;
import dev.plumbline.app.team.ProposedDecision;
import dev.plumbline.app.team.RecordingResult;
import dev.plumbline.app.team.SeenState;
import dev.plumbline.core.Finding;
import dev.plumbline.core.ItemId;
import dev.plumbline.core.Problems;
import dev.plumbline.core.Verdict;
import dev.plumbline.dossier.Decision;
import dev.plumbline.dossier.folder.DossierFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BranchMergeTest {
  private static final String TABLE = "ixit/1-AuthMech.yaml";
  private static final String JOURNAL = "record/decisions.jsonl";

  @TempDir private Path place;
  private SoundCamera camera = new SoundCamera(Path.of(""), Path.of(""));
  private TestRepository repository = new TestRepository(Path.of(""));
  private List<ItemId> items = List.of();

  @BeforeEach
  void aRepositoryWithABranch() throws IOException {
    camera = SoundCamera.in(place);
    items =
        camera
            .judge()
            .items()
            .filter(i -> i.verdict() == Verdict.INCONCLUSIVE)
            .map(i -> i.item().id())
            .limit(3)
            .toList();
    repository = TestRepository.in(camera.dossier());
    repository.commit("Ann", "begin");
    repository.must("Ann", "branch", "lab");
  }

  private void decide(String person, ItemId item, String because) throws IOException {
    RecordingResult<Decision> stored =
        camera
            .recorder(person)
            .decide(
                List.of(
                    new ProposedDecision(
                        item,
                        new Finding.Holds(because),
                        SeenState.of(camera.open().dossier(), camera.item(item)),
                        person,
                        List.of(),
                        false)),
                SoundCamera.NOW);
    assertThat(stored).isInstanceOf(RecordingResult.Stored.class);
  }

  private void edit(String old, String fresh) throws IOException {
    Path file = camera.dossier().resolve(TABLE);
    String text = Files.readString(file);
    assertThat(text).contains(old);
    Files.writeString(file, text.replace(old, fresh));
  }

  private MergeReport merge() throws IOException {
    return BranchMerge.merge(DossierFolder.at(camera.dossier()), Duration.ofSeconds(1));
  }

  /** Ann works on the main branch, Bob in the laboratory. */
  private void both(Work ann, Work bob) throws IOException {
    ann.run();
    repository.commit("Ann", "ours");
    repository.must("Bob", "checkout", "--quiet", "lab");
    bob.run();
    repository.commit("Bob", "theirs");
    repository.must("Ann", "checkout", "--quiet", "main");
  }

  @FunctionalInterface
  private interface Work {
    void run() throws IOException;
  }

  @Test
  void recordsOfBothBranchesAreJoinedWithTheirSignatures() throws IOException {
    both(
        () -> {
          decide("Ann", items.get(0), "Seen here.");
          decide("Ann", items.get(1), "Seen here, too.");
        },
        () -> decide("Bob", items.get(2), "Seen in the laboratory."));
    String ours = Files.readString(camera.dossier().resolve(JOURNAL));
    assertThat(repository.git("Ann", "merge", "lab").code()).isEqualTo(1);
    Problems told = new Problems();
    DossierFolder.at(camera.dossier()).open(told);
    assertThat(told.sorted())
        .anySatisfy(p -> assertThat(p.toString()).contains("conflict marks", "plumbline merge"));

    MergeReport report = merge();

    assertThat(report.isOpen()).isFalse();
    assertThat(Files.readString(camera.dossier().resolve(JOURNAL))).startsWith(ours);
    List<Decision> decisions = camera.open().dossier().decisions();
    assertThat(decisions.stream().map(Decision::item)).containsExactlyElementsOf(items);
    assertThat(decisions).allMatch(d -> d.signed().orElseThrow().sound());
    Problems problems = new Problems();
    DossierFolder.at(camera.dossier()).open(problems);
    assertThat(problems.hasErrors()).as(problems.sorted().toString()).isFalse();
  }

  @Test
  void aBrokenChainIsNotHealedByMerging() throws IOException {
    both(
        () -> {
          decide("Ann", items.get(0), "Seen here.");
          decide("Ann", items.get(1), "Seen here, too.");
          Path journal = camera.dossier().resolve(JOURNAL);
          Files.writeString(
              journal, Files.readString(journal).replaceFirst("Seen here\\.", "Seen there."));
        },
        () -> decide("Bob", items.get(2), "Seen in the laboratory."));
    repository.git("Ann", "merge", "lab");
    String before = Files.readString(camera.dossier().resolve(JOURNAL));

    MergeReport report = merge();

    assertThat(report.files())
        .singleElement()
        .satisfies(
            e -> {
              assertThat(e.merged()).isInstanceOf(Unjoined.class);
              assertThat(((Unjoined) e.merged()).why()).contains("Line 2 of ours");
            });
    assertThat(camera.dossier().resolve(JOURNAL)).hasContent(before);
  }

  @Test
  void cellsOfBothBranchesAreJoinedAndOneCellShowsBothAuthors() throws IOException {
    both(
        () -> {
          edit("    attemptsBeforeDelay: 5\n", "    attemptsBeforeDelay: 6\n");
          edit("    delaySeconds: 1\n", "    delaySeconds: 2\n");
        },
        () -> {
          edit("    attemptsBeforeDelay: 5\n", "    attemptsBeforeDelay: 7\n");
          edit("    endpoints: [tcp/8443]\n", "    endpoints: [tcp/8443, tcp/443]\n");
        });
    assertThat(repository.git("Ann", "merge", "lab").code()).isEqualTo(1);

    MergeReport report = merge();

    assertThat(report.files())
        .singleElement()
        .extracting(Entry::values)
        .isEqualTo(
            List.of(
                new TwoValues(
                    "entries/AuthMech-1/attemptsBeforeDelay",
                    new Value("    attemptsBeforeDelay: 6\n", List.of("Ann")),
                    new Value("    attemptsBeforeDelay: 7\n", List.of("Bob")))));
    assertThat(Files.readString(camera.dossier().resolve(TABLE)))
        .contains(
            """
            <<<<<<< HEAD
                attemptsBeforeDelay: 6
            =======
                attemptsBeforeDelay: 7
            >>>>>>> lab
                delaySeconds: 2
            """,
            "    endpoints: [tcp/8443, tcp/443]\n");
  }

  @Test
  void whatAPersonMendedBetweenTwoMergesStays() throws IOException {
    both(
        () -> edit("    attemptsBeforeDelay: 5\n", "    attemptsBeforeDelay: 6\n"),
        () -> edit("    attemptsBeforeDelay: 5\n", "    attemptsBeforeDelay: 7\n"));
    repository.git("Ann", "merge", "lab");
    edit("    delaySeconds: 1\n", "    delaySeconds: 9\n");

    assertThat(merge().isOpen()).isTrue();
    Path file = camera.dossier().resolve(TABLE);
    assertThat(Files.readString(file)).contains("    delaySeconds: 9\n");
    String once = Files.readString(file);
    assertThat(merge().isOpen()).isTrue();
    assertThat(file).hasContent(once);
    Files.writeString(
        file, once.replaceAll("(?s)<<<<<<< HEAD\n(.*?)=======\n.*?>>>>>>> lab\n", "$1"));
    assertThat(merge().files()).isEmpty();
  }

  @Test
  void marksThatWereCommittedAreJoinedWithoutGit() throws IOException {
    both(
        () -> decide("Ann", items.get(0), "Seen here."),
        () -> decide("Bob", items.get(1), "Seen in the laboratory."));
    repository.git("Ann", "merge", "lab");
    repository.commit("Ann", "marks");

    MergeReport report = merge();

    assertThat(report.files())
        .singleElement()
        .satisfies(e -> assertThat(((Joined) e.merged()).added()).isEqualTo(1));
    assertThat(camera.open().dossier().decisions()).hasSize(2);
  }

  @Test
  void nothingThatTheRepositoryConfiguresIsRun() throws IOException {
    both(
        () -> edit("    attemptsBeforeDelay: 5\n", "    attemptsBeforeDelay: 6\n"),
        () -> edit("    attemptsBeforeDelay: 5\n", "    attemptsBeforeDelay: 7\n"));
    repository.git("Ann", "merge", "lab");
    Path mark = place.resolve("mark");
    String touch = "touch '" + mark + "'";
    Files.writeString(camera.dossier().resolve(".gitattributes"), "* filter=x diff=x\n");
    for (String key :
        List.of(
            "core.fsmonitor",
            "core.pager",
            "filter.x.smudge",
            "filter.x.clean",
            "diff.x.textconv",
            "diff.external",
            "gpg.program",
            "core.sshCommand")) {
      repository.must("Ann", "config", key, touch);
    }

    assertThat(merge().isOpen()).isTrue();
    assertThat(mark).doesNotExist();
  }
}
