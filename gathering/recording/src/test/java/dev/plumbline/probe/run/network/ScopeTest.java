package dev.plumbline.probe.run.network;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.core.Place;
import dev.plumbline.dossier.Endpoint;
import dev.plumbline.dossier.Product;
import dev.plumbline.dossier.Product.Authorisation;
import dev.plumbline.dossier.Product.LoginBudget;
import dev.plumbline.dossier.Product.PortRange;
import dev.plumbline.dossier.Product.Target;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScopeTest {
  private static final Place PLACE = Place.of("product.yaml");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "127.0.0.1",
        "::1",
        "10.1.2.3",
        "172.16.0.1",
        "192.168.1.7",
        "169.254.3.4",
        "fe80::1",
        "fd00::2"
      })
  void aDeclaredAddressOfTheOwnNetworkIsAllowed(String address) {
    assertThat(scope(false, address).allows(Endpoint.tcp(address, 80))).isTrue();
    assertThat(scope(false).allows(Endpoint.tcp(address, 80))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "192.0.2.1",
        "8.8.8.8",
        "172.32.0.1",
        "100.64.0.1",
        "2001:db8::1",
        "::ffff:8.8.8.8",
        "64:ff9b::808:808",
        "2002:808:808::",
        "fec0::1"
      })
  void aPublicAddressNeedsAnAuthorisationToo(String address) {
    assertThat(scope(false, address).refusal(Endpoint.tcp(address, 80)).orElseThrow())
        .contains("authorisation");
    assertThat(scope(true, address).allows(Endpoint.tcp(address, 80))).isTrue();
    assertThat(scope(true).allows(Endpoint.tcp(address, 80))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0.0.0.0",
        "::",
        "224.0.0.251",
        "ff02::1",
        "255.255.255.255",
        "0.1.2.3",
        "240.0.0.1",
        "64:ff9b::1",
        "169.254.169.254",
        "::ffff:169.254.169.254",
        "fd00:ec2::254"
      })
  void anAddressOfNoDeviceIsNeverAllowed(String address) {
    assertThat(scope(true, address).allows(Endpoint.tcp(address, 80))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"localhost", "camera.local", "example.com", "127.0.0.1.example.com", ""})
  void aNameIsNeverAllowed(String name) {
    assertThat(scope(true, name).refusal(new Endpoint("tcp", name, 80)).orElseThrow())
        .contains("no numeric address");
  }

  @Test
  void anotherWritingOfADeclaredAddressIsTheSameAddress() {
    assertThat(scope(false, "::1").allows(Endpoint.tcp("0:0:0:0:0:0:0:1", 1))).isTrue();
    assertThat(scope(false, "127.0.0.1").allows(Endpoint.tcp("::ffff:127.0.0.1", 1))).isTrue();
    assertThat(scope(false, "127.0.0.1").allows(Endpoint.tcp("127.0.0.2", 1))).isFalse();
  }

  @Test
  void portsAreThoseOfAllItsTargets() {
    Scope scope =
        Scope.of(
            product(
                false,
                List.of(),
                List.of(
                    new Target("127.0.0.1", List.of(new PortRange(1, 3)), PLACE),
                    new Target(
                        "127.0.0.1", List.of(new PortRange(3, 9), new PortRange(80, 80)), PLACE))));
    assertThat(scope.ports("127.0.0.1"))
        .containsExactly(new PortRange(1, 9), new PortRange(80, 80));
    assertThat(scope.refusal(Endpoint.tcp("127.0.0.1", 10)).orElseThrow()).contains("port 10");
  }

  @ParameterizedTest
  @CsvSource({
    "https://www.example.com/security, true",
    "https://WWW.EXAMPLE.COM:443/, true",
    "http://www.example.com/, false",
    "https://www.example.com:8443/, false",
    "https://example.com/, false",
    "https://plain.example.com/, true",
    "http://plain.example.com/, true",
    "http://plain.example.com:8080/, false",
    "ftp://plain.example.com/, false",
    "https://user@plain.example.com/, false",
    "https://plain.example.com.evil.example/, false",
    "file:///etc/passwd, false"
  })
  void onlyListedPagesMayBeFetched(URI page, boolean allowed) {
    Scope scope =
        Scope.of(product(false, List.of("www.example.com:443", "plain.example.com"), List.of()));
    assertThat(scope.pageRefusal(page).isEmpty()).isEqualTo(allowed);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "127.0.0.1",
        "::1",
        "0.0.0.0",
        "::",
        "::127.0.0.1",
        "64:ff9b::7f00:1",
        "2002:7f00:1::",
        "10.0.0.1",
        "192.168.1.1",
        "fd00::1",
        "169.254.3.4",
        "169.254.169.254",
        "fe80::1",
        "100.64.0.9",
        "192.0.0.8",
        "192.0.2.9",
        "198.18.0.1",
        "224.0.0.251",
        "240.0.0.1",
        "255.255.255.255",
        "ff02::1"
      })
  void aPublicNameMustNotLeadToAnAddressThatIsNotPublic(String address) {
    URI named = URI.create("https://support.example.com/");

    assertThat(scope(false).pageAddressAllowed(named, InetAddress.ofLiteral(address))).isFalse();
  }

  @Test
  void aMappedLoopbackAddressOfAPublicNameIsRefused() throws UnknownHostException {
    byte[] mapped = {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, -1, -1, 127, 0, 0, 1};
    InetAddress kept = Inet6Address.getByAddress("support.example.com", mapped, -1);

    assertThat(scope(false).pageAddressAllowed(URI.create("https://support.example.com/"), kept))
        .isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "https://support.example.com/, 93.184.216.34, true",
    "https://support.example.com/, 2606:4700::1111, true",
    "http://localhost:8080/, 127.0.0.1, true",
    "http://localhost:8080/, 192.168.1.1, false",
    "http://127.77.1.9:8080/, 127.77.1.9, true",
    "http://10.88.0.3:8080/, 10.88.0.3, true",
    "http://[fd00::3]:8080/, fd00::3, true",
    "http://0.0.0.0:8080/, 0.0.0.0, false",
    "http://169.254.169.254/, 169.254.169.254, false"
  })
  void aPageIsFetchedFromAPublicAddressOrTheOneThatIsWritten(
      URI page, String address, boolean allowed) {
    assertThat(scope(false).pageAddressAllowed(page, InetAddress.ofLiteral(address)))
        .isEqualTo(allowed);
  }

  private static Scope scope(boolean authorised, String... addresses) {
    return Scope.of(
        product(
            authorised,
            List.of(),
            List.of(addresses).stream().map(a -> new Target(a, List.of(), PLACE)).toList()));
  }

  private static Product product(boolean authorised, List<String> pages, List<Target> targets) {
    return new Product(
        "3.1.3",
        "M",
        "N",
        "m",
        "1",
        "1.0",
        "u",
        "initialized",
        "",
        "",
        targets,
        authorised
            ? Optional.of(new Authorisation("A. Owner", "2026-01-01", "may be tested", PLACE))
            : Optional.empty(),
        pages,
        new LoginBudget(0, 0),
        List.of(),
        List.of(),
        PLACE);
  }
}
