package dev.plumbline.catalogue.scheme;

import dev.plumbline.catalogue.CatalogueException;
import dev.plumbline.catalogue.Fields;
import dev.plumbline.catalogue.scheme.Proof.Accepted;
import dev.plumbline.catalogue.scheme.Proof.Declared;
import dev.plumbline.catalogue.scheme.Proof.Known;
import dev.plumbline.catalogue.scheme.Proof.Observed;
import dev.plumbline.core.Attestor;
import dev.plumbline.core.TableRole;
import dev.plumbline.yaml.YamlNode.Mapping;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads what counts as proof: by kind of ask, or for one ask. */
final class ProofReader {
  private final Map<Requirement.Kind, Proof> byKind = new EnumMap<>(Requirement.Kind.class);

  /**
   * @param file the mapping of proofs.yaml
   */
  ProofReader(Fields file) {
    Fields kinds =
        file.child("kinds")
            .orElseThrow(() -> new CatalogueException(file.node().place() + ": no kinds"));
    for (Requirement.Kind kind : Requirement.Kind.values()) {
      String key = kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
      byKind.put(
          kind,
          kinds
              .child(key)
              .map(ProofReader::proof)
              .orElseThrow(
                  () -> new CatalogueException(kinds.node().place() + ": nothing for " + key)));
    }
  }

  /** What counts for an ask: its own proof where it has one, else that of its kind. */
  Proof of(Requirement.Kind kind, Fields requirement) {
    return requirement
        .child("proof")
        .map(ProofReader::proof)
        .orElseGet(() -> Optional.ofNullable(byKind.get(kind)).orElseThrow());
  }

  private static Proof proof(Fields p) {
    return new Proof(
        p.oneOf(Proof.Form.class, "form"),
        p.need("says"),
        p.list("accepts").stream().map(ProofReader::accepted).toList(),
        p.list("known").stream().map(ProofReader::known).toList());
  }

  private static Accepted accepted(Fields a) {
    return new Accepted(
        attestors(a),
        a.list("readAs").stream().map(ProofReader::observed).toList(),
        a.flag("ofSoftware"));
  }

  private static Set<Attestor> attestors(Fields a) {
    Set<Attestor> from = EnumSet.noneOf(Attestor.class);
    for (String name : a.texts("from")) {
      from.add(
          attestor(name)
              .orElseThrow(
                  () ->
                      new CatalogueException(
                          a.node().place() + ": '" + name + "' is nobody who says so.")));
    }
    if (from.isEmpty()) {
      throw new CatalogueException(a.node().place() + ": nobody may say so.");
    }
    return from;
  }

  private static Optional<Attestor> attestor(String name) {
    return EnumSet.allOf(Attestor.class).stream()
        .filter(a -> a.name().toLowerCase(Locale.ROOT).replace('_', '-').equals(name))
        .findFirst();
  }

  private static Known known(Fields k) {
    return k.optional("declared").isPresent() ? declared(k, "declared") : observed(k);
  }

  private static Observed observed(Fields k) {
    return new Observed(k.need("observed"), texts(k, "value"), texts(k, "coverage"));
  }

  /** A field of the IXIT, written {@code ROLE/FIELD}. */
  static Declared declared(Fields k, String key) {
    String[] parts = k.need(key).split("/", -1);
    return TableRole.of(parts[0])
        .filter(r -> parts.length == 2)
        .map(r -> new Declared(r, parts[1]))
        .orElseThrow(
            () ->
                new CatalogueException(
                    k.node().place()
                        + ": write ROLE/FIELD, such as user-information/supportEnds."));
  }

  private static Map<String, String> texts(Fields k, String key) {
    Map<String, String> texts = new LinkedHashMap<>();
    Optional<Mapping> values = k.node().mapping(key);
    values.ifPresent(
        v -> v.fields().keySet().forEach(name -> texts.put(name, new Fields(v).need(name))));
    return texts;
  }
}
