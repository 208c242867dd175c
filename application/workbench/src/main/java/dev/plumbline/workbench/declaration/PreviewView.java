package dev.plumbline.workbench.declaration;

import dev.plumbline.app.edit.ChangePreview;
import dev.plumbline.core.Verdict;
import dev.plumbline.insight.change.Change;
import dev.plumbline.insight.change.Touched;
import dev.plumbline.insight.change.TurnedProvision;
import dev.plumbline.insight.change.VerdictChange;
import dev.plumbline.reports.Visible;
import dev.plumbline.scheme.Outcome;
import dev.plumbline.workbench.page.ItemLinks;
import dev.plumbline.workbench.page.VerdictView;
import dev.plumbline.workbench.product.Product;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What would be another one if a form were saved.
 *
 * @param changed whether the file would be another one
 * @param refused why it cannot be saved; empty where it can
 * @param changes in what is declared, a line each
 * @param problems at what the form is about, and new ones elsewhere
 * @param gone problems that would be gone
 * @param overall the verdict on the whole, before and after
 * @param provisions whose verdict would be another one
 * @param items whose verdict would be another one
 * @param more how many more items
 * @param kept items that rest on what changes and keep their verdict
 * @param labels whose answer would be another one
 * @param notJudged why no verdicts are compared; empty where they are
 * @param removed lines of the file that go
 * @param added lines of the file that come
 */
public record PreviewView(
    boolean changed,
    String refused,
    List<String> changes,
    List<ProblemView> problems,
    List<ProblemView> gone,
    Turned overall,
    List<Turned> provisions,
    List<Turned> items,
    int more,
    int kept,
    List<Turned> labels,
    String notJudged,
    String removed,
    String added) {
  private static final int MOST = 12;
  private static final int MOST_LINES = 40;

  /** Something that is another one after than before. */
  public record Turned(String name, String path, String before, String after) {
    static final Turned NONE = new Turned("", "", "", "");
  }

  /** What cannot be saved. */
  static PreviewView refused(String why) {
    return empty(false, Visible.of(why, 600));
  }

  /** Nothing would change. */
  static PreviewView same() {
    return empty(false, "");
  }

  private static PreviewView empty(boolean changed, String refused) {
    return new PreviewView(
        changed,
        refused,
        List.of(),
        List.of(),
        List.of(),
        Turned.NONE,
        List.of(),
        List.of(),
        0,
        0,
        List.of(),
        "",
        "",
        "");
  }

  static PreviewView of(
      Product product, ChangePreview preview, List<FileLines> here, TextChange lines) {
    List<ProblemView> problems =
        Stream.concat(
                here.stream().flatMap(h -> ProblemView.at(preview.problems(), h).stream()),
                ProblemView.of(preview.fresh()).stream())
            .distinct()
            .toList();
    Optional<VerdictChange> verdicts = preview.verdicts();
    List<Touched> turned = verdicts.map(VerdictChange::turned).orElse(List.of());
    return new PreviewView(
        true,
        "",
        preview.changes().stream().limit(MOST).map(PreviewView::line).toList(),
        problems,
        ProblemView.of(preview.gone()),
        verdicts
            .map(v -> new Turned("Overall", "", word(v.before()), word(v.after())))
            .orElse(Turned.NONE),
        verdicts.map(VerdictChange::provisions).orElse(List.of()).stream()
            .map(p -> provision(product, p))
            .toList(),
        turned.stream().limit(MOST).map(t -> item(product, t)).toList(),
        Math.max(0, turned.size() - MOST),
        verdicts.map(v -> v.items().size() - turned.size()).orElse(0),
        preview.labels().stream()
            .map(
                l ->
                    new Turned(
                        l.scheme() + ", " + l.level(),
                        product.path() + "/labels",
                        word(l.before()),
                        word(l.after())))
            .toList(),
        preview.notJudged(),
        shown(lines.removed()),
        shown(lines.added()));
  }

  private static String line(Change change) {
    return Visible.of(
        change.where()
            + (change.field().isEmpty() ? "" : " " + change.field())
            + ": "
            + (change.before().isEmpty() ? "nothing" : cut(change.before()))
            + " → "
            + (change.after().isEmpty() ? "nothing" : cut(change.after())),
        500);
  }

  private static String cut(String text) {
    String line = text.replaceAll("\\s+", " ");
    return line.length() > 160 ? line.substring(0, 160) + " …" : line;
  }

  private static Turned provision(Product product, TurnedProvision p) {
    return new Turned(
        p.provision() + " " + Visible.of(p.title(), 120),
        ItemLinks.provision(product, p.provision().value()),
        word(p.before()),
        word(p.after()));
  }

  private static String word(String verdict) {
    return verdict.equals(Verdict.INCONCLUSIVE.name()) ? word(Verdict.INCONCLUSIVE) : verdict;
  }

  private static Turned item(Product product, Touched t) {
    return new Turned(
        Visible.of(t.item().toString(), 200),
        t.before().isPresent() ? ItemLinks.explain(product, t.item()) : "",
        t.before().map(PreviewView::word).orElse("not in the plan"),
        t.after().map(PreviewView::word).orElse("not in the plan"));
  }

  private static String word(Verdict verdict) {
    return VerdictView.of(verdict).word();
  }

  private static String word(Outcome outcome) {
    return switch (outcome) {
      case ELIGIBLE -> "eligible";
      case CANNOT_TELL -> "cannot tell";
      case NOT_ELIGIBLE -> "not eligible";
    };
  }

  private static String shown(List<String> lines) {
    List<String> some = new ArrayList<>(lines.subList(0, Math.min(lines.size(), MOST_LINES)));
    if (lines.size() > MOST_LINES) {
      some.add("… and " + (lines.size() - MOST_LINES) + " more lines");
    }
    return Visible.of(String.join("\n", some), 8_000);
  }
}
