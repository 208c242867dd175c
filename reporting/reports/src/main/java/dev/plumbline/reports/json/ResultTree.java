package dev.plumbline.reports.json;

import dev.plumbline.core.Finding;
import dev.plumbline.core.ItemId;
import dev.plumbline.core.Problem;
import dev.plumbline.core.Remedy;
import dev.plumbline.core.Verdict;
import dev.plumbline.dossier.Decision;
import dev.plumbline.dossier.Observation;
import dev.plumbline.dossier.Product;
import dev.plumbline.judging.Assessment;
import dev.plumbline.judging.CaseResult;
import dev.plumbline.judging.FamilyStanding;
import dev.plumbline.judging.GroupResult;
import dev.plumbline.judging.InheritedResult;
import dev.plumbline.judging.Judged;
import dev.plumbline.judging.SectionResult;
import dev.plumbline.judging.SeenFlaw;
import dev.plumbline.judging.UnitResult;
import dev.plumbline.judging.WaivedItem;
import dev.plumbline.judging.fact.Contradiction;
import dev.plumbline.judging.fact.QuestionLog;
import dev.plumbline.judging.history.RecordEntry;
import dev.plumbline.judging.history.RecordHistory;
import dev.plumbline.judging.plan.Counts;
import dev.plumbline.judging.settling.NextSteps;
import dev.plumbline.judging.settling.Step;
import dev.plumbline.reports.ReportContext;
import dev.plumbline.reports.Words;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The result as plain maps and lists, in the shape of the published schema. */
final class ResultTree {
  /** Names the shape; a breaking change makes it {@code :2}. */
  static final String SCHEMA = "urn:plumbline:result:1";

  private ResultTree() {}

  static Map<String, Object> of(Assessment a, ReportContext context) {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("schema", SCHEMA);
    tree.put("tool", context.tool());
    tree.put("generatedAt", context.at().toString());
    tree.put("product", product(a.product()));
    Map<String, Object> standard = new LinkedHashMap<>();
    standard.put("edition", a.catalogue().edition().id().version());
    standard.put("document", a.catalogue().edition().document());
    standard.put("testDocument", a.catalogue().edition().testDocument());
    standard.put("catalogueDigest", a.catalogue().digest().hex());
    standard.put("cryptoPolicy", a.policy().id());
    standard.put("cryptoPolicyDigest", a.policy().digest().hex());
    tree.put("standard", standard);
    tree.put("verdict", Words.verdict(a.verdict()));
    Map<String, Object> verdicts = new LinkedHashMap<>();
    for (Verdict v : Verdict.values()) {
      verdicts.put(Words.verdict(v), a.verdicts().getOrDefault(v, 0));
    }
    tree.put("verdicts", verdicts);
    tree.put("counts", counts(a.counts()));
    tree.put("record", record(context));
    a.family().ifPresent(f -> tree.put("family", family(f)));
    tree.put("flawsSeen", a.flawsSeen().stream().map(ResultTree::flaw).toList());
    tree.put("remarks", a.remarks());
    tree.put("contradictions", a.contradictions().stream().map(ResultTree::contradiction).toList());
    tree.put("problems", a.problems().stream().map(ResultTree::problem).toList());
    tree.put("waivers", a.waivers().stream().map(ResultTree::waiver).toList());
    Items items = new Items(a, RecordHistory.of(context.dossier()));
    tree.put("sections", a.sections().stream().map(s -> section(s, items)).toList());
    tree.put("nextSteps", NextSteps.of(a).stream().map(ResultTree::step).toList());
    return tree;
  }

  private static Map<String, Object> record(ReportContext context) {
    Map<String, Object> map = RecordTree.of(context.record());
    map.put(
        "unbacked",
        context.dossier().unbacked().entrySet().stream()
            .map(
                e -> {
                  Map<String, Object> file = new LinkedHashMap<>();
                  file.put("sha256", e.getKey());
                  file.put("why", e.getValue());
                  return file;
                })
            .toList());
    List<RecordEntry> signoffs = RecordHistory.of(context.dossier()).signoffs();
    if (!signoffs.isEmpty()) {
      map.put("signoffs", signoffs.stream().map(ResultTree::entry).toList());
    }
    return map;
  }

