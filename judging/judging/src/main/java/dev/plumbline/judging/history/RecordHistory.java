package dev.plumbline.judging.history;

import dev.plumbline.core.Digest;
import dev.plumbline.core.ItemId;
import dev.plumbline.core.Verdict;
import dev.plumbline.dossier.Decision;
import dev.plumbline.dossier.Dossier;
import dev.plumbline.dossier.IxitEntry;
import dev.plumbline.dossier.signed.Signed;
import dev.plumbline.dossier.signed.TeamRecord;
import dev.plumbline.dossier.signed.TeamRecord.Assignment;
import dev.plumbline.dossier.signed.TeamRecord.Comment;
import dev.plumbline.dossier.signed.TeamRecord.MakerAnswer;
import dev.plumbline.dossier.signed.TeamRecord.MakerQuestion;
import dev.plumbline.dossier.signed.TeamRecord.Review;
import dev.plumbline.dossier.signed.TeamRecord.Signoff;
import dev.plumbline.judging.DecidedItems;
import dev.plumbline.judging.Judged;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What people recorded in a dossier: decisions, also those that were replaced, reviews, comments,
 * assignments, questions about rows with their answers, sign-offs.
 */
public final class RecordHistory {
  private final Map<ItemId, List<RecordEntry>> byItem = new HashMap<>();
  private final Map<ItemId, Boolean> lone = new HashMap<>();
  private final Map<String, List<RecordEntry>> byRow = new HashMap<>();
  private final List<RecordEntry> signoffs = new ArrayList<>();

  private RecordHistory() {}

  /** The history of a dossier. */
  public static RecordHistory of(Dossier dossier) {
    RecordHistory history = new RecordHistory();
    DecidedItems items = DecidedItems.of(dossier.decisions());
    dossier.decisions().stream()
        .map(Decision::item)
        .distinct()
        .forEach(i -> history.decisions(items.history(i), items.standing(i)));
    Map<Digest, MakerQuestion> questions = new HashMap<>();
    dossier.team().records().stream()
        .filter(MakerQuestion.class::isInstance)
        .map(MakerQuestion.class::cast)
        .forEach(q -> questions.put(q.signed().digest(), q));
    Set<ItemId> assigned = new HashSet<>();
    for (TeamRecord record : dossier.team().records().reversed()) {
      history.add(record, questions, assigned);
    }
    Comparator<RecordEntry> order = Comparator.comparing(RecordEntry::at);
    history.byItem.values().forEach(l -> l.sort(order));
    history.byRow.values().forEach(l -> l.sort(order));
    history.signoffs.sort(order);
    return history;
  }

  /** All that people recorded about an item and the rows that it is about, oldest first. */
  public List<RecordEntry> of(Judged item) {
    List<RecordEntry> entries = new ArrayList<>(byItem.getOrDefault(item.item().id(), List.of()));
    Stream.concat(item.item().entry().stream(), item.item().second().stream())
        .map(IxitEntry::subject)
        .distinct()
        .forEach(row -> entries.addAll(byRow.getOrDefault(row, List.of())));
    entries.sort(Comparator.comparing(RecordEntry::at));
    return List.copyOf(entries);
  }

  /**
   * The same, without a decision of which nothing else is to be told: a report shows that one
   * anyway.
   */
  public List<RecordEntry> beyondTheDecision(Judged item) {
    List<RecordEntry> all = of(item);
    return all.size() == 1 && lone.getOrDefault(item.item().id(), false) ? List.of() : all;
  }

  /** Who vouched for which state, oldest first. */
  public List<RecordEntry> signoffs() {
    return List.copyOf(signoffs);
  }

  private void decisions(List<Decision> all, List<Decision> standing) {
    for (Decision d : all) {
      boolean stands = standing.contains(d);
      String state =
          d.signed().filter(s -> !s.sound()).isPresent()
              ? "signature does not fit"
              : !stands ? "replaced" : standing.size() > 1 ? "competes" : "last";
      add(
          d.item(),
          new RecordEntry(
              d.at(),
              d.by(),
              "decision",
              words(d.finding().verdict()) + ": " + d.finding().reason(),
              state));
      lone.put(d.item(), all.size() == 1 && state.equals("last"));
    }
  }

  private void add(ItemId item, RecordEntry entry) {
    byItem.computeIfAbsent(item, i -> new ArrayList<>()).add(entry);
  }

  /** Records come newest first, so that the first assignment of an item is the last one. */
  private void add(TeamRecord record, Map<Digest, MakerQuestion> questions, Set<ItemId> assigned) {
    switch (record) {
      case Review r ->
          add(
              r.item(),
              entry(
                  r.signed(),
                  "review of decision " + r.decision().shortForm(),
                  (r.accepts() ? "accepted: " : "returned: ") + r.because(),
                  ""));
      case Comment c -> add(c.item(), entry(c.signed(), "comment", c.text(), ""));
      case Assignment a ->
          add(
              a.item(),
              entry(
                  a.signed(),
                  "assignment to " + a.to(),
                  a.because(),
                  assigned.add(a.item()) ? "" : "replaced"));
      case MakerQuestion q ->
          row(q.row(), entry(q.signed(), "question at " + q.column(), q.text(), ""));
      case MakerAnswer a ->
          Optional.ofNullable(questions.get(a.question()))
              .ifPresent(
                  q ->
                      row(
                          q.row(),
                          entry(
                              a.signed(),
                              "answer at " + q.column(),
                              a.value() + " (" + a.because() + ")",
                              "")));
      case Signoff s ->
          signoffs.add(
              entry(
                  s.signed(),
                  "sign-off of state " + s.state().shortForm(),
                  words(s.verdict()) + ", " + s.open() + " open: " + s.because(),
                  signoffs.isEmpty() ? "last" : "amended"));
    }
  }

  private void row(String row, RecordEntry entry) {
    byRow.computeIfAbsent(row, r -> new ArrayList<>()).add(entry);
  }

  private static RecordEntry entry(Signed signed, String kind, String text, String state) {
    return new RecordEntry(
        signed.at(),
        signed.author().name(),
        kind,
        text,
        signed.sound() ? state : "signature does not fit");
  }

  private static String words(Verdict verdict) {
    return verdict == Verdict.NOT_APPLICABLE ? "N/A" : verdict.name();
  }
}
