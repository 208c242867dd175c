package dev.plumbline.probes.publicpages;

import dev.plumbline.client.http.HtmlPage;
import dev.plumbline.core.BoundedPattern;
import dev.plumbline.observation.page.PageFetched;
import dev.plumbline.probe.ProbeContext.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;

/** A public page as a reader without an account sees it. */
final class ReadPage {
  private static final int MOST_TEXT = 20_000;

  /** What a page says that asks for a login and shows nothing else. */
  private static final int FEW_WORDS = 40;

  private static final int MOST_DATED = 50;

  /** Between sentences and rows; the dot behind the day of a date ends none. */
  private static final BoundedPattern SENTENCE =
      BoundedPattern.compile("\\n|(?<=[\\p{L})\\]\"][.!?;])\\s+|(?<=\\d{4}[.!?;])\\s+");

  private static final int NEXT_TO_NOTHING = 5;
  private static final String BREAK = "\u2028";
  private static final String BLOCKS =
      "p, li, tr, h1, h2, h3, h4, h5, h6, div, dt, dd, section, article, caption, pre, blockquote";

  private final Page page;
  private final PageText reader;
  private final boolean html;
  private final Document document;
  private final String text;

  ReadPage(Page page, PageText reader) {
    this.page = page;
    this.reader = reader;
    this.html = mediaType().isEmpty() || mediaType().contains("html");
    this.document = Jsoup.parse(page.text());
    document.select("script, style, noscript, template, svg").remove();
    this.text = html ? lines(document) : page.text().strip();
  }

  /** The text with a line for each block and row, so that a sentence does not run into the next. */
  private static String lines(Document document) {
    Document marked = document.clone();
    marked.select(BLOCKS).forEach(e -> e.prependText(BREAK).appendText(BREAK));
    marked.select("br").forEach(e -> e.after(new TextNode(BREAK)));
    marked.select("td, th").forEach(e -> e.appendText(" | "));
    return marked
        .text()
        .replaceAll("(?<![\\s|])[\\s|]*+" + BREAK + "[\\s|" + BREAK + "]*", "\n")
        .strip();
  }

  /** Why a machine cannot read it; empty when it can. */
  Optional<String> obstacle() {
    if (page.status() != 200) {
      return Optional.empty();
    }
    if (!html && !mediaType().startsWith("text/")) {
      return Optional.of("it is " + mediaType() + ", which a person has to read");
    }
    if (page.headers().containsKey("content-encoding")) {
      return Optional.of("it is compressed, though nobody asked for that");
    }
    if (page.truncated()) {
      return Optional.of("it does not end");
    }
    if (html && HtmlPage.parse(page.text(), "/").isMadeByScript()) {
      return Optional.of("it is made by a script, which a person has to look at in a browser");
    }
    if (document.text().strip().split("\\s+").length < NEXT_TO_NOTHING) {
      return Optional.of("it says next to nothing");
    }
    return Optional.empty();
  }

  /**
   * What it says.
   *
   * @param purpose fields of the user information that name it
   * @param keys private keys that it or a page that it links prints
   */
  PageFetched fact(String purpose, String model, List<PageFetched.PrintedKey> keys) {
    return new PageFetched(
        purpose,
        page.status(),
        page.uri().toString(),
        document.select("html").attr("lang"),
        shortened(document.title().strip(), 300),
        loginWall(),
        text.isBlank() ? 0 : text.strip().split("\\s+").length,
        Readability.fleschEase(blocks()),
        emails(),
        reader.dates(text),
        Optional.of(dated()),
        reader.durations(text),
        shortened(text, MOST_TEXT),
        names(model),
        Optional.of(keys),
        Optional.empty());
  }

  /** Each date with the sentence or row that it stands in. */
  private List<PageFetched.Dated> dated() {
    List<PageFetched.Dated> all = new ArrayList<>();
    for (String line : SENTENCE.split(text)) {
      for (String date : reader.dates(line)) {
        if (all.size() < MOST_DATED) {
          all.add(new PageFetched.Dated(date, shortened(line.strip(), 300)));
        }
      }
    }
    return all;
  }

  /** All that it says, without marks. */
  String text() {
    return text;
  }

  /** Whether it has the designation of the model, as it is written on the product. */
  private boolean names(String model) {
    return !model.isBlank() && text.contains(model);
  }

  private boolean loginWall() {
    boolean asks =
        page.status() == 401
            || page.status() == 403
            || HtmlPage.parse(page.text(), "/").loginForm().isPresent();
    boolean little = wordsBesideForms() < FEW_WORDS;
    String path = Optional.ofNullable(page.uri().getPath()).orElse("");
    return page.status() == 401
        || page.status() == 403
        || (asks && (little || reader.isLoginPath(path)));
  }

  /** A shop's sign-in form can stand in the head of every page of a maker. */
  private int wordsBesideForms() {
    Document beside = document.clone();
    beside.select("form, header, nav, footer").remove();
    return beside.text().strip().split("\\s+").length;
  }

  /** Addresses in the text and behind links: many pages write "contact us" over a mailto. */
  private List<String> emails() {
    StringBuilder all = new StringBuilder(text);
    for (Element link : document.select("a[href^=mailto:]")) {
      all.append(' ').append(link.attr("href").substring("mailto:".length()));
    }
    return reader.emails(all.toString());
  }

  private List<String> blocks() {
    if (!html) {
      return List.of(text.split("\\n\\s*\\n"));
    }
    List<String> blocks = new ArrayList<>();
    for (Element element : document.select("p, li, h1, h2, h3, h4, h5, h6, td, th, dd, dt")) {
      if (element.select("p, li, td, dd").size() <= 1) {
        blocks.add(element.text());
      }
    }
    return blocks.isEmpty() ? List.of(text) : blocks;
  }

  private String mediaType() {
    return page.headers().getOrDefault("content-type", List.of()).stream()
        .findFirst()
        .map(v -> v.split(";", 2)[0].strip().toLowerCase(Locale.ROOT))
        .orElse("");
  }

  private static String shortened(String text, int max) {
    return text.length() <= max ? text : text.substring(0, max);
  }
}
