package dev.plumbline.probes.knownsurfaces;

import dev.plumbline.client.http.HttpResponse;
import dev.plumbline.yaml.YamlNode.Mapping;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A way in that a known attack uses; see {@code surfaces.yaml}.
 *
 * @param by {@code get}, {@code socks5} or {@code connect}
 * @param ports where it was reported
 * @param paths what is asked for
 * @param server whether any answer of the server may carry the sign
 */
record KnownSurface(
    String id,
    String by,
    Set<Integer> ports,
    List<String> paths,
    boolean server,
    List<Sign> signs) {
  KnownSurface {
    ports = Set.copyOf(ports);
    paths = List.copyOf(paths);
    signs = List.copyOf(signs);
  }

  static KnownSurface of(Mapping surface) {
    return new KnownSurface(
        surface.text("id").orElseThrow(),
        surface.text("by").orElseThrow(),
        surface.texts("ports").stream().map(Integer::valueOf).collect(Collectors.toSet()),
        surface.texts("ask"),
        surface.text("server").orElse("").equals("true"),
        surface.mappings("signs").stream().map(Sign::of).toList());
  }

  /** The first sign that the answer carries. */
  Optional<Sign> signIn(HttpResponse response) {
    return signs.stream().filter(s -> s.isIn(response)).findFirst();
  }

  /** Whether the head of any answer shows it, whatever the page. */
  boolean isInHeadsAlone() {
    return server && signs.stream().allMatch(s -> s.body().isEmpty());
  }
}
