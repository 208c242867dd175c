package dev.plumbline.checks.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.checks.CheckContract;
import dev.plumbline.checks.Scene;
import dev.plumbline.dossier.Observation;
import dev.plumbline.judging.check.Check;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EntitledUsersGetAccessTest extends CheckContract {
  @Override
  protected Check check() {
    return new EntitledUsersGetAccess();
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
            "login.brute-force",
            Scene.endpoint(443),
            "{attempts: 5, accountUsable: 'yes'}",
            "{mechanisms: 1}");
  }

  @Override
  protected Scene refuted() {
    return holding()
        .seen("login.brute-force", Scene.endpoint(443), "{accountUsable: 'no', waitedSeconds: 60}");
  }

  @Override
  protected String refutedBy() {
    return "login.brute-force";
  }

  @Override
  protected List<String> fields() {
    return List.of(
        "13-SoftServ endpoints", "13-SoftServ authenticationMechanism", "1-AuthMech endpoints");
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
                "- {id: SoftServ-1, authenticationMechanism: [AuthMech-1, AuthMech-3], endpoints: [tcp/443]}"),
        "AuthMech-3 names no endpoint of the service");
  }

  private Scene reached(Scene scene, String answer) {
    return scene.seen(
        "access.matrix",
        Scene.endpoint(443),
        "{rows: [{place: a, for: [owner], answers: {login/owner: reached}},"
            + " {place: b, for: [owner], answers: {login/owner: "
            + answer
            + "}}]}",
        "{control: true}");
  }

  @Test
  void aPlaceThatTheRightRoleDoesNotReachIsAGap() {
    holds(reached(holding(), "reached"));
    undetermined(reached(holding(), "refused"), "place b");
    undetermined(reached(holding(), "not tried"), "place b");
    undetermined(holding().unanswered("access.matrix", Scene.endpoint(443)), "no answer came");
  }

  @Test
  void whatTheDriverReachedShowsThatTheOnlyLoginWorks() {
    Scene silent = holding().unanswered("login.brute-force", Scene.endpoint(443));
    holds(reached(silent, "reached"));
    holds(reached(holding().without("login.brute-force", Scene.endpoint(443)), "reached"));
    undetermined(
        reached(silent, "reached")
            .rows(
                "1-AuthMech",
                """
                - {id: AuthMech-1, delaySeconds: 60, endpoints: [tcp/443]}
                - {id: AuthMech-2, delaySeconds: 60, endpoints: [tcp/443]}
                """),
        "no login with the declared credential was seen");
  }

  @Test
  void aLoginThatNoRowDescribesIsNotTested() {
    undetermined(
        holding()
            .rows(
                "13-SoftServ",
                "- {id: SoftServ-1, authenticationMechanism: [AuthMech-1, AuthMech-9], endpoints: [tcp/443]}"),
        "AuthMech-9");
  }

  @ParameterizedTest
  @ValueSource(strings = {"{accountUsable: 'no'}", "{accountUsable: 'no', waitedSeconds: 59}"})
  void aRefusalWhileTheDelayMayLastRefutesNothing(String value) {
    undetermined(
        holding().seen("login.brute-force", Scene.endpoint(443), value),
        "the declared delay may not have been over");
  }

  @Test
  void aRefusalRefutesNothingWhereNoDelayIsDeclared() {
    undetermined(refuted().withoutCell("1-AuthMech", "delaySeconds"), "may not have been over");
  }

  @Test
  void anUnknownAccountShowsNothing() {
    undetermined(
        holding().seen("login.brute-force", Scene.endpoint(443), "{accountUsable: unknown}"),
        "no login with the declared");
  }

  @Test
  void oneOfTwoLoginsIsNotBoth() {
    undetermined(
        holding()
            .seen(
                "login.brute-force",
                Scene.endpoint(443),
                "{accountUsable: 'yes'}",
                "{mechanisms: 2}"),
        "only one of 2 logins");
  }

  @Test
  void loginsThatNobodyCountedAreNotOne() {
    undetermined(
        holding().seen("login.brute-force", Scene.endpoint(443), "{accountUsable: 'yes'}"),
        "how many logins there are");
  }

  @Test
  void aLoginThatSaidNothingIsNothingToRestOn() {
    Scene scene =
        reached(holding().unanswered("login.brute-force", Scene.endpoint(443)), "reached");
    assertThat(scene.judge(check()).basis()).allMatch(Observation::seen);
  }

  @Test
  void aLoginIsNamedByItsIdOrWithItsTable() {
    String service = "- {id: SoftServ-1, authenticationMechanism: ['%s'], endpoints: [tcp/443]}";
    holds(holding().rows("13-SoftServ", service.formatted("1-AuthMech/AuthMech-1")));
    undetermined(
        holding().rows("13-SoftServ", service.formatted("AuthMech")),
        "no row describes the login AuthMech");
  }

  @Test
  void aServiceThatNamesNoLoginIsNotTested() {
    undetermined(
        holding().withoutCell("13-SoftServ", "authenticationMechanism"),
        "the service names no login");
  }
}
