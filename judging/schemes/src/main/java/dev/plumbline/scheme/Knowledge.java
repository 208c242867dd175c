package dev.plumbline.scheme;

import dev.plumbline.catalogue.scheme.Proof.Declared;
import dev.plumbline.catalogue.scheme.Proof.Known;
import dev.plumbline.catalogue.scheme.Proof.Observed;
import dev.plumbline.core.Digest;
import dev.plumbline.dossier.Cell;
import dev.plumbline.dossier.Ixit;
import dev.plumbline.dossier.Observation;
import dev.plumbline.judging.fact.Facts;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the dossier holds that an ask's data can bind to. */
final class Knowledge {
  private final Facts facts;

  Knowledge(Facts facts) {
    this.facts = facts;
  }

  /**
   * How all of these are known, in words; empty where one of them is not, or there are none. An
   * observation without an answer is none.
   */
  Optional<String> of(List<Known> all) {
    StringBuilder words = new StringBuilder();
    for (Known known : all) {
      Optional<String> one =
          switch (known) {
            case Observed o -> seen(o).map(Knowledge::told);
            case Declared d ->
                declared(d)
                    .map(c -> "Declared in " + ixit().name(d.table()) + ", " + d.field() + ".");
          };
      if (one.isEmpty()) {
        return Optional.empty();
      }
      words.append(words.isEmpty() ? "" : " ").append(one.get());
    }
    return words.isEmpty() ? Optional.empty() : Optional.of(words.toString());
  }

  /** The cell of a field that is filled in. */
  Optional<Cell> declared(Declared field) {
    return ixit()
        .record(field.table())
        .flatMap(r -> r.cell(field.field()))
        .filter(c -> !c.isEmpty());
  }

  private Ixit ixit() {
    return facts.dossier().ixit();
  }

  /** Whether such an observation was read from one of these files. */
  boolean readFrom(Observed wanted, List<Digest> files) {
    return facts.observations(wanted.key()).stream()
        .filter(o -> fits(o, wanted))
        .anyMatch(o -> o.evidence().filter(e -> files.contains(e.sha256())).isPresent());
  }

  private Optional<Observation> seen(Observed wanted) {
    return facts.observations(wanted.key()).stream().filter(o -> fits(o, wanted)).findFirst();
  }

  private static boolean fits(Observation o, Observed wanted) {
    return o.seen() && has(o.value(), wanted.value()) && has(o.coverage(), wanted.coverage());
  }

  private static boolean has(Map<String, Object> values, Map<String, String> wanted) {
    return wanted.entrySet().stream()
        .allMatch(
            w ->
                Optional.ofNullable(values.get(w.getKey()))
                    .filter(v -> String.valueOf(v).equals(w.getValue()))
                    .isPresent());
  }

  private static String told(Observation o) {
    return "Seen by " + o.source().producer() + " (" + o.key() + ") on " + o.source().at() + ".";
  }
}
