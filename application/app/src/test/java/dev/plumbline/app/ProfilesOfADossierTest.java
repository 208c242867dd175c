package dev.plumbline.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.app.portfolio.SchemeStanding;
import dev.plumbline.app.workspace.Profiles;
import dev.plumbline.app.workspace.Workspace;
import dev.plumbline.app.workspace.Workspace.Opened;
import dev.plumbline.catalogue.crypto.CryptoPolicies;
import dev.plumbline.catalogue.profile.ShippedProfiles;
import dev.plumbline.core.Problem;
import dev.plumbline.core.Severity;
import dev.plumbline.core.Verdict;
import dev.plumbline.judging.Assessment;
import dev.plumbline.judging.GroupResult;
import dev.plumbline.judging.plan.Standing;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProfilesOfADossierTest {
  private static final LocalDate DAY = LocalDate.of(2026, 11, 27);
  private static final Path EXAMPLE = Path.of("../../examples/smart-lock");

  @TempDir private Path directory;
  private Path lock = Path.of("");

  @BeforeEach
  void copyTheLock() throws IOException {
    lock = directory.resolve("lock");
    try (Stream<Path> files = Files.walk(EXAMPLE)) {
      for (Path file : files.toList()) {
        Files.copy(file, lock.resolve(EXAMPLE.relativize(file).toString()));
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"inside, false, INCONCLUSIVE", "inside, true, FAIL", "outside, false, FAIL"})
  void aDeclarationThatRefutesAProfilesRuleFails(String from, boolean power, Verdict verdict)
      throws IOException {
    name("[smart-lock]");
    answer("  20.1-1: {support: Y, detail: A handle.}\n");
    Files.writeString(
        lock.resolve("ixit/30-LockWay.yaml"),
        """
        table: 30-LockWay
        entries:
          - {id: Way-1, description: Handle, from: %s, needsNetwork: false, needsPower: %s, authenticated: false}
          - {id: Way-2, description: Key, from: outside, needsNetwork: false, needsPower: true, authenticated: true}
        """
            .formatted(from, power));
    assertThat(group("20.1-1").verdict()).contains(verdict);
  }

  @Test
  void whatIsNotDeclaredOrNotAnsweredIsNotPassed() throws IOException {
    name("[smart-lock]");
    assertThat(group("20.1-1").verdict()).contains(Verdict.INCONCLUSIVE);
    answer("  20.1-2: {support: Y, detail: An app.}\n");
    assertThat(group("20.1-2").verdict()).isNotEqualTo(Optional.of(Verdict.PASS));
  }

  @Test
  void aRecommendationMadeARequirementCannotBeDeclined() throws IOException {
    name("[smart-lock]");
    Path ics = lock.resolve("ics.yaml");
    Files.writeString(
        ics,
        Files.readString(ics)
            .replaceFirst(
                "(?m)^  5\\.7-2:(.*\n)((    .*\n)*)", "  5.7-2: {support: N, detail: No need.}\n"));
    assertThat(group("5.7-2").standing()).isEqualTo(Standing.REFUSED);
  }

  @Test
  void everyShippedProfileOfTheEditionOpensAndIsNamedInTheResult() throws IOException {
    name("[smart-lock, substantial]");
    Assessment result = judged();
    assertThat(result.catalogue().edition().document())
        .contains("with profile smart-lock", "with profile substantial");
    assertThat(result.groups().map(g -> g.provision().id().value()))
        .contains("20.1-1", "20.2-1", "21.1-1");
  }

  @ParameterizedTest
  @CsvSource({
    "smart-lok, PLB-2023",
    "profiles/none.yaml, PLB-2023",
    "../../outside.yaml, PLB-2023",
    "home-gateway, PLB-2024"
  })
  void aProfileThatIsNotThereStopsTheJudging(String profile, String id) throws IOException {
    name("[" + profile + "]");
    List<Problem> errors = errors();
    assertThat(errors).extracting(Problem::id).contains(id);
    assertThat(errors)
        .filteredOn(p -> p.id().equals(id))
        .allSatisfy(p -> assertThat(p.place().line()).isEqualTo(lineOfProfiles()));
  }

  @Test
  void aProfileOfTheDossierIsCheckedWithItsExpressions() throws IOException {
    Files.createDirectories(lock.resolve("profiles"));
    String text = Files.readString(Path.of("../../docs/howto/write-a-profile.md"));
    String example = text.substring(text.indexOf("profile: camera-lamp"));
    example = example.substring(0, example.indexOf("```"));
    Files.writeString(lock.resolve("profiles/ours.yaml"), example);
    name("[profiles/ours.yaml]");
    assertThat(errors()).extracting(Problem::id).contains("PLB-9042", "PLB-9020");
    assertThat(errors())
        .filteredOn(p -> p.id().startsWith("PLB-90"))
        .allSatisfy(p -> assertThat(p.place().file()).isEqualTo("profiles/ours.yaml"))
        .allSatisfy(p -> assertThat(p.place().line()).isPositive());
    Files.writeString(
        lock.resolve("profiles/ours.yaml"),
        example
            .replace("wierd", "wired")
            .replaceFirst("(?s)stricter:.*?provisions:", "provisions:"));
    assertThat(errors()).isEmpty();
    assertThat(judged().groups().map(g -> g.provision().id().value())).contains("30.1-1");
  }

  @Test
  void labelsGoByTheEditionAlone() throws IOException {
    Assessment alone = SchemeStanding.of(open(), CryptoPolicies.load(), DAY).assessment();
    name("[smart-lock, substantial]");
    Assessment with = SchemeStanding.of(open(), CryptoPolicies.load(), DAY).assessment();
    assertThat(with.verdicts()).isEqualTo(alone.verdicts());
  }

  @Test
  void everyShippedProfileHasItsExpressionsChecked() {
    for (String id : ShippedProfiles.ids()) {
      assertThat(Profiles.check(ShippedProfiles.find(id).orElseThrow().text(), id)).isEmpty();
    }
  }

  private void name(String profiles) throws IOException {
    Path product = lock.resolve("product.yaml");
    Files.writeString(
        product,
        Files.readString(product).replaceFirst("(?m)^edition:.*$", "$0\nprofiles: " + profiles));
  }

  private void answer(String row) throws IOException {
    Path ics = lock.resolve("ics.yaml");
    Files.writeString(
        ics, Files.readString(ics).replaceFirst("(?m)^answers:\n", "answers:\n" + row));
  }

  private int lineOfProfiles() throws IOException {
    List<String> lines = Files.readAllLines(lock.resolve("product.yaml"));
    return (int) lines.stream().takeWhile(l -> !l.startsWith("profiles:")).count() + 1;
  }

  private List<Problem> errors() {
    return Workspace.open(lock, DAY).problems().stream()
        .filter(p -> p.severity() == Severity.ERROR)
        .toList();
  }

  private Workspace open() {
    Opened opened = Workspace.open(lock, DAY);
    return opened.workspace().orElseThrow();
  }

  private Assessment judged() {
    Workspace workspace = open();
    return new Assessor(workspace.catalogue())
        .judge(workspace.dossier(), CryptoPolicies.load(), DAY);
  }

  private GroupResult group(String provision) {
    return judged()
        .groups()
        .filter(g -> g.provision().id().value().equals(provision))
        .findFirst()
        .orElseThrow();
  }
}
