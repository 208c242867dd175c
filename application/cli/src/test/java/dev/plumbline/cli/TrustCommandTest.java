package dev.plumbline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What a dossier wants is shown, and nothing is sent before somebody agreed. No terminal is here.
 */
class TrustCommandTest {
  private static final String DEVICE = "127.78.4.1";
  private static final int PORT = 18_080;

  @TempDir private Path folder;
  private Path dossier = Path.of("");

  @BeforeEach
  void write() throws IOException {
    dossier = Copies.of("careless-camera", folder.resolve("camera"));
    Files.delete(dossier.resolve("driver.yaml"));
    product(DEVICE, "");
  }

  /** The example with another target, and nothing else that it wants but a page. */
  private void product(String address, String more) throws IOException {
    Files.writeString(
        dossier.resolve("product.yaml"),
        """
        edition: 3.1.3
        product: {manufacturer: Doe, name: Camera, model: C1, softwareVersion: "1.0"}
        test:
          unit: one
          state: initialized
          targets:
            - {address: %s, ports: [%d]}
          publicPages: ["www.example.com:443"]
        %s"""
            .formatted(address, PORT, more));
  }

  private String digest() {
    return Pattern.compile("Digest: sha256:([0-9a-f]{64})")
        .matcher(Ran.of("trust", dossier.toString(), "--show").out())
        .results()
        .map((MatchResult m) -> m.group(1))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void whatADossierWantsIsShownWithTheClassOfEachAddress() {
    Ran shown = Ran.of("trust", dossier.toString(), "--show");
    assertThat(shown.code()).isEqualTo(13);
    assertThat(shown.out())
        .contains("tests " + DEVICE + ", ports " + PORT + " (a loopback address)")
        .contains("product.yaml:7")
        .contains("fetches pages of www.example.com:443")
        .contains("Nobody agreed to it yet.");
  }

  @Test
  void checkAndTheDryRunShowItToo() {
    for (List<String> words : List.of(List.of("check"), List.of("test", "--dry-run"))) {
      String[] command =
          java.util.stream.Stream.concat(
                  words.stream(), java.util.stream.Stream.of(dossier.toString()))
              .toArray(String[]::new);
      assertThat(Ran.of(command).out()).as("%s", words).contains("What this dossier wants");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"test", "assess"})
  void withoutAnAgreementNothingIsSent(String command) throws IOException {
    try (ServerSocketChannel device = ServerSocketChannel.open()) {
      device.bind(new InetSocketAddress(DEVICE, PORT)).configureBlocking(false);
      Ran ran = Ran.of(command, dossier.toString());
      assertThat(ran.code()).isEqualTo(13);
      assertThat(ran.err())
          .contains("What this dossier wants of this machine")
          .contains("Nothing was sent");
      assertThat(device.accept()).isNull();
      assertThat(dossier.resolve("record")).doesNotExist();
    }
  }

  @Test
  void theDigestOfAnotherStateIsNoAgreement() throws IOException {
    String before = digest();
    product(DEVICE, "# a byte more\n");
    Ran ran = Ran.of("test", dossier.toString(), "--yes", before);
    assertThat(ran.code()).isEqualTo(13);
    assertThat(ran.err()).contains("--yes names the digest of another state of the dossier");
  }

  @Test
  void theDigestLetsTheTestRun() throws IOException {
    try (ServerSocketChannel device = ServerSocketChannel.open()) {
      device.bind(new InetSocketAddress(DEVICE, PORT)).configureBlocking(false);
      Ran ran = Ran.of("test", dossier.toString(), "--only", "tcp-open-ports", "--yes", digest());
      assertThat(ran.code()).as(ran.err()).isZero();
      assertThat(device.accept()).isNotNull();
    }
  }

  @Test
  void anAgreementIsKeptShownTakenBack() {
    String digest = digest();
    Ran agreed = Ran.of("trust", dossier.toString(), "--yes", digest);
    assertThat(agreed.code()).isZero();
    assertThat(agreed.out()).contains("Agreed, until a byte of the dossier changes.");
    Ran shown = Ran.of("trust", dossier.toString(), "--show");
    assertThat(shown.code()).isZero();
    assertThat(shown.out()).contains("Agreed: agreed on ");
    assertThat(Ran.of("trust", dossier.toString(), "--revoke").out()).contains("Taken back.");
    assertThat(Ran.of("trust", dossier.toString(), "--show").code()).isEqualTo(13);
  }

  @Test
  void anAddressOfTheMachineIsLeftToThePolicyWithTheLinesToWrite() throws IOException {
    product("\"::1\"", "");
    Ran ran = Ran.of("test", dossier.toString(), "--yes", digest());
    assertThat(ran.code()).isEqualTo(13);
    assertThat(ran.err())
        .contains("scope.yaml")
        .contains("a loopback address")
        .contains("allow:")
        .contains("- 0:0:0:0:0:0:0:1");
  }

  @Test
  void foreignTextIsMadeSafe() throws IOException {
    product(
        DEVICE,
        "  credentials:\n    - {role: user, user: \"a\\e[2Jb\", passwordEnv: PLUMBLINE_X}\n");
    assertThat(Ran.of("trust", dossier.toString(), "--show").out())
        .contains("a\\u001b[2Jb")
        .doesNotContain("\u001b[2J");
  }
}
