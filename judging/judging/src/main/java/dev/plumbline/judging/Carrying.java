package dev.plumbline.judging;

import dev.plumbline.core.DecidedBy;
import dev.plumbline.core.Finding;
import dev.plumbline.core.ItemId;
import dev.plumbline.dossier.Dossier;
import dev.plumbline.dossier.Extension;
import dev.plumbline.dossier.Family;
import dev.plumbline.dossier.Observation;
import dev.plumbline.dossier.Product;
import dev.plumbline.judging.check.Prepared;
import dev.plumbline.judging.check.TestItem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Which results of its base a variant inherits. Nothing but what product.yaml names, nothing that
 * was looked at on the variant itself, and only where all that the result is bound to is the same
 * for both: software version, device state, the rows and answers that the item rests on. Catalogue
 * and crypto policy are the same because the base is judged by the variant's.
 */
final class Carrying {
  /** Of a product that is no variant. */
  static final Carrying NONE = new Carrying(Map.of());

  private final Map<ItemId, Handed> handed;

  private Carrying(Map<ItemId, Handed> handed) {
    this.handed = handed;
  }

  /** The item with what its base hands to it. */
  Judged over(Judged own) {
    Handed mine = handed.get(own.item().id());
    return mine == null ? own : mine.over(own);
  }

  /**
   * @param own the variant as it is judged by itself
   * @param base the base, judged by the variant's catalogue, policy and day
   */
  static Carrying of(Side own, Side base, Family family) {
    return new Carrying(new Selection(own, base, family).handed());
  }

  /**
   * A dossier that is judged by itself.
   *
   * @param basis what its items rest on
   */
  record Side(Assessment result, Dossier dossier, Prepared prepared, BasisDigests basis) {
    Map<ItemId, Judged> items() {
      Map<ItemId, Judged> items = new HashMap<>();
      result.items().forEach(i -> items.put(i.item().id(), i));
      return items;
    }

    /** What is declared that the item rests on. */
    BasisDigests.Declared declared(TestItem item) {
      return basis.declared(item, prepared.unit(item.unit().id()));
    }
  }

  private static final class Selection {
    private final Side own;
    private final Side base;
    private final Family family;
    private final Map<ItemId, Judged> there;
    private final Map<Extension.Carried, ItemId> refuted = new HashMap<>();
    private final Optional<String> never;

    Selection(Side own, Side base, Family family) {
      this.own = own;
      this.base = base;
      this.family = family;
      this.there = base.items();
      this.never = family.distrust().or(this::otherDevice);
      own.result().items().forEach(this::refute);
    }

    Map<ItemId, Handed> handed() {
      Map<ItemId, Handed> handed = new HashMap<>();
      own.result()
          .items()
          .filter(this::isOpen)
          .forEach(
              i ->
                  family
                      .extension()
                      .carrying(i.item().unit().id())
                      .flatMap(c -> hand(i, c))
                      .ifPresent(h -> handed.put(i.item().id(), h)));
      return handed;
    }

    /** Whatever was looked at on the variant, even without an answer, is not overruled. */
    private boolean isOpen(Judged item) {
      String version = own.dossier().product().softwareVersion();
      return item.finding() instanceof Finding.Undetermined
          && item.basis().isEmpty()
          && item.item().inherits().isEmpty()
          && own.dossier().observations().stream()
              .filter(o -> o.source().softwareVersion().equals(version))
              .noneMatch(o -> item.item().needs().contains(o.key()));
    }

    /** A person's word stands, except that one that does not count hides no failure. */
    private static boolean isUndecided(Judged item, Judged there) {
      return item.decision().isEmpty()
          || (there.finding() instanceof Finding.Violated && !item.executed());
    }

    private Optional<Handed> hand(Judged item, Extension.Carried statement) {
      return Optional.ofNullable(there.get(item.item().id()))
          .filter(Selection::isSettled)
          .filter(t -> isUndecided(item, t))
          .map(
              t -> {
                Product product = base.dossier().product();
                InheritedResult heritage =
                    new InheritedResult(
                        name(product),
                        product.softwareVersion(),
                        statement.because(),
                        statement.place(),
                        refusal(item, t, statement),
                        t.basis().stream()
                            .map(Observation::source)
                            .map(s -> s.producer())
                            .distinct()
                            .toList());
                return new Handed(t, heritage, family.extension().dossier());
              });
    }

