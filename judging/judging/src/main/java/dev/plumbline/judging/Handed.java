package dev.plumbline.judging;

import dev.plumbline.core.Digest;
import dev.plumbline.core.Finding;
import dev.plumbline.dossier.signed.Saw;
import dev.plumbline.judging.fact.QuestionLog;
import dev.plumbline.judging.fact.Rests;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a base hands to an item of its variant: its result, or why it does not.
 *
 * @param there the base's result
 * @param way from the variant's dossier to the base's
 */
record Handed(Judged there, InheritedResult heritage, String way) {
  private static final Set<String> OWN = Set.of("catalogue", "declaration");
  private static final Set<String> OF_THE_BASE = Set.of("observation", "decision");

  /** The item with what was handed to it. */
  Judged over(Judged own) {
    if (!(own.finding() instanceof Finding.Undetermined open)) {
      return own;
    }
    Finding finding =
        heritage.inherited() ? heritage.told(there.finding()) : heritage.refused(open);
    return heritage.inherited()
        ? new Judged(
            own.item(),
            finding,
            there.by(),
            there.machine(),
            there.decision(),
            false,
            false,
            there.basis(),
            there.contradictions(),
            new Way(own, finding, this),
            Optional.of(heritage))
        : new Judged(
            own.item(),
            finding,
            own.by(),
            own.machine(),
            own.decision(),
            own.stale(),
            own.executed(),
            own.basis(),
            own.contradictions(),
            new Way(own, finding, this),
            Optional.of(heritage));
  }

  /**
   * Grounds of such an item. A decision on it is bound to what is the variant's own, for it stays
   * true whatever becomes of the base.
   */
  private record Way(Judged own, Finding finding, Handed handed) implements Grounds {
    @Override
    public Digest digest() {
      return own.basisDigest();
    }

    @Override
    public Saw saw() {
      return own.grounds().saw();
    }

    @Override
    public QuestionLog questionLog() {
      return handed.heritage().inherited() ? handed.there().questionLog() : own.questionLog();
    }

    @Override
    public Rests rests() {
      return own.grounds().rests();
    }

    @Override
    public List<TraceStep> trace() {
      List<TraceStep> steps = new ArrayList<>();
      own.trace().stream().filter(s -> OWN.contains(s.stage())).forEach(steps::add);
      handed.there().trace().stream()
          .filter(s -> OF_THE_BASE.contains(s.stage()))
          .map(s -> new TraceStep(s.stage(), s.text(), handed.way() + "/" + s.where()))
          .forEach(steps::add);
      InheritedResult heritage = handed.heritage();
      steps.add(
          new TraceStep(
              "inheritance",
              heritage
                  .refusal()
                  .map(r -> "Not inherited from " + heritage.from() + ": " + r + ".")
                  .orElseGet(heritage::sentence),
              heritage.place().toString()));
      steps.add(new TraceStep("verdict", finding.verdict() + ": " + finding.reason(), ""));
      return List.copyOf(steps);
    }
  }
}
