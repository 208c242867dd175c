package dev.plumbline.app.edit;

import dev.plumbline.core.ProvisionId;
import dev.plumbline.dossier.Support;
import dev.plumbline.yaml.YamlNode.Mapping;
import dev.plumbline.yaml.YamlPath;
import dev.plumbline.yaml.YamlText;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Another answer to a provision in the ICS.
 *
 * @param support empty to take the answer back
 * @param detail measures or reasons; empty for none
 */
public record AnswerEdit(ProvisionId provision, Optional<Support> support, String detail)
    implements DeclarationEdit {
  private static final String SUPPORT = "support";
  private static final String DETAIL = "detail";

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
    YamlPath path = YamlPath.of("answers", provision.value());
    boolean there = text.at(path).filter(Mapping.class::isInstance).isPresent();
    if (support.isEmpty()) {
      return there ? text.disable(path, IcsFile.TAKEN_BACK) : text;
    }
    if (!there) {
      Map<String, Object> answer = new LinkedHashMap<>();
      answer.put(SUPPORT, support.get().printed());
      if (!detail.isEmpty()) {
        answer.put(DETAIL, detail);
      }
      return text.set(path, answer);
    }
    return FieldEdits.with(
        FieldEdits.with(text, path.key(SUPPORT), support.get().printed()),
        path.key(DETAIL),
        detail);
  }
}
