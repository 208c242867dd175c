package dev.plumbline.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.workbench.RouteCoverage.Request;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** A route that no test asks is named. */
class RouteCoverageTest {
  private static final List<String> ROUTES =
      List.of("GET /", "GET /p/{product}", "GET /p/{product}/decide", "POST /p/{product}/decide");

  @Test
  void aRouteThatNobodyAskedIsNamed() {
    assertThat(RouteCoverage.missing(ROUTES, List.of())).isEqualTo(ROUTES);
    assertThat(
            RouteCoverage.missing(
                ROUTES, List.of(new Request("GET", "/"), new Request("GET", "/p/tag/decide"))))
        .containsExactly("GET /p/{product}", "POST /p/{product}/decide");
  }

  @Test
  void aRequestCountsForItsOwnMethodAndPathAlone() {
    List<Request> beside =
        List.of(
            new Request("POST", "/"),
            new Request("GET", "/p/tag/"),
            new Request("GET", "/p/tag/decide/x"),
            new Request("GET", "/p/a/b/decide"),
            new Request("PUT", "/p/tag/decide"));
    assertThat(RouteCoverage.missing(ROUTES, beside)).isEqualTo(ROUTES);
  }

  @Test
  void whatEveryRouteWasAskedMissesNothing() {
    List<Request> all =
        List.of(
            new Request("GET", "/"),
            new Request("GET", "/p/tag"),
            new Request("GET", "/p/tag/decide"),
            new Request("POST", "/p/tag/decide"));
    assertThat(RouteCoverage.missing(ROUTES, all)).isEmpty();
  }

  @Test
  void theRoutesAreThoseOfTheDescription() {
    String text =
        """
        {"paths": {"/": {"get": {}}, "/p/{product}": {"get": {}, "post": {}}}}
        """;
    assertThat(RouteCoverage.described(JsonMapper.shared().readTree(text)))
        .containsExactly("GET /", "GET /p/{product}", "POST /p/{product}");
  }
}
