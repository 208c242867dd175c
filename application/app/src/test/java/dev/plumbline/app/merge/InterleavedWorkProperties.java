package dev.plumbline.app.merge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.app.SoundCamera;
import dev.plumbline.app.merge.MergeReport.TwoValues;
import dev.plumbline.app.merge.MergedFile.Joined;
import dev.plumbline.app.team.AuthorKeys;
import dev.plumbline.app.team.CurrentState.JudgedDossier;
import dev.plumbline.app.team.DecisionRecorder;
import dev.plumbline.app.team.ProposedDecision;
import dev.plumbline.app.team.RecordingResult;
import dev.plumbline.app.team.SeenState;
import dev.plumbline.app.team.TeamRecorder;
import dev.plumbline.core.Digest;
import dev.plumbline.core.Finding;
import dev.plumbline.core.Problems;
import dev.plumbline.core.disk.Scratch;
import dev.plumbline.dossier.Decision;
import dev.plumbline.dossier.folder.DossierFolder;
import dev.plumbline.dossier.signed.Signer;
import dev.plumbline.dossier.signed.TeamRecord;
import dev.plumbline.dossier.signed.TeamRecord.Comment;
import dev.plumbline.judging.DecidedItems;
import dev.plumbline.judging.Judged;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

/**
 * Two people on two branches: decisions as the commands record them, comments as the workbench
 * records them, cells edited by hand, branches joined in between.
 */
class InterleavedWorkProperties {
  private static final String TABLE = "ixit/1-AuthMech.yaml";
  private static final int ROWS = 2;
  private static final int CELLS = 3;

  private static Path place = Path.of("");
  private static List<Signer> people = List.of();
  private static Optional<JudgedDossier> judged = Optional.empty();
  private static List<Judged> items = List.of();

  @BeforeContainer
  static void twoPeopleAndTheItemsOfOneProduct() throws IOException {
    // Thousands of writes are forced to the disk; in memory they take two seconds, not fifty.
    Path memory = Path.of("/dev/shm");
    place =
        Files.isWritable(memory)
            ? Files.createTempDirectory(memory, "plumbline-")
            : Scratch.ofProcess().folder("interleaved-");
    SoundCamera camera = SoundCamera.in(place.resolve("camera"));
    judged = Optional.of(new JudgedDossier(camera.open(), camera.judge()));
    items = judged.get().assessment().items().limit(3).toList();
    people =
        List.of(
            new AuthorKeys(place.resolve("ann")).signer("Ann", camera.dossier()),
            new AuthorKeys(place.resolve("bob")).signer("Bob", camera.dossier()));
  }

  @AfterContainer
  static void removeThem() throws IOException {
    Scratch.delete(place);
  }

  /** What everybody was told to be stored, and what the cells have to say. */
  private static final class Expected {
    private final List<Digest> decisions = new ArrayList<>();
    private final List<Digest> comments = new ArrayList<>();
    private final Map<String, String> base = new TreeMap<>();
    private final List<Map<String, String>> cells = List.of(new TreeMap<>(), new TreeMap<>());
  }

  @Property(seed = "1", tries = 1000)
  void nothingThatWasAcknowledgedIsLost(@ForAll long seed) throws IOException {
    Random random = new Random(seed);
    Path run = Files.createDirectory(place.resolve("run"));
    try {
      Expected expected = new Expected();
      List<Path> sides = List.of(run.resolve("ours"), run.resolve("theirs"));
      for (Path side : sides) {
        Files.createDirectories(side.resolve("ixit"));
      }
      edit(0, "row-0/c0", 0, sides, expected);
      sync(run, sides, expected);
      for (int step = 1; step <= 7; step++) {
        int side = random.nextInt(2);
        switch (random.nextInt(5)) {
          case 0 -> decide(sides.get(side), side, random, expected);
          case 1 -> comment(sides.get(side), side, random, expected);
          case 2, 3 -> {
            String cell = "row-" + random.nextInt(ROWS) + "/c" + random.nextInt(CELLS);
            edit(side, cell, step, sides, expected);
          }
          default -> join(run, sides, random, expected);
        }
      }
      join(run, sides, random, expected);
      assertNothingIsLost(sides.getFirst(), expected);
    } finally {
      Scratch.delete(run);
    }
  }

