package dev.plumbline.app.edit;

import dev.plumbline.yaml.YamlNode.Mapping;
import dev.plumbline.yaml.YamlNode.Scalar;
import dev.plumbline.yaml.YamlPath;
import dev.plumbline.yaml.YamlText;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Another statement on a condition or feature of the ICS.
 *
 * @param label number of the condition or letter of the feature
 * @param holds empty to take the statement back
 * @param because the reason; empty for none
 */
public record StatementEdit(String label, Optional<Boolean> holds, String because)
    implements DeclarationEdit {
  private static final String BECAUSE = "because";

  @Override
  public String file() {
    return IcsFile.NAME;
  }

  @Override
  public String begun() {
    return IcsFile.BEGUN;
  }

  @Override
  public YamlText applied(YamlText text) {
    boolean condition = Character.isDigit(label.charAt(0));
    YamlPath path = YamlPath.of(condition ? "conditions" : "features", label);
    String flag = condition ? "holds" : "present";
    boolean there = text.at(path).filter(Mapping.class::isInstance).isPresent();
    if (holds.isEmpty()) {
      return there ? text.disable(path, IcsFile.TAKEN_BACK) : text;
    }
    if (!there) {
      Map<String, Object> statement = new LinkedHashMap<>();
      statement.put(flag, holds.get());
      if (!because.isEmpty()) {
        statement.put(BECAUSE, because);
      }
      return text.set(path, statement);
    }
    boolean same =
        text.at(path.key(flag))
            .filter(n -> n instanceof Scalar s && s.asBoolean().equals(holds))
            .isPresent();
    YamlText stated = same ? text : text.set(path.key(flag), holds.get());
    return FieldEdits.with(stated, path.key(BECAUSE), because);
  }
}
