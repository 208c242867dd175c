package dev.plumbline.app.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumbline.core.Place;
import dev.plumbline.dossier.Endpoint;
import dev.plumbline.dossier.Product;
import dev.plumbline.dossier.Product.ClientTest;
import dev.plumbline.dossier.Product.LoginBudget;
import dev.plumbline.dossier.Product.Target;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TestNetworkPlanTest {
  private static final String MAC = "00:00:5e:00:53:01";
  private static final Inet4Address OWN = (Inet4Address) InetAddress.ofLiteral("192.168.77.1");
  private static final Place PLACE = Place.of("product.yaml");

  private static Product product(String mac, List<String> targets, String listen) {
    return new Product(
        "3.1.3",
        "Maker",
        "Camera",
        "C1",
        "A",
        "1.0",
        "U-1",
        "initialized",
        "S1",
        mac,
        targets.stream().map(a -> new Target(a, List.of(), PLACE)).toList(),
        Optional.empty(),
        List.of(),
        new LoginBudget(0, 0),
        List.of(),
        List.of(),
        List.of(
            new ClientTest(
                Endpoint.tcp(listen, 443),
                "cloud.devices.example",
                Optional.empty(),
                30,
                List.of("11-SecComMech/SecComMech-2"),
                PLACE)),
        PLACE);
  }

  private static TestNetworkPlan plan(Product product) {
    return TestNetworkPlan.of(product, "eth9", OWN, 24);
  }

  @Test
  void theDeclaredDeviceAloneIsToldItsAddressAndItsServers() {
    TestNetworkPlan plan = plan(product(MAC, List.of("10.0.0.7", "192.168.77.20"), "192.168.77.1"));
    assertThat(plan.device()).isEqualTo("192.168.77.20");
    assertThat(plan.names())
        .containsExactly(java.util.Map.entry("cloud.devices.example", "192.168.77.1"));
    assertThat(plan.command())
        .contains(
            "--interface=eth9",
            "--except-interface=lo",
            "--bind-interfaces",
            "--dhcp-host=" + MAC + ",192.168.77.20",
            "--dhcp-ignore=tag:!known",
            "--address=/cloud.devices.example/192.168.77.1")
        .filteredOn(w -> w.startsWith("--interface"))
        .hasSize(1);
  }

  @Test
  void whatIsMissingInProductYamlIsSaid() {
    assertThatThrownBy(() -> plan(product("", List.of("192.168.77.20"), "192.168.77.1")))
        .hasMessageContaining("no MAC address");
    assertThatThrownBy(() -> plan(product(MAC, List.of("192.168.78.20"), "192.168.77.1")))
        .hasMessageContaining("one target");
    assertThatThrownBy(() -> plan(product(MAC, List.of("192.168.77.1"), "192.168.77.1")))
        .hasMessageContaining("one target");
    assertThatThrownBy(() -> plan(product(MAC, List.of("192.168.77.20"), "192.168.78.1")))
        .hasMessageContaining("no server of test.clients");
  }
}
