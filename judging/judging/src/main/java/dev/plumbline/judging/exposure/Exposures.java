package dev.plumbline.judging.exposure;

import dev.plumbline.catalogue.attack.Attack;
import dev.plumbline.dossier.Endpoint;
import dev.plumbline.dossier.Observation;
import dev.plumbline.dossier.Product;
import dev.plumbline.judging.exposure.Exposure.Proof;
import dev.plumbline.judging.exposure.Exposure.State;
import dev.plumbline.judging.fact.Facts;
import dev.plumbline.observation.network.LaterPorts;
import dev.plumbline.observation.network.TcpOpenPorts;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/**
 * Holds known attacks against a product's facts. Only observations of the version, unit and state
 * under assessment count, and no answer closes nothing.
 */
public final class Exposures {
  private static final int LAST = 65_535;
  private static final int NAMED = 3;

  private final Facts facts;

  private Exposures(Facts facts) {
    this.facts = facts;
  }

  /** How each vector of the attacks stands, in their order. */
  public static List<Exposure> of(List<Attack> attacks, Facts facts) {
    Exposures exposures = new Exposures(facts);
    List<Exposure> all = new ArrayList<>();
    for (Attack attack : attacks) {
      attack.vectors().forEach(v -> all.add(exposures.of(attack, v)));
    }
    return List.copyOf(all);
  }

  private Exposure of(Attack attack, Attack.Vector vector) {
    Look look = new Look(vector, facts);
    List<Proof> opens = look.opens();
    if (!opens.isEmpty()) {
      return new Exposure(attack, vector, State.OPEN, opens, List.of());
    }
    List<Proof> closed = new ArrayList<>();
    List<String> missing = new ArrayList<>();
    List<String> addresses =
        facts.dossier().product().targets().stream()
            .map(Product.Target::address)
            .distinct()
            .toList();
    if (addresses.isEmpty()) {
      missing.add("product.yaml names no address of the device.");
    }
    for (String address : addresses) {
      at(address, look, closed, missing);
    }
    State state = missing.isEmpty() ? State.CLOSED : State.UNTESTED;
    return new Exposure(attack, vector, state, closed, missing);
  }

  private void at(String address, Look look, List<Proof> closed, List<String> missing) {
    Optional<Observation> scan = facts.newest(TcpOpenPorts.class, "address/" + address);
    if (scan.isEmpty()) {
      missing.add("The open TCP ports of " + address + " are not known; tcp-open-ports asks.");
      return;
    }
    if (!scan.get().seen()) {
      missing.add("The open TCP ports of " + address + " are not known: " + scan.get().reason());
      return;
    }
    ScannedPorts ports = ScannedPorts.of(scan.get().as(TcpOpenPorts.class).orElseThrow());
    for (Facts.Seen<LaterPorts> later : facts.seen(LaterPorts.class, "address/" + address)) {
      ports = ports.and(later.fact());
    }
    BitSet wanted = wanted(look.vector());
    BitSet shut = both(wanted, ports.closed());
    BitSet unknown = (BitSet) wanted.clone();
    unknown.andNot(ports.closed());
    unknown.andNot(ports.open());
    if (!shut.isEmpty()) {
      closed.add(new Proof(scan.get(), named(shut) + " of " + address + " refused a connection."));
    }
    if (!unknown.isEmpty()) {
      missing.add("No answer from " + named(unknown) + " of " + address + ".");
    }
    both(wanted, ports.open()).stream()
        .forEach(port -> look.closes(Endpoint.tcp(address, port), closed, missing));
  }

  /** The ports at which the attack knocks; all where it names none. */
  private static BitSet wanted(Attack.Vector vector) {
    BitSet wanted = new BitSet();
    vector.ports().stream()
        .filter(p -> p.startsWith("tcp/"))
        .forEach(p -> wanted.set(Integer.parseInt(p.substring("tcp/".length()))));
    if (vector.ports().isEmpty()) {
      wanted.set(1, LAST + 1);
    }
    return wanted;
  }

  private static BitSet both(BitSet a, BitSet b) {
    BitSet both = (BitSet) a.clone();
    both.and(b);
    return both;
  }

  private static String named(BitSet ports) {
    if (ports.cardinality() > NAMED) {
      return ports.cardinality() + " TCP ports";
    }
    List<String> names = ports.stream().mapToObj(p -> "tcp/" + p).toList();
    return String.join(", ", names);
  }
}
