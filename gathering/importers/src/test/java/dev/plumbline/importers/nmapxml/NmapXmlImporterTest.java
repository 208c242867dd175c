package dev.plumbline.importers.nmapxml;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.dossier.Observation;
import dev.plumbline.importing.Head;
import dev.plumbline.importing.ImportReport;
import dev.plumbline.importing.Importer;
import dev.plumbline.importing.kit.ImporterContract;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NmapXmlImporterTest extends ImporterContract {
  @TempDir Path folder;

  @Override
  protected Importer importer() {
    return new NmapXmlImporter();
  }

  private ImportReport read(String xml) throws IOException {
    Path file = Files.writeString(folder.resolve("nmap.xml"), xml);
    return trial().read(importer(), file);
  }

  private String found() throws IOException {
    return Files.readString(sample("found"));
  }

  private Observation at(String key, int port) throws IOException {
    return trial().read(sample("found")).observations().stream()
        .filter(o -> o.key().equals(key) && o.subject().equals("tcp/192.0.2.10/" + port))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no " + key + " of " + port));
  }

  @Test
  void aScanOfAllPortsCoversAllPorts() throws IOException {
    Observation ports = fact("found", "tcp.open-ports");
    assertThat(ports.subject()).isEqualTo("address/192.0.2.10");
    assertThat(ports.texts("open")).containsExactly("22", "80", "443", "2024");
    assertThat(ports.coverage())
        .containsEntry("ports", List.of("1-65535"))
        .containsEntry("tried", 65_535L)
        .containsEntry("refused", 65_531L)
        .containsEntry("unanswered", 0L);
  }

  @Test
  void aBeginningOfManyMarksIsReadWithoutRecursion() {
    String attack = "<!>".repeat(20_000) + "<nmaprun ";
    byte[] head = attack.getBytes(StandardCharsets.US_ASCII);
    assertThat(importer().recognises(new Head("redos.xml", head))).isFalse();
  }

  @Test
  void aFastScanCoversItsHundredPorts() throws IOException {
    Observation ports = fact("nothing", "tcp.open-ports");
    assertThat(ports.texts("open")).isEmpty();
    assertThat(ports.coverage()).containsEntry("tried", 100L);
    assertThat(String.valueOf(ports.coverage().get("ports"))).startsWith("[7, 9, 13, 21-23");
  }

  @Test
  void eachTransportHasItsOwnPorts() throws IOException {
    Observation udp = fact("two-transports", "udp.open-ports");
    assertThat(udp.coverage()).containsEntry("tried", 20L).containsEntry("refused", 20L);
    assertThat(udp.texts("answered")).isEmpty();
    assertThat(fact("two-transports", "tcp.open-ports").coverage()).containsEntry("refused", 20L);
  }

  @Test
  void filteredIsNotClosed() throws IOException {
    ImportReport report =
        read(found().replace("<extraports state=\"closed\"", "<extraports state=\"filtered\""));
    assertThat(report.observations())
        .filteredOn(o -> o.key().equals("tcp.open-ports"))
        .singleElement()
        .satisfies(
            o ->
                assertThat(o.coverage())
                    .containsEntry("refused", 0L)
                    .containsEntry("unanswered", 65_531L));
  }

  @Test
  void aHostWhosePortsAreAllFilteredHasNoAnswer() throws IOException {
    ImportReport report =
        read(Files.readString(sample("nothing")).replace("state=\"closed\"", "state=\"filtered\""));
    assertThat(report.observations()).singleElement().matches(o -> !o.seen());
  }

  @Test
  void aRunThatWasStoppedAnswersNothing() throws IOException {
    ImportReport report = read(found().replaceFirst("<finished [^>]*>", ""));
    assertThat(report.observations()).isNotEmpty().noneMatch(Observation::seen);
    report = read(found().replaceFirst("exit=\"success\"", "exit=\"error\""));
    assertThat(report.observations()).isNotEmpty().noneMatch(Observation::seen);
  }

  @Test
  void aScanThatOnlyGuessesTellsNoPorts() throws IOException {
    ImportReport report = read(found().replace("type=\"syn\"", "type=\"ack\""));
    assertThat(report.observations()).noneMatch(o -> o.key().equals("tcp.open-ports"));
  }

  @Test
  void servicesAreThoseThatNmapTalkedTo() throws IOException {
    Observation ssh = at("service.identified", 22);
    assertThat(ssh.text("protocol")).isEqualTo("ssh");
    assertThat(ssh.flag("tls")).contains(false);
    assertThat(ssh.text("product")).isEqualTo("OpenSSH");
    Observation web = at("service.identified", 443);
    assertThat(web.text("protocol")).isEqualTo("http");
    assertThat(web.flag("tls")).contains(true);
    assertThat(at("service.identified", 2024).seen()).isFalse();
  }

  @Test
  void aGuessFromThePortNumberIsNoService() throws IOException {
    ImportReport report = read(found().replace("method=\"probed\"", "method=\"table\""));
    assertThat(report.observations()).noneMatch(o -> o.key().equals("service.identified"));
  }

  @Test
  void versionsThatAreNotListedAreUndecided() throws IOException {
    Observation versions = at("tls.versions", 443);
    assertThat(versions.texts("accepted"))
        .containsExactly("TLSv1.0", "TLSv1.1", "TLSv1.2", "TLSv1.3");
    assertThat(versions.texts("undecided")).containsExactly("SSLv2", "SSLv3");
    assertThat(versions.texts("refused")).isEmpty();
    Observation suites = at("tls.suites", 443);
    assertThat(suites.texts("accepted"))
        .contains("TLS_AES_128_GCM_SHA256", "TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA");
    assertThat(suites.coverage()).containsEntry("complete", false);
    assertThat(at("tls.weaknesses", 443).texts("found")).contains("cbc-tls10", "static-rsa");
  }

  @Test
  void theCertificateIsReadAndItsFaultsAreThoseSeen() throws IOException {
    Observation certificate = at("tls.certificate", 443);
    assertThat(certificate.text("subject")).isEqualTo("CN=camera.example");
    assertThat(certificate.number("keyBits")).contains(2048L);
    assertThat(certificate.texts("faults")).containsExactly("self-signed");
  }

  @Test
  void algorithmsAndHostKeysOfSshAreRead() throws IOException {
    Observation ssh = at("ssh.algorithms", 22);
    assertThat(ssh.texts("kex")).contains("curve25519-sha256").noneMatch(k -> k.startsWith("kex-"));
    assertThat(ssh.texts("ciphers")).contains("aes256-gcm@openssh.com");
    assertThat(ssh.flag("ssh1")).contains(false);
  }

  @Test
  void hostKeysAreToldByTheirDigest() throws IOException {
    String keys =
        "<script id=\"ssh-hostkey\" output=\"\"><table><elem key=\"type\">ssh-ed25519</elem>"
            + "<elem key=\"bits\">256</elem><elem key=\"key\">AAAA</elem></table></script>";
    ImportReport report = read(found().replaceFirst("<script id=\"ssh2-enum-algos\"", keys + "$0"));
    assertThat(report.observations())
        .filteredOn(o -> o.key().equals("ssh.host-keys"))
        .singleElement()
        .satisfies(
            o ->
                assertThat(String.valueOf(o.value().get("keys")))
                    .contains("type=ssh-ed25519", "bits=256", "sha256=709e80c88487a241"));
  }

  @Test
  void whatScriptsCallVulnerableIsAFinding() throws IOException {
    String table =
        "<script id=\"ssl-ccs-injection\" output=\"\"><table key=\"CVE-2014-0224\">"
            + "<elem key=\"title\">SSL/TLS MITM vulnerability</elem>"
            + "<elem key=\"state\">VULNERABLE</elem></table></script>";
    ImportReport report = read(found().replaceFirst("<script id=\"ssl-cert\"", table + "$0"));
    assertThat(report.observations())
        .filteredOn(o -> o.key().equals("scan.findings"))
        .singleElement()
        .satisfies(
            o -> {
              assertThat(o.subject()).isEqualTo("tcp/192.0.2.10/443");
              assertThat(String.valueOf(o.value().get("findings")))
                  .contains("id=ssl-ccs-injection", "where=CVE-2014-0224");
            });
  }

  @Test
  void theRunIsToldWithoutSecrets() throws IOException {
    ImportReport report =
        read(found().replaceFirst("args=\"nmap ", "args=\"nmap --proxy-password hunter2 "));
    assertThat(report.run().version()).isEqualTo("7.95");
    assertThat(report.run().target()).isEqualTo("192.0.2.10");
    assertThat(report.run().command()).startsWith("nmap").doesNotContain("hunter2");
    assertThat(report.run().at()).isPresent();
  }

  /** Before version 7.92 Nmap did not list the ports of a group. */
  private static String olderGroups(String groups) {
    return """
        <?xml version="1.0"?>
        <nmaprun scanner="nmap" args="nmap -p 1-100 192.0.2.10" start="1767225600" version="7.80">
        <scaninfo type="syn" protocol="tcp" numservices="100" services="1-100"/>
        <host><status state="up" reason="arp-response"/>
        <address addr="192.0.2.10" addrtype="ipv4"/>
        <ports>%s
        <port protocol="tcp" portid="22"><state state="open" reason="syn-ack"/></port>
        <port protocol="tcp" portid="80"><state state="filtered" reason="no-response"/></port>
        </ports></host>
        <runstats><finished time="1767225605" exit="success"/></runstats>
        </nmaprun>
        """
        .formatted(groups);
  }

  @Test
  void closedPortsThatAnOlderNmapOnlyCountsAreRefused() throws IOException {
    ImportReport report =
        read(
            olderGroups(
                "<extraports state=\"closed\" count=\"98\">"
                    + "<extrareasons reason=\"resets\" count=\"98\"/></extraports>"));
    assertThat(report.observations())
        .filteredOn(o -> o.key().equals("tcp.open-ports"))
        .singleElement()
        .satisfies(
            o ->
                assertThat(o.coverage())
                    .containsEntry("refused", 98L)
                    .containsEntry("unanswered", 1L));
  }

  @Test
  void countsThatLeaveOpenWhichPortsAreClosedRefuseNone() throws IOException {
    for (String groups :
        List.of(
            "<extraports state=\"closed\" count=\"50\"/>"
                + "<extraports state=\"filtered\" count=\"48\"/>",
            "<extraports state=\"closed\" count=\"50\"/>",
            "<extraports state=\"filtered\" count=\"98\"/>")) {
      assertThat(read(olderGroups(groups)).observations())
          .filteredOn(o -> o.key().equals("tcp.open-ports"))
          .singleElement()
          .satisfies(o -> assertThat(o.coverage()).containsEntry("refused", 0L));
    }
  }
}
