package dev.plumbline.declaration.contradiction;

import dev.plumbline.catalogue.Words.Topic;
import dev.plumbline.core.TableRole;
import dev.plumbline.declaration.contradiction.ContradictionKind.Pair;
import dev.plumbline.dossier.IxitEntry;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Interfaces: what passes through them, and what they show. */
final class Interfaces {
  private static final String DISCLOSED = "disclosedInformation";
  private static final CellPattern DISABLED =
      CellPattern.value("status", "disabled permanently", "disabled");

  private Interfaces() {}

  static List<ContradictionKind> kinds() {
    return List.of(
        new ContradictionKind("PLB-6101", Interfaces::secretShown),
        new ContradictionKind("PLB-6109", Interfaces::updateThroughDisabled),
        new ContradictionKind("PLB-6110", Interfaces::reachedThroughDisabled),
        new ContradictionKind("PLB-6111", Interfaces::communicationOverDisabled),
        ContradictionKind.within(
            "PLB-6112",
            TableRole.PHYSICAL_INTERFACES,
            CellPattern.no("debugInterface"),
            CellPattern.items("debugPorts")),
        ContradictionKind.within(
            "PLB-6113",
            TableRole.PHYSICAL_INTERFACES,
            CellPattern.no("networkInterface"),
            CellPattern.value("type", "network interface")),
        ContradictionKind.within(
            "PLB-6114",
            TableRole.PHYSICAL_INTERFACES,
            CellPattern.no("air"),
            CellPattern.value("type", "air interface")),
        ContradictionKind.within(
            "PLB-6115",
            CellPattern.none(DISCLOSED),
            CellPattern.items("securityRelevantDisclosure"),
            TableRole.PHYSICAL_INTERFACES,
            TableRole.LOGICAL_INTERFACES),
        new ContradictionKind("PLB-6116", Interfaces::portWithoutNetwork),
        new ContradictionKind("PLB-6117", Interfaces::validatesNoInput));
  }

  /** A secret that is shown at an interface that says it discloses nothing. */
  private static Stream<Pair> secretShown(Paper paper) {
    List<IxitEntry> silent =
        paper
            .rows(TableRole.PHYSICAL_INTERFACES, TableRole.LOGICAL_INTERFACES)
            .filter(i -> CellPattern.none(DISCLOSED).in(i, paper).isPresent())
            .toList();
    return paper
        .rows(TableRole.SECURITY_PARAMETERS)
        .filter(p -> CellPattern.value("type", "public").in(p, paper).isEmpty())
        .flatMap(Paper::cells)
        .flatMap(
            q ->
                paper
                    .words()
                    .clauses(q.text())
                    .filter(c -> paper.words().speaksOf(Topic.SHOWN, c))
                    .flatMap(
                        c ->
                            silent.stream()
                                .filter(i -> Paper.names(c, i))
                                .flatMap(i -> Paper.cell(i, DISCLOSED).stream())
                                .map(d -> new Pair(q.saying(c), d))));
  }

  private static Stream<Pair> updateThroughDisabled(Paper paper) {
    List<IxitEntry> disabled =
        paper
            .rows(TableRole.PHYSICAL_INTERFACES, TableRole.LOGICAL_INTERFACES)
            .filter(i -> DISABLED.in(i, paper).isPresent())
            .toList();
    return paper
        .rows(TableRole.UPDATE_MECHANISMS)
        .flatMap(Paper::cells)
        .flatMap(
            q ->
                paper
                    .words()
                    .clauses(q.text())
                    .flatMap(
                        c ->
                            disabled.stream()
                                .filter(i -> Paper.names(c, i))
                                .flatMap(i -> DISABLED.in(i, paper).stream())
                                .map(s -> new Pair(q.saying(c), s))));
  }

  /** A logical interface that is on, and that only interfaces lead to which are off. */
  private static Stream<Pair> reachedThroughDisabled(Paper paper) {
    return paper
        .rows(TableRole.LOGICAL_INTERFACES)
        .filter(l -> CellPattern.value("status", "enabled").in(l, paper).isPresent())
        .flatMap(l -> onlyOff(l, "access", TableRole.PHYSICAL_INTERFACES, paper));
  }

  private static Stream<Pair> communicationOverDisabled(Paper paper) {
    return paper
        .rows(TableRole.COMMUNICATION_MECHANISMS)
        .flatMap(c -> onlyOff(c, "interface", TableRole.LOGICAL_INTERFACES, paper));
  }

  /** All entries that a column refers to are off. */
  private static Stream<Pair> onlyOff(IxitEntry entry, String column, TableRole role, Paper paper) {
    Optional<Quote> refers = Paper.cell(entry, column);
    List<IxitEntry> named =
        refers.stream()
            .flatMap(r -> paper.rows(role).filter(i -> Paper.names(r.text(), i)))
            .toList();
    boolean off =
        !named.isEmpty() && named.stream().allMatch(i -> DISABLED.in(i, paper).isPresent());
    return off
        ? ContradictionKind.pair(refers, DISABLED.in(named.getFirst(), paper))
        : Stream.empty();
  }

  /** What is switched off may have the port at which it would answer. */
  private static Stream<Pair> portWithoutNetwork(Paper paper) {
    return paper
        .rows(TableRole.AUTHENTICATION_MECHANISMS, TableRole.SOFTWARE_SERVICES)
        .filter(e -> CellPattern.value("status", "disabled by default").in(e, paper).isEmpty())
        .filter(e -> CellPattern.no("enabledByDefault").in(e, paper).isEmpty())
        .flatMap(
            e ->
                ContradictionKind.pair(
                    CellPattern.no("networkReachable").in(e, paper),
                    CellPattern.items("endpoints").in(e, paper)));
  }

  /** Input of an interface is validated that takes none. */
  private static Stream<Pair> validatesNoInput(Paper paper) {
    return paper
        .rows(TableRole.USER_INTERFACES)
        .flatMap(
            u ->
                CellPattern.no("takesInput").in(u, paper).stream()
                    .flatMap(
                        no ->
                            paper
                                .rows(TableRole.INPUT_VALIDATION)
                                .flatMap(v -> Paper.cell(v, "source").stream())
                                .filter(s -> s.values().stream().anyMatch(x -> Paper.names(x, u)))
                                .map(s -> new Pair(no, s))));
  }
}
