package dev.plumbline.app.edit;

import dev.plumbline.catalogue.IxitTable;
import dev.plumbline.yaml.YamlNode.Listing;
import dev.plumbline.yaml.YamlNode.Mapping;
import dev.plumbline.yaml.YamlPath;
import dev.plumbline.yaml.YamlText;
import java.util.Optional;

/** The file of a table of the IXIT. */
public final class TableFile {
  static final YamlPath ENTRIES = YamlPath.of("entries");
  static final YamlPath RECORD = YamlPath.of("record");

  private TableFile() {}

  /** Its name, relative to the dossier. */
  public static String name(IxitTable table) {
    return "ixit/" + table.id() + ".yaml";
  }

  /** The text that a new one begins with. */
  static String begun(IxitTable table) {
    return "table: " + table.id() + "\n\n" + (table.single() ? "record:\n" : "entries:\n");
  }

  /**
   * Where a row stands.
   *
   * @param row id; of a table with a single record, any
   * @return empty where the file has no such row
   */
  public static Optional<YamlPath> row(YamlText text, IxitTable table, String row) {
    if (table.single()) {
      return text.at(RECORD).filter(Mapping.class::isInstance).map(n -> RECORD);
    }
    if (!(text.at(ENTRIES).orElse(text.root()) instanceof Listing all)) {
      return Optional.empty();
    }
    for (int i = 0; i < all.items().size(); i++) {
      if (all.items().get(i) instanceof Mapping m
          && m.text("id").map(String::strip).filter(row::equals).isPresent()) {
        return Optional.of(ENTRIES.index(i));
      }
    }
    return Optional.empty();
  }
}
