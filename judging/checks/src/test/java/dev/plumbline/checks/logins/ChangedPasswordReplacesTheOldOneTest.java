package dev.plumbline.checks.logins;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.checks.CheckContract;
import dev.plumbline.checks.Scene;
import dev.plumbline.judging.check.Check;
import java.util.List;
import org.junit.jupiter.api.Test;

class ChangedPasswordReplacesTheOldOneTest extends CheckContract {
  private static final String KEY = "login.password-change";
  private static final String COVERAGE = "{control: true, gaps: []}";
  private static final String ROW =
      "- {id: AuthMech-1, factorKind: password-pre-installed, endpoints: [tcp/8443, tcp/22]}";

  @Override
  protected Check check() {
    return new ChangedPasswordReplacesTheOldOne();
  }

  private static Scene scene(String row) {
    return Scene.current().rows("1-AuthMech", row).about("1-AuthMech/AuthMech-1");
  }

  private static Scene tried(Scene scene, int port, String old, String fresh, String coverage) {
    return scene.seen(
        KEY,
        Scene.endpoint(port),
        "{trials: [{role: owner, kind: http-form, old: %s, new: %s, restored: true}]}"
            .formatted(old, fresh),
        coverage);
  }

  private static Scene tried(String old, String fresh, String coverage) {
    Scene other = tried(scene(ROW), 22, "refused", "accepted", COVERAGE);
    return tried(other, 8443, old, fresh, coverage);
  }

  @Override
  protected Scene holding() {
    return tried("refused", "accepted", COVERAGE);
  }

  @Override
  protected Scene refuted() {
    return tried("accepted", "accepted", COVERAGE);
  }

  @Override
  protected String refutedBy() {
    return KEY;
  }

  @Override
  protected List<String> fields() {
    return List.of("1-AuthMech factorKind", "1-AuthMech endpoints");
  }

  @Test
  void aLoginThatTakesNeitherPasswordRefutes() {
    assertThat(violated(tried("refused", "refused", COVERAGE)).reason()).contains("neither");
  }

  private static Scene restarted(String old, String fresh) {
    return tried("refused", "accepted", COVERAGE)
        .seen(
            KEY,
            Scene.endpoint(8443),
            ("{trials: [{role: owner, kind: http-form, old: refused, new: accepted,"
                    + " oldAfterRestart: %s, newAfterRestart: %s, restored: true}]}")
                .formatted(old, fresh),
            COVERAGE);
  }

  @Test
  void anOldPasswordThatComesBackWithARestartRefutes() {
    assertThat(violated(restarted("accepted", "refused")).reason()).contains("takes the old");
    // A login that is not ready yet refuses whatever comes.
    undetermined(restarted("refused", "refused"), "not clear");
    undetermined(restarted("unclear", "unclear"), "after a restart is not clear");
    undetermined(restarted("refused", "locked"), "after a restart is not clear");
    holds(restarted("refused", "accepted"));
    holds(restarted("'not tried'", "'not tried'"));
  }

  @Test
  void anAnswerThatIsNotClearShowsNothing() {
    for (String other : List.of("unclear", "locked")) {
      undetermined(tried(other, "accepted", COVERAGE), "is not clear");
      undetermined(tried("refused", other, COVERAGE), "is not clear");
      undetermined(tried(other, "refused", COVERAGE), "is not clear");
    }
  }

  @Test
  void aLoginThatDoesNotTellRightFromWrongShowsNothing() {
    String without = COVERAGE.replace("control: true", "control: false");
    undetermined(tried("refused", "accepted", without), "right from wrong");
    undetermined(tried("accepted", "accepted", without), "right from wrong");
  }

  @Test
  void aLoginThatCouldNotBeTriedIsAGap() {
    undetermined(
        tried("refused", "accepted", COVERAGE.replace("[]", "['no client for a login by app']")),
        "no client for a login by app");
    undetermined(
        scene(ROW).seen(KEY, Scene.endpoint(8443), "{trials: []}", COVERAGE), "was tried after");
  }

  @Test
  void anOldPasswordThatOpensAServiceWithoutARowIsAGap() {
    undetermined(
        tried(holding(), 2323, "accepted", "refused", COVERAGE), "2323, which no row names");
    holds(tried(holding(), 2323, "refused", "refused", COVERAGE));
  }

  @Test
  void aSecretThatIsNoPasswordIsForAPerson() {
    String token = ROW.replace("password-pre-installed", "token");
    undetermined(tried(scene(token), 8443, "refused", "accepted", COVERAGE), "uses no password");
  }

  @Test
  void whatRestsOnNoRestartSaysSo() {
    assertThat(finding(holding()).reason()).contains("over a restart was not tried");
    Scene both =
        restarted("refused", "accepted")
            .seen(
                KEY,
                Scene.endpoint(22),
                "{trials: [{role: owner, kind: ssh, old: refused, new: accepted,"
                    + " oldAfterRestart: refused, newAfterRestart: accepted, restored: true}]}",
                COVERAGE);
    assertThat(finding(both).reason()).endsWith("after a restart too.");
    assertThat(finding(restarted("refused", "accepted")).reason()).contains("was not tried");
  }
}
