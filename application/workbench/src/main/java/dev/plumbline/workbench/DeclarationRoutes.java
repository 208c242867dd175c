package dev.plumbline.workbench;

import dev.plumbline.workbench.declaration.Declarations;
import dev.plumbline.workbench.declaration.IcsPage;
import dev.plumbline.workbench.declaration.IxitPage;
import dev.plumbline.workbench.web.Route;
import java.util.ArrayList;
import java.util.List;

/** The addresses of pages on which makers write. */
final class DeclarationRoutes {
  private static final String PRODUCT = "/p/{product}";

  private DeclarationRoutes() {}

  static List<Route> of(Declarations declarations) {
    List<Route> routes = new ArrayList<>();
    IcsPage ics = new IcsPage(declarations);
    routes.add(
        Route.get(PRODUCT + "/ics", "The ICS, and the form of one answer.", ics::show, "id"));
    routes.add(
        Route.post(
            PRODUCT + "/ics/preview",
            "What an answer would change, without saving it.",
            ics::preview,
            "answer",
            "reason"));
    routes.add(
        Route.post(
            PRODUCT + "/ics",
            "Saves an answer, if the file is as it was seen.",
            ics::save,
            "seen",
            "answer",
            "reason"));
    IxitPage ixit = new IxitPage(declarations);
    routes.add(
        Route.get(
            PRODUCT + "/ixit",
            "The tables of the IXIT, and the form of a row.",
            ixit::show,
            "table",
            "row",
            "new"));
    routes.add(
        Route.post(
            PRODUCT + "/ixit/preview",
            "What cells would change, without saving them: c.KEY each.",
            ixit::preview,
            "id",
            "declare"));
    routes.add(
        Route.post(
            PRODUCT + "/ixit",
            "Saves the cells of a row, if the file is as it was seen: c.KEY each.",
            ixit::save,
            "seen",
            "id",
            "declare",
            "remove"));
    routes.add(
        Route.post(
            PRODUCT + "/declaration/undo",
            "Undoes this browser's last edit, byte for byte.",
            declarations::undo));
    return routes;
  }
}
