package dev.plumbline.workbench.page;

import dev.plumbline.app.capture.EvidencePackets;
import dev.plumbline.dossier.EvidenceRef;
import dev.plumbline.dossier.FrameNumbers;
import dev.plumbline.dossier.Observation;
import dev.plumbline.judging.Explanation;
import dev.plumbline.judging.Judged;
import dev.plumbline.judging.history.RecordHistory;
import dev.plumbline.reports.Visible;
import dev.plumbline.reports.Words;
import dev.plumbline.workbench.page.ProductPages.Named;
import dev.plumbline.workbench.product.Product;
import dev.plumbline.workbench.product.Products;
import dev.plumbline.workbench.product.Snapshot;
import dev.plumbline.workbench.web.Answers;
import io.javalin.http.Context;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The whole way to the verdict of one item. */
public final class ExplainPage {
  private static final int EXCERPT = 1500;
  private static final int MOST = 40;

  /** Packets of one observation, and bytes of one packet, that are shown. */
  private static final int PACKETS = 8;

  private static final int PACKET_BYTES = 256;

  private final ProductPages pages;

  public ExplainPage(Products products, Answers answers) {
    this.pages = new ProductPages(products, answers);
  }

  /**
   * What the page shows.
   *
   * @param history what people recorded about the item and its rows, oldest first; empty while a
   *     decision on it is hidden
   * @param lines the same as in a terminal
   */
  public record View(
      String item,
      String question,
      VerdictView verdict,
      String by,
      String reason,
      String remedy,
      List<Step> steps,
      List<Question> questions,
      List<Fact> facts,
      List<String> notes,
      List<Entry> history,
      String decide,
      List<String> lines) {}

  /** A step from the catalogue to the verdict. */
  public record Step(String stage, String text, String where) {}

  /**
   * Something that a person recorded.
   *
   * @param state such as {@code last} or {@code replaced}; empty where there is nothing to say
   */
  public record Entry(String at, String by, String kind, String text, String state) {}

  /** A question that a check asked. */
  public record Question(String question, String reply, String answer, String fact) {}

  /**
   * An observation with its evidence in place.
   *
   * @param excerpt the beginning of the stretch as text; empty for bytes that are no text
   * @param page address of the evidence at its stretch; empty where there is none
   */
  public record Fact(
      String key,
      String value,
      String source,
      String excerpt,
      String stretch,
      String page,
      PacketsView packets) {}

  /** Shows it. */
  public void show(Context ctx) {
    Product product = pages.product(ctx);
    Snapshot snapshot = ProductPages.judged(product.state());
    Judged judged = ProductPages.item(snapshot, ProductPages.query(ctx, "item"));
    pages.show(
        ctx,
        product,
        snapshot,
        "explain",
        new Named("Explain", "decide", Command.of("explain", product.folder(), judged.item().id())),
        view(product, snapshot, judged));
  }

  private static View view(Product product, Snapshot snapshot, Judged j) {
    return new View(
        Visible.of(j.item().id().toString(), 200),
        j.item().unit().check(),
        VerdictView.of(j.verdict()),
        j.executed() ? Words.decidedBy(j.by()) : "nobody yet",
        Visible.of(j.finding().reason()),
        j.finding() instanceof dev.plumbline.core.Finding.Violated v ? Visible.of(v.remedy()) : "",
        j.trace().stream()
            .filter(s -> !s.stage().equals("decision") || !hidden(snapshot, j))
            .map(s -> new Step(s.stage(), Visible.of(s.text()), Visible.of(s.where(), 300)))
            .toList(),
        questions(j),
        facts(product, snapshot, j.basis().stream().limit(MOST).toList()),
        notes(snapshot, j),
        history(snapshot, j),
        product.path() + "/decide?show=all&item=" + ProductPages.encoded(j.item().id().toString()),
        hidden(snapshot, j)
            ? List.of(CardView.HIDDEN)
            : Explanation.of(snapshot.assessment(), j.item().id()).stream()
                .map(Visible::of)
                .toList());
  }

