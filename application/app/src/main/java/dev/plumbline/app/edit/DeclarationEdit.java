package dev.plumbline.app.edit;

import dev.plumbline.yaml.YamlText;

/** A change to one file of the declaration; all of the file that it is not about stays. */
public sealed interface DeclarationEdit
    permits AnswerEdit, StatementEdit, RowEdit, NewRow, RowRemoval {

  /** The file, relative to the dossier, such as {@code ics.yaml}. */
  String file();

  /** The text that the edit begins with where the file is absent. */
  String begun();

  /**
   * The text after the edit.
   *
   * @throws IllegalArgumentException if the file holds nothing that can be changed so
   * @throws dev.plumbline.yaml.YamlEditException if the form of the file does not allow it
   */
  YamlText applied(YamlText text);
}
