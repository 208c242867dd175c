package dev.plumbline.checks.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.checks.CheckContract;
import dev.plumbline.checks.Scene;
import dev.plumbline.judging.check.Check;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OutsidersGetNoAccessTest extends CheckContract {
  @Override
  protected Check check() {
    return new OutsidersGetNoAccess();
  }

  @Override
  protected Scene holding() {
    return Scene.current()
        .rows("1-AuthMech", "- {id: AuthMech-1, delaySeconds: 60, endpoints: [tcp/443]}")
        .rows(
            "13-SoftServ",
            """
            - id: SoftServ-1
              authenticationMechanism: [AuthMech-1]
              endpoints: [tcp/443]
            """)
        .about("13-SoftServ/SoftServ-1")
        .seen(
            "http.surface",
            Scene.endpoint(443),
            "{open: [{path: /login, kind: login}, {path: /health, kind: health}], guarded:"
                + " [/config]}",
            "{paths: 61, unanswered: []}")
        .seen(
            "api.surface",
            Scene.endpoint(443),
            "{open: []}",
            "{paths: 14, unanswered: [], skipped: []}")
        .seen("onvif.access", Scene.endpoint(443), "{present: false}")
        .seen("websocket.access", Scene.endpoint(443), "{open: []}", "{paths: 3, unanswered: []}")
        .seen(
            "login.default-password", Scene.endpoint(443), "{accepted: []}", "{tried: 61, of: 61}");
  }

  @Override
  protected Scene refuted() {
    return holding()
        .seen(
            "http.surface",
            Scene.endpoint(443),
            "{open: [{path: /backup, kind: backup}, {path: /x.jpg, kind: media}]}",
            "{unanswered: []}");
  }

  @Override
  protected String refutedBy() {
    return "http.surface";
  }

  @Override
  protected List<String> fields() {
    return List.of(
        "13-SoftServ endpoints", "13-SoftServ authenticationMechanism", "1-AuthMech endpoints");
  }

  private static Scene surface(Scene scene, String open, String coverage) {
    return scene.seen(
        "http.surface", Scene.endpoint(443), "{open: [" + open + "], guarded: []}", coverage);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{path: /login, kind: login, shows: [Wi-Fi key in the clear]}",
        "{path: /app.js, kind: static, shows: [password in the clear]}",
        "{path: /health, kind: health, shows: [what happens in rooms]}",
        "{path: /files/, kind: listing}",
        "{path: /console, kind: console}",
        "{path: /settings, kind: configuration, way: 'as /settings;.css'}"
      })
  void whatAPathShowsRefutesWhateverItIsCalled(String open) {
    assertThat(violated(surface(holding(), open, "{unanswered: []}")).reason())
        .startsWith("Readable without the right login: tcp/192.0.2.1/443/");
  }

  @Test
  void aDeclaredPathThatWasNotAskedForLeavesItOpen() {
    Scene declared =
        holding().rows("28-LogIntf", "- {id: LogIntf-1, endpoints: [tcp/443], paths: [/a, /b]}");
    undetermined(
        surface(declared, "", "{unanswered: [], paths: 9, declared: [/a]}"),
        "1 declared paths of tcp/192.0.2.1/443 were not tried: [/b]");
    holds(surface(declared, "", "{unanswered: [], paths: 9, declared: [/a, /b]}"));
  }

  @Test
  void aLoginElsewhereIsNotTested() {
    undetermined(
        holding()
            .rows(
                "1-AuthMech",
                """
                - {id: AuthMech-1, delaySeconds: 60, endpoints: [tcp/443]}
                - {id: AuthMech-3, delaySeconds: 60}
                """)
            .rows(
                "13-SoftServ",
                "- {id: SoftServ-1, authenticationMechanism: [AuthMech-1, AuthMech-3], endpoints:"
                    + " [tcp/443]}"),
        "AuthMech-3 names no endpoint of the service");
  }

  @Test
  void aLoginThatNoRowDescribesIsNotTested() {
    undetermined(
        holding()
            .rows(
                "13-SoftServ",
                "- {id: SoftServ-1, authenticationMechanism: [AuthMech-1, AuthMech-9], endpoints:"
                    + " [tcp/443]}"),
        "AuthMech-9");
  }

  @Test
  void whatIsOpenContradictsTheDeclaredLoginOnce() {
    assertThat(contradiction(refuted()))
        .isEqualTo("ixit/13-SoftServ.yaml:2:28: SoftServ-1 is guarded by AuthMech-1.");
    assertThat(violated(refuted()).reason()).contains("/backup", "/x.jpg");
  }

  @Test
  void aPageOfUnknownKindIsLookedAtByAPerson() {
    undetermined(
        holding()
            .seen(
                "http.surface",
                Scene.endpoint(443),
                "{open: [{path: /, kind: page}]}",
                "{unanswered: []}"),
        "review its content manually");
  }

  @Test
  void pathsWithoutAnAnswerAreAGap() {
    undetermined(
        holding()
            .seen("http.surface", Scene.endpoint(443), "{open: []}", "{unanswered: [/config]}"),
        "1 paths of tcp/192.0.2.1/443 gave no answer");
  }

  @Test
  void aDefaultLoginThatWorksIsNoRefusalOfWrongLogins() {
    undetermined(
        holding()
            .seen(
                "login.default-password",
                Scene.endpoint(443),
                "{accepted: [{user: support}]}",
                "{tried: 26}"),
        "a login from a public list was accepted");
  }

  @Test
  void aListOfWhichNothingWasTriedShowsNothing() {
    undetermined(
        holding()
            .seen("login.default-password", Scene.endpoint(443), "{accepted: []}", "{tried: 0}"),
        "no wrong login was tried");
  }

  @Test
  void theLesserOfTwoRolesWasNotTried() {
    undetermined(holding().roles("owner", "guest"), "the product has 2 roles");
  }

  private static final String HALL =
      "{place: hall, paths: [/hall], for: [owner, guest], answers: {nobody: refused,"
          + " unknown-user: refused, wrong-password: refused, login/owner: reached,"
          + " login/guest: reached, ended/owner: refused, ended/guest: refused}}";

  private static final String SAFE =
      "{place: safe, paths: [/config], for: [owner], answers: {nobody: refused,"
          + " unknown-user: refused, wrong-password: refused, login/owner: reached,"
          + " login/guest: refused, ended/owner: refused}}";

  private Scene tried(String... rows) {
    return holding()
        .roles("owner", "guest")
        .seen(
            "access.matrix",
            Scene.endpoint(443),
            "{rows: [" + String.join(", ", rows) + "]}",
            "{control: true}");
  }

  @Test
  void theLesserRoleWasKeptOut() {
    holds(tried(HALL, SAFE));
    holds(tried(HALL, SAFE).roles("owner"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"nobody", "unknown-user", "wrong-password", "login/guest", "ended/owner"})
  void aPlaceReachedByAVisitorWhomItIsNotForRefutes(String visitor) {
    String reached = SAFE.replace(visitor + ": refused", visitor + ": reached");
    assertThat(violated(tried(HALL, reached)).reason()).contains("place safe");
    undetermined(
        tried(HALL, reached.replace("login/owner: reached", "login/owner: refused")),
        "a refusal proves nothing");
  }

  @ParameterizedTest
  @ValueSource(strings = {"nobody", "unknown-user", "wrong-password", "login/guest"})
  void aVisitorWhoWasNotTriedWasNotKeptOut(String visitor) {
    undetermined(
        tried(HALL, SAFE.replace(visitor + ": refused", visitor + ": not tried")), "was not tried");
    undetermined(
        tried(HALL, SAFE.replace(visitor + ": refused", visitor + ": whatever")),
        "is 'whatever', which is none of");
    undetermined(
        tried(
            HALL,
            SAFE.replace(visitor + ": refused, ", "").replace(visitor + ": refused", "x: refused")),
        "was not tried");
  }

  @Test
  void wrongLoginsOfTheDriverAreWrongLogins() {
    String defaults = "login.default-password";
    holds(tried(HALL, SAFE).without(defaults, Scene.endpoint(443)));
    undetermined(
        tried(HALL, SAFE.replace("unknown-user: refused", "unknown-user: not tried"))
            .without(defaults, Scene.endpoint(443)),
        "no wrong login was tried");
  }

  @Test
  void thatSessionsEndIsNoPartOfTheUnit() {
    holds(tried(HALL, SAFE.replace("ended/owner: refused", "ended/owner: not tried")));
  }

  @Test
  void aRoleWhoseLoginReachesNothingWasNotTried() {
    undetermined(tried(SAFE), "the login as guest works");
    undetermined(tried(HALL), "nobody tried the lesser role");
  }

  @Test
  void aPathBehindTheLoginThatIsNoPlaceWasNotTried() {
    undetermined(
        tried(HALL, SAFE.replace("/config", "/other")), "1 paths of tcp/192.0.2.1/443 behind");
    undetermined(
        tried(HALL, SAFE)
            .seen(
                "api.surface",
                Scene.endpoint(443),
                "{open: [], guarded: [/api/clips]}",
                "{unanswered: [], skipped: []}"),
        "/api/clips");
  }

  @Test
  void aMatrixWithoutAControlShowsNothing() {
    undetermined(
        holding()
            .seen(
                "access.matrix", Scene.endpoint(443), "{rows: [" + HALL + "]}", "{control: false}"),
        "without a valid login as control");
    undetermined(holding().unanswered("access.matrix", Scene.endpoint(443)), "no answer came");
  }

  @ParameterizedTest
  @ValueSource(strings = {"http.surface", "api.surface", "onvif.access", "websocket.access"})
  void whatAWebServerGivesBesideItsPagesMustBeKnownToo(String key) {
    undetermined(
        holding().without(key, Scene.endpoint(443)), key + " of tcp/192.0.2.1/443: not looked at");
    undetermined(holding().unanswered(key, Scene.endpoint(443)), key + " of tcp/192.0.2.1/443: ");
  }

  @ParameterizedTest
  @ValueSource(strings = {"coap.resources", "mqtt.access", "rtsp.access"})
  void whatCouldNotBeToldIsNoRefusal(String key) {
    undetermined(holding().unanswered(key, Scene.endpoint(443)), key + " of tcp/192.0.2.1/443: ");
  }

  @Test
  void pathsOfAnApiThatNobodyAskedForAreAGap() {
    undetermined(
        holding()
            .seen(
                "api.surface",
                Scene.endpoint(443),
                "{open: []}",
                "{unanswered: [], skipped: ['/clips/{id}']}"),
        "1 paths of tcp/192.0.2.1/443 were not asked for");
  }

  @Test
  void anActionOfUpnpThatGivesSomethingToEverybodyRefutes() {
    String action = "{service: 's:1', action: GetKey, path: /c, values: [%s]}";
    Scene upnp = holding();
    assertThat(
            violated(upnp.seen("upnp.control", Scene.endpoint(443), open(action, "Key"))).reason())
        .contains("action GetKey of s:1");
    undetermined(
        upnp.seen("upnp.control", Scene.endpoint(443), open(action, "")), "works without login");
    undetermined(
        upnp.seen("upnp.control", Scene.endpoint(443), "{open: [], notCalled: [{action: Reboot}]}"),
        "1 UPnP actions of tcp/192.0.2.1/443 were not called");
    holds(upnp.seen("upnp.control", Scene.endpoint(443), "{open: [], notCalled: []}"));
    undetermined(
        upnp.seen(
            "upnp.control", Scene.endpoint(443), "{open: [], notCalled: []}", "{unread: ['s:1']}"),
        "1 UPnP descriptions of tcp/192.0.2.1/443 could not be read");
    undetermined(
        upnp.unanswered("upnp.control", Scene.endpoint(443)),
        "the UPnP actions of tcp/192.0.2.1/443: no answer came");
  }

  private static String open(String action, String value) {
    return "{open: [" + action.formatted(value) + "], notCalled: []}";
  }

  /** A device that is reached over SSH alone, where each request brings its login. */
  private static Scene overSsh(String safe) {
    String hall =
        "{place: state, paths: [], for: [owner, guest], answers: {nobody: refused,"
            + " unknown-user: refused, wrong-password: refused, login/owner: reached,"
            + " login/guest: reached}}";
    return Scene.current()
        .rows("1-AuthMech", "- {id: AuthMech-1, delaySeconds: 60, endpoints: [tcp/22]}")
        .rows(
            "13-SoftServ",
            "- {id: SoftServ-1, authenticationMechanism: [AuthMech-1], endpoints: [tcp/22]}")
        .about("13-SoftServ/SoftServ-1")
        .roles("owner", "guest")
        .seen("ssh.methods", Scene.endpoint(22), "{methods: [password]}")
        .seen(
            "access.matrix",
            Scene.endpoint(22),
            "{rows: [" + hall + ", " + safe + "]}",
            "{control: true}");
  }

  @Test
  void aDeviceWithSshAloneIsDecided() {
    String safe =
        "{place: settings, paths: [], for: [owner], answers: {nobody: refused,"
            + " unknown-user: refused, wrong-password: refused, login/owner: reached,"
            + " login/guest: refused}}";
    holds(overSsh(safe));
    for (String visitor : List.of("nobody", "unknown-user", "wrong-password", "login/guest")) {
      violated(overSsh(safe.replace(visitor + ": refused", visitor + ": reached")));
      undetermined(
          overSsh(safe.replace(visitor + ": refused", visitor + ": not tried")), "was not tried");
    }
    undetermined(overSsh(safe).without("ssh.methods", Scene.endpoint(22)), "without a login");
  }

  private static Scene session(String forged) {
    return new OutsidersGetNoAccessTest()
        .holding()
        .seen(
            "login.session",
            Scene.endpoint(443),
            "{forged: [" + forged + "], tokens: [cookie sid]}",
            "{tried: [an invented token], paths: [/settings]}");
  }

  @Test
  void aTokenMadeByHandThatOpensAGuardedPathRefutes() {
    assertThat(
            violated(
                    session(
                        "{token: cookie sid, how: a JWT of the algorithm none, path: /settings}"))
                .reason())
        .isEqualTo(
            "Readable without the right login: tcp/192.0.2.1/443/settings (with a JWT of the"
                + " algorithm none as cookie sid).");
  }

  @Test
  void refusedTokensAreNoGap() {
    holds(session(""));
  }
}
