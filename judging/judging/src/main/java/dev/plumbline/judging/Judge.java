package dev.plumbline.judging;

import dev.plumbline.core.DecidedBy;
import dev.plumbline.core.Digest;
import dev.plumbline.core.Finding;
import dev.plumbline.core.ItemId;
import dev.plumbline.dossier.Decision;
import dev.plumbline.dossier.signed.Saw;
import dev.plumbline.judging.check.Checks;
import dev.plumbline.judging.check.Prepared;
import dev.plumbline.judging.check.RuleEvaluator;
import dev.plumbline.judging.check.TestItem;
import dev.plumbline.judging.check.UnitProfile;
import dev.plumbline.judging.fact.Facts;
import dev.plumbline.judging.fact.QuestionLog;
import dev.plumbline.judging.fact.Rests;
import dev.plumbline.judging.plan.EntryReferences;
import dev.plumbline.judging.plan.Plan;
import dev.plumbline.judging.reuse.Outcomes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Judges a plan: finding by finding, then verdict by verdict. Pure; knows no clock. */
public final class Judge {
  private final Plan plan;
  private final Facts facts;
  private final Prepared prepared;
  private final MachineFindings machine;
  private final BasisDigests basis;
  private final Tracer tracer;
  private final Carrying carrying;
  private final DecidedItems decisions;
  private final Map<ItemId, TestItem> sources = new HashMap<>();
  private final Map<ItemId, Judged> judged = new HashMap<>();
  private final Set<ItemId> open = new HashSet<>();

  private Judge(Plan plan, Facts facts, Prepared prepared, Outcomes outcomes, Carrying carrying) {
    this.plan = plan;
    this.carrying = carrying;
    this.facts = facts;
    this.prepared = prepared;
    EntryReferences references = new EntryReferences(prepared, facts.dossier().ixit());
    this.basis = new BasisDigests(facts, references);
    this.machine = new MachineFindings(prepared, facts, outcomes, references, basis);
    this.tracer = new Tracer(facts, basis);
    this.decisions = DecidedItems.of(facts.dossier().decisions());
    Set<ItemId> wanted = new HashSet<>();
    List<TestItem> items = plan.items().toList();
    items.forEach(i -> wanted.addAll(i.inherits()));
    items.stream().filter(i -> wanted.contains(i.id())).forEach(i -> sources.put(i.id(), i));
  }

  /** The assessment of one plan; {@link Engine} does the same for many. */
  public static Assessment judge(Plan plan, Facts facts, Checks checks, RuleEvaluator rules) {
    return judge(
        plan, facts, Prepared.of(plan.catalogue(), checks, rules), Outcomes.anew(facts, rules));
  }

  static Assessment judge(Plan plan, Facts facts, Prepared prepared, Outcomes outcomes) {
    return judge(plan, facts, prepared, outcomes, Carrying.NONE);
  }

  static Assessment judge(
      Plan plan, Facts facts, Prepared prepared, Outcomes outcomes, Carrying carrying) {
    return new Judge(plan, facts, prepared, outcomes, carrying).judge();
  }

  private Assessment judge() {
    return new RollUp(plan, facts)
        .assessment(
            this::judged,
            (item, counting) -> machine.aside(item, prepared.unit(item.unit().id()), counting));
  }

  private Judged judged(TestItem item) {
    if (item.inherits().isEmpty() && !sources.containsKey(item.id())) {
      return judge(item, prepared.unit(item.unit().id()), List.of());
    }
    Judged known = judged.get(item.id());
    if (known != null) {
      return known;
    }
    if (!open.add(item.id())) {
      return circular(item);
    }
    UnitProfile profile = prepared.unit(item.unit().id());
    List<Judged> taken = new ArrayList<>();
    for (ItemId id : item.inherits()) {
      Optional.ofNullable(sources.get(id)).ifPresent(i -> taken.add(judged(i)));
    }
    Judged result = judge(item, profile, List.copyOf(taken));
    open.remove(item.id());
    judged.put(item.id(), result);
    return result;
  }

  /** Whether nothing of what a decision rests on has changed that concerns its unit. */
  private boolean isAsItWas(
      Decision decision,
      TestItem item,
      UnitProfile profile,
      MachineFinding opinion,
      List<Judged> sources) {
    if (decision.basis().equals(basis.digest(item, profile, opinion.basis(), sources))) {
      return true;
    }
    Optional<Digest> columns = decision.signed().flatMap(s -> s.saw().columns());
    return columns.isPresent()
        && columns.equals(basis.columns(item, profile, opinion.basis(), sources));
  }

  private Judged judge(TestItem item, UnitProfile profile, List<Judged> sources) {
    MachineFinding opinion = machine.opinion(item, profile, sources);
    Optional<Decision> decision = decisions.last(item.id());
    Optional<PersonFinding> person =
        decision.map(
            d ->
                PersonFinding.heard(
                    item,
                    profile,
                    opinion,
                    d,
                    decisions.standing(item.id()),
                    was -> isAsItWas(was, item, profile, opinion, sources),
                    facts.dossier()));
    Finding finding = person.map(PersonFinding::finding).orElse(opinion.finding());
    Optional<InheritedResult> heritage =
        person.map(PersonFinding::counts).orElse(false)
            ? Optional.empty()
            : Carrying.through(finding, opinion.takenFrom(), sources);
    Judged own =
        new Judged(
            item,
            heritage.map(h -> h.through(finding)).orElse(finding),
            person.map(PersonFinding::by).orElse(opinion.by()),
            person.isPresent() && opinion.speaks()
                ? Optional.of(opinion.finding())
                : Optional.empty(),
            decision,
            person.map(PersonFinding::stale).orElse(false),
            opinion.executed() || person.map(PersonFinding::counts).orElse(false),
            opinion.basis(),
            opinion.contradictions(),
            new Way(basis, tracer, item, profile, opinion, sources, decision, person),
            heritage);
    return carrying.over(own);
  }

  private static Judged circular(TestItem item) {
    return new Judged(
        item,
        new Finding.Errored("The catalogue lets " + item.id() + " take over from itself."),
        DecidedBy.RULE,
        Optional.empty(),
        Optional.empty(),
        false,
        false,
        List.of(),
        List.of(),
        Digest.of(item.id().toString()),
        List.of());
  }

  /** What an item was judged on, told when asked. */
  private record Way(
      BasisDigests basis,
      Tracer tracer,
      TestItem item,
      UnitProfile profile,
      MachineFinding opinion,
      List<Judged> sources,
      Optional<Decision> decision,
      Optional<PersonFinding> person)
      implements Grounds {
    @Override
    public Digest digest() {
      return basis.digest(item, profile, opinion.basis(), sources);
    }

    @Override
    public Saw saw() {
      return basis.saw(item, profile, opinion.basis(), sources);
    }

    @Override
    public QuestionLog questionLog() {
      return opinion.questionLog();
    }

    @Override
    public Rests rests() {
      return basis.rests(item, profile, opinion.basis());
    }

    @Override
    public List<TraceStep> trace() {
      return tracer.trace(item, profile, opinion, sources, decision, person);
    }
  }
}
