package dev.plumbline.probes.ftpaccess;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.dossier.Observation;
import dev.plumbline.probe.hostile.Peer;
import dev.plumbline.probe.hostile.ProbeTrial;
import dev.plumbline.probe.run.Limits;
import dev.plumbline.testbed.net.Conversation;
import dev.plumbline.testbed.settings.Settings;
import dev.plumbline.testbed.tls.TlsEnvelope;
import dev.plumbline.testbed.tls.TlsIdentity;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** An FTP server inside TLS that is asked to send its files in the clear (RFC 4217, section 9). */
class FtpDataProtectionTest {
  private static final String ADDRESS = "127.77.90.2";
  private static final Settings TLS =
      Settings.of(
          Map.of(
              "versions",
              Map.of("TLSv1.2", true),
              "suites",
              Map.of("TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256", true)));

  /**
   * Logs the owner in and answers the commands after that.
   *
   * @param answers empty where the server says nothing
   */
  private static Observation seen(Function<String, Optional<String>> answers) throws IOException {
    TlsIdentity identity =
        TlsIdentity.make(
            Settings.of(Map.of("selfSigned", true)), InetAddress.ofLiteral(ADDRESS), Instant.now());
    Conversation server = TlsEnvelope.of(TLS, identity).around((in, out) -> talk(in, out, answers));
    try (Peer peer =
        Peer.at(ADDRESS, (c, n) -> server.talk(c.getInputStream(), c.getOutputStream()))) {
      String at = peer.endpoint().toString();
      return ProbeTrial.against(peer.endpoint())
          .credential("owner", "owner", "right-horse-7")
          .limits(Limits.usual().hurried(Duration.ofSeconds(1), Duration.ofSeconds(20)))
          .given("service.identified", at, Map.of("protocol", "ftp", "tls", true))
          .run(new FtpAccessProbe())
          .one("ftp.access");
    }
  }

  private static void talk(
      InputStream in, OutputStream out, Function<String, Optional<String>> answers)
      throws IOException {
    BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.US_ASCII));
    say(out, "220 hub");
    boolean owner = false;
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      if (line.startsWith("USER ")) {
        owner = line.equals("USER owner");
        say(out, "331 Password?");
      } else if (line.startsWith("PASS ")) {
        say(out, owner && line.equals("PASS right-horse-7") ? "230 Welcome" : "530 No");
      } else {
        Optional<String> answer = answers.apply(line);
        if (answer.isPresent()) {
          say(out, answer.get());
        }
      }
    }
  }

  private static void say(OutputStream out, String line) throws IOException {
    out.write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
    out.flush();
  }

  private static Optional<String> willing(String line) {
    return Optional.of(
        switch (line) {
          case "EPSV" -> "229 ok (|||40000|)";
          case "LIST" -> "150 here";
          default -> "200 ok";
        });
  }

  @Test
  void aServerThatBeginsToSendInTheClearIsSeenToDoSo() throws IOException {
    assertThat(seen(FtpDataProtectionTest::willing).value()).containsEntry("clearData", true);
  }

  @Test
  void aServerThatRefusesToSendInTheClearIsSeenToRefuse() throws IOException {
    assertThat(seen(line -> line.equals("PROT C") ? Optional.of("536 No") : willing(line)).value())
        .containsEntry("clearData", false);
  }

  @Test
  void aServerThatIsSilentWhenAskedForClearDataLeavesItOpen() throws IOException {
    assertThat(seen(line -> line.equals("PROT C") ? Optional.empty() : willing(line)).value())
        .doesNotContainKey("clearData")
        .containsEntry("tls", true);
  }

  @Test
  void aFolderThatIsNeitherListedNorRefusedIsToldAsUnanswered() throws IOException {
    Observation silent = seen(line -> Optional.empty());
    assertThat(silent.value()).containsEntry("guarded", List.of()).containsEntry("open", List.of());
    assertThat(silent.coverage())
        .containsEntry(
            "unanswered", List.of("/ after refusing anonymous", "/ after refusing owner"));
  }

  @Test
  void aServerThatIsBusyWhenAskedForAListDidNotRefuse() throws IOException {
    Observation busy =
        seen(l -> l.equals("LIST") ? Optional.of("425 No data connection") : willing(l));
    assertThat(busy.value()).containsEntry("guarded", List.of()).containsEntry("open", List.of());
    assertThat(busy.coverage().get("unanswered")).asString().contains("anonymous", "owner");
  }

  @Test
  void aServerThatRefusesTheListInWordsGuardsIt() throws IOException {
    Observation sound = seen(l -> Optional.of("530 Log in first"));
    assertThat(sound.value()).containsEntry("guarded", List.of("/"));
    assertThat(sound.coverage()).containsEntry("unanswered", List.of());
  }
}
