package dev.plumbline.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.yaml.MergedText.Conflict;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class YamlMergeTest {
  private static final String BASE =
      """
      # Schema of this table.
      table: 1-AuthMech
      ## One entry each.
      entries:
        # The login of the owner.
        - id: AuthMech-1
          ## How does it work?
          description: >-
            A login
            at the web page.
          ## Which factor?
          #   factorKind:
          kind: user   # of the owner
          endpoints: [tcp/443]
        - id: AuthMech-2
          description: A key.
          kind: machine
      # The end.
      """;

  private static MergedText merge(String ours, String theirs) {
    return YamlMerge.merge(Optional.of(BASE), ours, theirs, List.of("id", "sha256"));
  }

  private static String clean(String ours, String theirs) {
    MergedText merged = merge(ours, theirs);
    assertThat(merged.conflicts()).isEmpty();
    return merged.text("", "");
  }

  private static String edited(String old, String fresh) {
    assertThat(BASE).contains(old);
    return BASE.replace(old, fresh);
  }

  @Test
  void cellsOfOneRowAreTakenFromWhoeverChangedThem() {
    String ours = edited("kind: user   # of", "kind: user-and-guest   # of");
    String theirs = edited("endpoints: [tcp/443]", "endpoints:\n        - tcp/8443");

    assertThat(clean(ours, theirs))
        .isEqualTo(ours.replace("endpoints: [tcp/443]", "endpoints:\n        - tcp/8443"));
  }

  @Test
  void neighbouringCellsDoNotConflict() {
    String ours = edited("description: A key.", "description: A key of 256 bits.");
    String theirs = edited("kind: machine", "kind: cloud");

    assertThat(clean(ours, theirs)).isEqualTo(ours.replace("kind: machine", "kind: cloud"));
  }

  @Test
  void cellsThatBothUncommentedStandBesideEachOther() {
    String ours = edited("    #   factorKind:\n", "    factorKind: password\n");
    String theirs = edited("    kind: machine\n", "    kind: machine\n    factorKind: key\n");

    assertThat(clean(ours, theirs))
        .isEqualTo(ours.replace("    kind: machine\n", "    kind: machine\n    factorKind: key\n"));
  }

  @Test
  void rowsThatBothAddedAreBothThere() {
    String ours = edited("# The end.\n", "  - id: AuthMech-3\n    kind: ours\n# The end.\n");
    String theirs = edited("# The end.\n", "  - id: AuthMech-4\n    kind: theirs\n# The end.\n");

    assertThat(clean(ours, theirs))
        .contains("  - id: AuthMech-3\n    kind: ours\n", "  - id: AuthMech-4\n    kind: theirs\n")
        .startsWith(BASE.substring(0, BASE.indexOf("# The end.")))
        .endsWith("# The end.\n");
  }

  @Test
  void aRowThatOneRemovedAndTheOtherLeftIsGone() {
    String ours = edited("kind: user ", "kind: person ");
    int row = BASE.indexOf("  - id: AuthMech-2");
    String theirs = BASE.substring(0, row) + "# The end.\n";

    assertThat(clean(ours, theirs)).contains("kind: person ").doesNotContain("AuthMech-2");
    assertThat(clean(theirs, ours)).contains("kind: person ").doesNotContain("AuthMech-2");
  }

  @Test
  void aRowThatOneRemovedAndTheOtherChangedIsForAPerson() {
    String ours = edited("kind: machine", "kind: cloud");
    String theirs = BASE.substring(0, BASE.indexOf("  - id: AuthMech-2")) + "# The end.\n";

    assertThat(merge(ours, theirs).conflicts())
        .containsExactly(
            new Conflict(
                "entries/AuthMech-2",
                "  - id: AuthMech-2\n    description: A key.\n    kind: cloud\n",
                ""));
  }

  @Test
  void twoValuesOfOneCellAreBothShown() {
    String ours = edited("kind: machine", "kind: cloud");
    String theirs = edited("kind: machine", "kind: service");

    MergedText merged = merge(ours, theirs);

    assertThat(merged.conflicts())
        .containsExactly(
            new Conflict("entries/AuthMech-2/kind", "    kind: cloud\n", "    kind: service\n"));
    assertThat(merged.text("HEAD", "feature"))
        .isEqualTo(
            BASE.replace(
                "    kind: machine\n",
                """
                <<<<<<< HEAD
                    kind: cloud
                =======
                    kind: service
                >>>>>>> feature
                """));
  }

  @Test
  void theIdOfARowInConflictKeepsItsDash() {
    String ours = edited("id: AuthMech-2\n", "id: AuthMech-2 # ours\n");
    String theirs = edited("id: AuthMech-2\n", "id: AuthMech-2 # theirs\n");

    assertThat(merge(ours, theirs).text("a", "b"))
        .contains("<<<<<<< a\n  - id: AuthMech-2 # ours\n=======\n  - id: AuthMech-2 # theirs\n");
  }

  @Test
  void commentsOfBothStay() {
    String ours = edited("# The end.", "# The end of ours.");
    String theirs =
        edited("    kind: machine", "    # Asked Ms Miller.\n    kind: machine")
            .replace("A k", "a k");

    assertThat(clean(ours, theirs))
        .contains("# The end of ours.", "    # Asked Ms Miller.\n    kind: machine", ": a key.");
  }

  @Test
  void theSameChangeOnBothSidesIsNoConflict() {
    String both = edited("kind: machine", "kind: cloud");

    assertThat(clean(both, both)).isEqualTo(both);
    assertThat(clean(both.replace("A key", "A card"), both))
        .isEqualTo(both.replace("A key", "A card"));
  }

  @Test
  void blanksOfAFormatterDoNotConflictWithAValue() {
    String ours = edited("kind: machine\n", "kind: cloud\n");
    String theirs = edited("kind: machine\n", "kind: machine  \n").replace("A key", "A card");

    assertThat(clean(ours, theirs)).isEqualTo(ours.replace("A key", "A card"));
  }

  @Test
  void aFirstRowOnBothSidesIsJoinedCellByCell() {
    String base = "table: t\nentries:\n";
    MergedText merged =
        YamlMerge.merge(
            Optional.of(base),
            base + "  - id: a\n    x: 1\n    y: 2\n",
            base + "  - id: a\n    x: 1\n    z: 3\n  - id: b\n    x: 4\n",
            List.of("id"));

    assertThat(merged.conflicts()).isEmpty();
    assertThat(merged.text("", ""))
        .isEqualTo(base + "  - id: a\n    x: 1\n    z: 3\n    y: 2\n  - id: b\n    x: 4\n");
  }

  @Test
  void listsWithoutIdsAreOneValue() {
    String ours = edited("[tcp/443]", "[tcp/443, tcp/1]");
    String theirs = edited("[tcp/443]", "[tcp/443, tcp/2]");

    assertThat(merge(ours, theirs).conflicts())
        .containsExactly(
            new Conflict(
                "entries/AuthMech-1/endpoints",
                "    endpoints: [tcp/443, tcp/1]\n",
                "    endpoints: [tcp/443, tcp/2]\n"));
  }

  @Test
  void aVersionThatIsNoYamlIsShownWhole() {
    String theirs = edited("kind: machine", "kind: [");
    String ours = edited("kind: machine", "kind: cloud");

    assertThat(merge(ours, theirs).conflicts()).containsExactly(new Conflict("", ours, theirs));
  }

  @Test
  void rowsWithOneIdTwiceAreShownWhole() {
    String ours = edited("AuthMech-2", "AuthMech-1");
    String theirs = edited("kind: machine", "kind: cloud");

    assertThat(merge(ours, theirs).conflicts()).hasSize(1);
  }

  @Test
  void lineEndsOfACheckoutAreNoChange() {
    String ours = edited("kind: machine", "kind: cloud").replace("\n", "\r\n");
    String theirs = edited("A key", "A card");

    assertThat(clean(ours, theirs)).isEqualTo(ours.replace("A key", "A card"));
  }

  @Test
  void withoutABaseWhatOnlyOneSideHasIsKept() {
    String theirs = edited("    kind: machine\n", "");

    MergedText merged = YamlMerge.merge(Optional.empty(), theirs, BASE, List.of("id"));

    assertThat(merged.conflicts()).isEmpty();
    assertThat(merged.text("", "")).isEqualTo(BASE);
  }

  @Test
  void labelsCannotBreakTheMarks() {
    MergedText merged =
        merge(edited("kind: machine", "kind: a"), edited("kind: machine", "kind: b"));

    assertThat(merged.text("one\ntwo", "x")).contains("<<<<<<< one two\n");
  }
}
