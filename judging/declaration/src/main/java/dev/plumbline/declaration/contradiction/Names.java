package dev.plumbline.declaration.contradiction;

import dev.plumbline.catalogue.IxitTable;
import dev.plumbline.core.BoundedPattern;
import dev.plumbline.core.NearestName;
import dev.plumbline.declaration.contradiction.ContradictionKind.Pair;
import dev.plumbline.dossier.IxitEntry;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Names of entries in the prose. */
final class Names {
  private static final BoundedPattern NAME =
      BoundedPattern.compile(
          "(?<![\\p{L}\\p{N}/-])([A-Z][A-Za-z]+)-[\\p{L}\\p{N}]+(?:-[\\p{L}\\p{N}]+){0,20}(?![\\p{L}\\p{N}*…-])");

  private Names() {}

  static List<ContradictionKind> kinds() {
    return List.of(new ContradictionKind("PLB-6147", Names::withoutEntry));
  }

  /** A name of the form that the entries of a table have, which none of them is. */
  private static Stream<Pair> withoutEntry(Paper paper) {
    Map<String, List<IxitEntry>> byPrefix =
        paper.catalogue().tables().values().stream()
            .filter(t -> !t.single())
            .collect(
                Collectors.toMap(
                    Names::prefix, t -> named(paper.dossier().ixit().entries(t.id()), t)));
    return texts(paper)
        .flatMap(
            q ->
                NAME.matcher(q.text())
                    .results()
                    .flatMap(m -> unknown(m, byPrefix).map(e -> new Pair(q.saying(m.group()), e)))
                    .limit(1));
  }

  private static String prefix(IxitTable table) {
    return table.id().substring(table.id().indexOf('-') + 1);
  }

  private static List<IxitEntry> named(List<IxitEntry> entries, IxitTable table) {
    return entries.stream().filter(e -> e.id().startsWith(prefix(table) + "-")).toList();
  }

  private static Stream<Quote> unknown(MatchResult name, Map<String, List<IxitEntry>> byPrefix) {
    List<IxitEntry> entries = byPrefix.getOrDefault(name.group(1), List.of());
    boolean known =
        entries.isEmpty()
            || entries.stream()
                .anyMatch(e -> e.id().startsWith(name.group()) || name.group().startsWith(e.id()));
    if (known) {
      return Stream.empty();
    }
    List<String> ids = entries.stream().map(IxitEntry::id).toList();
    Optional<String> near = NearestName.among(ids, name.group());
    IxitEntry shown =
        entries.stream()
            .filter(e -> near.filter(e.id()::equals).isPresent())
            .findFirst()
            .orElse(entries.getFirst());
    return Stream.of(
        new Quote(shown.table(), "id", shown.id(), List.of(shown.id()), shown.place()));
  }

  /** All that people wrote: cells, reasons of the statement, details of the answers. */
  private static Stream<Quote> texts(Paper paper) {
    Stream<Quote> cells =
        paper.dossier().ixit().tables().values().stream()
            .flatMap(List::stream)
            .flatMap(Paper::cells);
    Stream<Quote> answers = paper.dossier().ics().answers().values().stream().map(Quote::of);
    Stream<Quote> reasons =
        Stream.concat(
                paper.dossier().ics().conditions().values().stream(),
                paper.dossier().ics().features().values().stream())
            .map(s -> new Quote("ICS " + s.label(), "because", s.because(), List.of(), s.place()));
    Stream<Quote> beside =
        paper.dossier().ixit().remarks().entrySet().stream()
            .flatMap(t -> t.getValue().stream().map(r -> Quote.of(t.getKey(), r)));
    return Stream.of(cells, answers, reasons, beside).flatMap(s -> s);
  }
}
