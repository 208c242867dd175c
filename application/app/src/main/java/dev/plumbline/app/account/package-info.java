/**
 * Accounts of the people who use a workbench over the network; they lie outside of every dossier.
 */
@org.jspecify.annotations.NullMarked
package dev.plumbline.app.account;
