package dev.plumbline.checks.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.checks.CheckContract;
import dev.plumbline.checks.Scene;
import dev.plumbline.checks.crypto.TlsScenes;
import dev.plumbline.judging.check.Check;
import java.util.List;
import org.junit.jupiter.api.Test;

class LoginProtectionIsAsDeclaredTest extends CheckContract {
  @Override
  protected Check check() {
    return new LoginProtectionIsAsDeclared();
  }

  @Override
  protected Scene holding() {
    return TlsScenes.sound(
        Scene.current()
            .rows(
                "1-AuthMech",
                "- {id: AuthMech-1, endpoints: [tcp/443], algorithms: [TLSv1.3, TLSv1.2, ECDHE, ECDSA, AES-128-GCM, SHA-256]}")
            .rows(
                "13-SoftServ",
                """
            - id: SoftServ-1
              authenticationMechanism: [AuthMech-1]
              endpoints: [tcp/443]
            """)
            .about("13-SoftServ/SoftServ-1"),
        443);
  }

  @Override
  protected Scene refuted() {
    return holding().seen("tls.versions", Scene.endpoint(443), "{accepted: [TLSv1.0, TLSv1.2]}");
  }

  @Override
  protected String refutedBy() {
    return "tls.versions";
  }

  @Override
  protected List<String> fields() {
    return List.of(
        "13-SoftServ authenticationMechanism",
        "13-SoftServ endpoints",
        "1-AuthMech algorithms",
        "1-AuthMech endpoints");
  }

  @Test
  void aLoginElsewhereIsNotTested() {
    undetermined(
        holding()
            .rows(
                "1-AuthMech",
                """
                - {id: AuthMech-1, delaySeconds: 60, endpoints: [tcp/443], algorithms: [TLSv1.3, TLSv1.2, ECDHE, ECDSA, AES-128-GCM, SHA-256]}
                - {id: AuthMech-3, delaySeconds: 60}
                """)
            .rows(
                "13-SoftServ",
                "- {id: SoftServ-1, authenticationMechanism: [AuthMech-1, AuthMech-3], endpoints: [tcp/443]}"),
        "AuthMech-3 names no endpoint");
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

  @Test
  void theContradictionStandsAtTheRowOfTheLogin() {
    assertThat(contradiction(refuted())).startsWith("ixit/1-AuthMech.yaml:1:");
  }
}
