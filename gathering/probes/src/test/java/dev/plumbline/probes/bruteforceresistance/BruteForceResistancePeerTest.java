package dev.plumbline.probes.bruteforceresistance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.dossier.Observation;
import dev.plumbline.probe.hostile.ProbeTrial;
import dev.plumbline.probe.run.Limits;
import dev.plumbline.probes.kit.Daemon;
import dev.plumbline.probes.kit.Lighttpd;
import dev.plumbline.probes.kit.OpenSsh;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Against servers that others wrote. */
@Tag("peers")
class BruteForceResistancePeerTest {
  private static final String ADDRESS = "127.77.24.20";

  @TempDir Path directory;

  @Test
  void opensshShutsAndLighttpdDoesNothing() throws IOException, InterruptedException {
    Path web = Files.createDirectories(directory.resolve("web"));
    try (Daemon ssh =
            OpenSsh.start(
                ADDRESS,
                directory,
                "PasswordAuthentication=yes",
                // The third failure in a row shuts it, however slow this machine is.
                "PerSourcePenalties=authfail:60s min:150s");
        Daemon http = Lighttpd.guarded(ADDRESS, web, "basic", "owner", "own-Pw-7")) {
      String sshSubject = ssh.endpoint().toString();
      String httpSubject = http.endpoint().toString();
      var result =
          ProbeTrial.against(ssh.endpoint(), http.endpoint())
              .given("service.identified", sshSubject, Map.of("protocol", "ssh", "tls", false))
              .given("service.identified", httpSubject, Map.of("protocol", "http", "tls", false))
              .given("login.mechanism", sshSubject, Map.of("kind", "ssh-password"))
              .given("login.mechanism", httpSubject, Map.of("kind", "http-basic", "path", "/"))
              .credential("user", "owner", "own-Pw-7")
              .budget(0, 10)
              .limits(Limits.usual())
              .run(new BruteForceResistanceProbe());
      Observation atSsh = about(result, sshSubject);
      assertThat(atSsh.flag("locked")).as(atSsh.toString()).contains(true);
      Observation atHttp = about(result, httpSubject);
      assertThat(atHttp.flag("locked")).contains(false);
      assertThat(atHttp.text("accountUsable")).isEqualTo("yes");
    }
  }

  private static Observation about(ProbeTrial.Result result, String subject) {
    return result.with("login.brute-force").stream()
        .filter(o -> o.subject().equals(subject))
        .findFirst()
        .orElseThrow();
  }
}
