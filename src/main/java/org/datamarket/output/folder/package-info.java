/**
 * Folders of results: written wholly or not at all, replaced only where they are the program's own.
 * Never: knowing what a table holds.
 */
package org.datamarket.output.folder;
