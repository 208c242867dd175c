package dev.plumbline.importers.zeeklogs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.dossier.Observation;
import dev.plumbline.importing.ImportReport;
import dev.plumbline.importing.Importer;
import dev.plumbline.importing.kit.ImporterContract;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ZeekLogsImporterTest extends ImporterContract {
  @TempDir private Path folder;

  @Override
  protected Importer importer() {
    return new ZeekLogsImporter();
  }

  @Test
  void readsTheConnectionsOfTheDevice() throws IOException {
    Observation flows = fact("found", "traffic.flows");
    assertThat(flows.value()).containsEntry("distinct", 2L).containsEntry("bytesOut", 776L);
    assertThat(flows.coverage()).containsEntry("whole", true);
    assertThat(fact("found", "traffic.contacts").subject()).isEqualTo("udp/192.0.2.1/53");
  }

  @Test
  void aLogWithoutItsLastLineIsNotWhole() throws IOException {
    assertThat(fact("open", "traffic.flows").coverage()).containsEntry("whole", false);
  }

  @Test
  void readsTheOtherLogsAsJsonLines() throws IOException {
    assertThat(fact("dns", "traffic.names").value().get("asked"))
        .isEqualTo(
            List.of(
                Map.of(
                    "name",
                    "cloud.example.com",
                    "source",
                    "dns",
                    "types",
                    List.of("A"),
                    "count",
                    2L)));
    assertThat(fact("ssl", "traffic.tls").value().get("handshakes"))
        .isEqualTo(
            List.of(
                Map.of(
                    "sni", "cloud.example.com",
                    "version", "TLSv1.2",
                    "suite", "TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384",
                    "count", 1L)));
    assertThat(fact("http", "traffic.requests").value().get("requests"))
        .isEqualTo(
            List.of(
                Map.of("method", "GET", "host", "update.example.com", "path", "/fw", "count", 1L)));
  }

  @Test
  void neitherQueriesNorPasswordsOfRequestsAreKept() throws IOException {
    assertThat(trial().read(sample("http")).observations().toString()).doesNotContain("hunter2");
  }

  @Test
  void certificatesAloneNameNoHost() throws IOException {
    assertThat(fact("x509", "traffic.tls").seen()).isFalse();
  }

  private ImportReport read(String text) throws IOException {
    return trial().read(Files.writeString(folder.resolve("z.log"), text));
  }

  private static String table(String path, String fields, String... records) {
    return "#separator \\x09\n#set_separator\t,\n#empty_field\t(empty)\n#unset_field\t-\n#path\t"
        + path
        + "\n#open\t2026-01-01-00-00-09\n#fields\t"
        + fields
        + "\n"
        + String.join("\n", records)
        + "\n#close\t2026-01-01-00-00-10\n";
  }

  private static final String HOSTS = "ts\tuid\tid.orig_h\tid.orig_p\tid.resp_h\tid.resp_p\t";
  private static final String FROM = "1767225600.0\tC1\t192.0.2.10\t40000\t203.0.113.5\t";

  @Test
  void readsTheTablesOfHandshakesAndRequests() throws IOException {
    ImportReport tls =
        read(
            table(
                "ssl",
                HOSTS + "version\tcipher\tserver_name\tresumed\testablished",
                FROM + "443\tTLSv12\tTLS_RSA_WITH_AES_128_CBC_SHA\tcloud.example.com\tF\tT",
                FROM + "5684\tDTLSv12\tTLS_PSK_WITH_AES_128_CCM_8\t-\tF\tT"));
    assertThat(tls.observations())
        .filteredOn(o -> o.key().equals("traffic.tls"))
        .extracting(Observation::subject)
        .containsExactly("tcp/203.0.113.5/443", "udp/203.0.113.5/5684");
    ImportReport web =
        read(
            table(
                "http",
                HOSTS + "trans_depth\tmethod\thost\turi\tversion",
                FROM + "80\t1\tGET\tupdate.example.com\t/fw?k=v\t1.1",
                FROM + "80\t2\t-\t-\t-\t1.1"));
    assertThat(web.observations()).extracting(Observation::key).containsExactly("traffic.requests");
  }

  @Test
  void logsOfOtherProtocolsAreNoHandshakesOfTls() throws IOException {
    String json =
        "{\"ts\":1767225600.0,\"uid\":\"C1\",\"id.orig_h\":\"192.0.2.10\",\"id.orig_p\":123,"
            + "\"id.resp_h\":\"203.0.113.5\",\"id.resp_p\":123,\"version\":4,\"mode\":3}\n";
    for (String log :
        List.of(
            json,
            json.replace("\"mode\":3", "\"auth_success\":true,\"cipher_alg\":\"aes\""),
            json.replace(
                "\"mode\":3", "\"trans_depth\":0,\"method\":\"REGISTER\",\"call_id\":\"1@a\""),
            table("ntp", HOSTS + "version\tmode", FROM + "123\t4\t3"),
            table("ssh", HOSTS + "version\tauth_success", FROM + "22\t2\tT"),
            table("snmp", HOSTS + "duration\tversion", FROM + "161\t0.1\t2c"),
            table("files", "ts\tfuid\ttx_hosts", "1767225600.0\tF1\t192.0.2.10"))) {
      ImportReport report = read(log);
      assertThat(report.importer()).as(log).isEqualTo("zeek-logs");
      assertThat(report.observations()).as(log).isEmpty();
      assertThat(report.problems().toString()).as(log).contains("conn, dns, http and ssl are read");
    }
  }

  @Test
  void tablesOneBehindTheOtherHaveTheirOwnFields() throws IOException {
    String first = table("dns", HOSTS + "query\tqtype_name", FROM + "53\ta.example\tA");
    String second = table("dns", HOSTS + "qtype_name\tquery", FROM + "53\tAAAA\tb.example");
    assertThat(read(first + second).observations().toString())
        .contains("a.example", "b.example")
        .doesNotContain("name=aaaa");
  }
}
