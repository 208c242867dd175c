package dev.plumbline.catalogue;

import dev.plumbline.core.UnitId;
import java.util.List;
import java.util.Optional;

/**
 * A test unit of TS 103 701.
 *
 * @param mode {@code assess}, {@code check}, {@code perform} or {@code reapply}; empty for V1.1.1
 * @param table the IXIT table that it reads first, if any
 * @param alsoUses further tables
 * @param selects which entries it is about, in our words; empty for all
 * @param check what it asks, in our words
 * @param reuses units whose verdicts it takes over (mode {@code reapply}, inheritance)
 * @param reusesLeaveOpen what the reused units do not settle for this unit; empty when their
 *     verdicts are all that it asks
 * @param dependsOn cases that it refers to
 * @param predecessor the unit of V1.1.1 that it came from
 * @param sincePrevious {@code same}, {@code changed} or {@code new}; empty for V1.1.1
 * @param automation {@code A}, {@code P}, {@code M} or empty where nobody estimated it
 * @param technique how a program can help
 * @param toolBenchmark whether it is one of the 56 units of the published tool benchmark
 */
public record TestUnit(
    UnitId id,
    Kind kind,
    String mode,
    UnitScope scope,
    Optional<String> table,
    List<String> alsoUses,
    String selects,
    String check,
    List<UnitId> reuses,
    String reusesLeaveOpen,
    List<String> dependsOn,
    Optional<UnitId> predecessor,
    String sincePrevious,
    String automation,
    String technique,
    boolean toolBenchmark) {
  public TestUnit {
    alsoUses = List.copyOf(alsoUses);
    reuses = List.copyOf(reuses);
    dependsOn = List.copyOf(dependsOn);
  }
}
