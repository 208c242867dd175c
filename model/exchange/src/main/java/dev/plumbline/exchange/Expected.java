package dev.plumbline.exchange;

import dev.plumbline.catalogue.Catalogue;
import dev.plumbline.catalogue.Condition;
import dev.plumbline.core.ProvisionId;
import dev.plumbline.exchange.layout.Column;
import dev.plumbline.exchange.layout.Layout;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What the catalogue says in the cells of a table that a maker only copies. */
record Expected(Catalogue catalogue) {
  /** The ids that the rows of a table may have; empty where the maker names them. */
  Set<String> labels(Layout layout) {
    return switch (layout.kind()) {
      case ICS ->
          catalogue.provisions().keySet().stream()
              .map(ProvisionId::value)
              .collect(Collectors.toSet());
      case CONDITIONS ->
          catalogue.conditions().values().stream()
              .map(Condition::label)
              .collect(Collectors.toSet());
      case FEATURES -> catalogue.features().keySet();
      case IXIT, PRODUCT -> Set.of();
    };
  }

  /** The text of the catalogue in a cell that nobody fills; empty where there is none. */
  String text(Layout layout, String id, Column column) {
    return switch (layout.kind()) {
      case ICS ->
          catalogue
              .provision(new ProvisionId(id))
              .map(p -> column.key().equals("status") ? p.printedStatus() : p.title())
              .orElse("");
      case CONDITIONS ->
          catalogue.conditions().values().stream()
              .filter(c -> c.label().equals(id))
              .map(Condition::meaning)
              .findFirst()
              .orElse("");
      case FEATURES ->
          Optional.ofNullable(catalogue.features().get(id)).map(Condition::meaning).orElse("");
      case IXIT, PRODUCT -> "";
    };
  }
}
