package dev.plumbline.edition;

import dev.plumbline.core.NumberOrder;
import dev.plumbline.yaml.YamlPath;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Moves a declaration to the other edition. Where it came from there, it goes back to what it was,
 * to the letter, with what was changed meanwhile.
 */
public final class Migration {
  static final String PRODUCT = "product.yaml";
  static final String DRIVER = "driver.yaml";

  private Migration() {}

  /**
   * What the last migration left behind.
   *
   * @param here the files of this edition as that migration left them
   * @param there the files of the other edition as they were then
   */
  public record Kept(Map<String, String> here, Map<String, String> there) {
    public Kept {
      here = Map.copyOf(here);
      there = Map.copyOf(there);
    }
  }

  /** Whether a file is part of the declaration, and so of a migration. */
  public static boolean concerns(String file) {
    return file.equals(PRODUCT)
        || file.equals(DRIVER)
        || file.equals(IcsMoves.FILE)
        || (file.startsWith(TableMoves.FOLDER) && file.endsWith(".yaml"));
  }

  /**
   * Moves.
   *
   * @param files texts by name, each read before without errors
   * @param kept empty where the declaration has never been in the other edition
   */
  public static Migrated move(EditionRoute route, Map<String, String> files, Optional<Kept> kept) {
    List<Correspondence> accounts = new ArrayList<>(Correspondences.of(route));
    if (kept.isPresent()) {
      Rejoining back = Rejoining.of(route, files, kept.get());
      return new Migrated(back.files(), accounts, back.toDo(), back.rowNames(files));
    }
    Map<String, String> moved = new LinkedHashMap<>();
    TableMoves tables = new TableMoves(route);
    tables.move(files);
    moved.putAll(tables.files());
    List<ToDo> toDo = new ArrayList<>();
    Optional.ofNullable(files.get(IcsMoves.FILE))
        .ifPresent(
            text -> {
              IcsMoves ics = IcsMoves.move(route, text);
              moved.put(IcsMoves.FILE, ics.text());
              toDo.addAll(ics.toDo());
            });
    for (String file : List.of(PRODUCT, DRIVER)) {
      Optional.ofNullable(files.get(file))
          .ifPresent(text -> moved.put(file, other(route, file, text, tables.rowNames())));
    }
    toDo.addAll(tables.toDo());
    accounts.addAll(tables.accounts());
    toDo.addAll(Columns.toFill(route, moved));
    toDo.sort(
        Comparator.comparing(ToDo::file, NumberOrder.INSTANCE)
            .thenComparing(ToDo::where, NumberOrder.INSTANCE));
    return new Migrated(moved, accounts, toDo, tables.rowNames().names());
  }

  private static String other(EditionRoute route, String file, String text, RowNames names) {
    Sheet sheet = Sheet.of(file, text);
    sheet.headComment("/" + route.fromVersion() + "/", "/" + route.toVersion() + "/");
    if (file.equals(PRODUCT)) {
      sheet.put(YamlPath.of("edition"), route.toVersion());
    }
    names.in(sheet);
    return sheet.text();
  }
}
