package dev.plumbline.probes.inputvalidation;

import dev.plumbline.client.http.HttpResponse;
import dev.plumbline.client.oddinput.Leaks;
import dev.plumbline.core.BoundedPattern;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What an answer shows of how its input was processed. */
final class Signs {
  /** Refusals that HTTP has numbers of this range for. */
  private static final Set<Integer> REFUSALS = Set.of(501, 503, 505);

  private static final BoundedPattern FAULT =
      BoundedPattern.compile("<(?:[\\w-]{1,20}:)?Fault[\\s>]");
  private static final String MARKUP = "plb<\"'>x";

  private final String product;
  private final List<BoundedPattern> traversal;
  private final Leaks leaks = Leaks.load();

  Signs(Grammar grammar) {
    this.product = grammar.product();
    this.traversal = grammar.signs("traversal").stream().map(BoundedPattern::compile).toList();
  }

  /** The kind of finding that the answer is; empty when it is none. */
  Optional<String> in(HttpResponse answer, HttpResponse ordinary) {
    if (shows(traversal, answer, ordinary)) {
      return Optional.of("traversal");
    }
    if (answer.text().contains(product) || (answer.isHtml() && answer.text().contains(MARKUP))) {
      return Optional.of("evaluated");
    }
    if (leaks.in(answer.text(), ordinary.text())) {
      return Optional.of("leak");
    }
    boolean failed =
        answer.status() >= 500
            && !REFUSALS.contains(answer.status())
            // SOAP says no with a fault, whose status is 500 (SOAP 1.1, section 6.2).
            && !FAULT.matcher(answer.text()).find();
    return failed && ordinary.status() < 500 ? Optional.of("error") : Optional.empty();
  }

  private static boolean shows(
      List<BoundedPattern> signs, HttpResponse answer, HttpResponse ordinary) {
    return signs.stream()
        .anyMatch(s -> s.matcher(answer.text()).find() && !s.matcher(ordinary.text()).find());
  }
}
