package dev.plumbline.documents;

import dev.plumbline.core.BoundedPattern;
import dev.plumbline.core.Verdict;
import dev.plumbline.documents.Block.Grid;
import dev.plumbline.documents.Block.Heading;
import dev.plumbline.documents.Block.Paragraph;
import dev.plumbline.documents.Block.Point;
import dev.plumbline.documents.Block.Verbatim;
import dev.plumbline.documents.DocumentFacts.Spot;
import dev.plumbline.documents.OwedDocument.PlainFile;
import dev.plumbline.documents.Piece.Gap;
import dev.plumbline.documents.Piece.Words;
import dev.plumbline.dossier.IxitEntry;
import dev.plumbline.judging.GroupResult;
import dev.plumbline.yaml.YamlNode.Mapping;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;

/** Makes a document from its definition and the declared facts. Invents nothing. */
public final class Composer {
  /** A fact in running text: <code>{path|what it is}</code>. */
  private static final BoundedPattern FACT = BoundedPattern.compile("\\{([^|}]+)\\|([^}]+)\\}");

  private final Definition definition;
  private final DocumentFacts declared;
  private final Instant now;
  private final List<Block> blocks = new ArrayList<>();
  private final Set<Lack> lacks = new LinkedHashSet<>();
  private PlainFile file = PlainFile.NONE;

  private Composer(Definition definition, DocumentFacts declared, Instant now) {
    this.definition = definition;
    this.declared = declared;
    this.now = now;
  }

  /**
   * The document.
   *
   * @param now what dates are compared with
   */
  public static OwedDocument compose(Definition definition, DocumentFacts declared, Instant now) {
    return new Composer(definition, declared, now).document();
  }

  private OwedDocument document() {
    definition.passes().forEach(this::passes);
    definition.parts().forEach(this::part);
    List<String> notes = new ArrayList<>();
    definition
        .sources()
        .forEach(s -> notes.add(s.what() + " (confidence: " + s.confidence() + ")"));
    return new OwedDocument(
        definition.id(), definition.title(), blocks, List.copyOf(lacks), notes, file);
  }

  /** A document must not say of a product what its assessment does not show. */
  private void passes(String id) {
    Optional<GroupResult> group = declared.provision(id);
    Optional<Verdict> verdict = group.flatMap(GroupResult::verdict);
    boolean shown =
        verdict.filter(v -> v == Verdict.PASS || v == Verdict.NOT_APPLICABLE).isPresent();
    if (!shown) {
      lacks.add(
          new Lack(
              "Provision "
                  + id
                  + ", which the document says is met, is not shown: "
                  + PairRows.word(group),
              "",
              ""));
    }
  }

  private void part(Mapping part) {
    part.text("heading").ifPresent(h -> blocks.add(new Heading(h)));
    part.text("text").ifPresent(t -> blocks.add(new Paragraph(pieces(t))));
    part.texts("points").forEach(t -> blocks.add(new Point(pieces(t))));
    if (part.get("facts").isPresent()) {
      facts(part.mappings("facts"));
    }
    part.mapping("rows").ifPresent(this::rows);
    part.text("pairs").ifPresent(p -> blocks.add(PairRows.grid(Definitions.pairs(p), declared)));
    if (part.get("securityTxt").isPresent()) {
      SecurityTxt made = SecurityTxt.of(declared, now);
      lacks.addAll(made.lacks());
      blocks.add(new Verbatim(made.lines()));
      file = new PlainFile("security.txt", String.join("\r\n", made.lines()) + "\r\n");
    }
  }

  private void facts(List<Mapping> facts) {
    List<List<List<Piece>>> rows = new ArrayList<>();
    for (Mapping fact : facts) {
      String label = Definition.need(fact, "label");
      if (fact.get("blank").isPresent()) {
        rows.add(List.of(List.of(new Words(label)), List.of(new Words("____________________"))));
        continue;
      }
      String path = Definition.need(fact, "fact");
      rows.add(List.of(List.of(new Words(label)), List.of(piece(path, label))));
    }
    blocks.add(new Grid(List.of("Item", "Statement"), rows));
  }

  private List<Piece> pieces(String template) {
    List<Piece> pieces = new ArrayList<>();
    Matcher m = FACT.matcher(template);
    int end = 0;
    while (m.find()) {
      if (m.start() > end) {
        pieces.add(new Words(template.substring(end, m.start())));
      }
      pieces.add(piece(m.group(1), m.group(2)));
      end = m.end();
    }
    if (end < template.length()) {
      pieces.add(new Words(template.substring(end)));
    }
    return pieces;
  }

  private Piece piece(String path, String what) {
    Optional<String> fact = declared.fact(path);
    if (fact.isPresent()) {
      return new Piece.Declared(fact.get());
    }
    Spot spot = declared.spot(path);
    lacks.add(new Lack(what, spot.file(), spot.key()));
    return new Gap(what);
  }

  /** The entries of an IXIT table, one a row. */
  private void rows(Mapping rows) {
    String table = Definition.need(rows, "table");
    String file = "ixit/" + declared.table(table) + ".yaml";
    List<IxitEntry> entries = declared.rows(table);
    if (entries.isEmpty()) {
      boolean none = rows.texts("noneWhen").stream().anyMatch(declared::notApplicable);
      String what = Definition.need(rows, "what");
      if (none) {
        blocks.add(new Paragraph(List.of(new Words("None, by the declaration: " + what + "."))));
      } else {
        lacks.add(new Lack(what, file, "entries"));
        blocks.add(new Paragraph(List.of(new Gap(what))));
      }
      return;
    }
    List<Mapping> columns = rows.mappings("columns");
    List<String> head = columns.stream().map(c -> Definition.need(c, "label")).toList();
    List<List<Piece>> lines = new ArrayList<>();
    for (IxitEntry entry : entries) {
      lines.add(columns.stream().map(c -> cell(entry, c, file)).toList());
    }
    blocks.addAll(WideRows.grids(head, lines));
  }

  private Piece cell(IxitEntry entry, Mapping column, String file) {
    String key = Definition.need(column, "key");
    String label = Definition.need(column, "label");
    String text = entry.text(key).strip();
    if (!text.isEmpty()) {
      return new Piece.Declared(text);
    }
    boolean asked = declared.asked(entry.table(), key);
    String what = label + " of " + entry.id();
    lacks.add(
        asked
            ? new Lack(what, file, entry.id() + ", " + key)
            : new Lack(what + ", which this edition of the IXIT does not ask for", "", ""));
    return new Gap(label);
  }

  /** Kinds of parts that a definition may have, for the test of the definitions. */
  static List<String> kinds() {
    return List.of("heading", "text", "points", "facts", "rows", "pairs", "securityTxt");
  }

  /** All facts that a definition names, for the test of the definitions. */
  static List<String> paths(Definition definition) {
    List<String> paths = new ArrayList<>();
    for (Mapping part : definition.parts()) {
      List<String> texts = new ArrayList<>(part.texts("points"));
      part.text("text").ifPresent(texts::add);
      texts.forEach(t -> FACT.matcher(t).results().forEach(r -> paths.add(r.group(1))));
      part.mappings("facts").forEach(f -> f.text("fact").ifPresent(paths::add));
    }
    return paths;
  }
}
