package dev.plumbline.probes.serviceidentification;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.dossier.Endpoint;
import dev.plumbline.dossier.Observation;
import dev.plumbline.probe.hostile.ProbeTrial;
import dev.plumbline.probe.hostile.ProbeTrial.Result;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** The probe at real servers, and beside it {@code nmap -sV} on every fact that both give. */
@Tag("peers")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ServiceIdentificationPeerTest {
  private static final String HERE = "127.77.12.1";

  private static final List<String> SHARED =
      List.of("openssh", "dropbear", "lighttpd", "nginx", "nginx-tls", "vsftpd");

  private DebianServers servers;
  private Result result;
  private final Map<Integer, Nmap> nmap = new HashMap<>();

  @BeforeAll
  void startServersAndAsk(@TempDir Path dir) throws Exception {
    Files.writeString(dir.resolve("index.html"), "<p>Firmware version 2.7.18</p>");
    servers = new DebianServers(HERE, dir);
    servers.startAll();
    List<Long> ports = servers.all().stream().map(e -> (long) e.port()).toList();
    result =
        ProbeTrial.against(servers.all().toArray(Endpoint[]::new))
            .given("tcp.open-ports", "address/" + HERE, Map.of("open", ports))
            .run(new ServiceIdentificationProbe());
    askNmap(
        SHARED.stream()
            .map(name -> String.valueOf(servers.endpoint(name).port()))
            .collect(Collectors.joining(",")));
  }

  @AfterAll
  void stopServers() {
    servers.close();
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          openssh,          ssh,  false, OpenSSH
          dropbear,         ssh,  false, dropbear
          openssl,          http, true,  ''
          openssl-old,      http, true,  ''
          lighttpd,         http, false, lighttpd
          nginx,            http, false, nginx
          nginx-tls,        http, true,  nginx
          vsftpd,           ftp,  false, vsFTPd
          mosquitto,        mqtt, false, ''
          mosquitto-closed, mqtt, false, ''
          """)
  void aRealServerIsRecognised(String name, String protocol, boolean tls, String product) {
    Observation seen = identified(name);
    assertThat(seen.outcome()).as(seen.reason()).isEqualTo(Observation.Outcome.SEEN);
    assertThat(seen.text("protocol")).as(seen.toString()).isEqualTo(protocol);
    assertThat(seen.flag("tls")).contains(tls);
    assertThat(seen.text("product")).isEqualTo(product);
  }

  /**
   * Not compared: {@code s_server}, which serves one client at a time, so that nmap's parallel
   * questions starve each other; and the broker, for which nmap tries all its other questions first
   * and takes minutes. There nmap knows one fact more than we do, the broker's version, which it
   * reads by subscribing to {@code $SYS}.
   */
  @ParameterizedTest
  @FieldSource("SHARED")
  void nmapSaysTheSame(String name) {
    Observation seen = identified(name);
    Nmap other = Objects.requireNonNull(nmap.get(servers.endpoint(name).port()));
    assertThat(seen.text("protocol")).isEqualTo(other.name().replaceFirst("https", "http"));
    assertThat(seen.flag("tls")).contains(other.tls());
    assertThat(other.product().toLowerCase(Locale.ROOT))
        .contains(seen.text("product").toLowerCase(Locale.ROOT));
    assertThat(other.version() + " ").startsWith(seen.text("version") + " ");
  }

  @Test
  void aPageInsideTlsIsReadAndItsTranscriptIsPlain() {
    Observation disclosed = about("service.disclosed", "nginx-tls");
    assertThat(disclosed.value().toString()).contains("2.7.18");
    assertThat(result.excerpt(identified("nginx-tls"))).contains("> GET / HTTP/1.1", "2.7.18");
  }

  @Test
  void vsftpdWithoutTlsOffersNone() {
    assertThat(identified("vsftpd").flag("starttls")).contains(false);
  }

  private Observation identified(String name) {
    return about("service.identified", name);
  }

  private Observation about(String key, String name) {
    String subject = servers.endpoint(name).toString();
    return result.with(key).stream()
        .filter(o -> o.subject().equals(subject))
        .findFirst()
        .orElseThrow();
  }

  private void askNmap(String ports) throws Exception {
    String xml = DebianServers.run("nmap", "-sV", "-Pn", "-n", "-p", ports, "-oX", "-", HERE);
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    factory.setFeature("http://apache.org/xml/features/nonvalidating/load-external-dtd", false);
    Document document =
        factory
            .newDocumentBuilder()
            .parse(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
    NodeList found = document.getElementsByTagName("port");
    for (int i = 0; i < found.getLength(); i++) {
      Element port = (Element) found.item(i);
      Element service = (Element) port.getElementsByTagName("service").item(0);
      nmap.put(
          Integer.parseInt(port.getAttribute("portid")),
          new Nmap(
              service.getAttribute("name"),
              service.getAttribute("tunnel").equals("ssl"),
              service.getAttribute("product"),
              service.getAttribute("version")));
    }
  }

  private record Nmap(String name, boolean tls, String product, String version) {}
}