  private static DecisionRecorder recorder(Path side, int person) {
    return new DecisionRecorder(
        DossierFolder.at(side), judged::orElseThrow, people.get(person), Duration.ZERO);
  }

  /** As a person saw it now, or a moment ago, before the last decision. */
  private static void decide(Path side, int person, Random random, Expected expected)
      throws IOException {
    Judged item = items.get(random.nextInt(items.size()));
    List<Decision> known = DossierFolder.at(side).decisions();
    boolean late = random.nextInt(4) == 0 && !known.isEmpty();
    List<Decision> seen = late ? known.subList(0, known.size() - 1) : known;
    boolean outdated = !standing(seen, item).equals(standing(known, item));
    RecordingResult<Decision> result =
        recorder(side, person)
            .decide(
                List.of(
                    new ProposedDecision(
                        item.item().id(),
                        new Finding.Holds("Seen " + random.nextInt()),
                        new SeenState(item.basisDigest(), standing(seen, item)),
                        people.get(person).author().name(),
                        List.of(),
                        false)),
                SoundCamera.NOW);
    if (outdated) {
      assertThat(result).isInstanceOf(RecordingResult.Outdated.class);
    } else {
      expected.decisions.addAll(
          ((RecordingResult.Stored<Decision>) result)
              .records().stream().map(Decision::digest).toList());
    }
  }

  private static List<Digest> standing(List<Decision> decisions, Judged item) {
    return DecidedItems.of(decisions).standing(item.item().id()).stream()
        .map(Decision::digest)
        .sorted()
        .toList();
  }

  private static void comment(Path side, int person, Random random, Expected expected)
      throws IOException {
    RecordingResult<Comment> result =
        TeamRecorder.of(recorder(side, person))
            .comment(
                items.get(random.nextInt(items.size())).item().id(),
                "Really " + random.nextInt() + "?",
                Optional.empty(),
                SoundCamera.NOW);
    expected.comments.addAll(
        ((RecordingResult.Stored<Comment>) result)
            .records().stream().map(c -> c.signed().digest()).toList());
  }

  private static void edit(int side, String cell, int value, List<Path> sides, Expected expected)
      throws IOException {
    expected.cells.get(side).put(cell, "value " + value + " of " + side);
    write(sides.get(side), expected.cells.get(side));
  }

  private static void write(Path side, Map<String, String> cells) throws IOException {
    StringBuilder text = new StringBuilder("# A table.\ntable: 1-AuthMech\nentries:\n");
    String row = "";
    for (Map.Entry<String, String> cell : cells.entrySet()) {
      int slash = cell.getKey().indexOf('/');
      if (!row.equals(cell.getKey().substring(0, slash))) {
        row = cell.getKey().substring(0, slash);
        text.append("  # About ").append(row).append("\n  - id: ").append(row).append('\n');
      }
      text.append("    ## What is it?\n    ")
          .append(cell.getKey().substring(slash + 1))
          .append(": ")
          .append(cell.getValue())
          .append('\n');
    }
    Files.writeString(side.resolve(TABLE), text);
  }

  /** Joins theirs into ours; a person chooses; then both branches are one. */
  private static void join(Path run, List<Path> sides, Random random, Expected expected)
      throws IOException {
    MergeReport report =
        new FolderMerge(
                DossierFolder.at(sides.get(0)),
                DossierFolder.at(sides.get(1)),
                Optional.of(DossierFolder.at(run.resolve("base"))))
            .merge(Duration.ZERO);
    assertThat(report.files()).allMatch(f -> f.merged() instanceof Joined);
    Map<String, String> joined = new TreeMap<>();
    Map<String, String> open = new TreeMap<>();
    Map<String, String> ours = expected.cells.get(0);
    Map<String, String> theirs = expected.cells.get(1);
    for (int i = 0; i < ROWS * CELLS; i++) {
      String cell = "row-" + i / CELLS + "/c" + i % CELLS;
      String was = expected.base.getOrDefault(cell, "");
      String our = ours.getOrDefault(cell, "");
      String their = theirs.getOrDefault(cell, "");
      if (!our.equals(was) && !their.equals(was) && !our.equals(their)) {
        open.put(cell, our + " | " + their);
      }
      String chosen = our.equals(was) ? their : our;
      if (!chosen.isEmpty()) {
        joined.put(cell, chosen);
      }
    }
    assertThat(told(report)).isEqualTo(open);
    choose(sides.get(0), random.nextBoolean(), open, joined);
    assertThat(cells(sides.get(0))).isEqualTo(joined);
    expected.cells.forEach(
        c -> {
          c.clear();
          c.putAll(joined);
        });
    sync(run, sides, expected);
  }

