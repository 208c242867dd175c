package dev.plumbline.probes.passwordsamples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.core.Place;
import dev.plumbline.core.Problems;
import dev.plumbline.core.TableRole;
import dev.plumbline.dossier.Cell;
import dev.plumbline.dossier.IxitEntry;
import dev.plumbline.dossier.Observation;
import dev.plumbline.dossier.Observation.Outcome;
import dev.plumbline.dossier.Product.PasswordSample;
import dev.plumbline.probe.hostile.ProbeTrial;
import dev.plumbline.probe.hostile.ProbeTrial.Result;
import dev.plumbline.yaml.YamlReader;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PasswordSamplesProbeTest {
  private static final String MAC = "02:1A:2B:3C:4D:5E";

  private static PasswordSample sample(String unit, String password) {
    return new PasswordSample("AuthMech-1", unit, MAC, "admin", password);
  }

  private static IxitEntry mechanism(String pattern) {
    Map<String, Cell> cells = new LinkedHashMap<>();
    Map.of("factorKind", "password-pre-installed", "passwordPattern", pattern)
        .forEach(
            (key, text) ->
                cells.put(
                    key,
                    new Cell(
                        key,
                        YamlReader.read("'" + text + "'", "t.yaml", new Problems())
                            .orElseThrow())));
    return new IxitEntry("1-AuthMech", "AuthMech-1", cells, Place.of("t.yaml"));
  }

  private static Result study(String pattern, List<PasswordSample> samples) {
    ProbeTrial trial =
        ProbeTrial.against().ixit(TableRole.AUTHENTICATION_MECHANISMS, mechanism(pattern));
    samples.forEach(trial::sample);
    return trial.run(new PasswordSamplesProbe());
  }

  private static Observation of(String... passwords) {
    List<PasswordSample> samples = new java.util.ArrayList<>();
    for (int i = 0; i < passwords.length; i++) {
      samples.add(sample("SN-88" + i + "Q", passwords[i]));
    }
    return study("[A-Za-z0-9]{10}", samples).one("password.samples");
  }

  @Test
  void randomPasswordsHaveNothingInCommon() {
    Observation seen = of("k3Vq9ZtRw2", "Pf7xL0mYbN", "hT5cJ8sGuD");
    assertThat(seen.subject()).isEqualTo("1-AuthMech/AuthMech-1");
    for (String name :
        List.of("duplicates", "patternMisses", "common", "fromMac", "fromSerial", "withRow")) {
      assertThat(seen.number(name)).as(name).contains(0L);
    }
    assertThat(seen.flag("sequence")).contains(false);
    assertThat(seen.number("count")).contains(3L);
    assertThat(seen.number("shortest")).contains(10L);
    assertThat((Double) seen.value().get("entropyBits")).isBetween(59.0, 60.0);
    assertThat(seen.coverage()).containsEntry("units", 3L);
  }

  @Test
  void theSamePasswordInTwoUnitsIsADuplicateInBoth() {
    assertThat(of("k3Vq9ZtRw2", "k3Vq9ZtRw2", "hT5cJ8sGuD").number("duplicates")).contains(2L);
  }

  @Test
  void theSameUnitTwiceIsNoDuplicate() {
    Result result = study("", List.of(sample("A", "k3Vq9ZtRw2"), sample("A", "k3Vq9ZtRw2")));
    Observation seen = result.one("password.samples");
    assertThat(seen.number("duplicates")).contains(0L);
    assertThat(seen.coverage()).containsEntry("units", 1L);
  }

  @Test
  void whatDoesNotFollowTheDeclaredPatternIsCounted() {
    assertThat(of("k3Vq9ZtRw2", "short").number("patternMisses")).contains(1L);
  }

  @Test
  void aPatternThatNeverEndsCountsAsMissed() {
    Result result =
        study("(a+)+b", List.of(sample("A", "a".repeat(60)), sample("B", "k3Vq9ZtRw2")));
    assertThat(result.one("password.samples").number("patternMisses")).contains(2L);
  }

  @Test
  void anUnusablePatternIsNotHeldAgainstAnyone() {
    Result result = study("([a-z", List.of(sample("A", "k3Vq9ZtRw2")));
    assertThat(result.one("password.samples").value()).doesNotContainKey("patternMisses");
  }

  @Test
  void commonPasswordsAreKnownInTheirVariants() {
    assertThat(of("Password1", "admin123!", "k3Vq9ZtRw2").number("common")).contains(2L);
  }

  @Test
  void partsAndHashesOfTheMacAddressAreSeen() {
    assertThat(of("2B3C4D5E", "e5d4c3b2x", "cam-4d5e").number("fromMac")).contains(3L);
    // The first eight digits of the MD5 over the address as printed.
    assertThat(of("a7fa9b0e11").number("fromMac")).contains(0L);
    assertThat(of(md5(MAC).substring(0, 10)).number("fromMac")).contains(1L);
  }

  private static String md5(String text) {
    try {
      return java.util.HexFormat.of()
          .formatHex(
              java.security.MessageDigest.getInstance("MD5")
                  .digest(text.getBytes(java.nio.charset.StandardCharsets.UTF_8)));
    } catch (java.security.NoSuchAlgorithmException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void theSerialNumberInThePasswordIsSeen() {
    Result result = study("", List.of(sample("SN-4471-2290", "x44712290")));
    assertThat(result.one("password.samples").number("fromSerial")).contains(1L);
  }

  @Test
  void passwordsThatCountOnAreASequence() {
    Observation seen = of("Cam-70417731", "Cam-70417732");
    assertThat(seen.flag("sequence")).contains(true);
    assertThat(seen.flag("countsOn")).contains(true);
  }

  @Test
  void shortNumbersThatAreNearByChanceAreNone() {
    assertThat(Sequences.countsOn(List.of("kd7", "kd9"))).isFalse();
  }

  @Test
  void rowsOfNeighboursAreASequence() {
    assertThat(of("x12345yz", "qwertz99", "aaaa7fQ").number("withRow")).contains(3L);
  }

  @Test
  void aFixedPartDoesNotCountAsEntropy() {
    Observation seen = of("CAMERA-17", "CAMERA-94", "CAMERA-50");
    assertThat((Double) seen.value().get("entropyBits")).isLessThan(13);
  }

  @Test
  void noSamplesAreNoAnswer() {
    Observation seen = study("[a-z]+", List.of()).one("password.samples");
    assertThat(seen.outcome()).isEqualTo(Outcome.UNDETERMINED);
  }

  @Test
  void noPasswordIsStored() {
    Result result = study("", List.of(sample("A", "k3Vq9ZtRw2"), sample("B", "Pf7xL0mYbN")));
    assertThat(result.stored()).doesNotContain("k3Vq9ZtRw2").doesNotContain("Pf7xL0mYbN");
  }
}
