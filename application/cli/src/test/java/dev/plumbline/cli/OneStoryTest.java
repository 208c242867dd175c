package dev.plumbline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Commands that tell of failures name the same items in the same words. */
class OneStoryTest {
  private static final String ATTACKED = "5.1-1-2a@DUT";
  private static final String OTHER = "5.9-1-1a@DUT";

  /** The two, and what takes over from them. */
  private static final List<String> FAILING =
      List.of(
          ATTACKED,
          "5.1-2A-2a@DUT",
          OTHER,
          "5.9-2-1a@23-ResMech/ResMech-1",
          "5.9-2-1a@23-ResMech/ResMech-2");

  private static final Pattern ITEM = Pattern.compile("(?m)^ +(\\d+\\.\\d+-\\S+@\\S+)$");

  @TempDir private static Path folder;
  private static Path dossier = Path.of("");

  /** The tests only read it. */
  @BeforeAll
  static void twoItemsFail() throws IOException {
    dossier = Copies.of("careless-camera", folder.resolve("camera"));
    fail(ATTACKED, "A second password login was found.", "Declare it.");
    fail(OTHER, "Nothing is kept over an outage.", "Keep the settings.");
  }

  private static void fail(String item, String because, String remedy) {
    Ran ran =
        Ran.of(
            "decide",
            dossier.toString(),
            item,
            "--verdict",
            "FAIL",
            "--by",
            "A. Assessor",
            "--because",
            because,
            "--remedy",
            remedy);
    assertThat(ran.err()).isEmpty();
  }

  private static String told(String... command) {
    return Ran.of(command).out();
  }

  private static Set<String> items(String told) {
    Set<String> items = new TreeSet<>();
    ITEM.matcher(told).results().forEach(m -> items.add(m.group(1)));
    return items;
  }

  @Test
  void judgeStatusAndGapsNameEveryFailingItemInTheSameWords() {
    String block =
        told("judge", dossier.toString())
            .transform(t -> t.substring(t.indexOf("  What fails (5)"), t.indexOf("  What would")));
    assertThat(items(block)).containsExactlyInAnyOrderElementsOf(FAILING);
    assertThat(block)
        .contains("A second password login was found.", "Remedy: Declare it.")
        .contains("Nothing is kept over an outage.", "Remedy: Keep the settings.")
        .contains("Used by: ");
    assertThat(told("status", dossier.toString())).contains(block.strip());
    assertThat(told("gaps", dossier.toString(), "--brief"))
        .contains(block.strip())
        .endsWith("5 test items fail.\n");
  }

  @Test
  void theAttacksNameWhatFailsOfTheirUnitsAndNothingElse() {
    String told = told("catalogue", "attacks", "--against", dossier.toString());
    assertThat(items(told)).containsExactly(ATTACKED);
    assertThat(told.replaceAll("\\s+", " "))
        .contains(ATTACKED + " A second password login was found. Remedy: Declare it.");
  }

  @Test
  void jsonNamesTheSameItems() {
    JsonMapper json = JsonMapper.shared();
    JsonNode gaps = json.readTree(told("gaps", dossier.toString(), "--format", "json"));
    assertThat(
            gaps.valueStream()
                .filter(g -> g.path("kind").asString().equals("fails"))
                .map(g -> g.path("item").asString()))
        .containsExactlyElementsOf(FAILING);
    JsonNode attacks =
        json.readTree(
            told("catalogue", "attacks", "--against", dossier.toString(), "--format", "json"));
    assertThat(
            attacks
                .path("vectors")
                .valueStream()
                .flatMap(v -> v.path("fails").valueStream())
                .map(JsonNode::asString)
                .distinct())
        .containsExactly(ATTACKED);
  }

  @ParameterizedTest
  @CsvSource({
    "5.1-1-2a, 'open (a machine searches, a person confirms): '",
    "5.3-1-1a, a person decides it alone"
  })
  void theCatalogueSaysWhetherAMachineCanPassAUnitAndWhy(String unit, String question) {
    assertThat(told("catalogue", "show", unit).replaceAll("\\s+", " "))
        .contains("Question " + question);
  }
}
