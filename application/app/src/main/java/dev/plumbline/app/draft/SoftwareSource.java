package dev.plumbline.app.draft;

import dev.plumbline.app.draft.Known.Seen;
import dev.plumbline.catalogue.IxitTable;
import dev.plumbline.core.TableRole;
import dev.plumbline.observation.software.SoftwareComponents;
import dev.plumbline.observation.software.SoftwareComponents.Component;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Components and implementations of cryptography of the lists of software. */
final class SoftwareSource implements DraftSource {
  /** Rows for more are no help to anybody. */
  private static final int MOST = 500;

  private final List<String> cryptography = DraftData.texts("cryptography");
  private final List<String> unlisted = DraftData.texts("unlisted-types");

  @Override
  public void propose(Known known, DraftTables tables) {
    for (Seen<SoftwareComponents> seen : known.seen(SoftwareComponents.class)) {
      Map<String, Component> named = new LinkedHashMap<>();
      for (Component c : seen.fact().components()) {
        if (!c.name().isBlank() && c.version().isPresent() && !isUnlisted(c)) {
          named.putIfAbsent(c.name() + " " + c.version().get(), c);
        }
      }
      named.values().stream().limit(MOST).forEach(c -> component(c, seen.from(), tables));
      named.values().stream()
          .filter(this::isCryptography)
          .limit(MOST)
          .forEach(c -> implementation(c, seen.from(), tables));
    }
  }

  private boolean isUnlisted(Component component) {
    return component
        .type()
        .map(t -> t.toLowerCase(Locale.ROOT))
        .filter(unlisted::contains)
        .isPresent();
  }

  private boolean isCryptography(Component component) {
    String name = component.name().toLowerCase(Locale.ROOT).replaceAll("[ _-]", "");
    return cryptography.stream().anyMatch(name::startsWith);
  }

  private void component(Component component, String from, DraftTables tables) {
    Optional<IxitTable> table = tables.table(TableRole.SOFTWARE_COMPONENTS, "version");
    if (table.isEmpty()) {
      return;
    }
    DraftRow row = tables.row(table.get(), r -> isOf(component, r));
    row.seen("description", component.name(), Certainty.LIKELY, from)
        .seen("updateMechanism", onlyUpdate(tables), Certainty.GUESS, from)
        .seen("version", component.version().orElse(""), Certainty.CERTAIN, from);
    if (isCryptography(component)) {
      row.seen("usesCryptography", true, Certainty.LIKELY, from);
    }
  }

  private static void implementation(Component component, String from, DraftTables tables) {
    Optional<IxitTable> table = tables.table(TableRole.SECURITY_IMPLEMENTATIONS, "product");
    table.ifPresent(
        t ->
            tables
                .row(t, r -> isOf(component, r))
                .seen("description", component.name(), Certainty.LIKELY, from)
                .seen("product", component.name(), Certainty.CERTAIN, from)
                .seen("version", component.version().orElse(""), Certainty.CERTAIN, from));
  }

  /** An entry that names it and no other version. */
  private static boolean isOf(Component component, DraftRow row) {
    List<String> version = row.texts("version");
    boolean named =
        words(row).stream().anyMatch(w -> w.equals(component.name().toLowerCase(Locale.ROOT)));
    return named && (version.isEmpty() || version.equals(List.of(component.version().orElse(""))));
  }

  private static List<String> words(DraftRow row) {
    List<String> words = new ArrayList<>();
    for (String key : List.of("description", "product")) {
      for (String text : row.texts(key)) {
        words.add(text.toLowerCase(Locale.ROOT));
        words.addAll(List.of(text.toLowerCase(Locale.ROOT).split("[\\s,;:()]+")));
      }
    }
    return words;
  }

  /** The one mechanism that updates the product; none where there are several. */
  private static List<String> onlyUpdate(DraftTables tables) {
    List<String> all =
        tables.table(TableRole.UPDATE_MECHANISMS, "networkBased").stream()
            .flatMap(t -> tables.rows(t).stream())
            .map(DraftRow::id)
            .toList();
    return all.size() == 1 ? all : List.of();
  }
}
