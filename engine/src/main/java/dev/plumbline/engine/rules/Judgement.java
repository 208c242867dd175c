package dev.plumbline.engine.rules;

import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelFunctionResolver;
import dev.plumbline.catalogue.CryptoPolicy;
import dev.plumbline.catalogue.CryptoPolicy.Entry;
import dev.plumbline.catalogue.UnitRule;
import dev.plumbline.core.Finding;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Makes the finding of one rule on one subject, with words that say what it rests on. */
record Judgement(
    UnitRule rule,
    Subject subject,
    CryptoPolicy policy,
    LocalDate day,
    CelFunctionResolver functions) {
  private static final int LONGEST = 120;

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
    return rule.whole()
        ? new Finding.Holds(rule.because() + declared(holds))
        : new Finding.Undetermined(
            "Nothing declared speaks against it, but a person has to decide. "
                + rule.because()
                + declared(holds));
  }

  private Finding unsettled(List<Read> first, List<Read> second) {
    Set<String> missing = new TreeSet<>();
    for (List<Read> reads : List.of(first, second)) {
      for (Read read : reads) {
        if (subject.value(read).isEmpty()) {
          missing.add(read.shown());
        }
      }
    }
    String what =
        missing.isEmpty()
            ? "What is declared does not settle it."
            : "Not declared in a form that a rule can use: " + String.join(", ", missing) + ".";
    return new Finding.Undetermined(what + " The rule asks: " + rule.because());
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
