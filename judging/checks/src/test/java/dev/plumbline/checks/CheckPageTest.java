package dev.plumbline.checks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.catalogue.Catalogue;
import dev.plumbline.catalogue.CatalogueLoader;
import dev.plumbline.catalogue.Edition;
import dev.plumbline.core.UnitId;
import dev.plumbline.judging.check.Check;
import dev.plumbline.judging.check.Checks;
import dev.plumbline.yaml.YamlNode.Mapping;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * {@code docs/checks.md} says of each check what it decides; {@code -Dplumbline.update=true} writes
 * it.
 */
class CheckPageTest {
  private static final Path PAGE = Path.of("..", "..", "docs", "checks.md");
  private static final Checks CHECKS = Checks.load();
  private static final Pattern CHECK =
      Pattern.compile("^public final class \\w+ implements Check \\{", Pattern.MULTILINE);
  private static final String HEAD =
      """
      # Checks

      A check joins observations with the declaration and says whether one proposition holds: the name of its class.
      Against outweighs unseen, unseen outweighs holds, so that a device that says less never gets a better finding.
      A check that refutes only leaves what it does not refute to a person. The keys it needs are explained in
      [observations](observations.md). This page is made by `CheckPageTest` from the classes, their `checks.yaml` and
      the `questions.yaml` of each edition, which binds units to checks by their ids.
      """;

  @Test
  void thePageSaysWhatEachCheckDecides() throws IOException {
    String page = page();
    if (Boolean.getBoolean("plumbline.update")) {
      Files.writeString(PAGE, page);
    }
    assertThat(Files.readString(PAGE)).isEqualTo(page);
  }

  @Test
  void everyCheckIsExplainedAndNoOther() {
    assertThat(told().keySet())
        .containsExactlyInAnyOrderElementsOf(checks().stream().map(Checks::name).toList());
  }

  @Test
  void everyClassThatIsACheckIsListedForTheLoader() throws IOException {
    try (var files = Files.walk(Path.of("src/main/java/dev/plumbline/checks"))) {
      List<String> annotated =
          files
              .filter(f -> f.toString().endsWith(".java"))
              .filter(f -> CHECK.matcher(read(f)).find())
              .map(f -> String.valueOf(f.getFileName()).replace(".java", ""))
              .sorted()
              .toList();
      assertThat(checks().stream().map(Checks::name).toList()).isEqualTo(annotated);
    }
  }

  private static List<Check> checks() {
    return CHECKS.all().stream().sorted(Comparator.comparing(Checks::name)).toList();
  }

  private static Map<String, Mapping> told() {
    return CheckData.read("checks.yaml").mappings("checks").stream()
        .collect(Collectors.toMap(m -> text(m, "name"), Function.identity()));
  }

  private static String text(Mapping mapping, String key) {
    return mapping.text(key).orElseThrow(() -> new AssertionError(mapping.place() + ": " + key));
  }

  private static String page() {
    StringBuilder page = new StringBuilder(HEAD);
    Map<String, Mapping> told = told();
    for (Check check : checks()) {
      Mapping text = Optional.ofNullable(told.get(Checks.name(check))).orElseThrow();
      page.append("\n## ").append(Checks.name(check)).append("\n\n");
      page.append(text(text, "compares")).append("\n\n");
      line(page, "Id", code(List.of(Checks.id(check))));
      CatalogueLoader.all().values().stream()
          .sorted(
              Comparator.comparing(Catalogue::edition, Comparator.comparing(Edition::published))
                  .reversed())
          .forEach(c -> line(page, "Units of V" + c.edition().id(), units(check, c)));
      line(page, "Needs", code(check.needs()));
      line(page, "Refuted by", text(text, "refutes"));
      line(page, "Says nothing on", text(text, "open"));
      if (check.refutesOnly()) {
        line(page, "Refutes only", "a person decides what it does not refute.");
      }
    }
    return page.toString();
  }

  private static void line(StringBuilder page, String name, String text) {
    page.append("- ").append(name).append(": ").append(text).append('\n');
  }

  private static String units(Check check, Catalogue catalogue) {
    List<String> ids = CHECKS.units(check, catalogue).stream().map(UnitId::value).toList();
    return ids.isEmpty() ? "none" : code(ids);
  }

  private static String code(List<String> names) {
    return names.stream().map(n -> "`" + n + "`").collect(Collectors.joining(", "));
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
