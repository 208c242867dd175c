package dev.plumbline.capture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.capture.kit.Bits;
import dev.plumbline.capture.kit.Connection;
import dev.plumbline.capture.kit.Ip;
import dev.plumbline.capture.kit.Pcap;
import dev.plumbline.dossier.Observation;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What each protocol gives away. */
class SpokenTest {
  private static final String DEVICE = Captured.DEVICE;
  private static final String PEER = "198.51.100.7";
  private static final String SECRET = "hunter2-of-nobody";

  private static Captured tcp(int port, String... said) {
    Connection c = new Connection(DEVICE, 40_000, PEER, port).open();
    for (int i = 0; i < said.length; i++) {
      if (said[i].startsWith("<")) {
        c.server(said[i].substring(1));
      } else {
        c.client(said[i]);
      }
    }
    return of(Pcap.ethernet().ip(c.close().packets()));
  }

  private static Captured udp(int port, byte[] payload) {
    return of(Pcap.ethernet().ip(Ip.udp(DEVICE, 40_000, PEER, port, payload)));
  }

  private static Captured of(Pcap file) {
    Captured captured = Captured.of(file.done()).withoutErrors();
    assertThat(captured.report().observations().toString()).doesNotContain(SECRET);
    return captured;
  }

  private static void readable(Captured captured, String subject, String... words) {
    Observation o = captured.one("traffic.clear-text", subject);
    assertThat(Captured.list(o, "found"))
        .singleElement()
        .satisfies(f -> assertThat(f.toString()).contains(words));
  }

  @Test
  void mqttConnectWithAPassword() {
    byte[] rest =
        Bits.of()
            .u16(4)
            .text("MQTT")
            .x("04 c2 003c")
            .u16(3)
            .text("cam")
            .u16(5)
            .text("owner")
            .u16(SECRET.length())
            .text(SECRET)
            .done();
    Connection c = new Connection(DEVICE, 40_000, PEER, 1883).open();
    c.client(Bits.of().x("10").u8(rest.length).bytes(rest).done());
    Captured captured = of(Pcap.ethernet().ip(c.packets()));
    readable(captured, "tcp/198.51.100.7/1883", "kind=password", "MQTT CONNECT", "protocol=mqtt");
    assertThat(captured.one("traffic.contacts", "tcp/198.51.100.7/1883").value().get("details"))
        .isEqualTo(Map.of("mqtt-user", List.of("present"), "mqtt-version", List.of("4")));
  }

  @Test
  void ftpAndMailLogins() {
    Captured ftp =
        tcp(21, "<220 files\r\n", "USER a\r\n", "<331 ok\r\n", "PASS " + SECRET + "\r\n");
    readable(ftp, "tcp/198.51.100.7/21", "kind=password", "PASS", "protocol=ftp");
    Captured mail = tcp(25, "<220 mail\r\n", "EHLO cam\r\n", "AUTH PLAIN " + SECRET + "\r\n");
    readable(mail, "tcp/198.51.100.7/25", "kind=password", "AUTH", "protocol=smtp");
    Captured upgraded = tcp(25, "<220 mail\r\n", "EHLO cam\r\n", "STARTTLS\r\n", "PASS " + SECRET);
    assertThat(upgraded.subjects("traffic.clear-text")).isEmpty();
  }

  @Test
  void telnetPassword() {
    readable(
        tcp(23, "<\u00ff\u00fd\u0018login: ", "root\r\n", "<Password: ", SECRET, "\r\n"),
        "tcp/198.51.100.7/23",
        "kind=password",
        "prompt",
        "protocol=telnet");
  }

