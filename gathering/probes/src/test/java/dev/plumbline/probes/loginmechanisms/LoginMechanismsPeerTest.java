package dev.plumbline.probes.loginmechanisms;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.dossier.Observation;
import dev.plumbline.observation.login.LoginMechanism;
import dev.plumbline.probe.hostile.ProbeTrial;
import dev.plumbline.probes.kit.Daemon;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Against servers that others wrote. */
@Tag("peers")
class LoginMechanismsPeerTest {
  private static final String ADDRESS = "127.77.20.30";

  @TempDir Path directory;

  /** vsftpd says 530 to each user name before AUTH TLS, right or not, and hangs up. */
  @Test
  void aLoginInsideTlsAloneIsAskedThere() throws Exception {
    Daemon.run(
        directory,
        List.of(
            "openssl",
            "req",
            "-x509",
            "-newkey",
            "rsa:2048",
            "-nodes",
            "-subj",
            "/CN=hub",
            "-keyout",
            "key.pem",
            "-out",
            "cert.pem"));
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
                            anonymous_enable=NO
                            local_enable=YES
                            force_local_logins_ssl=YES
                            seccomp_sandbox=NO
                            secure_chroot_dir=/
                            ssl_enable=YES
                            rsa_cert_file=%s/cert.pem
                            rsa_private_key_file=%s/key.pem
                            """
                                .formatted(ADDRESS, port, directory, directory))
                        .toString()))) {
      String subject = d.endpoint().toString();
      Observation told =
          ProbeTrial.against(d.endpoint())
              .given("service.identified", subject, Map.of("protocol", "ftp", "tls", false))
              .run(new LoginMechanismsProbe())
              .one("login.mechanism");
      assertThat(told.as(LoginMechanism.class).map(LoginMechanism::password))
          .as(told.reason())
          .contains(true);
      assertThat(told.as(LoginMechanism.class).map(LoginMechanism::clearText)).contains(false);
    }
  }
}
