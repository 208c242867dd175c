package dev.plumbline.probes.ftpaccess;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.dossier.Endpoint;
import dev.plumbline.dossier.Observation;
import dev.plumbline.probe.Probe;
import dev.plumbline.probe.hostile.Peer;
import dev.plumbline.probe.hostile.PeerProtocol;
import dev.plumbline.probe.hostile.ProbeContract;
import dev.plumbline.probe.hostile.ProbeTrial;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class FtpAccessProbeTest extends ProbeContract {
  @Override
  protected Probe probe() {
    return new FtpAccessProbe();
  }

  @Override
  protected PeerProtocol protocol() {
    return PeerProtocol.ftp();
  }

  @Override
  protected String address() {
    return "127.77.90.1";
  }

  @Override
  protected ProbeTrial introduce(ProbeTrial trial, Endpoint peer) {
    return trial.given(
        "service.identified", peer.toString(), Map.of("protocol", "ftp", "tls", false));
  }

  /** Says each of these in turn, each after a line of the client. */
  private Observation seen(String greeting, String... answers) {
    try (Peer peer =
        Peer.at(
            address(),
            (client, n) -> {
              byte[] line = new byte[512];
              client.getOutputStream().write(bytes(greeting));
              for (String answer : answers) {
                if (client.getInputStream().read(line) < 0) {
                  return;
                }
                client.getOutputStream().write(bytes(answer));
              }
              client.getInputStream().read(line);
            })) {
      return introduce(ProbeTrial.against(peer.endpoint()), peer.endpoint())
          .limits(limits())
          .run(probe())
          .one("ftp.access");
    }
  }

  private static byte[] bytes(String line) {
    return (line + "\r\n").getBytes(StandardCharsets.US_ASCII);
  }

  @Test
  void aServerThatTakesAnybodyIsOpenAndItsListIsCounted() {
    Observation open =
        seen(
            "220 hub",
            "331 Any password",
            "230 Welcome",
            "213-Status follows:\r\n-rw-r--r-- 1 0 0 7 Jan 1 00:00 a\r\n-rw-r--r-- 1 0 0 7 Jan 1 00:00 b\r\n213 End");
    assertThat(open.value())
        .containsEntry("anonymous", true)
        .containsEntry("open", List.of(Map.of("path", "/", "kind", "data")))
        .containsEntry("listed", 2L);
  }

  @Test
  void aServerThatAsksForNoPasswordIsOpenWhateverItLists() {
    assertThat(seen("220 hub", "230 Welcome", "502 No STAT").value())
        .containsEntry("anonymous", true)
        .doesNotContainKey("listed");
  }

  @Test
  void aServerThatRefusesIsShut() {
    assertThat(seen("220 hub", "331 Password?", "530 Login incorrect").value())
        .containsEntry("anonymous", false)
        .containsEntry("open", List.of())
        .containsEntry("guarded", List.of("/"));
  }

  @Test
  void anAnswerThatIsNeitherProvesNothing() {
    assertThat(seen("220 hub", "421 Too many").seen()).isFalse();
    assertThat(seen("421 Too many").seen()).isFalse();
  }

  /** Keeps a conversation as long as the client wants, and answers each command by its word. */
  private Observation talked(Function<String, String> answers) {
    try (Peer peer =
        Peer.at(
            address(),
            (client, n) -> {
              BufferedReader in =
                  new BufferedReader(
                      new InputStreamReader(client.getInputStream(), StandardCharsets.US_ASCII));
              client.getOutputStream().write(bytes("220 hub"));
              for (String line = in.readLine(); line != null; line = in.readLine()) {
                client.getOutputStream().write(bytes(answers.apply(line)));
              }
            })) {
      return introduce(ProbeTrial.against(peer.endpoint()), peer.endpoint())
          .credential("owner", "owner", "right-horse-7")
          .limits(limits())
          .run(probe())
          .one("ftp.access");
    }
  }

  private static String refusing(String line) {
    return line.startsWith("USER") ? "331 Password?" : "530 Login incorrect";
  }

  @Test
  void aServerThatListsInSpiteOfItsRefusalIsOpen() {
    AtomicReference<String> user = new AtomicReference<>("");
    Observation open =
        talked(
            line -> {
              if (line.startsWith("USER")) {
                user.set(line.substring(5));
              }
              boolean serves = "owner".equals(user.get());
              return serves && line.equals("EPSV")
                  ? "229 ok (|||40000|)"
                  : serves && line.equals("LIST") ? "150 here" : refusing(line);
            });
    assertThat(open.value())
        .containsEntry("anonymous", false)
        .containsEntry(
            "open", List.of(Map.of("path", "/ in spite of refusing owner", "kind", "data")));
  }

  @Test
  void aServerThatRefusesTheListTooIsShut() {
    Observation shut = talked(FtpAccessProbeTest::refusing);
    assertThat(shut.value()).containsEntry("open", List.of()).doesNotContainKey("clearData");
    assertThat(shut.texts("guarded")).containsExactly("/");
  }
}
