package dev.plumbline.documents;

import dev.plumbline.documents.Block.Grid;
import dev.plumbline.reports.Visible;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** A document in Markdown. Declared text is escaped, so that none of it is markup. */
public final class MarkdownRenderer implements Renderer {
  @Override
  public String extension() {
    return "md";
  }

  @Override
  public byte[] render(OwedDocument document) {
    List<String> lines = new ArrayList<>();
    if (document.draft()) {
      lines.add("> **" + Renderer.warning(document) + "**");
      lines.add("");
    }
    lines.add("# " + escaped(document.title()));
    document.blocks().forEach(b -> block(lines, b));
    if (document.draft()) {
      lines.add("");
      lines.add("## What is missing");
      lines.add("");
      document.lacks().forEach(l -> lines.add("- " + escaped(l.line())));
    }
    lines.add("");
    lines.add("---");
    lines.add("");
    lines.add("Sources:");
    lines.add("");
    document.notes().forEach(n -> lines.add("- " + escaped(n)));
    return (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8);
  }

  private static void block(List<String> lines, Block block) {
    if (!(block instanceof Block.Point) || !lines.getLast().startsWith("- ")) {
      lines.add("");
    }
    switch (block) {
      case Block.Heading h -> lines.add("## " + escaped(h.text()));
      case Block.Paragraph p -> lines.add(text(p.pieces()));
      case Block.Point p -> lines.add("- " + text(p.pieces()));
      case Block.Verbatim v -> {
        v.lines().forEach(l -> lines.add("    " + Visible.of(l)));
      }
      case Grid g -> grid(lines, g);
    }
  }

  private static void grid(List<String> lines, Grid grid) {
    lines.add(row(grid.head().stream().map(MarkdownRenderer::escaped).toList()));
    lines.add(row(grid.head().stream().map(h -> "---").toList()));
    grid.rows().forEach(r -> lines.add(row(r.stream().map(MarkdownRenderer::text).toList())));
  }

  private static String row(List<String> cells) {
    return "| " + String.join(" | ", cells) + " |";
  }

  private static String text(List<Piece> pieces) {
    return pieces.stream()
        .map(
            p ->
                switch (p) {
                  case Piece.Words w -> escaped(w.text());
                  case Piece.Declared d -> escaped(d.text());
                  case Piece.Gap g -> "**[missing: " + escaped(g.what()) + "]**";
                })
        .collect(Collectors.joining());
  }

  /** Every mark that Markdown could take for markup stands behind a backslash. */
  static String escaped(String text) {
    return Visible.of(text)
        .replaceAll("\\s+", " ")
        .replaceAll("([\\\\`*_{}\\[\\]()<>#+!|&~^$=:@-])", "\\\\$1");
  }
}
