package dev.plumbline.checks.crypto;

import dev.plumbline.judging.check.Check;
import dev.plumbline.judging.check.TestItem;
import dev.plumbline.judging.fact.Facts;
import java.util.List;

/**
 * The cryptography that a login or a communication mechanism uses is the declared one: versions,
 * algorithms, certificates.
 */
public final class CryptographyInUseIsAsDeclared implements Check {
  @Override
  public List<String> needs() {
    return CryptoInUse.NEEDS;
  }

  @Override
  public Outcome judge(TestItem item, Facts facts) {
    return item.entry()
        .map(row -> CryptoInUse.judge(facts, row))
        .orElseGet(() -> Outcome.undetermined("The item names no row."));
  }
}
