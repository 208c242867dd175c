package dev.plumbline.app.draft;

import dev.plumbline.dossier.Dossier;
import dev.plumbline.dossier.IxitEntry;
import java.util.List;

/** The entries of another dossier of the maker, such as that of the last product. */
final class EarlierSource implements DraftSource {
  private final Dossier earlier;
  private final String name;

  /**
   * @param name of its directory, for people
   */
  EarlierSource(Dossier earlier, String name) {
    this.earlier = earlier;
    this.name = name;
  }

  @Override
  public void propose(Known known, DraftTables tables) {
    for (List<IxitEntry> entries : earlier.ixit().tables().values()) {
      for (IxitEntry entry : entries) {
        tables
            .byId(entry.table())
            .filter(t -> !t.single())
            .map(t -> tables.named(t, entry.id()))
            .ifPresent(row -> take(entry, row));
      }
    }
  }

  private void take(IxitEntry entry, DraftRow row) {
    entry
        .cells()
        .forEach(
            (key, cell) -> {
              if (!key.equals("id")) {
                row.told(
                    key,
                    cell.node().plain(),
                    Certainty.LIKELY,
                    name + ", " + entry.place().file() + " line " + cell.place().line());
              }
            });
  }
}
