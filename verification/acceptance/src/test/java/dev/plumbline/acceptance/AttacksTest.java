package dev.plumbline.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.catalogue.attack.Attack;
import dev.plumbline.catalogue.attack.Attacks;
import dev.plumbline.core.Problems;
import dev.plumbline.testbed.FlawCatalogue;
import dev.plumbline.yaml.YamlNode.Mapping;
import dev.plumbline.yaml.YamlReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Known attacks: what is known of them fits what can be seen, and a product is held against it. */
class AttacksTest {
  private static final String SURFACES =
      "gathering/probes/src/main/resources/dev/plumbline/probes/knownsurfaces/surfaces.yaml";

  @TempDir private Path directory;

  private static List<Attack.Vector> vectors() {
    return Attacks.load().stream().flatMap(a -> a.vectors().stream()).toList();
  }

  /** Surfaces that a probe knows although no public report of an attack names them. */
  private static final Set<String> OF_NO_ATTACK = Set.of("hidden-ssh");

  @Test
  void everySurfaceThatAnAttackNamesIsOneThatAProbeKnowsAndTheOtherWayRound() throws IOException {
    Mapping file =
        (Mapping)
            YamlReader.read(
                    Files.readString(Repository.at(SURFACES)), "surfaces.yaml", new Problems())
                .orElseThrow();
    Set<String> known =
        file.mappings("surfaces").stream()
            .map(s -> s.text("id").orElseThrow())
            .filter(id -> !OF_NO_ATTACK.contains(id))
            .collect(Collectors.toSet());
    assertThat(
            vectors().stream()
                .flatMap(v -> v.sight().surfaces().stream())
                .collect(Collectors.toSet()))
        .isEqualTo(known);
  }

  @Test
  void everySurfaceIsActedOutByASimulatedDevice() {
    Set<String> flaws = FlawCatalogue.load().byId().keySet();
    assertThat(vectors())
        .filteredOn(v -> v.sight().by() == Attack.Sight.By.SURFACE)
        .filteredOn(v -> v.sight().surfaces().size() == 1 || v.ports().isEmpty())
        .extracting(Attack.Vector::id)
        .isSubsetOf(flaws);
  }

  @Test
  void aProductThatWasNotTestedHasNoWayInThatIsCalledClosed() throws IOException {
    Path dossier = Repository.copyOfExample("sound-camera", directory.resolve("camera"));
    Cli json = Cli.run("catalogue", "attacks", "--against", dossier, "--format", "json").ends(0);
    JsonNode said = JsonMapper.shared().readTree(json.out());
    assertThat(said.path("counts").path("open").intValue()).isZero();
    assertThat(said.path("counts").path("closed").intValue()).isZero();
    assertThat(said.path("counts").path("untested").intValue()).isEqualTo(vectors().size());
    assertThat(said.path("vectors").get(0).path("missing").get(0).stringValue())
        .contains("tcp-open-ports");
    assertThat(Cli.run("catalogue", "attacks", "--against", dossier).ends(0).out())
        .contains(
            vectors().size() + " ways in: 0 open, 0 closed", "UNTESTED telnet-default-logins");
  }

  @Test
  void aFolderWithoutADossierIsRefusedInWords() {
    Cli refused = Cli.run("catalogue", "attacks", "--against", directory.resolve("nothing"));
    assertThat(refused.code()).isNotZero();
    refused.complainsInWords();
  }
}
