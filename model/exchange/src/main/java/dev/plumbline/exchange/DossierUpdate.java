package dev.plumbline.exchange;

import dev.plumbline.catalogue.CatalogueLoader;
import dev.plumbline.core.Place;
import dev.plumbline.core.Problems;
import dev.plumbline.dossier.folder.DossierFolder;
import dev.plumbline.dossier.folder.DossierWriter;
import dev.plumbline.exchange.Incoming.Row;
import dev.plumbline.exchange.Incoming.Value;
import dev.plumbline.exchange.layout.Layout;
import dev.plumbline.exchange.layout.Layouts;
import dev.plumbline.exchange.layout.TableKind;
import dev.plumbline.yaml.YamlText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Brings a delivery into a dossier: changes what differs and nothing else. What the dossier says
 * and the delivery leaves empty stays, and is told.
 */
public final class DossierUpdate {
  /** Where a dossier keeps what the next import is held against. */
  public static final String REMEMBERED = LastImport.FILE;

  private final DossierFolder folder;
  private final Problems problems;
  private final Map<String, YamlText> texts = new LinkedHashMap<>();
  private final Map<String, String> originals = new LinkedHashMap<>();
  private final List<String> changes = new ArrayList<>();
  private final List<String> mended = new ArrayList<>();
  private final List<CellMerge> cells = new ArrayList<>();
  private final List<Conflict> conflicts = new ArrayList<>();
  private final CellMerge.Choice choice;

  private DossierUpdate(DossierFolder folder, CellMerge.Choice choice, Problems problems) {
    this.folder = folder;
    this.choice = choice;
    this.problems = problems;
  }

  /**
   * What would be changed.
   *
   * @param before what these files said, and the one that the import before was remembered in;
   *     empty where a file was absent
   * @param files new texts by name, relative to the dossier
   * @param changes one line each, such as {@code ics.yaml 5.1-1 support}
   * @param mended what the dossier changed since the last import, and the file did not; it stays
   * @param cells all that file and dossier fill differently
   * @param conflicts those of which nobody chose a side; the dossier stays as it is
   * @param remembered what the next import is held against
   */
  public record Changes(
      Map<String, String> before,
      Map<String, String> files,
      List<String> changes,
      List<String> mended,
      List<CellMerge> cells,
      List<Conflict> conflicts,
      String remembered) {
    public Changes {
      before = Map.copyOf(before);
      files = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(files));
      changes = List.copyOf(changes);
      mended = List.copyOf(mended);
      cells = List.copyOf(cells);
      conflicts = List.copyOf(conflicts);
    }

    /** The new texts with that of the file that the next import is held against. */
    public Map<String, String> texts() {
      Map<String, String> all = new LinkedHashMap<>(files);
      all.put(LastImport.FILE, remembered);
      return all;
    }

    /** Writes them, if nobody else has changed these files since. */
    public void write(DossierFolder folder) throws IOException {
      Files.createDirectories(folder.directory().resolve("ixit"));
      try (DossierWriter writer = folder.write()) {
        writer.replaceAll(before, texts());
      }
    }
  }

  /**
   * Holds a delivery against a dossier; writes nothing.
   *
   * @param problems receives what stays although the delivery leaves it empty, and what cannot be
   *     changed
   */
  public static Changes of(Delivery delivery, DossierFolder folder, Problems problems) {
    return of(delivery, folder, Conflict.Side.DOSSIER, problems);
  }

  /**
   * As {@link #of(Delivery, DossierFolder, Problems)}.
   *
   * @param side which counts where both changed a cell since the last import
   */
  public static Changes of(
      Delivery delivery, DossierFolder folder, Conflict.Side side, Problems problems) {
    return of(delivery, folder, CellMerge.Choice.usual(side), problems);
  }

  /**
   * As {@link #of(Delivery, DossierFolder, Problems)}.
   *
   * @param choice what becomes of each cell that file and dossier fill differently
   */
  public static Changes of(
      Delivery delivery, DossierFolder folder, CellMerge.Choice choice, Problems problems) {
    return new DossierUpdate(folder, choice, problems).changes(delivery);
  }

  private LastImport last() {
    Path file = folder.directory().resolve(LastImport.FILE);
    try {
      if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
        return LastImport.NONE;
      }
      String text = Files.readString(file);
      originals.put(LastImport.FILE, text);
      return LastImport.of(text);
    } catch (IOException e) {
      return LastImport.NONE;
    }
  }

  private Changes changes(Delivery delivery) {
    LastImport last = last();
    for (Layout layout : Layouts.of(CatalogueLoader.load(delivery.edition()))) {
      if (delivery.incoming().tables().containsKey(layout.id())) {
        List<Row> rows = delivery.incoming().rows(layout.id());
        text(layout, rows)
            .ifPresent(
                t -> {
                  SheetUpdate update = new SheetUpdate(layout, t, last, choice, problems);
                  texts.put(file(layout), update.with(rows));
                  if (layout.kind() == TableKind.IXIT) {
                    Optional<Value> beside =
                        Optional.ofNullable(delivery.incoming().remarks().get(layout.id()));
                    texts.put(file(layout), update.withRemarks(beside));
                  }
                  update.tellStays();
                  changes.addAll(update.changes());
                  mended.addAll(update.mended());
                  cells.addAll(update.cells());
                  conflicts.addAll(update.conflicts());
                });
      }
    }
    Map<String, String> files = new LinkedHashMap<>();
    texts.forEach(
        (file, text) -> {
          if (!text.text().equals(originals.get(file))) {
            files.put(file, text.text());
          }
        });
    String remembered = last.with(delivery.incoming(), conflicts).json();
    return new Changes(originals, files, changes, mended, cells, conflicts, remembered);
  }

  private static String file(Layout layout) {
    return switch (layout.kind()) {
      case PRODUCT -> "product.yaml";
      case ICS, CONDITIONS, FEATURES -> "ics.yaml";
      case IXIT -> "ixit/" + layout.id() + ".yaml";
    };
  }

  private Optional<YamlText> text(Layout layout, List<Row> rows) {
    String file = file(layout);
    Optional<YamlText> known = Optional.ofNullable(texts.get(file));
    if (known.isPresent()) {
      return known;
    }
    boolean absent = !Files.exists(folder.directory().resolve(file), LinkOption.NOFOLLOW_LINKS);
    if (absent && layout.kind() == TableKind.PRODUCT) {
      return Optional.empty();
    }
    if (absent && rows.stream().allMatch(Row::isBlank) && layout.single()) {
      return Optional.empty();
    }
    Problems own = new Problems();
    Optional<YamlText> read =
        absent ? YamlText.of(empty(layout), file, own) : folder.source(file, own);
    if (read.isEmpty()) {
      problems.error(
          "PLB-9541",
          Place.of(file),
          "The file is broken, so that nothing can be brought into it.",
          "Run 'plumbline check' and mend it first.");
    }
    read.ifPresent(t -> originals.put(file, absent ? "" : t.text()));
    return read;
  }

  private static String empty(Layout layout) {
    return switch (layout.kind()) {
      case IXIT ->
          "table: " + layout.id() + "\n\n" + (layout.single() ? "record:\n" : "entries:\n");
      case ICS, CONDITIONS, FEATURES, PRODUCT -> "answers:\n";
    };
  }
}
