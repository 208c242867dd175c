package dev.plumbline.scheme;

import dev.plumbline.catalogue.Confidence;
import dev.plumbline.catalogue.EditionId;
import dev.plumbline.catalogue.scheme.AssessorKind;
import dev.plumbline.catalogue.scheme.Edge;
import dev.plumbline.catalogue.scheme.Level;
import dev.plumbline.catalogue.scheme.PartialDate;
import dev.plumbline.catalogue.scheme.Proof;
import dev.plumbline.catalogue.scheme.ProvisionSet;
import dev.plumbline.catalogue.scheme.ProvisionSet.Basis;
import dev.plumbline.catalogue.scheme.ProvisionSet.Selection;
import dev.plumbline.catalogue.scheme.Requirement;
import dev.plumbline.catalogue.scheme.Scheme;
import dev.plumbline.catalogue.scheme.SchemeCatalogue;
import dev.plumbline.catalogue.scheme.SchemeKind;
import dev.plumbline.catalogue.scheme.SchemeState;
import dev.plumbline.core.Attestor;
import dev.plumbline.core.ProvisionId;
import dev.plumbline.core.TableRole;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A scheme with one level that nothing stands in the way of, changed step by step by a test.
 *
 * @param edition empty for an edition that is unknown
 */
record Invented(
    Optional<EditionId> edition,
    Selection selection,
    List<String> provisions,
    Basis basis,
    Confidence setConfidence,
    Confidence levelConfidence,
    boolean requirement,
    String onlyFor,
    List<String> unknown,
    SchemeState state,
    PartialDate from) {
  static final LocalDate AS_OF = LocalDate.of(2026, 11, 24);

  /** All of it known, read, sure and open. */
  static Invented asking(String... provisions) {
    return new Invented(
        Optional.of(EditionId.named("3.1.3")),
        Selection.LISTED,
        List.of(provisions),
        Basis.READ,
        Confidence.HIGH,
        Confidence.HIGH,
        false,
        "",
        List.of(),
        SchemeState.ACTIVE,
        new PartialDate("2020-01-01"));
  }

  Invented numbered(EditionId other) {
    return new Invented(
        Optional.of(other),
        selection,
        provisions,
        basis,
        setConfidence,
        levelConfidence,
        requirement,
        onlyFor,
        unknown,
        state,
        from);
  }

  Invented unnumbered() {
    return new Invented(
        Optional.empty(),
        selection,
        provisions,
        basis,
        setConfidence,
        levelConfidence,
        requirement,
        onlyFor,
        unknown,
        state,
        from);
  }

  Invented selecting(Selection other) {
    return new Invented(
        edition,
        other,
        List.of(),
        basis,
        setConfidence,
        levelConfidence,
        requirement,
        onlyFor,
        unknown,
        state,
        from);
  }

  Invented inferred() {
    return new Invented(
        edition,
        selection,
        provisions,
        Basis.INFERRED,
        setConfidence,
        levelConfidence,
        requirement,
        onlyFor,
        unknown,
        state,
        from);
  }

  Invented sure(Confidence set, Confidence level) {
    return new Invented(
        edition,
        selection,
        provisions,
        basis,
        set,
        level,
        requirement,
        onlyFor,
        unknown,
        state,
        from);
  }

  Invented requiring() {
    return new Invented(
        edition,
        selection,
        provisions,
        basis,
        setConfidence,
        levelConfidence,
        true,
        onlyFor,
        unknown,
        state,
        from);
  }

  Invented onlyFor(String products) {
    return new Invented(
        edition,
        selection,
        provisions,
        basis,
        setConfidence,
        levelConfidence,
        requirement,
        products,
        unknown,
        state,
        from);
  }

  Invented unknowing(String what) {
    return new Invented(
        edition,
        selection,
        provisions,
        basis,
        setConfidence,
        levelConfidence,
        requirement,
        onlyFor,
        List.of(what),
        state,
        from);
  }

  Invented being(SchemeState other, String since) {
    return new Invented(
        edition,
        selection,
        provisions,
        basis,
        setConfidence,
        levelConfidence,
        requirement,
        onlyFor,
        unknown,
        other,
        new PartialDate(since));
  }

  Eligibility held(Result result) {
    return held(result, AS_OF);
  }

  Eligibility held(Result result, LocalDate on) {
    return Eligibilities.of(schemes(), Result.EDITIONS, result.assessment(), result.facts(on), on)
        .getFirst();
  }

  private SchemeCatalogue schemes() {
    ProvisionSet set =
        new ProvisionSet(
            "all",
            edition,
            selection,
            provisions.stream().map(ProvisionId::new).toList(),
            basis,
            "Worked out.",
            List.of("own"),
            setConfidence);
    boolean none = selection == Selection.LISTED && provisions.isEmpty();
    Level level =
        new Level(
            "1",
            1,
            "One",
            "",
            from,
            onlyFor,
            List.of(),
            none ? List.of() : List.of("all"),
            requirement ? List.of(sbom()) : List.of(),
            List.of(),
            unknown,
            AssessorKind.SELF,
            List.of("own"),
            levelConfidence);
    Scheme scheme =
        new Scheme(
            "invented",
            "Invented",
            SchemeKind.LABEL,
            state,
            from,
            Map.of(),
            List.of(set),
            List.of(level));
    Scheme other =
        new Scheme(
            "other",
            "Other",
            SchemeKind.LABEL,
            state,
            from,
            Map.of(),
            List.of(set),
            List.of(level));
    List<Edge> edges =
        Stream.of("2025-01-01", "2027-01-01")
            .map(
                since ->
                    new Edge(
                        "invented",
                        "1",
                        false,
                        "other",
                        "1",
                        Edge.Kind.RECOGNISED,
                        new PartialDate(since),
                        "all",
                        List.of("It is valid."),
                        List.of("own"),
                        Confidence.HIGH))
            .toList();
    return new SchemeCatalogue(
        AS_OF,
        Map.of(),
        List.of(scheme, other),
        edges,
        proof(),
        new Proof.Declared(TableRole.USER_INFORMATION, "supportEnds"));
  }

  private static Requirement sbom() {
    return new Requirement(
        "sbom",
        Requirement.Kind.SBOM,
        "A list.",
        List.of(),
        proof(),
        List.of("own"),
        Confidence.HIGH);
  }

  private static Proof proof() {
    return new Proof(
        Proof.Form.STATEMENT,
        "A file.",
        List.of(new Proof.Accepted(Set.of(Attestor.MAKER), List.of(), false)),
        List.of());
  }
}
