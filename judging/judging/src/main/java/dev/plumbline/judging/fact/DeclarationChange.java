package dev.plumbline.judging.fact;

import dev.plumbline.dossier.Dossier;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What differs between two declarations of one product, as far as checks and rules read it.
 * Observations, product.yaml, crypto policy and day are the same. For one thread.
 */
public final class DeclarationChange {
  private final Facts before;
  private final Facts after;
  private final Map<DeclarationRead, Boolean> known = new HashMap<>();
  private Optional<Boolean> ics = Optional.empty();

  private DeclarationChange(Facts before, Facts after) {
    this.before = before;
    this.after = after;
  }

  /** The change; empty where more than the declaration differs. */
  static Optional<DeclarationChange> between(Facts before, Facts after) {
    Dossier was = before.dossier();
    Dossier is = after.dossier();
    boolean same =
        before.catalogue().digest().equals(after.catalogue().digest())
            && before.policy().equals(after.policy())
            && before.day().equals(after.day())
            && was.product().equals(is.product())
            && was.ixit().roles().equals(is.ixit().roles())
            && was.observations().equals(is.observations());
    return same ? Optional.of(new DeclarationChange(before, after)) : Optional.empty();
  }

  /** Whether one of these parts is another one now. */
  public boolean touches(Collection<DeclarationRead> reads) {
    for (DeclarationRead read : reads) {
      if (touches(read)) {
        return true;
      }
    }
    return false;
  }

  private boolean touches(DeclarationRead read) {
    Boolean answer = known.get(read);
    if (answer == null) {
      answer = differs(read);
      known.put(read, answer);
    }
    return answer;
  }

  private boolean differs(DeclarationRead read) {
    Dossier was = before.dossier();
    Dossier is = after.dossier();
    return switch (read) {
      case DeclarationRead.Whole w -> !was.equals(is);
      case DeclarationRead.Table(String id) ->
          was.ixit().has(id) != is.ixit().has(id)
              || !was.ixit().entries(id).equals(is.ixit().entries(id));
      case DeclarationRead.Evidence(String sha256) ->
          was.evidence().containsKey(sha256) != is.evidence().containsKey(sha256);
      case DeclarationRead.Conclusion(Class<?> type) -> !after.concludesAs(before, type);
    };
  }

  /** Whether neither ICS nor IXIT differ. */
  public boolean isNone() {
    return !touchesIcs() && before.dossier().ixit().equals(after.dossier().ixit());
  }

  /** Whether a table differs. */
  public boolean touchesTable(String id) {
    return touches(new DeclarationRead.Table(id));
  }

  /** Whether the ICS differs. */
  public boolean touchesIcs() {
    if (ics.isEmpty()) {
      ics = Optional.of(!before.dossier().ics().equals(after.dossier().ics()));
    }
    return ics.get();
  }
}
