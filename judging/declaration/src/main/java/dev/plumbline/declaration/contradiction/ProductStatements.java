package dev.plumbline.declaration.contradiction;

import dev.plumbline.core.Place;
import dev.plumbline.core.ProvisionId;
import dev.plumbline.core.TableRole;
import dev.plumbline.declaration.contradiction.ContradictionKind.Pair;
import dev.plumbline.declaration.data.ShippedData;
import dev.plumbline.dossier.IcsAnswer;
import dev.plumbline.dossier.Product;
import dev.plumbline.dossier.Support;
import dev.plumbline.yaml.YamlNode.Mapping;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** What the statement and product.yaml say, against what the tables say. */
final class ProductStatements {
  private ProductStatements() {}

  static List<ContradictionKind> kinds() {
    return List.of(
        new ContradictionKind("PLB-6144", ProductStatements::yesWithoutInformation),
        ContradictionKind.within(
            "PLB-6145",
            TableRole.USER_INFORMATION,
            CellPattern.none("publicationOfVulnerabilityDisclosurePolicy"),
            CellPattern.items("vulnerabilityPolicyUrl")),
        new ContradictionKind("PLB-6146", ProductStatements::anotherModel));
  }

  /** An answer Y, and the cell of the user information behind it that says there is none. */
  private static Stream<Pair> yesWithoutInformation(Paper paper) {
    Mapping columns =
        ShippedData.read("contradictions.yaml").mapping("userInformation").orElseThrow();
    return paper
        .rows(TableRole.USER_INFORMATION)
        .flatMap(
            e ->
                columns.fields().keySet().stream()
                    .flatMap(
                        key ->
                            CellPattern.none(key).in(e, paper).stream()
                                .flatMap(
                                    none ->
                                        columns.texts(key).stream()
                                            .map(ProvisionId::new)
                                            .flatMap(p -> paper.dossier().ics().answer(p).stream())
                                            .filter(a -> a.support() == Support.YES)
                                            .map(a -> pair(none, a)))));
  }

  private static Pair pair(Quote none, IcsAnswer answer) {
    return new Pair(none, Quote.of(answer));
  }

  /** The designation that users find, without the model that is assessed. */
  private static Stream<Pair> anotherModel(Paper paper) {
    Product product = paper.dossier().product();
    String model = bare(product.model());
    return model.length() < 2
        ? Stream.empty()
        : paper
            .rows(TableRole.USER_INFORMATION)
            .flatMap(e -> CellPattern.something("modelDesignation").in(e, paper).stream())
            .filter(q -> q.text().chars().anyMatch(Character::isDigit))
            .filter(q -> !bare(q.text()).contains(model))
            .map(
                q ->
                    new Pair(
                        q,
                        new Quote(
                            "product.yaml",
                            "model",
                            product.model(),
                            List.of(product.model()),
                            Place.of(product.place().file()))));
  }

  private static String bare(String text) {
    return text.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
  }
}
