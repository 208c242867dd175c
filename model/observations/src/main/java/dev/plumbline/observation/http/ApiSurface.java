package dev.plumbline.observation.http;

import dev.plumbline.observation.Coverage;
import dev.plumbline.observation.Fact;
import dev.plumbline.observation.Kind;
import dev.plumbline.observation.Says;
import dev.plumbline.observation.Words;
import java.util.List;
import java.util.Optional;

/** {@code api.surface}. */
@Kind(value = "api.surface", subject = "endpoint")
@Says(
    "Interfaces of programs that are described. Of an API that nothing describes "
        + "nothing is known.")
public record ApiSurface(
    @Says("descriptions") List<Document> documents,
    @Says("GraphQL") List<GraphQl> graphql,
    @Says("what answered without a login") List<Open> open,
    @Says("paths that ask for a login") List<String> guarded,
    @Coverage @Says("number of requests") long paths,
    @Coverage @Says("paths without a clear answer") List<String> unanswered,
    @Coverage @Says("paths with parameters, or whose name says that they do something")
        List<String> skipped)
    implements Fact {
  /** A description of an API. */
  @Says("A description of an API.")
  public record Document(
      @Says("where it lies") String path,
      @Says("its kind") @Words({"openapi", "swagger"}) String kind,
      @Says("its title") String title,
      @Says("of the API") String version,
      @Says("number of operations") long operations) {}

  /** An endpoint of GraphQL. */
  @Says("An endpoint of GraphQL.")
  public record GraphQl(
      @Says("where it is") String path,
      @Says("it tells its schema") boolean introspection,
      @Says("names of the fields that it tells") List<String> fields,
      @Says("fields that were read") List<String> readable) {}

  /** What answered. */
  @Says("What answered.")
  public record Open(
      @Says("the path") String path,
      @Says(
              "kinds of `http.surface`, `description` for a document, `schema` for GraphQL that"
                  + " gave no field")
          String kind,
      @Says("secrets and personal data that stand there, by what they are")
          Optional<List<String>> shows) {}
}
