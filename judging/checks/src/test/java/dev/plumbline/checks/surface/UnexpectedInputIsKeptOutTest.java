package dev.plumbline.checks.surface;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.catalogue.EditionId;
import dev.plumbline.checks.CheckContract;
import dev.plumbline.checks.Scene;
import dev.plumbline.judging.check.Check;
import java.util.List;
import org.junit.jupiter.api.Test;

class UnexpectedInputIsKeptOutTest extends CheckContract {
  private static final String REFLECTION = "input.reflection";
  private static final String KEY = "input.validation";
  private static final String ALL =
      "{inputs: {queries: 312}, places: [/, /find], oracle: [control request], complete: true}";

  @Override
  protected Check check() {
    return new UnexpectedInputIsKeptOut();
  }

  @Override
  protected Scene holding() {
    return covering("[UserIntf-1, LogIntf-1]")
        .seen(KEY, Scene.endpoint(443), "{findings: []}", ALL);
  }

  /** Two interfaces for users and two for machines, and a method for some of them. */
  private static Scene covering(String source) {
    return Scene.current()
        .rows(
            "27-UserIntf",
            """
            - {id: UserIntf-1, endpoints: [tcp/443], paths: [/, /find]}
            - {id: UserIntf-2}
            """)
        .rows(
            "28-LogIntf",
            """
            - {id: LogIntf-1, endpoints: [tcp/443], paths: [/]}
            - {id: LogIntf-2, endpoints: [tcp/80], paths: [/]}
            """)
        .rows(
            "29-InpVal",
            """
            - id: InpVal-1
              source: %s
              description: Every field has a schema.
            """
                .formatted(source))
        .about("29-InpVal/InpVal-1");
  }

  private static Scene reflecting(Scene scene, int port) {
    return scene.seen(
        REFLECTION,
        Scene.endpoint(port),
        "{reflected: [{path: /login, parameter: error}, {path: /find, parameter: q}]}",
        "{tried: 7, paths: [/login]}");
  }

  @Override
  protected Scene refuted() {
    return covering("[UserIntf-1, LogIntf-1]")
        .seen(
            KEY,
            Scene.endpoint(443),
            "{findings: [{id: 1f, kind: crash, place: /find?q}]}",
            "{places: [/], oracle: [control request], complete: false, skipped: {the rest: down}}");
  }

  @Override
  protected String refutedBy() {
    return KEY;
  }

  @Override
  protected List<String> fields() {
    return List.of("27-UserIntf endpoints", "27-UserIntf paths", "29-InpVal source");
  }

  @Test
  void whatWasFoundIsNamedAndContradictsTheMethodOnce() {
    assertThat(violated(refuted()).reason()).endsWith("tcp/192.0.2.1/443/find?q crash (1f).");
    assertThat(contradiction(refuted()))
        .isEqualTo("ixit/29-InpVal.yaml:3:16: InpVal-1 validates input: Every field has a schema.");
  }

  @Test
  void aMarkerThatCameBackRefutesWhateverElseWasTried() {
    violated(reflecting(holding(), 443));
    violated(reflecting(covering("[UserIntf-1]"), 443));
  }

  private static Scene storing(String stored) {
    return covering("[UserIntf-1]")
        .seen(KEY, Scene.endpoint(443), "{findings: []}", ALL)
        .seen(
            "login.session",
            Scene.endpoint(443),
            "{forged: [], tokens: [cookie sid], stored: [" + stored + "]}",
            "{tried: [], paths: [/settings], fields: [name at /settings]}");
  }

  @Test
  void aStoredValueThatAPageShowsAsItCameRefutes() {
    assertThat(
            violated(storing("{field: name, path: /settings, page: /login (without a login)}"))
                .reason())
        .endsWith(
            "tcp/192.0.2.1/443/login (without a login) shows the value of \"name\", which was sent"
                + " to /settings, as it came.");
    holds(storing(""));
  }

  @Test
  void noMarkerTriedIsNoGapWhereTheOtherRunSentIt() {
    holds(holding().unanswered(REFLECTION, Scene.endpoint(443)));
  }

  @Test
  void anEndpointThatTheMethodDoesNotCoverIsNotItsInterface() {
    holds(reflecting(holding(), 80));
    undetermined(covering("[UserIntf-2]"), "UserIntf-2 names no endpoint");
    undetermined(covering("[Gone-1]"), "no source of InpVal-1 names");
  }

