package dev.plumbline.workbench;

import dev.plumbline.app.team.Signers;
import dev.plumbline.workbench.declaration.Declarations;
import dev.plumbline.workbench.insight.AttacksPage;
import dev.plumbline.workbench.insight.PortfolioPage;
import dev.plumbline.workbench.insight.StatisticsPage;
import dev.plumbline.workbench.overview.OverviewPage;
import dev.plumbline.workbench.page.Assets;
import dev.plumbline.workbench.page.ConfirmPage;
import dev.plumbline.workbench.page.DecideForm;
import dev.plumbline.workbench.page.DecidePage;
import dev.plumbline.workbench.page.EvidenceFiles;
import dev.plumbline.workbench.page.EvidencePage;
import dev.plumbline.workbench.page.ExplainPage;
import dev.plumbline.workbench.page.LoginPage;
import dev.plumbline.workbench.page.PhoneForm;
import dev.plumbline.workbench.page.Phones;
import dev.plumbline.workbench.page.ProductsPage;
import dev.plumbline.workbench.page.ProvisionPage;
import dev.plumbline.workbench.page.RowPage;
import dev.plumbline.workbench.page.StillHoldsForm;
import dev.plumbline.workbench.product.Products;
import dev.plumbline.workbench.run.RunStream;
import dev.plumbline.workbench.run.TestPage;
import dev.plumbline.workbench.run.TestRuns;
import dev.plumbline.workbench.team.RemarksForm;
import dev.plumbline.workbench.team.ReviewPage;
import dev.plumbline.workbench.team.SignoffPage;
import dev.plumbline.workbench.web.Answers;
import dev.plumbline.workbench.web.OpenApi;
import dev.plumbline.workbench.web.Route;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

/** All addresses of the workbench. */
final class Routes {
  private static final String PRODUCT = "/p/{product}";

  private Routes() {}

  static List<Route> of(
      Products products,
      Answers answers,
      LoginPage login,
      List<Route> passkeys,
      Signers keys,
      Phones phones,
      TestRuns runs,
      Clock clock) {
    DecideForm decide = new DecideForm(products, answers, keys, phones, clock);
    List<Route> routes = new ArrayList<>();
    routes.add(
        Route.get(
            "/login",
            "Opens a session with a link, or asks for a name and a password.",
            login::open,
            "token"));
    routes.add(
        Route.post(
            "/login",
            "Opens a session with a name and a password.",
            login::enter,
            "name",
            "password"));
    routes.add(
        Route.post(
            "/password",
            "Gives the account of this session another password.",
            login::password,
            "current",
            "password"));
    routes.addAll(passkeys);
    routes.add(Route.get("/assets/{file}", "A style, script or picture.", new Assets()::send));
    routes.add(
        Route.get(
            "/",
            "Where each product stands.",
            new ProductsPage(products, answers)::show,
            "q",
            "page"));
    routes.add(Route.get("/me", "Who works in this browser.", login::show));
    routes.add(Route.post("/me", "Says who works in this browser.", login::name, "name"));
    routes.add(Route.post("/links", "Makes a link for another browser.", login::link));
    routes.add(Route.post("/logout", "Ends the session.", login::out));
    routes.add(
        Route.get(
            PRODUCT, "Where a product stands.", new OverviewPage(products, answers, clock)::show));
    routes.add(
        Route.get(
            PRODUCT + "/provision",
            "A provision with its items.",
            new ProvisionPage(products, answers)::show,
            "id"));
    routes.add(
        Route.get(
            PRODUCT + "/explain",
            "The whole way to the verdict of an item.",
            new ExplainPage(products, answers)::show,
            "item"));
    routes.add(
        Route.get(
            PRODUCT + "/decide",
            "The queue of items and the card of one.",
            new DecidePage(products, answers, phones)::show,
            "item",
            "show",
            "station",
            "row",
            "unit",
            "person",
            "q"));
    routes.add(
        Route.post(
            PRODUCT + "/decide",
            "Records a decision, if the item is as it was seen.",
            decide::decide,
            "seen",
            "verdict",
            "reason",
            "remedy",
            "by",
            "evidence",
            "phone"));
    routes.add(
        Route.post(
            PRODUCT + "/still-holds",
            "Records that a stale decision still holds, if the item is as it was seen.",
            new StillHoldsForm(products, answers, keys, phones, clock)::renew,
            "seen",
            "because",
            "by",
            "evidence",
            "phone"));
    RowPage row = new RowPage(products, answers, keys, phones, clock);
    routes.add(Route.get(PRODUCT + "/row", "All items of a row of the IXIT.", row::show, "row"));
    routes.add(
        Route.post(
            PRODUCT + "/row",
            "Records decisions on items of a row: all of them or none.",
            row::decide,
            "item",
            "seen",
            "verdict",
            "reason",
            "by",
            "phone"));
    routes.add(
        Route.post(
            PRODUCT + "/undo", "Takes this browser's last decision back.", decide::undo, "item"));
    routes.add(
        Route.get(
            PRODUCT + "/confirm",
            "What machines searched.",
            new ConfirmPage(products, answers)::show));
    routes.add(
        Route.post(
            PRODUCT + "/confirm", "Confirms searches.", decide::confirm, "item", "reason", "by"));
    routes.add(
        Route.get(
            PRODUCT + "/evidence/{digest}",
            "A file of evidence in place, at the stretch that shows something.",
            new EvidencePage(products, answers)::show,
            "from",
            "length"));
    EvidenceFiles evidence = new EvidenceFiles(products, answers);
    routes.add(
        Route.get(
            PRODUCT + "/evidence/{digest}/file",
            "A file of evidence, as a download.",
            evidence::send));
    routes.add(
        Route.get(
            PRODUCT + "/evidence/{digest}/picture",
            "A picture kept as evidence.",
            evidence::picture));
    phone(routes, new PhoneForm(products, answers, phones));
    routes.addAll(ResultRoutes.of(products, answers, clock));
    routes.addAll(ChangeRoutes.of(products, answers, keys, clock));
    routes.addAll(DeclarationRoutes.of(new Declarations(products, answers, clock)));
    test(routes, products, answers, runs);
    insight(routes, products, answers, clock);
    team(routes, products, answers, keys, clock);
    List<Route> described = List.copyOf(routes);
    routes.add(
        Route.get(
            "/api/openapi.json",
            "This description.",
            ctx -> Answers.json(ctx, OpenApi.of(described))));
    return List.copyOf(routes);
  }

