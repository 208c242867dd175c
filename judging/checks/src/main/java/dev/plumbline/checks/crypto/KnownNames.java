package dev.plumbline.checks.crypto;

import dev.plumbline.core.BoundedPattern;
import dev.plumbline.dossier.Cell;
import dev.plumbline.dossier.Dossier;
import dev.plumbline.dossier.Product;
import dev.plumbline.dossier.Product.ClientTest;
import dev.plumbline.judging.fact.Facts;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Names by which the device, its maker and its servers are known from the dossier.
 *
 * @param domains the last two labels of every host that the dossier names
 * @param words names of maker, product and model, without what stands between letters
 */
record KnownNames(Set<String> domains, Set<String> words) {
  private static final int SHORTEST = 4;
  private static final BoundedPattern HOST =
      BoundedPattern.compile(
          "(?i)\\b(?:[a-z0-9](?:[a-z0-9-]{0,62}[a-z0-9])?\\.){1,40}[a-z]{2,18}\\b");
  private static final BoundedPattern ADDRESS =
      BoundedPattern.compile("[0-9.]+|[0-9a-fA-F:.%]*:[0-9a-fA-F:.%]*");

  /** Endings of names that exist in one network alone, or nowhere. */
  private static final List<String> LOCAL =
      List.of(
          ".local",
          ".lan",
          ".home",
          ".internal",
          ".home.arpa",
          ".localdomain",
          ".localhost",
          ".intranet",
          ".private",
          ".corp");

  static KnownNames of(Facts facts) {
    return facts.declared(KnownNames.class, KnownNames::read);
  }

  private static KnownNames read(Dossier dossier) {
    Product product = dossier.product();
    Set<String> domains = new HashSet<>();
    Stream.of(
            dossier.ixit().tables().values().stream()
                .flatMap(List::stream)
                .flatMap(r -> r.cells().values().stream())
                .map(Cell::text),
            product.publicPages().stream(),
            product.clients().stream().map(ClientTest::host))
        .flatMap(s -> s)
        .flatMap(t -> HOST.matcher(t).results())
        .map(m -> domain(m.group().toLowerCase(Locale.ROOT)))
        .forEach(domains::add);
    Set<String> words = new HashSet<>();
    Stream.of(
            product.manufacturer(),
            product.name(),
            product.model(),
            product.serial(),
            product.mac(),
            product.unit())
        .flatMap(t -> Stream.concat(Stream.of(t), Stream.of(t.split("\\s+"))))
        .map(KnownNames::bare)
        .filter(w -> w.length() >= SHORTEST)
        .forEach(words::add);
    return new KnownNames(domains, words);
  }

  /** Whether it is a host of the world that nothing in the dossier explains. */
  boolean isForeign(String name) {
    String host = name.toLowerCase(Locale.ROOT).replaceFirst("^\\*\\.", "");
    if (ADDRESS.matcher(host).matches()) {
      return false;
    }
    return HOST.matcher(host).matches()
        && LOCAL.stream().noneMatch(host::endsWith)
        && !domains.contains(domain(host))
        && words.stream().noneMatch(bare(host)::contains);
  }

  /** The last two labels of a host, which has two at least. */
  private static String domain(String host) {
    String[] labels = host.split("\\.");
    return labels[labels.length - 2] + "." + labels[labels.length - 1];
  }

  private static String bare(String text) {
    return text.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\d]", "");
  }
}
