package dev.plumbline.catalogue.scheme;

import dev.plumbline.catalogue.CatalogueException;
import dev.plumbline.catalogue.Confidence;
import dev.plumbline.catalogue.EditionId;
import dev.plumbline.catalogue.Fields;
import dev.plumbline.catalogue.Resources;
import dev.plumbline.catalogue.scheme.ProvisionSet.Basis;
import dev.plumbline.catalogue.scheme.ProvisionSet.Selection;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads the shipped schemes. */
public final class Schemes {
  private static final String ROOT = "schemes/";

  private Schemes() {}

  /** All of them, in the order of the index. */
  public static SchemeCatalogue load() {
    Resources files = new Resources();
    Fields index = new Fields(files.read(ROOT + "index.yaml"));
    Fields sources = new Fields(files.read(ROOT + "sources.yaml"));
    Fields proofs = new Fields(files.read(ROOT + "proofs.yaml"));
    ProofReader reader = new ProofReader(proofs);
    List<Fields> schemes =
        index.texts("schemes").stream()
            .map(id -> new Fields(files.read(ROOT + id + "/scheme.yaml")))
            .toList();
    return new SchemeCatalogue(
        day(sources, "asOf"),
        sources(sources, schemes),
        schemes.stream().map(s -> scheme(s, reader)).toList(),
        new Fields(files.read(ROOT + "recognition.yaml"))
            .list("edges").stream().map(Schemes::edge).toList(),
        reader.of(Requirement.Kind.STATEMENT, proofs.child("productKind").orElse(proofs)),
        ProofReader.declared(proofs, "supportEnd"));
  }

  /** Those of several schemes, and those that a scheme has for itself. */
  private static Map<String, FactSource> sources(Fields shared, List<Fields> schemes) {
    Map<String, FactSource> known = new LinkedHashMap<>();
    Stream.concat(Stream.of(shared), schemes.stream())
        .flatMap(f -> f.list("sources").stream())
        .forEach(
            s -> {
              FactSource source = new FactSource(s.need("id"), s.need("what"), s.need("kind"));
              if (known.putIfAbsent(source.id(), source) != null) {
                throw new CatalogueException(
                    s.node().place(), "the source " + source.id() + " is there already");
              }
            });
    return known;
  }

  static Scheme scheme(Fields s, ProofReader proofs) {
    Map<Topic, List<SchemeFact>> facts = new EnumMap<>(Topic.class);
    s.child("facts")
        .ifPresent(
            all -> {
              for (Topic topic : Topic.values()) {
                List<SchemeFact> known = all.list(key(topic)).stream().map(Schemes::fact).toList();
                if (!known.isEmpty()) {
                  facts.put(topic, known);
                }
              }
            });
    return new Scheme(
        s.need("id"),
        s.need("name"),
        s.oneOf(SchemeKind.class, "kind"),
        s.oneOf(SchemeState.class, "state"),
        when(s, "stateSince"),
        facts,
        s.list("sets").stream().map(Schemes::set).toList(),
        s.list("levels").stream().map(l -> level(l, proofs)).toList());
  }

  /** The name of a topic in the file, such as {@code legalBasis}. */
  static String key(Topic topic) {
    String[] words = topic.name().toLowerCase(Locale.ROOT).split("_");
    return words.length == 1
        ? words[0]
        : words[0] + words[1].substring(0, 1).toUpperCase(Locale.ROOT) + words[1].substring(1);
  }

  private static SchemeFact fact(Fields f) {
    Optional<String> unknown = f.optional("unknown");
    return unknown.isPresent()
        ? new SchemeFact(unknown.get(), f.texts("sources"), Confidence.UNKNOWN)
        : new SchemeFact(f.need("is"), f.texts("sources"), f.oneOf(Confidence.class, "confidence"));
  }

  private static ProvisionSet set(Fields s) {
    return new ProvisionSet(
        s.need("id"),
        edition(s),
        s.oneOf(Selection.class, "selection", Selection.LISTED),
        s.provisions("provisions"),
        s.oneOf(Basis.class, "basis"),
        s.text("note"),
        s.texts("sources"),
        s.oneOf(Confidence.class, "confidence"));
  }

  private static Optional<EditionId> edition(Fields s) {
    String version = s.need("edition");
    if (version.equals("unknown")) {
      return Optional.empty();
    }
    return Optional.of(
        EditionId.of(version)
            .orElseThrow(
                () ->
                    new CatalogueException(
                        s.node().place() + ": there is no edition " + version + ".")));
  }

  private static Level level(Fields l, ProofReader proofs) {
    return new Level(
        l.need("id"),
        l.number("rank"),
        l.need("name"),
        l.text("version"),
        when(l, "from"),
        l.text("onlyFor"),
        l.texts("includes"),
        l.texts("sets"),
        l.list("requirements").stream().map(r -> requirement(r, l, proofs)).toList(),
        l.list("terms").stream().map(t -> term(t, l)).toList(),
        l.texts("unknown"),
        l.oneOf(AssessorKind.class, "assessor"),
        l.texts("sources"),
        l.oneOf(Confidence.class, "confidence"));
  }

  // Many requirements of one level come from one text; what one does not say, its level says.
  private static Requirement requirement(Fields r, Fields level, ProofReader proofs) {
    List<String> sources = r.texts("sources");
    Requirement.Kind kind = r.oneOf(Requirement.Kind.class, "kind");
    return new Requirement(
        r.need("id"),
        kind,
        r.need("text"),
        r.provisions("near"),
        proofs.of(kind, r),
        sources.isEmpty() ? level.texts("sources") : sources,
        r.oneOf(Confidence.class, "confidence", level.oneOf(Confidence.class, "confidence")));
  }

  private static Term term(Fields t, Fields level) {
    List<String> sources = t.texts("sources");
    Term.End end = t.oneOf(Term.End.class, "end");
    return new Term(
        end,
        end == Term.End.YEARS ? t.number("years") : 0,
        t.text("text"),
        sources.isEmpty() ? level.texts("sources") : sources,
        t.oneOf(Confidence.class, "confidence"));
  }

  private static Edge edge(Fields e) {
    return new Edge(
        e.need("scheme"),
        e.need("level"),
        e.flag("orHigher"),
        e.need("toScheme"),
        e.text("toLevel"),
        e.oneOf(Edge.Kind.class, "kind"),
        when(e, "since"),
        e.need("covers"),
        e.texts("conditions"),
        e.texts("sources"),
        e.oneOf(Confidence.class, "confidence"));
  }

  private static PartialDate when(Fields f, String key) {
    try {
      return new PartialDate(f.need(key));
    } catch (IllegalArgumentException e) {
      throw new CatalogueException(f.node().place() + ": " + key + " is " + e.getMessage());
    }
  }

  private static LocalDate day(Fields f, String key) {
    try {
      return LocalDate.parse(f.need(key));
    } catch (DateTimeParseException e) {
      throw new CatalogueException(f.node().place() + ": " + key + " is no date.");
    }
  }
}