  private static void phone(List<Route> routes, PhoneForm phone) {
    routes.add(
        Route.get(
            PRODUCT + "/phone",
            "The page for a phone that is open for an item or a row, and what came from it.",
            phone::show,
            "item",
            "row",
            "shown"));
    routes.add(
        Route.post(
            PRODUCT + "/phone",
            "Opens a page for a phone on an address of this machine.",
            phone::open,
            "address"));
    routes.add(Route.post(PRODUCT + "/phone/close", "Closes the page for a phone.", phone::close));
    routes.add(
        Route.post(
            PRODUCT + "/phone/discard",
            "Throws away a file that came from a phone.",
            phone::discard,
            "file"));
    routes.add(
        Route.get(
            PRODUCT + "/phone/{file}",
            "A picture that came from a phone and waits.",
            phone::picture,
            "item",
            "row"));
  }

  private static void test(List<Route> routes, Products products, Answers answers, TestRuns runs) {
    TestPage test = new TestPage(products, answers, runs);
    routes.add(
        Route.get(
            PRODUCT + "/test",
            "What a run would do, and how the last one went.",
            test::show,
            "level",
            "only"));
    routes.add(
        Route.post(
            PRODUCT + "/test/start",
            "Starts a run, or goes on with the last one.",
            test::start,
            "what",
            "level",
            "only",
            "agree"));
    routes.add(
        Route.post(PRODUCT + "/test/stop", "Stops the run; what was seen is kept.", test::stop));
    routes.add(
        Route.get(
            PRODUCT + "/test/events",
            "What happens in the run, as server-sent events.",
            new RunStream(test)::send,
            "after"));
  }

  private static void insight(List<Route> routes, Products products, Answers answers, Clock clock) {
    routes.add(
        Route.get(
            "/portfolio",
            "Many products side by side.",
            new PortfolioPage(products, answers, clock)::show));
    routes.add(
        Route.get(
            "/statistics",
            "What became of each provision over many products, anonymous.",
            new StatisticsPage(products, answers, clock)::show,
            "k"));
    routes.add(
        Route.get(
            PRODUCT + "/attacks",
            "Which ways in of known attacks a product leaves open.",
            new AttacksPage(products, answers, clock)::show));
  }

  private static void team(
      List<Route> routes, Products products, Answers answers, Signers keys, Clock clock) {
    ReviewPage review = new ReviewPage(products, answers, keys, clock);
    SignoffPage signoff = new SignoffPage(products, answers, keys, clock);
    RemarksForm remarks = new RemarksForm(products, answers, keys, clock);
    routes.add(
        Route.get(
            PRODUCT + "/review",
            "Decisions that wait for a second person, what was returned, and disagreements.",
            review::show,
            "item"));
    routes.add(
        Route.post(
            PRODUCT + "/review",
            "Accepts a decision of another person, or returns it.",
            review::review,
            "decision",
            "answer",
            "own",
            "because",
            "by"));
    routes.add(Route.get(PRODUCT + "/signoff", "What is open, and who vouched.", signoff::show));
    routes.add(
        Route.post(
            PRODUCT + "/signoff",
            "Vouches for the state that the form names.",
            signoff::sign,
            "state",
            "because",
            "by"));
    routes.add(
        Route.post(
            PRODUCT + "/comment", "Comments on an item.", remarks::comment, "item", "text", "by"));
    routes.add(
        Route.post(
            PRODUCT + "/assign",
            "Says who is to decide an item.",
            remarks::assign,
            "item",
            "to",
            "because",
            "by"));
  }
}