  /** A claim that it takes no data would be no proof: a person presses it. */
  @Test
  void aButtonIsLeftToAPerson() {
    Scene both = covering("[UserIntf-1, UserIntf-2]");
    undetermined(both.seen(KEY, Scene.endpoint(443), "{findings: []}", ALL), "UserIntf-2 names no");
  }

  /** The unit of the scene is about interfaces for users; LogIntf-2 is another unit's matter. */
  @Test
  void anInterfaceOfAnotherGroupIsNotThisUnits() {
    undetermined(reflecting(covering("[LogIntf-2]"), 80), "no source of InpVal-1 names");
  }

  @Test
  void theOlderEditionCoversInterfacesForUsersAndMachinesInOneUnit() {
    Scene older =
        Scene.of(EditionId.named("2.1.1"))
            .rows("28-ExtAPI", "- {id: ExtAPI-1, endpoints: [tcp/80], paths: [/]}")
            .rows("29-InpVal", "- {id: InpVal-1, source: [ExtAPI-1], description: Schema.}")
            .about("29-InpVal/InpVal-1");
    violated(reflecting(older, 80));
    undetermined(reflecting(older, 443), "input was tried at tcp/192.0.2.1/80");
    holds(older.seen(KEY, Scene.endpoint(80), "{findings: []}", ALL));
  }

  private static Scene older(String api) {
    return Scene.of(EditionId.named("2.1.1"))
        .rows("28-ExtAPI", "- {id: ExtAPI-1, " + api + "}")
        .rows("29-InpVal", "- {id: InpVal-1, source: [ExtAPI-1], description: Lengths.}")
        .about("29-InpVal/InpVal-1");
  }

  /** A message of multicast DNS leads to no path. */
  @Test
  void aProtocolOfMessagesAloneHasNoPathsToDeclare() {
    String at = "udp/192.0.2.1/5353";
    String messages =
        "{places: [], inputs: {messages: 19}, oracle: [control question], complete: true}";
    Scene responder = older("endpoints: [udp/5353], protocol: mdns");
    holds(responder.seen(KEY, at, "{findings: []}", messages));
    violated(responder.seen(KEY, at, "{findings: [{id: 1f, kind: restart}]}", messages));
    undetermined(
        older("endpoints: [udp/5353], protocol: other").seen(KEY, at, "{findings: []}", messages),
        "all paths");
  }

  /** A web server does not become one of messages by what its row calls it. */
  @Test
  void aWebServerThatIsDeclaredAsAnotherProtocolStillHasPaths() {
    undetermined(
        older("endpoints: [tcp/443], protocol: mdns")
            .seen(KEY, Scene.endpoint(443), "{findings: []}", ALL),
        "all paths");
  }

  @Test
  void whatWasNotTriedIsTold() {
    Scene scene = covering("[UserIntf-1]");
    undetermined(scene.unanswered(KEY, Scene.endpoint(443)), "(no answer came)");
    undetermined(scene.line(KEY, Scene.endpoint(443), "{}", ALL), "without 'findings'");
    undetermined(
        scene.seen(
            KEY,
            Scene.endpoint(443),
            "{findings: []}",
            "{places: [/], oracle: [control request], complete: true}"),
        "tried at tcp/192.0.2.1/443/find");
    undetermined(
        scene.seen(
            KEY,
            Scene.endpoint(443),
            "{findings: []}",
            "{places: [/, /find], oracle: [], complete: true}"),
        "still up");
    undetermined(
        scene.seen(KEY, Scene.endpoint(443), "{findings: []}", ALL.replace("{queries: 312}", "{}")),
        "no unexpected input is recorded");
    undetermined(
        scene.seen(
            KEY,
            Scene.endpoint(443),
            "{findings: []}",
            "{places: [/, /find], oracle: [c], complete: false, skipped: {/logout: risky}}"),
        "(/logout: risky)");
  }

  @Test
  void aLineBreakThatSplitsAHeaderRefutes() {
    assertThat(
            violated(
                    holding()
                        .seen(
                            REFLECTION,
                            Scene.endpoint(443),
                            "{reflected: [], split: [/go]}",
                            "{tried: 7, paths: [/go]}"))
                .reason())
        .endsWith("tcp/192.0.2.1/443 writes line breaks of /go into its header as they came.");
  }
}
