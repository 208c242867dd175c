package dev.plumbline.workbench.page;

import com.fasterxml.jackson.annotation.JsonIgnore;
import dev.plumbline.app.original.OriginalWordings.Passage;
import dev.plumbline.app.team.Confirmation;
import dev.plumbline.app.team.ItemRemarks;
import dev.plumbline.core.Digest;
import dev.plumbline.core.Finding;
import dev.plumbline.core.ItemId;
import dev.plumbline.dossier.Decision;
import dev.plumbline.dossier.signed.Team;
import dev.plumbline.judging.Judged;
import dev.plumbline.judging.Reviewing;
import dev.plumbline.judging.WorkCard;
import dev.plumbline.reports.Visible;
import dev.plumbline.workbench.product.Product;
import dev.plumbline.workbench.product.Snapshot;
import dev.plumbline.workbench.web.Refusal;
import java.util.List;
import java.util.Optional;

/**
 * The card of an item: all that a person needs to decide it.
 *
 * @param seen what the person saw; the form sends it back
 * @param stale what changed since the decision on record; empty where it is not stale
 * @param searched whether it can be confirmed
 * @param lookedAt places of the search
 * @param row address of all items of the same row; empty where there is no row
 * @param remarks what people said about the item beside their decisions
 * @param original wording of the test unit; for eyes at this machine, so that no JSON holds it
 */
public record CardView(
    String item,
    String unit,
    String subject,
    String question,
    String station,
    String prepare,
    List<String> declared,
    List<String> work,
    String lookFor,
    String keep,
    List<String> gathered,
    String state,
    VerdictView verdict,
    String suggestion,
    List<String> decide,
    boolean searched,
    List<String> lookedAt,
    List<String> notLookedAt,
    List<ExplainPage.Question> questions,
    List<ExplainPage.Fact> facts,
    Optional<DecisionView> decision,
    Optional<StaleView> stale,
    String seen,
    String explain,
    String row,
    RemarksView remarks,
    @JsonIgnore Optional<Passage> original) {
  private static final int MOST_FACTS = 6;

  /** Stands for a decision that is hidden. */
  public static final String HIDDEN =
      "The decision waits for a blind review and is shown when another person has given a verdict.";

  /**
   * A decision on record.
   *
   * @param evidence files that it rests on
   */
  public record DecisionView(
      VerdictView verdict,
      String by,
      String at,
      String reason,
      boolean stale,
      List<EvidenceView> evidence) {}

  /** A file of evidence, with what evidence.yaml says of it. */
  public record EvidenceView(String path, String what) {}

  /** The card of an item of a product. */
  public static CardView of(Product product, Snapshot snapshot, Judged judged) {
    WorkCard card = snapshot.card(judged);
    return new CardView(
        Visible.of(card.item().toString(), 200),
        card.item().unit().value(),
        Visible.of(card.item().subject(), 200),
        Visible.of(card.question(), 800),
        card.station().title(),
        card.station().prepare(),
        shown(card.declared()),
        card.sample().map(s -> List.of(card.work(), s)).orElse(List.of(card.work())),
        card.lookFor(),
        card.keep(),
        shown(card.gathered()),
        Visible.of(judged.finding().reason(), 800),
        VerdictView.of(judged.verdict()),
        Visible.of(card.suggestion().orElse(""), 1200),
        card.decide(),
        Confirmation.isOpen(judged),
        judged.finding() instanceof Finding.Searched s ? shown(s.lookedAt()) : List.of(),
        judged.finding() instanceof Finding.Searched s ? shown(s.notLookedAt()) : List.of(),
        ExplainPage.questions(judged),
        ExplainPage.facts(product, snapshot, judged.basis().stream().limit(MOST_FACTS).toList()),
        decision(product, snapshot, judged),
        StaleView.of(product, snapshot, judged),
        FormRecorder.seen(snapshot, judged),
        ItemLinks.explain(product, card.item()),
        judged.item().entry().map(e -> ItemLinks.row(product, card.item().subject())).orElse(""),
        RemarksView.of(ItemRemarks.of(snapshot.workspace().dossier().team(), card.item())),
        OriginalView.of(snapshot, card.item().unit().value()));
  }

  private static Optional<DecisionView> decision(
      Product product, Snapshot snapshot, Judged judged) {
    Optional<Decision> last = judged.decision();
    if (last.filter(d -> isHidden(snapshot, d)).isPresent()) {
      return last.map(
          d ->
              new DecisionView(
                  new VerdictView("not shown", "na", "·"),
                  Visible.of(d.by(), 120),
                  d.at().toString(),
                  HIDDEN,
                  judged.stale(),
                  List.of()));
    }
    return last.map(
        d ->
            new DecisionView(
                VerdictView.of(d.finding().verdict()),
                Visible.of(d.by(), 120),
                d.at().toString(),
                Visible.of(d.finding().reason(), 1000),
                judged.stale(),
                d.evidence().stream().map(e -> evidence(product, snapshot, e)).toList()));
  }

  /** The question of an item, on one line. */
  static String question(Snapshot snapshot, ItemId item) {
    return snapshot
        .item(item)
        .map(j -> Visible.of(snapshot.card(j).question(), 800))
        .orElseThrow(Refusal::absent);
  }

  private static EvidenceView evidence(Product product, Snapshot snapshot, Digest digest) {
    return new EvidenceView(
        EvidenceLinks.page(product.path(), digest),
        Optional.ofNullable(snapshot.workspace().dossier().evidence().get(digest.hex()))
            .map(f -> Visible.of(f.what(), 800))
            .orElse("Evidence"));
  }

  /** Whether a decision is kept from all eyes until another person has given a verdict. */
  public static boolean isHidden(Snapshot snapshot, Decision decision) {
    Team team = snapshot.workspace().dossier().team();
    return team.policy().blind() && Reviewing.isWaiting(decision, team);
  }

  private static List<String> shown(List<String> texts) {
    return texts.stream().map(t -> Visible.of(t, 800)).toList();
  }
}
