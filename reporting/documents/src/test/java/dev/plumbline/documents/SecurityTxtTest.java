package dev.plumbline.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SecurityTxtTest {
  private static final Instant NOW = Instant.parse("2026-11-27T12:00:00Z");

  private static SecurityTxt with(String key, String value) {
    Map<String, String> supply =
        new HashMap<>(
            Map.of(
                "securityTxtExpires", "2027-10-31",
                "securityTxtUrl", "https://devices.example/.well-known/security.txt"));
    supply.put(key, value);
    return SecurityTxt.of(Examples.camera(supply), NOW);
  }

  @Test
  void theFieldsStandAsRfc9116WritesThem() {
    assertThat(with("securityTxtLanguages", "en, de").lines())
        .containsExactly(
            "Contact: mailto:security@devices.example",
            "Expires: 2027-10-31T23:59:59Z",
            "Canonical: https://devices.example/.well-known/security.txt",
            "Preferred-Languages: en, de");
  }

  @Test
  void aPolicyWithoutHttpsIsLeftOutAndTold() {
    SecurityTxt made = with("securityTxtLanguages", "en");
    assertThat(made.lines()).noneMatch(l -> l.startsWith("Policy"));
    assertThat(made.lacks())
        .containsExactly(
            new Lack("Policy as an https link", "ixit/2-UserInfo.yaml", "vulnerabilityPolicyUrl"));
  }

  @ParameterizedTest
  @CsvSource({
    "2026-11-26, has passed",
    "2026-11-27T12:00:00Z, has passed",
    "2029-01-01, within a year",
    "soon, may be relied on",
  })
  void anExpiryThatIsOverTooFarOrNoneIsTold(String expires, String told) {
    assertThat(with("securityTxtExpires", expires).lacks())
        .anySatisfy(l -> assertThat(l.what()).contains(told))
        .anySatisfy(l -> assertThat(l.place()).isEqualTo("securityTxtExpires"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"en\nContact: mailto:mallory@a.example", "en,,de", "<b>"})
  void noValueBringsALineOfItsOwn(String languages) {
    SecurityTxt made = with("securityTxtLanguages", languages);
    assertThat(made.lines()).noneMatch(l -> l.contains("\n") || l.startsWith("Preferred"));
    assertThat(made.lacks()).anyMatch(l -> l.place().equals("securityTxtLanguages"));
  }

  @Test
  void withoutAContactAndAnExpiryBothAreMissing() {
    SecurityTxt made = SecurityTxt.of(Examples.silent(), NOW);
    assertThat(made.lines()).isEmpty();
    assertThat(made.lacks()).hasSize(4);
  }
}
