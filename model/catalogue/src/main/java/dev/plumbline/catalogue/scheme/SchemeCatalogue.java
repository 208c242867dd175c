package dev.plumbline.catalogue.scheme;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * All schemes, where their facts are from, and who recognises whom.
 *
 * @param asOf the day on which the facts were gathered; what changed since is not in them
 * @param productKind what counts as proof that a product is one of those that a level is for
 * @param supportEnd where a dossier says until when there are security updates
 */
public record SchemeCatalogue(
    LocalDate asOf,
    Map<String, FactSource> sources,
    List<Scheme> schemes,
    List<Edge> recognition,
    Proof productKind,
    Proof.Declared supportEnd) {
  public SchemeCatalogue {
    sources = Map.copyOf(sources);
    schemes = List.copyOf(schemes);
    recognition = List.copyOf(recognition);
  }

  public Optional<Scheme> scheme(String id) {
    return schemes.stream().filter(s -> s.id().equals(id)).findFirst();
  }

  /** The edges that start at a level of a scheme. */
  public List<Edge> from(Scheme scheme, Level level) {
    return recognition.stream().filter(e -> e.leaves(scheme, level)).toList();
  }
}
