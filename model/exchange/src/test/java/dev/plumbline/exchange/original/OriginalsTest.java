package dev.plumbline.exchange.original;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.exchange.original.Difference.Kind;
import dev.plumbline.exchange.original.Original.CaseWording;
import dev.plumbline.exchange.original.Original.Wording;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Copies of the standards in ETSI's layout; every sentence in them is invented here. */
class OriginalsTest {
  private static final String FILLER =
      "Lorem words fill this line so that the page is full and the next paragraph has to go on.";

  @TempDir private static Path folder;
  private static Original provisions = empty();
  private static Original tests = empty();

  private static Original empty() {
    return new Original(
        Original.FORMAT,
        new StandardName("", ""),
        "",
        0,
        List.of(),
        java.util.Map.of(),
        java.util.Set.of(),
        List.of(),
        java.util.Set.of());
  }

  @BeforeAll
  static void read() throws IOException {
    provisions = Originals.read(provisions());
    tests = Originals.read(tests());
  }

  private static Path provisions() throws IOException {
    try (EtsiPages pages = new EtsiPages("ETSI EN 303 645 V3.1.3")) {
      pages.heading("Contents");
      for (int i = 1; i <= 13; i++) {
        pages.contents("5." + i + " Clause about apples number " + i, i + 5);
      }
      pages.contents("Annex B (normative): Form of fruit", 30).newPage();
      pages
          .heading("4 Filling in the form")
          .text("Annex B has a form. Provision 5.1-1 and Provision 5.1-2 stand in it.")
          .text("Annex B (normative) is to be filled in by each cook, as its Table B.1 says.")
          .heading("5.1 No fruit without a name")
          .text("Provision 5.1-1 Every apple of a basket shall have a name that only it has.")
          .text("NOTE 1: A pear is no apple.")
          .text("Ordinary words about baskets, as in Provision 5.1-2, end the provision.")
          .text("Provision 5.1-2 (M) Each apple shall carry manu-|facturer words on its skin.")
          .text("The manufacturer is named once more, so that its word is known.")
          .text("Provision 5.1-2A Pears should be well-|kept:")
          .item("in a cold room; and")
          .item("in the dark.")
          .filled(FILLER, 4)
          .text(
              "Provision 5.1-3 This provision is so long that it begins near the end of one page,"
                  + " goes on for some lines that say little about apples and a lot about pages,"
                  + " and it ends on the page after that one, which has a header of its own, and"
                  + " therefore the words of the header are to stay out of the middle of it, and"
                  + " those of the footer as well, for both are no part of the sentence, which is"
                  + " at last complete on the second of its two pages, as it was said before.")
          .text("Provision 5.3-4 Void.")
          .text("Provision 5.99-1 A provision about melons that nobody else knows.")
          .heading("Annex B (normative): Form of fruit")
          .text("Table B.1: Fruit and its state")
          .row("Reference", "Status", "Support", "Detail")
          .row("Provision 5.1-1", "M F (a)", "", "")
          .row("Provision 5.1-2", "R F (b)", "", "")
          .row("5.1-5", "M C F|(14, e)", "", "");
      return pages.save(folder.resolve("provisions.pdf"));
    }
  }