    /** Looked at on the base, by observation or by a person whose decision counts. */
    private static boolean isSettled(Judged there) {
      boolean answered =
          there.finding() instanceof Finding.Holds
              || there.finding() instanceof Finding.Searched
              || there.finding() instanceof Finding.Violated
              || there.finding() instanceof Finding.NotApplicable;
      boolean observed = there.by() == DecidedBy.PROBE && !there.basis().isEmpty();
      boolean decided =
          there.by() == DecidedBy.ASSESSOR && there.decision().isPresent() && !there.stale();
      return answered && there.item().inherits().isEmpty() && (observed || decided);
    }

    private Optional<String> refusal(Judged item, Judged there, Extension.Carried statement) {
      if (never.isPresent()) {
        return never;
      }
      ItemId against = refuted.get(statement);
      if (against != null) {
        return Optional.of(
            "what was seen of this product on "
                + against
                + " is worse than the base's, so that the reason does not hold");
      }
      if (own.prepared().unit(item.item().unit().id()).readsProduct()) {
        return Optional.of("it rests on what product.yaml says of the product, which is another");
      }
      return own.declared(item.item()).differs(base.declared(there.item()));
    }

    /** A failure that was seen where the base passes under the same declaration. */
    private void refute(Judged item) {
      boolean seen =
          item.finding() instanceof Finding.Violated
              && (!item.basis().isEmpty() || item.by() == DecidedBy.ASSESSOR);
      Judged t = there.get(item.item().id());
      if (seen
          && t != null
          && isSoundSoFar(t.finding())
          && own.declared(item.item()).differs(base.declared(t.item())).isEmpty()) {
        family
            .extension()
            .carrying(item.item().unit().id())
            .ifPresent(c -> refuted.putIfAbsent(c, item.item().id()));
      }
    }

    private static boolean isSoundSoFar(Finding there) {
      return there instanceof Finding.Holds || there instanceof Finding.Searched;
    }

    private Optional<String> otherDevice() {
      Product mine = own.dossier().product();
      Product theirs = base.dossier().product();
      List<String> differing = new ArrayList<>();
      if (mine.softwareVersion().isBlank()
          || !mine.softwareVersion().equals(theirs.softwareVersion())) {
        differing.add(
            differing("software version", theirs.softwareVersion(), mine.softwareVersion()));
      }
      if (!mine.state().equals(theirs.state())) {
        differing.add(differing("device state", theirs.state(), mine.state()));
      }
      return differing.isEmpty()
          ? Optional.empty()
          : Optional.of(differing.stream().collect(Collectors.joining("; ")));
    }

    private static String differing(String what, String theirs, String mine) {
      return "the base's " + what + " is " + given(theirs) + ", under assessment is " + given(mine);
    }

    private static String given(String text) {
      return text.isBlank() ? "(not given)" : text;
    }
  }

  /**
   * What an item inherits that takes over others: it is inherited where what it rests on is.
   *
   * @param takenFrom the item whose violation the finding is; empty where it is none, or its own
   * @param sources the judged items that it takes over
   */
  static Optional<InheritedResult> through(
      Finding finding, Optional<ItemId> takenFrom, List<Judged> sources) {
    boolean worse = finding instanceof Finding.Violated;
    boolean answered =
        worse
            || finding instanceof Finding.Holds
            || finding instanceof Finding.Searched
            || finding instanceof Finding.NotApplicable;
    return answered
        ? sources.stream()
            .filter(s -> !worse || takenFrom.filter(s.item().id()::equals).isPresent())
            .flatMap(s -> s.heritage().stream())
            .filter(InheritedResult::inherited)
            .findFirst()
        : Optional.empty();
  }

  /** A product as people call it. */
  static String name(Product p) {
    return p.name().contains(p.model()) ? p.name() : p.name() + " " + p.model();
  }
}
