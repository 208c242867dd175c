package dev.plumbline.reports.html;

import dev.plumbline.core.Finding;
import dev.plumbline.core.ItemId;
import dev.plumbline.core.Verdict;
import dev.plumbline.dossier.Observation;
import dev.plumbline.judging.Assessment;
import dev.plumbline.judging.Conclusion;
import dev.plumbline.judging.GroupResult;
import dev.plumbline.judging.Judged;
import dev.plumbline.judging.plan.Counts;
import dev.plumbline.judging.settling.NextSteps;
import dev.plumbline.reports.ReportContext;
import dev.plumbline.reports.Visible;
import dev.plumbline.reports.Words;
import dev.plumbline.reports.html.ReportView.BarView;
import dev.plumbline.reports.html.ReportView.ContradictionView;
import dev.plumbline.reports.html.ReportView.CountView;
import dev.plumbline.reports.html.ReportView.FailureView;
import dev.plumbline.reports.html.ReportView.FlawView;
import dev.plumbline.reports.html.ReportView.PartView;
import dev.plumbline.reports.html.ReportView.ProblemView;
import dev.plumbline.reports.html.ReportView.StepView;
import dev.plumbline.reports.html.ReportView.TallyView;
import dev.plumbline.reports.html.ReportView.UntestedView;
import dev.plumbline.reports.html.ReportView.WaiverView;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Makes the view of a result: first page here, details in {@link DetailViews}. */
final class ViewBuilder {
  private static final DateTimeFormatter DAY_AND_TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);

  /** The groups of a chart, in the order of its bars. */
  private enum Part {
    FAIL("FAIL", "fail"),
    INCONCLUSIVE("INCONCLUSIVE", "inconclusive"),
    PASS("PASS", "pass"),
    DECLINED("declined with reason", "declined"),
    NOT_APPLICABLE("N/A", "na");

    private final String word;
    private final String css;

    Part(String word, String css) {
      this.word = word;
      this.css = css;
    }

    static Part of(GroupResult group) {
      return group
          .verdict()
          .map(
              v ->
                  switch (v) {
                    case PASS -> PASS;
                    case FAIL -> FAIL;
                    case INCONCLUSIVE -> INCONCLUSIVE;
                    case NOT_APPLICABLE -> NOT_APPLICABLE;
                  })
          .orElse(DECLINED);
    }
  }

  private static final int MOST_SHOWN = 4;

  private final Assessment result;
  private final ReportContext context;
  private final Styles styles;

  ViewBuilder(Assessment result, ReportContext context, Styles styles) {
    this.result = result;
    this.context = context;
    this.styles = styles;
  }

  ReportView build() {
    return new ReportView(
        styles.hash(),
        styles.element(),
        Visible.of(result.product().name(), 200),
        result.catalogue().edition().document(),
        result.catalogue().edition().testDocument(),
        DetailViews.verdict(result.verdict()),
        Words.meaning(result.verdict()),
        counts(result),
        tallies(result.groups().toList()),
        (int) result.groups().count(),
        untested(),
        untestedInDetail(),
        result.remarks().stream().map(Visible::of).toList(),
        bars(),
        contradictions(),
        flaws(),
        failures(),
        waivers(),
        TrafficViews.of(result.traffic()),
        problems(),
        new DetailViews(result, context).sections(result.sections()),
        new BasisFacts(result, context).all(),
        steps(),
        context.tool(),
        DAY_AND_TIME.format(context.at()));
  }

  private static List<CountView> counts(Assessment result) {
    Counts c = result.counts();
    List<CountView> counts =
        new ArrayList<>(
            List.of(
                new CountView(
                    "Declared", c.declared(), "test items that the dossier gives rise to"),
                new CountView("Planned", c.planned(), "of those, something can decide them"),
                new CountView("Executed", c.executed(), "of those, somebody or something looked"),
                new CountView("Evidenced", c.evidenced(), "of those, traced to kept evidence"),
                new CountView("Proved", c.proved(), "passes by a machine: every question answered"),
                new CountView("Confirmed", c.confirmed(), "passes by a person after a search"),
                new CountView("Decided", c.decided(), "passes by a person's own decision"),
                new CountView(
                    "Searched", c.searched(), "nothing found so far; no pass until confirmed")));
    result
        .family()
        .ifPresent(
            f ->
                counts.add(
                    new CountView(
                        "Inherited",
                        f.inherited(),
                        "results of the base, not seen on this product")));
    return counts;
  }

  private static List<TallyView> tallies(List<GroupResult> groups) {
    List<TallyView> tallies = new ArrayList<>();
    for (Part part : Part.values()) {
      tallies.add(
          new TallyView(
              part.word, part.css, (int) groups.stream().filter(g -> Part.of(g) == part).count()));
    }
    return tallies;
  }

  /** Why an item has no verdict, in the words of the first page. */
  private enum Cause {
    BLOCKED("Not tested; the details say what is needed."),
    PROBE("Tested automatically, but the result does not settle it."),
    RULE("The declaration does not say enough for its rule."),
    PERSON("A person has to decide, and nobody has yet."),
    SEARCHED("Searched, and nothing was found; a person has to confirm it (plumbline confirm)."),
    INHERITED("It rests on other items that are open.");

    private final String words;

    Cause(String words) {
      this.words = words;
    }

    static Cause of(Judged item) {
      if (item.conclusion() == Conclusion.SEARCHED) {
        return SEARCHED;
      }
      if (item.item().blocked().isPresent()) {
        return BLOCKED;
      }
      if (!item.item().inherits().isEmpty()) {
        return INHERITED;
      }
      return switch (item.item().by()) {
        case PROBE -> PROBE;
        case RULE -> RULE;
        case ASSESSOR -> PERSON;
      };
    }
  }

  private List<UntestedView> untested() {
    Map<Cause, List<Judged>> byCause = new EnumMap<>(Cause.class);
    open().forEach(i -> byCause.computeIfAbsent(Cause.of(i), c -> new ArrayList<>()).add(i));
    return byCause.entrySet().stream()
        .map(e -> new UntestedView(e.getValue().size(), e.getKey().words, examples(e.getValue())))
        .toList();
  }

  private List<UntestedView> untestedInDetail() {
    Map<String, List<Judged>> byReason = new LinkedHashMap<>();
    open().forEach(i -> byReason.computeIfAbsent(reason(i), r -> new ArrayList<>()).add(i));
    return byReason.entrySet().stream()
        .sorted((x, y) -> Integer.compare(y.getValue().size(), x.getValue().size()))
        .map(
            e ->
                new UntestedView(
                    e.getValue().size(), Visible.of(e.getKey(), 400), examples(e.getValue())))
        .toList();
  }

  private Stream<Judged> open() {
    return result.items().filter(i -> i.verdict() == Verdict.INCONCLUSIVE);
  }

  private static String reason(Judged item) {
    return item.item().blocked().orElse(item.finding().reason());
  }

  private static String examples(List<Judged> items) {
    return units(items.stream().map(i -> i.item().id()));
  }

  private static String units(Stream<ItemId> items) {
    List<String> units = items.map(i -> i.unit().value()).distinct().toList();
    String some = units.stream().limit(6).collect(Collectors.joining(", "));
    return units.size() > 6 ? some + " and " + (units.size() - 6) + " more units" : some;
  }

  private List<StepView> steps() {
    return NextSteps.of(result).stream()
        .map(
            s ->
                new StepView(
                    Visible.of(s.line(), 600),
                    s.gain(),
                    units(Stream.concat(s.settles().stream(), s.helps().stream()))))
        .toList();
  }

  private List<BarView> bars() {
    return result.sections().stream()
        .map(
            s ->
                new BarView(
                    s.section().id(), s.section().title(), label(s.groups()), parts(s.groups())))
        .toList();
  }

  private static String label(List<GroupResult> groups) {
    return tallies(groups).stream()
        .filter(t -> t.number() > 0)
        .map(t -> t.number() + " " + t.word())
        .collect(Collectors.joining(", "));
  }

  private static List<PartView> parts(List<GroupResult> groups) {
    List<PartView> parts = new ArrayList<>();
    double x = 0;
    for (TallyView tally : tallies(groups)) {
      double width = groups.isEmpty() ? 0 : 100.0 * tally.number() / groups.size();
      if (width > 0) {
        parts.add(new PartView(tally.css(), decimal(x), decimal(width)));
      }
      x += width;
    }
    return parts;
  }

  private static String decimal(double value) {
    return String.format(Locale.ROOT, "%.2f", value);
  }

  private List<ContradictionView> contradictions() {
    return result.contradictions().stream()
        .map(
            c ->
                new ContradictionView(
                    Visible.of(c.declared(), 600),
                    Visible.of(c.observed(), 600),
                    Visible.of(c.place().toString(), 200),
                    Visible.of(c.observation().key() + " " + c.observation().subject(), 200)))
        .toList();
  }

  private List<FlawView> flaws() {
    Map<ItemId, Judged> items = new HashMap<>();
    result.items().forEach(i -> items.put(i.item().id(), i));
    return result.flawsSeen().stream()
        .map(
            f ->
                new FlawView(
                    f.aside()
                        ? "p" + f.item().unit().provision()
                        : DetailViews.anchor(Objects.requireNonNull(items.get(f.item()))),
                    Visible.of(f.item().toString(), 200),
                    Visible.of(f.reason(), 800),
                    Words.verdict(f.verdict())
                        + (f.aside() ? ", answered " + Words.answered(f.verdict()) : ""),
                    f.evidence().isEmpty()
                        ? "the declaration"
                        : Visible.of(
                            f.evidence().stream()
                                .map(o -> o.key() + " " + o.subject() + reference(o))
                                .distinct()
                                .limit(MOST_SHOWN)
                                .collect(Collectors.joining("; ")),
                            600)))
        .toList();
  }

  private static String reference(Observation o) {
    return o.evidence().map(e -> " (evidence " + e.sha256().shortForm() + ")").orElse("");
  }

  private List<FailureView> failures() {
    return result
        .items()
        .filter(i -> i.finding() instanceof Finding.Violated)
        .map(
            i -> {
              Finding.Violated v = (Finding.Violated) i.finding();
              return new FailureView(
                  DetailViews.anchor(i),
                  Visible.of(i.item().id().toString(), 200),
                  Visible.of(v.reason(), 800),
                  Visible.of(v.remedy(), 800));
            })
        .toList();
  }

  private List<WaiverView> waivers() {
    return result.waivers().stream()
        .map(
            w ->
                new WaiverView(
                    Visible.of(w.waiver().item().toString(), 200),
                    w.inForce(),
                    Visible.of(w.sentence(), 800)))
        .toList();
  }

  private List<ProblemView> problems() {
    return result.problems().stream()
        .map(
            p ->
                new ProblemView(
                    Visible.of(p.place().toString(), 200),
                    p.id(),
                    p.severity().name().toLowerCase(Locale.ROOT),
                    Visible.of(p.what(), 600),
                    Visible.of(p.remedy(), 600)))
        .toList();
  }
}