  private static Path tests() throws IOException {
    try (EtsiPages pages = new EtsiPages("ETSI TS 103 701 V2.1.1")) {
      pages.heading("Contents");
      for (int i = 1; i <= 12; i++) {
        pages.contents("5.1.1." + i + " Test case 5.1-1-" + i + " (conceptual)", i + 5);
      }
      pages.newPage();
      pages
          .heading("5.1 TSO 5.1: No fruit without a name")
          .heading("5.1.1 Test group 5.1-1")
          .part("Test group objective")
          .text("The group is about the names of apples in 1-AuthMech.")
          .heading("5.1.1.1 Test case 5.1-1-1 (functional)")
          .part("Test purpose")
          .text("The purpose is to read the names of apples.")
          .part("Test units")
          .text("a) The cook shall read the name of each apple in 1-AuthMech and consider:")
          .indented(40, "a) its skin; and")
          .indented(40, "b) its stem.")
          .text("b) The cook shall write down each name that occurs in two baskets of 99-Melons.")
          .part("Assignment of verdict")
          .text("The verdict PASS is assigned if:")
          .item("no name occurs twice; and")
          .item("each name of 99-Melons can be read.")
          .text("The verdict FAIL is assigned otherwise.")
          .heading("5.1.1.2 Test case 5.1-1-2 (functional)")
          .part("Test purpose")
          .text("The purpose is to eat, as Test case 5.1-1-1 does not.")
          .part("Test units")
          .text("Test unit a) The cook shall eat one apple.")
          .text("b) The cook shall eat a second apple.")
          .text("c) The cook shall eat a third apple.")
          .part("Assignment of verdict")
          .text("The verdict PASS is assigned if all apples were eaten.")
          .text("The verdict FAIL is assigned otherwise.")
          .heading("5.1.2A Test group 5.1-2A")
          .heading("5.1.2A.1 Test case 5.1-2A-1 (Conceptual/functional)")
          .part("5.1.2A.1.1 Test purpose")
          .text("The purpose is to sleep.")
          .part("5.1.2A.1.2 Test units")
          .text("a) The cook shall sleep.")
          .part("5.1.2A.1.3 Assignment of verdict")
          .text("The verdict PASS is assigned if the cook slept.")
          .heading("5.1.3 Test group 5.1-99");
      return pages.save(folder.resolve("tests.pdf"));
    }
  }

  private static Wording provision(String id) {
    return provisions.provisions().stream()
        .filter(p -> p.id().equals(id))
        .findFirst()
        .orElseThrow();
  }

  private static CaseWording testCase(String id) {
    return tests.cases().stream().filter(c -> c.id().equals(id)).findFirst().orElseThrow();
  }

  @Test
  void theDocumentIsRecognisedFromItsTitlePage() {
    assertThat(provisions.document()).isEqualTo(new StandardName("EN 303 645", "3.1.3"));
    assertThat(tests.document()).isEqualTo(new StandardName("TS 103 701", "2.1.1"));
    assertThat(tests.document().id()).isEqualTo("ts103701-2.1.1");
    assertThat(provisions.pages()).isEqualTo(4);
  }

  @Test
  void aProvisionHasItsSentenceListAndNotesAndNoMore() {
    assertThat(provision("5.1-1").paragraphs())
        .containsExactly(
            "Every apple of a basket shall have a name that only it has.",
            "NOTE 1: A pear is no apple.");
    assertThat(provision("5.1-2A").paragraphs())
        .containsExactly(
            "Pears should be well-kept:", "\u2022 in a cold room; and", "\u2022 in the dark.");
    assertThat(provisions.provisions())
        .extracting(Wording::id)
        .containsExactly("5.1-1", "5.1-2", "5.1-2A", "5.1-3", "5.99-1");
  }

  @Test
  void aWordThatALineCutsIsJoined() {
    assertThat(provision("5.1-2").paragraphs())
        .containsExactly("Each apple shall carry manufacturer words on its skin.");
  }

  @Test
  void aProvisionThatGoesOverAPageHasNoHeaderInIt() {
    Wording two = provision("5.1-3");
    assertThat(two.paragraphs()).hasSize(1);
    assertThat(two.paragraphs().getFirst())
        .startsWith("This provision is so long")
        .endsWith("as it was said before.")
        .doesNotContain("ETSI", "V3.1.3");
    assertThat(provision("5.99-1").page()).isEqualTo(two.page() + 1);
  }

  @Test
  void statusesOfTableB1AreReadAcrossLinesOfACell() {
    assertThat(provisions.statuses())
        .hasSize(3)
        .containsEntry("5.1-1", "M F (a)")
        .containsEntry("5.1-5", "M C F (14, e)");
  }