  private static Map<String, String> told(MergeReport report) {
    Map<String, String> told = new TreeMap<>();
    for (MergeReport.Entry entry : report.files()) {
      for (TwoValues two : entry.values()) {
        told.put(
            two.where().substring("entries/".length()),
            value(two.ours().text()) + " | " + value(two.theirs().text()));
      }
    }
    return told;
  }

  private static String value(String line) {
    return line.strip().replaceFirst("^c\\d: ", "");
  }

  /** Takes one side of each mark, as a person does in an editor. */
  private static void choose(
      Path side, boolean ours, Map<String, String> open, Map<String, String> joined)
      throws IOException {
    String text = Files.readString(side.resolve(TABLE));
    Optional<MarkedText> marked = MarkedText.of(text);
    assertThat(marked.isPresent()).isEqualTo(!open.isEmpty());
    if (marked.isPresent()) {
      Files.writeString(side.resolve(TABLE), ours ? marked.get().ours() : marked.get().theirs());
      open.forEach((cell, two) -> joined.put(cell, two.split(" \\| ", -1)[ours ? 0 : 1]));
    }
  }

  private static Map<String, String> cells(Path side) throws IOException {
    Map<String, String> cells = new TreeMap<>();
    String row = "";
    for (String line : Files.readAllLines(side.resolve(TABLE))) {
      if (line.startsWith("  - id: ")) {
        row = line.substring("  - id: ".length());
      } else if (line.matches("    c\\d: .*")) {
        cells.put(row + "/" + line.substring(4, 6), line.substring(8));
      }
    }
    return cells;
  }

  /** Both branches, and what they begin with next, are as ours is now. */
  private static void sync(Path run, List<Path> sides, Expected expected) throws IOException {
    expected.base.clear();
    expected.base.putAll(expected.cells.get(0));
    expected.cells.get(1).putAll(expected.cells.get(0));
    for (Path to : List.of(sides.get(1), run.resolve("base"))) {
      for (String file : List.of(TABLE, "record/decisions.jsonl", "record/team.jsonl")) {
        Path from = sides.get(0).resolve(file);
        if (Files.exists(from)) {
          Files.createDirectories(to.resolve(file).getParent());
          Files.write(to.resolve(file), Files.readAllBytes(from));
        }
      }
    }
  }

  private static void assertNothingIsLost(Path side, Expected expected) throws IOException {
    Files.writeString(side.resolve("product.yaml"), "edition: \"3.1.3\"\n");
    Problems problems = new Problems();
    var dossier = DossierFolder.at(side).open(problems).orElseThrow();
    Map<Digest, Integer> decisions = new HashMap<>();
    dossier.decisions().forEach(d -> decisions.merge(d.digest(), 1, Integer::sum));
    Map<Digest, Integer> comments = new HashMap<>();
    dossier
        .team()
        .all(Comment.class)
        .map(TeamRecord::signed)
        .forEach(s -> comments.merge(s.digest(), 1, Integer::sum));
    assertThat(decisions).isEqualTo(once(expected.decisions));
    assertThat(comments).isEqualTo(once(expected.comments));
    assertThat(problems.sorted())
        .noneMatch(p -> p.place().file().startsWith("record/") || p.id().equals("PLB-1018"));
  }

  private static Map<Digest, Integer> once(List<Digest> digests) {
    Map<Digest, Integer> counts = new HashMap<>();
    digests.forEach(d -> counts.merge(d, 1, Integer::sum));
    assertThat(counts.values()).allMatch(n -> n == 1);
    return counts;
  }
}
