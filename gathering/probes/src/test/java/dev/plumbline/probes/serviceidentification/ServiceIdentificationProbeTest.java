package dev.plumbline.probes.serviceidentification;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.core.Place;
import dev.plumbline.core.Problems;
import dev.plumbline.dossier.Cell;
import dev.plumbline.dossier.Endpoint;
import dev.plumbline.dossier.IxitEntry;
import dev.plumbline.dossier.Observation;
import dev.plumbline.probe.Probe;
import dev.plumbline.probe.hostile.Peer;
import dev.plumbline.probe.hostile.Peer.Behaviour;
import dev.plumbline.probe.hostile.PeerProtocol;
import dev.plumbline.probe.hostile.ProbeContract;
import dev.plumbline.probe.hostile.ProbeTrial;
import dev.plumbline.probe.hostile.ProbeTrial.Result;
import dev.plumbline.probe.run.Limits;
import dev.plumbline.yaml.YamlReader;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class ServiceIdentificationProbeTest extends ProbeContract {
  private static final String HERE = "127.77.11.1";

  @Override
  protected Probe probe() {
    return new ServiceIdentificationProbe();
  }

  @Override
  protected PeerProtocol protocol() {
    return PeerProtocol.raw();
  }

  @Override
  protected String address() {
    return HERE;
  }

  @Override
  protected ProbeTrial introduce(ProbeTrial trial, Endpoint peer) {
    return trial.given(
        "tcp.open-ports", "address/" + peer.address(), Map.of("open", List.of((long) peer.port())));
  }

  /** It may be told what was said; what it cannot be is a service, but for those that speak one. */
  @Override
  protected boolean isTrueOf(String peer, Observation fact) {
    return switch (peer) {
      case "speaks POP3" -> !fact.text("protocol").equals("http");
      case "redirects in a circle", "changes its answer" -> true;
      case "compression bomb" -> fact.text("protocol").equals("http");
      default -> fact.text("protocol").equals("unknown");
    };
  }

  @Test
  void aGreetingNamesTheServiceWhateverThePort() {
    Observation seen = identified(says("SSH-2.0-dropbear_2022.83\r\n"));
    assertThat(seen.value())
        .containsEntry("protocol", "ssh")
        .containsEntry("tls", false)
        .containsEntry("product", "dropbear")
        .containsEntry("version", "2022.83")
        .containsEntry("banner", "SSH-2.0-dropbear_2022.83");
  }

  @Test
  void aTelnetServerIsHeardUntilItsPrompt() {
    Behaviour telnet =
        (client, n) -> {
          client.getOutputStream().write(new byte[] {-1, -3, 1, -1, -5, 3});
          client.getInputStream().readNBytes(6);
          write(client, "\r\nBusyBox v1.20.2 camera\r\nlogin: ");
          client.getInputStream().read();
        };
    Result result = tried(telnet);
    assertThat(result.one("service.identified").value())
        .containsEntry("protocol", "telnet")
        .containsEntry("product", "BusyBox")
        .containsEntry("version", "1.20.2");
    assertThat(texts(result, "version")).contains("1.20.2");
  }

  @Test
  void anFtpServerThatCallsItselfNothingIsAskedWhatItIs() {
    Behaviour ftp =
        (client, n) -> {
          write(client, "220 Welcome\r\n");
          client.getInputStream().read(new byte[100]);
          write(client, "211-Features:\r\n AUTH TLS\r\n211 End\r\n");
          client.getInputStream().read();
        };
    assertThat(identified(ftp).value())
        .containsEntry("protocol", "ftp")
        .containsEntry("starttls", true);
  }

  @Test
  void anFtpServerWithoutFeaturesIsKnownByItsAnswerToAName() {
    Behaviour ftp =
        (client, n) -> {
          write(client, "220 ready\r\n");
          byte[] line = new byte[100];
          int count = client.getInputStream().read(line);
          while (count > 0) {
            boolean user = new String(line, 0, count, US_ASCII).startsWith("USER ");
            write(client, user ? "331 password\r\n" : "530 sign in\r\n");
            count = client.getInputStream().read(line);
          }
        };
    assertThat(identifiedInTime(ftp).value())
        .containsEntry("protocol", "ftp")
        .doesNotContainKey("starttls");
  }

  @Test
  void aMailServerWithoutStarttlsSaysSo() {
    Behaviour smtp =
        (client, n) -> {
          write(client, "220 hub ESMTP Postfix\r\n");
          client.getInputStream().read(new byte[100]);
          write(client, "250-hub\r\n250 SIZE 1000\r\n");
          client.getInputStream().read();
        };
    assertThat(identified(smtp).value())
        .containsEntry("protocol", "smtp")
        .containsEntry("product", "Postfix")
        .containsEntry("starttls", false);
  }

  @Test
  void aBrokerIsRecognisedByItsAnswerToConnect() {
    Behaviour mqtt =
        (client, n) -> {
          byte[] first = new byte[200];
          if (client.getInputStream().read(first) > 0 && first[0] == 0x10) {
            client.getOutputStream().write(new byte[] {0x20, 2, 0, 5});
            client.getInputStream().read();
          }
        };
    assertThat(identified(mqtt).text("protocol")).isEqualTo("mqtt");
  }

  @Test
  void aBareShellIsRecognisedByItsAnswerToIdAndToAnEmptyLine() {
    Behaviour shell =
        (client, n) -> {
          byte[] first = new byte[400];
          int got = client.getInputStream().read(first);
          String line = new String(first, 0, Math.max(0, got), StandardCharsets.ISO_8859_1);
          if (line.strip().equals("id")) {
            write(client, "uid=0(root) gid=0(root)\n");
          }
          client.getInputStream().read();
        };
    assertThat(identified(shell).text("protocol")).isEqualTo("shell");
    Behaviour prompt =
        (client, n) -> {
          byte[] first = new byte[400];
          if (client.getInputStream().read(first) > 0 && first[0] == '\r') {
            write(client, "root@gate:~# ");
          }
          client.getInputStream().read();
        };
    assertThat(identified(prompt).text("protocol")).isEqualTo("shell");
  }

  @Test
  void aDebugBridgeIsRecognised() {
    Behaviour bridge =
        (client, n) -> {
          byte[] first = new byte[200];
          if (client.getInputStream().read(first) > 0 && first[0] == 'C') {
            byte[] answer = new byte[24];
            System.arraycopy("AUTH".getBytes(StandardCharsets.US_ASCII), 0, answer, 0, 4);
            for (int i = 0; i < 4; i++) {
              answer[20 + i] = (byte) ("AUTH".charAt(i) ^ 0xff);
            }
            client.getOutputStream().write(answer);
          }
          client.getInputStream().read();
        };
    assertThat(identified(bridge).text("protocol")).isEqualTo("adb");
  }

  /** A broker that does not survive a handshake of TLS is asked first as its row says. */
  @Test
  void whatTheRowDeclaresIsSpokenFirst() {
    AtomicBoolean down = new AtomicBoolean();
    Behaviour mqtt =
        (client, n) -> {
          byte[] first = new byte[200];
          if (!down.get() && client.getInputStream().read(first) > 0) {
            down.set(first[0] != 0x10);
          }
          if (!down.get() && first[0] == 0x10) {
            client.getOutputStream().write(new byte[] {0x20, 2, 0, 5});
            client.getInputStream().read();
          }
        };
    try (Peer peer = Peer.at(HERE, mqtt)) {
      Observation seen =
          introduce(ProbeTrial.against(peer.endpoint()), peer.endpoint())
              .ixit(row(peer.endpoint(), "mqtt"))
              .limits(Limits.usual())
              .run(probe())
              .one("service.identified");
      assertThat(seen.text("protocol")).isEqualTo("mqtt");
      assertThat(seen.coverage()).containsEntry("spoke", List.of("greeting", "mqtt"));
    }
  }

  @Test
  void aPageGivesAwayWhatItShows() {
    Result result =
        tried(
            page(
                "Server: GoAhead/2.1.8\r\n",
                "<p>Model: CAM-9 Firmware version: 3.4.1 MAC 00:11:22:aa:bb:cc</p>"
                    + "<!-- password=Tr0ub4dor&amp; /etc/passwd -->"));
    assertThat(texts(result, "product")).containsExactly("GoAhead");
    assertThat(texts(result, "version")).containsExactly("2.1.8");
    assertThat(texts(result, "firmware")).containsExactly("3.4.1");
    assertThat(texts(result, "mac")).containsExactly("00:11:22:aa:bb:cc");
    assertThat(texts(result, "model")).containsExactly("CAM-9");
    assertThat(texts(result, "path")).containsExactly("/etc/passwd");
    assertThat(texts(result, "secret")).hasSize(1);
    assertThat(result.stored()).doesNotContain("Tr0ub4dor");
    assertThat(result.one("service.disclosed").coverage())
        .containsEntry("looked", List.of("headers", "page"));
  }

  @Test
  void aPageThatGivesNothingAwayIsSaidToHaveBeenRead() {
    Result result = tried(page("", "<p>Please log in.</p>"));
    Observation disclosed = result.one("service.disclosed");
    assertThat(disclosed.value().get("facts")).isEqualTo(List.of());
    assertThat(disclosed.coverage()).containsEntry("looked", List.of("headers", "page"));
  }

  @Test
  void aPageThatBreaksOffProvesNoSilence() {
    Behaviour broken = http("HTTP/1.1 200 OK\r\nContent-Length: 500\r\n\r\n<p>Please wait");
    assertThat(tried(broken).one("service.disclosed").seen()).isFalse();
  }

  @Test
  void aPrinterIsLeftAlone() {
    var trial =
        ProbeTrial.against(Endpoint.tcp(HERE, 9100))
            .given("tcp.open-ports", "address/" + HERE, Map.of("open", List.of(9100L)));
    assertThat(trial.run(probe()).one("service.identified").reason()).contains("would print");
  }

  @Test
  void portsThatAreNotKnownAreNotTakenForNone() {
    Result result =
        ProbeTrial.against(Endpoint.tcp(HERE, 1))
            .givenUnanswered("tcp.open-ports", "address/" + HERE, "none answered")
            .run(probe());
    assertThat(result.one("service.identified").reason()).contains("none answered");
  }

  private static IxitEntry row(Endpoint endpoint, String protocol) {
    return new IxitEntry(
        "28-LogIntf",
        "LogIntf-1",
        Map.of(
            "endpoints", cell("endpoints", "[" + endpoint.service() + "]"),
            "protocol", cell("protocol", protocol)),
        Place.of("t.yaml"));
  }

  private static Cell cell(String key, String yaml) {
    return new Cell(key, YamlReader.read(yaml, "t.yaml", new Problems()).orElseThrow());
  }

  private Observation identified(Behaviour behaviour) {
    return tried(behaviour).one("service.identified");
  }

  /** The same of a service that answers each question, however busy this machine is. */
  private Observation identifiedInTime(Behaviour behaviour) {
    try (Peer peer = Peer.at(HERE, behaviour)) {
      return introduce(ProbeTrial.against(peer.endpoint()), peer.endpoint())
          .limits(Limits.usual())
          .run(probe())
          .one("service.identified");
    }
  }

  private Result tried(Behaviour behaviour) {
    try (Peer peer = Peer.at(HERE, behaviour)) {
      return run(peer);
    }
  }

  private static List<Object> texts(Result result, String kind) {
    List<?> facts = (List<?>) result.one("service.disclosed").value().get("facts");
    return facts == null
        ? List.of()
        : facts.stream()
            .map(f -> (Map<?, ?>) f)
            .filter(f -> kind.equals(f.get("kind")))
            .<Object>map(f -> f.get("text"))
            .toList();
  }

  private static Behaviour says(String text) {
    return (client, n) -> {
      write(client, text);
      client.getInputStream().read();
    };
  }

  private static Behaviour page(String headers, String body) {
    return http(
        "HTTP/1.1 200 OK\r\n" + headers + "Content-Length: " + body.length() + "\r\n\r\n" + body);
  }

  private static Behaviour http(String answer) {
    return (client, n) -> {
      byte[] first = new byte[1000];
      if (client.getInputStream().read(first) > 0 && first[0] == 'G') {
        write(client, answer);
      }
    };
  }

  private static void write(Socket client, String text) throws IOException {
    client.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
    client.getOutputStream().flush();
  }
}
