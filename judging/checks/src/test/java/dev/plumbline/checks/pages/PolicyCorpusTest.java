package dev.plumbline.checks.pages;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.core.Finding;
import dev.plumbline.judging.fact.Wordings;
import dev.plumbline.yaml.YamlNode.Mapping;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Disclosure policies in free words and five languages, held against declared 3 and 14 days. */
class PolicyCorpusTest {
  private static final Mapping CORPUS = Wordings.beside(PolicyCorpusTest.class, "policies.yaml");
  private static final PolicyNamesContactAndTimesTest CHECK = new PolicyNamesContactAndTimesTest();

  static Stream<Mapping> sound() {
    return CORPUS.mappings("sound").stream();
  }

  static Stream<Mapping> lacking() {
    return CORPUS.mappings("lacking").stream();
  }

  static Stream<Mapping> longer() {
    return CORPUS.mappings("longer").stream();
  }

  @ParameterizedTest
  @MethodSource("sound")
  void aSoundPolicyIsNotRefutedWhateverItsWords(Mapping policy) {
    assertThat(finding(policy)).isNotInstanceOf(Finding.Violated.class);
  }

  @Test
  void mostSoundPoliciesNeedNoReader() {
    List<Finding> findings = sound().map(PolicyCorpusTest::finding).toList();
    assertThat(findings.stream().filter(f -> f instanceof Finding.Undetermined).count())
        .as("open: %s", findings.stream().filter(f -> f instanceof Finding.Undetermined).toList())
        .isLessThanOrEqualTo(11);
  }

  @ParameterizedTest
  @MethodSource("lacking")
  void aPolicyThatLacksSomethingIsNeverHeld(Mapping policy) {
    assertThat(finding(policy)).isNotInstanceOf(Finding.Holds.class);
  }

  @Test
  void mostOfWhatLacksIsRefuted() {
    List<Finding> findings = lacking().map(PolicyCorpusTest::finding).toList();
    assertThat(findings.stream().filter(f -> f instanceof Finding.Violated).count())
        .as("%s", findings)
        .isGreaterThanOrEqualTo(7);
  }

  @ParameterizedTest
  @MethodSource("longer")
  void timesLongerThanTheDeclaredOnesRefute(Mapping policy) {
    assertThat(finding(policy)).isInstanceOf(Finding.Violated.class);
  }

  private static Finding finding(Mapping policy) {
    return CHECK.policy(policy.text("language").orElseThrow(), policy.text("text").orElseThrow());
  }
}
