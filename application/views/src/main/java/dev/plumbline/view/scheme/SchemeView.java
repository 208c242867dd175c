package dev.plumbline.view.scheme;

import dev.plumbline.catalogue.scheme.Scheme;
import dev.plumbline.catalogue.scheme.SchemeCatalogue;
import dev.plumbline.catalogue.scheme.Schemes;
import dev.plumbline.view.Style;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A label, mark or law: what it asks, and from where that is known. */
public record SchemeView(Scheme scheme, SchemeCatalogue schemes) {

  /** The scheme of that id. */
  public static Optional<SchemeView> find(String id) {
    SchemeCatalogue schemes = Schemes.load();
    return schemes.scheme(id).map(s -> new SchemeView(s, schemes));
  }

  public List<String> lines(Style style) {
    return SchemeText.lines(scheme, schemes, style);
  }

  public Map<String, Object> json() {
    return SchemeJson.of(scheme, schemes);
  }
}
