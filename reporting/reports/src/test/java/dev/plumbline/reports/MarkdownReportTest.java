package dev.plumbline.reports;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.insight.comparison.Comparison;
import dev.plumbline.insight.comparison.ResultSnapshot;
import dev.plumbline.reports.markdown.CodeSpan;
import dev.plumbline.reports.markdown.MarkdownReport;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MarkdownReportTest {
  /** What a reader's browser would make of a text. */
  private static final class Seen extends AbstractVisitor {
    private final List<String> active = new ArrayList<>();
    private final StringBuilder prose = new StringBuilder();
    private final List<String> code = new ArrayList<>();

    static Seen of(String markdown) {
      Seen seen = new Seen();
      Node document = Parser.builder().build().parse(markdown);
      document.accept(seen);
      return seen;
    }

    @Override
    public void visit(Link link) {
      active.add("link " + link.getDestination());
    }

    @Override
    public void visit(Image image) {
      active.add("image " + image.getDestination());
    }

    @Override
    public void visit(HtmlInline html) {
      active.add(html.getLiteral());
    }

    @Override
    public void visit(HtmlBlock html) {
      active.add(html.getLiteral());
    }

    @Override
    public void visit(Text text) {
      prose.append(text.getLiteral());
    }

    @Override
    public void visit(Code span) {
      code.add(span.getLiteral());
    }
  }

  private static String summary(String foreign) {
    var result = Results.with(foreign);
    ResultSnapshot now = ResultSnapshot.of(result);
    ResultSnapshot before =
        new ResultSnapshot("3.1.3", "m", foreign, "f", now.verdict(), Map.of(), Map.of());
    return MarkdownReport.text(
        result, Written.context().tool(), Optional.of(Comparison.of(before, now)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[x](javascript:alert(1)) ![y](http://a.example/p.png)",
        "<img src=x onerror=alert(1)><script>alert(1)</script>",
        "`` ` ``` <b>@everybody #1 https://a.example",
        "a\n\n# b\n\n- c\n\n<details>",
        "`",
        "\r\n| a | b |\r\n|---|---|",
        "[a]: https://a.example\n\n[a]",
        "\\` <https://a.example>"
      })
  void noTextOfADeviceBecomesMarkup(String foreign) {
    Seen seen = Seen.of(summary(foreign));
    assertThat(seen.active).isEmpty();
    assertThat(seen.prose.toString()).doesNotContain("alert", "@everybody", "a.example");
  }

  @Property(seed = "1", tries = 300)
  void aCodeSpanHoldsItsTextAndEndsWithIt(@ForAll String foreign) {
    Seen seen = Seen.of("- before " + CodeSpan.of(foreign, 300) + " after");
    assertThat(seen.active).isEmpty();
    assertThat(seen.prose.toString()).startsWith("before ").endsWith(" after");
    assertThat(seen.code.size()).isLessThanOrEqualTo(1);
  }

  @Test
  void whatFailsAndWhatGotWorseStandsInIt() {
    assertThat(summary("Camera"))
        .startsWith("## FAIL: `Camera` held against ETSI EN 303 645")
        .contains(
            "**Got worse: ", "Was not in the plan, is FAIL.", "**Accepted risks", "stays a FAIL");
  }

  @Test
  void withoutABaselineNothingIsSaidOfOne() {
    assertThat(MarkdownReport.text(Results.with("x"), Written.context().tool(), Optional.empty()))
        .doesNotContain("baseline");
  }
}