  private static Map<String, Object> product(Product p) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("manufacturer", p.manufacturer());
    map.put("name", p.name());
    map.put("model", p.model());
    map.put("hardwareVersion", p.hardwareVersion());
    map.put("softwareVersion", p.softwareVersion());
    map.put("unit", p.unit());
    map.put("state", p.state());
    return map;
  }

  /** What the tree of an item is made from. */
  private record Items(Assessment result, RecordHistory history) {}

  private static Map<String, Object> entry(RecordEntry e) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("at", e.at().toString());
    map.put("by", e.by());
    map.put("kind", e.kind());
    map.put("text", e.text());
    if (!e.state().isEmpty()) {
      map.put("state", e.state());
    }
    return map;
  }

  private static Map<String, Object> section(SectionResult s, Items items) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("section", s.section().id());
    map.put("title", s.section().title());
    map.put("verdict", Words.verdict(s.verdict()));
    map.put("counts", counts(s.counts()));
    map.put("provisions", s.groups().stream().map(g -> group(g, items)).toList());
    return map;
  }

  private static Map<String, Object> group(GroupResult g, Items items) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("provision", g.provision().id().value());
    map.put("title", g.provision().title());
    map.put("status", g.provision().printedStatus());
    map.put("support", g.answer().map(x -> x.support().printed()).orElse(""));
    map.put("standing", lower(g.standing()));
    map.put("verdict", Words.verdict(g.verdict()));
    map.put("reason", g.reason());
    map.put("counts", counts(g.counts()));
    map.put("cases", g.cases().stream().map(c -> testCase(c, items)).toList());
    return map;
  }

  private static Map<String, Object> testCase(CaseResult c, Items items) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("case", c.testCase().id());
    map.put("kind", c.testCase().kind());
    map.put("passSource", c.testCase().passSource());
    map.put("verdict", Words.verdict(c.verdict()));
    map.put("units", c.units().stream().map(u -> unit(u, items)).toList());
    return map;
  }

  private static Map<String, Object> unit(UnitResult u, Items items) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("unit", u.unit().id().value());
    map.put("check", u.unit().check());
    map.put("verdict", Words.verdict(u.verdict()));
    map.put("counts", counts(u.counts()));
    map.put("items", u.items().stream().map(j -> item(j, items)).toList());
    return map;
  }

  private static Map<String, Object> item(Judged j, Items items) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("item", j.item().id().toString());
    map.put("subject", j.item().id().subject());
    map.put("verdict", Words.verdict(j.verdict()));
    map.put("finding", finding(j.finding()));
    map.put("plannedBy", lower(j.item().by()));
    map.put("decidedBy", lower(j.by()));
    map.put("conclusion", lower(j.conclusion()));
    if (!j.questionLog().entries().isEmpty()) {
      map.put("questions", j.questionLog().entries().stream().map(ResultTree::question).toList());
    }
    map.put("executed", j.executed());
    map.put("evidenced", j.evidenced());
    map.put("stale", j.stale());
    j.item().blocked().ifPresent(b -> map.put("blocked", b));
    j.machine().ifPresent(m -> map.put("machineFinding", finding(m)));
    j.decision().ifPresent(d -> map.put("decision", decision(d)));
    items.result().waiver(j.item().id()).ifPresent(w -> map.put("waiver", waiver(w)));
    List<RecordEntry> history = items.history().beyondTheDecision(j);
    if (!history.isEmpty()) {
      map.put("history", history.stream().map(ResultTree::entry).toList());
    }
    j.heritage().ifPresent(h -> map.put("heritage", heritage(h)));
    map.put("basisDigest", j.basisDigest().hex());
    map.put("basis", j.basis().stream().map(ResultTree::observation).toList());
    return map;
  }

  private static Map<String, Object> question(QuestionLog.Entry q) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("question", q.question());
    map.put("subject", q.subject());
    map.put("reply", lower(q.reply()));
    map.put("answer", q.answer());
    q.fact()
        .ifPresent(
            f -> {
              map.put("fact", f.name());
              map.put("where", f.where());
            });
    if (!q.remedies().isEmpty()) {
      map.put("remedies", q.remedies().stream().map(Remedy::line).toList());
    }
    return map;
  }

  private static Map<String, Object> step(Step s) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("step", s.line());
    map.put("settles", s.settles().stream().map(ItemId::toString).toList());
    map.put("helps", s.helps().stream().map(ItemId::toString).toList());
    return map;
  }

  private static Map<String, Object> flaw(SeenFlaw f) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("item", f.item().toString());
    map.put("reason", f.reason());
    map.put("verdict", Words.verdict(f.verdict()));
    if (f.aside()) {
      map.put("answered", Words.answered(f.verdict()));
    }
    map.put("evidence", f.evidence().stream().map(ResultTree::observation).toList());
    return map;
  }

  private static Map<String, Object> family(FamilyStanding f) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("base", f.base());
    map.put("softwareVersion", f.softwareVersion());
    map.put("because", f.because());
    map.put("differs", f.differs());
    map.put("inherited", f.inherited());
    map.put("refused", f.refused());
    return map;
  }

  private static Map<String, Object> heritage(InheritedResult h) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("inherited", h.inherited());
    map.put("from", h.product());
    map.put("softwareVersion", h.softwareVersion());
    map.put("because", h.because());
    map.put("place", h.place().toString());
    h.refusal().ifPresent(r -> map.put("refusal", r));
    return map;
  }

  private static Map<String, Object> finding(Finding f) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("kind", lower(f));
    map.put("reason", f.reason());
    if (f instanceof Finding.Violated v) {
      map.put("remedy", v.remedy());
    }
    if (f instanceof Finding.Undetermined u && !u.remedies().isEmpty()) {
      map.put("remedies", u.remedies().stream().map(Remedy::line).toList());
    }
    if (f instanceof Finding.Searched s) {
      map.put("lookedAt", s.lookedAt());
      map.put("notLookedAt", s.notLookedAt());
    }
    return map;
  }

  private static String lower(Finding f) {
    return switch (f) {
      case Finding.Holds h -> "holds";
      case Finding.Violated v -> "violated";
      case Finding.Searched s -> "searched";
      case Finding.Undetermined u -> "undetermined";
      case Finding.NotApplicable n -> "not-applicable";
      case Finding.Errored e -> "errored";
    };
  }

  private static Map<String, Object> decision(Decision d) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("by", d.by());
    map.put("at", d.at().toString());
    map.put("finding", finding(d.finding()));
    map.put("evidence", d.evidence().stream().map(e -> e.hex()).toList());
    return map;
  }

  private static Map<String, Object> waiver(WaivedItem w) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("item", w.waiver().item().toString());
    map.put("state", lower(w.state()));
    map.put("until", w.waiver().until().toString());
    map.put("by", w.waiver().by());
    map.put("at", w.waiver().at().toString());
    map.put("because", w.waiver().because());
    map.put("finding", w.waiver().finding());
    return map;
  }

  private static Map<String, Object> observation(Observation o) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("key", o.key());
    map.put("subject", o.subject());
    map.put("outcome", lower(o.outcome()));
    map.put("value", o.value());
    map.put("coverage", o.coverage());
    map.put("reason", o.reason());
    map.put("producer", o.source().producer() + " " + o.source().version());
    map.put("at", o.source().at().toString());
    o.evidence()
        .ifPresent(
            e -> {
              Map<String, Object> ref = new LinkedHashMap<>();
              ref.put("sha256", e.sha256().hex());
              ref.put("offset", e.offset());
              ref.put("length", e.length());
              if (!e.frames().isEmpty()) {
                Map<String, Object> frames = new LinkedHashMap<>();
                frames.put("first", e.frames().first());
                frames.put("more", e.frames().more());
                ref.put("frames", frames);
              }
              map.put("evidence", ref);
            });
    return map;
  }

  private static Map<String, Object> contradiction(Contradiction c) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("place", c.place().toString());
    map.put("declared", c.declared());
    map.put("observed", c.observed());
    map.put("key", c.observation().key());
    map.put("subject", c.observation().subject());
    return map;
  }

  private static Map<String, Object> problem(Problem p) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("id", p.id());
    map.put("severity", lower(p.severity()));
    map.put("place", p.place().toString());
    map.put("what", p.what());
    map.put("remedy", p.remedy());
    return map;
  }

  private static Map<String, Object> counts(Counts c) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("declared", c.declared());
    map.put("planned", c.planned());
    map.put("executed", c.executed());
    map.put("evidenced", c.evidenced());
    map.put("proved", c.proved());
    map.put("confirmed", c.confirmed());
    map.put("decided", c.decided());
    map.put("searched", c.searched());
    return map;
  }

  private static String lower(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