  @Test
  void httpFormsMembersTokensAndQueries() {
    String form = "user=a&password=" + SECRET;
    readable(
        tcp(
            80,
            "POST /login HTTP/1.1\r\nHost: api.example\r\n"
                + "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: "
                + form.length()
                + "\r\n\r\n",
            form),
        "tcp/198.51.100.7/80",
        "kind=password",
        "form field password");
    String json = "{\"apiKey\": \"" + SECRET + "\"}";
    readable(
        tcp(
            8080,
            "PUT /x HTTP/1.1\r\nContent-Type: application/json\r\nContent-Length: "
                + json.length()
                + "\r\n\r\n"
                + json),
        "tcp/198.51.100.7/8080",
        "kind=token",
        "JSON member apiKey");
    readable(
        tcp(80, "GET /x HTTP/1.1\r\nAuthorization: Bearer " + SECRET + "\r\n\r\n"),
        "tcp/198.51.100.7/80",
        "kind=token",
        "Authorization (bearer)");
    Captured query = tcp(80, "GET /x?a=1&token=" + SECRET + " HTTP/1.1\r\nHost: h\r\n\r\n");
    readable(query, "tcp/198.51.100.7/80", "kind=token", "query parameter token");
    assertThat(Captured.list(query.one("traffic.requests", "tcp/198.51.100.7/80"), "requests"))
        .singleElement()
        .satisfies(r -> assertThat(r.get("path")).isEqualTo("/x"));
  }

  @Test
  void requestsAfterABodyAreReadToo() {
    Captured captured =
        tcp(
            80,
            "POST /a HTTP/1.1\r\nContent-Length: 20\r\n\r\n0123456789",
            "9876543210GET /b HTTP/1.1\r\n\r\n");
    assertThat(Captured.list(captured.one("traffic.requests", "tcp/198.51.100.7/80"), "requests"))
        .extracting(r -> r.get("path"))
        .isEqualTo(List.of("/a", "/b"));
  }

  @Test
  void rtspWithBasicLogin() {
    Captured captured =
        tcp(554, "DESCRIBE rtsp://h/cam RTSP/1.0\r\nCSeq: 1\r\nAuthorization: Basic YTpi\r\n\r\n");
    readable(captured, "tcp/198.51.100.7/554", "kind=password", "protocol=rtsp");
  }

  @Test
  void snmpCommunity() {
    byte[] get = Bits.of().x("301e 020100 0411").text(SECRET).x("a000").done();
    Captured captured = udp(161, get);
    readable(captured, "udp/198.51.100.7/161", "kind=community", "protocol=snmp");
    assertThat(captured.one("traffic.contacts", "udp/198.51.100.7/161").value().get("details"))
        .isEqualTo(Map.of("snmp-version", List.of("1")));
  }

  @Test
  void coapRequests() {
    byte[] get = Bits.of().x("40 01 0001 b2").text("fw").x("06").text("update").done();
    Captured captured = udp(5683, get);
    assertThat(Captured.list(captured.one("traffic.requests", "udp/198.51.100.7/5683"), "requests"))
        .singleElement()
        .satisfies(r -> assertThat(r.toString()).contains("method=GET", "path=/fw/update"));
  }

  @Test
  void sshBanners() {
    Captured captured = tcp(22, "<SSH-2.0-dropbear\r\n", "SSH-2.0-cam\r\n");
    assertThat(captured.one("traffic.contacts", "tcp/198.51.100.7/22").value().get("details"))
        .isEqualTo(
            Map.of("banner", List.of("SSH-2.0-dropbear"), "client-banner", List.of("SSH-2.0-cam")));
  }

  @Test
  void announcedNames() {
    byte[] dhcp =
        Bits.of()
            .zeros(236)
            .x("63825363 350101 0c03")
            .text("cam")
            .x("3c04")
            .text("udhc")
            .x("ff")
            .done();
    byte[] packet = Ip.udp("0.0.0.0", 68, "255.255.255.255", 67, dhcp);
    byte[] ssdp =
        Bits.of().text("NOTIFY * HTTP/1.1\r\nNT: upnp:rootdevice\r\nSERVER: x/1\r\n\r\n").done();
    byte[] search = Bits.of().text("M-SEARCH * HTTP/1.1\r\nST: ssdp:all\r\n\r\n").done();
    byte[] mdns =
        Bits.of()
            .x("0000 8400 0000 0001 0000 0000")
            .u8(5)
            .text("_http")
            .u8(4)
            .text("_tcp")
            .u8(0)
            .x("000c 0001 00000078 0006")
            .u8(3)
            .text("cam")
            .x("c00c")
            .done();
    Captured captured =
        of(
            Pcap.ethernet()
                .ip(
                    packet,
                    Ip.udp(DEVICE, 1900, "239.255.255.250", 1900, ssdp),
                    Ip.udp(DEVICE, 1901, "239.255.255.250", 1900, search),
                    Ip.udp(DEVICE, 5353, "224.0.0.251", 5353, mdns)));
    Observation names = captured.one("traffic.names", "DUT");
    assertThat(Captured.list(names, "announced"))
        .extracting(n -> n.get("source") + " " + n.get("name"))
        .containsExactly("dhcp cam", "ssdp upnp:rootdevice", "mdns cam._http._tcp");
    assertThat(Captured.list(names, "asked"))
        .extracting(n -> String.valueOf(n.get("name")))
        .containsExactly("ssdp:all");
    assertThat(captured.one("traffic.contacts", "udp/224.0.0.251/5353").flag("group"))
        .contains(true);
  }

