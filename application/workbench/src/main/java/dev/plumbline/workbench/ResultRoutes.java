package dev.plumbline.workbench;

import dev.plumbline.workbench.page.DocumentsPage;
import dev.plumbline.workbench.page.LabelsPage;
import dev.plumbline.workbench.page.ReportsPage;
import dev.plumbline.workbench.product.Products;
import dev.plumbline.workbench.web.Answers;
import dev.plumbline.workbench.web.Route;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

/** The addresses of what follows from a dossier: labels, documents, reports. */
final class ResultRoutes {
  private static final String PRODUCT = "/p/{product}";

  private ResultRoutes() {}

  static List<Route> of(Products products, Answers answers, Clock clock) {
    List<Route> routes = new ArrayList<>();
    routes.add(
        Route.get(
            PRODUCT + "/labels",
            "How a product stands to labels and laws.",
            new LabelsPage(products, answers, clock)::show));
    ReportsPage reports = new ReportsPage(products, answers, clock);
    routes.add(Route.get(PRODUCT + "/reports", "The reports that can be made.", reports::show));
    routes.add(Route.get(PRODUCT + "/reports/{format}", "A report, as a download.", reports::send));
    DocumentsPage documents = new DocumentsPage(products, answers, clock);
    routes.add(
        Route.get(
            PRODUCT + "/documents",
            "The documents that a manufacturer owes, and what each lacks.",
            documents::show));
    routes.add(
        Route.get(
            PRODUCT + "/documents/{document}/{form}",
            "A document as a download: html, docx, md, or plain for the file that goes out as it"
                + " is.",
            documents::document));
    routes.add(
        Route.get(
            PRODUCT + "/exports/{what}/{form}",
            "The declaration or the verdicts as a file that others fill in, as a download.",
            documents::export));
    return routes;
  }
}
