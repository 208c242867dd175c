package dev.plumbline.checks;

import dev.plumbline.core.Remedy;
import dev.plumbline.dossier.Observation;
import dev.plumbline.dossier.Product.Target;
import dev.plumbline.judging.fact.Coverage;
import dev.plumbline.judging.fact.Facts;
import dev.plumbline.observation.network.DeviceAddresses;
import dev.plumbline.observation.network.OpenPorts;
import dev.plumbline.observation.network.UdpOpenPorts;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The questions that an absence on the network rests on: whether each address of the device was
 * asked, each of its ports, and whether each said something.
 *
 * @param declared services that the dossier names; their silence hides nothing undeclared
 */
public record PortSearch(Facts facts, Set<String> declared) {
  private static final List<String> TRANSPORTS = List.of("tcp", "udp");
  private static final Remedy CONSOLE =
      new Remedy.ImportFile(
          "the port list of the device's console: (ss -tulpn; echo end-of-list tcp udp) > sockets.txt");

  public void ask(Questions questions) {
    List<Target> targets = facts.product().targets();
    if (targets.isEmpty()) {
      questions
          .ask("Was every port asked?", "DUT")
          .left(
              "product.yaml names no address to test",
              new Remedy.ChangeDeclaration("product.yaml, test.targets", "name each address"));
    }
    for (Target target : targets) {
      TRANSPORTS.forEach(t -> ports(t, target.address(), questions));
      new LaterLook(facts).tell(target.address(), questions);
      addresses(target.address(), questions);
    }
  }

  private void ports(String transport, String address, Questions questions) {
    NetworkFacts network = NetworkFacts.of(facts);
    Coverage searched = network.searched(transport, address, declared);
    Questions.Asked asked =
        questions.ask(
            "Is it known of each "
                + transport.toUpperCase(java.util.Locale.ROOT)
                + " port whether something answers there?",
            "address/" + address);
    searched.gaps().forEach(g -> asked.left(g, remedies(transport, address, searched)));
    for (Observation o : searched.looks()) {
      NetworkFacts.reach(transport, address, o)
          .ifPresent(
              reach -> {
                asked.answered(o, reach);
                questions.lookedAt(reach);
              });
    }
  }

  private static Remedy[] remedies(String transport, String address, Coverage searched) {
    List<Remedy> remedies = new ArrayList<>();
    if (searched.looks().isEmpty()) {
      remedies.add(new Remedy.RunProbe(List.of(transport + "-open-ports")));
    } else {
      remedies.add(CONSOLE);
    }
    for (Observation o : searched.looks()) {
      if (o.fact().filter(f -> f instanceof OpenPorts p && !p.outOfScope().isEmpty()).isPresent()) {
        remedies.add(
            new Remedy.ChangeDeclaration(
                "product.yaml, test.targets", "allow the ports 1-65535 of " + address));
      }
      if (o.as(UdpOpenPorts.class).flatMap(UdpOpenPorts::stopped).isPresent()) {
        remedies.add(
            new Remedy.RunLonger(
                transport + "-open-ports",
                "from a machine with several addresses in the device's network"));
      }
    }
    return remedies.toArray(Remedy[]::new);
  }

  private void addresses(String address, Questions questions) {
    SocketList console = new SocketList(facts);
    if (NetworkFacts.isLoopback(address)) {
      return;
    }
    Questions.Asked asked =
        questions.ask(
            "Is every address of the device a target of product.yaml?", "address/" + address);
    if (TRANSPORTS.stream().allMatch(t -> console.list(t).isPresent())) {
      console
          .list("udp")
          .ifPresent(
              s ->
                  asked.answered(
                      s.observation(), "the console lists the sockets of all addresses"));
      return;
    }
    Coverage searched = NetworkFacts.of(facts).addresses(address);
    searched.gaps().forEach(g -> asked.left(g, addressRemedy(searched)));
    searched.looks().stream()
        .filter(Observation::seen)
        .forEach(o -> asked.answered(o, "no other address has its hardware address on the link"));
    questions.notLookedAt("addresses of further interfaces of the device");
  }

  private static Remedy addressRemedy(Coverage searched) {
    return searched.looks().stream()
        .flatMap(o -> o.as(DeviceAddresses.class).stream())
        .map(DeviceAddresses::others)
        .filter(others -> !others.isEmpty())
        .findFirst()
        .<Remedy>map(
            others ->
                new Remedy.ChangeDeclaration(
                    "product.yaml, test.targets", "add " + String.join(", ", others)))
        .orElse(
            searched.looks().isEmpty()
                ? new Remedy.RunProbe(List.of("device-addresses"))
                : CONSOLE);
  }
}
