package dev.plumbline.declaration;

import dev.plumbline.catalogue.IxitColumn;
import dev.plumbline.catalogue.IxitTable;
import dev.plumbline.catalogue.Words;
import dev.plumbline.declaration.data.Texts;
import dev.plumbline.dossier.Cell;
import dev.plumbline.dossier.IxitEntry;
import dev.plumbline.yaml.YamlNode.Listing;
import dev.plumbline.yaml.YamlNode.Mapping;
import dev.plumbline.yaml.YamlNode.Scalar;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Cells against the type and the choices of their column. */
final class CellForms implements Concern {
  private static final Words WORDS = Words.load();

  /** A word or two are a choice of the maker's own; more of them are free text. */
  private static final int FREE_TEXT = 3;

  @Override
  public void look(DatedDossier declared, Found found) {
    for (IxitTable table : declared.catalogue().tables().values()) {
      for (IxitEntry entry : declared.entries(table)) {
        entry
            .cells()
            .values()
            .forEach(cell -> table.column(cell.key()).ifPresent(c -> form(c, cell, found)));
      }
    }
  }

  private static void form(IxitColumn column, Cell cell, Found found) {
    if (!rightKind(column, cell, found) || cell.isEmpty()) {
      return;
    }
    switch (column.type()) {
      case BOOLEAN -> {
        if (cell.flag().isEmpty()) {
          found.add("PLB-4021", cell.place(), cell.key(), Texts.shown(cell.text()));
        }
      }
      case NUMBER -> number(cell, found);
      case DATE -> {
        if (ValueForms.date(cell.text()).isEmpty()) {
          found.add("PLB-4024", cell.place(), cell.key(), Texts.shown(cell.text()));
        }
      }
      case URL -> url(cell, found);
      case ENDPOINTS ->
          cell.texts().stream()
              .filter(t -> ValueForms.endpoint(t).isEmpty())
              .forEach(
                  t ->
                      found.add(
                          "PLB-4026", cell.place(), cell.key(), t, ValueForms.endpointInstead(t)));
      case ENUM -> choices(column, cell, found);
      case LIST -> list(column, cell, found);
      case TEXT, ID -> {}
    }
  }

  /** Text where a list is asked for is a list of one; everything else has to fit. */
  private static boolean rightKind(IxitColumn column, Cell cell, Found found) {
    boolean many =
        switch (column.type()) {
          case LIST, ENDPOINTS -> true;
          case TEXT, ENUM, BOOLEAN, NUMBER, DATE, URL, ID -> false;
        };
    boolean nested =
        cell.node() instanceof Mapping
            || (cell.node() instanceof Listing l
                && l.items().stream().anyMatch(i -> !(i instanceof Scalar)));
    if (nested) {
      found.add("PLB-4027", cell.place(), cell.key(), many ? "a list of texts" : "one text");
      return false;
    }
    if (!many && cell.node() instanceof Listing l) {
      found.add("PLB-4028", cell.place(), cell.key(), l.items().size());
      return false;
    }
    return true;
  }

  private static void number(Cell cell, Found found) {
    Optional<Long> number = cell.number();
    if (number.isEmpty()) {
      found.add("PLB-4022", cell.place(), cell.key(), Texts.shown(cell.text()));
    } else if (number.get() < 0) {
      found.add("PLB-4023", cell.place(), cell.key(), number.get());
    }
  }

  private static void url(Cell cell, Found found) {
    Optional<String> host = ValueForms.host(cell.text());
    if (host.isEmpty()) {
      found.add("PLB-4025", cell.place(), cell.key(), Texts.shown(cell.text()));
    } else if (cell.text().toLowerCase(Locale.ROOT).startsWith("http:")
        && !ValueForms.isLoopback(host.get())) {
      found.add("PLB-4031", cell.place(), cell.key(), Texts.shown(cell.text()));
    }
  }

  private static void choices(IxitColumn column, Cell cell, Found found) {
    for (String text : cell.texts()) {
      if (column.values().isEmpty() || column.values().contains(text)) {
        continue;
      }
      if (column.openValues()) {
        open(column, cell, text, found);
        continue;
      }
      Optional<String> otherCase =
          column.values().stream().filter(v -> v.equalsIgnoreCase(text.trim())).findFirst();
      if (otherCase.isPresent()) {
        found.add("PLB-4030", cell.place(), cell.key(), text, otherCase.get());
      } else {
        found.add("PLB-4020", cell.place(), cell.key(), text, Texts.instead(text, column.values()));
      }
    }
  }

  /** Other words are allowed, but a rule knows the choices alone. */
  private static void open(IxitColumn column, Cell cell, String text, Found found) {
    if (Words.size(text) >= FREE_TEXT
        && column.choice(text).isEmpty()
        && !WORDS.saysNone(text)
        && !WORDS.saysNotApplicable(text)) {
      found.add(
          "PLB-4034",
          cell.place(),
          cell.key(),
          Texts.shown(text),
          String.join(", ", column.values()));
    }
  }

  private static void list(IxitColumn column, Cell cell, Found found) {
    if (column.refs().isEmpty()) {
      choices(column, cell, found);
    }
    List<String> texts = cell.texts();
    Set<String> seen = new HashSet<>();
    texts.stream()
        .filter(t -> !seen.add(t))
        .distinct()
        .forEach(t -> found.add("PLB-4029", cell.place(), cell.key(), t));
  }
}
