package dev.plumbline.checks.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.catalogue.EditionId;
import dev.plumbline.checks.Scene;
import dev.plumbline.core.Finding;
import org.junit.jupiter.api.Test;

/** A login of a public list that a service accepts, beside the logins that its rows declare. */
class PublicLoginsAtServicesTest {
  private static final String TOKEN = "{id: AuthMech-1, factorKind: token, endpoints: [tcp/443]}";
  private static final String PASSWORD =
      "{id: AuthMech-2, factorKind: password-user-defined, endpoints: [tcp/443]}";

  private static Finding finding(String mechanisms, String named) {
    return Scene.of(EditionId.named("3.1.3"))
        .rows("1-AuthMech", mechanisms)
        .rows(
            "13-SoftServ",
            "- {id: SoftServ-1, authenticationMechanism: " + named + ", endpoints: [tcp/443]}")
        .about("13-SoftServ/SoftServ-1")
        .seen(
            "login.default-password",
            Scene.endpoint(443),
            "{accepted: [{user: support}]}",
            "{tried: 26}")
        .judge(new OutsidersGetNoAccess())
        .finding();
  }

  @Test
  void isNoneOfThoseWhereTokensAloneAreDeclared() {
    Finding finding = finding("- " + TOKEN, "[AuthMech-1]");
    assertThat(finding).isInstanceOf(Finding.Violated.class);
    assertThat(finding.reason()).contains("where no password login is declared");
  }

  @Test
  void isLeftToAPersonWhereAPasswordLoginIsDeclaredToo() {
    assertThat(finding("- " + TOKEN + "\n- " + PASSWORD, "[AuthMech-1, AuthMech-2]"))
        .isInstanceOf(Finding.Undetermined.class);
  }

  /** The service names the token alone; the password login stands at the same endpoint. */
  @Test
  void isLeftToAPersonWhereAnotherRowHasAPasswordLoginAtTheSameEndpoint() {
    assertThat(finding("- " + TOKEN + "\n- " + PASSWORD, "[AuthMech-1]"))
        .isInstanceOf(Finding.Undetermined.class);
  }
}
