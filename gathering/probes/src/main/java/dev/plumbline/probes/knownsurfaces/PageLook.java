package dev.plumbline.probes.knownsurfaces;

import dev.plumbline.client.http.HttpClient;
import dev.plumbline.client.http.HttpClient.Exchange;
import dev.plumbline.client.http.HttpRequest;
import dev.plumbline.client.http.HttpResponse;
import dev.plumbline.probe.Wire;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Looks at the pages of one web server for surfaces. */
final class PageLook {
  private static final int MAX_SILENT_IN_A_ROW = 3;

  private final HttpClient client;
  private final String invented;
  private final EndpointLook looked;
  private final Map<String, Optional<Exchange>> answers = new HashMap<>();
  private int silentInARow;

  PageLook(HttpClient client, String invented, EndpointLook looked) {
    this.client = client;
    this.invented = invented;
    this.looked = looked;
  }

  /** Whether the server answered in HTTP at all. */
  boolean spoke() {
    return answers.values().stream().anyMatch(Optional::isPresent);
  }

  /** Looks for these; asks nothing when there are none. */
  void look(List<KnownSurface> surfaces) throws InterruptedException {
    if (surfaces.isEmpty()) {
      return;
    }
    Optional<Exchange> elsewhere = ask(invented);
    for (KnownSurface surface : surfaces) {
      if (elsewhere.isEmpty()) {
        looked.undecided(surface, "It gives no answer in HTTP.");
      } else {
        look(surface, elsewhere.get());
      }
    }
  }

  private void look(KnownSurface surface, Exchange elsewhere) throws InterruptedException {
    String open = surface.server() ? gap(surface, invented, elsewhere, elsewhere) : "";
    Optional<Sign> everywhere = sign(surface, invented, elsewhere);
    if (everywhere.isPresent() && surface.server()) {
      found(surface, everywhere.get(), invented, elsewhere.wire());
      return;
    }
    for (String path : surface.paths()) {
      Optional<Exchange> answer = ask(path);
      Optional<Sign> sign = answer.flatMap(a -> sign(surface, path, a));
      if (sign.isPresent() && everywhere.isEmpty()) {
        found(surface, sign.get(), path, answer.orElseThrow().wire());
        return;
      }
      if (sign.isPresent()) {
        open = "It shows the sign at an invented path too.";
      } else if (answer.isEmpty()) {
        open = "No answer to " + path + ".";
      } else if (open.isEmpty() && !surface.isInHeadsAlone()) {
        open = gap(surface, path, answer.get(), elsewhere);
      }
    }
    if (open.isEmpty()) {
      looked.absent(surface);
    } else {
      looked.undecided(surface, open);
    }
  }

  /** A page that repeats what it was asked for does not show it. */
  private static Optional<Sign> sign(KnownSurface surface, String path, Exchange answer) {
    HttpResponse r = answer.response();
    String bare = path.split("\\?", 2)[0];
    String name = bare.substring(bare.lastIndexOf('/') + 1);
    String text = bare.length() > 1 ? r.text().replace(path, "").replace(bare, "") : r.text();
    text = name.isEmpty() ? text : text.replace(name, "");
    return surface.signIn(
        new HttpResponse(r.status(), r.reason(), r.headers(), text, r.bytes(), r.truncated()));
  }

  private void found(KnownSurface surface, Sign sign, String path, Wire wire) {
    looked.found(surface, "GET " + path + ": " + sign.words(), wire);
  }

  /** Why an answer without the sign does not show that the surface is absent; empty if it does. */
  private String gap(KnownSurface surface, String path, Exchange answer, Exchange elsewhere) {
    HttpResponse response = answer.response();
    if (response.truncated()) {
      return "The answer to " + path + " breaks off.";
    }
    if (surface.server() && response.redirect().isPresent()) {
      return "It redirects " + path + " elsewhere.";
    }
    boolean missing = response.status() == 404 || response.status() == 410;
    boolean readable = surface.isInHeadsAlone() || response.isOk();
    if (missing || (surface.server() && readable)) {
      return "";
    }
    boolean alike =
        (response.isOk() || response.redirect().isPresent())
            && isAlike(path, response, elsewhere.response());
    return alike ? "" : path + " exists, status " + response.status() + ", without the sign.";
  }

  private boolean isAlike(String path, HttpResponse response, HttpResponse elsewhere) {
    return response.status() == elsewhere.status()
        && !elsewhere.truncated()
        && bare(path, response).equals(bare(invented, elsewhere));
  }

  private static String bare(String path, HttpResponse response) {
    String target = response.redirect().orElse("");
    return (target + "\n" + response.text()).replace(path, "").replaceAll("\\d+", "#");
  }

  private Optional<Exchange> ask(String path) throws InterruptedException {
    Optional<Exchange> known = answers.get(path);
    if (known != null) {
      return known;
    }
    Optional<Exchange> answer = Optional.empty();
    if (silentInARow < MAX_SILENT_IN_A_ROW) {
      try {
        Exchange exchange = client.send(HttpRequest.get(path));
        looked.answered("GET " + path, exchange.wire());
        answer = Optional.of(exchange);
        silentInARow = 0;
      } catch (IOException noAnswer) {
        silentInARow++;
      }
    }
    answers.put(path, answer);
    return answer;
  }
}
