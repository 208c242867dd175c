package dev.plumbline.dossier.folder;

import dev.plumbline.dossier.DossierOutline;
import dev.plumbline.dossier.DossierOutline.ColumnOutline;
import dev.plumbline.dossier.DossierOutline.LabelOutline;
import dev.plumbline.dossier.DossierOutline.ProvisionOutline;
import dev.plumbline.dossier.DossierOutline.TableOutline;
import dev.plumbline.dossier.file.SchemaLine;
import dev.plumbline.dossier.product.ProductReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * A new dossier: every question of the edition as a comment beside the place of its answer. It
 * opens without errors as it is.
 */
public final class DossierTemplate {
  private static final int WIDTH = 100;

  /** How the id of the table of connections begins, in every edition. */
  private static final String CONNECTIONS = "11-";

  private DossierTemplate() {}

  /**
   * Writes a new dossier.
   *
   * @param directory made when absent
   * @return the files, relative to the directory
   * @throws FileSystemException if something is there already; nothing was written
   */
  public static List<String> create(Path directory, DossierOutline outline) throws IOException {
    if (Files.exists(directory) && !isEmptyDirectory(directory)) {
      throw new FileSystemException(
          directory.toString(), null, "is not empty; name a directory that is new or empty");
    }
    Map<String, String> files = files(outline);
    Files.createDirectories(directory.resolve(IxitReader.FOLDER));
    for (Map.Entry<String, String> file : files.entrySet()) {
      Files.writeString(directory.resolve(file.getKey()), file.getValue());
    }
    return List.copyOf(files.keySet());
  }

  private static boolean isEmptyDirectory(Path directory) throws IOException {
    if (!Files.isDirectory(directory)) {
      return false;
    }
    try (Stream<Path> inside = Files.list(directory)) {
      return inside.findAny().isEmpty();
    }
  }

  private static Map<String, String> files(DossierOutline outline) {
    Map<String, String> files = new LinkedHashMap<>();
    files.put("README.md", resource("README.md", outline));
    files.put(".gitattributes", resource("gitattributes", outline));
    files.put(".gitignore", resource("gitignore", outline));
    files.put(ProductReader.FILE, resource(ProductReader.FILE, outline));
    files.put(IcsReader.FILE, ics(outline));
    files.put(EvidenceReader.FILE, resource(EvidenceReader.FILE, outline));
    outline.tables().forEach(t -> files.put(IxitReader.FOLDER + "/" + t.id() + ".yaml", table(t)));
    files.put(DossierFolder.DRIVER, resource(DossierFolder.DRIVER, outline));
    files.put(DossierFolder.SUPPLY, supply(outline));
    files.replaceAll(
        (file, text) ->
            file.endsWith(".yaml") ? SchemaLine.put(text, file, outline.edition()) : text);
    return files;
  }

  private static String ics(DossierOutline outline) {
    List<String> lines = new ArrayList<>();
    comment(lines, "", "Implementation conformance statement (EN 303 645, Annex B).");
    lines.add("edition: " + outline.edition());
    lines.add("");
    comment(lines, "", "Does the condition hold? Write 'holds: true' or 'holds: false', and why.");
    statements(lines, "conditions", "holds", outline.conditions());
    comment(lines, "", "Has the product the feature? Write 'present: true' or 'false', and why.");
    statements(lines, "features", "present", outline.features());
    comment(
        lines,
        "",
        "Support is Y, N or N/A. Detail says how (Y), why not (N) or why it does not apply (N/A)."
            + " Remove the '#' of the lines that you answer.");
    lines.add("answers:");
    for (ProvisionOutline provision : outline.provisions()) {
      comment(
          lines,
          "  ",
          provision.id() + " (" + provision.printedStatus() + "): " + provision.summary());
      lines.add("  # " + provision.id() + ":");
      lines.add("  #   support:");
      lines.add("  #   detail:");
      lines.add("");
    }
    return text(lines);
  }

  private static void statements(
      List<String> lines, String key, String flag, List<LabelOutline> labels) {
    lines.add(key + ":");
    for (LabelOutline label : labels) {
      comment(lines, "  ", label.label() + ": " + label.meaning());
      lines.add("  # " + label.label() + ":");
      lines.add("  #   " + flag + ":");
      lines.add("  #   because:");
    }
    lines.add("");
  }

  private static String supply(DossierOutline outline) {
    List<String> lines = new ArrayList<>();
    comment(
        lines,
        "",
        "Facts about the manufacturer that the documents of 'plumbline documents write' need."
            + " No verdict depends on them. Remove the '#' of the lines that you fill in; as long"
            + " as every line begins with '#', this file counts as absent.");
    for (ColumnOutline fact : outline.supply()) {
      lines.add("");
      comment(lines, "", fact.meaning());
      lines.add("# " + fact.key() + ":");
    }
    return text(lines);
  }

  private static String table(TableOutline table) {
    List<String> lines = new ArrayList<>();
    comment(lines, "", "IXIT " + table.id() + ": " + table.name() + ". " + table.purpose());
    lines.add("table: " + table.id());
    lines.add("");
    if (table.single()) {
      lines.add("record:");
    } else {
      comment(lines, "", "One entry each. Remove the '#' of what you fill in; copy for the next.");
      lines.add("entries:");
      lines.add("  # - id: " + table.id().substring(table.id().indexOf('-') + 1) + "-1");
    }
    String margin = table.single() ? "  " : "    ";
    for (ColumnOutline column : table.columns()) {
      if (column.key().equals("id")) {
        continue;
      }
      lines.add("");
      String choices =
          column.values().isEmpty() ? "" : " One of: " + String.join("; ", column.values()) + ".";
      comment(lines, margin, column.meaning() + choices);
      lines.add(table.single() ? "  # " + column.key() + ":" : "  #   " + column.key() + ":");
    }
    return text(lines);
  }

  /** Adds a comment, broken into lines. Marked '##', to tell it from lines to be uncommented. */
  private static void comment(List<String> lines, String margin, String text) {
    StringBuilder line = new StringBuilder(margin + "##");
    for (String word : text.strip().split("[\\s\\p{Cntrl}]+")) {
      if (line.length() + 1 + word.length() > WIDTH && line.length() > margin.length() + 2) {
        lines.add(line.toString());
        line = new StringBuilder(margin + "##");
      }
      line.append(' ').append(word);
    }
    lines.add(line.toString());
  }

  private static String text(List<String> lines) {
    return String.join("\n", lines).stripTrailing() + "\n";
  }

  /** How the first row of a table is named, such as {@code 11-SecComMech/SecComMech-1}. */
  private static String firstRow(DossierOutline outline, String number) {
    String table =
        outline.tables().stream()
            .map(TableOutline::id)
            .filter(id -> id.startsWith(number))
            .findFirst()
            .orElse(number + "SecComMech");
    return table + "/" + table.substring(number.length()) + "-1";
  }

  private static String resource(String name, DossierOutline outline) {
    try (InputStream in = DossierTemplate.class.getResourceAsStream("template/" + name)) {
      return new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8)
          .replace("${edition}", outline.edition())
          .replace("${connection}", firstRow(outline, CONNECTIONS));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
