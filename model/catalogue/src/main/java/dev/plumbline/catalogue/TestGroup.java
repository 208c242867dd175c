package dev.plumbline.catalogue;

import dev.plumbline.core.ProvisionId;
import java.util.List;

/**
 * A test group of TS 103 701; it has the number of its provision.
 *
 * @param tables the IXIT tables that its units name
 */
public record TestGroup(
    ProvisionId id,
    String title,
    List<String> tables,
    String note,
    Confidence confidence,
    List<TestCase> cases) {
  public TestGroup {
    tables = List.copyOf(tables);
    cases = List.copyOf(cases);
  }
}
