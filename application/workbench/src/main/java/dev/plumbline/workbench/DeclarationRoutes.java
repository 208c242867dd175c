package dev.plumbline.workbench;

import dev.plumbline.workbench.declaration.Declarations;
import dev.plumbline.workbench.declaration.DraftsPage;
import dev.plumbline.workbench.declaration.IcsPage;
import dev.plumbline.workbench.declaration.ImportPage;
import dev.plumbline.workbench.declaration.InterviewPage;
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
    InterviewPage interview = new InterviewPage(declarations);
    routes.add(
        Route.get(
            PRODUCT + "/interview",
            "The question of the interview that is open, and the answers so far.",
            interview::show,
            "question",
            "later"));
    routes.add(
        Route.post(
            PRODUCT + "/interview/preview",
            "What an answer of the interview would change, without keeping it.",
            interview::preview,
            "choice"));
    routes.add(
        Route.post(
            PRODUCT + "/interview",
            "Keeps an answer and writes what it settles into the ICS.",
            interview::answer,
            "choice",
            "leave",
            "seen",
            "kept"));
    DraftsPage drafts = new DraftsPage(declarations);
    routes.add(Route.get(PRODUCT + "/drafts", "What is proposed for empty cells.", drafts::show));
    routes.add(
        Route.post(
            PRODUCT + "/drafts/preview",
            "What accepted proposals would change: v0, v1 and so on are their values.",
            drafts::preview,
            "seen",
            "accept"));
    routes.add(
        Route.post(
            PRODUCT + "/drafts",
            "Writes accepted proposals: v0, v1 and so on are their values.",
            drafts::save,
            "seen",
            "accept"));
    routes.addAll(importing(declarations));
    routes.add(
        Route.post(
            PRODUCT + "/declaration/undo",
            "Undoes this browser's last edit, byte for byte.",
            declarations::undo));
    return routes;
  }

  private static List<Route> importing(Declarations declarations) {
    ImportPage page = new ImportPage(declarations);
    return List.of(
        Route.get(
            PRODUCT + "/import",
            "A file of the maker beside the dossier and beside its last import.",
            page::show),
        Route.post(
            PRODUCT + "/import",
            "Keeps a file to compare with; nothing of the dossier changes.",
            page::send,
            "document"),
        Route.post(
            PRODUCT + "/import/preview",
            "What the choices would change: c0, c1 and so on are file, dossier or neither.",
            page::preview,
            "seen"),
        Route.post(
            PRODUCT + "/import/save",
            "Takes the file in: c0, c1 and so on are file, dossier or neither.",
            page::save,
            "seen"),
        Route.post(PRODUCT + "/import/forget", "Forgets the file that was sent.", page::forget));
  }
}