  @Test
  void aNameThatPointsAtItselfIsLeftAlone() {
    byte[] loop = Bits.of().x("0001 0100 0001 0000 0000 0000 c00c 0001 0001").done();
    assertThat(Captured.list(udp(53, loop).one("traffic.names", "DUT"), "asked")).isEmpty();
  }

  @Test
  void tlsWithoutItsBeginningIsNotGuessed() {
    Captured captured = tcp(443, "\u0017\u0003\u0003\u0000\u0010abcdefghijklmnop");
    assertThat(captured.subjects("traffic.tls")).isEmpty();
  }

  private static void speaks(Captured captured, String subject, String protocol) {
    assertThat(captured.one("traffic.contacts", subject).texts("protocols"))
        .containsExactly(protocol);
  }

  private static Captured tcp(int port, byte[] first) {
    return of(
        Pcap.ethernet()
            .ip(new Connection(DEVICE, 40_000, PEER, port).open().client(first).packets()));
  }

  @Test
  void protocolsOfHomesAndBuildingsAreNamed() {
    String to = "tcp/198.51.100.7/";
    speaks(tcp(502, Bits.of().x("0001 0000 0006 01 03 0000 0002").done()), to + 502, "modbus");
    byte[] tuya = Bits.of().x("000055aa 00000001 00000009 00000008 00000000 0000aa55").done();
    speaks(tcp(6_668, tuya), to + 6_668, "tuya");
    byte[] tpLink = Bits.of().x("0000001d d0f281f88bff9af7d5ef94b6").done();
    speaks(tcp(9_999, tpLink), to + 9_999, "tplink-smarthome");
    speaks(tcp(5_060, "REGISTER sip:198.51.100.7 SIP/2.0\r\n"), to + 5_060, "sip");
    String by = "udp/198.51.100.7/";
    speaks(udp(47_808, Bits.of().x("810b000c 0120ffff00ff1008").done()), by + 47_808, "bacnet");
    speaks(udp(6_667, tuya), by + 6_667, "tuya");
    speaks(udp(9_999, Bits.of().x("d0f281f88bff").done()), by + 9_999, "tplink-smarthome");
    byte[] probe =
        Bits.of()
            .text("<e:Envelope xmlns:d=\"http://schemas.xmlsoap.org/ws/2005/04/discovery\">")
            .done();
    speaks(udp(3_702, probe), by + 3_702, "ws-discovery");
    speaks(udp(5_060, Bits.of().text("OPTIONS sip:x SIP/2.0").done()), by + 5_060, "sip");
  }

  @Test
  void bytesThatOnlyResembleThemAreNotNamed() {
    for (byte[] odd :
        List.of(
            Bits.of().x("0001 0001 0006 01 03 0000 0002").done(),
            Bits.of().x("0001 0000 0002 01 03 0000 0002").done())) {
      assertThat(tcp(502, odd).one("traffic.contacts", "tcp/198.51.100.7/502").texts("protocols"))
          .isEmpty();
    }
  }

  @Test
  void imapLogin() {
    Captured captured = tcp(143, "<* OK ready\r\n", "a1 LOGIN owner " + SECRET + "\r\n");
    speaks(captured, "tcp/198.51.100.7/143", "imap");
    readable(captured, "tcp/198.51.100.7/143", "password", "LOGIN command");
  }
}
