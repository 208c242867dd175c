package dev.plumbline.checks.resilience;

import dev.plumbline.checks.CheckContract;
import dev.plumbline.checks.Scene;
import dev.plumbline.observation.registry.Kinds;
import dev.plumbline.observation.trial.OutageIsolation;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What every check of an isolation keeps. */
abstract class IsolationContract extends CheckContract {
  static final String BEFORE = "{function: works, display: works, app: works, on-network: 'yes'}";
  static final String DURING = "{function: works, display: works, app: fails, on-network: 'no'}";
  static final String COVERAGE =
      "{control: true, readingEnds: true, gaps: [], cuts: 1, seconds: 9, endpoints: [tcp/192.0.2.1/8443]}";
  static final String ROW =
      "{isolation: Turn the radio off., isolationBy: off-network, functionsKept: [display], functionsLost: [app]}";

  static Scene isolated(String row, String during, String coverage) {
    return trial(row, "{before: " + BEFORE + ", during: " + during + "}", coverage);
  }

  static Scene trial(String row, String value, String coverage) {
    return Scene.current()
        .rows("9-ReplSup", row)
        .seen(Kinds.key(OutageIsolation.class), "DUT", value, coverage);
  }

  static Scene resisting(String answer) {
    return trial(ROW, "{answer: " + answer + ", still: [tcp/192.0.2.1/8443]}", "{control: false}");
  }

  @Override
  protected final Scene holding() {
    return isolated(ROW, DURING, COVERAGE);
  }

  @Override
  protected final String refutedBy() {
    return Kinds.key(OutageIsolation.class);
  }

  @Override
  protected final boolean boundToAddress() {
    return false;
  }

  @Test
  final void anEnvironmentOfItsOwnIsForAPerson() {
    String closed = ROW.replace("off-network", "closed-environment");
    undetermined(isolated(closed, DURING, COVERAGE), "takes the device off its network");
  }

  @Test
  final void aDeviceThatTheNetworkStillHasMayCallOthers() {
    for (String other : List.of("'yes'", "'no and yes'", "''")) {
      String during = DURING.replace("on-network: 'no'", "on-network: " + other);
      undetermined(isolated(ROW, during, COVERAGE), "no longer has the device was not seen");
    }
  }

  @Test
  final void aNetworkThatNeverHadItShowsNothing() {
    Scene scene =
        trial(
            ROW,
            "{before: " + BEFORE.replace("'yes'", "'no'") + ", during: " + DURING + "}",
            COVERAGE);
    undetermined(scene, "no longer has the device was not seen");
  }

  @Test
  final void whatCouldNotBeReadIsAGap() {
    String gaps = COVERAGE.replace("[]", "['the display was dark']");
    undetermined(isolated(ROW, DURING, gaps), "the display was dark");
  }

  @Test
  final void anIsolationThatDidNotLastShowsNothing() {
    String coverage = COVERAGE.replace("control: true", "control: false");
    undetermined(isolated(ROW, DURING, coverage), "was not isolated");
    String fails = DURING.replace("function: works", "function: fails");
    undetermined(isolated(ROW, fails, coverage), "was not isolated");
  }

  @Test
  final void noEndpointThatFellSilentShowsNoIsolation() {
    undetermined(
        isolated(ROW, DURING, COVERAGE.replace("[tcp/192.0.2.1/8443]", "[]")), "fell silent");
  }

  @Test
  final void anIsolationOfNoLengthShowsNothing() {
    undetermined(
        isolated(ROW, DURING, COVERAGE.replace("seconds: 9", "seconds: 0")), "for how long");
  }
}
