package dev.plumbline.judging;

import static dev.plumbline.judging.SmallCatalogue.column;
import static dev.plumbline.judging.SmallCatalogue.testCase;
import static dev.plumbline.judging.SmallCatalogue.unit;

import dev.plumbline.catalogue.CaseRule;
import dev.plumbline.catalogue.ColumnType;
import dev.plumbline.catalogue.Kind;
import dev.plumbline.catalogue.TestUnit;
import dev.plumbline.catalogue.UnitScope;
import java.util.List;

/** The provisions of {@link World}: one of each kind that the engine treats in its own way. */
final class WorldCatalogue {
  private WorldCatalogue() {}

  static SmallCatalogue made() {
    return new SmallCatalogue()
        .table("1-AuthMech", column("endpoints", ColumnType.ENDPOINTS))
        .table("7-UpdMech")
        .table("10-SecParam", column("mechanisms", ColumnType.LIST, "11-SecComMech"))
        .table("11-SecComMech", column("endpoints", ColumnType.ENDPOINTS))
        .provision(
            "5.1-1",
            true,
            List.of(),
            List.of("a"),
            testCase(
                "5.1-1-1",
                CaseRule.ALL_OF,
                false,
                entry(World.GENERATED, Kind.CONCEPTUAL, "1-AuthMech")),
            testCase(
                "5.1-1-2",
                CaseRule.ALL_OF,
                false,
                entry(World.LOGIN, Kind.FUNCTIONAL, "1-AuthMech"),
                unit(
                    World.COMPLETE, Kind.FUNCTIONAL, UnitScope.DUT, "", List.of("1-AuthMech"), "")))
        .provision(
            "5.1-4",
            false,
            List.of(),
            List.of(),
            testCase(
                "5.1-4-1",
                CaseRule.ALL_OF,
                false,
                unit(World.FREE, Kind.CONCEPTUAL, UnitScope.DUT, "", List.of(), "")))
        .provision(
            "5.3-2",
            true,
            List.of(),
            List.of(),
            testCase(
                "5.3-2-1",
                CaseRule.ANY_SUBJECT,
                false,
                entry(World.UPDATE_A, Kind.CONCEPTUAL, "7-UpdMech"),
                entry(World.UPDATE_B, Kind.CONCEPTUAL, "7-UpdMech")))
        .provision(
            "5.3-6",
            false,
            List.of(),
            List.of("h"),
            testCase(
                "5.3-6-1",
                CaseRule.ALL_OF,
                true,
                entry(World.AUTOMATIC, Kind.CONCEPTUAL, "7-UpdMech")))
        .rule(World.AUTOMATIC, "automatic", "", false)
        .provision(
            "5.5-1",
            true,
            List.of(),
            List.of(),
            testCase(
                "5.5-1-1",
                CaseRule.ALL_OF,
                false,
                entry(World.SECURED, Kind.CONCEPTUAL, "11-SecComMech")),
            testCase(
                "5.5-1-2",
                CaseRule.ALL_OF,
                false,
                entry(World.TRAFFIC, Kind.FUNCTIONAL, "11-SecComMech")))
        .provision(
            "5.5-6",
            true,
            List.of(),
            List.of(),
            testCase(
                "5.5-6-1",
                CaseRule.ALL_OF,
                false,
                reapplied(World.PARAMETER, Kind.CONCEPTUAL, World.SECURED, "")),
            testCase(
                "5.5-6-2",
                CaseRule.ALL_OF,
                false,
                reapplied(World.PARAMETER_TRAFFIC, Kind.FUNCTIONAL, World.TRAFFIC, "")))
        .provision(
            "5.5-7",
            true,
            List.of(),
            List.of(),
            testCase(
                "5.5-7-1",
                CaseRule.ALL_OF,
                false,
                reapplied(
                    World.CONFIDENTIAL,
                    Kind.CONCEPTUAL,
                    World.SECURED,
                    "Confidentiality is needed.")))
        .provision(
            "5.5-8",
            true,
            List.of(),
            List.of(),
            testCase(
                "5.5-8-1",
                CaseRule.ALL_OF,
                false,
                unit(
                    World.MANAGED,
                    Kind.CONCEPTUAL,
                    UnitScope.ENTRY,
                    "10-SecParam",
                    List.of("11-SecComMech"),
                    "")));
  }

  private static TestUnit entry(String id, Kind kind, String table) {
    return unit(id, kind, UnitScope.ENTRY, table, List.of(), "some of them");
  }

  private static TestUnit reapplied(String id, Kind kind, String reused, String open) {
    return unit(
        id,
        kind,
        UnitScope.PAIR,
        "10-SecParam",
        List.of("11-SecComMech"),
        "",
        List.of(reused),
        open);
  }
}
