package dev.plumbline.checks.update;

import dev.plumbline.checks.CheckContract;
import dev.plumbline.checks.Scene;
import dev.plumbline.judging.check.Check;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class AlteredProgramsDoNotStartTest extends CheckContract {
  private static final List<String> ATTEMPTS =
      List.of("tampered-early", "tampered-middle", "tampered-late");

  @Override
  protected Check check() {
    return new AlteredProgramsDoNotStart();
  }

  @Override
  protected Scene holding() {
    return Scene.current()
        .rows("20-SecBoot", "- {id: SecBoot-1, detectionMechanisms: Signatures.}")
        .about("20-SecBoot/SecBoot-1")
        .seen("boot.trial", "DUT", trials("no"), COVERAGE);
  }

  @Override
  protected Scene refuted() {
    return holding().seen("boot.trial", "DUT", trials("yes"), COVERAGE);
  }

  @Override
  protected String refutedBy() {
    return "boot.trial";
  }

  @Override
  protected List<String> fields() {
    return List.of();
  }

  @Override
  protected boolean boundToAddress() {
    return false;
  }

  private static final String COVERAGE = "{control: true}";

  private static String trials(String ran) {
    return ATTEMPTS.stream()
        .map(
            a ->
                "{image: %s, ran: \"%s\", readBack: true, before: 1.0.0, after: 1.1.0}"
                    .formatted(a, ran))
        .collect(Collectors.joining(", ", "{genuine: {ran: \"yes\"}, trials: [", "]}"));
  }

  @Test
  void aRefusalCountsOnlyWhereTheGenuineImageWasTaken() {
    undetermined(
        holding().seen("boot.trial", "DUT", trials("no"), "{control: false}"), "nothing follows");
  }

  @Test
  void anAttemptThatIsMissingOrUnknownIsAGap() {
    undetermined(
        holding()
            .seen(
                "boot.trial", "DUT", "{trials: [{image: tampered-early, ran: \"no\"}]}", COVERAGE),
        "was not seen");
    undetermined(holding().seen("boot.trial", "DUT", trials("unknown"), COVERAGE), "not known");
  }

  @Test
  void ofSeveralStagesEachIsJudgedByWhatWasWrittenForItAlone() {
    Scene two =
        holding()
            .rows("20-SecBoot", "- {id: SecBoot-1}\n- {id: SecBoot-2}")
            .about("20-SecBoot/SecBoot-2");
    undetermined(two, "{SecBoot-2: {write-flash");
    undetermined(two.seen("boot.trial", "DUT", trials("yes"), COVERAGE), "which of 2");
    holds(two.seen("boot.trial", "20-SecBoot/SecBoot-2", trials("no"), COVERAGE));
    violated(two.seen("boot.trial", "20-SecBoot/SecBoot-2", trials("yes"), COVERAGE));
    undetermined(
        two.seen("boot.trial", "20-SecBoot/SecBoot-1", trials("yes"), COVERAGE), "which of 2");
  }

  @Test
  void aProgramThatWasNotReadBackMayNeverHaveBeenThere() {
    undetermined(
        holding()
            .seen(
                "boot.trial",
                "DUT",
                trials("no").replace("readBack: true", "readBack: false"),
                COVERAGE),
        "not read back from the memory");
  }

  @Test
  void aGenuineProgramThatMayNotHaveRunIsNoControl() {
    undetermined(
        holding()
            .seen(
                "boot.trial",
                "DUT",
                trials("no").replace("genuine: {ran: \"yes\"}", "genuine: {ran: unknown}"),
                COVERAGE),
        "nothing follows");
  }
}
