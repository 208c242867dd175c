package dev.plumbline.probes.setupwalk;

import dev.plumbline.dossier.IxitEntry;
import dev.plumbline.probe.DeviceDriver;
import dev.plumbline.probe.DriverAction;
import dev.plumbline.probe.Probe;
import dev.plumbline.probe.ProbeContext;
import dev.plumbline.probe.ProbeSpec;
import dev.plumbline.probe.UserDecision;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Goes through the set-up as its user would, and tells what it asks. */
public final class SetUpWalkProbe implements Probe {
  private static final String WALK = "setup.walk";
  private static final String DECISION = "setup.decision";
  private static final String TABLE = "26-UserDec";
  private static final List<DriverAction> NEEDED =
      List.of(
          DriverAction.FACTORY_RESET,
          DriverAction.NEXT_DECISION,
          DriverAction.DECIDE,
          DriverAction.READ_STATE,
          DriverAction.SET_UP);

  private final ProbeSpec spec = ProbeSpec.load(SetUpWalkProbe.class);

  @Override
  public ProbeSpec spec() {
    return spec;
  }

  @Override
  public void run(ProbeContext context) throws InterruptedException {
    List<IxitEntry> rows = context.ixit().entries(TABLE);
    Optional<String> hindrance = hindrance(context);
    if (hindrance.isPresent()) {
      nothing(context, rows, hindrance.get());
      return;
    }
    DeviceDriver driver = context.driver().orElseThrow();
    Walk walk = new Walk(context, driver);
    hindrance = walk.obstacle();
    if (hindrance.isPresent()) {
      nothing(context, rows, hindrance.get());
      return;
    }
    try {
      hindrance = walk.begin();
      if (hindrance.isPresent()) {
        nothing(context, rows, hindrance.get());
        return;
      }
      Optional<String> gap = walk.go();
      tell(context, rows, driver.decisions(), walk, gap);
    } finally {
      walk.leave();
    }
  }

  private static Optional<String> hindrance(ProbeContext context) {
    if (context.driver().isEmpty()) {
      return Optional.of("the means is missing: a driver.yaml in the dossier");
    }
    DeviceDriver driver = context.driver().get();
    return NEEDED.stream()
        .filter(a -> !driver.offers(a))
        .findFirst()
        .map(a -> "the means is missing: the action " + a.word() + " in driver.yaml");
  }

  private static void nothing(ProbeContext context, List<IxitEntry> rows, String reason) {
    context.undetermined(WALK, "DUT", reason);
    rows.forEach(r -> context.undetermined(DECISION, r.subject(), reason));
  }

  private static void tell(
      ProbeContext context,
      List<IxitEntry> rows,
      List<UserDecision> decisions,
      Walk walk,
      Optional<String> gap)
      throws InterruptedException {
    boolean whole = gap.isEmpty() && !walk.met().isEmpty();
    Map<String, Object> coverage = new LinkedHashMap<>();
    coverage.put("control", whole);
    coverage.put("gaps", gap.stream().toList());
    if (walk.met().isEmpty()) {
      context.undetermined(WALK, "DUT", gap.orElse("the set-up asked nothing"));
    } else {
      context.seen(WALK, "DUT", Map.of("met", met(walk, decisions)), coverage);
    }
    Optional<String> unnamed =
        walk.met().stream()
            .map(Question::name)
            .filter(name -> decisions.stream().noneMatch(d -> d.name().equals(name)))
            .findFirst();
    for (IxitEntry row : rows) {
      Optional<UserDecision> named =
          decisions.stream().filter(d -> d.row().equals(row.id())).findFirst();
      if (named.isEmpty()) {
        context.undetermined(
            DECISION,
            row.subject(),
            "the means is missing: " + row.id() + " in 'decisions' of driver.yaml");
      } else {
        row(context, row, new Meeting(row, named.get(), walk), whole, gap, unnamed);
      }
    }
  }

  private static List<Map<String, Object>> met(Walk walk, List<UserDecision> decisions) {
    List<Map<String, Object>> met = new ArrayList<>();
    for (Question question : walk.met()) {
      Map<String, Object> one = new LinkedHashMap<>();
      one.put("decision", question.name());
      one.put(
          "row",
          decisions.stream()
              .filter(d -> d.name().equals(question.name()))
              .map(UserDecision::row)
              .findFirst()
              .orElse(""));
      one.put("taken", walk.taken().getOrDefault(question.name(), ""));
      met.add(one);
    }
    return met;
  }

  private static void row(
      ProbeContext context,
      IxitEntry row,
      Meeting meeting,
      boolean whole,
      Optional<String> gap,
      Optional<String> unnamed)
      throws InterruptedException {
    if (!meeting.happened() && !whole) {
      context.undetermined(
          DECISION,
          row.subject(),
          "it was not asked as far as the set-up went: " + gap.orElse("it asked nothing at all"));
      return;
    }
    if (!meeting.happened() && unnamed.isPresent()) {
      context.undetermined(
          DECISION,
          row.subject(),
          "the set-up asks '"
              + unnamed.get()
              + "', which driver.yaml gives no row; it may be this one");
      return;
    }
    Map<String, Object> value = meeting.value();
    context.seen(DECISION, row.subject(), value, Map.of("control", whole, "gaps", meeting.gaps()));
  }
}
