package dev.plumbline.declaration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.catalogue.Catalogue;
import dev.plumbline.catalogue.EditionId;
import dev.plumbline.catalogue.IxitColumn;
import dev.plumbline.catalogue.IxitTable;
import dev.plumbline.catalogue.TestUnit;
import dev.plumbline.catalogue.UnitRule;
import dev.plumbline.core.Problem;
import dev.plumbline.declaration.data.ShippedData;
import dev.plumbline.yaml.YamlNode.Mapping;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each typed field that a rule or a check reads is asked for before the test, or said to be
 * optional.
 */
class FieldsNeededTest {
  private static final Path CHECKS = Path.of("../checks/src/main/java");
  private static final Pattern OWN = Pattern.compile("\\brow\\.(\\w+)");
  private static final Pattern OTHER = Pattern.compile("\\bother\\.(\\w+)");
  private static final Pattern LITERAL = Pattern.compile("\"(\\w+)\"");

  @ParameterizedTest
  @MethodSource("dev.plumbline.catalogue.EditionId#all")
  void areListed(EditionId edition) throws IOException {
    Catalogue catalogue = DossierText.catalogue(edition);
    Mapping tables = ShippedData.read("columns.yaml").mapping("roles").orElseThrow();
    Set<String> ofChecks = literals();
    Set<String> unlisted = new TreeSet<>();
    for (IxitTable table : catalogue.tables().values()) {
      List<Mapping> ofRoles =
          table.roles().stream().flatMap(r -> tables.mapping(r.word()).stream()).toList();
      assertThat(ofRoles).as("%s has one of its roles in the file", table.id()).hasSizeLessThan(2);
      Optional<Mapping> needs = ofRoles.stream().findFirst();
      Set<String> read = new TreeSet<>(ofChecks);
      catalogue.rules().values().forEach(r -> read.addAll(read(r, table, catalogue)));
      table.fields().stream()
          .map(IxitColumn::key)
          .filter(read::contains)
          .filter(k -> needs.isEmpty() || !listed(needs.get()).contains(k))
          .forEach(k -> unlisted.add(table.id() + " " + k));
    }
    assertThat(unlisted).isEmpty();
  }

  @Test
  void areNamedTogetherForEachEntryWithWhatToWrite(@TempDir Path directory) throws IOException {
    String text =
        """
        # ixit/1-AuthMech.yaml
        table: 1-AuthMech
        entries:
          - {id: AuthMech-1, kind: user, factorKind: password-user-defined, networkReachable: true, algorithms: [AES-128-GCM]}
        """;
    assertThat(DossierText.of(text, "3.1.3").check(directory, "3.1.3"))
        .filteredOn(p -> p.id().equals("PLB-4012"))
        .extracting(p -> p.what() + " " + p.remedy())
        .containsExactly(
            "1-AuthMech/AuthMech-1 lacks fields that rules or checks need: changeable: true or"
                + " false; attemptsBeforeDelay: a number; delaySeconds: a number. Add the fields to"
                + " the row, each as shown behind its name.");
  }

  @Test
  void haveOneRemedyWhateverIsMissing(@TempDir Path directory) throws IOException {
    String text =
        """
        # ixit/1-AuthMech.yaml
        table: 1-AuthMech
        entries:
          - {id: AuthMech-1, kind: user}
          - {id: AuthMech-2, networkReachable: true}
        """;
    List<Problem> found =
        DossierText.of(text, "3.1.3").check(directory, "3.1.3").stream()
            .filter(p -> p.id().equals("PLB-4012"))
            .toList();
    assertThat(found).hasSize(2).extracting(Problem::what).doesNotHaveDuplicates();
    assertThat(found.stream().map(Problem::remedy).distinct()).hasSize(1);
  }

  private static List<String> listed(Mapping needs) {
    return Stream.concat(needs.texts("fields").stream(), needs.texts("optional").stream()).toList();
  }

  /** Fields of a table that the parts of a rule read: of its own entry, of another, of a list. */
  private static Set<String> read(UnitRule rule, IxitTable table, Catalogue catalogue) {
    Set<String> read = new TreeSet<>();
    TestUnit unit = catalogue.unit(rule.unit()).orElseThrow();
    String name = table.id().substring(table.id().indexOf('-') + 1);
    Pattern variables = Pattern.compile("tables\\." + name + "\\.\\w+\\((\\w+),");
    Stream.of(rule.select(), rule.known(), rule.holds())
        .flatMap(Optional::stream)
        .forEach(
            text -> {
              if (unit.table().filter(table.id()::equals).isPresent()) {
                names(OWN, text).forEach(read::add);
              }
              if (unit.alsoUses().contains(table.id())) {
                names(OTHER, text).forEach(read::add);
              }
              names(variables, text)
                  .forEach(
                      v ->
                          names(Pattern.compile("\\b" + v + "\\.(\\w+)"), text).forEach(read::add));
            });
    return read;
  }

  private static Set<String> literals() throws IOException {
    Set<String> literals = new TreeSet<>();
    try (Stream<Path> files = Files.walk(CHECKS)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
        names(LITERAL, Files.readString(file)).forEach(literals::add);
      }
    }
    return literals;
  }

  private static Stream<String> names(Pattern pattern, String text) {
    return pattern.matcher(text).results().map((MatchResult r) -> r.group(1));
  }
}
