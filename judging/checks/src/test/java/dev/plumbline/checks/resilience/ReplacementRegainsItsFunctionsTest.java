package dev.plumbline.checks.resilience;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.checks.CheckContract;
import dev.plumbline.checks.Scene;
import dev.plumbline.judging.check.Check;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReplacementRegainsItsFunctionsTest extends CheckContract {
  private static final String KEY = "replacement.trial";
  private static final String WORKS = "{function: works, app: works, on-network: 'yes'}";
  private static final String COVERAGE =
      "{control: true, readingEnds: true, gaps: [], endpoints: [tcp/192.0.2.1/8443]}";

  @Override
  protected Check check() {
    return new ReplacementRegainsItsFunctions();
  }

  private static Scene replaced(String before, String after, String missing, String coverage) {
    return Scene.current()
        .rows("9-ReplSup", "{hardwareReplacement: Pair the other one., functionsRegained: [app]}")
        .seen(
            KEY,
            "DUT",
            "{before: %s, after: %s, missing: %s}".formatted(before, after, missing),
            coverage);
  }

  private static Scene after(String after) {
    return replaced(WORKS, after, "[]", COVERAGE);
  }

  @Override
  protected Scene holding() {
    return after(WORKS);
  }

  @Override
  protected Scene refuted() {
    return after(WORKS.replace("'yes'", "'no'"));
  }

  @Override
  protected String refutedBy() {
    return KEY;
  }

  @Override
  protected List<String> fields() {
    return List.of("9-ReplSup hardwareReplacement", "9-ReplSup functionsRegained");
  }

  @Override
  protected boolean boundToAddress() {
    return false;
  }

  @Test
  void aFunctionThatDoesNotComeBackRefutes() {
    assertThat(violated(after(WORKS.replace("app: works", "app: fails"))).reason())
        .contains("after the replacement the device says 'fails' of 'app'");
    violated(after(WORKS.replace("function: works", "function: fails")));
  }

  @Test
  void theSameUnitInItsPlaceShowsNothing() {
    String same = COVERAGE.replace("control: true", "control: false");
    undetermined(replaced(WORKS, WORKS, "[]", same), "another unit");
    undetermined(replaced(WORKS, WORKS.replace("'yes'", "'no'"), "[]", same), "another unit");
  }

  @Test
  void servicesThatNobodyFoundMayBeElsewhere() {
    undetermined(replaced(WORKS, WORKS, "[tcp/192.0.2.1/8443]", COVERAGE), "nobody found");
  }

  @Test
  void whatIsReadWithoutPowerIsNotTheDevicesWord() {
    String coverage = COVERAGE.replace("readingEnds: true", "readingEnds: false");
    undetermined(replaced(WORKS, WORKS, "[]", coverage), "while the power is away");
  }

  @Test
  void whatWasNotToldShowsNothing() {
    undetermined(after("{function: works, app: works}"), "on-network");
    undetermined(after("{function: works, on-network: 'yes'}"), "'app'");
    undetermined(replaced("{function: works, app: works}", WORKS, "[]", COVERAGE), "on-network");
    undetermined(
        replaced(WORKS, WORKS, "[]", COVERAGE.replace("[]", "['a dark display']")), "dark display");
  }

  @Test
  void servicesThatWereNotComparedMayBeMissing() {
    undetermined(
        replaced(WORKS, WORKS, "[]", COVERAGE.replace("[tcp/192.0.2.1/8443]", "[]")),
        "no service of the device was compared");
  }
}
