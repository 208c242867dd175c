package dev.plumbline.probes.upnpsurface;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.core.Place;
import dev.plumbline.core.Problems;
import dev.plumbline.core.TableRole;
import dev.plumbline.dossier.Cell;
import dev.plumbline.dossier.Endpoint;
import dev.plumbline.dossier.IxitEntry;
import dev.plumbline.dossier.Observation;
import dev.plumbline.dossier.Observation.Outcome;
import dev.plumbline.probe.Probe;
import dev.plumbline.probe.hostile.DatagramContract;
import dev.plumbline.probe.hostile.DatagramPeer;
import dev.plumbline.probe.hostile.Peer;
import dev.plumbline.probe.hostile.ProbeTrial;
import dev.plumbline.probe.hostile.ProbeTrial.Result;
import dev.plumbline.probes.kit.WebDevice;
import dev.plumbline.yaml.YamlReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class UpnpSurfaceProbeTest extends DatagramContract {
  private static final String ROOT =
      "<root><device><deviceType>d:1</deviceType><serialNumber>AB-12345</serialNumber><serviceList>"
          + "<service><serviceType>s:1</serviceType><SCPDURL>scpd.xml</SCPDURL>"
          + "<controlURL>/ctl</controlURL></service></serviceList></device></root>";

  @Override
  protected Probe probe() {
    return new UpnpSurfaceProbe(Duration.ofMillis(60));
  }

  @Override
  protected String spoken() {
    return "ssdp";
  }

  /** An answer without a search target answers nothing. */
  @Override
  protected byte[] answer() {
    return "HTTP/1.1 200 OK\r\nLOCATION: http://127.0.0.1/\r\n\r\n"
        .getBytes(StandardCharsets.ISO_8859_1);
  }

  @Override
  protected String address() {
    return "127.77.51.1";
  }

  /** What a web server that says it is UPnP gives, asked for its description. */
  private static Result described(WebDevice device) {
    try (Peer peer = Peer.at("127.77.51.2", device)) {
      return ProbeTrial.against(peer.endpoint())
          .given(
              "service.identified",
              peer.endpoint().toString(),
              Map.of("protocol", "upnp", "tls", false))
          .run(new UpnpSurfaceProbe());
    }
  }

  /** It calls itself a web server; only the dossier says what it is. */
  @Test
  void aWebServerThatARowDeclaresAsUpnpIsAskedForItsDescription() {
    try (Peer peer = Peer.at("127.77.51.2", device(GET, WebDevice.notFound()))) {
      String service = peer.endpoint().service();
      Result result =
          ProbeTrial.against(peer.endpoint())
              .ixit(
                  TableRole.LOGICAL_INTERFACES,
                  row(Map.of("endpoints", service, "protocol", "upnp")))
              .given(
                  "service.identified",
                  peer.endpoint().toString(),
                  Map.of("protocol", "http", "tls", false))
              .run(new UpnpSurfaceProbe());
      assertThat(result.one("upnp.control").seen()).isTrue();
      assertThat(result.one("upnp.control").coverage()).containsEntry("called", 1L);
    }
  }

  private static IxitEntry row(Map<String, String> fields) {
    Map<String, Cell> cells = new LinkedHashMap<>();
    fields.forEach(
        (key, text) ->
            cells.put(
                key, new Cell(key, YamlReader.read(text, "t.yaml", new Problems()).orElseThrow())));
    return new IxitEntry("28-LogIntf", "LogIntf-1", cells, Place.of("t.yaml"));
  }

  private static WebDevice device(String actions, String answer) {
    return new WebDevice(
        r ->
            switch (r.path()) {
              case "/rootDesc.xml" -> WebDevice.html(ROOT);
              case "/scpd.xml" ->
                  WebDevice.html("<scpd><actionList>" + actions + "</actionList></scpd>");
              case "/ctl" -> answer;
              default -> WebDevice.notFound();
            });
  }

  private static final String GET =
      "<action><name>GetKey</name><argumentList><argument><name>NewPreSharedKey</name>"
          + "<direction>out</direction></argument></argumentList></action>";

  @Test
  void anActionThatAnswersEverybodyIsOpenAndItsSecretIsStoredNowhere() {
    WebDevice device =
        device(
            GET,
            WebDevice.html(
                "<e><b><u:GetKeyResponse><NewPreSharedKey>Hidden-4711</NewPreSharedKey>"
                    + "</u:GetKeyResponse></b></e>"));
    Result result = described(device);
    Observation seen = result.one("upnp.control");
    assertThat(seen.value().get("open"))
        .isEqualTo(
            List.of(
                Map.of(
                    "service",
                    "s:1",
                    "action",
                    "GetKey",
                    "path",
                    "/ctl",
                    "values",
                    List.of("NewPreSharedKey"))));
    assertThat(seen.coverage()).containsEntry("called", 1L).containsEntry("unread", List.of());
    assertThat(String.valueOf(result.one("service.disclosed").value().get("facts")))
        .contains("kind=secret", "AB-12345")
        .doesNotContain("Hidden");
    assertThat(result.stored()).doesNotContain("Hidden-4711");
  }

  @Test
  void anActionThatChangesOrTakesSomethingIsNeverCalled() {
    String takes =
        "<action><name>GetEntry</name><argumentList><argument><direction>in</direction>"
            + "</argument></argumentList></action>";
    WebDevice device = device(takes + "<action><name>Reboot</name></action>", WebDevice.notFound());
    Observation seen = described(device).one("upnp.control");
    assertThat(String.valueOf(seen.value().get("notCalled"))).contains("GetEntry", "Reboot");
    assertThat(seen.value()).containsEntry("open", List.of());
    assertThat(device.requests()).noneMatch(r -> r.method().equals("POST"));
  }

  /** What cannot be called, or is one too many, is not thereby gone. */
  @Test
  void anActionWithoutAProperNameAndOneTooManyAreSaidToBeNotCalled() {
    String odd = "<action><name>Get all</name></action>";
    String many = "<action><name>Set</name></action>".repeat(99);
    Observation seen =
        described(device(odd + many + GET, WebDevice.notFound())).one("upnp.control");
    assertThat(String.valueOf(seen.value().get("notCalled"))).contains("(without a name)");
    assertThat(Action.parse("<scpd><actionList>" + odd + many + GET + "</actionList></scpd>"))
        .contains(new Action("(and more)", true));
  }

  @Test
  void servicesBeyondThoseThatAreReadAreSaidToBeUnread() {
    String service = "<service><serviceType>s:1</serviceType><SCPDURL>/x</SCPDURL></service>";
    String root =
        "<root><device><deviceType>d:1</deviceType><serviceList>"
            + service.repeat(40)
            + "</serviceList></device></root>";
    WebDevice device =
        new WebDevice(
            r -> r.path().equals("/rootDesc.xml") ? WebDevice.html(root) : WebDevice.notFound());
    assertThat(String.valueOf(described(device).one("upnp.control").coverage().get("unread")))
        .contains("beyond 32 services");
  }

  @Test
  void aRefusalIsNoOpenAction() {
    String forbidden =
        WebDevice.answer("500 No", "", "<UPnPError><errorCode>606</errorCode></UPnPError>");
    Observation seen = described(device(GET, forbidden)).one("upnp.control");
    assertThat(seen.value()).containsEntry("open", List.of());
    assertThat(String.valueOf(seen.value().get("guarded"))).contains("GetKey");
  }

  @Test
  void anErrorSaysNeitherOpenNorGuarded() {
    String failed =
        WebDevice.answer("500 No", "", "<UPnPError><errorCode>501</errorCode></UPnPError>");
    Observation seen = described(device(GET, failed)).one("upnp.control");
    assertThat(seen.value()).containsEntry("open", List.of()).containsEntry("guarded", List.of());
    assertThat(String.valueOf(seen.value().get("notCalled"))).contains("GetKey");
  }

  @Test
  void aWebServerWithoutADescriptionHasNoAnswer() {
    Observation none = described(new WebDevice(r -> WebDevice.notFound())).one("upnp.control");
    assertThat(none.outcome()).isEqualTo(Outcome.UNDETERMINED);
    assertThat(none.reason()).isEqualTo("no description of a device came");
  }

  /** A device must not send the tester to somebody else. */
  @Test
  void aDescriptionElsewhereIsNotFetched() {
    try (Peer other = Peer.at("127.77.51.3", device("", ""));
        DatagramPeer ssdp =
            DatagramPeer.at(
                "127.77.51.2",
                asked ->
                    asked.answer(
                        ("HTTP/1.1 200 OK\r\nLOCATION: http://127.77.51.3:"
                                + other.endpoint().port()
                                + "/\r\nSERVER: x UPnP/1.0 y\r\nST: upnp:rootdevice\r\nUSN: uuid:1\r\n\r\n")
                            .getBytes(StandardCharsets.ISO_8859_1)))) {
      Result result =
          introduce(ProbeTrial.against(ssdp.endpoint()), ssdp.endpoint())
              .run(new UpnpSurfaceProbe());
      assertThat(result.one("upnp.surface").flag("present")).contains(true);
      assertThat(String.valueOf(result.one("upnp.surface").coverage().get("unread")))
          .contains("127.77.51.3");
      assertThat(other.connections()).isZero();
      assertThat(result.with("upnp.control")).isEmpty();
    }
  }

  @Test
  void aPathIsReadFromWhereItStands() {
    assertThat(Location.path("scpd.xml", "/upnp/root.xml")).isEqualTo("/upnp/scpd.xml");
    assertThat(Location.path("/a b?c=d", "/")).isEqualTo("/a%20b?c=d");
    assertThat(Location.path("http://192.0.2.9/x", "/")).isEqualTo("/x");
    assertThat(Location.path("\\", "/kept")).isEqualTo("/kept");
    assertThat(Location.parse("http://device.example/")).isEmpty();
    assertThat(Location.parse("ftp://127.0.0.1/")).isEmpty();
    assertThat(Location.parse("http://127.0.0.1:99999/")).isEmpty();
    assertThat(Location.parse("https://[::1]/d"))
        .contains(new Location(Endpoint.tcp("::1", 443), true, "/d"));
  }
}
