package dev.plumbline.probes.defaultpasswords;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.dossier.Observation;
import dev.plumbline.probe.hostile.ProbeTrial;
import dev.plumbline.probe.run.Limits;
import dev.plumbline.probes.kit.Daemon;
import dev.plumbline.probes.kit.Lighttpd;
import dev.plumbline.probes.kit.OpenSsh;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Against servers that others wrote. */
@Tag("peers")
class DefaultPasswordsPeerTest {
  private static final String ADDRESS = "127.77.23.20";

  @TempDir Path directory;

  private static Observation tried(Daemon daemon, String protocol, String kind, int budget) {
    String subject = daemon.endpoint().toString();
    return ProbeTrial.against(daemon.endpoint())
        .given("service.identified", subject, Map.of("protocol", protocol, "tls", false))
        .given("login.mechanism", subject, Map.of("kind", kind, "path", "/", "password", true))
        .budget(budget, 0)
        .limits(Limits.usual())
        .run(new DefaultPasswordsProbe())
        .one("login.default-password");
  }

  @Test
  void lighttpdBasicOpensToAKnownPassword() throws IOException, InterruptedException {
    try (Daemon d = Lighttpd.guarded(ADDRESS, directory, "basic", "admin", "admin")) {
      assertThat(tried(d, "http", "http-basic", 8).value().get("accepted"))
          .asInstanceOf(InstanceOfAssertFactories.LIST)
          .singleElement(InstanceOfAssertFactories.MAP)
          .contains(
              Map.entry("user", "admin"),
              Map.entry("list", "mirai-2016"),
              Map.entry("what", "known"));
    }
  }

  @Test
  void lighttpdDigestOpensToAKnownPassword() throws IOException, InterruptedException {
    try (Daemon d = Lighttpd.guarded(ADDRESS, directory, "digest", "admin", "admin")) {
      assertThat(tried(d, "http", "http-digest", 8).value().get("accepted"))
          .asInstanceOf(InstanceOfAssertFactories.LIST)
          .singleElement(InstanceOfAssertFactories.MAP)
          .contains(
              Map.entry("user", "admin"),
              Map.entry("list", "mirai-2016"),
              Map.entry("what", "known"));
    }
  }

  @Test
  void lighttpdDigestResistsWithItsOwnPassword() throws IOException, InterruptedException {
    try (Daemon d = Lighttpd.guarded(ADDRESS, directory, "digest", "admin", "kT7-own")) {
      Observation seen = tried(d, "http", "http-digest", 5);
      assertThat(seen.value().get("accepted")).isEqualTo(List.of());
      assertThat(seen.coverage()).containsEntry("tried", 4L);
    }
  }

  @Test
  void opensshRefuses() throws IOException, InterruptedException {
    try (Daemon d =
        OpenSsh.start(ADDRESS, directory, "PasswordAuthentication=yes", "PerSourcePenalties=no")) {
      Observation seen = tried(d, "ssh", "ssh-password", 4);
      assertThat(seen.value().get("accepted")).isEqualTo(List.of());
      assertThat(seen.coverage()).containsEntry("tried", 3L);
    }
  }

  @Test
  void vsftpdForAnonymousUsersAloneRefuses() throws IOException, InterruptedException {
    try (Daemon d =
        Daemon.start(
            ADDRESS,
            directory,
            "vsftpd",
            port ->
                List.of(
                    "vsftpd",
                    Daemon.file(
                            directory,
                            "vsftpd.conf",
                            """
                            listen=YES
                            listen_address=%s
                            listen_port=%d
                            background=NO
                            anonymous_enable=YES
                            local_enable=NO
                            seccomp_sandbox=NO
                            delay_failed_login=0
                            secure_chroot_dir=%s
                            """
                                .formatted(ADDRESS, port, directory))
                        .toString()))) {
      Observation seen = tried(d, "ftp", "ftp", 4);
      assertThat(seen.value().get("accepted")).isEqualTo(List.of());
    }
  }
}
