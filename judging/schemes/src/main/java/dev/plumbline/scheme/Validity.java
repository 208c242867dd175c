package dev.plumbline.scheme;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * Until when a level would hold for a product, were it given on the day.
 *
 * @param until the last day, by all rules that are known; empty where none of them ends it
 * @param because what ends it, a sentence a rule
 * @param unknown why it may end sooner, or when is not known; empty where it is
 */
public record Validity(Optional<LocalDate> until, List<String> because, List<String> unknown) {
  public Validity {
    because = List.copyOf(because);
    unknown = List.copyOf(unknown);
  }
}
