package dev.plumbline.checks.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.checks.CheckContract;
import dev.plumbline.checks.Scene;
import dev.plumbline.dossier.Observation;
import dev.plumbline.judging.check.Check;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ConfigurationIsGuardedInEveryStateTest extends CheckContract {
  private static final String OTHER = "factory-default";

  @Override
  protected Check check() {
    return new ConfigurationIsGuardedInEveryState();
  }

  private static Scene one(String nobody, String macs) {
    return Scene.current()
        .rows(
            "1-AuthMech",
            "- {id: AuthMech-1, endpoints: [tcp/443], algorithms: [SSH-2, curve25519-sha256, ssh-ed25519, aes128-ctr, hmac-sha2-256]}")
        .rows(
            "13-SoftServ",
            """
            - id: SoftServ-1
              authenticationMechanism: [AuthMech-1]
              endpoints: [tcp/443]
            """)
        .about("13-SoftServ/SoftServ-1")
        .service(443, "{protocol: ssh}")
        .seen("ssh.methods", Scene.endpoint(443), "{methods: [publickey]}")
        .seen(
            "ssh.algorithms",
            Scene.endpoint(443),
            "{kex: [curve25519-sha256], hostKey: [ssh-ed25519], ciphers: [aes128-ctr], macs: ["
                + macs
                + "], ssh1: false}")
        .seen(
            "ssh.host-keys",
            Scene.endpoint(443),
            "{keys: [{type: ssh-ed25519, bits: 256}]}",
            "{complete: true}")
        .seen(
            "access.matrix",
            Scene.endpoint(443),
            "{rows: [{place: settings, for: [owner], answers: {login/owner: reached, nobody: "
                + nobody
                + ", unknown-user: refused, wrong-password: refused, ended/owner: refused}}]}",
            "{control: true}");
  }

  /** CryptographyInUseIsAsDeclaredTest does. */
  @Override
  protected List<String> weakenedElsewhere() {
    return List.of("ssh.host-keys");
  }

  private static Scene sound() {
    return one("refused", "hmac-sha2-256");
  }

  /** The first as it is when initialized, and what was seen in the other state. */
  private static Scene both(Scene initialized, Scene other) {
    List<Observation> all = new ArrayList<>(initialized.observations());
    all.addAll(other.seenIn(OTHER).observations());
    return initialized.having(all);
  }

  @Override
  protected Scene holding() {
    return both(sound(), sound());
  }

  @Override
  protected Scene refuted() {
    return both(sound(), one("reached", "hmac-sha2-256"));
  }

  @Override
  protected String refutedBy() {
    return "access.matrix";
  }

  @Override
  protected List<String> fields() {
    return List.of(
        "13-SoftServ endpoints",
        "13-SoftServ authenticationMechanism",
        "1-AuthMech endpoints",
        "1-AuthMech algorithms");
  }

  @Test
  void eachPartCountsInEachState() {
    assertThat(violated(refuted()).reason()).contains("In the state 'factory-default'", "settings");
    assertThat(violated(both(one("reached", "hmac-sha2-256"), sound())).reason())
        .contains("In the state 'initialized'");
    violated(both(sound(), one("refused", "hmac-sha2-256, hmac-md5")));
    undetermined(both(sound(), one("not tried", "hmac-sha2-256")), "'factory-default'");
  }

  @Test
  void aStateInWhichNobodyTestedIsOpen() {
    undetermined(sound(), "In the state 'factory-default'");
    undetermined(sound().having(sound().seenIn(OTHER).observations()), "'initialized'");
  }

  @Test
  void eachQuestionNamesItsState() {
    assertThat(holding().judge(check()).questionLog().entries())
        .allSatisfy(
            e -> assertThat(e.subject()).containsPattern("'(factory-default|initialized)'"));
  }
}
