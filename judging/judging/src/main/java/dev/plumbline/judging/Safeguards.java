package dev.plumbline.judging;

import dev.plumbline.catalogue.Kind;
import dev.plumbline.core.Finding;
import dev.plumbline.dossier.Endpoint;
import dev.plumbline.dossier.IxitEntry;
import dev.plumbline.dossier.Observation;
import dev.plumbline.judging.check.Check;
import dev.plumbline.judging.check.Prepared;
import dev.plumbline.judging.check.TestItem;
import dev.plumbline.judging.fact.Facts;
import dev.plumbline.judging.plan.EntryReferences;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The ways in which assessors misjudge, refused whatever a check or rule says: a claim taken for
 * proof, silence taken for an answer, evidence of another version, unit or state, and evidence of
 * another interface or mechanism.
 */
final class Safeguards {
  /** The typed field of tables whose entries call somebody. */
  private static final String CONTACTS = "contacts";

  private final Facts facts;
  private final EntryReferences references;
  private final Prepared prepared;

  Safeguards(Prepared prepared, Facts facts, EntryReferences references) {
    this.prepared = prepared;
    this.facts = facts;
    this.references = references;
  }

  /** The finding of a check, or why it cannot be taken. */
  Finding afterCheck(TestItem item, Check.Outcome outcome) {
    return afterCheck(item, outcome, Set.of());
  }

  /**
   * The same.
   *
   * @param states device states that the check asks for besides the one under assessment
   */
  Finding afterCheck(TestItem item, Check.Outcome outcome, Set<String> states) {
    boolean speaks =
        outcome.finding() instanceof Finding.Holds || outcome.finding() instanceof Finding.Violated;
    if (!speaks) {
      return outcome.finding();
    }
    Optional<String> foreign =
        outcome.basis().stream().flatMap(o -> foreign(item, o, states).stream()).findFirst();
    if (foreign.isPresent()) {
      return new Finding.Undetermined(foreign.get());
    }
    return outcome.finding() instanceof Finding.Holds h
        ? proven(item, h, outcome)
        : outcome.finding();
  }

  /** The finding of a rule over what is declared, or why it cannot be taken. */
  static Finding afterRule(TestItem item, Finding finding) {
    return finding instanceof Finding.Holds h && item.unit().kind() == Kind.FUNCTIONAL
        ? new Finding.Undetermined(
            "Declared so, but nothing was observed; a declaration is not evidence. " + h.reason())
        : finding;
  }

  private static Finding proven(TestItem item, Finding.Holds holds, Check.Outcome outcome) {
    if (item.unit().kind() == Kind.FUNCTIONAL
        && outcome.basis().stream().noneMatch(Observation::seen)) {
      return new Finding.Undetermined(
          "No observation of the device supports this; a declaration is not evidence. "
              + holds.reason());
    }
    return outcome.basis().stream()
        .filter(o -> !o.seen())
        .findFirst()
        .<Finding>map(
            o ->
                new Finding.Undetermined(
                    "Rests on "
                        + o.key()
                        + " of "
                        + o.subject()
                        + ", which got no answer: "
                        + o.reason()))
        .orElse(holds);
  }

  /** Why the observation says nothing about the item; empty when it may. */
  private Optional<String> foreign(TestItem item, Observation o, Set<String> states) {
    Optional<String> aside = Facts.whySetAside(o, facts.dossier().product(), states);
    if (aside.isPresent()) {
      return Optional.of("Rests on " + o.key() + " of " + o.subject() + ", " + aside.get() + ".");
    }
    if (item.entry().isEmpty()) {
      return Optional.empty();
    }
    List<IxitEntry> own = own(item);
    Optional<Endpoint> endpoint = Endpoint.parse(o.subject());
    if (endpoint.isPresent()) {
      return names(item, own, endpoint.get()) || isCalled(own, endpoint.get())
          ? Optional.empty()
          : Optional.of(
              "Rests on an observation of "
                  + o.subject()
                  + ", an interface that "
                  + item.id().subject()
                  + " does not name.");
    }
    boolean otherEntry =
        facts.dossier().ixit().entry(o.subject()).isPresent()
            && own.stream().noneMatch(e -> e.subject().equals(o.subject()))
            && item.entry().stream().noneMatch(e -> namesInFull(e, o.subject()));
    return otherEntry
        ? Optional.of(
            "Rests on an observation of "
                + o.subject()
                + ", which is another entry than "
                + item.id().subject()
                + ".")
        : Optional.empty();
  }

  /**
   * Whether somebody whom the device calls is there, and the entry says whom it calls: that is no
   * interface of the device, and a check has to find it among the contacts.
   */
  private boolean isCalled(List<IxitEntry> own, Endpoint endpoint) {
    return facts.dossier().product().targets().stream()
            .noneMatch(t -> t.address().equalsIgnoreCase(endpoint.address()))
        && own.stream().anyMatch(e -> !e.texts(CONTACTS).isEmpty());
  }

  /** Whether a list of the entry names the other as TABLE/ENTRY. */
  private static boolean namesInFull(IxitEntry entry, String subject) {
    return entry.cells().keySet().stream().anyMatch(k -> entry.texts(k).contains(subject));
  }

  /** The entry, its second, and those that they refer to. */
  private List<IxitEntry> own(TestItem item) {
    List<IxitEntry> own = new ArrayList<>();
    Stream.concat(item.entry().stream(), item.second().stream())
        .forEach(
            e -> {
              own.add(e);
              own.addAll(references.of(e));
            });
    return own;
  }

  private boolean names(TestItem item, List<IxitEntry> own, Endpoint endpoint) {
    Set<String> named = new HashSet<>();
    own.forEach(e -> columns(e).forEach(c -> named.addAll(e.texts(c))));
    boolean couldName =
        Stream.concat(item.entry().stream(), item.second().stream())
            .anyMatch(e -> !columns(e).isEmpty());
    return !couldName || named.contains(endpoint.service()) || named.contains(endpoint.toString());
  }

  private Set<String> columns(IxitEntry entry) {
    return prepared.endpoints().getOrDefault(entry.table(), Set.of());
  }
}