  @Test
  void aCaseHasItsPartsAndTheTableOfContentsNone() {
    assertThat(tests.cases())
        .extracting(CaseWording::id)
        .containsExactly("5.1-1-1", "5.1-1-2", "5.1-2A-1");
    CaseWording first = testCase("5.1-1-1");
    assertThat(first.kind()).isEqualTo("functional");
    assertThat(first.purpose()).containsExactly("The purpose is to read the names of apples.");
    assertThat(first.units()).extracting(Wording::id).containsExactly("5.1-1-1a", "5.1-1-1b");
    assertThat(first.units().getFirst().paragraphs())
        .containsExactly(
            "The cook shall read the name of each apple in 1-AuthMech and consider:",
            "a) its skin; and",
            "b) its stem.");
    assertThat(first.pass())
        .containsExactly("no name occurs twice; and", "each name of 99-Melons can be read.");
    assertThat(first.verdict()).hasSize(4).last().asString().contains("FAIL");
    assertThat(testCase("5.1-1-2").units()).hasSize(3);
    CaseWording lettered = testCase("5.1-2A-1");
    assertThat(lettered.kind()).isEqualTo("conceptual/functional");
    assertThat(lettered.units()).extracting(Wording::id).containsExactly("5.1-2A-1a");
    assertThat(lettered.verdict()).hasSize(1);
  }

  @Test
  void differencesOfProvisionsAndStatusesAreTold() {
    List<Difference> found = Originals.differences(provisions);

    assertThat(found)
        .contains(
            new Difference(Kind.ONLY_IN_DOCUMENT, "provision", "5.99-1", "", "5.99-1"),
            new Difference(Kind.ONLY_IN_CATALOGUE, "provision", "5.4-1", "5.4-1", ""),
            new Difference(Kind.ONLY_IN_CATALOGUE, "row of Table B.1", "5.4-1", "5.4-1", ""),
            new Difference(Kind.OTHER_STATUS, "provision", "5.1-2", "M F (b)", "R F (b)"));
    assertThat(found).filteredOn(d -> d.kind() == Kind.OTHER_STATUS).hasSize(1);
    assertThat(found).noneMatch(d -> d.id().equals("5.1-1"));
  }

  @Test
  void differencesOfGroupsCasesUnitsTablesAndKindsAreTold() {
    List<Difference> found = Originals.differences(tests);

    assertThat(found)
        .contains(
            new Difference(Kind.ONLY_IN_DOCUMENT, "test group", "5.1-99", "", "5.1-99"),
            new Difference(Kind.ONLY_IN_CATALOGUE, "test group", "5.4-1", "5.4-1", ""),
            new Difference(Kind.ONLY_IN_CATALOGUE, "test case", "5.1-2-1", "5.1-2-1", ""),
            new Difference(Kind.ONLY_IN_DOCUMENT, "test unit", "5.1-1-1b", "", "5.1-1-1b"),
            new Difference(Kind.ONLY_IN_DOCUMENT, "IXIT table", "99-Melons", "", "99-Melons"),
            new Difference(Kind.OTHER_KIND, "test case", "5.1-1-1", "conceptual", "functional"));
    assertThat(found)
        .filteredOn(d -> d.kind() == Kind.PASS_CONDITIONS)
        .extracting(Difference::id)
        .contains("5.1-1-1");
    assertThat(found).noneMatch(d -> d.id().equals("1-AuthMech"));
  }

  @Test
  void whatIsKeptIsFoundListedAndRemoved() throws IOException {
    OriginalStore store = new OriginalStore(folder.resolve("data/originals"));
    Path kept = store.keep(provisions);
    store.keep(tests);

    assertThat(store.find(provisions.document())).contains(provisions);
    assertThat(store.all()).containsExactly(provisions, tests);
    assertThat(Files.getPosixFilePermissions(kept)).hasSize(2);
    assertThat(store.remove(provisions.document())).isTrue();
    assertThat(store.remove(provisions.document())).isFalse();
    assertThat(store.all()).containsExactly(tests);
  }

  @Test
  void whatSomebodyElseWroteThereIsNoOriginal() throws IOException {
    OriginalStore store = new OriginalStore(folder.resolve("odd/originals"));
    Path kept = store.keep(tests);
    for (String text : List.of("", "{}", "[]", "{\"format\": 2}", "{\"format\":1,\"cases\":7}")) {
      Files.writeString(kept, text);
      assertThat(store.all()).as(text).isEmpty();
    }
  }
}
