package dev.plumbline.judging.rules;

import dev.plumbline.catalogue.Catalogue;
import dev.plumbline.catalogue.IxitTable;
import dev.plumbline.catalogue.Provision;
import dev.plumbline.catalogue.Words;
import dev.plumbline.declaration.DetailWarnings;
import dev.plumbline.dossier.Dossier;
import dev.plumbline.dossier.Ics;
import dev.plumbline.dossier.IcsAnswer;
import dev.plumbline.dossier.IxitEntry;
import dev.plumbline.dossier.Product;
import dev.plumbline.dossier.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The declaration of one dossier as rules read it. Each part is made when a rule first asks for it.
 * For one thread at a time.
 */
final class Rows {
  static final List<String> PRODUCT_FIELDS =
      List.of(
          "edition",
          "manufacturer",
          "name",
          "model",
          "hardwareVersion",
          "softwareVersion",
          "unit",
          "state");
  static final List<String> ANSWER_TEXTS = List.of("provision", "support", "detail");

  private final Words words = Words.load();
  private final Catalogue catalogue;
  private final Tables shapes;
  private final Dossier dossier;
  private final IdentityHashMap<IxitEntry, SelectableFields> byEntry = new IdentityHashMap<>();
  private final SelectableFields tables = new SelectableFields(this::table);
  private final SelectableFields ics = new SelectableFields(this::icsPart);
  private final SelectableFields product;

  Rows(Catalogue catalogue, Tables shapes, Dossier dossier) {
    this.catalogue = catalogue;
    this.shapes = shapes;
    this.dossier = dossier;
    this.product = product(dossier.product());
  }

  /** Whether these are the rows of that dossier; by identity, which is cheap. */
  @SuppressWarnings("ReferenceEquality")
  boolean isOf(Dossier other) {
    return dossier == other;
  }

  SelectableFields row(IxitEntry entry) {
    return byEntry.computeIfAbsent(entry, shapes::row);
  }

  /** The one record of a single-record table; empty where it is absent. */
  Optional<IxitEntry> record(String table) {
    return dossier.ixit().record(table);
  }

  SelectableFields tables() {
    return tables;
  }

  SelectableFields product() {
    return product;
  }

  SelectableFields ics() {
    return ics;
  }

  private Optional<Object> table(String name) {
    Optional<IxitTable> table = shapes.named(name).filter(t -> dossier.ixit().has(t.id()));
    return table.isPresent() && table.get().single()
        ? record(table.get().id()).map(this::row)
        : table.map(t -> dossier.ixit().entries(t.id()).stream().map(this::row).toList());
  }

  private static SelectableFields product(Product p) {
    List<String> values =
        List.of(
            p.edition(),
            p.manufacturer(),
            p.name(),
            p.model(),
            p.hardwareVersion(),
            p.softwareVersion(),
            p.unit(),
            p.state());
    return new SelectableFields(
        name ->
            Optional.of(PRODUCT_FIELDS.indexOf(name))
                .filter(i -> i >= 0)
                .map(values::get)
                .filter(v -> !v.isBlank())
                .map(v -> v));
  }

  private Optional<Object> icsPart(String name) {
    Ics source = dossier.ics();
    return switch (name) {
      case "conditions" -> Optional.of(statements(source.conditions()));
      case "features" -> Optional.of(statements(source.features()));
      case "answers" -> Optional.of(answers(source));
      case "unanswered" -> Optional.of(unanswered(source));
      default -> Optional.empty();
    };
  }

  private List<SelectableFields> answers(Ics source) {
    List<SelectableFields> answers = new ArrayList<>();
    for (Provision provision : catalogue.provisions().values()) {
      source.answer(provision.id()).ifPresent(a -> answers.add(answer(provision, a)));
    }
    return List.copyOf(answers);
  }

  private List<String> unanswered(Ics source) {
    return catalogue.provisions().values().stream()
        .filter(p -> source.answer(p.id()).isEmpty())
        .map(p -> p.id().value())
        .toList();
  }

  /** Without the detail where it says too little: such a detail is unknown. */
  private SelectableFields answer(Provision provision, IcsAnswer answer) {
    Map<String, Object> values =
        new HashMap<>(
            Map.of(
                "provision", provision.id().value(),
                "mandatory", provision.mandatory(),
                "support", answer.support().printed(),
                "evidence", answer.evidence()));
    if (words.isNothing(answer.detail())
        || DetailWarnings.of(provision, answer.detail()).isEmpty()) {
      values.put("detail", answer.detail());
    }
    return SelectableFields.of(values);
  }

  private static Map<String, Boolean> statements(Map<String, Statement> statements) {
    Map<String, Boolean> holds = new HashMap<>();
    statements.forEach((label, s) -> holds.put(label, s.holds()));
    return Map.copyOf(holds);
  }
}
