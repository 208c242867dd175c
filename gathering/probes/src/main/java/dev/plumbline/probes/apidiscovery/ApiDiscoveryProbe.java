package dev.plumbline.probes.apidiscovery;

import dev.plumbline.client.data.DataFile;
import dev.plumbline.client.disclosure.DisclosedFact;
import dev.plumbline.client.disclosure.Disclosures;
import dev.plumbline.client.disclosure.GivenAway;
import dev.plumbline.client.disclosure.ReadableText;
import dev.plumbline.client.disclosure.ReadableText.Form;
import dev.plumbline.client.http.AnswersAhead;
import dev.plumbline.client.http.HttpClient;
import dev.plumbline.client.http.HttpLimits;
import dev.plumbline.client.http.PathKinds;
import dev.plumbline.client.login.Services;
import dev.plumbline.client.login.Services.Service;
import dev.plumbline.core.BoundedPattern;
import dev.plumbline.observation.http.ApiSurface;
import dev.plumbline.observation.http.HttpSurface;
import dev.plumbline.probe.Probe;
import dev.plumbline.probe.ProbeContext;
import dev.plumbline.probe.ProbeSpec;
import dev.plumbline.yaml.YamlNode.Mapping;
import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Finds the APIs of each web server that it describes itself, and what of them is open. */
public final class ApiDiscoveryProbe implements Probe {

  private static final BoundedPattern DESCRIPTION =
      BoundedPattern.compile("(?i)(swagger|openapi|api-?docs)[^?]*\\.(json|ya?ml)$");

  private final ProbeSpec spec = ProbeSpec.load(ApiDiscoveryProbe.class);

  @Override
  public ProbeSpec spec() {
    return spec;
  }

  @Override
  public void run(ProbeContext context) throws InterruptedException {
    Mapping places = DataFile.mapping(ApiDiscoveryProbe.class, "places.yaml");
    Disclosures disclosures = Disclosures.load();
    PathKinds kinds = PathKinds.load();
    context.each(
        Services.speaking(context, "http"),
        s -> s.endpoint().toString(),
        service -> {
          String subject = service.endpoint().toString();
          String invented = "pl-" + Long.toHexString(context.clock().millis() | 0x1000_0000L);
          HttpClient client =
              new HttpClient(context, service.endpoint(), service.tls(), HttpLimits.PAGE);
          try (AnswersAhead ahead = new AnswersAhead(client)) {
            ApiWalk walk = new ApiWalk(client, ahead, kinds, invented);
            walk.run(
                List.copyOf(descriptions(context, service, places)),
                places.texts("roots"),
                places.texts("graphql"));
            record(context, service, walk, disclosures);
          } catch (IOException e) {
            context.undetermined(
                ApiSurface.class, subject, "Its APIs cannot be told: " + e.getMessage());
          }
        });
  }

  /** Known places, and those at which the server was seen to describe an API. */
  private static Set<String> descriptions(ProbeContext context, Service service, Mapping places) {
    Set<String> all = new LinkedHashSet<>();
    Services.fact(context, HttpSurface.class, service.endpoint()).stream()
        .flatMap(surface -> surface.open().stream())
        .filter(o -> o.kind().equals("description") || DESCRIPTION.matcher(o.path()).find())
        .map(HttpSurface.Open::path)
        .filter(p -> p.matches("/[!-~]*"))
        .forEach(all::add);
    all.addAll(places.texts("descriptions"));
    return all;
  }

  private void record(ProbeContext context, Service service, ApiWalk walk, Disclosures disclosures)
      throws IOException {
    if (walk.wire().isEmpty()) {
      throw new IOException("no answer to any request");
    }
    Set<DisclosedFact> facts = new LinkedHashSet<>();
    walk.texts()
        .forEach(
            (path, text) -> {
              Set<DisclosedFact> here =
                  disclosures.read(new ReadableText(path, Form.DATA, text), context);
              facts.addAll(here);
              List<String> shown =
                  here.stream()
                      .filter(DisclosedFact::isPrivate)
                      .map(DisclosedFact::what)
                      .distinct()
                      .toList();
              if (!shown.isEmpty()) {
                walk.shows(path, shown);
              }
            });
    if (!walk.texts().isEmpty()) {
      GivenAway.record(
          context,
          spec.id(),
          service.endpoint(),
          Disclosures.told(facts),
          List.of("api"),
          walk.wire());
    }
    context.seen(service.endpoint().toString(), walk.fact(), walk.wire());
  }
}
