package dev.plumbline.app.trust;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.core.Problem;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScopePolicyTest {
  private static final MachineAddresses MACHINE =
      new MachineAddresses(
          Set.of(InetAddress.ofLiteral("192.168.1.10"), InetAddress.ofLiteral("127.0.0.1")),
          Set.of(InetAddress.ofLiteral("192.168.1.1"), InetAddress.ofLiteral("fe80::1")));

  @TempDir private Path folder;

  private ScopePolicy policy(String text) throws IOException {
    Path file = folder.resolve("scope.yaml");
    Files.writeString(file, text);
    return ScopePolicyReader.read(List.of(file, folder.resolve("absent.yaml")));
  }

  @ParameterizedTest
  @CsvSource({
    "192.168.1.0/24, 192.168.1.20, true",
    "192.168.1.0/24, 192.168.2.20, false",
    "192.168.1.0/24, 192.168.1.1, false",
    "192.168.1.1, 192.168.1.1, true",
    "192.168.1.0/24, 192.168.1.10, false",
    "192.168.1.10/32, 192.168.1.10, true",
    "0.0.0.0/0, 192.168.1.20, true",
    "0.0.0.0/0, 203.0.113.9, true",
    "0.0.0.0/0, 127.0.0.1, false",
    "0.0.0.0/0, 127.9.9.9, false",
    "127.0.0.0/8, 127.0.0.1, true",
    "127.0.0.0/8, 127.9.9.9, true",
    "0.0.0.0/0, 169.254.7.7, false",
    "169.254.0.0/16, 169.254.7.7, true",
    "169.254.0.0/16, 169.254.169.254, false",
    "169.254.169.254, 169.254.169.254, true",
    "fe80::/10, fe80::7, true",
    "fe80::/10, fe80::1, false",
    "::/0, fe80::7, false",
    "::/0, ::1, false",
    "127.0.0.0/8, 64:ff9b::7f00:1, false",
  })
  void aRangeAllowsItsAddressesAndNamesTheDelicateOnes(
      String range, String address, boolean allowed) throws IOException {
    Reach reach = Reach.of(InetAddress.ofLiteral(address), MACHINE);
    assertThat(policy("allow: [\"" + range + "\"]\n").allows(reach)).isEqualTo(allowed);
  }

  @ParameterizedTest
  @CsvSource({
    "'allow: [192.168.30.7/24]', no block of addresses",
    "'allow: [lab.example]', no block of addresses",
    "'allowed: [192.168.30.0/24]', no key that is known",
    "'- 192.168.30.0/24', wrong form",
    "'allow: [192.168.30.0/24', ''",
  })
  void oneFaultAllowsNothing(String text, String told) throws IOException {
    ScopePolicy policy = policy(text + "\n");
    assertThat(policy.ranges()).isEmpty();
    assertThat(policy.faults()).isNotEmpty();
    assertThat(policy.faults().getFirst().what()).contains(told);
    assertThat(policy.faults().getFirst().place().file()).endsWith("scope.yaml");
  }

  @Test
  void aFileThatEverybodyCanWriteAllowsNothing() throws IOException {
    policy("allow: [192.168.30.0/24]\n");
    Path file = folder.resolve("scope.yaml");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--rw-"));
    ScopePolicy policy = ScopePolicyReader.read(List.of(file));
    assertThat(policy.ranges()).isEmpty();
    assertThat(policy.faults())
        .extracting(Problem::remedy)
        .containsExactly("Type: chmod o-w " + file);
  }

  @Test
  void withoutAFileNothingIsAllowed() {
    ScopePolicy policy = ScopePolicyReader.read(List.of(folder.resolve("absent.yaml")));
    assertThat(policy.faults()).isEmpty();
    assertThat(policy.allows(Reach.of(InetAddress.ofLiteral("192.168.1.20"), MACHINE))).isFalse();
  }

  @Test
  void theFileOfTheUserIsFoundByTheFolderOfSettings() throws IOException {
    policy("allow: [192.168.30.0/24]\n");
    assertThat(ScopePolicyReader.read(Map.of("PLUMBLINE_CONFIG", folder.toString())).ranges())
        .isNotEmpty();
  }
}
