package dev.plumbline.judging;

import dev.plumbline.dossier.Family;
import dev.plumbline.dossier.Product;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What of the result of a variant is its base's.
 *
 * @param base the base, as people call it
 * @param softwareVersion that the base was assessed with
 * @param because why what the base declares is true of the variant
 * @param differs what is another in the variant
 * @param inherited number of items whose result rests on the base's
 * @param refused number of items whose result on the base does not carry over, by reason
 */
public record FamilyStanding(
    String base,
    String softwareVersion,
    String because,
    List<String> differs,
    int inherited,
    Map<String, Integer> refused) {
  public FamilyStanding {
    differs = List.copyOf(differs);
    refused = Collections.unmodifiableMap(new LinkedHashMap<>(refused));
  }

  static FamilyStanding of(List<Judged> items, Family family) {
    Product base = family.base().product();
    Map<String, Integer> refused = new LinkedHashMap<>();
    items.stream()
        .flatMap(i -> i.heritage().stream())
        .flatMap(h -> h.refusal().stream())
        .forEach(why -> refused.merge(why, 1, Integer::sum));
    return new FamilyStanding(
        Carrying.name(base),
        base.softwareVersion(),
        family.extension().because(),
        family.extension().differs(),
        (int) items.stream().filter(Judged::inherited).count(),
        refused);
  }

  /** What a reader has to know first, as sentences. */
  public List<String> sentences() {
    List<String> sentences = new java.util.ArrayList<>();
    sentences.add(
        "This product is a variant of "
            + base
            + " (software "
            + softwareVersion
            + ") and takes over what that declares, because: "
            + because.strip().replaceAll("\\.+$", "")
            + "."
            + (differs.isEmpty() ? "" : " It differs in: " + String.join(", ", differs) + "."));
    sentences.add(
        inherited == 0
            ? "No result was inherited from it."
            : inherited
                + (inherited == 1 ? " result was" : " results were")
                + " inherited from it and not seen on this product.");
    refused.forEach(
        (why, n) ->
            sentences.add(
                n
                    + (n == 1 ? " result of it does" : " results of it do")
                    + " not carry over: "
                    + why
                    + "."));
    return List.copyOf(sentences);
  }
}
