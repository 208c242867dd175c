package dev.plumbline.checks.crypto;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.checks.CheckContract;
import dev.plumbline.checks.Scene;
import dev.plumbline.judging.check.Check;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ImplementationsAreTheReviewedOnesTest extends CheckContract {
  @Override
  protected Check check() {
    return new ImplementationsAreTheReviewedOnes();
  }

  @Override
  protected Scene holding() {
    return Scene.current()
        .rows(
            "12-NetSecImpl",
            """
            - id: NetSecImpl-1
              product: dropbear
              version: '2024.86'
            """)
        .about("12-NetSecImpl/NetSecImpl-1")
        .tcp("22")
        .udp()
        .service(22, "{protocol: ssh, product: Dropbear, version: '2024.86'}")
        .seen("service.disclosed", Scene.endpoint(22), "{facts: []}", "{looked: [banner]}");
  }

  @Override
  protected Scene refuted() {
    return holding().service(22, "{protocol: ssh, product: dropbear, version: '2012.55'}");
  }

  @Override
  protected String refutedBy() {
    return "service.identified";
  }

  @Override
  protected List<String> fields() {
    return List.of("12-NetSecImpl product", "12-NetSecImpl version");
  }

  @Test
  void anotherVersionContradictsTheReport() {
    assertThat(contradiction(refuted()))
        .isEqualTo("ixit/12-NetSecImpl.yaml:3:12: NetSecImpl-1 was reviewed in version 2024.86.");
  }

  @Test
  void aDeviceThatRevealsNothingPasses() {
    holds(holding().service(22, "{protocol: ssh}"));
  }

  @Test
  void aNameWithoutAVersionIsNoProof() {
    undetermined(
        holding().service(22, "{protocol: ssh, product: dropbear}"), "without its version");
  }

  @Test
  void anUnknownNameMayBeThisOne() {
    undetermined(holding().service(22, "{protocol: ssh, product: rokonet}"), "by another name");
  }

  @Test
  void aNameOfAnotherRowIsNotThisOne() {
    holds(
        holding()
            .rows(
                "12-NetSecImpl",
                """
                - {id: NetSecImpl-1, product: Mbed TLS, version: 3.6.2}
                - {id: NetSecImpl-2, product: dropbear, version: '2024.86'}
                """));
  }

  @Test
  void aVersionInAPageCounts() {
    violated(
        holding()
            .seen(
                "service.disclosed",
                Scene.endpoint(443),
                "{facts: [{kind: version, text: dropbear 2012.55, relevant: true}]}"));
  }

  /** A row about the kernel, and what an agent says of itself. */
  private Scene kernel(String reviewed, String text) {
    return holding()
        .rows(
            "12-NetSecImpl",
            "- {id: NetSecImpl-1, product: Linux, version: '"
                + reviewed
                + "'}\n"
                + "- {id: NetSecImpl-2, product: dropbear, version: '2024.86'}")
        .seen(
            "service.disclosed",
            Scene.endpoint(161),
            "{facts: [{kind: version, text: '" + text + "', relevant: true}]}");
  }

  @Test
  void theVersionOfAKernelStandsBehindTheNameOfTheHost() {
    String text = "Linux gate 6.18.44 #1 SMP PREEMPT_DYNAMIC Debian 6.18.44-1 x86_64";
    holds(kernel("6.18.44", text));
    assertThat(violated(kernel("6.6.58", text)).reason()).contains("runs Linux 6.18.44");
    holds(kernel("6.18.44", "Linux version 6.18.44-amd64"));
    undetermined(kernel("6.18.44", "Linux gate #1 SMP x86_64"), "without its version");
  }

  @Test
  void aNameWithinAnotherWordIsNotThisOne() {
    holds(kernel("6.18.44", "Linuxulator 1.2.3"));
  }

  @Test
  void aServiceThatNobodyRecognisedMayHideIt() {
    undetermined(holding().service(22, "{protocol: unknown}"), "nobody recognised");
  }

  private Scene shown(String product, String version) {
    return holding()
        .service(22, "{protocol: ssh, product: '" + product + "', version: '" + version + "'}");
  }

  @ParameterizedTest
  @ValueSource(strings = {"2024.86-1", "2024.86+deb12", "2024.86_p1", "2024.86~rc1"})
  void aBuildOfTheReviewedVersionIsIt(String version) {
    holds(shown("dropbear", version));
  }

  @ParameterizedTest
  @ValueSource(strings = {"2024.861", "2024.86.1", "2024x86", "2024.8"})
  void aVersionThatOnlyBeginsLikeTheReviewedOneIsAnother(String version) {
    assertThat(violated(shown("dropbear", version)).reason()).contains("reviewed was 2024.86");
  }

  @Test
  void aNameThatIsPartOfTheOtherIsTheSame() {
    violated(shown("dropbear sshd", "2012.55"));
    violated(shown("Drop-Bear", "2012.55"));
    violated(shown("drop", "2012.55"));
    undetermined(shown("***", "2012.55"), "by another name");
  }

  private Scene told(String kind, String text) {
    return holding()
        .seen(
            "service.disclosed",
            Scene.endpoint(443),
            "{facts: [{kind: " + kind + ", text: '" + text + "', relevant: true}]}");
  }

  @Test
  void onlyATextAboutAVersionIsCompared() {
    holds(told("host", "dropbear 2012.55"));
    holds(told("version", "openssl 1.0.2"));
    undetermined(told("version", "dropbear"), "without its version");
  }

  /** Before the name other words may stand, whose version it can be. */
  @Test
  void aVersionBehindFurtherWordsIsForAPerson() {
    undetermined(told("version", "Server dropbear 2012.55"), "not compared with NetSecImpl-1");
    holds(told("version", "Server dropbear 2024.86"));
    holds(told("version", "2012.55 dropbear 2024.86"));
  }

  @Test
  void whatNobodyReadBeforeLoginMayShowAnotherVersion() {
    String at = Scene.endpoint(22);
    undetermined(
        holding().without("service.disclosed", at), "what " + at + " shows before login was not");
    undetermined(holding().unanswered("service.disclosed", at), "not read: no answer came");
    violated(refuted().without("service.disclosed", at));
    undetermined(
        holding().tcp("22", "80").service(80, "{protocol: http}"),
        "what " + Scene.endpoint(80) + " shows before login was not read");
  }
}
