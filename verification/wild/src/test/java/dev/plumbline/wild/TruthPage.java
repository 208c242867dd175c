package dev.plumbline.wild;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Writes docs/truth.md from what a run measured and from the first runs of blind trials. */
final class TruthPage {
  private static final Path PAGE = Repository.at("docs/truth.md");
  private static final Path STANDINGS = Repository.at("verification/wild/standings.yaml");
  private static final Path TRIALS = Repository.at("verification/wild/trials");
  private static final String HEAD =
      """
      | fleet | sound | flawed | found | searched | open | missed | wrong PASS | wrong FAIL |
      |---|---|---|---|---|---|---|---|---|
      """;

  private TruthPage() {}

  /**
   * Writes the page from the kept standings.
   *
   * @param devices that there are, measured or not
   */
  static void write(int devices) throws IOException {
    List<Tree> all = Tree.read(STANDINGS).trees("devices");
    StringBuilder page = new StringBuilder();
    page.append("# Truth: verdicts beside what is so\n\n")
        .append(
            "Made by `./test -Dplumbline.wild=true`; see [wild](../verification/wild/README.md). ")
        .append("Each row is of the last run of that device.\n\n")
        .append("*found*: a FAIL at a unit that the flaw concerns. ")
        .append("*searched*: INCONCLUSIVE with a list of what was searched. ")
        .append("*open*: INCONCLUSIVE with another reason. ")
        .append("*missed*: nothing says anything. ")
        .append("*wrong PASS*: devices with a PASS that the flaw contradicts. ")
        .append("*wrong FAIL*: devices with a FAIL that no flaw explains.\n\n")
        .append("Measured: " + all.size() + " of " + devices + " configurations.\n\n")
        .append(HEAD);
    List<Tree> own = all.stream().filter(d -> !onTheWire(d)).toList();
    List<Tree> wire = all.stream().filter(TruthPage::onTheWire).toList();
    page.append(line("wild fleet", own)).append(line("bent wire", wire));
    List<Path> trials = trials();
    for (Path trial : trials) {
      Tree data = Tree.read(trial);
      page.append(line("blind trial " + data.text("trial") + ", first run", data.trees("devices")));
    }
    page.append("\n## Wild fleet\n\n").append(table(own));
    page.append("\n## Bent wire\n\n")
        .append("A proxy between the tester and a sound device bends one thing; ")
        .append("the units that it concerns must not PASS any more.\n\n")
        .append(table(wire));
    for (Path trial : trials) {
      Tree data = Tree.read(trial);
      page.append("\n## Blind trial " + data.text("trial") + ", first run\n\n")
          .append(data.text("about").strip())
          .append("\n\n")
          .append(table(data.trees("devices")));
    }
    Files.writeString(PAGE, page);
  }

  private static List<Path> trials() throws IOException {
    if (!Files.isDirectory(TRIALS)) {
      return List.of();
    }
    try (Stream<Path> list = Files.list(TRIALS)) {
      return list.filter(f -> f.toString().endsWith(".yaml")).sorted().toList();
    }
  }

  private static String line(String fleet, List<Tree> devices) {
    List<Tree> flawed = devices.stream().filter(d -> !sound(d)).toList();
    List<String> cells = new ArrayList<>();
    cells.add(fleet);
    cells.add(String.valueOf(devices.size() - flawed.size()));
    cells.add(String.valueOf(flawed.size()));
    for (Judged.Standing standing :
        List.of(
            Judged.Standing.FOUND,
            Judged.Standing.SEARCHED,
            Judged.Standing.OPEN,
            Judged.Standing.MISSED)) {
      cells.add(count(flawed, standing));
    }
    cells.add(String.valueOf(devices.stream().filter(d -> !d.list("wrongPass").isEmpty()).count()));
    cells.add(String.valueOf(devices.stream().filter(d -> !d.list("wrongFail").isEmpty()).count()));
    return "| " + String.join(" | ", cells) + " |\n";
  }

  private static boolean onTheWire(Tree device) {
    return device.text("id").startsWith("wire-");
  }

  private static boolean sound(Tree device) {
    return device.text("flaw").equals("none");
  }

  private static String count(List<Tree> devices, Judged.Standing standing) {
    String word = standing.name().toLowerCase(Locale.ROOT);
    return String.valueOf(devices.stream().filter(d -> d.text("standing").equals(word)).count());
  }

  private static String table(List<Tree> devices) {
    StringBuilder table =
        new StringBuilder(
            """
            | device | what it is | flaw | question | standing | wrong PASS | wrong FAIL | s |
            |---|---|---|---|---|---|---|---|
            """);
    for (Tree device : devices) {
      table
          .append("| ")
          .append(
              String.join(
                  " | ",
                  device.text("id"),
                  device.text("title").replace("|", "\\|"),
                  device.text("flaw"),
                  sound(device) ? "" : device.text("question"),
                  device.text("standing"),
                  String.join(" ", device.texts("wrongPass")),
                  String.join(" ", device.texts("wrongFail")),
                  device.text("seconds")))
          .append(" |\n");
    }
    return table.toString();
  }
}
