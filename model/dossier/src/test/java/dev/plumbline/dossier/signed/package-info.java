/** Tests of signed records. */
@org.jspecify.annotations.NullMarked
package dev.plumbline.dossier.signed;
