package dev.plumbline.insight.change;

import dev.plumbline.dossier.Extension;
import dev.plumbline.dossier.Product;
import dev.plumbline.dossier.Product.PortRange;
import dev.plumbline.dossier.Product.Target;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The facts of product.yaml by name. Passwords and keys are compared and never shown. */
final class ProductFacts {
  private ProductFacts() {}

  /**
   * A fact.
   *
   * @param shown for people; free of secrets
   * @param compared all of it; never leaves this package
   */
  record Fact(String shown, String compared) {
    static Fact plain(String text) {
      return new Fact(text, text);
    }

    @Override
    public String toString() {
      return shown;
    }
  }

  /** What is declared of the product. */
  static Map<String, Fact> declared(Product p) {
    Map<String, Fact> facts = new LinkedHashMap<>();
    facts.put("edition", Fact.plain(p.edition()));
    facts.put("manufacturer", Fact.plain(p.manufacturer()));
    facts.put("name", Fact.plain(p.name()));
    facts.put("model", Fact.plain(p.model()));
    facts.put("hardwareVersion", Fact.plain(p.hardwareVersion()));
    facts.put("softwareVersion", Fact.plain(p.softwareVersion()));
    facts.put("serial", Fact.plain(p.serial()));
    facts.put("mac", Fact.plain(p.mac()));
    facts.put("extends", Fact.plain(p.extension().map(ProductFacts::extension).orElse("")));
    return facts;
  }

  private static String extension(Extension e) {
    List<String> parts = new ArrayList<>();
    parts.add(e.dossier() + ", because: " + e.because());
    if (!e.differs().isEmpty()) {
      parts.add("differs in " + String.join(", ", e.differs()));
    }
    e.carries()
        .forEach(
            c ->
                parts.add(
                    "results on "
                        + String.join(", ", c.results().stream().map(Extension.Result::id).toList())
                        + " carry over, because: "
                        + c.because()));
    e.withdraws().forEach(w -> parts.add("without " + w.row() + ", because: " + w.because()));
    return String.join("; ", parts);
  }

  /** What may be tested, and with what. */
  static Map<String, Fact> testing(Product p) {
    Map<String, Fact> facts = new LinkedHashMap<>();
    facts.put("unit", Fact.plain(p.unit()));
    facts.put("state", Fact.plain(p.state()));
    facts.put("targets", joined(p.targets().stream().map(ProductFacts::target).toList()));
    facts.put(
        "authorisation",
        Fact.plain(
            p.authorisation()
                .map(a -> a.by() + ", " + a.date() + ": " + a.statement())
                .orElse("")));
    facts.put("publicPages", joined(p.publicPages()));
    facts.put(
        "loginBudget",
        Fact.plain(
            p.loginBudget().wrongAttempts()
                + " wrong attempts, "
                + p.loginBudget().bruteForceAttempts()
                + " brute-force attempts"
                + (p.loginBudget().waitSeconds() == Product.LoginBudget.USUAL_WAIT
                    ? ""
                    : ", " + p.loginBudget().waitSeconds() + " s of waiting")));
    facts.put("credentials", credentials(p));
    facts.put("samples", samples(p));
    facts.put("clients", clients(p));
    facts.put("equipment", joined(p.equipment().stream().map(String::valueOf).toList()));
    return facts;
  }

  private static Fact credentials(Product p) {
    return new Fact(
        String.join("; ", p.credentials().stream().map(c -> c.role() + " as " + c.user()).toList()),
        String.join(
            "\n",
            p.credentials().stream()
                .map(c -> List.of(c.role(), c.user(), c.password()).toString())
                .toList()));
  }

  private static Fact samples(Product p) {
    return new Fact(
        p.samples().isEmpty() ? "" : p.samples().size() + " passwords",
        String.join(
            "\n",
            p.samples().stream()
                .map(
                    s ->
                        List.of(s.mechanism(), s.unit(), s.mac(), s.user(), s.password())
                            .toString())
                .toList()));
  }

  private static Fact clients(Product p) {
    return new Fact(
        String.join(
            "; ",
            p.clients().stream()
                .map(c -> c.subject() + " as " + c.host() + " for " + c.rows())
                .toList()),
        String.join(
            "\n",
            p.clients().stream()
                .map(
                    c ->
                        List.of(
                                c.subject(),
                                c.host(),
                                c.authority().orElse(""),
                                String.valueOf(c.waitSeconds()),
                                c.rows().toString(),
                                c.serves().map(String::valueOf).orElse(""))
                            .toString())
                .toList()));
  }

  private static String target(Target t) {
    return t.ports().isEmpty()
        ? t.address()
        : t.address() + " " + t.ports().stream().map(ProductFacts::ports).toList();
  }

  private static String ports(PortRange r) {
    return r.first() == r.last() ? String.valueOf(r.first()) : r.first() + "-" + r.last();
  }

  private static Fact joined(List<String> texts) {
    return Fact.plain(String.join("; ", texts));
  }
}
