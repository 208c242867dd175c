package dev.plumbline.client.http;

import dev.plumbline.core.BoundedPattern;
import dev.plumbline.dossier.Cell;
import dev.plumbline.dossier.Endpoint;
import dev.plumbline.dossier.Product;
import dev.plumbline.observation.http.HttpSurface;
import dev.plumbline.observation.network.MdnsServices;
import dev.plumbline.probe.ProbeContext;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.stream.Stream;

/** Host names by which the device may know itself: a server may answer each otherwise. */
public final class ServerNames {
  private static final int MOST = 6;

  /** Names of a home network, wherever the dossier writes them. */
  private static final BoundedPattern LOCAL =
      BoundedPattern.compile(
          "(?i)\\b((?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\\.){1,10}(?:local|lan|home|internal|home\\.arpa|localdomain))\\b");

  private static final BoundedPattern HOST =
      BoundedPattern.compile(
          "(?i)(?:[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9])?\\.){0,20}[a-z][a-z0-9-]{0,62}");

  private static final BoundedPattern IN_ADDRESS =
      BoundedPattern.compile("(?i)^https?://([^/:?#]+)");

  private ServerNames() {}

  /**
   * The names to ask for, most telling first.
   *
   * @param seen names that the server itself gave, such as those of its certificates
   */
  public static List<String> of(ProbeContext context, Endpoint endpoint, Collection<String> seen) {
    Set<String> names = new LinkedHashSet<>();
    Stream.of(
            seen.stream().map(n -> n.replaceFirst("^\\*\\.", "www.")),
            announced(context, endpoint),
            redirected(context, endpoint),
            written(context),
            usual(context.product()))
        .flatMap(s -> s)
        .map(n -> n.toLowerCase(Locale.ROOT).replaceFirst("\\.$", ""))
        .filter(n -> n.length() <= 253 && HOST.matcher(n).matches())
        .forEach(names::add);
    return names.stream().limit(MOST).toList();
  }

  private static Stream<String> announced(ProbeContext context, Endpoint endpoint) {
    return context.observations(MdnsServices.class).stream()
        .filter(
            o ->
                Endpoint.parse(o.subject())
                    .filter(e -> e.address().equals(endpoint.address()))
                    .isPresent())
        .flatMap(o -> o.as(MdnsServices.class).stream())
        .flatMap(m -> m.services().orElse(List.of()).stream())
        .flatMap(s -> s.host().stream());
  }

  private static Stream<String> redirected(ProbeContext context, Endpoint endpoint) {
    return context.observations(HttpSurface.class).stream()
        .filter(o -> o.subject().equals(endpoint.toString()))
        .flatMap(o -> o.as(HttpSurface.class).stream())
        .flatMap(surface -> surface.redirects().stream())
        .flatMap(r -> inAddress(r.to()).stream());
  }

  /** The host that an absolute address names. */
  public static Optional<String> inAddress(String address) {
    Matcher matcher = IN_ADDRESS.matcher(address);
    return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
  }

  private static Stream<String> written(ProbeContext context) {
    return context.ixit().tables().values().stream()
        .flatMap(List::stream)
        .flatMap(row -> row.cells().values().stream())
        .map(Cell::text)
        .flatMap(text -> LOCAL.matcher(text).results().map(m -> m.group(1)));
  }

  private static Stream<String> usual(Product product) {
    return Stream.of(product.model(), product.name())
        .map(n -> n.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-"))
        .map(n -> n.replaceAll("^-|-$", ""))
        .filter(n -> !n.isEmpty())
        .map(n -> n + ".local");
  }
}
