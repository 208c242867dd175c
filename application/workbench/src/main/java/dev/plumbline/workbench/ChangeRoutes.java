package dev.plumbline.workbench;

import dev.plumbline.app.team.Signers;
import dev.plumbline.workbench.change.DifferencesPage;
import dev.plumbline.workbench.change.ImpactPage;
import dev.plumbline.workbench.product.Products;
import dev.plumbline.workbench.web.Answers;
import dev.plumbline.workbench.web.Route;
import java.time.Clock;
import java.util.List;

/** The addresses of pages that show what changed. */
final class ChangeRoutes {
  private static final String PRODUCT = "/p/{product}";

  private ChangeRoutes() {}

  static List<Route> of(Products products, Answers answers, Signers keys, Clock clock) {
    DifferencesPage differences = new DifferencesPage(products, answers, clock);
    ImpactPage impact = new ImpactPage(products, answers, keys, clock);
    return List.of(
        Route.get(
            PRODUCT + "/differences",
            "The dossier beside a revision of git, another product, or another edition.",
            differences::show,
            "revision",
            "with",
            "edition",
            "part",
            "from"),
        Route.post(
            PRODUCT + "/differences",
            "What became of the product since the result.json that is sent.",
            differences::baseline,
            "result"),
        Route.get(
            PRODUCT + "/impact",
            "What has to be tested and decided again after a change.",
            impact::show,
            "since"),
        Route.post(
            PRODUCT + "/impact",
            "Records that decisions still hold: all of them or none.",
            impact::renew,
            "item",
            "because",
            "evidence",
            "by"));
  }
}
