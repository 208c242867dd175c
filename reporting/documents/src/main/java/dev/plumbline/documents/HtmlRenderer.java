package dev.plumbline.documents;

import dev.plumbline.documents.Block.Grid;
import dev.plumbline.reports.Visible;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;

/** A document as one HTML page: no script, nothing from elsewhere, every text escaped. */
public final class HtmlRenderer implements Renderer {
  private static final String STYLE =
      "body{font:16px/1.5 system-ui,\"Noto Sans\",sans-serif;color:#1c2430;max-width:50rem;"
          + "margin:2rem auto;padding:0 1.25rem}h1{font-size:1.7rem;line-height:1.25}"
          + "h2{font-size:1.2rem;margin-top:1.8rem}table{border-collapse:collapse;width:100%;"
          + "margin:.8rem 0}th,td{border:1px solid #b9c0cc;padding:.4rem .6rem;text-align:left;"
          + "vertical-align:top;overflow-wrap:anywhere}th{background:#f1f3f7}"
          + "tr>:first-child:nth-last-child(2){width:30%}"
          + ".draft{border:3px solid #b3261e;color:#b3261e;padding:.6rem 1rem;font-weight:700}"
          + ".gap{background:#fde8e6;color:#8f1d16;font-weight:600}"
          + "pre{background:#f1f3f7;padding:.8rem 1rem;white-space:pre-wrap}"
          + "footer{margin-top:2.5rem;border-top:1px solid #b9c0cc;color:#566072;font-size:.85rem}";

  @Override
  public String extension() {
    return "html";
  }

  @Override
  public byte[] render(OwedDocument document) {
    StringBuilder out = new StringBuilder();
    out.append("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n")
        .append("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; ")
        .append("style-src '")
        .append(hash())
        .append("'; base-uri 'none'; form-action 'none'\">\n")
        .append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>")
        .append(document.draft() ? "DRAFT: " : "")
        .append(escaped(document.title()))
        .append("</title>\n<style>")
        .append(STYLE)
        .append("</style>\n</head>\n<body>\n<main>\n");
    if (document.draft()) {
      out.append("<p class=\"draft\">").append(Renderer.warning(document)).append("</p>\n");
    }
    out.append("<h1>").append(escaped(document.title())).append("</h1>\n");
    blocks(out, document.blocks());
    if (document.draft()) {
      out.append("<h2>What is missing</h2>\n<ul>\n");
      document.lacks().forEach(l -> item(out, escaped(l.line())));
      out.append("</ul>\n");
    }
    out.append("</main>\n<footer>\n<p>Sources</p>\n<ul>\n");
    document.notes().forEach(n -> item(out, escaped(n)));
    out.append("</ul>\n</footer>\n</body>\n</html>\n");
    return out.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static void blocks(StringBuilder out, List<Block> blocks) {
    boolean list = false;
    for (Block block : blocks) {
      boolean point = block instanceof Block.Point;
      if (point != list) {
        out.append(point ? "<ul>\n" : "</ul>\n");
        list = point;
      }
      block(out, block);
    }
    out.append(list ? "</ul>\n" : "");
  }

  private static void block(StringBuilder out, Block block) {
    switch (block) {
      case Block.Heading h -> out.append("<h2>").append(escaped(h.text())).append("</h2>\n");
      case Block.Paragraph p -> out.append("<p>").append(text(p.pieces())).append("</p>\n");
      case Block.Point p -> item(out, text(p.pieces()));
      case Block.Verbatim v ->
          out.append("<pre>").append(escaped(String.join("\n", v.lines()))).append("</pre>\n");
      case Grid g -> grid(out, g);
    }
  }

  private static void grid(StringBuilder out, Grid grid) {
    out.append("<table>\n<thead><tr>");
    grid.head().forEach(h -> out.append("<th scope=\"col\">").append(escaped(h)).append("</th>"));
    out.append("</tr></thead>\n<tbody>\n");
    for (List<List<Piece>> row : grid.rows()) {
      out.append("<tr>");
      row.forEach(c -> out.append("<td>").append(text(c)).append("</td>"));
      out.append("</tr>\n");
    }
    out.append("</tbody>\n</table>\n");
  }

  private static void item(StringBuilder out, String html) {
    out.append("<li>").append(html).append("</li>\n");
  }

  private static String text(List<Piece> pieces) {
    StringBuilder text = new StringBuilder();
    for (Piece piece : pieces) {
      switch (piece) {
        case Piece.Words w -> text.append(escaped(w.text()));
        case Piece.Declared d -> text.append(escaped(d.text()));
        case Piece.Gap g ->
            text.append("<span class=\"gap\">[missing: ")
                .append(escaped(g.what()))
                .append("]</span>");
      }
    }
    return text.toString();
  }

  static String escaped(String text) {
    return Visible.of(text)
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }

  private static String hash() {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(STYLE.getBytes(StandardCharsets.UTF_8));
      return "sha256-" + Base64.getEncoder().encodeToString(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
