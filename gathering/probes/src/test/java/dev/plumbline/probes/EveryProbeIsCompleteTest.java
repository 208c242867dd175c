package dev.plumbline.probes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.core.Problems;
import dev.plumbline.probe.Probe;
import dev.plumbline.probe.hostile.ProbeContract;
import dev.plumbline.probe.run.ProbeRunner;
import dev.plumbline.yaml.YamlNode.Mapping;
import dev.plumbline.yaml.YamlReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Nothing half-added can be merged: a probe has its folder, description, test and documented keys.
 */
class EveryProbeIsCompleteTest {
  private static final Path MAIN = Path.of("src/main/java/dev/plumbline/probes");
  private static final Path TEST = Path.of("src/test/java/dev/plumbline/probes");
  private static final Path RESOURCES = Path.of("src/main/resources/dev/plumbline/probes");
  private static final Path OBSERVATIONS = Path.of("../../docs/observations.md");

  @Test
  void installedProbesAreTheFoldersThatDescribeOne() throws IOException {
    Set<String> installed =
        ProbeRunner.installed().stream()
            .map(p -> p.spec().id().replace("-", ""))
            .collect(Collectors.toSet());
    Set<String> classes;
    try (Stream<Path> files = Files.walk(MAIN)) {
      classes =
          files
              .map(f -> MAIN.relativize(f))
              .filter(f -> f.getNameCount() == 2 && f.toString().endsWith("Probe.java"))
              .map(f -> f.getName(0).toString())
              .collect(Collectors.toSet());
    }
    Set<String> described;
    try (Stream<Path> files = Files.walk(RESOURCES)) {
      described =
          files
              .filter(f -> f.endsWith("probe.yaml"))
              .map(f -> RESOURCES.relativize(f).getName(0).toString())
              .collect(Collectors.toSet());
    }
    assertThat(installed)
        .as("META-INF/services, classes and probe.yaml files")
        .isEqualTo(classes)
        .isEqualTo(described);
  }

  @TestFactory
  Stream<DynamicTest> aProbeIsNamedDescribedTestedAndDocumented() {
    return ProbeRunner.installed().stream()
        .map(p -> DynamicTest.dynamicTest(p.spec().id(), () -> isComplete(p)));
  }

  private static void isComplete(Probe probe) throws IOException {
    String folder = probe.spec().id().replace("-", "");
    assertThat(probe.getClass().getPackageName()).isEqualTo("dev.plumbline.probes." + folder);
    Problems problems = new Problems();
    String text = Files.readString(RESOURCES.resolve(folder).resolve("probe.yaml"));
    Mapping yaml = (Mapping) YamlReader.read(text, "probe.yaml", problems).orElseThrow();
    assertThat(yaml.text("about").orElse("").split("\\s+"))
        .as("'about' says how it asks and what it cannot see, in 20 words or more")
        .hasSizeGreaterThanOrEqualTo(20);
    try (Stream<Path> tests = Files.list(TEST.resolve(folder))) {
      assertThat(tests.map(t -> String.valueOf(t.getFileName())).toList())
          .as("tests")
          .anyMatch(t -> t.endsWith("Test.java"));
    }
    String documented = Files.readString(OBSERVATIONS);
    assertThat(probe.spec().produces())
        .allSatisfy(key -> assertThat(documented).contains("| `" + key + "` |"));
  }

  /** They work with what the dossier holds and send nothing to anybody. */
  private static final Set<String> WITHOUT_PEERS = Set.of("password-samples");

  @Test
  void everyProbeIsHeldToTheContractOfHostilePeers() throws Exception {
    Set<String> held = new HashSet<>();
    for (Probe probe : ProbeRunner.installed()) {
      String folder = probe.spec().id().replace("-", "");
      try (Stream<Path> tests = Files.list(TEST.resolve(folder))) {
        for (Path test : tests.filter(t -> t.toString().endsWith("Test.java")).toList()) {
          String name = String.valueOf(test.getFileName()).replace(".java", "");
          Class<?> type = Class.forName(probe.getClass().getPackageName() + "." + name);
          if (ProbeContract.class.isAssignableFrom(type)) {
            held.add(probe.spec().id());
          }
        }
      }
    }
    assertThat(ProbeRunner.installed())
        .extracting(p -> p.spec().id())
        .filteredOn(id -> !held.contains(id))
        .containsExactlyInAnyOrderElementsOf(WITHOUT_PEERS);
  }

  @Test
  void everyConsumedKeyIsProduced() {
    List<Probe> probes = ProbeRunner.installed();
    Set<String> produced =
        probes.stream().flatMap(p -> p.spec().produces().stream()).collect(Collectors.toSet());
    assertThat(probes)
        .allSatisfy(
            p ->
                assertThat(produced)
                    .containsAll(p.spec().consumes())
                    .containsAll(p.spec().follows()));
  }

  /**
   * What probes find at services of their own protocol, each at other endpoints than the others.
   */
  private static final Set<String> OF_OWN_ENDPOINTS = Set.of("service.disclosed");

  /** The newest observation counts, so that one who adds to another's has to have read it. */
  @Test
  void aSecondProducerOfAKeyBuildsOnTheFirst() {
    Map<String, Set<String>> firsts = new HashMap<>();
    for (Probe probe : ProbeRunner.installed()) {
      for (String key : probe.spec().produces()) {
        if (!probe.spec().consumes().contains(key)) {
          firsts.computeIfAbsent(key, k -> new HashSet<>()).add(probe.spec().id());
        }
      }
    }
    firsts.keySet().removeAll(OF_OWN_ENDPOINTS);
    assertThat(firsts).allSatisfy((key, ids) -> assertThat(ids).hasSize(1));
  }

  @Test
  void everyProbeSaysWhomItAsks() {
    assertThat(ProbeRunner.installed())
        .allSatisfy(p -> assertThat(p.spec().asks()).as(p.spec().id()).isNotEmpty());
  }

  @Test
  void whatAProbeMayDoToTheDeviceCanHappenAtItsIntrusivenessAndObservingDoesNothing() {
    assertThat(ProbeRunner.installed())
        .allSatisfy(
            p ->
                assertThat(p.spec().may())
                    .as(p.spec().id())
                    .allMatch(effect -> effect.isIn(p.spec().most())));
  }
}
