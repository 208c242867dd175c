/** Pages on which makers write: ICS, IXIT, the interview, and drafts. */
@org.jspecify.annotations.NullMarked
package dev.plumbline.workbench.declaration;
