package dev.plumbline.declaration.contradiction;

import dev.plumbline.catalogue.Words.Topic;
import dev.plumbline.dossier.IxitEntry;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.BiFunction;

/**
 * What a cell has to say to be one half of a contradiction.
 *
 * @param test the words that say it; empty when it does not
 */
record CellPattern(String key, BiFunction<Quote, Paper, Optional<Quote>> test) {

  Optional<Quote> in(IxitEntry entry, Paper paper) {
    return Paper.cell(entry, key).flatMap(q -> test.apply(q, paper));
  }

  /** One of these values, {@code true} for yes. */
  static CellPattern value(String key, String... values) {
    return new CellPattern(
        key, (q, _) -> Optional.of(q).filter(x -> Arrays.stream(values).anyMatch(x::has)));
  }

  static CellPattern yes(String key) {
    return value(key, "true");
  }

  static CellPattern no(String key) {
    return value(key, "false");
  }

  /** A number above zero. */
  static CellPattern positive(String key) {
    return new CellPattern(
        key,
        (q, _) ->
            Optional.of(q)
                .filter(x -> x.values().size() == 1)
                .filter(x -> x.values().getFirst().matches("0*[1-9]\\d{0,17}")));
  }

  /** That there is nothing, by its opening words or an empty list. */
  static CellPattern none(String key) {
    return new CellPattern(key, (q, p) -> Optional.of(q).filter(p::saysNone));
  }

  /** That the column is not for the entry, by its opening words. */
  static CellPattern notApplicable(String key) {
    return new CellPattern(
        key, (q, p) -> Optional.of(q).filter(x -> p.words().saysNotApplicable(x.text())));
  }

  /** Something, with no denial, plan or placeholder in it. */
  static CellPattern something(String key) {
    return new CellPattern(key, (q, p) -> Optional.of(q).filter(x -> p.words().states(x.text())));
  }

  /** A denial as a whole, or that there is nothing. */
  static CellPattern denial(String key) {
    return new CellPattern(
        key, (q, p) -> Optional.of(q).filter(x -> p.saysNone(x) || p.words().denies(x.text())));
  }

  /** At least one item that is no word for nothing. */
  static CellPattern items(String key) {
    return new CellPattern(
        key,
        (q, p) ->
            Optional.of(q)
                .filter(
                    x ->
                        x.values().stream()
                            .anyMatch(
                                v ->
                                    !v.isBlank()
                                        && !p.words().saysNone(v)
                                        && !p.words().saysNotApplicable(v)
                                        && !p.words().isOpen(v))));
  }

  /** A clause that speaks of a topic and does not deny it. */
  static CellPattern affirms(String key, Topic topic) {
    return new CellPattern(key, (q, p) -> p.affirmed(q, topic));
  }
}
