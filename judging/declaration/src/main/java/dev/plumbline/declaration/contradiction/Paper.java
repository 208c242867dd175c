package dev.plumbline.declaration.contradiction;

import dev.plumbline.catalogue.Catalogue;
import dev.plumbline.catalogue.IxitTable;
import dev.plumbline.catalogue.Words;
import dev.plumbline.core.Place;
import dev.plumbline.core.ProvisionId;
import dev.plumbline.core.TableRole;
import dev.plumbline.declaration.data.ShippedData;
import dev.plumbline.dossier.Dossier;
import dev.plumbline.dossier.IxitEntry;
import dev.plumbline.dossier.Support;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A dossier as it is compared with itself. */
record Paper(Catalogue catalogue, Dossier dossier, Words words) {
  private static final int NAMESAKE = 3;

  /** The entries of the tables that have one of these roles. */
  Stream<IxitEntry> rows(TableRole... roles) {
    return Arrays.stream(roles)
        .flatMap(r -> catalogue.tables(r).stream())
        .distinct()
        .flatMap(t -> dossier.ixit().entries(t.id()).stream());
  }

  /** A cell that is filled, or says by an empty list that there is nothing. */
  static Optional<Quote> cell(IxitEntry entry, String key) {
    return entry.cell(key).map(c -> Quote.of(entry, c)).or(() -> Quote.ofRemark(entry, key));
  }

  /** All cells of an entry. */
  static Stream<Quote> cells(IxitEntry entry) {
    return Stream.concat(entry.cells().keySet().stream(), entry.remarks().keySet().stream())
        .distinct()
        .flatMap(k -> cell(entry, k).stream());
  }

  /** The answer Y to a provision that contradictions.yaml lists under this name. */
  Stream<Quote> yes(String name) {
    return ShippedData.read("contradictions.yaml").texts(name).stream()
        .filter(ProvisionId::isValid)
        .flatMap(p -> dossier.ics().answer(new ProvisionId(p)).stream())
        .filter(a -> a.support() == Support.YES)
        .map(Quote::of);
  }

  /** Whether a text names an entry, as a word of its own. */
  static boolean names(String text, IxitEntry entry) {
    String id = entry.id();
    for (int at = text.indexOf(id); at >= 0; at = text.indexOf(id, at + 1)) {
      if (isEnd(text, at - 1) && isEnd(text, at + id.length())) {
        return true;
      }
    }
    return false;
  }

  private static boolean isEnd(String text, int at) {
    if (at < 0 || at >= text.length()) {
      return true;
    }
    char c = text.charAt(at);
    boolean joins = (c == '-' || c == '_') && at + 1 < text.length();
    return !Character.isLetterOrDigit(c)
        && !(joins && Character.isLetterOrDigit(text.charAt(at + 1)));
  }

  /** Whether two entries of different tables have the same name: SoftServ-Web and AuthMech-Web. */
  static boolean namesakes(IxitEntry one, IxitEntry other) {
    String name = name(one);
    return name.chars().filter(Character::isLetter).count() >= NAMESAKE && name.equals(name(other));
  }

  private static String name(IxitEntry entry) {
    return entry.id().substring(entry.id().indexOf('-') + 1);
  }

  /** The clause of a quote that speaks of a topic and neither denies nor refuses it. */
  Optional<Quote> affirmed(Quote quote, Words.Topic topic) {
    return words
        .clauses(quote.text())
        .filter(c -> words.speaksOf(topic, c))
        .findFirst()
        .map(quote::saying);
  }

  /** Whether a cell says by its opening words, or by an empty list, that there is nothing. */
  boolean saysNone(Quote quote) {
    return quote.text().isBlank() || words.saysNone(quote.text());
  }

  /** A table that lacks something, as a place to quote. */
  Optional<Quote> lacking(TableRole role, String text) {
    return catalogue.tables(role).stream()
        .filter(t -> dossier.ixit().has(t.id()))
        .findFirst()
        .map(t -> new Quote(t.id(), "entries", text, List.of(), place(t)));
  }

  private Place place(IxitTable table) {
    return dossier.ixit().entries(table.id()).stream()
        .map(IxitEntry::place)
        .findFirst()
        .orElse(Place.of("ixit/" + table.id() + ".yaml"));
  }
}