  /** Where one decision on the item is hidden, a replaced or competing one may tell of it. */
  private static List<Entry> history(Snapshot snapshot, Judged j) {
    boolean hidden =
        snapshot.workspace().dossier().decisions().stream()
            .filter(d -> d.item().equals(j.item().id()))
            .anyMatch(d -> CardView.isHidden(snapshot, d));
    if (hidden) {
      return List.of();
    }
    return RecordHistory.of(snapshot.workspace().dossier()).of(j).stream()
        .map(
            e ->
                new Entry(
                    e.at().toString(),
                    Visible.of(e.by(), 120),
                    Visible.of(e.kind(), 120),
                    Visible.of(e.text(), 1000),
                    e.state()))
        .toList();
  }

  static List<Question> questions(Judged j) {
    return j.questionLog().entries().stream()
        .map(
            q ->
                new Question(
                    Visible.of(q.question() + " " + q.subject(), 400),
                    q.reply().name().toLowerCase(Locale.ROOT),
                    Visible.of(q.answer(), 600),
                    Visible.of(q.fact().map(f -> f.name() + ", " + f.where()).orElse(""), 400)))
        .toList();
  }

  static List<Fact> facts(Product product, Snapshot snapshot, List<Observation> basis) {
    Map<EvidenceRef, EvidencePackets> packets =
        EvidencePackets.of(
            snapshot.workspace(),
            basis.stream().flatMap(o -> o.evidence().stream()).toList(),
            PACKETS,
            PACKET_BYTES);
    return basis.stream()
        .map(
            o ->
                fact(
                    product,
                    snapshot,
                    o,
                    o.evidence().flatMap(r -> Optional.ofNullable(packets.get(r)))))
        .toList();
  }

  private static Fact fact(
      Product product, Snapshot snapshot, Observation o, Optional<EvidencePackets> packets) {
    String value =
        o.seen()
            ? o.value() + (o.coverage().isEmpty() ? "" : " over " + o.coverage())
            : "no answer: " + o.reason();
    Optional<EvidenceRef> ref = o.evidence();
    return new Fact(
        Visible.of(o.key() + " · " + o.subject(), 200),
        Visible.of(value, 800),
        Visible.of(
            o.source().producer() + " " + o.source().version() + " · " + o.source().at(), 200),
        packets.isPresent()
            ? ""
            : ref.flatMap(snapshot.workspace()::readEvidence)
                .filter(Visible::isText)
                .map(b -> Visible.of(b, EXCERPT))
                .orElse(""),
        ref.map(ExplainPage::stretch).orElse(""),
        ref.map(r -> EvidenceLinks.page(product.path(), r)).orElse(""),
        packets.map(p -> PacketsView.of(p, more(ref))).orElse(PacketsView.NONE));
  }

  private static String stretch(EvidenceRef ref) {
    return ref.frames().isEmpty()
        ? "bytes " + ref.offset() + " to " + (ref.offset() + ref.length())
        : ref.frames().toString();
  }

  private static String more(Optional<EvidenceRef> ref) {
    FrameNumbers frames = ref.map(EvidenceRef::frames).orElse(FrameNumbers.NONE);
    return frames.first().size() > PACKETS || frames.more()
        ? "These are the first of its frames; the link shows up to " + FrameNumbers.MOST + "."
        : "";
  }

  private static boolean hidden(Snapshot snapshot, Judged j) {
    return j.decision().filter(d -> CardView.isHidden(snapshot, d)).isPresent();
  }

  private static List<String> notes(Snapshot snapshot, Judged j) {
    return java.util.stream.Stream.of(
            j.contradictions().stream()
                .map(c -> "Paper: " + c.declared() + " Device: " + c.observed()),
            j.machine().stream().map(m -> "The machine found: " + m.verdict() + ", " + m.reason()),
            j.decision().stream()
                .map(
                    d ->
                        CardView.isHidden(snapshot, d)
                            ? CardView.HIDDEN
                            : (j.stale() ? "Stale decision of " : "Decision of ")
                                + d.by()
                                + " at "
                                + d.at()
                                + ": "
                                + Words.verdict(d.finding().verdict())
                                + ", "
                                + d.finding().reason()))
        .flatMap(s -> s)
        .map(Visible::of)
        .toList();
  }
}
