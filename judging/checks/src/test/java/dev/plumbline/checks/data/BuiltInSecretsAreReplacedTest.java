package dev.plumbline.checks.data;

import dev.plumbline.checks.CheckContract;
import dev.plumbline.checks.Scene;
import dev.plumbline.judging.check.Check;
import java.util.List;
import org.junit.jupiter.api.Test;

class BuiltInSecretsAreReplacedTest extends CheckContract {
  @Override
  protected Check check() {
    return new BuiltInSecretsAreReplaced();
  }

  @Override
  protected Scene holding() {
    return image("[]", WHOLE);
  }

  @Override
  protected Scene refuted() {
    return image("[{kind: password, place: etc/default}]", WHOLE);
  }

  @Override
  protected String refutedBy() {
    return "firmware.markers";
  }

  @Override
  protected List<String> fields() {
    return List.of("10-SecParam services", "1-AuthMech endpoints");
  }

  private static final String WHOLE =
      "{opened: {tar: 1}, complete: true, bytes: 9, markers: [password]}";

  private static Scene image(String markers, String coverage) {
    return Scene.current()
        .rows(
            "10-SecParam",
            "- {id: SecParam-1, type: critical, hardCodedInSource: true, provisioningMechanism: In production., services: [1-AuthMech/AuthMech-1]}")
        .rows("1-AuthMech", "- {id: AuthMech-1, endpoints: [tcp/443]}")
        .about("10-SecParam/SecParam-1")
        .seen(
            "password.samples", "1-AuthMech/AuthMech-1", "{count: 5, duplicates: 0}", "{units: 5}")
        .seen(
            "login.default-password",
            Scene.endpoint(443),
            "{accepted: []}",
            "{tried: 60, of: 60, untriedUsers: []}")
        .seen("firmware.secrets", "DUT", "{found: [], count: 0}", coverage)
        .seen("firmware.markers", "DUT", "{found: " + markers + "}", coverage);
  }

  @Test
  void aPasswordInAReadingOfTheUnitItselfIsNotKnownToBeBuiltIn() {
    undetermined(
        image("[{kind: password, place: x}, {kind: serial, place: y}]", WHOLE),
        "read from the unit itself");
  }

  @Test
  void sharedPasswordsAndAcceptedDefaultsRefute() {
    violated(
        holding().seen("password.samples", "1-AuthMech/AuthMech-1", "{count: 5, duplicates: 1}"));
    violated(
        holding()
            .seen(
                "login.default-password",
                Scene.endpoint(443),
                "{accepted: [{user: admin}]}",
                "{tried: 1}"));
  }

  @Test
  void anImageThatWasNotOpenedOrNotSearchedProvesNothing() {
    undetermined(
        image("[]", "{opened: {tar: 1}, complete: false, markers: [password]}"),
        "not opened to its end");
    undetermined(image("[]", "{opened: {tar: 1}, complete: true, markers: []}"), "no password");
    undetermined(image("[]", "{complete: true, markers: [password]}"), "a firmware image");
  }

  @Test
  void aSecretForMoreThanLoginsIsForAPerson() {
    undetermined(
        holding()
            .rows(
                "10-SecParam",
                "- {id: SecParam-1, services: [1-AuthMech/AuthMech-1, 11-SecComMech/C-1]}"),
        "does not name login mechanisms alone");
  }

  @Test
  void aListOfKnownPasswordsThatEndedEarlyWasNotTried() {
    undetermined(
        holding()
            .seen(
                "login.default-password",
                Scene.endpoint(443),
                "{accepted: []}",
                "{tried: 5, of: 60, untriedUsers: [], stopped: locked}"),
        "only 5 of 60 known passwords");
  }

  @Test
  void severalPasswordsOfOneUnitAreNotThoseOfSeveral() {
    undetermined(
        holding()
            .seen(
                "password.samples",
                "1-AuthMech/AuthMech-1",
                "{count: 5, duplicates: 0}",
                "{units: 1}"),
        "fewer than 3 units");
  }

  @Test
  void valuesThatWereNotLookedForEverywhereMayBeThere() {
    undetermined(
        holding().seen("firmware.markers", "DUT", "{found: []}", WHOLE.replace("true", "false")),
        "not opened to its end");
  }

  @Test
  void anEmptyImageHoldsNothingToFind() {
    undetermined(image("[]", WHOLE.replace("bytes: 9", "bytes: 0")), "nothing of the image");
  }
}
