package dev.plumbline.judging;

import dev.plumbline.core.Finding;
import dev.plumbline.core.Place;
import java.util.List;
import java.util.Optional;

/**
 * What a test item of a variant has to do with the result of its base.
 *
 * @param product the base, as people call it
 * @param softwareVersion that the result is of
 * @param because why it carries over, in the maker's words
 * @param place where product.yaml says so
 * @param refusal why the base's result is not taken over, as a clause; empty when it is
 * @param seenBy probes and importers whose observations the base's result rests on
 */
public record InheritedResult(
    String product,
    String softwareVersion,
    String because,
    Place place,
    Optional<String> refusal,
    List<String> seenBy) {
  public InheritedResult {
    seenBy = List.copyOf(seenBy);
  }

  /** Whether the item's result is the base's. */
  public boolean inherited() {
    return refusal.isEmpty();
  }

  /** Where the result is from and why it counts, as a sentence. */
  public String sentence() {
    return "Inherited from "
        + from()
        + ", because: "
        + because.strip().replaceAll("\\.+$", "")
        + ".";
  }

  /** The base with its software, for the middle of a sentence. */
  public String from() {
    return product + " (software " + softwareVersion + ")";
  }

  /** The base's finding as the item's own; every reader of the reason sees whose it is. */
  Finding told(Finding there) {
    return told(sentence() + " There: ", there);
  }

  /** A finding that rests on items with inherited results. */
  Finding through(Finding own) {
    return told("Rests on results inherited from " + from() + ". ", own);
  }

  /** The item's open finding, with the reason why the base does not answer it. */
  Finding.Undetermined refused(Finding.Undetermined own) {
    return new Finding.Undetermined(
        own.reason() + " Not inherited from " + from() + ": " + refusal.orElse("") + ".",
        own.remedies());
  }

  private static Finding told(String before, Finding finding) {
    return switch (finding) {
      case Finding.Holds h -> new Finding.Holds(before + h.reason());
      case Finding.Searched s ->
          new Finding.Searched(before + s.reason(), s.lookedAt(), s.notLookedAt());
      case Finding.Violated v -> new Finding.Violated(before + v.reason(), v.remedy());
      case Finding.NotApplicable n -> new Finding.NotApplicable(before + n.reason());
      case Finding.Undetermined u -> u;
      case Finding.Errored e -> e;
    };
  }
}
