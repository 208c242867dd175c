package dev.plumbline.checks.resilience;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.checks.CheckContract;
import dev.plumbline.checks.Scene;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What every check of an outage keeps. */
abstract class OutageContract extends CheckContract {
  static final String WORKS = "{function: works, ResMech-1: works}";
  static final String FAILS = "{function: fails, ResMech-1: fails}";
  static final String COVERAGE =
      "{control: true, readingEnds: true, gaps: [], changedFirst: automatic-updates, cuts: 2, seconds: 9,"
          + " settings: [automatic-updates], endpoints: [tcp/192.0.2.1/443]}";

  private final String key;
  private final String type;

  /**
   * @param type of the row, in the words of the pro forma
   */
  OutageContract(String key, String type) {
    this.key = key;
    this.type = type;
  }

  /** The outage, with all that the device said of itself. */
  final Scene outage(String before, String during, String after, String coverage) {
    return seen(
        "{cameBack: true, missing: [], changed: [], before: %s, during: %s, after: %s}"
            .formatted(before, during, after),
        coverage);
  }

  final Scene seen(String value, String coverage) {
    return Scene.current()
        .rows("23-ResMech", "- {id: ResMech-1, type: %s, description: It goes on.}".formatted(type))
        .about("23-ResMech/ResMech-1")
        .seen(key, "DUT", value, coverage);
  }

  @Override
  protected final Scene holding() {
    return outage(WORKS, WORKS, WORKS, COVERAGE);
  }

  @Override
  protected Scene refuted() {
    return outage(WORKS, FAILS, FAILS, COVERAGE);
  }

  @Override
  protected final String refutedBy() {
    return key;
  }

  @Override
  protected final List<String> fields() {
    return List.of();
  }

  @Override
  protected final boolean boundToAddress() {
    return false;
  }

  @Test
  final void anOutageThatDidNotReachTheDeviceShowsNothing() {
    String coverage = COVERAGE.replace("control: true", "control: false");
    undetermined(outage(WORKS, WORKS, WORKS, coverage), "was not seen");
    undetermined(outage(WORKS, FAILS, FAILS, coverage), "was not seen");
  }

  @Test
  final void whatTheDriverCannotReadIsNotThere() {
    undetermined(outage(WORKS, "{}", "{}", COVERAGE), "read-state gives no");
  }

  @Test
  final void whatCanBeReadWithoutPowerIsNotTheDevicesWord() {
    String coverage = COVERAGE.replace("readingEnds: true", "readingEnds: false");
    undetermined(outage(WORKS, WORKS, WORKS, coverage), "while the power is away");
    undetermined(outage(WORKS, FAILS, FAILS, coverage), "while the power is away");
  }

  @Test
  final void whatDidNotWorkBeforeTellsNothingOfTheOutage() {
    undetermined(outage(FAILS, FAILS, FAILS, COVERAGE), "before the outage either");
  }

  @Test
  final void anotherWordIsNoFailure() {
    String other = "{function: recording, ResMech-1: recording}";
    undetermined(outage(WORKS, other, other, COVERAGE), "neither works nor fails");
  }

  @Test
  final void aDeviceThatDoesNotComeBackByItselfRefutes() {
    violated(seen("{cameBack: false, missing: [tcp/192.0.2.1/443]}", COVERAGE));
  }

  @Test
  final void noServiceThatWasComparedShowsNoReturn() {
    undetermined(
        outage(WORKS, WORKS, WORKS, COVERAGE.replace("[tcp/192.0.2.1/443]", "[]")),
        "no service of the device was compared");
  }

  @Test
  final void anOutageThatNobodyCountedShowsNothing() {
    undetermined(
        outage(WORKS, WORKS, WORKS, COVERAGE.replace("cuts: 2", "cuts: 0")), "how many outages");
  }

  @Test
  final void aServiceThatIsMissingDidNotComeBack() {
    violated(
        seen(
            "{cameBack: true, missing: [tcp/192.0.2.1/443], before: %s, during: %s, after: %s}"
                .formatted(WORKS, WORKS, WORKS),
            COVERAGE));
  }

  @Test
  final void whatCouldNotBeReadIsLeftOpen() {
    undetermined(
        outage(WORKS, WORKS, WORKS, COVERAGE.replace("gaps: []", "gaps: ['a dark display']")),
        "a dark display");
  }

  @Test
  final void anOutageOfNoLengthShowsNothing() {
    undetermined(
        outage(WORKS, WORKS, WORKS, COVERAGE.replace("seconds: 9", "seconds: 0")), "how long");
  }

  /** An item about the device looks at each row for this kind of outage. */
  @Test
  final void aRowForAnotherOutageNamesNoMechanismForThisOne() {
    Scene whole = holding().about("DUT");
    assertThat(finding(whole)).isEqualTo(finding(holding()));
    undetermined(
        whole.rows("23-ResMech", "- {id: ResMech-1, type: other, description: It goes on.}"),
        "no row names a mechanism for this outage");
  }

  @Test
  final void aDeviceThatCameBackWithHelpDidNotComeBackByItself() {
    violated(
        seen(
            "{cameBack: false, missing: [], changed: [], before: %s, during: %s, after: %s}"
                .formatted(WORKS, WORKS, WORKS),
            COVERAGE));
  }
}
