package dev.plumbline.probes.upnpsurface;

import dev.plumbline.client.http.HttpRequest;
import dev.plumbline.client.http.HttpResponse;
import dev.plumbline.core.BoundedPattern;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.jsoup.select.Elements;

/** One call of an action without any login, and what its answer says. */
record Call(String service, String action) {
  private static final BoundedPattern CODE =
      BoundedPattern.compile("<(?:\\w+:)?errorCode>\\s*(\\d{1,4})\\s*</(?:\\w+:)?errorCode>");

  /** What the control point did. */
  enum Outcome {
    ANSWERED,
    FORBIDDEN,
    UNCLEAR
  }

  HttpRequest request(String path) {
    String body =
        "<?xml version=\"1.0\"?><s:Envelope xmlns:s=\"http://schemas.xmlsoap.org/soap/envelope/\" "
            + "s:encodingStyle=\"http://schemas.xmlsoap.org/soap/encoding/\"><s:Body><u:"
            + action
            + " xmlns:u=\""
            + service
            + "\"/></s:Body></s:Envelope>";
    return new HttpRequest(
        "POST",
        path,
        Map.of(
            "Content-Type",
            "text/xml; charset=\"utf-8\"",
            "SOAPAction",
            '"' + service + '#' + action + '"'),
        body);
  }

  Outcome outcome(HttpResponse response, UpnpRules rules) {
    if (response.isOk() && answer(response).isPresent()) {
      return Outcome.ANSWERED;
    }
    Matcher code = CODE.matcher(response.text());
    boolean forbidden =
        response.status() == 401
            || response.status() == 403
            || (code.find() && rules.forbidden().contains(code.group(1)));
    return forbidden ? Outcome.FORBIDDEN : Outcome.UNCLEAR;
  }

  /** What came out, by name; empty values left out. */
  Map<String, String> values(HttpResponse response) {
    Map<String, String> values = new LinkedHashMap<>();
    for (Element value : answer(response).map(Element::children).orElseGet(Elements::new)) {
      if (!value.text().isBlank() && value.tagName().matches("\\w{1,80}")) {
        values.put(value.tagName(), value.text().strip());
      }
    }
    return values;
  }

  private Optional<Element> answer(HttpResponse response) {
    return Jsoup.parse(response.text(), "", Parser.xmlParser()).getAllElements().stream()
        .filter(e -> e.tagName().replaceFirst("^\\w+:", "").equals(action + "Response"))
        .findFirst();
  }
}
