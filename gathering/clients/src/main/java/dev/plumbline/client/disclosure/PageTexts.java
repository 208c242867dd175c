package dev.plumbline.client.disclosure;

import dev.plumbline.client.disclosure.ReadableText.Form;
import java.util.ArrayList;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Comment;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;

/** The texts that an HTML page holds: its source, comments, scripts, and what it labels. */
final class PageTexts {
  private static final String MASK = "[*\u2022\u25cf.xX]+";

  private final String place;
  private final Document document;

  PageTexts(String place, String html) {
    this.place = place;
    this.document = Jsoup.parse(html);
  }

  /** Whether a password stands in a field of a form, ready for all who look at the source. */
  boolean hasFilledPassword() {
    return document.select("input[type=password][value]").stream()
        .map(e -> e.attr("value").strip())
        .anyMatch(v -> !v.isEmpty() && !v.matches(MASK));
  }

  List<ReadableText> all() {
    List<ReadableText> texts = new ArrayList<>();
    texts.add(new ReadableText(place, Form.LABELS, labels()));
    StringBuilder code = new StringBuilder();
    for (Element script : document.select("script, style")) {
      boolean data = script.attr("type").contains("json");
      if (data) {
        texts.add(new ReadableText(place, Form.DATA, script.data()));
      } else {
        code.append(script.attr("src")).append('\n').append(script.data()).append('\n');
      }
    }
    texts.add(new ReadableText(place, Form.CODE, code.toString()));
    texts.add(new ReadableText(place, Form.DATA, comments()));
    document.select("script:not([src]), style").remove();
    texts.add(new ReadableText(place, Form.PAGE, document.outerHtml()));
    return texts;
  }

  private String comments() {
    StringBuilder comments = new StringBuilder();
    document.traverse(
        (Node node, int depth) -> {
          if (node instanceof Comment comment) {
            comments.append(comment.getData()).append('\n');
          }
        });
    return comments.toString();
  }

  /** One {@code label: value} line for each pair that a table, list, field or paragraph shows. */
  private String labels() {
    StringBuilder lines = new StringBuilder();
    for (Element row : document.select("tr")) {
      List<Element> cells = row.select("> td, > th");
      for (int i = 0; i + 1 < cells.size(); i += 2) {
        line(lines, cells.get(i).text(), cells.get(i + 1).text());
      }
    }
    for (Element term : document.select("dt")) {
      Element value = term.nextElementSibling();
      if (value != null && value.normalName().equals("dd")) {
        line(lines, term.text(), value.text());
      }
    }
    for (Element field : document.select("input[value]:not([type=submit]):not([type=button])")) {
      line(lines, field.attr("name"), field.attr("value"));
    }
    for (Element block : document.select("p, li, div, span, td, h1, h2, h3, label, pre")) {
      for (String text : block.wholeOwnText().split("\n")) {
        lines.append(text.strip()).append('\n');
      }
      if (block.select("> b, > strong, > span").size() == 1) {
        lines.append(block.text()).append('\n');
      }
    }
    return lines.toString();
  }

  private static void line(StringBuilder lines, String label, String value) {
    if (!label.isBlank() && !value.isBlank()) {
      String bare = label.strip();
      String name =
          bare.endsWith(":") ? bare.substring(0, bare.length() - 1).stripTrailing() : bare;
      lines.append(name).append(": ").append(value.strip()).append('\n');
    }
  }
}
