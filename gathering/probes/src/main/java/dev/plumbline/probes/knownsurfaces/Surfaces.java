package dev.plumbline.probes.knownsurfaces;

import dev.plumbline.client.data.DataFile;
import dev.plumbline.core.BoundedPattern;
import dev.plumbline.yaml.YamlNode.Mapping;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * All known surfaces; {@code surfaces.yaml}.
 *
 * @param invented a path that no device has
 * @param spared ports that get no packet
 * @param others by protocol, what its services say to a SOCKS5 greeting
 * @param noTunnel status of an answer that no proxy gives to a request for a tunnel
 */
record Surfaces(
    List<KnownSurface> all,
    String invented,
    Set<Integer> spared,
    Map<String, BoundedPattern> others,
    BoundedPattern noTunnel) {
  Surfaces {
    all = List.copyOf(all);
    spared = Set.copyOf(spared);
    others = Map.copyOf(others);
  }

  static Surfaces load() {
    Mapping file = DataFile.mapping(Surfaces.class, "surfaces.yaml");
    Map<String, BoundedPattern> others = new HashMap<>();
    for (Mapping other : file.mappings("others")) {
      others.put(
          other.text("protocol").orElseThrow(),
          BoundedPattern.compile(other.text("says").orElseThrow(), BoundedPattern.DOTALL));
    }
    return new Surfaces(
        file.mappings("surfaces").stream().map(KnownSurface::of).toList(),
        file.text("invented").orElseThrow(),
        file.texts("spared").stream().map(Integer::valueOf).collect(Collectors.toSet()),
        others,
        BoundedPattern.compile(file.text("noTunnel").orElseThrow()));
  }

  List<KnownSurface> by(String how) {
    return all.stream().filter(s -> s.by().equals(how)).toList();
  }

  /** Whether a service of that protocol answered the greeting as its kind does. */
  boolean isOther(String protocol, String answer) {
    return Optional.ofNullable(others.get(protocol))
        .map(p -> p.matcher(answer).find())
        .orElse(false);
  }
}
