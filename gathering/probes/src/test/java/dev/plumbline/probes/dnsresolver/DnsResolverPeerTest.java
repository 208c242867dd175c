package dev.plumbline.probes.dnsresolver;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.dossier.Observation;
import dev.plumbline.probe.hostile.ProbeTrial;
import dev.plumbline.probes.kit.UdpDaemon;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Debian's dnsmasq. */
@Tag("peers")
class DnsResolverPeerTest {
  private static final String ADDRESS = "127.77.55.20";
  private static final byte[] QUESTION =
      dev.plumbline.client.datagram.DnsMessages.question("nobody.invalid.", 1, 1, true);

  @TempDir private Path directory;

  @Test
  void dnsmasqResolvesAndTellsItsVersion() throws Exception {
    try (UdpDaemon server =
        UdpDaemon.start(
            ADDRESS,
            directory,
            "dnsmasq-base",
            QUESTION,
            port ->
                List.of(
                    "/usr/sbin/dnsmasq",
                    "--keep-in-foreground",
                    "--conf-file=/dev/null",
                    "--user=" + System.getProperty("user.name"),
                    "--pid-file",
                    "--no-resolv",
                    "--no-hosts",
                    "--address=/invalid/",
                    "--listen-address=" + ADDRESS,
                    "--bind-interfaces",
                    "--port=" + port))) {
      Observation seen =
          ProbeTrial.against(server.endpoint())
              .given(
                  "udp.open-ports",
                  "address/" + ADDRESS,
                  Map.of(
                      "heard",
                      List.of(Map.of("port", (long) server.endpoint().port(), "protocol", "dns"))))
              .run(new DnsResolverProbe())
              .one("dns.resolver");
      assertThat(seen.value())
          .containsEntry("recursive", "yes")
          .containsEntry("status", "NXDOMAIN");
      assertThat(seen.text("version")).startsWith("dnsmasq-2.");
    }
  }
}
