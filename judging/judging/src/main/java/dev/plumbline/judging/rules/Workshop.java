package dev.plumbline.judging.rules;

import dev.cel.runtime.CelFunctionResolver;
import dev.plumbline.catalogue.Catalogue;
import dev.plumbline.catalogue.Words;
import dev.plumbline.catalogue.crypto.CryptoPolicy;
import java.time.LocalDate;
import java.util.Optional;

/**
 * What the rules of one catalogue are evaluated with, whatever the dossier; made at the first rule.
 * Safe for several threads.
 */
final class Workshop {
  private final Catalogue catalogue;
  private volatile Optional<Tools> tools = Optional.empty();
  private volatile Optional<PolicyOnDay> policies = Optional.empty();

  Workshop(Catalogue catalogue) {
    this.catalogue = catalogue;
  }

  RuleCompiler compiler() {
    return tools().compiler();
  }

  Tables tables() {
    return tools().tables();
  }

  /** By identity: a policy is read once a run, and comparing its entries would cost more. */
  @SuppressWarnings("ReferenceEquality")
  CelFunctionResolver functions(CryptoPolicy policy, LocalDate day) {
    Optional<PolicyOnDay> last = policies;
    if (last.isPresent() && last.get().policy() == policy && last.get().day().equals(day)) {
      return last.get().functions();
    }
    PolicyOnDay fresh = new PolicyOnDay(policy, day, Functions.of(policy, day));
    policies = Optional.of(fresh);
    return fresh.functions();
  }

  private Tools tools() {
    return tools.orElseGet(this::made);
  }

  private synchronized Tools made() {
    if (tools.isEmpty()) {
      Words words = Words.load();
      tools =
          Optional.of(new Tools(new Tables(catalogue, words), new RuleCompiler(catalogue, words)));
    }
    return tools.orElseThrow();
  }

  private record Tools(Tables tables, RuleCompiler compiler) {}

  private record PolicyOnDay(CryptoPolicy policy, LocalDate day, CelFunctionResolver functions) {}
}
