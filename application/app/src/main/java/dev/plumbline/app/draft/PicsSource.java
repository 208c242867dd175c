package dev.plumbline.app.draft;

import dev.plumbline.app.draft.Known.Seen;
import dev.plumbline.catalogue.IxitTable;
import dev.plumbline.core.TableRole;
import dev.plumbline.observation.supply.PicsDeclared;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Interfaces, communication, logins and updates that the PICS of a product says for Matter. What is
 * not supported proposes nothing: the device may still have it, apart from Matter.
 */
final class PicsSource implements DraftSource {
  private final List<PicsRow> rows = PicsRow.all();
  private final Map<String, List<String>> wifi = DraftData.lists(DraftData.PICS, "wifi-bands");

  @Override
  public void propose(Known known, DraftTables tables) {
    Map<String, String> supported = new TreeMap<>();
    for (Seen<PicsDeclared> seen : known.seen(PicsDeclared.class)) {
      seen.fact().supported().forEach(code -> supported.put(code, seen.from()));
    }
    for (PicsRow row : rows) {
      if (supported.keySet().containsAll(row.needs())) {
        propose(row, supported, tables);
      }
    }
  }

  private void propose(PicsRow row, Map<String, String> supported, DraftTables tables) {
    Optional<IxitTable> table = tables.table(row.role(), row.column());
    if (table.isEmpty()) {
      return;
    }
    String from = from(row.needs(), supported);
    DraftRow draft = tables.row(table.get(), r -> row.isWritten(r) || isOfBand(row, r));
    draft.seen("description", row.description(), Certainty.LIKELY, from);
    row.cells().forEach((key, cell) -> draft.seen(key, cell.value(), cell.certainty(), from));
    if (row.bands().size() > 1) {
      Set<String> codes = new TreeSet<>(wifi.keySet());
      codes.retainAll(supported.keySet());
      List<String> bands =
          codes.stream().flatMap(c -> wifi.getOrDefault(c, List.of()).stream()).toList();
      draft.seen("bands", bands, Certainty.GUESS, from(List.copyOf(codes), supported));
    }
    if (row.leads()) {
      draft.seen("access", networks(tables), Certainty.LIKELY, from);
    }
    if (row.carried()) {
      draft.seen("interface", matter(tables), Certainty.LIKELY, from);
    }
  }

  private static boolean isOfBand(PicsRow row, DraftRow draft) {
    return draft.texts("bands").stream().anyMatch(row.bands()::contains);
  }

  /** The codes and where they stand. */
  private static String from(List<String> codes, Map<String, String> supported) {
    Set<String> files = new TreeSet<>();
    codes.forEach(c -> files.add(supported.getOrDefault(c, "")));
    return String.join(", ", codes) + " in " + String.join(", ", files);
  }

  private static List<String> networks(DraftTables tables) {
    return ids(tables, TableRole.PHYSICAL_INTERFACES, "networkInterface", true);
  }

  private static List<String> matter(DraftTables tables) {
    return ids(tables, TableRole.LOGICAL_INTERFACES, "protocol", "matter");
  }

  private static List<String> ids(DraftTables tables, TableRole role, String key, Object value) {
    List<String> ids = new ArrayList<>();
    tables
        .table(role, key)
        .ifPresent(
            t ->
                tables.rows(t).stream()
                    .filter(r -> r.has(key, value))
                    .forEach(r -> ids.add(r.id())));
    return List.copyOf(ids);
  }
}
