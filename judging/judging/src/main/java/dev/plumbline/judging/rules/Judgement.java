package dev.plumbline.judging.rules;

import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelFunctionResolver;
import dev.plumbline.catalogue.UnitRule;
import dev.plumbline.catalogue.Words;
import dev.plumbline.catalogue.crypto.CryptoPolicy;
import dev.plumbline.catalogue.crypto.CryptoPolicy.Entry;
import dev.plumbline.core.Finding;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Makes the finding of one rule on one subject, with words that say what it rests on. */
record Judgement(
    UnitRule rule,
    RuleSubject subject,
    CryptoPolicy policy,
    LocalDate day,
    CelFunctionResolver functions) {
  private static final int LONGEST = 120;
  private static final Words WORDS = Words.load();

  Finding finding(Optional<Expression> known, Expression holds) throws CelEvaluationException {
    if (known.isPresent() && !known.get().value(subject, functions).orElse(false)) {
      return unsettled(known.get().reads(), holds.reads());
    }
    Optional<Boolean> value = holds.value(subject, functions);
    if (value.isEmpty()) {
      return unsettled(holds.reads(), List.of());
    }
    if (!value.get()) {
      return new Finding.Violated(
          rule.otherwise() + declared(holds) + (holds.asksPolicy() ? refused() : ""),
          rule.remedy());
    }
    return switch (rule.reach()) {
      case WHOLE -> new Finding.Holds(rule.because() + declared(holds));
      case PROPOSES ->
          new Finding.Searched(
              "Nothing declared speaks against it; a person reads the words. "
                  + rule.because()
                  + declared(holds),
              lookedAt(known, holds),
              List.of("whether the product is as it is described"));
      case PART ->
          new Finding.Undetermined(
              "Nothing declared speaks against it, but a person has to decide. "
                  + rule.because()
                  + declared(holds));
    };
  }

  /** The cells that were read, each with what it says. */
  private List<String> lookedAt(Optional<Expression> known, Expression holds) {
    return Stream.concat(known.stream().flatMap(k -> k.reads().stream()), holds.reads().stream())
        .distinct()
        .map(r -> cell(r))
        .toList();
  }

  private String cell(Read read) {
    return read.variable().equals("tables")
        ? "table " + read.field()
        : read.shown() + subject.value(read).map(v -> " = " + shown(v)).orElse(" (not declared)");
  }

  private Finding unsettled(List<Read> first, List<Read> second) {
    Set<String> missing = new TreeSet<>();
    Set<String> unclear = new TreeSet<>();
    for (Read read : Stream.concat(first.stream(), second.stream()).toList()) {
      Optional<Object> value = subject.value(read);
      Optional<Withheld> withheld = subject.withheld(read);
      if (withheld.isPresent() && withheld.get().form()) {
        missing.add(
            read.shown()
                + " (it says '"
                + shown(withheld.get().text())
                + "'; "
                + withheld.get().why()
                + ")");
      } else if (withheld.isPresent()) {
        unclear.add(
            read.shown() + " says '" + shown(withheld.get().text()) + "', " + withheld.get().why());
      } else if (value.isEmpty()) {
        missing.add(read.shown());
      } else if (value.get() instanceof String text && !WORDS.states(text)) {
        unclear.add(
            read.shown()
                + " says '"
                + shown(text)
                + "', which denies, postpones or states nothing");
      }
    }
    StringBuilder what = new StringBuilder();
    if (!missing.isEmpty()) {
      what.append("Not declared in a form that a rule can use: ")
          .append(String.join(", ", missing))
          .append(". ");
    }
    if (!unclear.isEmpty()) {
      what.append("Declared, but not settled: ").append(String.join("; ", unclear)).append(". ");
    }
    if (what.isEmpty()) {
      what.append("What is declared does not settle it. ");
    }
    return new Finding.Undetermined(what + "The rule asks: " + rule.because());
  }

  /** The values of the entry that the answer rests on. */
  private String declared(Expression holds) {
    StringBuilder values = new StringBuilder();
    for (Read read : holds.reads()) {
      Optional<Object> value =
          read.variable().equals("tables") ? Optional.empty() : subject.value(read);
      if (value.isPresent()) {
        values.append(values.isEmpty() ? " Declared: " : "; ");
        values.append(read.shown()).append(" = ").append(shown(value.get()));
      }
    }
    return values.isEmpty() ? "" : values.append('.').toString();
  }

  /** Which algorithms the policy does not accept, and why. */
  private String refused() {
    Set<String> refused = new TreeSet<>();
    for (String variable : List.of("row", "other")) {
      Object names = subject.value(new Read(variable, "algorithms")).orElse(List.of());
      for (Object name : names instanceof List<?> list ? list : List.of()) {
        policy
            .entry(name.toString())
            .filter(e -> !e.isAcceptedOn(day))
            .ifPresent(e -> refused.add(reason(name.toString(), e)));
      }
    }
    return refused.isEmpty() ? "" : " Policy " + policy.id() + ": " + String.join(" ", refused);
  }

  private static String reason(String name, Entry entry) {
    String until = entry.until().map(d -> " (accepted until " + d + ")").orElse("");
    return name + until + ": " + entry.why();
  }

  private static String shown(Object value) {
    String text =
        switch (value) {
          case Boolean b -> b ? "yes" : "no";
          case List<?> l ->
              l.stream().map(Judgement::item).collect(Collectors.joining(", ", "[", "]"));
          default -> value.toString();
        };
    if (text.length() > LONGEST) {
      return text.substring(0, LONGEST) + "…";
    }
    return text.endsWith(".") ? text.substring(0, text.length() - 1) : text;
  }

  private static String item(Object item) {
    String text = item.toString();
    return text.startsWith(Cells.UNRECOGNISED) ? text.substring(Cells.UNRECOGNISED.length()) : text;
  }
}
