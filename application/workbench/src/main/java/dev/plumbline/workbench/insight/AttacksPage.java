package dev.plumbline.workbench.insight;

import dev.plumbline.catalogue.attack.Attack;
import dev.plumbline.core.ProvisionId;
import dev.plumbline.judging.exposure.Exposure;
import dev.plumbline.judging.exposure.Exposure.Proof;
import dev.plumbline.judging.exposure.Exposure.State;
import dev.plumbline.reports.Visible;
import dev.plumbline.view.OpenAttacksView;
import dev.plumbline.workbench.page.Command;
import dev.plumbline.workbench.page.EvidenceLinks;
import dev.plumbline.workbench.page.ItemLinks;
import dev.plumbline.workbench.page.ProductPages;
import dev.plumbline.workbench.page.ProductPages.Named;
import dev.plumbline.workbench.page.VerdictView;
import dev.plumbline.workbench.product.Product;
import dev.plumbline.workbench.product.Products;
import dev.plumbline.workbench.product.Snapshot;
import dev.plumbline.workbench.web.Answers;
import io.javalin.http.Context;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Which ways in of known botnets a product leaves open, and what shows it. */
public final class AttacksPage {
  private static final int LONGEST = 600;
  private static final int MOST = 12;

  private final ProductPages pages;
  private final Clock clock;

  public AttacksPage(Products products, Answers answers, Clock clock) {
    this.pages = new ProductPages(products, answers);
    this.clock = clock;
  }

  /** What the page shows. */
  public record View(int open, int closed, int untested, List<Botnet> attacks) {}

  /**
   * A botnet.
   *
   * @param firstSeen year and month as reported
   */
  public record Botnet(
      String name,
      String firstSeen,
      String summary,
      String confidence,
      VerdictView standing,
      List<WayIn> vectors) {}

  /** One way in. */
  public record WayIn(
      String id,
      String summary,
      VerdictView state,
      List<String> ports,
      List<Link> provisions,
      List<Shown> proof,
      int moreProof,
      List<String> missing,
      List<Link> fails) {}

  /** A name with its page. */
  public record Link(String name, String path) {}

  /**
   * What shows it.
   *
   * @param evidence path of the evidence file; empty where there is none
   */
  public record Shown(String says, String source, String evidence) {}

  /** Shows it. */
  public void show(Context ctx) {
    Product product = pages.product(ctx);
    Snapshot snapshot = ProductPages.judged(product.state());
    OpenAttacksView held =
        OpenAttacksView.of(snapshot.workspace(), snapshot.assessment(), LocalDate.now(clock));
    Map<Attack, List<Exposure>> byAttack = new LinkedHashMap<>();
    held.exposures()
        .forEach(e -> byAttack.computeIfAbsent(e.attack(), a -> new ArrayList<>()).add(e));
    View view =
        new View(
            number(held, State.OPEN),
            number(held, State.CLOSED),
            number(held, State.UNTESTED),
            byAttack.entrySet().stream()
                .map(a -> botnet(product, held, a.getKey(), a.getValue()))
                .toList());
    pages.show(
        ctx,
        product,
        snapshot,
        "attacks",
        new Named(
            "Attacks",
            "attacks",
            Command.of("catalogue", "attacks", "--against", product.folder())),
        view);
  }

  private static int number(OpenAttacksView held, State state) {
    return (int) held.exposures().stream().filter(e -> e.state() == state).count();
  }

  private static Botnet botnet(
      Product product, OpenAttacksView held, Attack attack, List<Exposure> exposures) {
    return new Botnet(
        attack.name(),
        attack.firstSeen(),
        attack.summary(),
        attack.confidence().name().toLowerCase(Locale.ROOT),
        state(worst(exposures)),
        exposures.stream().map(e -> vector(product, held, e)).toList());
  }

  /** One open way in is enough for an attack; one that nobody looked at leaves it untested. */
  private static State worst(List<Exposure> exposures) {
    List<State> states = exposures.stream().map(Exposure::state).toList();
    if (states.contains(State.OPEN)) {
      return State.OPEN;
    }
    return states.contains(State.UNTESTED) ? State.UNTESTED : State.CLOSED;
  }

  private static VerdictView state(State state) {
    return switch (state) {
      case OPEN -> new VerdictView("open", "fail", "✗");
      case CLOSED -> new VerdictView("closed", "pass", "✓");
      case UNTESTED -> new VerdictView("untested", "inconclusive", "?");
    };
  }

  private static WayIn vector(Product product, OpenAttacksView held, Exposure e) {
    return new WayIn(
        e.vector().id(),
        e.vector().summary(),
        state(e.state()),
        e.vector().ports(),
        e.vector().provisions().stream()
            .map(ProvisionId::value)
            .map(p -> new Link(p, ItemLinks.provision(product, p)))
            .toList(),
        e.proof().stream().limit(MOST).map(p -> shown(product, p)).toList(),
        Math.max(0, e.proof().size() - MOST),
        e.missing().stream().limit(MOST).map(m -> Visible.of(m, LONGEST)).toList(),
        held.failing().of(e.vector()).stream()
            .map(
                j ->
                    new Link(
                        Visible.of(j.item().id().toString(), 200),
                        ItemLinks.explain(product, j.item().id())))
            .toList());
  }

  private static Shown shown(Product product, Proof proof) {
    return new Shown(
        Visible.of(proof.says(), LONGEST),
        Visible.of(
            proof.observation().key() + ", run " + proof.observation().source().runId(), 200),
        proof.observation().evidence().map(r -> EvidenceLinks.page(product.path(), r)).orElse(""));
  }
}
