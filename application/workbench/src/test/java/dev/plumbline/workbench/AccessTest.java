package dev.plumbline.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.app.account.Accounts;
import dev.plumbline.app.team.AuthorKeys;
import dev.plumbline.workbench.tls.SelfMadeCertificate;
import dev.plumbline.workbench.tls.ServerCertificate;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AccessTest {
  private static final InetAddress OWN = InetAddress.ofLiteral("192.168.1.10");
  private static final InetAddress OTHER = InetAddress.ofLiteral("10.0.0.7");

  @TempDir Path temporary;

  @Test
  void aSecondServerHasTheCertificateOfTheWorkbenchWhereThatNamesItsAddress() throws IOException {
    Instant now = Clock.systemUTC().instant();
    Accounts accounts = Accounts.beside(temporary.resolve("keys"));
    ServerCertificate own = SelfMadeCertificate.of(temporary.resolve("lab"), OWN, now);
    InetAddress all = InetAddress.ofLiteral("0.0.0.0");
    Access access = new Access.Network(all, 0, own, accounts);
    assertThat(access.certificateFor(OWN, now)).isEqualTo(own);
    ServerCertificate made = access.certificateFor(OTHER, now);
    assertThat(made.hosts()).containsExactly("10.0.0.7");
    assertThat(access.certificateFor(OTHER, now).fingerprint())
        .as("the one that a phone knows by now")
        .isEqualTo(made.fingerprint());
    assertThat(new Access.Network(OTHER, 0, own, accounts).certificateFor(OTHER, now))
        .as("a name that leads to the address")
        .isEqualTo(own);
    assertThat(own.hostFor(OTHER)).isEqualTo("192.168.1.10");
  }

  @Test
  void aWorkbenchOfOneMachineMakesACertificateForTheAddress() throws IOException {
    Instant now = Clock.systemUTC().instant();
    Access access = new Access.Loopback(0, new AuthorKeys(temporary.resolve("keys")));
    ServerCertificate made = access.certificateFor(OWN, now);
    assertThat(made.hostFor(OWN)).isEqualTo("192.168.1.10");
    assertThat(made.isSelfSigned()).isTrue();
    assertThat(access.certificate()).isEmpty();
  }
}
