package dev.plumbline.checks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.engine.Check;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class UpdatesResistMisuseTest extends CheckContract {
  private static final List<String> ATTEMPTS =
      List.of(
          "tampered-early",
          "tampered-middle",
          "tampered-late",
          "cut",
          "other-model",
          "relabelled",
          "older");

  @Override
  Check check() {
    return new UpdatesResistMisuse();
  }

  @Override
  Scene holding() {
    return Scene.current()
        .rows("7-UpdMech", ROW)
        .about("7-UpdMech/UpdMech-1")
        .seen(
            "tls.client", Scene.CLIENT, "{accepted: [trusted]}", "{control: true, complete: true}")
        .seen("update.trial", "DUT", trials("no"), COVERAGE);
  }

  @Override
  Scene refuted() {
    return holding().seen("update.trial", "DUT", trials("yes"), COVERAGE);
  }

  @Override
  String refutedBy() {
    return "update.trial";
  }

  @Override
  List<String> fields() {
    return List.of();
  }

  @Override
  boolean boundToAddress() {
    return false;
  }

  private static final String ROW =
      "- {id: UpdMech-1, securityGuarantees: [integrity], networkBased: true, hosts:"
          + " [cloud.example]}";

  private static final String COVERAGE = "{control: true}";

  private static String trials(String ran) {
    return ATTEMPTS.stream()
        .map(a -> "{image: " + a + ", ran: \"" + ran + "\", before: 1.0.0, after: 1.1.0}")
        .collect(Collectors.joining(", ", "{trials: [", "]}"));
  }

  @Test
  void aWayThatNeedsNoLoginWasNotTried() {
    undetermined(
        holding()
            .seen(
                "http.surface",
                Scene.endpoint(443),
                "{open: [{path: /upload, kind: update}]}",
                "{unanswered: []}"),
        "/upload takes without a login");
  }

  @Test
  void aRefusalCountsOnlyWhereTheGenuineImageWasTaken() {
    undetermined(
        holding().seen("update.trial", "DUT", trials("no"), "{control: false}"), "nothing follows");
  }

  @Test
  void anAttemptThatIsMissingOrUnknownIsAGap() {
    undetermined(
        holding()
            .seen(
                "update.trial",
                "DUT",
                "{trials: [{image: tampered-early, ran: \"no\"}]}",
                COVERAGE),
        "was not seen");
    undetermined(holding().seen("update.trial", "DUT", trials("unknown"), COVERAGE), "not known");
  }

  @Test
  void aServerThatAnybodyCanBeIsAGap() {
    undetermined(
        holding()
            .seen(
                "tls.client",
                Scene.CLIENT,
                "{accepted: [trusted, expired]}",
                "{control: true, complete: true}"),
        "no other server");
  }

  private static final String ALONE = "{control: true, handsOver: false}";

  /** The device fetches its updates, and no driver hands any over. */
  private static Scene fetching(String ran, String coverage) {
    return Scene.current()
        .rows("7-UpdMech", ROW)
        .about("7-UpdMech/UpdMech-1")
        .seen(
            "tls.client", Scene.CLIENT, "{accepted: [trusted]}", "{control: true, complete: true}")
        .seen("update.fetch", Scene.CLIENT, trials(ran), coverage);
  }

  @Test
  void imagesThatWereServedCountAsThoseThatWereHandedOver() {
    holds(fetching("no", ALONE));
    assertThat(violated(fetching("yes", ALONE)).reason()).contains("runs the image 'older'");
    undetermined(fetching("unknown", ALONE), "not known");
    undetermined(fetching("no", "{control: false, handsOver: false}"), "nothing follows");
  }

  @Test
  void whereTheDriverHandsImagesOverBothWaysAreAsked() {
    undetermined(fetching("no", "{control: true, handsOver: true}"), "nobody offered");
    violated(
        fetching("no", "{control: true, handsOver: true}")
            .seen("update.trial", "DUT", trials("yes"), COVERAGE));
    violated(holding().seen("update.fetch", Scene.CLIENT, trials("yes"), ALONE));
  }

  @Test
  void aServerThatWasDeclaredAndNotServedIsAGap() {
    undetermined(holding().unanswered("update.fetch", Scene.CLIENT), "no answer came");
  }
}
