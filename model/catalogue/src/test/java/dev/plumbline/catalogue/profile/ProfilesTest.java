package dev.plumbline.catalogue.profile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.catalogue.Catalogue;
import dev.plumbline.catalogue.CatalogueLoader;
import dev.plumbline.catalogue.EditionId;
import dev.plumbline.core.Problem;
import dev.plumbline.core.Problems;
import dev.plumbline.core.ProvisionId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ProfilesTest {
  private static final Catalogue BASE = CatalogueLoader.load(EditionId.named("3.1.3"));
  private static final String SOUND =
      """
      profile: ours
      title: Ours
      owner: Somebody
      base: "3.1.3"
      sections:
        - {id: "30.1", title: Seen}
      stricter:
        - {provision: 5.5-2, status: M, because: It is.}
      provisions:
        - id: 30.1-1
          title: A lamp
          status: M
          summary: A lamp.
          features: [a]
          source: own
          confidence: high
          cases:
            - id: 30.1-1-1
              kind: conceptual
              purpose: Look.
              units:
                - id: 30.1-1-1a
                  kind: conceptual
                  scope: entry
                  table: 40-Lamp
                  check: Is it lit?
      tables:
        - id: 40-Lamp
          name: Lamps
          purpose: Each lamp.
          confidence: high
          columns:
            - {key: id, meaning: Label., type: id}
      rules:
        - unit: 30.1-1-1a
          holds: row.id != ''
          because: It has a label.
          otherwise: It has none.
          remedy: Give it one.
      """;

  static Stream<String> shipped() {
    return ShippedProfiles.ids().stream();
  }

  @ParameterizedTest
  @MethodSource("shipped")
  void whatShipsFitsItsEditionAndSaysWhatIsUnknown(String id) {
    Profile profile = ShippedProfiles.find(id).orElseThrow();
    assertThat(profile.id()).isEqualTo(id);
    Catalogue base = CatalogueLoader.load(profile.base());
    assertThat(ProfileLinter.lint(profile, base, base)).isEmpty();
    assertThat(profile.official()).as("none was read from its owner's text").isFalse();
    assertThat(profile.unknown()).isNotEmpty();
    assertThat(profile.provisions()).isNotEmpty();
  }

  @Test
  void theBaseIsSound() {
    assertThat(lint(SOUND)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "base: \"3.1.3\"         | base: \"9.9.9\"           | PLB-9041 | 4  | 7",
        "provision: 5.5-2        | provision: 5.5-99         | PLB-9041 | 8  | 33",
        "5.5-2, status: M        | 5.5-1, status: R          | PLB-9042 | 8  | 32",
        "5.5-2, status: M        | 5.5-1, status: M          | PLB-9042 | 8  | 32",
        "id: 40-Lamp             | id: 1-AuthMech            | PLB-9040 | 28 | 9",
        "id: 40-Lamp             | id: 40-AuthMech           | PLB-9043 | 28 | 9",
        "features: [a]           | features: [zz]            | PLB-9044 | 14 | 15",
        "id: \"30.1\"            | id: \"30.2\"              | PLB-9044 | 10 | 9",
        "table: 40-Lamp          | table: 41-Lamp            | PLB-9044 | 25 | 20",
        "check: Is it lit?       | selects: all              | PLB-9045 | 22 | 17",
        "unit: 30.1-1-1a         | unit: 5.1-1-1a            | PLB-9046 | 35 | 11",
        "because: It has a label.| select: row.id == ''      | PLB-9047 | 35 | 11",
        "summary: A lamp.        | sumary: A lamp.           | PLB-9048 | 13 | 5",
        "confidence: high        | confidence: sure          | PLB-9040 | 10 | 5",
        "status: M\\n    summary  | status: X\\n    summary    | PLB-9040 | 12 | 13",
        "purpose: Each lamp.     | aim: Each lamp.           | PLB-9040 | 28 | 5"
      })
  void aPartThatDoesNotFitIsToldWithItsPlace(
      String before, String after, String id, int line, int column) {
    String text = SOUND.replace(before.replace("\\n", "\n"), after.replace("\\n", "\n"));
    assertThat(text).isNotEqualTo(SOUND);
    List<Problem> found = lint(text);
    assertThat(found).extracting(Problem::id).contains(id);
    Problem first = found.stream().filter(p -> p.id().equals(id)).findFirst().orElseThrow();
    assertThat(first.place().file()).isEqualTo("ours.yaml");
    assertThat(first.place().line()).as(first.toString()).isEqualTo(line);
    assertThat(first.place().column()).as(first.toString()).isEqualTo(column);
  }

  @Test
  void anExtensionAddsAndTightensAndTakesNothingAway() {
    Profile profile = read(SOUND, new Problems()).orElseThrow();
    Catalogue whole = ProfiledEdition.of(BASE, profile);
    assertThat(whole.provisions().keySet()).containsAll(BASE.provisions().keySet());
    assertThat(whole.units().keySet()).containsAll(BASE.units().keySet());
    assertThat(whole.rules()).containsAllEntriesOf(BASE.rules());
    assertThat(whole.provision(new ProvisionId("30.1-1"))).isPresent();
    assertThat(whole.provision(new ProvisionId("5.5-2")).orElseThrow().mandatory()).isTrue();
    assertThat(BASE.provision(new ProvisionId("5.5-2")).orElseThrow().mandatory()).isFalse();
    assertThat(
            whole.provisions().values().stream()
                .filter(p -> BASE.provision(p.id()).filter(b -> b.mandatory()).isPresent()))
        .allSatisfy(p -> assertThat(p.mandatory()).isTrue());
    assertThat(whole.digest()).isNotEqualTo(BASE.digest());
    assertThat(whole.edition().document()).contains("with profile ours");
  }

  @Test
  void aProvisionWithoutAUnitWouldPassByAbsenceAndIsRefused() {
    String none =
        SOUND.replaceAll("(?s)    cases:.*?tables:", "tables:").replaceAll("(?s)rules:.*", "");
    assertThat(lint(none)).extracting(Problem::id).containsExactly("PLB-9045");
  }

  @Test
  void whatIsNoProfileIsToldInWords() {
    for (String text : List.of("", "- one", "profile: x", "title: [", "\u0000")) {
      assertThat(lint(text)).as(text).isNotEmpty();
    }
  }

  private static List<Problem> lint(String text) {
    Problems problems = new Problems();
    read(text, problems).ifPresent(p -> ProfileLinter.lint(p, BASE, BASE).forEach(problems::add));
    return problems.sorted();
  }

  private static Optional<Profile> read(String text, Problems problems) {
    return ProfileReader.read(text, "ours.yaml", problems);
  }
}
