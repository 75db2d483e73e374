/**
 * What any window needs: dialogs, files to save, failures in plain words. Never: knowledge of
 * markets.
 */
package org.datamarket.gui.widget;
