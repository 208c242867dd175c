package dev.plumbline.judging;

import dev.plumbline.core.Digest;
import dev.plumbline.dossier.signed.Saw;
import dev.plumbline.judging.fact.QuestionLog;
import dev.plumbline.judging.fact.Rests;
import java.util.List;

/**
 * What the finding of an item rests on. Both answers are worked out when asked for: a product has
 * hundreds of items, and few of them are looked at.
 */
public interface Grounds {
  /** Digest of everything whose change makes a person's decision on the item stale. */
  Digest digest();

  /** The steps from the catalogue to the verdict, for people. */
  List<TraceStep> trace();

  /** The questions that a check asked. */
  default QuestionLog questionLog() {
    return QuestionLog.NONE;
  }

  /** What of the dossier it is, by name. */
  Rests rests();

  /** Digests of what is declared and of what was observed of it; a decision is bound to them. */
  default Saw saw() {
    return Saw.NOTHING;
  }

  /** Grounds that are known already. */
  static Grounds of(Digest digest, List<TraceStep> trace) {
    return of(digest, trace, QuestionLog.NONE);
  }

  /** The same, with the questions of a check. */
  static Grounds of(Digest digest, List<TraceStep> trace, QuestionLog questionLog) {
    return new Known(digest, List.copyOf(trace), questionLog);
  }

  /** Grounds as values. */
  record Known(Digest digest, List<TraceStep> trace, QuestionLog questionLog) implements Grounds {
    @Override
    public Rests rests() {
      return Rests.UNKNOWN;
    }
  }
}
